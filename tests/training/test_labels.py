"""Labels travel without their texts, and find the texts that they were made for."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from citeaudit.errors import InputError
from citeaudit.training import calibration, losses
from citeaudit.training import labels as labels_command
from citeaudit.training import marked as marked_command
from citeaudit.training.labels import dump_labels, gold_record, hash_of, labels_from, read_labels
from citeaudit.training.marked import read_marks

TEXT = "The bridge is safe, Ana Ruiz told the Tarn Herald. It opened in May."
RECORD = {
    "id": "bridge-1",
    "publisher": "Northport Post",
    "title": None,
    "text": TEXT,
    "sentences": [
        {
            "start": 0, "end": 50, "kind": "statement", "status": "outlet", "origin": "source",
            "outlets": ["Tarn Herald"], "sources": ["Ana Ruiz"], "flags": [], "also": {"kind": [], "status": ["source"], "outlets": ["Herald"]},
        },
        {
            "start": 51, "end": 68, "kind": "statement", "status": "unattributed", "origin": "unattributed",
            "outlets": [], "sources": [], "flags": [], "also": {"kind": [], "status": [], "outlets": []},
        },
    ],
}  # fmt: skip
SHIPPED = Path(__file__).parent / "labels"


def test_labels_come_back_as_they_were_written(tmp_path):
    """A gold record becomes labels without text, and with its text the same record again."""
    path = tmp_path / "labels.tsv"
    path.write_text(dump_labels([labels_from(RECORD)]), encoding="utf-8")

    (labels,) = read_labels(path)

    assert TEXT[:20] not in path.read_text(encoding="utf-8")
    assert gold_record(labels, {**RECORD, "text": TEXT + " More followed."}) == RECORD


def test_labels_refuse_a_text_that_they_were_not_made_for():
    """The hash tells: offsets of another text would point anywhere."""
    with pytest.raises(InputError, match="not the one that was labelled"):
        gold_record(labels_from(RECORD), {"text": TEXT.replace("May", "June")})


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("0\t4\tstatement\tsource", "before the first article"),
        ("@ a\t9\tx\n0\t4\tstatement\tloud", "loud"),
        ("@ a\t9\tx\n0\t4\theading\tsource", "nothing else has"),
        ("@ a\t9\tx\n0\t4\tstatement", "statements have one"),
        ("@ a\t9\tx\n0\t4\tstatement\tsource\n3\t9\tstatement\tsource", "does not follow"),
        ("@ a\t9\tx\n0\t12\tstatement\tsource", "does not follow"),
        ("@ a\t9\tx\n0\t4\tstatement\tsource\tsource\t\t\tmood:good", "no second reading"),
        ("@ a\t9", "labels.tsv:1"),
    ],
)
def test_a_line_that_is_no_label_is_named(tmp_path, lines, said):
    """The error says the file, the line and what is wrong."""
    path = tmp_path / "labels.tsv"
    path.write_text(lines + "\n", encoding="utf-8")

    with pytest.raises(InputError, match=said):
        read_labels(path)


def test_the_shipped_labels_can_be_read():
    """Every line of the labels of news is a label, and no article is labelled twice."""
    labels = [*read_labels(SHIPPED / "raw_news.tsv"), *read_labels(SHIPPED / "fresh_pages.tsv")]

    assert len({one.id for one in labels}) == len(labels) == 120 + 52
    assert all(len(one.hash) == len(hash_of("")) for one in labels)


def test_the_command_writes_gold(tmp_path, capsys):
    """Labels and texts go in, the gold that scorers read comes out; an article without a text is counted and left out."""
    (tmp_path / "labels.tsv").write_text(
        dump_labels([labels_from(RECORD), labels_from({**RECORD, "id": "bridge-2"})]), encoding="utf-8"
    )
    (tmp_path / "texts.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")

    labels_command.main([str(tmp_path / "labels.tsv"), str(tmp_path / "texts.jsonl"), "-o", str(tmp_path / "gold.jsonl")])

    assert json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8")) == RECORD
    assert "1 of 2" in capsys.readouterr().err


def test_marks_tell_who_says_what():
    r"""Numbers tell what belongs together, an attribution may stand in another's content, and "\" keeps a bracket of the text."""
    text, (outer, inner) = read_marks(r"<1:[2:Ana Ruiz] {2:said} \(twice\) <2:it held>>, [1:(1:the Herald)] {1:reported}.")

    assert text == "Ana Ruiz said (twice) it held, the Herald reported."
    assert [[text[start:end] for start, end in outer[role]] for role in ("source", "cue", "content", "outlet")] == [
        ["the Herald"], ["reported"], ["Ana Ruiz said (twice) it held"], ["the Herald"],
    ]  # fmt: skip
    assert [text[start:end] for start, end in inner["source"]] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("marked", "said"),
    [("[Ruiz} said", "closes nothing"), ("[Ruiz said", "left open"), ("[Ruiz] {said}", "no content"), ("<It held>", "no cue")],
)
def test_marks_that_do_not_pair_are_refused(marked, said):
    """A slip in the brackets is told, not read as something else."""
    with pytest.raises(ValueError, match=said):
        read_marks(marked)


def test_marked_spans_become_gold(tmp_path):
    """Each stretch is checked against its text, and its spans become those of the whole article."""
    (tmp_path / "texts.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    spans = tmp_path / "spans.tsv"
    spans.write_text("bridge-1\t0-50\t<The bridge is safe>, [Ana Ruiz] {told} (the Tarn Herald).\n", encoding="utf-8")

    marked_command.main([str(spans), str(tmp_path / "texts.jsonl"), "-o", str(tmp_path / "gold.jsonl")])
    (one,) = json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8"))["attributions"]

    assert {role: [TEXT[start:end] for start, end in found] for role, found in one.items()} == {
        "source": ["Ana Ruiz"], "cue": ["told"], "content": ["The bridge is safe"], "outlet": ["the Tarn Herald"],
    }  # fmt: skip
    spans.write_text("bridge-1\t0-50\t<The bridge was safe>, [Ana Ruiz] {told} (the Tarn Herald).\n", encoding="utf-8")
    with pytest.raises(InputError, match="its words are not those"):
        marked_command.main([str(spans), str(tmp_path / "texts.jsonl"), "-o", str(tmp_path / "gold.jsonl")])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "needs an object with id"),
        ('{"id": "a"}', "needs an object with id"),
        ("é", "cannot be read"),
    ],
)
@pytest.mark.parametrize(
    "run",
    [
        partial(calibration.main, ["gold.jsonl"]),
        partial(losses.main, ["gold.jsonl"]),
        partial(labels_command.main, ["none.tsv", "gold.jsonl", "-o", "out.jsonl"]),
        partial(marked_command.main, ["none.tsv", "gold.jsonl", "-o", "out.jsonl"]),
    ],
    ids=["calibration", "losses", "labels", "marked"],
)
def test_every_command_tells_which_line_is_no_record(tmp_path, monkeypatch, run, line, said):
    """What is no JSON, no article or no UTF-8 is told in one line with its file, and with its number as far as it has one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "none.tsv").write_text("", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_bytes(json.dumps(RECORD).encode() + b"\n\n" + line.encode("latin-1") + b"\n")

    with pytest.raises(InputError, match=rf"^gold\.jsonl{'' if said == 'cannot be read' else ':3'}: {said}"):
        run()
