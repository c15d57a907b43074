"""Whatever a public signature names can be imported from ``citeaudit``."""

from __future__ import annotations

import dataclasses
import inspect
import re

import attrs
import pytest

import citeaudit

BUILTIN = re.compile(r"^(?:Any|Callable|Iterable|Iterator|Mapping|IO|PathLike|Path|None|True|False|Exception|Self)$")
NAME = re.compile(r"\b[A-Z]\w+\b")
PUBLIC = sorted(set(citeaudit.__all__) - {"__version__", "Outcome"})


def signatures(name):
    """Yield what the annotations of *name* say: of a function, or of a class with its public methods and fields."""
    thing = getattr(citeaudit, name)
    if inspect.isfunction(thing):
        yield from annotations_of(thing)
        return
    if dataclasses.is_dataclass(thing):
        yield from (str(field.type) for field in dataclasses.fields(thing) if field.init)
    elif name in {"Config", "Limits"}:  # what a user makes; a Gazetteer comes of default() and extended()
        yield from (str(field.type) for field in attrs.fields(thing) if field.init and not field.name.startswith("_"))
    for attribute, value in vars(thing).items():
        method = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if not attribute.startswith("_") and inspect.isfunction(method):
            yield from annotations_of(method)


def annotations_of(function):
    """Return the annotations of a function, as they are written."""
    return [annotation for annotation in function.__annotations__.values() if isinstance(annotation, str)]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_name_of_a_signature_is_exported(name):
    """Types of arguments, of results and of fields."""
    named = {word for annotation in signatures(name) for word in NAME.findall(annotation) if not BUILTIN.match(word)}

    assert named - {"Nested", "Traversable"} <= set(citeaudit.__all__)


def test_the_names_that_users_asked_for():
    """Those that a signature names and a user writes down."""
    from citeaudit import Dateline, Limits, Outcome, Outlet, Provenance, Reach, Weights  # noqa: PLC0415 - that is the test

    assert isinstance(citeaudit.audit("The road is shut."), Outcome)
    assert all(inspect.isclass(named) for named in (Dateline, Limits, Outlet, Provenance, Reach, Weights))
