"""Values made fast are as those that a dataclass makes by itself."""

from __future__ import annotations

import dataclasses
import inspect
import pickle

import pytest

from citeaudit.model.making import made_fast, replace
from citeaudit.model.relations import Attribution, Mention, Quotation, Sentence, Source
from citeaudit.model.reports import Claim, Finding
from citeaudit.model.spans import Evidence, Span

MADE = (Sentence, Quotation, Mention, Source, Attribution, Claim, Finding, Evidence)


@pytest.mark.parametrize("kind", MADE)
def test_a_class_made_fast_is_called_as_its_fields_say(kind):
    """Editors, documentation and libraries that read signatures see the fields in their order, with their defaults."""
    parameters = inspect.signature(kind).parameters.values()

    assert [(parameter.name, parameter.annotation) for parameter in parameters] == [
        (field.name, field.type) for field in dataclasses.fields(kind)
    ]
    assert [parameter.default for parameter in parameters if parameter.default is not parameter.empty] == [
        field.default for field in dataclasses.fields(kind) if field.default is not dataclasses.MISSING
    ]


def test_a_value_made_fast_is_a_frozen_value():
    """It cannot be changed, equals what has the same fields, and comes out of a pickle as it went in."""
    evidence = Evidence("kinds.stop", Span(0, 4), detail="it ends like a sentence")

    assert pickle.loads(pickle.dumps(evidence)) == evidence  # noqa: S301 - its own pickle
    assert Evidence(step="kinds.stop", span=Span(0, 4), detail=evidence.detail) == evidence
    with pytest.raises(dataclasses.FrozenInstanceError):
        evidence.detail = "changed"
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'step'"):
        Evidence()


def test_what_a_class_looks_at_when_it_is_made_is_still_looked_at():
    """A check that runs behind the fields runs behind them."""

    @made_fast
    @dataclasses.dataclass(frozen=True, slots=True)
    class Share:
        of: int
        most: int = 1

        def __post_init__(self) -> None:
            if self.of > self.most:
                raise ValueError(self.of)

    assert Share(1) == Share(of=1, most=1)
    with pytest.raises(ValueError, match="2"):
        Share(2)


def test_a_changed_value_is_what_dataclasses_would_make_of_it():
    """Only the fields that are named change; one that is not there is refused."""
    attribution = Attribution((), (Span(3, 7),), (Span(8, 20),), construction="that_clause")

    changed = replace(attribution, score=0.5, source=(Span(0, 2),))

    assert changed == dataclasses.replace(attribution, score=0.5, source=(Span(0, 2),))
    with pytest.raises(KeyError, match="mood"):
        replace(attribution, mood="sad")


def test_a_value_of_one_field_is_changed_too():
    """What takes one field out of a value gives a row of one."""

    @dataclasses.dataclass(frozen=True)
    class Name:
        words: str

    assert replace(Name("Ana Ruiz"), words="Eva Lind") == Name("Eva Lind")
