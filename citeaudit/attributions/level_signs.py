"""By what words a cue or a content tells that something was said, or was not: the knowledge of ``levels``, a pattern or a set each."""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of

OWN_VOICE = "the writer's own voice"
UNSAID = "nobody says it"
CALLED_FOR = "somebody was called for, not called something"
NOBODYS = frozenset((OWN_VOICE, UNSAID, CALLED_FOR))
"""Why something is nobody's, whatever reads it."""
TOKEN = pattern_of(r"[\p{L}’'-]+")
QUOTED_WORDS = 2
"""So many quoted words in a content are the speaker's own; one alone is a title or a scare quote."""
SPOKEN = pattern_of(r"[“\"‘'][^“”\"]+[,?!…][”\"’']")
SPOKEN_BEFORE = frozenset(("trailing", "inverted"))
"""A quotation that ends in a comma is speech, however short: "“Never,” she wrote."."""
OWN_WORDS = 4
"""So many quoted words speak for themselves, whatever the verb before them."""
MAIN_CLAUSE = 4
LEAD = 160
FINITE_BEHIND = worded(r"\s@aux\s")
"""What makes a noun of the word in -ing before it: "a storm warning had been in force"."""
STOPPED = pattern_of(r"[.!?][”\"’']?\s+(?=[\p{Lu}“\"‘'])|\n")
EMPTY_TALK = worded(
    r"(?:a\smargin\sof|the\sprize|(?:some\s|several\s|early\s)?(?:victory|victories|wins)\b|credit\b|@empty_talk|@det\s(?:\p{Ll}+\s){0,2}(?:story|tale|chapters?)(?!.*\b(?:how|that)\s))\b",
    regex.IGNORECASE,
)
EMPTY_OPENINGS = frozenset("a the some several early victory victories wins credit".split())  # noqa: SIM905
AFTER_AS = pattern_of(r"(?<!\b(?:soon|long|far|much|well|even)\s)(?<!\p{L})[Aa]s\s$")
NOBODY = pattern_of(
    r"(?:(?i:nobody|no\sone|none(?!\sother\sthan\b))|[Ff]ew(?=$|\sof\b)|[Nn]o\s(?!one\b|(?:less|other)\sthan\b)\p{Ll}+)\b|[Ll]et(?:\s(?:us|me))?$"
)
"""Who did not say it: "no group", but not "No. 10"; nor "let | us hope"."""
NOBODY_OPENS = frozenset(("no", "fe", "le"))
EDITS = worded(r"(?:(?:all|any|the|my|our)\s)?@edits(?:\s(?:and|or)\s@edits)?", regex.IGNORECASE)
"""What only tells how a quotation is printed: "(Emphasis added.)"."""
MADE_KNOWN = worded(
    r"(?:(?:an?|another)\s(?:[\p{L}-]+\s){0,3}?@disclosable(?:\s(?:first|\p{L}+ly))?|"
    r"(?:his|her|its|their)\s(?:[\p{L}-]+\s){0,3}?@disclosable(?:\s(?:@preposition|as)\s.*)?)",
    regex.IGNORECASE,
)
"""What others make known, or who stands before it does: "bought the mill, | a deal | announced in May", "since the clerk | announced | her bid"."""
IS_NOUN = worded(r"@be\s(?:the|a|an)\s\p{L}+$", regex.IGNORECASE)
"""A definition, no statement: "vertigo is the feeling that …"."""
NOUN_ABOUT = worded(
    r"\b@talk_noun\s(?:about|on|over|of|to)$",
    regex.IGNORECASE,
)
"""A noun of talk with its topic: "amid concerns about squalid conditions"."""
ENDS_IN_PREPOSITION = worded(r"\b@preposition$")
"""Behind it "that" points at a thing and opens no clause: "attention to | that last part"."""
THAT_LED = worded(r"that\s@brings_about\b")
"""A relative clause on what was done: "a wake-up call | that led to repairs"."""
IT_IS = worded(
    r"(?:it(?=['’\s]))?\s?(?:is|was|['’]s|has\sbeen|would\sbe|@seems)(?:\s(?:\p{L}+ly|very|so|quite|also|now|just|still|a))*\s\p{L}+$",
    regex.IGNORECASE,
)
"""A judgement of the article's own on a clause: "it | is disappointing | that"."""
ACCUSED = pattern_of(r"(?:(?:\p{L}+ly|once|long|now|also)\s)*(?:accused|suspected)\sof$", regex.IGNORECASE)
"""Whom others accuse: "ministers | accused of | hiding it"."""
IS_TO = worded(r"@be\sto\s\p{Ll}+$")
"""What is still to be said, or is a way of saying: "a common mistake | is to think | that"."""
IT_SHOWS = worded(r"(?:(?:does|did|\p{L}+ly|also|just)\s)*@bears_out$", regex.IGNORECASE)
STRESSED = worded(r"(?:\p{L}+\s)?@stresses$")
THOUGHT = pattern_of(
    r"(?:(?:\p{L}+ly|once|long|now|also)\s)*(?:thought|believed|rumou?red|reported|alleged|known)$", regex.IGNORECASE
)
TO_BE = pattern_of(r"to\s(?:be|have)\s")
"""Of whom others think it, behind "thought" or "believed" alone: "the man | once thought | to be the future of the party"."""
REFERS = pattern_of(r"(?:\p{L}+ly\s)*refers?\sto$", regex.IGNORECASE)
"""What a word means, if no "as" follows: "Phase One | refers to | the first ten miles"."""
REFERRED = pattern_of(r"\brefer(?:s|red|ring)?\sto$")
"""What somebody calls something, if "as" follows: "referred to | the talks as a farce"."""
NAMED_AS = worded(
    r"(?<!,)(?<!\b(?:as|so|such)\s\p{Ll}{2,12})(?<!\bsuch)\sas\s(?!(?:@joining_word|@subject|@links_as)\b)[\p{L}“\"‘']"
)
USED_TO_TELL = pattern_of(r"\bused\sto\s(?:describe|denote|mean|signify)$")
"""What a word is for, if no "as" follows: "a phrase he has | used to describe | his gardens"."""
A_SAY = pattern_of(r"\b(?:an?|no|any|some|more|much|the|his|her|its|their|our|final)\ssay$")
"""The noun: "small owners | get a say"."""
BEING_SAID = pattern_of(r"being\s(?:said|asked|told)", regex.IGNORECASE)
"""A deed, and no hedge: "a few words | being said"."""
SEVERAL = pattern_of(
    r"(?:^|\s)(?:two|three|four|five|several|many|most|some|few|both|these|those|other|such|\d{1,3})$", regex.IGNORECASE
)
PLURAL_NOUN = pattern_of(r"(?!(?:has|is|was|does)\b)\p{Ll}+[^\Ws]s")
"""Behind a word that counts several, no verb of one but a noun: "for two | reasons | that", "many | forecasts"."""
TERM = worded(r"\b@term\s$")
MEANT = pattern_of(r"(?:describes?|means?|refers?\sto|denotes?|suggests?)")
"""What a word means: "a term that | describes | the use of glass tubes"."""
IF = pattern_of(r"\b[Ii]f\s$")
NOW = pattern_of(r"(?!\p{L}+(?:ed|ght|id|ld|lt|te|ew)$)\p{L}+")
"""What is only supposed: "if | they | feel | that it is unjust, they can leave"."""
TELLS_US = pattern_of(r"\s(?:us|me|you|one)\b")
REMINDS = pattern_of(r"(?:\p{L}+ly\s)*(?:reminds?|shows?|teach(?:es)?)$", regex.IGNORECASE)
"""What an event brings to the mind of the writer: "the fire | reminds | us how frail they are"."""
WEIGHED = worded(
    r"(?:@large_number|@part_of|various|other|\d[\d,.]*|an?\s(?:number|range)\sof|options|ways|whether|how|what|\p{Ll}+ing)\b"
)
"""What is considered at length, and not considered something: "considered | dozens of letters"."""
TAKEN_ON = worded(r"(?!that\s)(?:@det\s(?:\p{Ll}+\s)?)?@taken_on\b")
"""What is assumed, and no belief: "assumed | power in 2013"."""
BY_AGENT = pattern_of(r"\sby$")
VENUE = worded(r"(?:in|on|at|during|by|via)\s(?:@det|e-?mail|\p{Lu})", regex.IGNORECASE)
KNOWING = worded(
    r"\b@knowing$",
    regex.IGNORECASE,
)
"""Knowing and seeing put nothing into anybody's mouth."""
NAMED_BY = pattern_of(r"(?:(?:the|an?)\s)?[“\"‘'][^“”\"]{1,60}[”\"’']\sby\s")
"""What others call somebody, behind a comma: "the prison, dubbed | the “Hilton” by its guests"."""
LISTED = pattern_of(r"(?:[“\"][^“”\"]{1,80}[”\"]\s?,?\s?(?:and\s|or\s)?){2,}[.;]?")
"""Several titles or names in marks, which nobody says one after the other: "The topics are: | “The Pier,” “The Lamp” and “The Wall.”"."""
LISTS = frozenset(("is:", "are:", "was:", "were:"))
HOW_LONG = pattern_of(r"-(?:year|month|week|day)$")
"""What says how long, of a thing that is no part of the source any more: "Benchmark 10-year | notes rose"."""
TAKEN_DOWN = pattern_of(r"\b(?:tak(?:e|es|en|ing)|took)\s(?:\p{Ll}+\s)?notes\b")
"""Who writes down what others say or do says nothing: "took notes on what he did"."""
THAT_TIME = worded(r"that\s@that_time(?:\s@joining_word\b|[,.;:]|$)")
"""When something was done, and no clause: "wrote two songs | that summer and left"."""
RELATIVE_THAT = worded(r"that\s@aux\s")
"""A relative clause on what was done, no clause of what was said: "introduced a bill | that would cut the tax"."""
CALLED_IN = pattern_of(r"\bcall(?:s|ed|ing)?\s(?:in|off|up|back)$", regex.IGNORECASE)
CALLED = pattern_of(r"\bcall(?:s|ed|ing)?$", regex.IGNORECASE)
PHONED = worded(
    r"(?:(?:@det|local)\s)?(?:[\p{L}’'.-]+\s){0,3}?@phoned(?:$|[,.]|\s(?:@joining_word|asking)\b)"
    r"|it\s(?:quits|off|a\s(?:day|night|career))\b"
    r"|(?:an?|another)\s(?:[\p{L}’'-]+\s){0,3}?@convened(?:$|[,.]|\s@joining_word\b)(?!.*\san?\s)",
    regex.IGNORECASE,
)
"""Whom or what one calls and does not call names: "called the police", "called a meeting"; or that one stops: "called it quits"."""
SHARED = worded(
    r"(?:@det|more|\d+)\s(?:[\p{L}-]+\s){0,3}?@picture\b",
    regex.IGNORECASE,
)
"""What is posted and says nothing by itself: "tweeted a link to the file"."""
THREAT = worded(r"\b@threat\b")
"""What is threatened in words, with "with" or without: "threatened legal action"."""
RULED_OUT = pattern_of(r"^(?:\p{L}+ly\s|has\s|have\s|had\s|also\s)*rul(?:es?|ed|ing)\sout$")
"""A denial: "ruled out new taxes", but not "has not ruled out"."""
GUILTY = pattern_of(r"\bplea?d(?:ed|s|ing)?\s(?:not\s)?guilty\b", regex.IGNORECASE)
THING_ADDED = worded(
    r"(?:to\s|that\s(?:has|have|had)\s|another\s|(?:@roughly\s)?\d|momentum|fuel\b|insult\b)",
    regex.IGNORECASE,
)
"""What is put to something else, and not said: "added 200 jobs", "adds to the drama"."""
ADDED_TO = pattern_of(r"(?:[\w’'-]+\s){1,6}?to\s(?:the|an?|his|her|its|their|our)\s")
"""To what something is added: "adds scarves | to a law that"."""
WEIGHING = worded(r"\b(?:@be|be|been)\s(?:(?:also|now|still|\p{L}+ly)\s)?considering$")
"""A plan that is looked at, and no view of it: "is considering | the idea of a toll"."""
NOUN_THAT = worded(r"\b(?:@point_noun)s?(?:\s\p{L}+){0,2}\sthat\s")
RESTATED = worded(
    r"\b(?:@point_noun|@noun_cue|characteri[sz]ation|description|suggestion|contention|insistence)s?\s(?:of|that|about|on|to|as)\s",
)
"""Words that are said over again: "repeated | his claims about the dam", but not "repeated the test"."""
PLEA_FOR = worded(r"\bma(?:de|kes?|king)\s@det\s(?:[\p{L}-]+\s){0,2}(?:plea|appeal)s?\b", regex.IGNORECASE)
"""A noun of asking, with what is asked for: "made an urgent plea | for towns to help"."""
FOR_TO = pattern_of(r"(?:\p{Lu}\p{Ll}+day\s)?(?:for|to)\s[^.;:]{0,100}\sto\s\p{Ll}+")
MADE_CLEAR = pattern_of(r"\bma(?:de|kes?|king)\s(?:it\s)?(?:\p{L}+ly\s)?clear$", regex.IGNORECASE)
ADMITTED_DOING = pattern_of(r"to\s(?:\p{Ll}+ly\s)?\p{Ll}+ing\b")
"""A deed that somebody owns up to: "admitted | to hiding the file"."""
TELLS_YOU = pattern_of(r"(?:will|can)\s(?:\p{L}+\s)?tell$", regex.IGNORECASE)
"""What people keep saying: "many riders | will tell | you that"."""
ACTED = worded(r"(?:@preposition|that|which|who|as|so|[Ww]hatever|[Ww]hat)\b")
LONG_BELIEF = 4
"""So many words behind "think" or "believe" are a clause, unless a preposition opens them: "believes | all boats rise together"."""
POSTERS = forms_of("posts")
DENIERS = forms_of("rejects")
SAYING = worded(r"\b(?:@deniable)s?\b")
"""What can be denied: "rejected the notion that …"."""
WHEN = worded(
    r"@soon\b",
    regex.IGNORECASE,
)
MAIN_BEHIND = pattern_of(r",\s(?:\S+\s){4}")
"""A main clause behind the comma of a time: "said | shortly after they left, someone took the file"."""
NAMED_THING = worded(r"\s@named_thing\b")
OWNED = pattern_of(r"(?r)(?:\bthe\s|['’]s\s|\b(?:his|her|its|their)\s)(?:[\p{L}-]+\s){0,2}")
"""A thing that has its name in quotation marks, with whose it is before: "the military's former “don't ask, don't tell” | policy"."""
NOUN_CUE = worded(
    r"\b@noun_cue\b",
    regex.IGNORECASE,
)
DEED_OF_NOUN = worded(r"(?:@aux|came|comes|went)\s")
"""What follows a noun that only acts: "a storm warning | had been in force"."""
SOURCELESS = worded(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|(?:@be|been|being|'s|’s)\s(?:\p{L}+ly\s|also\s)*(?:@said_of|expected|known(?!\s(?:for|as|by)\b))|"
    r"alleged|accused|rumou?red|according)\b",
    regex.IGNORECASE,
)
DENIED = pattern_of(
    r"\b(?:declin\w+|refus\w+|did\s?n.t|did\snot|does\s?n.t|does\snot|do\snot|do\s?n.t|has\s?n.t|has\snot|have\s?n.t|have\snot|had\s?n.t|had\snot|is\s?n.t|was\s?n.t|not\simmediately|will\snot|won.t|would\snot|would\s?n.t|could\snot|could\s?n.t|cannot|never|without|unable|yet\sto|fail\w*|stopped\sshort)\b",
    regex.IGNORECASE,
)
DENIAL = pattern_of(r"\bden(?:y|ied)|\bnot\sonly\b|\b(?:not|n['’]t)\s(?:resist|help\s(?:but|\p{Ll}+ing)\b)")
RELATIVE = pattern_of(r"\b(?:who|which|that|whose|where|when|what)\s")
MODAL = pattern_of(
    r"\b(?:may|might|could|should|must|can(?!\s(?:(?:also|clearly|then)\s)?be\s(?:heard|seen)\s)|cannot|can['’]t|won['’]t|will|would|supposed|have\sto|has\sto|had\sto|able|likely|going\sto|ought|needs?\sto|to\sbe)\b|^to\s",
    regex.IGNORECASE,
)
ONLY_SAID = pattern_of(
    r"\bwould\s(?:only\ssay|say\sonly)\b|\bwould\sonly\s\p{Ll}+$|\bwould\s(?:later|then|often|eventually|subsequently|afterwards|sometimes)\s\p{Ll}+$|"
    r"\bcould(?:\snot|n['’]t)\s(?:resist|help)\s"
)
"""What was said, and nothing more, or later: "would say only that", "would later recall", "could not resist saying"."""
HELD_UP = worded(r"\b@banner\s(?:\p{L}+\s)?(?:reading|saying|read|said|says|reads|that)\b|^reading$", regex.IGNORECASE)
"""Words on cloth or board are nobody's statement: "carried banners reading"."""
INSTRUMENT = worded(
    r"(?:(?:@det|two|some|many)\s)?(?:[\p{L}-]+\s){0,2}@banner(?:(?:,|\s@placed\s).*)?",
    regex.IGNORECASE,
)
"""What shows or bears words and is no document: "the sign at the gate"."""
ABOUT = pattern_of(r"(?:about|on|in|with|over|against|at|for|of|into)$")
OF_DEED = worded(r"\b(?:@denying|@owns_up)\s(?:\p{L}+ly\s)?\p{Ll}+ing\s\p{Ll}+$")
"""A deed that is denied, whose preposition is no topic's: "denied knowing about | the leak"."""
OF_ALLOWED = forms_of("of_something")
"""Verbs that say something of what stands behind their preposition: "warned of a storm"."""
FINITE = worded(
    r"\b(?:(?-i:(?!May\b))@aux|cannot|can['’]t|(?:@be|do|does|did|wo|would)n['’]t)\b|"
    r"['’](?:re|ve|ll|d|m)\s|\b(?:it|he|she|that|there|what|who|this)['’]s\s",
    regex.IGNORECASE,
)
CLAUSE_OPENS = worded(r"@opens_clause(?:['’]\p{L}+)?\b", regex.IGNORECASE)
THAT_THING = worded(r"(?:that|this)\s\p{L}+(?:,?\s(?:and\sso|as|so)\s@aux\b.*)?")
"""A thing pointed at, no clause: "agreed to hear a challenge to that order", "understands that wish, as does Ruiz"."""
PREPOSITIONAL = worded(r"@preposition\s")
AS = pattern_of(r"\bas\b")
"""What a rejection needs if no saying is rejected: "rejected the plan as nonsense", but "rejected a bid for the mill"."""
JUDGE = worded(r"\b(?:@judging)s?\b", regex.IGNORECASE)
AS_OR_FOR = pattern_of(r"\b(?:as|for|over|by)\b")
WITH_DOING = pattern_of(r"\bwith\s\p{Ll}+ing\b")
"""What somebody is given credit for: "credited her with halving the debt"."""
INFINITIVE = worded(r"(?:[^.;:]{0,140}\s)?(?:to\s[“\"‘]?(?!@det\b)\p{Ll}+|against\s\p{Ll}+ing\b)", regex.IGNORECASE)
"""What somebody is to do: "ordered | the board to close the pier", but not "ordered | a halt to the work"."""
OWNERS_UP = forms_of("owns_up")
RESTATERS = forms_of("restates")
BELIEVERS = forms_of("believes")
FINDERS = forms_of("found_by_people")
"""What people do as well as documents, if a clause follows: "consultants found that …"."""
PLANS = {"expect": "a plan of one's own", "hope": "a wish"}
"""Verbs whose bare infinitive is no speech: "hopes to win"."""
FOUND_ON = worded(r"\bfound\s(?:@placed|among)$", regex.IGNORECASE)
"""Where something was found: "the e-mails found on | his computer"."""
SHOWERS = forms_of("shown_silently")
"""What people do without a word: "she demonstrated that it can be done"; who looks for a living tells of it: "researchers discovered that …"."""
PROPOSERS = forms_of("proposes")
DOING = worded(r"(?!\p{L}*thing\b)\p{Ll}{2,}ing\s(?:@opens_object|\d|\p{Lu})")
"""What is suggested to do: "suggests | saving a tenth of it", but "suggests | spending cuts"."""
TO_VERBS = forms_of("takes_infinitive")
"""Verbs whose infinitive is what was said: "urged him to leave"."""
DOCUMENT = worded(
    r"\b@shows_figures\b|"
    r"\b@picture\s(?:\p{L}+\s){0,3}?@answered_for\s(?:exclusively\s)?by\b",
    regex.IGNORECASE,
)
"""What shows something in words or figures, or pictures by whoever answers for them: "footage obtained by the Post"; by themselves they are only looked at."""
FINDING_PEOPLE = worded(
    r"\b@finds_by_trade\b",
    regex.IGNORECASE,
)
DETERMINERS = frozenset(("the", "The", "a", "A", "an", "An", "this", "This", "That"))
"""No source by itself, unlike the relative "that": "the claim that …" is no claim of "The", and "That said, …" nobody's words."""
PARTICIPLE = worded(r"\b\p{L}+(?:ed|en|wn|ought|old|eld)\s(?:@preposition|as)\b")
"""What may be no verb of its own: "fears the storm called by its name", where the engine sees a clause."""
IMPERSONAL = worded(r"(?:it(?=['’\s]))?\s?(?:is|was|['’]s|would\sbe|seems)\s.*\bto\s@foretells$")
"""What nobody says: "it is too soon to say whether"."""
NOUN_TO_TELL = worded(
    r"\b(?:(?<!\bout\sof\s(?:his|her|its|my)\s)(?<!\bout\sof\stheir\s)ways?|@room_to|no\s(?:good|use|point|sense))\sto\s\p{Ll}+$|\bma(?:de|kes?|king)\s\p{Ll}+ing$"
)
"""What may be said, and was not: "few ways to tell which", "made predicting it hard"."""
TRIED = pattern_of(
    r"\b(?:tr(?:y|ies|ied|ying)|seeks?|sought|seeking|attempt(?:s|ed|ing)?|struggl(?:es|ed|ing)|led\s[^,;]{1,40})\sto\s\p{Ll}+$",
    regex.IGNORECASE,
)
"""What is tried, or what somebody is led to believe, is not said: "is trying to determine"."""
MADE_TO = pattern_of(r"(?r)\b(?:prompt|le|push|mov|caus|driv|forc)(?:ed|d|ing|en|s)\s(?:\p{L}+\s){0,2}")
"""What makes somebody say something, before whom it makes: "prompted | some users to argue that"."""
PLOT = worded(
    r"\b[Ii]n\s(?:(?:the|an?|one|another)\s(?:@drama['’]s\s)?(?:[\w-]+\s){0,2}?@part_of_drama\b"
    r"|(?:act|chapter)\s(?:[IVX]+|\d+|one|two|three|four|five)\b)"
    r"|(?:(?<=[”\"’'])|\b(?:[Tt]he|[Tt]his)\s@drama)\s@plot_verb\b"
)
"""What tells a plot, whose characters are no sources: "in the second act", "“The Mill” opens with"."""
PLOT_WORDS = forms_of("part_of_drama", "plot_verb")
"""Of which it holds one."""
SCENE_TENSE = pattern_of(r"(?!(?:was|has|is|does)\b)\p{Ll}+s\b|(?:tell|say|ask)\b")
AUTHOR = frozenset(("i", "we", "you", "my", "our", "your", "me", "us"))
LOST_APOSTROPHE = 2
"""So many letters at most stand behind such a word whose apostrophe was lost: "you | d think"."""


@cache
def opens_empty_talk() -> frozenset[str]:
    """Return the words with which talk begins that has no content, or only the time of it: what is asked before these patterns are."""
    forms = forms_of("empty_talk", "det", "soon")
    return EMPTY_OPENINGS.union(form.partition(" ")[0] for form in forms)
