"""What comes of files: articles with exact text, and in place of what cannot be read, the problem."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import sys
from types import SimpleNamespace

import pytest

from citeaudit.errors import ConfigError
from citeaudit.limits import Limits
from citeaudit.model.articles import Article, Hyperlink, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.model.spans import Span
from citeaudit.readers import READERS, ReadSettings, cut_pieces, read_articles, read_piece


def record(**fields):
    """Return one line of JSON Lines."""
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


class TestText:
    """A text file is one article."""

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            pytest.param(b"One.\n\nTwo.\n", "One.\n\nTwo.\n", id="as it stands"),
            pytest.param(b"One.\r\nTwo.\r", "One.\r\nTwo.\r", id="line ends are characters"),
            pytest.param(b"\xef\xbb\xbfOne.", "One.", id="a byte order mark is no text"),
            pytest.param("“Naïve” \u2028 \u00a0 😀".encode(), "“Naïve” \u2028 \u00a0 😀", id="any character"),
        ],
    )
    def test_text_is_exact(self, tmp_path, data, text):
        """Every character of the file is in the text, so that offsets are exact."""
        path = tmp_path / "a.txt"
        path.write_bytes(data)

        assert [Article(text, id=str(path), publisher="Gazette", origin=Origin(str(path)))] == list(
            read_articles(path, publisher="Gazette")
        )

    @pytest.mark.parametrize(
        ("data", "what", "remedy"),
        [
            pytest.param(b"", "is empty", "give a file with", id="empty"),
            pytest.param(b" \n\t", "is empty", "give a file with", id="blank"),
            pytest.param(b"caf\xe9", "is not utf-8 (byte 0xe9 at 3)", "--encoding", id="latin-1"),
            pytest.param(b"a\0b", "is binary", "give a text file", id="binary that decodes"),
            pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "is binary", "give a text file", id="binary that does not"),
            pytest.param("Hi".encode("utf-16"), "UTF-16", "--encoding utf-16", id="utf-16"),
        ],
    )
    def test_what_is_no_text_is_a_problem(self, tmp_path, data, what, remedy):
        """What is no text is named with what is wrong and what to do."""
        path = tmp_path / "a.txt"
        path.write_bytes(data)
        (problem,) = read_articles(path)

        assert str(path) == problem.path
        assert what in problem.what
        assert remedy in problem.remedy

    def test_another_encoding(self, tmp_path):
        """An encoding that is given is used."""
        (tmp_path / "a.txt").write_bytes(b"caf\xe9")

        assert [article.text for article in read_articles(tmp_path / "a.txt", encoding="latin-1")] == ["café"]

    def test_too_large_is_skipped(self, tmp_path):
        """A file larger than an article may be is skipped without being read whole."""
        (tmp_path / "a.txt").write_text("words " * 100)
        settings = ReadSettings(limits=Limits(max_bytes=100))
        (piece,) = cut_pieces([tmp_path / "a.txt"], settings)
        (skipped,) = read_piece(piece, settings)

        assert skipped.reason == "size"


class TestJsonl:
    """A line of JSON Lines is one article."""

    def test_fields(self, tmp_path):
        """Every field that is known of an article is taken; the origin counts records and lines from 1."""
        path = tmp_path / "a.jsonl"
        link = {"start": 0, "end": 3, "url": "https://example.org"}
        known = {"publisher": "Gazette", "title": "T", "date": "2025-05-29", "url": "https://g.example/1", "byline": "B"}
        path.write_bytes(b"\n" + record(id=7, text="One\u2028two.", hyperlinks=[link], **known))

        assert [
            Article(
                "One\u2028two.",
                id="7",
                hyperlinks=(Hyperlink(Span(0, 3), "https://example.org"),),
                origin=Origin(str(path), 1, 2),
                **known,
            )
        ] == list(read_articles(path))

    def test_other_names(self, tmp_path):
        """Fields go by other names where told, also inside objects, and lists of names are joined."""
        path = tmp_path / "a.jsonl"
        path.write_bytes(record(article={"body": "Words."}, authors=["Ana Ruiz", {"name": "Bo Li"}], source={"name": "Gazette"}))
        fields = {"text": "article.body", "byline": "authors", "publisher": "source"}
        (article,) = read_articles(path, fields=fields)

        assert ("Words.", "Ana Ruiz, Bo Li", "Gazette", f"{path}#1") == (
            article.text,
            article.byline,
            article.publisher,
            article.id,
        )

    @pytest.mark.parametrize(
        ("line", "what"),
        [
            pytest.param(b'{"id": "b", "text": ', "not JSON", id="broken"),
            pytest.param(b"[1, 2]", "a list, not an object", id="no object"),
            pytest.param(b'{"id": "b", "words": "Words."}', "no text: no field 'text', but id, words", id="no text"),
            pytest.param(b'{"id": "b", "text": 3}', "a number, not a text", id="number"),
            pytest.param(b'{"id": "b", "text": ["Words."]}', "a list, not a text", id="list"),
            pytest.param(b'{"id": "b", "text": "caf\xe9"}', "not utf-8", id="undecodable"),
            pytest.param(b"[" * 100_000, "not JSON", id="deep"),
            pytest.param(b'{"text": ' + b"9" * 5000 + b"}", "not JSON", id="a number past all bounds"),
        ],
    )
    def test_a_bad_line_stands_in_its_place(self, tmp_path, line, what):
        """A bad line is a problem with its number, and the lines around it are read all the same."""
        path = tmp_path / "a.jsonl"
        path.write_bytes(record(id="a", text="One.") + line + b"\n" + record(id="c", text="Three."))
        first, problem, last = read_articles(path)

        assert (first.id, last.id) == ("a", "c")
        assert isinstance(problem, InputProblem)
        assert what in problem.what
        assert (problem.record, problem.line) == (2, 2)
        assert str(problem).startswith(f"{path}:2: ")

    def test_a_line_too_long_is_skipped(self, tmp_path):
        """A line longer than an article may be is passed over in bounded memory, and the next is read."""
        path = tmp_path / "a.jsonl"
        path.write_bytes(record(id="a", text="x" * 1000) + record(id="b", text="Two."))
        settings = ReadSettings(limits=Limits(max_bytes=200))
        first, second = (o for piece in cut_pieces([path], settings) for o in read_piece(piece, settings))

        assert isinstance(first, Skipped)
        assert second.id == "b"

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf\n"])
    def test_an_empty_file_is_a_problem(self, tmp_path, data):
        """A file without a record is named."""
        (tmp_path / "a.jsonl").write_bytes(data)

        assert [problem.what for problem in read_articles(tmp_path / "a.jsonl")] == ["is empty"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize("more", [{}, {"text": "Words of the article."}])
def test_what_citeaudit_wrote_is_passed_over(tmp_path, name, more):
    """A baseline, or reports with text or without, that lie in a directory are no articles and no problems, and are told once."""
    (tmp_path / name).write_bytes(record(schema="citeaudit/report/1", id="a", **more) + record(id="b", text="Words."))
    skipped, article = read_articles(tmp_path)

    assert (skipped.reason, article.id) == ("own-output", "b")


class TestFiles:
    """Names mean files."""

    def test_a_directory_is_walked_in_order(self, tmp_path):
        """All files below a directory that a reader takes are read, sorted, hidden and excluded ones left out."""
        for name in ("b.txt", "a/z.md", "a/y.jsonl", "c.png", ".git/x.txt", ".x.txt", "drafts/d.txt", "a/old.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text('{"text": "Words."}')
        read = [article.origin.path for article in read_articles(tmp_path, exclude=["drafts", "*/old.*"])]

        assert [str(tmp_path / name) for name in ("a/y.jsonl", "a/z.md", "b.txt")] == read

    def test_a_format_given_takes_every_file(self, tmp_path):
        """With the input format given, a walk takes files of any suffix."""
        (tmp_path / "a.dat").write_text("Words.")

        assert [article.text for article in read_articles(tmp_path, input_format="text")] == ["Words."]

    def test_a_pattern(self, tmp_path):
        """A pattern means the files that match it, sorted."""
        for name in ("b.txt", "a.txt", "c.md"):
            (tmp_path / name).write_text(name)

        assert [article.text for article in read_articles(str(tmp_path / "*.txt"))] == ["a.txt", "b.txt"]

    def test_a_name_with_brackets_is_a_name(self, tmp_path):
        """A file whose name looks like a pattern is read as a file."""
        (tmp_path / "a[1].txt").write_text("Words.")

        assert [article.text for article in read_articles(str(tmp_path / "a[1].txt"))] == ["Words."]

    def test_standard_input(self, monkeypatch):
        """The name "-" is standard input, plain text unless the format is given."""
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Words.")))
        (article,) = read_articles("-")
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(record(id="a", text="More."))))
        (other,) = read_articles("-", input_format="jsonl")

        assert (article.text, article.id, other.text, other.id) == ("Words.", "-", "More.", "a")

    @pytest.mark.parametrize(
        ("name", "what"),
        [
            ("missing.txt", "no such file"),
            ("missing.xyz", "no such file"),
            ("*.nothing", "no file matches"),
            ("empty", "holds no file"),
            ("known.xyz", "'.xyz' names no format"),
            ("known", "has no suffix"),
        ],
    )
    def test_a_name_that_means_nothing_is_a_problem(self, tmp_path, name, what):
        """A name that means no readable file is a problem, and the names beside it are read."""
        (tmp_path / "empty").mkdir()
        for file in ("known.xyz", "known", "good.txt"):
            (tmp_path / file).write_text("Words.")
        problem, article = read_articles([tmp_path / name, tmp_path / "good.txt"])

        assert what in problem.what
        assert problem.remedy
        assert article.text == "Words."

    @pytest.mark.heavy
    @pytest.mark.parametrize(("suffix", "compress"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
    @pytest.mark.heavy
    def test_compressed_files_are_read_as_what_they_hold(self, tmp_path, suffix, compress):
        """A compressed file is read as what it holds; a damaged one gives what came before the damage, and a problem."""
        lines = b"".join(record(id=str(n), text=f"Words {n * 7919}.") for n in range(20_000))
        whole, damaged = tmp_path / f"a.jsonl{suffix}", tmp_path / f"b.jsonl{suffix}"
        whole.write_bytes(compress(lines))
        damaged.write_bytes(compress(lines)[:-20])
        false = tmp_path / f"c.txt{suffix}"
        false.write_bytes(b"not compressed")

        assert sum(isinstance(outcome, Article) for outcome in read_articles(whole)) == 20_000
        assert isinstance(list(read_articles(damaged))[-1], InputProblem)
        assert [InputProblem] == [type(outcome) for outcome in read_articles(false)]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"input_format": "word"}, "unknown input format 'word'"),
        ({"fields": {"body": "text"}}, "unknown field 'body'"),
        ({"encoding": "utf-9"}, "unknown encoding 'utf-9'"),
    ],
)
def test_settings_are_refused_at_once(settings, words):
    """A setting that cannot be meant is refused before anything is read, with what may be given."""
    with pytest.raises(ConfigError, match=words):
        read_articles("a.txt", **settings)


def test_suffixes_are_of_one_reader_each():
    """No suffix belongs to two readers, and no name to two."""
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]

    assert len(set(suffixes)) == len(suffixes)
    assert len({reader.name for reader in READERS}) == len(READERS)
