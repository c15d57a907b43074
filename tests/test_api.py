"""The verbs as a user calls them: what is refused at the door, and what is said."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import citeaudit

ENGLISH = "The harbour will close until March, Bloomberg reported on Monday. Nobody was hurt. " * 6
SPANISH = (
    "El puerto de la ciudad estará cerrado hasta marzo, según dijo el lunes la autoridad. Nadie resultó herido en el muelle. " * 6
)


def test_a_text_in_another_language_is_refused_by_name():
    """An audit of a Spanish text would read as unattributed, so it is refused, with the language and the remedy."""
    with pytest.raises(citeaudit.NotEnglishError, match=r"\(es\).*check_language=False") as caught:
        citeaudit.audit(SPANISH)

    assert caught.value.language == "es"


def test_the_language_check_can_be_switched_off():
    """Who says so has any text read; the language that was found stands in the report all the same."""
    report = citeaudit.audit(SPANISH, config=citeaudit.Config(check_language=False))

    assert report.language == "es"
    assert report.claims


def test_short_texts_are_read_whatever_they_are_in():
    """Under fifty words the language is not guessed."""
    assert citeaudit.audit("El puerto estará cerrado.").language is None


def test_in_a_run_a_foreign_article_is_skipped_and_the_others_are_read():
    """A skip stands in the place of the article, in order."""
    outcomes = list(citeaudit.audit_many([ENGLISH, citeaudit.Article(SPANISH, id="b"), ENGLISH]))

    assert [type(outcome).__name__ for outcome in outcomes] == ["ArticleReport", "Skipped", "ArticleReport"]
    assert (outcomes[1].id, outcomes[1].reason, outcomes[1].detail) == ("b", "language", "es")


def test_on_the_command_line_a_skip_alone_is_no_trouble(tmp_path):
    """The skip has a line of its own in the JSON, and the exit code stays 0."""
    (tmp_path / "a.txt").write_text(SPANISH, encoding="utf-8")
    command = [sys.executable, "-m", "citeaudit", "report", "a.txt", "--format", "jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert json.loads(done.stdout)["skipped"]["language"] == "es"


@pytest.mark.parametrize(
    ("arguments", "named", "remedy"),
    [
        pytest.param((b"bytes",), {}, "takes a text or an Article, not bytes", id="bytes"),
        pytest.param(([],), {}, "use audit_many", id="a list"),
        pytest.param((citeaudit.Article("a"),), {"publisher": "AP"}, r"Article\(text, publisher=…\)", id="a publisher twice"),
    ],
)
def test_bad_arguments_are_refused_with_the_remedy(arguments, named, remedy):
    """The error says what to call instead."""
    with pytest.raises(TypeError, match=remedy):
        citeaudit.audit(*arguments, **named)
