"""Who tells something inside what another tells is a source too, nearer to the content."""

import pytest

import citeaudit


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Lind said Ana Ruiz had told the board by telephone on Monday that she was well and would stay.",
            ("Ana Ruiz", "Lind"),
        ),
        (
            "On Friday night, the port authority said the harbour master had said there would be no inquiry into the late filings.",
            ("the harbour master", "the port authority"),
        ),
        ("Eva Lind left the hall saying Roe told them he would keep the pier closed for a very long time.", ("Roe", "Eva Lind")),
        ("Brady said that the two keepers told the crew they had lost the lamp.", ("the two keepers", "Brady")),
        ("Lind said a panel of doctors had concluded that the water was safe to drink.", ("a panel of doctors", "Lind")),
        ("The mayor said two surveyors found that the wall could fall at any time.", ("two surveyors", "The mayor")),
        ("Brady said the port's engineers have warned that the crane was old.", ("the port's engineers", "Brady")),
    ],
)
def test_the_inner_speaker_is_heard(text, sources):
    """What somebody "said" or "told" others in a speaker's words is theirs, and the speaker's."""
    (claim,) = citeaudit.audit(text).claims
    assert claim.sources == sources
    assert claim.status == "source"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Moore denied being on the pier with Roe back in April, according to The New York Times.", "Moore"),
        ("Christie told supporters of the plans in a phone call on Tuesday morning, according to the BBC.", "Christie"),
        ("The BBC on Saturday wrote that Brady had claimed a loss of nine million dollars on the pier.", "Brady"),
    ],
)
def test_an_outlet_hands_on_whoever_speaks_in_its_report(text, source):
    """The outlet is credited, and who spoke is named before it."""
    (claim,) = citeaudit.audit(text).claims
    assert claim.sources == (source,)
    assert claim.outlets
    assert claim.origin == "source"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Lind said the keepers hoped the lamp would be mended in the spring.", ("Lind",)),
        ("Lind said many of the keepers think the lamp will be mended in the spring.", ("Lind",)),
        ("Lind said the cracks in the wall show that it was built in haste.", ("Lind",)),
        ("The keeper said a man came in saying he was waiting for a boat.", ("The keeper",)),
        ("“And every now and then Roe says something right,” Lind told the board.", ("Lind",)),
        ("Ana Ruiz said that she had told the board the pier was old.", ("Ana Ruiz",)),
        ("“Roe told me that it was late,” Lind told the BBC.", ("Lind",)),
    ],
)
def test_what_others_do_or_think_in_it_is_the_speakers(text, sources):
    """A wish, a participle, a quoted aside and the speaker's own "she" add nobody."""
    (claim,) = citeaudit.audit(text).claims
    assert claim.sources == sources


def test_who_goes_on_is_the_outer_speaker():
    """The bare quotation behind it is that of who speaks to us, and so is "he"."""
    text = "Carl Lind said Peter Roe had told him that the pier was old. “Nobody came,” he said. “We left in the dark.”"
    assert [claim.sources for claim in citeaudit.audit(text).claims[1:]] == [("Carl Lind",), ("Carl Lind",)]


def test_a_day_before_a_name_is_no_part_of_it():
    """A weekday in front of a surname is when it was said."""
    text = "Hillary Clinton left in May. Mook said Wednesday Clinton told the board that ports are often treated badly."
    assert citeaudit.audit(text).claims[1].sources == ("Hillary Clinton", "Mook")
