"""
How articles speak of sources without a name: the phrases that the CA2 rules look for.

They are patterns over the words of a source or a cue that the reading has found, never over a whole text.
"""

from __future__ import annotations

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of

HEDGE = worded(
    r"""(?ix)
    \b(?:reportedly|allegedly|purportedly|rumou?redly)\b               # reportedly left
  | \bit\ (?:is|was|has\ been)\ (?:widely\ |also\ )?@said_of\b   # it is believed that
  | \b(?:@be|been)\ (?:widely\ |also\ |now\ )?(?:rumou?red|reported|alleged|said|understood)\ to\b      # is said to
  | \brumou?rs?\ (?:has|had|have)\ it\b | \bthere\ (?:are|were|have\ been)\ (?:unconfirmed\ )?(?:rumou?rs|reports|claims|allegations)\b
  | \b(?:@be|been|stands?)\ accused\ of\b
    """
)
"""Words that say that somebody says so, and leave out who."""

ACCORDING = pattern_of(r"According to\b")
"""The opening of a sentence that names whom the one before it left out."""

CHARGED = worded(r"(?i)\b(?:charg(?:e[ds]?|ing)|indict\w*|prosecut\w*|sheriff\w*|arrest\w*|@of_charges|testif\w+)\b")
"""Words that say where an allegation comes from: a person who reads "allegedly" there knows whose it is."""

ALLEGED = pattern_of(r"(?i)\b(?:alleged|accused)")

CRIME = pattern_of(
    r"(?i)\b(?:kill|murder|massacre|shoot|shot\b|shooting|rape|assault|stab|attack|rob|theft|steal|stole|traffick|abus|molest|fraud|embezzl|launder|bribe|terror|bomb)"
)
"""Words of criminal cases, in which "allegedly" and "accused of" are the law's own caution."""

GROUPS = tuple(sorted(forms_of("nameless_group")))
"""The last word of SOME, in small letters: a source that ends in none of them need not be matched."""
SOME = worded(
    r"""(?ix)
    (?:@some_of)?\s*
    (?:@of_experts\s)?
    @nameless_group
    """
)
"""Groups that nobody could ask: the whole phrase, with nothing that says who they are."""

SOMEBODY_SAYS = worded(r"(?:some|many)(?: people)? @some_say")
"""The bare "some say": in small letters, since at the start of a sentence "some" mostly goes on about people met before."""

OPINION = pattern_of(r"\W*(?:that )?they\b")

SPEECH = worded(r"(?i)\b@opinion_verb\b")

NO_OUTLET = worded(
    r"""(?ix)
    (?:@of_no_outlet\s)*
    (?:@of_the_press\s@press_noun
      |@press_alone)
    (?:\s(?:on|in|from|at)\b.{0,40})?
    """
)
"""News organisations without a name, as a whole source phrase."""
PRESS_NOUNS = tuple(sorted(forms_of("press_noun", "press_alone")))


def names_no_outlet(words: str) -> bool:
    """Tell whether the source phrase *words* is a news organisation without a name."""
    folded = words.casefold()
    return any(map(folded.__contains__, PRESS_NOUNS)) and NO_OUTLET.fullmatch(words) is not None


FOREIGN_PRESS = pattern_of(
    r"\b(?!The\b|Some\b|Several\b|Many\b|Local\b|Media\b|Press\b|News\b|According\b|Recent\b|Other\b|Published\b|TV\b)\p{Lu}"
)

REPORTS = pattern_of(
    r"(?i)\b(?:according|report(?:s|ed|ing)?|sa(?:y|ys|id)|suggest\w*|reveal\w*|indicat\w*|estimat\w*|claim\w*|citing|cited|show(?:s|ed)?|quot\w*|put|per)\b"
)

MARK = pattern_of(
    r"""(?ix)
    \b(?:familiar\ with|close\ to\ (?:the|him|her|them|it|(?-i:\p{Lu})[\p{L}’']*+)|briefed\ (?:on|about|by)|(?:direct\ |intimate\ )?knowledge\ of|anonym\w+|not\ (?:been\ )?authori[sz]ed|wasn[’']t\ +authori[sz]ed
      |not\ to\ be\ (?:named|identified)|(?:declined|refused|requested|asked)\ to\ be|who\ (?:spoke|requested|asked|declined|attended)|on\ background|unnamed|unidentified)\b
    """
)
"""Marks of anonymity in a source's own words."""

SCENE = pattern_of(
    r"(?i)\b(?:shout|yell|scream|bark|whisper|holler|shriek|radio|call(?:s|ed|ing)? out|command|order|(?:can|could) be heard|is heard|was heard)"
)
"""Cues of words that are spoken to somebody in a scene which the article tells, and not to a reporter."""

SUPPOSED = worded(
    r"(?i)\b(?:would (?:then |also |probably |likely |surely )?have(?! to\b)|suppose|supposing|imagine|what if|pretend"
    r"|@supposed_thing,? (?:that|in which|where))\b"
)
"""Words that what follows them is put as thinkable, and told of nobody."""

GOES_ON = pattern_of(
    r"""(?x)
    [\W_]*(?:(?P<pronoun>He|She|They|It)|Another|Others|Both|The\ (?P<noun>\p{Ll}++)
      |(?:Some|Most|Many|All|One|Two|Three|Several|Among|Each|None)\ (?:of\ )?(?:the|these|those|them))\b
    """
)
"""How a sentence begins that goes on about somebody or something of the sentences before it."""

ALSO = pattern_of(r"\balso (?:report|sa(?:y|id)|writ|wrote|not(?:e|ing)|claim|reveal|quot|cit)")
"""What ties an outlet's next report to the one before it, which named nobody: "The Globe also reports"."""

CITED_WORK = pattern_of(r"\((?:see |e\.g\.,? |cf\. )?\p{Lu}[^()]{0,120}\b(?:1[89]|20)\d\d\b")
"""A work in brackets, as scholars name whoever says so: "(Vance & Ruiz, 2019, p. 12)"."""

MARK_AFTER = pattern_of(
    r"""(?ix)
    [^.;“”"\n]{0,160}?
    \b(?:on\ (?:the\ )?condition\ of\ anonymity|(?:request|ask|insist|grant)\p{Ll}*+\ (?:for\ |on\ )?anonymity
      |not\ to\ be\ (?:named|identified)|declin\p{Ll}++\ to\ be\ (?:named|identified))\b
    """
)
"""The same after it, before any quotation or full stop: "a Warren adviser, who spoke on the condition of anonymity"."""

INSIDER = worded(r"(?i)\b@insider\b|\bsources?\b(?!\s+of\b)")
"""Nouns of people whom newsrooms keep unnamed, one of them; "sources" in any number."""

UNNAMED_NOUN = r"(?: \p{L}+){0,2}? (?<noun>source|official|person|people|aide|adviser)s?\b"
OFFICE_VOICE = worded(r"(?i)(?:an?|one|the) (?:@office_place )?official")
"""One official with no rank and no party: the voice of the office where he works, if "officials" of it speak as well."""
OFFICE_SPEAKS = worded(r"(?i)(?:the officials|@office_place officials|officials (?:at|of|from) the \p{Ll}++)")

SAME_SOURCE = worded(rf"(?i)(?:@same_source){UNNAMED_NOUN}")
"""Words that go on about unnamed sources of the sentence before: "one source", "the second official"."""

THE_SOURCE = pattern_of(rf"(?i)(?:the|this|that|both|these){UNNAMED_NOUN}")
"""Words that name an unnamed source of a sentence before again, and bring in no other: "the source", not "another source"."""

SECRET = pattern_of(r"(?i)\bsources?\b")
"""A noun that no story opens with to give the name in the next line."""

FULL_NAME = pattern_of(r"\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+")

TEASER = worded(r"(?i)\b@teaser\b")
"""Nouns that open a story before the name is given, and hide it just as often."""

EVERYBODY = worded(
    r"(?i)\b(?:never|no|cite[sd]?|citing|quot(?:e[sd]?|ing)|@asks_everybody|spokes\w+|media|survey|poll)\b|\b(?:percent|in-(?:three|four|five|ten))\b"
)

VENUE = pattern_of(r"\W*(?:\p{Ll}+\s+){0,2}(?:to|told|with)\s+(?:the\s+)?")
"""What stands between a source and the outlet that it spoke to: "acknowledging to the", "told"."""

NO_STATEMENT = pattern_of(
    r"(?i)\W*\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|declin\w+|refus\w+|would|call(?:ing|s|ed)? for|announc\w+)\b"
)
"""Cues that give no information on the source's word alone: questions, refusals, public calls."""

SOMEBODY = worded(
    r"""(?x)
    \p{Lu}[\p{L}’'-]+\ (?:\p{Lu}\.?\ )?(?:@particle\ )?\p{Lu}[\p{L}’'-]+      # Ana Ruiz
  | \b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Sir|Lord|Lady|Judge|President|Minister|Mayor)\b\.?\ \p{Lu}     # Mr Vance
  | \b(?i:@det)\ (?:[\p{Ll}-]+\ ){0,2}
    (?!(?:@no_doer|\p{Ll}+m(?:ent))\b)
    (?:@person_noun|teen\p{Ll}*
      |\p{Ll}+(?:er|or|ist|ian|ant|ent|man|woman|person|aide|mate|ee|eer|ician))\b               # a young driver
    """
)
"""A name, or a person described: anything that "he" or "she" might mean, and whose words a quotation might be."""

NAME_WITHIN = worded(r"(?<=[\p{Ll},] )(?!(?i:@month|@calendar)\b)\p{Lu}\p{Ll}+")
"""A capital inside a sentence that is no day, month or feast."""

SURNAME_FIRST = worded(
    r"(?m)(?:^|(?<=[.!?…”\"’'] ))(?!(?i:@no_surname)\b)"
    r"\p{Lu}\p{Ll}+(?<!s)\ \p{Ll}+"
)
"""A word that opens a sentence and may be a surname ("Vance won by a point"): no word of grammar, no plural."""
