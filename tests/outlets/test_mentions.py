"""Where a text names outlets, and where it only seems to: tables of sentences with what must be found, both ways."""

from __future__ import annotations

import pytest
from timing import cpu_seconds

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.articles import Article
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.mentions import find_candidates
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds


def found_in(text, publisher=None, url=None):
    """Return the mentions of *text*."""
    sentences = tell_kinds(text, find_boundaries(text))
    return find_candidates(Article(text, publisher=publisher, url=url), sentences, Gazetteer.default())[0]


def mentions(text, publisher=None, url=None):
    """Return (words, outlet) of each mention of *text*."""
    return [(mention.span.of(text), mention.outlet) for mention in found_in(text, publisher, url)]


NAMED = [
    ("The UK’s Mirror reports that the mayor left.", [("Mirror", "daily-mirror-uk")], "whose it is stands for the article"),
    ("Britain's Express said that the mayor left.", [("Express", "daily-express-uk")], "the daily of that name in the country"),
    ("He told Britain’s Sun that the mayor left.", [("Sun", "the-sun-uk")], "the usual one of the country"),
    ("Britain's Express trains were late.", [], "a word behind a country"),
    ("Scotland's Record on crime is poor.", [], "a capital behind a country, and nothing published"),
    ("India's Hindu voters said that he left.", [], "a people behind a country"),
    ("The phone is slow.\n\n[ The Verge ]\n\nIt rained.", [("Verge", "the-verge")], "a line in brackets"),
    ("The phone is slow.\n\n— The Verge\n\nIt rained.", [("Verge", "the-verge")], "a line behind a dash"),
    ("The phone is slow.\n\n[ Time to go ]\n\nIt rained.", [], "a line in brackets that is more"),
    ("Wired’s review found that the phone is slow.", [("Wired", "wired")], "what it published says something, at the start"),
    ("Wired’s room was cold.", [], "a common word at the start, and nothing published"),
    ("Wired warned that the phone is slow.", [("Wired", "wired")], "a common word that says something, at the start"),
    ("Science says that the phone is slow.", [], "a thing that people let speak"),
    ("Public polls show that he leads.", [], "a common word before a noun"),
    ("Wired’s Jane Roe said that it is slow.", [("Wired", "wired")], "who writes for it"),
    ("The Guardian said that the plan is dead.", [("Guardian", "the-guardian")], "a capital behind the article, and a weak verb"),
    ("Guardian said that the city is poor.", [], "a surname"),
    ("The Guardian columnist Jane Roe said so.", [("Guardian", "the-guardian")], "who writes for it, behind an article"),
    ("The Senate said that the plan is dead.", [], "a body"),
    (
        "He told The Hindu that the plan is dead.",
        [("Hindu", "the-hindu")],
        "a people's name with a capital article inside the sentence",
    ),
    ("The Hindu reported that the plan is dead.", [("Hindu", "the-hindu")], "a people's name that reports"),
    ("The Australian said that he was tired.", [], "a man of that country"),
    ("He told PTI that the plan is dead.", [("PTI", "press-trust-of-india")], "initials drop the article of the name"),
    ("He told Scientific American that it is warm.", [("Scientific American", "scientific-american")], "no American"),
    ("The film sold well, according to Deadline.", [("Deadline", "deadline")], "a common word, by the usual outlet"),
    ("In Variety, columnist Jane Roe argued so.", [("Variety", "variety")], "who writes in it"),
    ("In Slate, Oregon, it rained.", [], "a place"),
    ("The mayor told THE WEEKLY STANDARD so.", [("WEEKLY STANDARD", "the-weekly-standard")], "a name in capitals"),
    ("THE NEW YEAR PARTY was loud.", [], "capitals that spell no outlet"),
    ("Galway Bay FM says that cars were swept away.", [("Galway Bay FM", None)], "a station by its name"),
    ("The minister said so Today, and left.", [], "a date with a capital"),
    # Unambiguous forms.
    ("The mayor left, CNN reported.", [("CNN", "cnn")], "a form that means nothing else"),
    ("The New York Times' story was short.", [("New York Times", "the-new-york-times")], "a possessive without s"),
    ("The mayor told the New York\nTimes so.", [("New York\nTimes", "the-new-york-times")], "a line break inside a name"),
    ("The mayor told USA TODAY so.", [("USA TODAY", "usa-today")], "capitals as in print"),
    ("He watched Fox News all day.", [("Fox News", "fox-news")], "the longest form wins"),
    ("He told Newsmax TV so.", [("Newsmax TV", "newsmax")], "a form with TV"),
    ("He wrote for Salon.com.", [("Salon.com", "salon")], "a form with .com"),
    ("Cnn is a syntax word, as is cNN.", [], "case matters"),
    ("CNNs and FoxNewses are no words.", [], "a name must end where a word ends"),
    ("He posted it as @CNN and #CNN.", [], "handles and tags are not in the table"),
    # A joint poll names two.
    (
        "He leads in an NBC News/Wall Street Journal poll.",
        [("NBC News", "nbc-news"), ("Wall Street Journal", "the-wall-street-journal")],
        "slash",
    ),
    ("He leads in a Reuters/Ipsos poll.", [("Reuters", "reuters")], "a pollster is no outlet"),
    ("He leads in a CNN/ORC poll.", [("CNN", "cnn")], "a pollster is no outlet"),
    (
        "The Washington Post was first. A Post-ABC poll has him ahead.",
        [("Washington Post", "the-washington-post"), ("Post", "the-washington-post"), ("ABC", "abc-news")],
        "hyphen, short names",
    ),
    # Men, parties, places and things of the same name.
    ("Wang left, Bloomberg reported.", [("Bloomberg", "bloomberg")], "a cue behind a name that is also a man's"),
    ("Mayor Bloomberg said he was tired.", [], "a title before it"),
    ("Michael Bloomberg ran. Bloomberg said he would win.", [], "the man has been named, and anybody may say"),
    (
        "Michael Bloomberg ran. Bloomberg reported that he would win.",
        [("Bloomberg", "bloomberg")],
        "nobody but an outlet reports",
    ),
    ("He told Fox that he was out.", [("Fox", "fox-news")], "told"),
    ("Megan Fox confirmed it.", [], "a first name before it"),
    ("A fox bit the child.", [], "lower case"),
    ("The Fox Theatre reported a loss.", [], "a thing behind it makes another name"),
    ("The minister was ill, the Independent reported.", [("Independent", "the-independent")], "a capital, an article and a cue"),
    ("King, an Independent, said no.", [], "an indefinite article makes it a status"),
    ("An independent report said so.", [], "lower case"),
    ("The Independent said he would caucus with Democrats.", [], "anybody may say"),
    (
        "The plan was dead, the Independent said.",
        [("Independent", "the-independent")],
        "a capital, an article, and nobody who may be meant",
    ),
    ("He leads in most Republican polls.", [], "a party's polls"),
    ("An Iowa Republican said he would vote no.", [], "a Republican of Iowa is no paper"),
    (
        "The Iowa Republican reported that he would vote no.",
        [("Iowa Republican", "the-iowa-republican")],
        "an article and a verb of publication",
    ),
    ("He lives in New York and New York's Central Park said so.", [], "a city"),
    ("The AFL-CIO said so.", [], "half of a compound"),
    ("A six-time All-Star said so.", [], "half of a compound"),
    ("The Centers for Disease Control and Prevention estimates it.", [], "the end of a longer name"),
    ("They met in Times Square and in Herald Square.", [], "squares"),
    ("The Reuters Institute published a survey.", [], "an institute of the same name"),
    ("They quoted the Post Office and the Nature Conservancy.", [], "listed phrases"),
    # Common words that are titles.
    ("Aides on Capitol Hill said so.", [], "a longer name that is no outlet"),
    ("He told The Hill that it was over.", [("Hill", "the-hill")], "told"),
    ("As The Hill noted, it was over.", [("Hill", "the-hill")], "a capital article"),
    ("The Hill reported that it was over.", [("Hill", "the-hill")], "a cue at the start of a sentence"),
    ("A study in Nature found that.", [("Nature", "nature")], "a journal with a verb of finding"),
    ("It was published in Science.", [("Science", "science")], "published in"),
    ("Nature is beautiful, and Science is settled.", [], "capitals at random"),
    ("Time was short.", [], "a common word at the start of a sentence"),
    ("He told Time that it was short.", [("Time", "time")], "told"),
    ("It was Time's Joe Klein who wrote it.", [("Time", "time")], "its journalist"),
    ("People said they were afraid.", [], "a crowd"),
    ("People reported that they were afraid.", [], "a crowd, even so"),
    ("They split, People magazine reported.", [("People magazine", "people")], "a form with its noun"),
    ("She told People that they split.", [("People", "people")], "told, in the middle of a sentence"),
    ("Times have changed, and at times they have not.", [], "time"),
    ("Exit polls told a tale.", [], "a common word at the start of a sentence"),
    ("They saw the film The Post twice.", [], "the title of a work"),
    ("He read Thackeray's Variety again.", [], "a possessor and no cue"),
    ("Websites like Slate, Time and Vox ran it.", [("Slate", "slate"), ("Time", "time"), ("Vox", "vox")], "in a list of outlets"),
    ("It was a list like slate, time and mint.", [], "lower case"),
    ("“It is over,” wrote Slate.", [("Slate", "slate")], "an inverted cue"),
    ("So it goes, reports USA Today.", [("USA Today", "usa-today")], "an inverted cue"),
    ("Joe Klein of Time wrote it.", [("Time", "time")], "a journalist of it"),
    # Titles that several papers bear.
    ("The Post said he left.", [("Post", None)], "spelled out nowhere"),
    ("The Times reported that he left.", [("Times", None)], "spelled out nowhere"),
    ("The Star reported it, and the Express said so.", [("Star", None), ("Express", None)], "spelled out nowhere"),
    ("The Sun reported it, and the Mirror said so.", [("Sun", "the-sun-uk"), ("Mirror", "daily-mirror-uk")], "the usual ones"),
    (
        "The Washington Post said so. The Post added that he left.",
        [("Washington Post", "the-washington-post"), ("Post", "the-washington-post")],
        "a short name after the full one",
    ),
    (
        "The New York Times and the Los Angeles Times differ. The Times said no.",
        [("New York Times", "the-new-york-times"), ("Los Angeles Times", "los-angeles-times"), ("Times", "los-angeles-times")],
        "the nearest full name",
    ),
    (
        "The Post was first. The Washington Post reported it in May.",
        [("Washington Post", "the-washington-post")],
        "a short name without cue at the start stays a word",
    ),
    (
        "As the Post said, he left. The Washington Post reported it in May.",
        [("Post", "the-washington-post"), ("Washington Post", "the-washington-post")],
        "spelled out further down",
    ),
    ("The Guardian, a Nigerian newspaper, said so.", [("Guardian", "the-guardian-nigeria")], "the country beside it"),
    ("The Guardian reported it.", [("Guardian", "the-guardian")], "the usual one"),
    ("The Australian broadcaster ABC reported it.", [("ABC", "abc-australia")], "the country beside it"),
    ("He told ABC that he left.", [("ABC", "abc-news")], "the usual one"),
    ("He told the Advocate, a magazine, that he left.", [("Advocate", "the-advocate-magazine")], "the kind beside it"),
    # Initials that the article explains.
    (
        "The Namibian Broadcasting Corporation (NBC) was there. He told NBC so.",
        [("Namibian Broadcasting Corporation", "nbc-namibia"), ("NBC", "nbc-namibia"), ("NBC", "nbc-namibia")],
        "an outlet's",
    ),
    ("The American Academy of Pediatricians (AAP) met. The AAP said so.", [], "another body's"),
    ("LONDON (AP) — He told AP so.", [("AP", "associated-press"), ("AP", "associated-press")], "a dateline explains nothing"),
    # Names inside longer ones.
    ("It stands in the Register of Members' Interests.", [], "the head of a longer name"),
    ("They borrowed money against Jane's life insurance.", [], "somebody's"),
    ("He is like a Lawyer's Dumbest Client.", [], "an indefinite article"),
    ("“He came on this show,” Hannity said.", [], "a man beside a noun in a quotation"),
    ("We were proud, said Dorothy Poynter, who knew him.", [], "a first name makes it a surname"),
    ("Former Politico reporters said so.", [("Politico", "politico")], "a word before it that is no first name"),
    # Addresses.
    ("He read it on www.nytimes.com first.", [("www.nytimes.com", "the-new-york-times")], "a domain"),
    ("See http://www.cnn.com/x.html, and more.", [("http://www.cnn.com/x.html", "cnn")], "a URL without the comma behind it"),
    ("Write to jane@cnn.com.", [], "an e-mail address"),
    ("See example.com and U.S. news.", [], "nobody's domain"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NAMED, ids=[case[0][:50] for case in NAMED])
def test_outlets_are_found_where_they_are_named(text, expected, why):
    """A name is a mention where the words around it say that it is an outlet's."""
    assert expected == mentions(text), why


PUBLISHED = [
    (
        "The Times reported that he left.",
        "The New York Times",
        None,
        [("Times", "the-new-york-times")],
        "the publisher's own title",
    ),
    ("The Times reported that he left.", "Chicago Tribune", None, [("Times", None)], "another publisher"),
    (
        "The Australian revealed that he left.",
        "The Sydney Morning Herald",
        None,
        [("Australian", "the-australian")],
        "a rival in the publisher's country",
    ),
    ("The Australian revealed that he left.", "Chicago Tribune", None, [], "a man of another country"),
    (
        "The Times reported that he left.",
        "The Guardian",
        None,
        [("Times", "the-times-london")],
        "a namesake of the publisher's country",
    ),
    (
        "The Post reported that he left.",
        None,
        "https://www.washingtonpost.com/x",
        [("Post", "the-washington-post")],
        "the article's address",
    ),
    ("ABC reported that he left.", "The Age", None, [("ABC", "abc-australia")], "the publisher's country"),
    ("She told this newspaper that he left.", "The Boston Globe", None, [("newspaper", "the-boston-globe")], "this newspaper"),
    ("She told this newspaper that he left.", "CNN", None, [], "a network is no newspaper"),
    ("The Times reported that he left.", "Nobody's Paper", None, [("Times", None)], "an unknown publisher"),
]


@pytest.mark.parametrize(
    ("text", "publisher", "url", "expected", "why"), PUBLISHED, ids=[f"{case[4]}: {case[1]}" for case in PUBLISHED]
)
def test_the_publisher_settles_short_names(text, publisher, url, expected, why):
    """A short name that is spelled out nowhere is the publisher's own title, or a namesake of its country."""
    assert expected == mentions(text, publisher, url), why


USES = [
    ("He sued CNN for defamation.", "mentions.topic", "sued"),
    ("Fire broke out near the New York Times building.", "mentions.topic", "a thing of the outlet's"),
    ("A former Fox News host said he would vote.", "mentions.topic", "a former one speaks for himself"),
    ("CNN contributor Van Moss said he would vote.", "mentions.topic", "a contributor is a guest"),
    ("LONDON (Reuters) - He will vote.", "mentions.topic", "a dateline's credit"),
    ("(AP Photo/Jane Roe)", "mentions.topic", "a photo credit"),
    ("A CNN anchor was hurt.", "mentions.topic", "a journalist who says nothing"),
    ("The case is New York Times v. Sullivan.", "mentions.topic", "a case"),
    ("CNN anchor Jane Roe said the polls had closed.", "mentions.staff", "a journalist who speaks"),
    ("“He left,” wrote Washington Post reporter Jane Roe.", "mentions.staff", "a journalist who speaks, inverted"),
    ("CNN reported that he would vote.", None, "a source"),
    ("He told CNN that he would vote.", None, "a venue"),
    ("He appeared on Fox News and said he would vote.", None, "an appearance with words"),
    ("He appeared on Fox News.", "mentions.topic", "an appearance without words"),
    ("He leads by 4 points, according to the RealClearPolitics average.", None, "an average that is cited"),
]


@pytest.mark.parametrize(("text", "step", "why"), USES, ids=[case[0][:50] for case in USES])
def test_a_mention_says_whether_it_may_be_a_source(text, step, why):
    """The last evidence of a mention tells the outlet as a topic, or a journalist of it, from the outlet as a source."""
    (mention,) = found_in(text)
    steps = [evidence.step for evidence in mention.evidence[1:]]

    assert ([step] if step else []) == steps, why


def test_a_programme_shows_its_network():
    """A mention keeps the programme's id and shows the name of the organisation."""
    (mention,) = found_in("He told Meet the Press that he would vote.")

    assert (mention.outlet, mention.name) == ("meet-the-press", "NBC News")


def test_a_short_name_points_back_to_the_full_one():
    """The antecedent of a short name is the mention that spells it out."""
    text = "The Boston Globe reported it. The Globe said more."
    full, short = found_in(text)

    assert short.antecedent == full.span
    assert short.name == "The Boston Globe"


HOSTILE = [
    ("New York " * 20_000, "a first word of many forms"),
    ("A" * 200_000, "one long word"),
    ("a.b" * 60_000, "full stops without end"),
    ("x.yy/" * 40_000, "slashes without end"),
    ("The Post said. " * 10_000, "doubtful names without end"),
    ("Fox, a " * 20_000, "commas without end"),
    ("the newspaper reported " * 8_000, "references without end"),
    ("KXYZ " * 30_000, "call signs without end"),
    ("The Springfield Gazette reported. " * 5_000, "unknown outlets without end"),
    ("(" * 100_000 + "CNN", "brackets without end"),
]


@pytest.mark.heavy
@pytest.mark.parametrize(("text", "why"), HOSTILE, ids=[case[1] for case in HOSTILE])
def test_time_is_linear_in_the_text(text, why):
    """Ten times the text takes no more than some twenty times as long."""
    gazetteer = Gazetteer.default()

    def seconds(part, times=1):
        return cpu_seconds(lambda: find_candidates(Article(part), (), gazetteer)[0], times)

    seconds(text[:1000])
    small = seconds(text[: len(text) // 10], times=3)

    assert seconds(text) < 25 * small + 0.1, why


USUAL = read_table(shipped_table("citeaudit.outlets", "usual.tsv"), ("form", "outlet", "example"))


@pytest.mark.parametrize("row", [pytest.param(r, id=r[0]) for r in USUAL])
def test_the_usual_bearer_of_a_name_is_found(row):
    """The example of each row names the outlet of the row."""
    _, outlet, example = row
    article = Article(example)

    assert [m.outlet for m in find_candidates(article, find_boundaries(example), Gazetteer.default())[0]] == [outlet]
