"""What stands around a telling and belongs to it: lead-ins before the speaker, settings and what is said of the speaker behind."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

READ = [
    ("On Monday, Ruiz said the wall was safe.", ["On Monday"]),
    (
        "Last year, in a long and angry speech to the harbour council, Ruiz said so.",
        ["Last year, in a long and angry speech to the harbour council"],
    ),
    (
        "Asked by two of the keepers whether the old wall along the harbour would ever be mended by the town, Ruiz said it was safe.",
        ["Asked by two of the keepers whether the old wall along the harbour would ever be mended by the town"],
    ),
    (
        "On CNN, while discussing the vote and all that it might mean for the town in the years to come, Ruiz said no.",
        ["On CNN, while discussing the vote and all that it might mean for the town in the years to come"],
    ),
    ("“The wall is safe,” Ruiz said in Leeds, and the council sold the ferry.", ["in Leeds"]),
    ("“The wall is safe,” Ruiz said to laughter, pointing at the harbour.", ["to laughter, pointing at the harbour"]),
    ("The wall is safe, Ruiz said at a meeting of the harbour council.", ["at a meeting of the harbour council"]),
    ("“The wall is safe,” Ruiz said when asked about the old road.", ["when asked about the old road"]),
    ("“The wall is safe,” said Moss, who owns a bakery near the square.", ["who owns a bakery near the square"]),
    ("A keeper who was identified only as Theo said the wall was safe.", ["A keeper who was identified only as"]),
    (
        "“The wall is safe,” said an official, speaking on condition of anonymity because the talks are still going on.",
        ["speaking on condition of anonymity because the talks are still going on"],
    ),
    ("The council sold the ferry, and in her talk with Reuters, Ruiz said the sale was void.", ["in her talk with Reuters"]),
    ("The council sold the ferry, but on Monday Ruiz said the sale was void.", ["on Monday"]),
    ("The mayor left at noon, and speaking to the crews later, Ruiz said it was late.", ["speaking to the crews later"]),
    ("“The wall is safe,” Ruiz told Reuters hours after she toured the old mills.", ["hours after she toured the old mills"]),
    ("“The wall is safe,” Ruiz said less than two days before he was moved.", ["less than two days before he was moved"]),
    ("“The wall is safe,” Ruiz said, shortly after he was released.", ["shortly after he was released"]),
    ("“The wall is safe,” said Ruiz as she left the court in Leeds.", ["as she left the court in Leeds"]),
    ("The wall is safe, Ana Ruiz, the former head of the port, told the board on Feb. 6.", ["on Feb. 6"]),
    ("The wall is safe, Ana Ruiz, head of the port, said in a letter on Sept. 14, 2026.", ["in a letter on Sept. 14, 2026"]),
    ("The wall is safe, Ana Ruiz, head of the port, said Jan. 3 in Leeds.", ["Jan. 3", "in Leeds"]),
    (
        "“No,” Ruiz told reporters who had waited in the rain outside the court.",
        ["reporters who had waited in the rain outside the court"],
    ),
]
QUIET = [
    "Ruiz won the vote, and two years later angered her party when she called the wall safe.",
    "The council sold the ferry, and even worse is that the keepers said so.",
    "“The wall is safe,” Ruiz said because she was paid by the builder.",
    "“The wall is safe,” Ruiz said, although he had not seen it.",
    "The council sold the ferry, and the mayor of Leeds, Ruiz said, left.",
    "After the ferry sank in the harbour and the council sold the old road to a builder, Ruiz said no.",
    "The effort began weeks after the keepers had said the wall was safe.",
    "“The wall is safe,” Ruiz said, as the ferry left the harbour.",
    "Assume the story he told at the debate is a lie.",
]


def settings(text):
    """Return the settings of all reports in *text*, in words, each once."""
    report = audit(text, config=Config(check_language=False))
    return {span.of(text) for a in report.attributions if a.level.value == "report" for span in a.setting}


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_setting_is_told_apart(text, expected):
    """When, where, to what question, and by whom it was said: a setting, or a part of the source."""
    sources = {span.of(text) for a in audit(text, config=Config(check_language=False)).attributions for span in a.source}

    assert all(words in settings(text) or any(words in source for source in sources) for words in expected)


@pytest.mark.parametrize("text", QUIET)
def test_what_the_article_tells_is_no_setting(text):
    """A deed before or beside the telling, and the verb behind a relative clause, are the article's own."""
    assert not settings(text)
