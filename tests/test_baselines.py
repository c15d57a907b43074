"""Baselines: what was found before is known, as often as it was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit.baselines import Baseline, Known, loads_baseline
from citeaudit.errors import ConfigError

A, B = Known("a.txt", "CA203", "f1"), Known("a.txt", "CA203", "f2")
MOVED = Known("b.txt", "CA203", "f1")
KNOWN = st.lists(st.builds(Known, st.sampled_from("ab"), st.just("CA203"), st.sampled_from("xyz")))


@pytest.mark.parametrize(
    ("known", "found", "is_new"),
    [
        pytest.param([A], [A, B], [False, True], id="only what is new"),
        pytest.param([A, A], [A, A, A], [False, False, True], id="the third is new"),
        pytest.param([A], [MOVED], [False], id="a renamed file brings nothing new"),
        pytest.param([A], [MOVED, A], [True, False], id="its own file goes first"),
        pytest.param([], [A], [True], id="an empty baseline knows nothing"),
    ],
)
def test_what_is_new(known, found, is_new):
    """A finding is known while the baseline still has one like it."""
    assert Baseline.of(known).new(found) == is_new


@given(KNOWN)
def test_nothing_is_new_to_its_own_baseline(found):
    """A baseline written now knows all there is now, and comes back from its file as it was."""
    baseline = Baseline.of(found)

    assert not any(baseline.new(found))
    assert loads_baseline(baseline.dumps(), name="x") == baseline


def test_pruning_forgets_only_in_files_that_were_read():
    """What is no longer found goes; what lies in files that were not read stays."""
    baseline = Baseline.of([A, A, B, MOVED])

    assert baseline.pruned([A], frozenset(["a.txt"])) == Baseline.of([A, MOVED])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not valid JSON"),
        ("[]", "of this version"),
        ('{"schema": "citeaudit/baseline/9", "findings": []}', "of this version (schema 'citeaudit/baseline/9'"),
        ('{"schema": "citeaudit/baseline/1", "findings": [{"path": "a"}]}', "damaged"),
        ('{"schema": "citeaudit/baseline/1"}', "damaged"),
    ],
)
def test_what_is_no_baseline_is_refused(text, said):
    """A damaged file, or one of another version, is told with its remedy."""
    with pytest.raises(ConfigError) as caught:
        loads_baseline(text, name="known.json")
    assert str(caught.value).startswith("known.json: ")
    assert said in str(caught.value)
    assert "--write-baseline" in str(caught.value)
