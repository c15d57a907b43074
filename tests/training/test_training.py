"""Weights are learned the same way twice, from labels that a reader of reports could write, and broken files are named."""

from __future__ import annotations

import json

import pytest

from citeaudit.cli.main import main
from citeaudit.config_files import read_config_file
from citeaudit.engine.relations import find_relations
from citeaudit.engine.weights import CANDIDATES, Weights
from citeaudit.errors import ConfigError
from citeaudit.model.relations import Attribution
from citeaudit.model.spans import Span
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.text.quotations import pair_quotations
from citeaudit.training import crossvalidation, errors, recall
from citeaudit.training.gold import Label, Labelled
from citeaudit.training.scores import match_article, rate_all
from citeaudit.words.tokens import read_words

pytest.importorskip("scipy", reason="training needs the extra citeaudit[train]")

NAMES = ("Ana Ruiz", "Ben Okoro", "Carla Weiss", "Dev Patel", "Eva Lind", "Finn Moe")
THINGS = ("the harbour", "the bridge", "the old school", "the ferry", "the market", "the tram")
FRAMES = (
    ("{who} said that {what} would close.", "{who}", "said", "that {what} would close"),
    ("“We will close {what},” said {who}.", "{who}", "said", "“We will close {what},”"),
    ("{What} will close, {who} said.", "{who}", "said", "{What} will close"),
    ("“{What},” {who} said, “is not safe.”", "{who}", "said", "“{What},” … “is not safe.”"),
    ("{What} closed in June, according to {who}.", "{who}", "according to", "{What} closed in June"),
    ("{What} was built in 1921.", "", "", ""),
)


def labelled(number: int) -> dict[str, object]:
    """Return a made-up article with its labels."""
    text, attributions = "", []
    for place, (sentence, *roles) in enumerate(FRAMES):
        who, what = NAMES[(number + place) % 6], THINGS[(number * 2 + place) % 6]
        fill = {"who": who, "what": what, "What": what[0].upper() + what[1:]}
        words = sentence.format(**fill)
        if roles[1]:
            spans = []
            for role in roles:
                pieces = [piece.format(**fill) for piece in role.split(" … ")]
                starts = [len(text) + words.index(piece) for piece in pieces]
                spans.append([[start, start + len(piece)] for start, piece in zip(starts, pieces, strict=True)])
            attributions.append(dict(zip(("source", "cue", "content"), spans, strict=True)))
        text += words + "\n\n"
    return {"id": f"made-{number}", "text": text, "attributions": attributions}


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    """Return the path of twenty-four made-up articles."""
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("".join(json.dumps(labelled(number)) + "\n" for number in range(24)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(gold, tmp_path_factory):
    """Return a folder of weights learned from them."""
    output = tmp_path_factory.mktemp("weights")
    assert main(["train", str(gold), "-o", str(output), "--quiet"]) == 0
    return output


@pytest.mark.heavy
def test_the_same_data_give_the_same_bytes(gold, folder, tmp_path):
    """A second training writes the same file."""
    assert main(["train", str(gold), "-o", str(tmp_path), "--quiet"]) == 0

    assert (tmp_path / "weights.json").read_bytes() == (folder / "weights.json").read_bytes()


def test_what_was_learned_is_found(folder):
    """A sentence of a frame that was learned, about somebody new, is read as its labels were."""
    text = "Gil Hart said that the canal would close."
    sentences = tell_kinds(text, find_boundaries(text))

    (found,) = find_relations(
        read_words(text, sentences, pair_quotations(text, sentences), Weights.read(folder).forms), Weights.read(folder)
    )

    assert [span.of(text) for span in (*found.source, *found.cue, *found.content)] == [
        "Gil Hart",
        "said",
        "that the canal would close",
    ]


def test_scores_stand_beside_the_weights(folder):
    """The folder tells precision and recall on held-back articles, and how far a confidence can be trusted."""
    scores = (folder / "scores.txt").read_text(encoding="utf-8")

    assert "precision" in scores
    assert "confidence and truth" in scores


def test_too_few_articles_are_refused(tmp_path, capsys):
    """Three articles teach nothing."""
    path = tmp_path / "few.jsonl"
    path.write_text("".join(json.dumps(labelled(number)) + "\n" for number in range(3)), encoding="utf-8")

    assert main(["train", str(path), "-o", str(tmp_path / "out")]) == 2
    assert "too few" in capsys.readouterr().err


def test_broken_labels_are_named(tmp_path, capsys):
    """A record without text is named by file and line."""
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "text": "x", "attributions": []}\n{"id": "b"}\n', encoding="utf-8")

    assert main(["train", str(path), "-o", str(tmp_path / "out")]) == 2
    assert f"{path}:2" in capsys.readouterr().err


def made(**kinds) -> str:
    """Return the text of a file of weights with nothing in it but *kinds*."""
    weights = {kind: {} for kind in CANDIDATES} | kinds
    return json.dumps({"format": "citeaudit/weights/3", "anchors": ["say"], "rates": {"5": ["say"]}, "weights": weights})


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "Expecting value"),
        ("citeaudit/weights/2\ncue\n", "Expecting value"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "the format must be"),
        ('{"format": "citeaudit/weights/9"}', "the format must be 'citeaudit/weights/3', not 'citeaudit/weights/9'"),
        ('{"format": "citeaudit/weights/3", "weights": {"cue": {"kind": {"w": NaN}}}}', "NaN is no number"),
        ('{"format": "citeaudit/weights/3", "rates": []}', "'rates' must be an object of lists of stems by step"),
        (made(mood={}), "there is no kind of candidate 'mood'"),
        (made(cue=[]), "the weights of 'cue' are missing"),
        (made(cue={"kind colour": {}}), "no clue of 'cue' looks at 'kind colour'"),
        (made(cue={"lower": {"said": "much"}}), "the weights for 'lower' must be numbers, nested one level for each fact"),
    ],
    ids=[
        "empty",
        "the format before",
        "too deep",
        "no object",
        "another format",
        "not a number",
        "no rates",
        "unknown kind",
        "no kind",
        "unknown facts",
        "no number",
    ],
)
def test_files_that_are_no_weights(tmp_path, content, complaint):
    """One message names the file and what is wrong with it."""
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ConfigError) as error:
        Weights.read(path)

    assert complaint in str(error.value)
    assert str(path) in str(error.value)


def test_a_missing_file_says_how_to_make_one(tmp_path):
    """The message names the command that makes weights."""
    with pytest.raises(ConfigError, match="citeaudit train"):
        Weights.read(tmp_path / "none.json")


def test_losses_are_listed_by_construction_cue_and_article(gold, tmp_path, capsys):
    """The analysis of errors has its tables, and tells gains and losses against a saved run."""
    saved = tmp_path / "before.json"

    assert errors.main([str(gold), "--save", str(saved)]) == 0
    assert errors.main([str(gold), "--against", str(saved)]) == 0
    shown = capsys.readouterr().out

    for heading in ("by construction", "by cue", "worst articles", "0 gained, 0 lost"):
        assert heading in shown


@pytest.mark.heavy
def test_folds_are_audited_with_weights_learned_from_the_others(gold, capsys):
    """Every article is read once, and the kinds of labels are counted apart."""
    assert crossvalidation.main([str(gold), "--folds", "2"]) == 0
    shown = capsys.readouterr().out

    for line in ("2 folds, the whole audit", "relation+source", "core relation+source", "according to", "direct quotations"):
        assert line in shown


def test_kinds_of_labels_are_told_by_cue_and_marks():
    """A cue that holds "according to"; a content that begins with a mark; and the others."""
    text = "The port is shut, according to Ruiz. “It is old,” said Weiss. Okoro said that it will stay."

    def label(cue: str, content: str) -> Label:
        spans = [((text.index(words), text.index(words) + len(words)),) for words in (cue, content)]
        return Label((), *spans)

    labels = (label("according to", "The port is shut"), label("said Weiss", "“It is old,”"), label("said that", "it will stay"))

    assert crossvalidation.kinds_of(Labelled("a", text, (), (), labels)) == ["according to", "direct quotations", "other"]


def test_of_a_report_and_what_it_hands_on_the_labelled_one_counts():
    """What lies around another counts where it answers a label that nothing else does, and costs nothing where not."""
    text = "The port is shut, Ruiz said, the paper reported."

    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)

    outer = Attribution(spans("the paper"), spans("reported"), spans("The port is shut, Ruiz said"))
    inner = Attribution(spans("Ruiz"), spans("said"), spans("The port is shut"), within=0)

    def flattened(*labelled: Attribution) -> list[Attribution]:
        labels = tuple(Label(*(tuple((s.start, s.end) for s in role) for role in (a.source, a.cue, a.content))) for a in labelled)
        return crossvalidation.flattened(Labelled("a", text, (), (), labels), [outer, inner])

    assert flattened(inner) == [inner]
    assert flattened(inner, outer) == [inner, outer]
    assert flattened() == [inner]


def test_the_recall_of_the_candidates_is_shown(gold, capsys):
    """Each generator has a line, and on plain sentences all of them propose what is right."""
    assert recall.main([str(gold)]) == 0
    shown = capsys.readouterr().out

    assert "right end" in shown
    assert "source end, left" in shown


def test_scores_count_what_people_would():
    """A content that shares half its words answers a label; a wrong source makes it wrong; fills are not counted."""
    text = "Ana Ruiz said that the harbour would close."
    article = Labelled("a", text, (), (), (Label(((0, 8),), ((9, 13),), ((14, 42),)),))
    right = Attribution((Span(0, 8),), (Span(9, 13),), (Span(19, 42),))
    wrong = Attribution((), (Span(9, 13),), (Span(14, 42),))
    fill = Attribution((), (), (Span(14, 42),), is_fill=True)

    rates = [rate_all([match_article(article, [found])]) for found in (right, wrong, fill)]

    assert [rate["relation"].f1 for rate in rates] == [1.0, 1.0, 0.0]
    assert [rate["relation+source"].f1 for rate in rates] == [1.0, 0.0, 0.0]
    assert rates[0]["core relation+source"].precision == 1.0


def test_a_file_of_settings_names_weights_of_its_own(folder, tmp_path):
    """A path in the file counts from the file; one that leads nowhere is a problem of the file."""
    settings = tmp_path / "citeaudit.toml"
    settings.write_text(f"weights = {json.dumps(str(folder))}\n", encoding="utf-8")

    assert read_config_file(settings).weights == Weights.read(folder)

    settings.write_text('weights = "nowhere"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"weights: .*nowhere"):
        read_config_file(settings)
