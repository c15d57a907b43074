"""Quotations: which marks pair, which are none, what a paragraph leaves open, and whether a whole clause is quoted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.text.quotations import pair_quotations


def found(text):
    """Return the quotations of a text, each as manner, whether it is closed, and its words with the marks."""
    return [
        f"{quotation.manner.value}{'' if quotation.is_closed else ' open'}: {quotation.span.of(text)}"
        for quotation in pair_quotations(text, find_boundaries(text))
    ]


CASES = [
    ("“We go,” he said. “We must.”", ["direct: “We go,”", "direct: “We must.”"], "curly marks"),
    ('"We go," he said. "We must."', ['direct: "We go,"', 'direct: "We must."'], "straight marks"),
    ("''We go,'' he said. ''We must.''", ["direct: ''We go,''", "direct: ''We must.''"], "two single marks"),
    ("``We go,'' he said.", ["direct: ``We go,''"], "marks of LaTeX"),
    ("«We go», he said. „We must“, she said.", ["mixed: «We go»", "mixed: „We must“"], "marks of other languages"),
    ("‘We will go,’ he said.", ["direct: ‘We will go,’"], "single marks, as in Britain"),
    ("‘It is the workers’ right,’ he said.", ["direct: ‘It is the workers’ right,’"], "a possessive inside single marks"),
    ("The plan for ‘workers’ budgets’ failed.", ["mixed: ‘workers’ budgets’"], "a possessive in a quoted phrase"),
    ("Hale 'deeply sorry' for bridge", ["mixed: 'deeply sorry'"], "single marks in a headline"),
    ("“He told me ‘go away’ and I left,” she said.", ["direct: “He told me ‘go away’ and I left,”"], "a quotation in a quotation"),
    ("‘He told me “go away” and I left,’ she said.", ["direct: ‘He told me “go away” and I left,’"], "the same the British way"),
    ("“He told us of “the bomb.”” He left.", ["direct: “He told us of “the bomb.””"], "the same marks inside"),
    ('He called it a "disaster" and left.', ['mixed: "disaster"'], "a word in the journalist's clause"),
    ('He said the plan was "a disaster for the town."', ['mixed: "a disaster for the town."'], "a full stop does not make a clause"),
    ('He said "We will never go back there."', ['direct: "We will never go back there."'], "a clause without a comma before it"),
    ("“Hidden Bridges” won a prize.", ["mixed: “Hidden Bridges”"], "a title"),
    ("The film, “Hidden Bridges,” won.", ["mixed: “Hidden Bridges,”"], "a title between commas"),
    ("“It was late,” he said, “and we were all tired.”", ["direct: “It was late,”", "direct: “and we were all tired.”"], "a clause that goes on"),
    ("He said: “We will go.”", ["direct: “We will go.”"], "after a colon"),
    ("“No,” he said.", ["direct: “No,”"], "one word that is a clause"),
    ("He is 6'2\" tall and the board is 12\" wide.", [], "feet and inches"),
    ("The rock 'n' roll of the '90s was for 'em all.", [], "letters left out"),
    ("It is the workers' bridge and Hale's road.", [], "possessives"),
    ("It’s the workers’ bridge, isn’t it?", [], "curly apostrophes"),
    ("‘Tis the season; the ’90s are over.", [], "apostrophes that open a word"),
    ("“This is long.\n“It goes on here.” He left.", ["direct open: “This is long.", "direct: “It goes on here.”"], "a quotation of two paragraphs"),
    ("“One.\n\n“Two.\n\n“Three,” he said.", ["direct open: “One.", "direct open: “Two.", "direct: “Three,”"], "of three paragraphs"),
    ("“I love it,” he said. “We stay and we\n“go home.”", ["direct: “I love it,”", "mixed open: “We stay and we", "mixed: “go home.”"], "the second runs on"),
    ("He called it a “disaster and left. She stayed.\nNext.", ["mixed open: “disaster and left."], "a slip ends with its sentence"),
    ("“I went home, he said. “We stay.”", ["direct open: “I went home,", "direct: “We stay.”"], "a closing mark left out before the speaker"),
    ("“We go,“ he said, “we go again.“", ["direct: “We go,“", "direct: “we go again.“"], "closing marks that point the wrong way"),
    ("”We go,” he said.", ["direct: ”We go,”"], "an opening mark that points the wrong way"),
    ("We go,” he said. “We must.”", ["direct: We go,”", "direct: “We must.”"], "an opening mark left out"),
    ("We go, he said.” She stayed.", [], "a stray closing mark"),
    ("“We go to the mill, said the miller, Jon Holm.", ["direct open: “We go to the mill,"], "a closing mark left out before the verb"),
    ("“We go to Mr. Holm, I always told them.\nNext.", ["direct open: “We go to Mr. Holm, I always told them."], "the speaker's own telling"),
    ("• “We never go there.” She left.", ["direct: “We never go there.”"], "behind a bullet"),
    ("🔴 “We never go there.” She left.", ["direct: “We never go there.”"], "behind an emoji"),
    ("14:05 “We never go there.” She left.", ["direct: “We never go there.”"], "behind a time of day"),
    ("Room 14 “We never go there.” She left.", ["mixed: “We never go there.”"], "behind a number of the sentence"),
    ("“We go to the mill, the old one, and stay. She left.", ["direct open: “We go to the mill, the old one, and stay. She left."], "open, and nobody who says it"),
    ('" We go , " he said .', ['direct: " We go , "'], "marks with blanks on both sides"),
    ('He left. " " She stayed.', ['mixed: " "'], "blanks between marks"),
    ('""', [], "nothing between marks"),
    ("(“We go,” he said.)", ["direct: “We go,”"], "in brackets"),
    ('"PARK: He was on “Hidden Bridges.” So was I.\n"HALE: No.', ['direct open: "PARK: He was on “Hidden Bridges.” So was I.', 'direct open: "HALE: No.'], "a transcript"),
    ("He said: “One.\nTwo.\nThree.” He left.", ["direct open: “One.", "direct open: Two.", "direct: Three.”"], "of three lines, begun behind a colon"),
    ("He told us “it is one.\nTwo is here.\nThree,” and left.", ["mixed open: “it is one.", "direct open: Two is here.", "direct: Three,”"], "begun in a clause"),
    ("“One.\nTwo.\n\n“Three,” he said.", ["direct open: “One.", "direct open: Two.", "direct: “Three,”"], "lines of one paragraph, and the next one"),
    ("“One.\n\nTwo.\n\n“Three,” he said.", ["direct open: “One.", "direct: “Three,”"], "paragraphs between two quotations"),
    ("He read “One\nTwo is here.\nThree” and left.", ["mixed open: “One"], "a title that nothing closes"),
    ("He said: “One.\nThe mill, she said, is shut.\nThree,” Roe said.", ["direct open: “One.", "direct: Three,”"], "somebody else speaks between"),
    ("Roe wrote: 'It's one.\n\n'It's two,' he said.", ["direct open: 'It's one.", "direct: 'It's two,'"], "single marks left open behind a colon"),
    ("'It's one,' said Roe. 'It's two.\n\n'It's three.'", ["direct: 'It's one,'", "direct open: 'It's two.", "direct: 'It's three.'"], "single marks left open in a sentence"),
    ("It is the 'plan' of the union's crew.\n\n'It's one,' he said.", ["mixed: 'plan'", "direct: 'It's one,'"], "single marks that are closed"),
    ("“We lost\nthe old bridge that stood for a hundred years in the\nmiddle of the town,” he said of the bridge that was\nnever built again.", None, "wrapped lines"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[why for _, _, why in CASES])
def test_quotations(text, expected, why):
    """The quotations are those, with their manner, and open where nothing closes them."""
    assert why
    if expected is None:
        assert len(found(text)) == 1
        return
    assert expected == found(text)


def test_inner_is_without_the_marks():
    """The span has the marks, the inner span has not."""
    text = "He said ''We go.'' and “We stay,” and left"
    spans = [(quotation.span.of(text), quotation.inner.of(text)) for quotation in pair_quotations(text, find_boundaries(text))]

    assert spans == [("''We go.''", "We go."), ("“We stay,”", "We stay,")]


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "``",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "We go",
        ", ",
        ". ",
        " ",
        "\n",
        "\n\n",
        "he said",
        "workers’ ",
        "6'2\" ",
        "(",
        ")",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_quotations_are_ordered_and_disjoint(text):
    """Whatever the marks, quotations stand in order, overlap nowhere, hold their inner span, and stay in their paragraph."""
    quotations = pair_quotations(text, find_boundaries(text))

    assert all(before.span.end <= after.span.start for before, after in pairwise(quotations))
    assert all(quotation.span.covers(quotation.inner) and len(quotation.inner) for quotation in quotations)
    assert not any("\n\n" in quotation.span.of(text) for quotation in quotations)
