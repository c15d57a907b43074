"""Where sentences end, beside the fifteen classes: numbers, addresses, lists, notes, white space, and the evidence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit import split_sentences
from citeaudit.sentences.boundaries import find_boundaries, find_ends

CASES = [
    ("Her first film, “Run! Hide! Pray!”, was a flop.⏐ Hale left.", "exclamations in a title between commas"),
    ("He cried, “Run!⏐ Hide!”, and she ran.⏐ Hale left.", "exclamations that somebody cries"),
    ("Hale told Nation.Africa the well was dry.⏐ It was.", "a site in the midst of a sentence"),
    ("They left Leeds.⏐In the evening it rained.", "a blank left out before a preposition"),
    ("The share fell 3.5 percent.⏐ It had cost $1,200.50.⏐ Hale sold.", "decimals and sums"),
    ("They won 3-2 on Sunday.⏐ The score was 21.5 to 9.⏐ Hale left.", "scores"),
    ("It began on 3.5.2021 in Rome.⏐ It ended on 2021-06-01.⏐ Hale left.", "dates"),
    ("Write to ana.hale@acme.co.uk or see https://acme.com/a.b?c=d.⏐ Hale will answer.", "addresses"),
    ("Version 2.0.1 of the tool reads report.final.txt and setup.py.⏐ Try it.", "versions and file names"),
    ("The court cited Roe v. Wade, 410 U.S. 113 (1973), again.⏐ Hale v. Park is newer.", "citations of law"),
    ("He read from 1 Cor. 13 and Ps. 23 aloud.⏐ She read Matt. 5.", "citations of the Bible"),
    ("1. Shut the bridge.⏐ 2. Open the road.⏐ 3. Tell the town.", "a list with stops in one line"),
    ("1) Shut the bridge 2) Open the road⟂".replace("⟂", "").replace(" 2)", "⏐ 2)"), "a list without stops in one line"),
    ("(a) Shut the bridge (b) Open the road".replace(" (b)", "⏐ (b)"), "a lettered list in one line"),
    ("• The bridge is shut • The road is open".replace(" • The road", "⏐ • The road"), "bullets in one line"),
    ("2.1. The bridge is old and wide.⏐ It is shut.", "the number of a section"),
    ("Figure 3. The old bridge in May.⏐ It is shut.", "the label of a figure"),
    ("She saw it (He did not.) and left.⏐ He stayed.", "a sentence in brackets inside another"),
    ("She saw it.⏐ (He did not.)⏐ They left.", "a sentence in brackets by itself"),
    ("The bridge is old. [3] [4]⏐ It is shut. [5]⏐ Nobody minds.", "notes after the stop"),
    ("The bridge is old.¹⏐ It is shut.²⏐ Nobody minds.", "raised notes after the stop"),
    ("The bridge is old.[^1]⏐ It is shut.†⏐ Nobody minds.(1)⏐ It is late.", "notes of Markdown, daggers and brackets"),
    ("It takes up “Run! Run! (A Tale)”; the book was a hit.", "a title with exclamation marks"),
    ("The play “Who Knows? Nobody!” won a prize.⏐ It is old.", "a title with a question mark"),
    ("She kept saying “what? what?” all day.⏐ He left.", "questions that the sentence quotes"),
    ("He said “Go! We are late!”⏐ She left.".replace("Go! We", "Go!⏐ We"), "what somebody says is cut"),
    ("“Go!⏐ We are late,” he said.", "a quotation that opens the sentence is cut"),
    ("The bridge is old. 8⏐ Yet it is open.", "a note's number without brackets"),
    ("It is shut [...].⏐ Nobody minds.", "words left out in brackets"),
    ("“It is shut ...” (Hale 55).⏐ Nobody minds.", "a citation in brackets after a quotation"),
    ("I love it :)⏐ Hale does not.", "a smiley"),
    ("we left early. they stayed.".replace(" they", "⏐ they"), "careless small letters"),
    ("Is it shut? is it open?".replace(" is it open", "⏐ is it open"), "careless small letters after a question"),
    ("What?!⏐ No!!⏐ Yes...⏐ But why?", "runs of stops"),
    ("Born Ana Ruiz (b. March 1960; d. 2001), she wrote.⏐ Hale did not.", "born and died"),
    ("他说。⏐Hello there。⏐Go.", "full-width stops"),
    ("The bridge is old.\u00a0⏐It\u2003is shut.\u3000⏐Nobody minds.", "other blanks than the common one"),
    ("The bridge is old.\t⏐It is shut.", "tabs"),
    ("P.S. Hale will come.⏐ He said so.", "a postscript"),
    ("*The bridge is shut.*⏐ Nobody minds.", "marks of Markdown"),
    ("He came from St. Louis to 5th St. near the park.⏐ St. Michael's was shut.", "saints and streets"),
    ("Prices fell in the U.S. by 3 percent and in the E.U. not at all.⏐ Hale left.", "initials inside a sentence"),
    ("The fund, worth $3 bn. or so, is shut.⏐ Hale left.", "an unknown abbreviation before a small letter"),
    ("Ms. Hale, e.g. Ana, or i.e. the boss, left vs. stayed.⏐ Nobody knows.", "Latin abbreviations"),
    ("In 1998, then-Rep. Esteban Tarr met ex-Gov. Park and non-Sen. Hale.⏐ He left.", "titles that hang on what was"),
    ("He was only the then-Rep.⏐ The House met.", "such a title that ends the sentence"),
    ("Vale d. Upper Tarn 8-0.⏐ Rome d. Ostia 70-44.", "who beat whom"),
    ("He chose plan d.⏐ Rome won 3-1.", "a letter that ends the sentence"),
    ("It rose at 8:51 p.m. (1451 GMT) from Tarn.⏐ It fell at 9 p.m. (15:00).", "the same time in another zone"),
    ("It rose at 9 p.m.⏐ (Nobody came.)⏐ It fell at 9 a.m.⏐ (1984 was a bad year.)", "a remark behind a time"),
    ("COSTA ALTA, Ca. – The mayor left.⏐ He was ill.", "a dateline with the region shortened as nobody else does"),
    ("She lives in Costa Alta, Xa.⏐ – Ana Hale", "who signs what ends in such a region"),
    ("It is 5 ft. 6 in. high and weighs 30 lbs. or so.⏐ It is old.", "measures"),
    ("The deal (worth 5 million U.S. dollars) failed.⏐ Hale left.", "initials in brackets"),
]


@pytest.mark.parametrize(("case", "why"), CASES, ids=[why for _, why in CASES])
def test_sentences_end_where_they_end(case, why):
    """The text is cut exactly at the marks."""
    expected = [piece.strip() for piece in case.split("⏐")]
    text = case.replace("⏐", "")

    assert why
    assert expected == [sentence.span.of(text) for sentence in find_boundaries(text)]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param("We met at 5 p. m.⏐ Hale left.", id="the halves of a spaced time"),
        pytest.param(
            "The fund is worth $3 mn.⏐ hale left.",
            marks=pytest.mark.xfail(reason="abbreviation and careless letter", strict=True),
        ),
        pytest.param("He left.“She stayed.”".replace(".“", ".⏐“"), id="a quotation glued to the stop"),
        pytest.param(
            'He left."She stayed."'.replace('."S', '.⏐"S'),
            marks=pytest.mark.xfail(reason="a straight mark after a stop closes", strict=True),
        ),
    ],
)
def test_rare_slips(case):
    """Slips of the pen that are rare in news."""
    expected = [piece.strip() for piece in case.split("⏐")]
    text = case.replace("⏐", "")

    assert expected == [sentence.span.of(text) for sentence in find_boundaries(text)]


@pytest.mark.parametrize(
    ("text", "stop", "step"),
    [
        ("Mr. Hale left.", "r.", "boundaries.abbreviation"),
        ("He left. She stayed.", "left.", "boundaries.capital"),
        ("“Why?” Ana asked.", "?", "boundaries.attributed"),
        ("“Why?” The bridge fell.", "?", "boundaries.question"),
        ("J. Hale left.", "J.", "boundaries.enumerator"),
        ("Ana J. Hale left.", "J.", "boundaries.initial"),
        ("The U.S. Senate met.", "S.", "boundaries.initials_go_on"),
        ("He left the U.S. The firm stayed.", "S.", "boundaries.starter"),
        ("See No. 3 now.", "No.", "boundaries.number_goes_on"),
        ("At 5 p.m. Hale left.", "m.", "boundaries.time_goes_on"),
        ("He has plan B. Nobody else has.", "B.", "boundaries.letter_ends"),
        ("It is 3.5 now.", "3.", "boundaries.inside_word"),
        ("He left.She stayed.", "left.", "boundaries.glued"),
        ("They sell it. iPhone sales fell.", "it.", "boundaries.lower_name"),
        ("we left. they stayed.", "left.", "boundaries.lower_opens"),
        ("It fell vs. the euro.", "vs.", "boundaries.lower_case"),
        ("Yahoo! Inc. cut jobs.", "!", "boundaries.name_with_mark"),
        ("The term … Islamic terror again.", "…", "boundaries.omission"),
        ("I waited… Then he left.", "…", "boundaries.ellipsis_ends"),
        ("“I never left.” — Ana Ruiz", "left.", "boundaries.punctuation_follows"),
        ("“It is ...” (Hale 55).", "...", "boundaries.citation"),
        ("他说。Go.", "。", "boundaries.full_width"),
        ("He left. $5 was gone.", "left.", "boundaries.mark_opens"),
        ("It fell in Sept. Nobody knew.", "Sept.", "boundaries.abbreviation_ends"),
    ],
)
def test_evidence(text, stop, step):
    """Every candidate end has a named reason, at the place of the stop."""
    evidence = [piece for sentence in split_sentences(text, explain=True) for piece in sentence.evidence]
    at = text.index(stop) + len(stop) - 1
    (found,) = [piece for piece in evidence if piece.step.startswith("boundaries.") and piece.span.start <= at < piece.span.end]

    assert step == found.step
    assert found.detail


def test_explaining_changes_nothing():
    """The explained sentences are the same, with more evidence."""
    text = "Mr. Hale left the U.S. The firm stayed.\n\nRead more"
    plain, explained = split_sentences(text), split_sentences(text, explain=True)

    assert [(s.span, s.kind, s.paragraph) for s in plain] == [(s.span, s.kind, s.paragraph) for s in explained]
    assert all(set(s.evidence) <= set(e.evidence) for s, e in zip(plain, explained, strict=True))


def test_only_texts_are_split():
    """Anything but a string is refused with the remedy."""
    with pytest.raises(TypeError, match="takes a text, not bytes"):
        split_sentences(b"He left.")


PIECES = st.sampled_from(
    ["Mr. ", "He left", ". ", "? ", "! ", "“", "” ", '"', "'", "’", "(", ") ", "U.S. ", "\n", "\n\n", " ", "… ", "... ", "1. ", "a) ", "• ", "Hale ",
     "said ", ":) ", "[3] ", "no. ", "3.5", "—", "\u00a0", "。", "Image: ", "*****", "Figure 1 ", "x.y", "\t", "\r\n", "\u2028", "é", "😀"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sentences_are_ordered_disjoint_trimmed_and_cover_the_text(text):
    """Whatever the text, sentences stand in order, overlap nowhere, are trimmed, and leave out blanks only."""
    sentences = find_boundaries(text)
    ends = [(sentence.span.start, sentence.span.end) for sentence in sentences]
    covered = "".join(text[start:end] for start, end in ends)

    assert ends == find_ends(text)
    assert all(start < end for start, end in ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    assert all(text[start:end] == text[start:end].strip() for start, end in ends)
    assert "".join(covered.split()) == "".join(text.split())
    assert [sentence.paragraph for sentence in sentences] == sorted(sentence.paragraph for sentence in sentences)


@given(st.text(max_size=60))
def test_no_text_crashes(text):
    """Any text has sentences that cover its words."""
    covered = "".join(sentence.span.of(text) for sentence in split_sentences(text, explain=True))

    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\ufeff", "."])
def test_hardly_any_text(text):
    """Blanks have no sentence, a lone mark is one."""
    assert [text.strip()] * bool(text.strip()) == [sentence.span.of(text) for sentence in find_boundaries(text)]


@pytest.mark.parametrize(("case", "why"), CASES, ids=[why for _, why in CASES])
def test_a_sentence_is_one_sentence(case, why):
    """Splitting a sentence again gives the sentence itself."""
    assert why
    for piece in case.split("⏐"):
        sentence = piece.strip()

        assert [sentence] == [again.span.of(sentence) for again in find_boundaries(sentence)]
