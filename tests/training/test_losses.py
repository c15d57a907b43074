"""Losses are sorted by the stage that lost them; of blind sets only counts are told."""

from __future__ import annotations

import json

import pytest

from citeaudit import Article, Config, audit
from citeaudit.training import calibration, losses
from citeaudit.training.losses import losses_of

NOBODY = {"outlets": [], "sources": [], "also": {}}


def record(text, *labels, name="made"):
    """Return a gold record of *text* whose sentences, between bars, have the *labels* (kind, status, outlets, sources)."""
    start, sentences = 0, []
    for words, (kind, status, outlets, sources) in zip(text.split("|"), labels, strict=True):
        sentences.append(
            {
                "start": start,
                "end": start + len(words),
                "kind": kind,
                "status": status,
                "outlets": outlets,
                "sources": sources,
                "also": {},
            }
        )
        start += len(words) + 1
    return {"id": name, "text": text.replace("|", " "), "sentences": sentences}


@pytest.mark.parametrize(
    ("text", "label", "lost"),
    [
        ("The old bridge is safe, Ana Ruiz said.", ("statement", "source", [], ["Ana Ruiz"]), None),
        ("The old bridge is safe, Ana Ruiz said.", ("heading", None, [], []), ("too much", "kind")),
        ("The old bridge is safe, Ana Ruiz said.", ("statement", "source", [], ["Tom Lee"]), ("other", "reference")),
        ("The old bridge is safe, Ana Ruiz said.", ("statement", "unattributed", [], []), ("too much", "cue")),
        ("The old bridge was safe in May.", ("statement", "source", [], ["Ana Ruiz"]), ("missed", "cue")),
        ("The old bridge was safe in May.", ("statement", "outlet", ["Tarn Bugle"], []), ("missed", "mention")),
        ("Ana Ruiz wants the old bridge to close in May.", ("statement", "source", [], ["Ana Ruiz"]), ("missed", "level")),
        ("Reuters has an office near the old bridge.", ("statement", "outlet", ["Reuters"], []), ("missed", "cue")),
    ],
)
def test_each_loss_has_its_stage(text, label, lost):
    """One sentence, its label, and the stage that explains why it is read otherwise."""
    found = losses_of(record(text, label), audit(Article(text, id="made"), config=Config(check_language=False)))

    assert [(loss.way, loss.stage) for loss in found] == ([] if lost is None else [lost])


def test_a_second_reading_is_no_loss():
    """What is as defensible counts as right, as the scorer has it."""
    gold = record("The old bridge is safe, Ana Ruiz said.", ("statement", "unattributed", [], []))
    gold["sentences"][0]["also"] = {"status": ["source"]}

    assert losses_of(gold, audit(Article(gold["text"], id="made"), config=Config(check_language=False))) == []


@pytest.fixture
def sets(tmp_path):
    """Return a folder with two gold sets of one article, one of them blind."""
    label = ("statement", "source", [], ["Ana Ruiz"])
    for name in ("open", "made_blind"):
        gold = record("The secret bridge was closed to all carts in May.", label, name="carts-1")
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return tmp_path


def test_of_blind_sets_only_counts_are_told(sets, capsys):
    """Neither the texts nor the articles of a set named so are printed, whatever is asked for."""
    losses.main([str(sets / "made_blind.jsonl"), "--save", str(sets / "then")])
    losses.main([str(sets / "made_blind.jsonl"), "--against", str(sets / "then"), "--list", "cue"])
    told = capsys.readouterr().out

    assert "made_blind" in told
    assert "1 losses then, 1 now" in told
    assert "secret" not in told
    assert "carts-1" not in told


def test_an_open_set_is_listed_and_compared(sets, capsys):
    """The losses of a stage are listed, and against an earlier audit the articles that moved are named."""
    losses.main([str(sets / "open.jsonl"), "--save", str(sets / "then")])
    worse = json.loads((sets / "open.jsonl").read_text(encoding="utf-8"))
    worse["sentences"][0].update(status="unattributed", sources=[])
    (sets / "open.jsonl").write_text(json.dumps(worse) + "\n", encoding="utf-8")
    capsys.readouterr()

    losses.main([str(sets / "open.jsonl"), "--against", str(sets / "then"), "--list", "cue"])

    assert "0 losses then, 0 now: 0 articles gained, 0 lost" in capsys.readouterr().out


def test_confidence_is_measured_and_checked(sets, capsys):
    """The command writes a table that says how often each ground was right, and without -o how well the shipped one holds."""
    calibration.main([str(sets / "open.jsonl"), "-o", str(sets / "table.tsv")])
    calibration.main([str(sets / "open.jsonl")])

    assert "nobody\t" in (sets / "table.tsv").read_text(encoding="utf-8")
    assert "expected calibration error" in capsys.readouterr().out
