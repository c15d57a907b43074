"""What counts as said: a report carries a claim, an attitude does not."""

from __future__ import annotations

import pytest
from notation import unmarked

from citeaudit import Article, Config, audit
from citeaudit.attributions import levels
from citeaudit.attributions.levels import tell_levels
from citeaudit.attributions.needs import cells, why_not
from citeaudit.lexicon.classes import words
from citeaudit.model.relations import Attribution, Level
from citeaudit.model.spans import Span

CONFIG = Config(check_language=False)
CUES = [word for word in words() if word.needs]


def level(text, source, cue, content):
    """Return the level of the attribution whose parts stand in *text*."""
    places = [(Span(text.index(words), text.index(words) + len(words)),) if words else () for words in (source, cue, content)]
    (told,) = tell_levels(text, (Attribution(*places),), ())
    return told.level


REPORTS = [
    ("Ruiz said it was over", "Ruiz", "said", "it was over"),
    ("Ruiz accused him of theft", "Ruiz", "accused", "him of theft"),
    ("Ruiz vowed to leave", "Ruiz", "vowed", "to leave"),
    ("Ruiz criticised him for leaving", "Ruiz", "criticised", "him for leaving"),
    ("Ruiz believes that it is over", "Ruiz", "believes", "that it is over"),
    ("the study shows a fall of 4 percent", "the study", "shows", "a fall of 4 percent"),
    ("Ruiz warned of a storm", "Ruiz", "warned of", "a storm"),
    ("Ruiz denied the charge", "Ruiz", "denied", "the charge"),
    ("researchers discovered that it is over", "researchers", "discovered", "that it is over"),
    ("supporters credited her with saving it", "supporters", "credited", "her with saving it"),
    ("studies linked it to asthma", "studies", "linked", "it to asthma"),
    ("Ruiz wrote that it was over", "Ruiz", "wrote", "that it was over"),
    ("Ruiz rejected rumors that it was over", "Ruiz", "rejected", "rumors that it was over"),
    ("Ruiz rejected the plan as nonsense", "Ruiz", "rejected", "the plan as nonsense"),
    ("Ruiz ordered the crew to leave", "Ruiz", "ordered", "the crew to leave"),
    ("Ruiz went out of her way to say that it was over", "Ruiz", "went out of her way to say", "that it was over"),
    ("the study proved that it can be done", "the study", "proved", "that it can be done"),
    ("the institute assesses that it is over", "the institute", "assesses", "that it is over"),
    ("a letter that said it was over", "that", "said", "it was over"),
    ("Ruiz left. It says that it is over", "It", "says", "that it is over"),
    ("In the second act, the director said, it is over", "the director", "said", "it is over"),
    ("The museum opens at nine, Ruiz says", "Ruiz", "says", "The museum opens at nine"),
    ("In the first act it rains. Ruiz says that it is over", "Ruiz", "says", "that it is over"),
    ("Ruiz threatened legal action", "Ruiz", "threatened", "legal action"),
    ("Ruiz threatened to sue", "Ruiz", "threatened", "to sue"),
    ("Ruiz attributed the fall to the storm", "Ruiz", "attributed", "the fall to the storm"),
    ("Ruiz ruled out new taxes", "Ruiz", "ruled out", "new taxes"),
    ("Ruiz implored them to leave", "Ruiz", "implored", "them to leave"),
    ("Ruiz detailed how it was done", "Ruiz", "detailed", "how it was done"),
    ("The film prompted some critics to argue that it was over", "some critics", "to argue", "that it was over"),
    (
        "Ruiz said shortly after they left, someone came and took the file",
        "Ruiz",
        "said",
        "shortly after they left, someone came and took the file",
    ),
    ("Ruiz called the police cowards", "Ruiz", "called", "the police cowards"),
    ("Ruiz called on the sheriff to resign", "Ruiz", "called on", "the sheriff to resign"),
    ("Ruiz tweeted that it was over", "Ruiz", "tweeted", "that it was over"),
    ("Ruiz suggested taking the ferry", "Ruiz", "suggested", "taking the ferry"),
    ("Ruiz suggests saving up to 10 pounds", "Ruiz", "suggests", "saving up to 10 pounds"),
    ("Ruiz understands that worry is growing", "Ruiz", "understands", "that worry is growing"),
    ("It is over, Ruiz announced", "Ruiz", "announced", "It is over"),
]
ATTITUDES = [
    ("Ruiz wants to win", "Ruiz", "wants", "to win", "a wish"),
    ("Ruiz supports the plan", "Ruiz", "supports", "the plan", "an attitude"),
    ("Ruiz suggested spending cuts", "Ruiz", "suggested", "spending cuts", "a thing is suggested"),
    ("Ruiz suggested something to the board", "Ruiz", "suggested", "something to the board", "nor is something"),
    ("Ruiz understands that wish, as does Hale", "Ruiz", "understands", "that wish, as does Hale", "a thing pointed at"),
    ("The board knows that fear, and so do we", "The board", "knows", "that fear, and so do we", "the same"),
    ("Let us hope that it is over", "Let us", "hope", "that it is over", "nobody says it"),
    ("Let’s say it is over", "Let", "say", "it is over", "nor that"),
    ("Let me say that it is over", "Let me", "say", "that it is over", "nor that"),
    ("The firm bought a mill, a deal announced in May", "a deal", "announced", "The firm bought a mill", "a deal says nothing"),
    ("It will close, a move first revealed in May", "a move first", "revealed", "It will close", "nor a move"),
    ("Ruiz spoke about the economy", "Ruiz", "spoke about", "the economy", "talk without content"),
    ("Ruiz declined to comment", "Ruiz", "declined to comment", "on the plan", "nothing was said"),
    ("Ruiz praised him", "Ruiz", "praised", "him", "a judgement without words of it"),
    ("Ruiz may say that it is over", "Ruiz", "may say", "that it is over", "it was not said"),
    ("Ruiz saw the ship", "Ruiz", "saw", "the ship", "perception"),
    ("the case framed a new test", "the case", "framed", "a new test", "no document"),
    ("nobody said it was over", "nobody", "said", "it was over", "nobody said it"),
    ("I think it is over", "I", "think", "it is over", "the writer's own voice"),
    ("Ruiz wrote three novels", "Ruiz", "wrote", "three novels", "a book"),
    ("Ruiz rejected a bid for the mill", "Ruiz", "rejected", "a bid for the mill", "a deed"),
    ("Ruiz hopes to win in May", "Ruiz", "hopes", "to win in May", "a wish"),
    ("Ruiz told no one about the letter", "Ruiz", "told", "about the letter", "nobody was told"),
    ("the judge ordered the company to pay", "the judge", "ordered", "the company to pay", "a formal act"),
    ("Ruiz is known for her work on owls", "", "is known for", "her work on owls", "what she is known for"),
    ("Ruiz heard that it was over", "Ruiz", "heard", "that it was over", "perception"),
    ("Ruiz proved that it can be done", "Ruiz", "proved", "that it can be done", "a deed"),
    ("doctors have few ways to tell which are ill", "doctors", "have few ways to tell", "which are ill", "it may be told"),
    ("Ruiz pleaded not guilty to the charge", "Ruiz", "pleaded", "not guilty to the charge", "a formal act"),
    ("the court agreed to hear a challenge to that order", "the court", "agreed to hear a challenge to", "that order", "a thing"),
    ("Ruiz leads - although it's fair to say that he has more", "Ruiz", "it's fair to say", "that he has more", "nobody says it"),
    ("The claim that it was over was false", "The", "claim", "that it was over was false", "an article alone"),
    ("That said, it was over", "That", "said", "it was over", "a turn of phrase"),
    ("It is too soon to say whether it was over", "It", "is too soon to say", "whether it was over", "nobody says it"),
    ("A storm warning had been in force since noon", "A storm", "warning", "been in force since noon", "nobody says it"),
    (
        "Ruiz called the police while on his way to the mill",
        "Ruiz",
        "called",
        "the police while on his way to the mill",
        "a call",
    ),
    ("Ruiz called in the guard to get it under control", "Ruiz", "called in", "the guard to get it under control", "a deed"),
    ("Ruiz pleaded guilty to lying", "Ruiz", "pleaded guilty", "to lying", "a formal act"),
    ("the smoke threatens the health of the town", "the smoke", "threatens", "the health of the town", "a danger"),
    ("Ruiz tweeted a link to the file", "Ruiz", "tweeted", "a link to the file", "nothing but a link"),
    ("Ruiz introduced a bill that would cut the tax", "Ruiz", "introduced", "that would cut the tax", "a relative clause"),
    ("the army is trying to determine what led to it", "the army", "is trying to determine", "what led to it", "not yet said"),
    ("the man led them to believe it was over", "the man", "led them to believe", "it was over", "he only acted"),
    ("Ruiz left after learning that it was over", "Ruiz", "learning", "that it was over", "she heard it"),
    ("Ruiz left, forgetting that it was over", "Ruiz", "forgetting", "that it was over", "she knew it"),
    ("the power required to run the mill has been rising", "the power", "required", "to run the mill has been rising", "a need"),
    ("Ruiz has not ruled out a strike", "Ruiz", "has not ruled out", "a strike", "nothing was said"),
    ("Ruiz spoke out against the policy in May", "Ruiz", "spoke out against", "the policy in May", "May is a month"),
    ("Ruiz has defended the plan", "Ruiz", "has defended", "the plan", "an attitude"),
    ("In the second act, Ruiz says that it is over", "Ruiz", "says", "that it is over", "a character"),
    ("In the film’s best scene, Ruiz tells him that it is over", "Ruiz", "tells him", "that it is over", "a character"),
    ("“The Mill” opens with a man who says he is ill", "a man", "says", "he is ill", "a character"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), REPORTS, ids=[case[0] for case in REPORTS])
def test_a_proposition_in_somebodys_mouth_is_a_report(text, source, cue, content):
    """It carries a claim."""
    assert level(text, source, cue, content) is Level.REPORT


@pytest.mark.parametrize(("text", "source", "cue", "content", "why"), ATTITUDES, ids=[case[0] for case in ATTITUDES])
def test_wishes_deeds_and_talk_are_attitudes(text, source, cue, content, why):
    """They carry none."""
    text = text if content in text else f"{text} {content}"

    assert level(text, source, cue, content) is Level.ATTITUDE, why


@pytest.mark.parametrize("word", CUES, ids=[word.word for word in CUES])
def test_a_cue_reads_as_its_example(word):
    """Each word of the table that is a cue reports in its own example."""
    example = word.example
    cue = next(token.strip(":") for token in example.split() if token.strip(":") in word.forms)
    source, _, content = example.partition(f" {cue}")

    assert content.strip(" :"), example
    assert level(example, source, cue, content.strip(" :")) is Level.REPORT or "“" in example


@pytest.mark.parametrize("cell", cells(), ids=[" ".join(cell[:3]) for cell in cells()])
def test_a_cell_of_the_table_of_needs_reads_its_example(cell, monkeypatch):
    """What the cue needs, who holds it and the kind of the content lead to this cell, and its reason decides."""
    asked = []
    monkeypatch.setattr(
        levels, "why_not", lambda needs, content, **of: asked.append((needs, of, content)) or why_not(needs, content, **of)
    )
    text, parts = unmarked(cell.example)

    told = level(text, *(parts[role][0] for role in ("source", "cue", "content")))

    assert (cell.needs, {"is_document": cell.holder == "document"}, cell.content) in asked
    assert told is (Level.ATTITUDE if cell.why else Level.REPORT)


def test_the_table_of_needs_has_a_cell_for_all():
    """Each need of a cue with each kind of content, once."""
    keys = [cell[:3] for cell in cells()]

    assert len(keys) == len(set(keys))
    assert {word.needs for word in CUES} == {needs for needs, _, _ in keys}


def test_an_attitude_carries_no_claim():
    """The article itself says what somebody wants."""
    (claim,) = audit(Article("The captain wants to leave the harbour on Monday."), config=CONFIG).claims

    assert claim.status == "unattributed"


NO_SPEECH = [
    pytest.param("He saw the prison, dubbed the “Tarn Hilton” by the men held there.", id="what others call it"),
    pytest.param("She left the pier, called “Old Bea” by the crew, in May.", id="the same in the middle"),
    pytest.param("The topics are: “The Pier,” “The Lamp” and “The Wall.”", id="a list of titles"),
    pytest.param("The winners were: “The Pier,” “The Lamp,” “The Wall.”", id="a list without and"),
    pytest.param("Benchmark 10-year notes rose 7/32 in price on Monday.", id="a loan"),
    pytest.param("Two-year notes fell to 1.8 percent in March.", id="another loan"),
    pytest.param("Ruiz took notes on what the men did and left.", id="notes taken"),
    pytest.param("She wrote two letters that day and left.", id="that day"),
    pytest.param("He wrote a dozen songs that summer, all of them sad.", id="that summer"),
]
SPEECH = [
    pytest.param("The mayor dubbed the prison the “Tarn Hilton”.", id="who calls it so"),
    pytest.param("Her words were: “Go home and be kind to your men.”", id="her words"),
    pytest.param("Ruiz notes that the price rose in March.", id="a verb"),
    pytest.param("She wrote in a letter that the day was lost.", id="a clause"),
    pytest.param("He wrote that summer was over in Tarn.", id="a clause about summer"),
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_names_lists_loans_and_times_are_no_speech(text):
    """Marks, "notes" and "that" have other uses than to tell what somebody says."""
    (claim,) = audit(Article(text), config=CONFIG).claims

    assert claim.status == "unattributed"


@pytest.mark.parametrize("text", SPEECH)
def test_what_looks_like_them_may_be_speech(text):
    """The same words report where somebody says something."""
    (claim,) = audit(Article(text), config=CONFIG).claims

    assert claim.status == "source"
