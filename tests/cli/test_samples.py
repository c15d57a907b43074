"""A sample is a fair draw, in the order of the archive."""

from __future__ import annotations

from collections import Counter

import docx
import pytest

from citeaudit.cli.samples import draw_sample
from citeaudit.model.articles import InputProblem
from citeaudit.readers import ReadSettings, cut_pieces, read_piece

pytestmark = pytest.mark.heavy  # each test starts processes

SETTINGS = ReadSettings()


@pytest.fixture
def archive(tmp_path):
    """Return an export of four articles and six texts, ten articles in all, and a name that means nothing."""
    document = docx.Document()
    for number in range(4):
        for line in (f"Title {number}", "Gazette", "May 29, 2025", "Body", f"Words {number}.", "End of Document"):
            document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("Words.")
    return [tmp_path, tmp_path / "gone.txt"]


def drawn(archive, number, seed):
    """Return the articles drawn, each as its file and its number in it, and the problems."""
    draws = draw_sample(cut_pieces(archive, SETTINGS), SETTINGS, number=number, seed=seed)
    articles = [
        (draw.piece.origin.path, ordinal) for draw in draws if not isinstance(draw.piece, InputProblem) for ordinal in draw.chosen
    ]
    return articles, [draw.piece for draw in draws if isinstance(draw.piece, InputProblem)]


def test_as_many_as_are_asked_for_and_every_problem(archive):
    """The articles of an export count one by one; what could not be read stays, whatever is drawn."""
    for seed in range(20):
        articles, problems = drawn(archive, 5, seed)

        assert len(set(articles)) == 5
        assert articles == sorted(articles)
        assert len(problems) == 1


def test_all_where_there_are_no_more(archive):
    """A sample of more than there are is all there are."""
    assert len(drawn(archive, 99, 0)[0]) == 10


def test_each_has_the_same_chance(archive, monkeypatch):
    """Over many seeds each article is drawn about as often; each file is read once."""
    read: dict[str, list[object]] = {}

    def read_once(piece, settings):
        path = piece.path if isinstance(piece, InputProblem) else piece.origin.path
        if path not in read:
            read[path] = list(read_piece(piece, settings))
        return iter(read[path])

    monkeypatch.setattr("citeaudit.cli.samples.read_piece", read_once)
    counts = Counter(article for seed in range(1000) for article in drawn(archive, 2, seed)[0])

    assert len(counts) == 10
    assert all(130 < count < 270 for count in counts.values()), counts
