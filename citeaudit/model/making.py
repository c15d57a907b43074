"""How frozen values are made: a dataclass goes in, the same comes out with an ``__init__`` that takes half the time; a value and changes go in, the changed one comes out.

What a frozen dataclass writes for itself asks ``object.__setattr__`` for each field by its name, and an article is hundreds of values of a dozen fields.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


def made_fast(kind: type[Value]) -> type[Value]:
    """Return *kind*, a frozen dataclass with slots and no default that has to be made, with an ``__init__`` of the same signature that fills the slots."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # it is a dataclass
    setters = {f"set_{name}": vars(kind)[name].__set__ for name in names}
    lines = [f" set_{name}(self, {name})" for name in names]
    lines += [" self.__post_init__()"] if hasattr(kind, "__post_init__") else []
    made: dict[str, Any] = {}
    exec("\n".join([f"def __init__(self, {', '.join(names)}):", *lines]), setters, made)  # noqa: S102 - source made of the names of fields
    written, own = made["__init__"], vars(kind)["__init__"]
    for name in ("__defaults__", "__annotations__", "__qualname__", "__module__"):
        setattr(written, name, getattr(own, name))
    kind.__init__ = written  # type: ignore[method-assign]
    return kind


if TYPE_CHECKING:
    # The names and types of the changes are checked as those of the library's own are.
    from dataclasses import replace as replace  # noqa: PLC0414 - so that others may import it from here
else:

    def replace(value: Value, **changes: Any) -> Value:
        """Return *value* with the *changes*, as ``dataclasses.replace`` does for a dataclass whose fields are all given when it is made."""
        kind: Any = type(value)
        places, parts = _fields_of(kind)
        values = list(parts(value))
        for name, new in changes.items():
            values[places[name]] = new
        changed: Value = kind(*values)
        return changed


@cache
def _fields_of(kind: type[Any]) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """Return the place of each field of a dataclass, and what takes all of them out of a value."""
    return {field.name: place for place, field in enumerate(fields(kind))}, parts_of(kind)


def parts_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes the fields of a dataclass, in their order, out of a value."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
