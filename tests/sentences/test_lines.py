"""Lines by the lines around them: lists, tables, posts and statements without a stop, each beside headings."""

from __future__ import annotations

from functools import partial

import pytest
from timing import cpu_seconds

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds

TOP = "The council shut the old bridge on Monday after a vote that took all night and left nobody in the town happy."
END = "Its members gave no reason for it, and the mayor was not to be found in the hall on Tuesday."

CASES = [
    ("1. Tarn\n2. Vale\n3. Holm\n4. Lund", "f f f f", "a numbered list"),
    ("Oak chairs\nBrass lamps\nA copper kettle\nTwo clocks", "f f f h", "a bare list, and a heading above what follows"),
    ("Qualified teams\nTarn: Third appearance\nVale: First appearance\nHolm: Ninth appearance", "h f f f", "a heading above a list of another form"),
    ("Path A: Tarn, Vale\nPath B: Holm", "f f", "two lines of label and value"),
    ("The old mill", "h", "a heading"),
    ("In the valley\nThe old mill", "h h", "two headings"),
    ("1. Shut the old bridge", "h", "a numbered heading above its text"),
    ("Best of all\n7. The Old Bridge", "h h", "a heading above a numbered one"),
    ("Rovers 14 11 6 15 — 44", "f", "a row of figures"),
    ("ACME ACME HOLDINGS INC. 225.86 -12.99 -5.44%", "f", "a row of prices"),
    ("Tarn Rovers 2-1 Vale United", "f", "a score"),
    ("Tarn 3, Vale 1 (aet)", "f", "a score after extra time"),
    ("Vote of May 3 splits the 14 of Tarn", "h", "figures in a heading"),
    ("— Ana Hale, 44", "f", "who said it, behind a dash"),
    ("-Ana Hale", "f", "who said it, behind a hyphen"),
    ("We left the valley at noon\n— Ana Hale (@anahale) May 3, 2026", "s f", "a post and who posted it"),
    ("We left the valley at noon #tarn pic.twitter.com/abc1 — Ana Hale (@anahale) May 3, 2026", "s", "a post in one line"),
    ("#tarn #vale pic.twitter.com/abc1", "f", "a post without words"),
    ("https://t.co/abc1", "f", "a link"),
    ("Ana Hale in the valley (@anahale)", "f", "a name and a handle"),
    (
        "The mayor said on Monday that the bridge would stay shut until the pumps had been repaired",
        "s",
        "a statement whose full stop is missing",
    ),
    ("He said that the bridge would stay shut until May", "s", "a short one that opens with a pronoun"),
    ("Her feet have grown", "h", "a heading that opens with a pronoun"),
    ("Thousands of jobs at risk as mills and inns slam ‘late’ vote on old bridge and weir", "h", "a long heading leaves out the small words"),
    ("Mayor Says Old Bridge Would Stay Shut Until Pumps Had Been Repaired After Floods In Spring", "h", "a long heading in title case"),
    ("There is more to tell:\nThe mill by night", "s h", "a heading without a verb behind a colon"),
    ("On Monday she wrote to them:\nThe mill is gone and the town has let it go", "s s", "what a colon introduces"),
]  # fmt: skip
NAMES = {"f": "fragment", "h": "heading", "s": "statement"}


def told(text, **known):
    """Return the kinds of the sentences of *text*."""
    return [sentence.kind.value for sentence in tell_kinds(text, find_boundaries(text), **known)]


@pytest.mark.parametrize(("lines", "kinds", "why"), CASES, ids=[why for _, _, why in CASES])
def test_lines_in_the_midst_of_a_story(lines, kinds, why):
    """Each line is of the kind that its form and its neighbours tell, and the story around stays statements."""
    assert why
    assert ["statement", *[NAMES[kind] for kind in kinds.split()], "statement"] == told(f"{TOP}\n{lines}\n{END}")


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ("Council shuts old bridge\nMayor gives no reason for it\nMay 3, 2026", ["heading", "heading", "fragment"]),
        ("Council shuts old bridge\nMartha Lund", ["heading", "byline"]),
        ("Council shuts old bridge\nNorth Tarn", ["heading", "heading"]),
        ("Martha Lund", ["heading"]),
        ("Council shuts old bridge after the mayor said that it was old and that the town had no money", ["heading"]),
    ],
)
def test_lines_above_a_story(lines, kinds):
    """Above a story stand titles, decks, names and dates, and a few of them are no list."""
    assert [*kinds, "statement", "statement"] == told(f"{lines}\n{TOP}\n{END}")


def test_a_page_of_lines_is_a_list():
    """Many lines without a story are a list, but for the first two."""
    assert told("\n".join(f"{number}. Tarn" for number in range(1, 12))) == ["heading"] * 2 + ["fragment"] * 9


@pytest.mark.heavy
@pytest.mark.parametrize(
    "unit",
    [
        "A bridge\n",
        "1. A bridge\n",
        "Tarn 3, Vale 1\n",
        "— Ana (@ana)\n",
        "Ana Hale. ",
        "“Why? ",
        "AP, ",
        "Share ",
        "A, the b, Ann\n",
        "x“a! ",
    ],
)
def test_time_grows_with_the_text(unit):
    """Four times the lines take about four times as long."""
    few, many = (cpu_seconds(partial(told, unit * count), times=3) for count in (1000, 4000))

    assert many < 9 * few + 0.05
