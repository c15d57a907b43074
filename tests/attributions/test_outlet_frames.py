"""Around an outlet: which words credit it with a content, and which like words do not."""

from __future__ import annotations

import pytest

from citeaudit import Config
from citeaudit.api import audit
from citeaudit.model.articles import Article


def credited(text):
    """Return the outlets of each claim of *text*, claim by claim."""
    return [claim.outlets for claim in audit(Article(text), config=Config(check_language=False)).claims]


FIRES = [
    # Polls.
    ("In March, Ruiz had 38 percent support in a Fox News poll.", ["Fox News"], "a poll that ends the sentence"),
    ("Ruiz led by 4 points in a CNN poll released Sunday.", ["CNN"], "with when it was released"),
    ("In May's CNN poll, Ruiz led Roe on a range of attributes.", ["CNN"], "a poll that opens the sentence, with its month"),
    ("In a CBS News Poll released Sunday, three of four adults disapproved of it.", ["CBS News"], "a capital"),
    ("Some 20 percent of people in a recent CNN/ORC poll said they believe that he lied.", ["CNN"], "those who answered it"),
    ("Two thirds of adults said they feared him in a CBS News poll this month, the most so far.", ["CBS News"], "behind the answer"),
    ("The RealClearPolitics rolling average of polls shows that she is ahead by two points.", ["RealClearPolitics"], "an average"),
    ("Ruiz led Roe by more than 2-1 in an NBC News/Wall Street Journal/Marist poll Jan. 17-23.", ["NBC News"], "with its dates"),
    ("The mayor's approval rating in the latest CNN poll stands at 53 percent.", ["CNN"], "what is measured before, its figure after"),
    ("Ruiz leads Roe by 9 points, 42 to 33 percent, in the RealClearPolitics average of state polls.", ["RealClearPolitics"], "a comma before it"),
    ("Roe also finished ahead of Ruiz in recent polls from Quinnipiac and Fox News, by 8 and 11 points.", ["Fox News"], "from two"),
    ("An average of recent Fox News polls shows Ruiz ahead of Roe by 40 percent.", ["Fox News"], "reckoned from several"),
    ("The damage to Ruiz is borne out in the latest NBC News poll.", ["NBC News"], "borne out"),
    ("According to an online University of Texas/Texas Tribune poll, each has the support of 27 percent.", ["The Texas Tribune"], "a university"),
    ("Early results of exit polls conducted by Edison Research for The Associated Press show that he won.", ["The Associated Press"], "polls show"),
    ("His 34% support among women in an ABC News poll released Sunday is a record low.", ["ABC News"], "a record"),
    ("Ruiz rose three points in the CBS survey to 29 points, while Roe was at 18 percent.", ["CBS News"], "a figure on both sides"),
    ("The current Associated Press count gives her 1,280 delegates.", ["The Associated Press"], "a count"),
    ("HuffPost Pollster’s final average put Ruiz 3 points over Roe.", ["HuffPost"], "a final average"),
    ("Roe pointed to the CNN poll that shows him beating Ruiz.", ["CNN"], "a poll that shows"),
    ("But a Politico survey on Monday of leading data operatives found both men unknown.", ["Politico"], "a day before those asked"),
    ("A poll for The Guardian by YouGov found that the mayor was unpopular.", ["The Guardian"], "a poll for one by another"),
    # What was published.
    ("It was CNN that reported the mayor would resign.", ["CNN"], "a cleft"),
    ("CNN obtained a memo that says the plan is dead.", ["CNN"], "what it obtained says it"),
    ("The New York Post had a headline calling the mayor a liar.", ["New York Post"], "a headline calling"),
    ("Ana Ruiz of Politico reports: The mayor will resign.", ["Politico"], "a verb before a colon"),
    ("The Washington Post recently ran a piece that noted that the plan would help the rich.", ["The Washington Post"], "ran a piece that noted"),
    ("Forbes magazine shot back in an article stating that New York came first.", ["Forbes"], "shot back"),
    ("Washington Post columnist Ana Roe, a speechwriter in his White House, calls Ruiz “a man of his word.”", ["The Washington Post"], "a columnist with an apposition"),
    ("After what the New York Times and CNN each called a “rough week,” Ruiz flew home.", ["The New York Times", "CNN"], "each"),
    ("But as Liz Roe points out in a column on Yahoo News, walking gives the town an advantage.", ["Yahoo News"], "a clause of as"),
    ("As Bo Roe wrote in a column for the Daily Beast, the bridge was closed.", ["The Daily Beast"], "with an adjunct"),
    ("He shared a report from the conservative site The Gateway Pundit that a guard carried a syringe.", ["The Gateway Pundit"], "a report that"),
    ("But a Politico analysis of other data identified at least $130 million in spending.", ["Politico"], "an analysis of something"),
    ("The Israeli newspaper Haaretz noted that officials do not meet with such politicians.", ["Haaretz"], "the kind before the name"),
    ("PolitiFact deemed those statements false because there are no such videos.", ["PolitiFact"], "deemed"),
    ("Bloomberg News puts his fortune at about $42 billion.", ["Bloomberg News"], "puts at"),
    ("He gave his blessing, according to court documents reported previously by The Washington Post.", ["The Washington Post"], "handed on"),
    ("In an average calculated by RealClearPolitics, Ruiz leads with 36 percent support.", ["RealClearPolitics"], "an average"),
    ("CNN exit poll data revealed deep anxiety over the economy.", ["CNN"], "the data of a poll"),
    ('PolitiFact examined the charge and rated both aspects of it "True."', ["PolitiFact"], "the second of two verbs"),
    ("That's according to early results of exit polls conducted for the Associated Press.", ["The Associated Press"], "what goes before"),
    ("A USA TODAY/Rock the Vote Millennial Poll finds that the young are more careful.", ["USA Today"], "a partner of several words"),
    ("He fell to 10 percent in the latest CNN/ORC poll, a collapse driven by his blunders.", ["CNN"], "figures before an aside"),
    ("Politico interviewed nearly 20 of his colleagues and found a strong appetite for change.", ["Politico"], "asked and found"),
    ("As the Global Times tabloid noted in an op-ed Thursday, he has fans in the country.", ["Global Times"], "noted in an op-ed"),
    ("The plans would all drive massive deficits, as HuffPost has noted before.", ["HuffPost"], "noted before"),
    ("By the Associated Press's tally, Ruiz now has 739 delegates to Roe's 465.", ["The Associated Press"], "by its tally"),
    ("Wired’s review found that the phone slows down after ten minutes.", ["Wired"], "a review at the start of a sentence"),
    ("Lit birds left 11 days later than dark ones, the team reports in Nature.", ["Nature"], "a team that reports in a journal"),
    ("Writing in the Financial Times, Ruiz said that the plan was dead.", ["Financial Times"], "who writes in it"),
    ("Sky News understands that the plan was dropped.", ["Sky News"], "what it understands"),
    ("In The New York Times, columnist Jane Roe argued that the plan was dead.", ["The New York Times"], "who writes in it"),
    ("“I expect to be vetted,” he said on “Meet the Press.”", ["NBC News"], "a title closed behind its full stop"),
    ("Speaking Sunday on CNN, Roe admitted that the name was wrong.", ["CNN"], "a day before the channel"),
    ("A block lost its facade on Friday night, Ukrainian public broadcaster Suspilne reported.", ["Suspilne"], "its kind, without article"),
    ("He was hurt by a long article in New York magazine by Lee Roe, who reported that Fox News paid a clerk.", ["New York Magazine"], "by whom"),
    ("She told ABC’s “Good Morning America” on Monday the tone of the talk was cordial.", ["ABC News"], "a programme in marks, and no that"),
    ("“We paid in May,” one of them told Reuters, asking not to be named because he may not speak to reporters.", ["Reuters"], "why unnamed"),
    ("Footage from NHK showed the gate lying across a street.", ["NHK"], "footage"),
    ("ESPNcricinfo’s ball-tracking data showed that the ball turned.", ["ESPNcricinfo"], "data of a kind"),
    ("Sky News counted 211 ships around the reef in May.", ["Sky News"], "what it counted"),
    ("Documents shared with CNN show the plan was dead.", ["CNN"], "documents that were shared"),
    ("Emails leaked to the Financial Times show the plan was dead.", ["Financial Times"], "messages that were leaked"),
    ("According to data compiled by Reuters, the plan was dead.", ["Reuters"], "data that it compiled"),
    ("Sky News can exclusively reveal the plan is dead.", ["Sky News"], "can reveal"),
    ("The minister told CNN viewers that the plan was dead.", ["CNN"], "who is told through it"),
    ("CNN spoke to three people who said the plan was dead.", ["CNN"], "what those say whom it asked"),
    ("One resident, who asked Reuters not to use her name, said she had heard nothing.", ["Reuters"], "who asks it for something"),
    ("The plan was dead, two officials confirmed to Reuters.", ["Reuters"], "confirmed to, at the end"),
    ("The minister went on CNN on Sunday and said the plan was dead.", ["CNN"], "went on"),
    ("CNN fact-checkers found that the plan was dead.", ["CNN"], "who checks for it"),
    ("Analysts surveyed by Reuters expect the bank to raise rates by a quarter point.", ["Reuters"], "whom it surveyed"),
    # Journalists.
    ("MSNBC's Alex Roe and Reuters' Lucia Roe argued that his plan fails to face facts.", ["Reuters"], "a possessive without s"),
    ('"That was the first time in a long time," CBS This Morning co-anchor Marco Roe said.', ["CBS News"], "a co-anchor"),
    ('"Ruiz did not pick a friend," wrote Washington Post White House bureau chief Julia Roe.', ["The Washington Post"], "a bureau chief"),
    ("A columnist for the tech news site Pando said that he was ashamed of it.", ["Pando"], "a columnist for a site"),
    ("George Roe of The Nation wrote that nobody cares about it any more.", ["The Nation"], "of The"),
    ("As The Washington Post's Ruth Roe puts it, Ruiz makes an offer they cannot refuse.", ["The Washington Post"], "puts it"),
    # Who was told, and where.
    ('"It is a sad choice," he told WKOW-TV of Madison.', ["WKOW"], "call letters and their town"),
    ("Roe trashed the ruling on MSNBC’s “Morning Joe,” calling it a “no-brainer” to appeal.", ["MSNBC"], "a deed, then what was said"),
    ("Ruiz can rally the voters behind her — a point that an adviser made to CNN’s Sam Roe this week.", ["CNN"], "a point made to"),
    ("In a meeting with the Washington Post's editorial board, Roe said that the town is tough.", ["The Washington Post"], "a meeting"),
    ("Roe remarked upon a recent New York Times story in which sources said that Ruiz would stay.", ["The New York Times"], "a story in which"),
    ("That’s according to members of The POLITICO Caucus — a panel of strategists and activists in four states.", ["Politico"], "all that is told"),
    ("J.J. Roe, editor at large of The Forward, wrote, “We should think of the war.”", ["The Forward"], "an editor at large"),
    ("The gap grew, with an adviser acknowledging to the New York Times that the plan failed.", ["The New York Times"], "acknowledging to"),
    ("Several fact checkers, including The Washington Post, have pointed out that her words were true.", ["The Washington Post"], "one of those who say so"),
    ("“The young are in thrall to a culture,” writes Kevin Roe, one of several critics on staff at National Review.", ["National Review"], "on staff at"),
    ("Conservative commentator Ana Roe of the anti-reform National Review warned that the plan would fail.", ["National Review"], "a word before the name"),
    ("As recently as an October CNN interview, Ruiz said that the war was a mistake.", ["CNN"], "as recently as"),
    ("On Dec. 7 on MSNBC, Ruiz said that local forces must lead the way.", ["MSNBC"], "a date before the channel"),
    ("Ruiz reiterated to ABC News that what she did was a mistake.", ["ABC News"], "reiterated to"),
    ("Reached by Politico, Roe denied the notion that a change is coming to his staff.", ["Politico"], "reached by"),
    ("Challenged by CNN's Diane Roe on her fees, Ruiz said that her family was in debt.", ["CNN"], "challenged by"),
    ("In an interview with CNN's Jake Roe, Ruiz said that his words do not fit the office.", ["CNN"], "an interview with a journalist"),
    ("That angered Ruiz, who suggested in a CBS News interview that Mr. Roe was lying to voters.", ["CBS News"], "suggested in an interview"),
    ("The airline also confirmed the news about the passenger to the Toronto Star.", ["Toronto Star"], "confirmed something to"),
    ("Many of the chairmen that Politico interviewed predicted that Ruiz will win.", ["Politico"], "whom an outlet asked"),
    ("Roe told The Post and Courier newspaper of Charleston on Monday that he cast his ballot.", ["The Post and Courier"], "its town"),
    ("Ana Ruiz told The Star-Ledger of Newark last week she would rather stay at home.", ["The Star-Ledger"], "a hyphen and a town"),
    ("“It was nice,” Roe told Reuters in a rare interview in Macau when asked if he had met Ruiz, who leads in the polls.", ["Reuters"], "a question behind the place"),
    ("Ruiz said that she had no idea of it at the time on Monday’s broadcast of CNN’s “New Day.”", ["CNN"], "a broadcast of its day"),
    ("Roe argued that the town would be poorer on Friday’s “PBS NewsHour.”", ["PBS"], "a programme of its day"),
    ("Ruiz visited NBC’s “Today” to discuss the vote, saying “on her worst day” she would be better.", ["NBC News"], "a visit, then what was said"),
    ("Roe appeared with MSNBC’s Ana Ruiz and endorsed the plan, saying, “I think this is what we need.”", ["MSNBC"], "appeared with"),
    ("Roe was for the plan while it lasted, he said Monday morning on MSNBC’s “Morning Joe.”", ["MSNBC"], "when and where is no content"),
    ("But several leaders of the party told Politico that in private, Ruiz has shown an interest in the town.", ["Politico"], "a clause cut short"),
    ("Sunday, on CNN’s “State of the Union,” while commenting on the divide in a country that has seen two shootings and a long strike of nurses this week alone, Roe said he will try to heal it.", ["CNN"], "what was spoken of"),
    ("Roe elaborated in an editorial piece for The Wall Street Journal that the delegates may reconsider.", ["The Wall Street Journal"], "elaborated in"),
    ("Ruiz, the owner of a pageant and star of the show “The Clerk,” said in an interview with The Washington Post that it was dull.", ["The Washington Post"], "a title before the verb"),
    ("When CNN asked about the vote, the mayor said he had lied.", ["CNN"], "asked, and then answered"),
    ("In response to questions from CNN, the mayor said he had lied.", ["CNN"], "questions from"),
    ("On Sunday's “Meet the Press,” the mayor said he would resign.", ["NBC News"], "a day's programme first"),
    ("In Time magazine, the mayor wrote that he would resign.", ["Time"], "wrote in the outlet that opens it"),
    ("Ana Roe reported for the Washington Post that the plan was dead.", ["The Washington Post"], "reported for"),
    ("Ana Ruiz, who covers the town for CNN, said that the mayor lied.", ["CNN"], "who covers it for"),
    ("Economists polled by Reuters expected sales to fall in May.", ["Reuters"], "polled by"),
    ("The mayor was quoted in the Guardian saying he had lied.", ["The Guardian"], "quoted in … saying"),
    ("Ruiz will speak in Ohio, according to a report Tuesday from WKOW, the ABC affiliate in Madison.", ["WKOW"], "a day before from"),
    ("At a round-table interview Tuesday with CNN, Roe said that she was kind.", ["CNN"], "at an interview"),
    ("When asked for his view during a CNN interview in May, Roe said that he liked it.", ["CNN"], "a lead-in speaks for nobody"),
    ("Ruiz, quoted by the Associated Press, said that he would ask for her resignation.", ["The Associated Press"], "quoted by"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlets", "why"), FIRES, ids=[case[0][:50] for case in FIRES])
def test_outlets_are_credited(text, outlets, why):
    """The claim rests on the outlet."""
    (found,) = credited(text)

    assert set(outlets) <= set(found), why


QUIET = [
    ("CNN viewers were told to stay at home on Monday.", "an audience that is told by nobody"),
    ("CNN spoke to three people in the town hall on Monday.", "a talk without content"),
    ("One resident, who asked CNN for a job, left early on Monday.", "a favour"),
    ("CNN barely even mentioned her remarks and went back to its panel.", "a mention that says nothing"),
    (
        "He could find no trace of a Yale Daily News article that Carson said was written in jest.",
        "an article that somebody speaks of",
    ),
    ("In Slate, rain fell on the long road and nobody came.", "a place, and nobody who writes"),
    ("The margin of error of the CBS News poll was six points.", "a poll that is spoken of"),
    ("The lead in the new CNN poll surprised many who had hoped for Roe.", "a poll that is spoken of, without a figure"),
    ("He read a book on CNN, calling his editor every night.", "a book about it"),
    ("Networks, including CNN, cut away from the speech.", "one of those who do something"),
    ("A question in a Fox News poll was unclear to many.", "no figures"),
    ("Fox News put the host on leave on Monday.", "puts without a figure"),
    ("The Washington Post recently ran a piece that few had read.", "a piece that says nothing"),
    ("Roe visited the CNN studio and went home, tired of it all.", "a visit without a word"),
    ("Roe appeared on Friday’s “PBS NewsHour.”", "a guest"),
    ("The question in the CBS poll to voters was unclear.", "a poll without figures"),
    ("When CNN asked about the vote, the mayor walked away.", "no answer"),
    ("In May, the Post announced its intention to tell the story of his life.", "a plan of its own"),
    ("Speaking to CNN, Roe spared his rivals, who say the mayor is too old for it.", "those who are only spoken of"),
    (
        "Roe said in a note released by the Ruiz campaign the AP report merits a look by the town.",
        "a report inside what was said",
    ),
    ("CNN obtained a memo and read it twice.", "a memo that says nothing"),
    ("Ann Roe, who covered the town for 40 years for ABC News, said she liked the mayor.", "who used to cover it"),
    ("CNN fired the host after two complaints.", "an outlet that acts"),
    ("The guest sued CNN for defamation in May.", "an outlet as topic"),
    ("A former Fox News host was named to the board of the company.", "a former employee"),
    ("They had lawyers who held his feet to the fire, said Mr. Roe, a former editor for The New York Times.", "a former editor"),
    ("The fire broke out near the New York Times building on Monday.", "a building"),
    ("He was interviewed by nobody and reached by train.", "no outlet"),
    ("The chairmen that CNN invited left the room before noon.", "whom an outlet asked to come"),
    ("Readers of the Boston Globe were quick to cancel their papers.", "its readers"),
    ("Most candidates know that they can rely on CNN's hold on the voters.", "on, inside what they know"),
    ("The next debate is scheduled for Dec. 15 on CNN.", "a channel"),
    ("In a CBS drama about lawyers, a judge takes bribes.", "a fiction"),
]


@pytest.mark.parametrize(("text", "why"), QUIET, ids=[case[0][:50] for case in QUIET])
def test_outlets_that_only_stand_there_are_credited_with_nothing(text, why):
    """A mention is no attribution."""
    (found,) = credited(text)

    assert found == (), why


SPOKEN_TO = [
    pytest.param("As part of an interview he gave to CNN, Tom Ash announced that the port would close.", id="as part of"),
    pytest.param("In the interview, which aired on CNN, Tom Ash said that the port would close.", id="which aired on"),
    pytest.param("Asked by Lou Reed during CNN’s “New Day” whether he would go, Tom Ash said that he would.", id="asked during"),
    pytest.param("Reached by phone by CNN, Tom Ash said that he would go.", id="reached by phone"),
    pytest.param("“She was right to go,” Tom Ash shot back in an interview on CNN.", id="shot back"),
    pytest.param("It was CNN that broke the news that the port would close.", id="a scoop in a cleft"),
]


@pytest.mark.parametrize("text", SPOKEN_TO)
def test_more_ways_to_speak_to_an_outlet(text):
    """The outlet stands in the chain of what was said."""
    (claim,) = audit(Article(text), config=Config(check_language=False)).claims

    assert (claim.status.value, claim.outlets) == ("outlet", ("CNN",))


def test_the_report_is_the_outlets_that_reported():
    """What "the report" means after "the Guardian reported": the Guardian's, unless another report was named between."""
    told = audit(Article("The port will close, the Guardian reported. The report also said that nobody would be paid."))
    other = audit(
        Article("The port will close, the Guardian reported. Police wrote a report on it. The report said that nobody was paid.")
    )

    assert told.claims[1].outlets == ("The Guardian",)
    assert other.claims[2].outlets == ()
