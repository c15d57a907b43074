"""The fifteen classes of error that other splitters make on news: at least five cases of our own for each.

In each case ⏐ marks where a sentence ends, ⏎ a line break, and what follows ⟂ says why the case still fails.
"""

from __future__ import annotations

import pytest

from citeaudit.sentences.boundaries import find_boundaries

CASES = {
    "1 quoted question before its speaker": """
        “Why now?” Mr. Dolan asked.⏐ Nobody answered.
        “Stop this!” Ruiz shouted from the floor.⏐ The chair rose.
        "Who pays for it?" Treasurer Ana Hale asked the council.⏐ The council did not say.
        “Is it over?” She wondered.⏐ It was not.
        “Do they know?” Jon Hale, the union's lawyer, said on Friday.⏐ They did.
        "Can he win?" Gov. Hale's spokesman asked.⏐ "Of course."
        Hale asked, "Why?"⏐ Park said, "Because."
        “Never again!” the crowd answered.⏐ Then it went home.
        ''Whose bridge is it?'' Ms. Conti wrote.⏐ It was hers.
        “Really?” a clerk of the court said.⏐ “Really,” said the judge.
        "Are they safe?"⏐ She left the room.
        “Why?”⏐ Hale said nothing.⟂ said is no cue here: it has an object of its own
    """,
    "2 time of day": """
        The vote began at 9 a.m. Eastern time.⏐ It ended at noon.
        Trading ended at 4 p.m.⏐ Shares fell.
        It was 3 p.m. Friday when the wall fell.⏐ Nobody was hurt.
        The shop opens at 10 a.m.⏐ Its owner sleeps late.
        Polls close at 8 P.M. EST in most towns.⏐ Counting takes days.
        He rose at 6 a.m. and left.⏐ At 7 a.m. Mr. Hale called.
        The train left at 11:40 p.m. on Monday.⏐ It came at 1 a.m.⏐ Police met it.
    """,
    "3 initials of countries and states": """
        She moved back to the U.S.⏐ The firm followed.
        The pact binds the U.S.⏐ Mr. Dolan opposes it.
        He grew up in Greensboro, N.C.⏐ “I loved it,” he said.
        The U.S. Senate voted on Monday.⏐ The House did not.
        They met in Washington, D.C.⏐ In May they met again.
        An envoy of the U.N. Security Council left.⏐ The U.N. said nothing.
        She moved back to the U.S.⏐ Hale stayed.⟂ a name after initials may be part of the name
        The U.S. Open began in Queens, N.Y., on Monday.⏐ It rained.
    """,
    "4 stacked and rarer titles": """
        Lt. Gov. Ana Ruiz met Del. Jon Hale.⏐ They spoke briefly.
        Atty. Gen. Lee Park and Sens. Ruiz and Hale sued.⏐ Sgt. Doe testified.
        Maj. Gen. Omar Haddad briefed Reps. Park and Conti.⏐ Nobody else came.
        The Rev. Dr. Peter Brandt prayed.⏐ Msgr. Luca Conti sang.
        Asst. Supt. Jane Doe and Det. Sgt. Tom Park gave evidence.⏐ The court adjourned.
        Vice Adm. Hale thanked Cmdr. Olsen.⏐ Cpl. Novak was absent.
    """,
    "5 party and state in brackets": """
        Sen. Ana Ruiz (D-N.M.) said no.⏐ Others agreed.
        Rep. Lee Park (R-Va.) left early.⏐ He had a train to catch.
        Gov. Jon Hale (D-Mass.), who is ill, stayed at home.⏐ His wife spoke.
        The bill of Rep. Ruiz (D-Calif.) and Sen. Hale (R-Ky.) passed.⏐ It is law.
        “No,” said Sen. Omar Haddad (I-Vt.).⏐ He smiled.
        The county sheriff of Miami (Fla.) Jon Park resigned.⏐ The board met.
    """,
    "6 a title opens the sentence": """
        The bill failed.⏐ Mr. Dolan left.
        “The plan is bad.⏐ Mr. Ban’s aides know it,” she said.
        The answer is no.⏐ Mrs. Hale will not run.
        It was late (and cold).⏐ Dr. Park went home.
        He quit in May.⏐ Sen. Ruiz took his seat.
        All were men.⏐ Ms. Conti was not asked.
    """,
    "7 quotations of several sentences": """
        “It was late.⏐ We left,” he said.
        ''It was late.⏐ We left,'' he said.⏐ ''Nobody stayed.''
        "We tried.⏐ We failed.⏐ We go on," Hale said.
        ``It is ours.⏐ We keep it,'' she said.
        The judge said: “It is late.⏐ Go home.”⏐ They went.
        ‘It was late.⏐ We left,’ he said.⏐ ‘Nobody stayed.’
        "Hale is 'not fit to lead,' " Park said.⏐ "He 'must go.' "⏐ Nobody agreed.
        “We lost,” he said.⏐ “But we go on.⏐ We must.”
    """,
    "8 quoted mark inside a clause": """
        The crowd chanted “What curfew?” and kept going.⏐ Police watched.
        Chants of “Bobby!” at a meeting drowned her out.⏐ She smiled.
        His book, “Who Pays?”, sold well.⏐ It was his first.
        A sign that read "Vote!" in red hung on the wall.⏐ Nobody read it.
        Asked “why now?” by a reporter, she shrugged.⏐ She had no reason.
        The play “Oh, What Now?” opened on Monday.⏐ It closed on Friday.
    """,
    "9 ellipsis": """
        “It is obsolete. ...⏐ It was built long ago.”
        I waited…⏐ Then he left.
        He used the term … Islamic terror again.⏐ Nobody spoke.
        “I don’t ... I just can’t,” he said.⏐ He could.
        We waited . . . and waited.⏐ Nobody came.
        “We will win. . . .⏐ They will not.”
        They came... and they went.⏐ That was all.
        “I never wanted it....⏐ She did.”
        The mill made rope.⏐ . . . The trade died out.⟂ an ellipsis after a full stop opens the next sentence in print; here it closes the last one
        We waited …⏐ Hale did not come.⟂ a name after a spaced ellipsis may go on
    """,
    "10 company, degree, junior, street": """
        She left Acme Inc.⏐ The firm sued.
        He sold Bolt Ltd.⏐ Mr. Dolan signed.
        Jon Hale has an M.D.⏐ They met at school.
        It burned down on Main St.⏐ Police came.
        The Acme Corp. board met Jon Hale Jr. in May.⏐ It fired him.
        She spoke to Martin Hale Jr.⏐ He denied it.
        They sold books, pens, etc.⏐ Nobody bought any.
        St. Louis sued Hale & Co. on Monday.⏐ The case is old.
        She left Acme Inc.⏐ Hale stayed.⟂ a name after a company may be its head's
        A Ph.D. in law is rare.⏐ She has a Ph.D.⏐ He has none.
    """,
    "11 single letters and Roman numerals": """
        She prefers plan B.⏐ Nobody else does.
        It was Bob and I.⏐ Nobody else came.
        He fought in World War II.⏐ Hale did not.
        George W. Park and J. R. Hale met.⏐ They spoke.
        It went from A to B.⏐ Hale took it back.
        Eat more vitamin C.⏐ Doctors say so.
        They spoke to Malcolm X.⏐ He was calm.
        They spoke to Malcolm X.⏐ Hale was calm.⟂ an initial and a surname look the same
    """,
    "12 names with a mark": """
        Yahoo! Inc. cut jobs.⏐ Others hired.
        Jeb! was a slogan.⏐ It failed.
        E! News reported it first.⏐ Others followed.
        She works at Yahoo! in the accounts office.⏐ He does not.
        A fan of Jeopardy! for years, he won.⏐ She lost.
        He left Yahoo!⏐ He joined Acme.
        The film Who Dares? Won no prize.⏐ It lost.⟂ titles without quotation marks are not known
    """,
    "13 words that look like abbreviations": """
        The answer is no.⏐ He refuses.
        Sales fell in Sept.⏐ They rose in Oct. and again in Nov.⏐ No one knew.
        He is in Room No. 2 now.⏐ She is in No. 3.
        They met on Jan. 5 in Rome.⏐ It rained.
        He sold his art.⏐ She sold hers.
        The pot is on the gas.⏐ Turn it off.
        They sat in the sun.⏐ Hale slept.
    """,
    "14 small first letters and glued words": """
        They sell phones.⏐ iPhone sales fell.
        He left at noon.⏐She stayed.
        See you tonight.⏐@mary_hale
        The firm is old.⏐ eBay bought it.
        Did it work?⏐It did not.
        The court cited acme.com and Hale.Park@acme.com again.⏐ It was late.
        He is bold…⏐Hale is not.
        Visit www.acme.com/About.Html today.⏐ It is free.
    """,
    "15 lines without an end mark": """
        Mayor quits⏎⏐By ANA RUIZ⏎⏐ROME — The mayor quit on Monday.⏐ She gave no reason.
        Fans in Rome⏐ Image: Ana Ruiz.
        “I never left.” — Ana Ruiz, mayor
        Council shuts bridge⏎⏐Town says it is not safe⏎⏐The council shut the bridge on Monday.
        What the council said⏎⏎⏐The council said nothing.⏎⏎⏐Read more
        NASHUA, N.H. - The mayor quit on Monday.⏐ She gave no reason.
        Dolan wins vote⏐ Friday, May 3, 2024⏎⏎⏐Jon Dolan won the vote.
        • The bridge is shut⏎⏐• The road is open⏎⏐• The shop is full
    """,
}
KNOWN_FAILURE = "⟂"
"""Stands before the reason why a case fails."""


def _cases():
    for label, block in CASES.items():
        for line in block.strip().splitlines():
            case, _, reason = line.strip().partition(KNOWN_FAILURE)
            marks = [pytest.mark.xfail(reason=reason.strip(), strict=True)] if reason else []
            yield pytest.param(case.replace("⏎", "\n"), id=f"{label}: {case[:40]}", marks=marks)


@pytest.mark.parametrize("case", list(_cases()))
def test_sentences_end_where_they_end(case):
    """The text is cut exactly at the marks."""
    expected = [piece.strip() for piece in case.split("⏐")]
    text = case.replace("⏐", "")

    assert expected == [sentence.span.of(text) for sentence in find_boundaries(text)]
