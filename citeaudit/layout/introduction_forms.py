"""What lines look like that introduce what stands under them: patterns, each with what it matches.

A line is matched as a whole (from "From PA Media:" to "Here is more from Politico:"), by who says something at its end, or by what stands
around an outlet's name. Who of those it names is told by whoever reads the lines.
"""

from __future__ import annotations

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of

NOT_FIRST = r"(?!(?:(?i:@not_first)(?<!\p{Lu})|\p{Lu}\p{Ll}+day)\b)"
NAME = rf"(?:[Tt]he\s)?{NOT_FIRST}\p{{Lu}}[\p{{L}}\d.&’'-]*(?:\s(?:(?:of|the|for|and|@particle)\s){{0,2}}\p{{Lu}}[\p{{L}}\d.&’'-]*){{0,5}}"
PREPOSITION = "@function_word"
DETERMINER = r"(?i:@det)"
WORDS = rf"(?:(?!{PREPOSITION}\s)[\p{{L}}’'.-]+\s){{0,4}}?"
NOUN = rf"(?!{PREPOSITION}\s)[\p{{Ll}}-]{{2,}}"
PRONOUN = r"[Hh]e|[Ss]he|[Tt]hey"
SOMEBODY = rf"(?<![\w’'-])(?:{DETERMINER}\s{WORDS}{NOUN}(?:,?\s(?:{NAME}))?|(?:[\p{{Ll}}-]+\s){{0,3}}(?:{NAME})|{PRONOUN})"
SPEAKER = rf"(?<![\w’'-])(?:{NAME}|{DETERMINER}\s{WORDS}(?P<noun>{NOUN})(?:,?\s(?:{NAME}))?|{PRONOUN})"
"""Who speaks: a name, a noun (which whoever reads the line asks whether it can be somebody), a pronoun."""
TIME_OF = r"(?:(?:[Tt]oday|[Yy]esterday|\p{Lu}\p{Ll}+day|[Tt]his\s\p{Ll}+|[Ll]ast\s\p{Ll}+)['’]s\s)?"
"""Of which day an issue is: "From | today’s | Guardian:"."""
ENDS = r"(?:\s?[:]|\s?(?:\.\.\.|…))$"
PLAIN = worded(
    rf"(?:From|Via|Per|By|(?:As\s)?[Ww]ritten\s[Bb]y|Writes|Reports|Reported)\s{TIME_OF}(?P<source>{SOMEBODY})(?:['’]s?\s[\p{{L}}\d\s-]{{2,60}}|\s(?:on|at|in)\s[^:]{{2,60}})?{ENDS}"
)
"""What a line that only names who it is from looks like: "From PA Media:"."""
MORE = worded(
    rf"(?:(?:And\s)?[Hh]ere(?:['’]s|\sis|\sare)|[Mm]ore|(?:You\scan\s)?[Rr]ead|[Aa]lso|[Tt]his\s(?:is|comes|just\sin)|[Ss]ee)\b[^:“”\"]{{0,80}}?\b(?P<cue>from|via|by|courtesy\sof)\s{TIME_OF}(?P<source>{SOMEBODY})"
    rf"(?:['’]s?\s[^:]{{2,60}})?(?:\s(?:on|at|in|about)\s[^:]{{2,60}})?{ENDS}"
)
"""More of somebody's: "Here is more from Politico:", "Read the full rant via Gawker:"."""
HERE = worded(
    rf"[Hh]ere(?:['’]s|\sis|\sare)\s(?P<source>{SOMEBODY})(?:['’]s\s(?:[\p{{Ll}}-]+\s?){{1,5}})?(?:,[^:]{{2,80}},?)?(?:\s(?:on|about|responding\sto|to\s(?:answer|explain|tell\sus)|with|speaking\s\p{{Ll}}+|talking\s\p{{Ll}}+|describing|explaining)\s[^:]{{2,100}})?{ENDS}"
)
"""Somebody who is about to speak: "Here’s AFP on the vote:"."""
WHAT = worded(
    rf"(?:[Tt]his|[Hh]ere)(?:\sis|\swas|['’]s)\s(?:some\sof\s|part\sof\s|more\sof\s)?(?:what|how)\s(?P<source>{SOMEBODY})(?:,[^:,]{{2,80}},)?\s(?P<cue>@what_says)\b[^:…]{{0,120}}{ENDS}"
)
"""What somebody says: "This is what Tom Akers says about the delay:"."""
ACCORDING = worded(rf"(?P<cue>According\sto|As\sper|Per)\s(?P<source>{SOMEBODY})\s?[,:]$")
EXTRACT = worded(
    r"[Hh]ere(?:['’]s|\sis|\sare)\s(?:an?|the|some|more|his|her|their)\s(?:[\p{Ll}-]+\s){0,3}?@extract\b[^:.]{0,60}[.:]$"
)
"""What was written by whom the line or the sentence before it names: "Here is an extract."."""
GOES_ON = pattern_of(
    r"(?:(?:And|But|Or|Also|Plus|Then)\b,?\s?){0,2}(?i:adding|continuing|concluding|this|these|then|later(?:\son)?|further\s(?:down|on)|more|again|finally)?(?:\s(?:one|gem|bit|line|part|passage|paragraph|too|as\swell|again)){0,2}\s?:"
)
"""A line that only says that the words above it go on: "And this:", "Later on:"."""
FROM_PAPER = worded(
    r"\b(?P<cue>from|of)\s(?P<source>(?:(?:the|an?|his|her|their|its)|(?:[Tt]he\s)?[\p{L}.-]+['’]s?)\s(?:[\p{L}-]+\s){0,3}?(?!words\b)(?:@paper|@document))(?![\w’'-])"
)
"""From what paper: "Here is an extract | from her letter:"."""
REPLY = worded(
    rf"(?<![\w’'-])(?P<source>[Hh]is|[Hh]er|[Tt]heir|(?:{NAME})['’]s?|[Tt]he\s(?:[\p{{Ll}}-]+\s){{0,2}}?(?P<noun>[\p{{Ll}}-]+)(?=['’]))(?:['’]s?)?\s(?:(?!@function_word\s)[\p{{Ll}}-]+\s){{0,3}}?(?P<cue>@answers_line)\b[^:;“”\"]{{0,80}}{ENDS}"
)
"""Whose words are named by a noun: "his reply to The Guardian was:"."""
WRITTEN = worded(
    r"(?<![\w’'-])(?P<source>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?:[Tt]he\s)?(?:[\p{Ll}-]+\s)?[\p{L}.-]+['’]s?)\s(?:(?!@function_word\s)[\p{L}-]+\s){0,3}?"
    r"@written(?:\s(?:@passed_on\s)?@preposition\s[^:,“”\"]{2,50}?)?)"
    rf"(?:,?\s(?:which|that))?\s(?P<cue>(?:also\s|then\s|\p{{Ll}}+ly\s)?@letter_says)\b[^:“”\"]{{0,60}}{ENDS}"
)
"""What was written speaks: "The union’s letter to Tighe reads:"."""
VENUE_BEFORE = pattern_of(
    r"\b(?:told|to|on|in|with|for|at|(?:obtained|seen|reviewed|published|viewed)\sby)\s(?:[Tt]he\s)?(?:[\p{Ll}-]+\s){0,2}(?:\d[\d.]+\s)?$"
)
APPEARED_ON = pattern_of(r"\b(?:appear(?:s|ed|ing)|appearance)\s(?:[\p{Ll}-]+\s)?on\s(?:[Tt]he\s)?$")
SAYING = "@says_line"
TRAILS_OFF = pattern_of(rf"(?<=\s(?:{'|'.join(sorted(forms_of('says_line') & forms_of('writes', 'breaks')))}))\s?(?:\.\.\.|…)$")
"""What stands for the colon behind a verb that leads on: "The Daily Mail reports|…"."""
SAYS = worded(
    rf"(?P<source>{SPEAKER})(?:,[^,:]{{2,60}},)?\s(?P<cue>(?:(?:@also_then|once|\p{{Ll}}+ly)\s)*{SAYING}(?![\w’'-]))(?![^:]*,\s(?:\p{{L}}+\s){{1,3}}{SAYING}\b)(?:[^:;“”\"]{{0,200}}:|[^:;“”\"]{{0,60}}?\b@where_confirmed\s?(?:\.\.\.|…))$"
)
"""Who says something at the end of a line, and how: "Puzder wrote:", "Google confirmed this in a statement…"."""
WHO_SAYS = worded(
    rf"(?<![\w’'-])(?P<source>{NAME}),\swho\s(?P<cue>(?:(?:@also_then|\p{{Ll}}+ly)\s)*{SAYING}(?![\w’'-]))[^:;“”\"]{{0,60}}:$"
)
"""The same in a relative clause: "The first to point this out was Ana Ruiz, who tweeted:"."""
LEAST = r"(?:@det|more|some)\s(?:[\p{L}-]+\s){0,4}?"
"""What may stand between giving and what is given: "her own short | statement"."""
GIVES = "(?:@gives|@issue)"
GIVEN = "(?:@told_noun|@reply_noun|@utterance)"
TEXT_OF = worded(
    rf"(?:[Hh]ere(?:['’]s|\sis)\s|[Rr]ead\s)?(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:[Ff]ull|[Cc]omplete|[Ee]ntire|[Oo]fficial|[Jj]oint|[Ss]hort|[Bb]rief)?\s?(?:text\sof\s(?:the|an?|his|her|their)\s)?(?:[Oo]pen\s)?"
    rf"(?i:(?P<cue>(?!words\b)(?:@utterance|@paper)))\s(?:(?:from|by)\s(?P<source>{SOMEBODY})|(?:that|which)\s(?P<source>{SOMEBODY})\s(?:has\s|had\s)?(?:@issue|wrote|read))(?![\w’'-])[^:“”\"]{{0,80}}:$"
)
"""Whose a text is that follows: "Full statement from the mayor:", "Here is the letter that Ana Ruiz sent to the council:"."""
ISSUES = worded(
    rf"(?:(?:[Bb]ut|[Aa]nd|[Ll]ater|[Mm]eanwhile|[Tt]hen|[Oo]n\s\p{{Lu}}\p{{Ll}}+|[^,:“”\"]{{2,60}},)\s)?(?P<source>{SPEAKER})(?:,\s[^,:“”\"]{{2,80}},|\s\([^()]{{1,40}}\))?"
    rf"\s(?:(?:@also_then|\p{{Ll}}+ly)\s)*(?P<cue>(?:{GIVES}\s(?:(?:us|me|him|her|them)\s)?{LEAST}{GIVEN}(?![\w’'-])|(?:had|has|have)\s(?:only\s)?(?:this|the\sfollowing)\sto\s(?:say|add|report|tell)\b)[^:;“”\"]*:)$"
)
"""Who gives words of their own to read: "The port union issued a short statement after Holt’s speech:", "The mayor had this to say:"."""
SENT = worded(
    rf"(?:[Tt]he(?:\sfollowing)?|[Tt]his|[Aa]nother)\s(?:[\p{{Ll}}-]+\s){{0,2}}?(?!words\b)(?:@utterance|@paper)\s(?P<cue>(?:was|is|came|has\sbeen|had\sbeen)\s(?:[\p{{Ll}}]+\s)?(?:sent|written|issued|released|posted|published|read|given|put\sout)\b[^:;“”\"]{{0,60}}?\sby)\s"
    rf"(?P<source>{SOMEBODY})(?:,\s[^:,]{{2,60}})?(?:\s(?:on|at|in|to|after|before)\s[^:,]{{2,60}})?:$"
)
"""By whom what follows was sent: "The following letter was sent to parents | by Ana Ruiz:"."""
SUBJECT = worded(rf"(?:(?i:@det)(?P<nouns>(?:\s[\p{{Ll}}-]+){{1,4}})|(?P<name>{NAME}))")
"""With whom a line begins: a noun among the first words, or a name."""
WHOEVER = worded(
    rf"(?:(?:@line_opener|(?:In|On|At|After|During|With|For)\s[^,:“”\"]{{1,60}}),\s|(?:But|And|Now|Then|Here)\s)?(?P<source>(?P<name>{NAME})(?<!['’]s)|[Tt]he\s(?:(?!@function_word\s)[\p{{Ll}}-]+\s){{0,2}}?(?P<noun>(?!@function_word\b)[\p{{Ll}}-]{{3,}})|(?:[Hh]e|[Ss]he|[Tt]hey)(?=\s))(?=,?\s(?!of\b)\p{{Ll}})"
)
"""Whom a line is about, by its first words, before a verb or an apposition: "In it, | she | makes the case:", "The mayor | is in no doubt:"."""
OWNED_BEFORE = pattern_of(r"(?:['’]s?|\b(?:his|her|their|its))\s(?:[\p{Ll}-]+\s){0,2}$")
"""Whose interview it is: "Ruiz’s | interview with the Post"."""
SELVES = pattern_of(r"\s(?:himself|herself|themselves)\b")
"""What makes any noun before it somebody: "The legend | himself had some advice"."""
AFTER_PREPOSITION = worded(r"\b(?:@preposition|than|near)\s(?:the\s)?$")
"""What makes the noun before a verb none that speaks: "the agents in charge of | the investigation say"."""
ASIDE = worded(rf"\b(?:{PREPOSITION}|@joining_word)\s(?:[Tt]he\s)?(?:[\p{{Ll}}-]+\s){{0,2}}$")
"""What makes a name one that a line is not about: "a statement shortly after | Ruiz’s speech"."""
NOBODY = worded(r"(?i:@nobody_there)$")
LONGEST_LINE = 320
FURTHEST_VERB = 240
"""How far before the colon its verb may stand, in code points."""
