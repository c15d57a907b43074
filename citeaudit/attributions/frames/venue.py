"""Where a source said it: "told CNN", "speaking to the Times", "in an interview with Fox News", "wrote in the Post", "said on CNBC".

The outlet is a further link of the speaker's chain. Quiet where nothing was said to or in the outlet: "a decision on
Fox News", "his work for the Times".
"""

from __future__ import annotations

import regex

from citeaudit.attributions.frames.places import Found, Place, add_link, trimmed, wrap
from citeaudit.model.relations import Role
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head

SOMEBODY = (
    r"(?:(?:(?:\p{Lu}[\p{L}’'.-]+\s){1,3}|(?:the|an?|its|his|her|their)\s)?(?:(?:\p{Ll}|\p{Lu})[\p{L}’'-]*\s){0,3}?"
    r"(?:of|on|at|from|with|for)\s)?(?:(?:the|an?)\s)?(?:(?:\p{L}[\p{L}-]*)\s){0,3}?(?:the\s)?"
)
"""Who took it down, before the outlet's name: "Bill Hart of", "reporters at", "the newspaper"."""

TOLD = pattern_of(rf"(?P<cue>\b(?:told|tells?|telling|assured|informed|reminded))\s{SOMEBODY}$")
TO = pattern_of(
    rf"(?P<cue>\b(?:said|says|saying|reiterated|repeated|conceded|acknowledged|stressed|suggested|denied|lamented|hinted|noted|quipped|joked|explained|explains|confirmed|confirms|admitted|complained|wrote|insisted|revealed|disclosed|recounted|described|boasted|replied|explaining|confirming|acknowledging|admitting|conceding|hinting|suggesting|revealing|disclosing|complaining|insisting|boasting|lamenting))\s"
    rf"(?:(?:\p{{L}}+ly|\p{{Lu}}\p{{Ll}}+day|it|in\s(?:an?\s)?(?:\w+\s){{0,2}}(?:statement|e-?mail|letter|message|text))\s)*to\s{SOMEBODY}$"
)
BESIDE = r"(?<!\b(?:close|closer|loyal|related|according|opposed|linked|sympathetic|friendly|hostile|attached|similar|next|advis[eo]rs?|aides?|assistants?|counsel|lawyers?|contributors?|visitors?|heirs?|successors?)\s)"
"""Before "to": what somebody is to an outlet, who told it nothing: "said a person close to the network"."""
CONFIRMED_TO = pattern_of(
    rf"(?P<cue>\b(?:confirmed|confirms|explained|described|detailed|denied|disclosed|acknowledged)\s[^“”\",.;:]{{3,70}}?\s{BESIDE}to)\s{SOMEBODY}$"
)
INVERTED_TO = pattern_of(rf"[,”\"’']\s(?P<cue>(?:said|explained|added|confirmed)\s[^“”\".;]{{3,140}}?\s{BESIDE}to)\s{SOMEBODY}$")
SPOKE = pattern_of(
    rf"(?P<cue>\b(?:[Ss]peak(?:ing|s)|[Ss]poke|[Tt]alk(?:ing|ed|s)|[Cc]hatt(?:ing|ed)|[Ss]at\sdown|[Ss]itting\sdown|spoken|[Oo]pen(?:ed|s|ing)\sup|[Dd]ish(?:ed|es|ing))(?:\s\p{{L}}+ly)?\s(?:to|with|on|by\s\w+\sto|by\s\w+\swith))\s"
    rf"{SOMEBODY}$"
)
INTERVIEW = pattern_of(
    rf"""(?P<cue>\b(?:[Ii]n|[Dd]uring|[Oo]n|[Ff]rom|[Ff]or|[Aa]t|[Aa]s\spart\sof)\s(?:an?|his|her|their|the|its|that|this|another|one|separate|two)?\s?(?:[\w’'-]+\s){{0,4}}?
    (?:interviews?|appearances?|statements?|comments|remarks|conversations?|chat|e-?mails?|letters?|messages?|texts?|town\shall|podcast|forum|sit-down|q&a|call|debate|meetings?|session|piece|broadcast|edition|issue|episode|discussion|segment|exchange|profile|series))
    (?:\s(?:[^,;.]{{0,40}}?\s)?|,\s(?:which|that)\s(?:\p{{L}}+\s){{1,3}})(?:with|on|to|for|by|of|in|hosted\sby|published\s(?:in|by|on)|aired\s(?:on|by)|broadcast\s(?:on|by)|airing\son|that\saired\son|published\s\w+\s(?:in|by))\s{SOMEBODY}$""",
    regex.VERBOSE,
)
WROTE_IN = pattern_of(
    r"(?P<cue>\b(?:wrote|writes|writing|written|reported|reports|argued|argues|argue|said|says|explained|noted|notes|stated|claimed|acknowledged|warned|called|penned|published|suggested|revealed|conceded|admitted)"
    r"(?:\s[^,;.“”\"]{0,50}?)?\s(?:in|for|on))\s(?:an?\s|the\s|his\s|her\s|their\s|its\s)?(?:[\w’'-]+\s){0,4}?(?:the\s)?(?:pages\sof\s(?:the\s)?)?$"
)
IN_PIECE = pattern_of(
    r"(?:^|[,;:”\"’]\s|\b(?:said|says|wrote|writes|argued|told|explained|added|noted|claimed|acknowledged|appeared|revealed|admitted|warned|stated|published|written|"
    r"featured|quoted|described|recalled|spoke|insisted|repeated|defended|called|declared|elaborated|detailed|opined|mused|predicted|cautioned|contended|maintained|complained|conceded|outlined|\p{Lu}\p{Ll}+day|point(?:s|ed|ing)?\sout)\s(?:\p{L}+\s){0,3}?|"
    r"\bsaid\s(?:of|about|on)\s[^,.;:“”\"]{2,80}\s)"
    r"(?P<cue>[Ii]n|[Ff]or|[Oo]n|[Dd]uring|[Aa]s\srecently\sas)\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:\p{L}[\w’'-]*\s){0,3}?$"
)
IN_INTERVIEW = pattern_of(r"(?:^|\s)(?P<cue>[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Ff]rom)\s$")
INTERVIEWS = frozenset(("interview", "interviews", "appearance", "appearances"))
"""What is always a place to speak in, whatever stands before it: "addressed his concerns in an interview with …, remarking that"."""
ON_AIR = pattern_of(
    r"(?P<cue>\b(?:said|say|says|saying|stating|stated|telling|claiming|insisting|suggesting|declaring|adding|arguing|explaining|reiterated|told|added|argued|claimed|insisted|agreed|agrees|admitted|explained|declared|suggested|predicted|noted|asked|joked|responded|replied|remarked|repeated|defended|warned|stated|revealed|commented|vowed|denied|boasted|called|lamented|complained|promised)"
    r"(?:\s[^,;“”\"]{0,40}?)?(?:\s|,\s(?:speaking|appearing)\s)(?:on|during|in))\s(?:the\s|his\s|her\s|a\s|an\s)?(?:[\p{L}’'-]+\s){0,3}?$"
)
ON_THEN_SAYING = pattern_of(
    r"(?<!\b(?:story|stories|reports?|segments?|coverage|reporters?|anchors?|ads?|books?|films?|articles?|columns?|pieces?|attacks?|assaults?|war)\s)(?<=\s)(?P<cue>on)\s(?:the\s)?$"
)
SAYING_AFTER = pattern_of(
    r",?[”\"’']?,?\s(?:calling|saying|arguing|claiming|insisting|suggesting|declaring|describing|accusing|warning|noting|adding|telling|predicting)\s"
)
"""A deed on the air, and then what was said: "trashed the ruling on CNN's “New Day,” calling it …"."""
OPENS_ON = pattern_of(
    r"(?:(?:^|[,;:—–”\"’'(]\s?|\p{Lu}\p{Ll}+day\s|\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}\s|\b\d{4}\s|\b(?:morning|night|evening|week|weekend|year|later|earlier|again|also)\s)(?P<cue>[Oo]n|[Dd]uring)|"
    r"(?:^|[\s,])(?P<cue>[Aa]ppearing\son|[Aa]ppeared\son|[Aa]ppearance\son|[Ss]peaking\s(?:(?:on\s|late\s|early\s){0,2}\p{Lu}\p{Ll}+day\s(?:night\s|morning\s|evening\s|afternoon\s)?|earlier\s|later\s|live\s)?on|[Ww]riting\s(?:\p{L}+\s|\p{Lu}\p{Ll}+day\s)?(?:in|for|on)|[Aa]sked\s(?:on|by|about\s\w+\son|[^,.;“”\"]{2,60}?\s(?:by|during))|[Ii]n\s(?:response|reply|answer)\sto\s(?:an?\s|the\s)?(?:\p{L}+\s){0,2}?(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies))\s(?:[^,;.]{2,40}?\s)?(?:from|by)|[Ii]nterviewed\s(?:on|by)|(?:surveyed|polled)\sby|[Rr]eached\s(?:\p{L}+\s|by\s(?:tele)?phone\s|by\se-?mail\s)?by|[Cc]ontacted\sby|[Cc]hallenged\s(?:on|by)|[Qq]uestioned\s(?:on|by)|[Pp]ushed\sby|[Pp]ressed\s(?:on|by)))\s"
    r"(?:the\s|his\s|her\s|\p{Lu}\p{Ll}+day['’]s\s)?(?:[^,.;“”\"]{0,40}\s(?:of|on|edition\sof|episode\sof)\s)?(?:(?:newspaper|magazine|broadcaster|channel)\s)?(?:the\s)?$"
)
ON_ITS_DAY = pattern_of(
    r"\s(?P<cue>on)\s(?:\p{Lu}\p{Ll}+day(?:\s(?:night|morning|afternoon|evening))?|tonight|today|yesterday)['’]s\s(?:the\s)?$"
)
ENDS_THERE = pattern_of(r"(?:['’]s\s[“\"‘][^”\"]{2,40}[”\"’])?[,.”\"'’]*(?:\s*$|(?<=,[”\"’]?)\s)")
"""The programme that closes what was said: "Roe stated that it was late on Friday's broadcast of CNN's “New Day.”"."""
APPEARED = pattern_of(
    r"\b(?P<cue>(?:appeared|sat\sdown|went|came|called\sin(?:to)?|popped\sup)\s(?:\p{L}+\s)?(?:on|with|alongside|to)|visited|stopped\sby|dropped\sby|called\sinto)\s(?:the\s)?(?:set\sof\s(?:the\s)?)?$"
)
THEN_SAYING = pattern_of(
    r"(?:['’]s\s[“\"‘][^”\"]{2,40}[”\"’])?(?:[^.;“”\"]{0,160}?[,”\"’]\s(?:saying|telling|calling|arguing|claiming|insisting|declaring|explaining|describing|accusing|warning|noting|adding|suggesting)\b"
    r"|[^.;“”\"]{0,80}?\s(?:and|where\s(?:he|she|they))\s(?:\p{L}+ly\s)?(?:said|told|called|argued|insisted|declared|explained|described|accused|warned)\b)"
)
"""A guest's coming, and then what was said: "visited NBC's “Today” to discuss the vote, saying …"."""
OPENS_IN = pattern_of(
    r"(?:(?:And|But|Meanwhile|Elsewhere|Finally|Over|Back|Also),?\s){0,2}(?P<cue>[Ii]n|(?<=Over\s|Elsewhere,?\s)at)\s(?:(?:the|The|[Tt]oday['’]s|\p{Lu}\p{Ll}+day['’]s)\s|[‘“\"']){0,2}$"
)
"""The outlet that opens the sentence: "In the Mirror", "Over at Politico", "In Monday's Guardian"."""
COLUMN = pattern_of(
    r"[”\"’']?(?:\s(?:last|this|on|in|earlier)\s[^,;.]{2,30}|\s\p{Lu}\p{Ll}+day)?,[”\"’']?\s(?:(?:the\s|its\s)?(?:[\p{L}-]+\s){0,3}?(?:columnist|critic|writer|reviewer|economist|commentator|blogger|historian|professor)s?\s)"
)
"""Who writes in the outlet that opens the sentence: "In the Times, columnist Jane Roe argued"."""
OPENS_WHEN = pattern_of(r"(?:(?:And|But|Later),?\s)?(?P<cue>[Ww]hen|[Aa]fter)\s(?:[Tt]he\s)?$")
QUESTIONED = pattern_of(
    r"\s(?:\p{L}+ly\s|first\s|later\s|then\s)?(?:asked|pressed|questioned|challenged|quizzed|interviewed|contacted|reached)\s[^.;“”\"]{2,160}?,\s(?!and\s|but\s)"
)
"""An outlet that asked, and then what was answered: "When CNN asked about the vote, Ruiz said …"."""
WROTE_THERE = pattern_of(
    r"(?:\smagazine)?,[”\"’]?\s(?:\p{Lu}[\p{L}’'.-]*|the|an?|he|she|they)(?:\s[\p{L}’'.-]+){0,6}?\s(?:wrote|writes|argued|argues|opined|opines|says|asks|reports|describes|explains|warns|warned|suggests|considers|insists|claims|recalls|calls|tells|reveals|predicts|wonders|notes)\b"
)
"""Who writes in the outlet that opens the sentence, and that it is written: "In Time, the mayor wrote …"."""
ASKED_BY = pattern_of(r"\p{L}\s(?P<cue>that|who|whom)\s(?:the\s)?$")
INTERVIEWED = pattern_of(
    r"\s(?:has\s|have\s|had\s)?(?:interviewed|spoken?\s(?:to|with)|talked\s(?:to|with)|contacted|surveyed|polled)\s\p{L}"
)
"""Whom an outlet asked: "many of the chairmen that Politico interviewed predicted …"."""
WHO_SAID = pattern_of(
    r"[^.;:“”\"]{2,80}?\s(?:who|they)\s(?:all\s|also\s|each\s)?(?:said|say|told|described|recalled|believe|believed)\s"
)
"""What those say whom an outlet asked: "CNN spoke to three people who said"."""
NOT_TO = pattern_of(r"\s(?:that\s|not\sto\s)[^,.;]{2,60},")
ASKED_NOT_TO = pattern_of(r"\bwho\s(?P<cue>(?:has\s)?asked)\s(?:the\s)?$")
"""Who asks an outlet for something speaks to it: "One resident, who asked CNN not to use her name, said"."""
NOT_SPEECH_ON = pattern_of(
    r"\b(?:comment(?:ed)?|decision|attack|report(?:ed)?|criticism|ban|call(?:ed)?|view|wrote)\s(?:on)\s", regex.IGNORECASE
)
POINT_MADE_TO = pattern_of(
    rf"(?:\s(?:--|[–—-])|,)\s(?P<cue>an?\s(?:\p{{L}}+\s)?(?:point|claim|argument|view|assertion|accusation|charge|admission|sentiment|comparison|complaint|prediction)\s[^,.;:“”\"]{{0,60}}?"
    rf"(?:made|repeated|echoed|shared|expressed|raised|offered)(?:\s(?:again|earlier|later|\p{{L}}+ly))?\s(?:to|with|in|on))\s{SOMEBODY}$"
)
"""What stands before it was said to the outlet: "…, a point that an adviser made to the Post"."""
SIGNED_TO = pattern_of(
    r"[”\"’']\s*(?P<cue>[―—–]|--?)\s?\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,4}(?:,\s[^\n“”\"]{2,40}?)?,?\s(?:to|on|in)\s(?:the\s)?$"
)
"""Who signs a quotation, and to whom it was said: "“We lost.” — Ana Ruiz to | the Guardian"."""
FRAMES_OF_SPEECH = (TOLD, TO, INVERTED_TO, CONFIRMED_TO, SPOKE, INTERVIEW)


def venue(place: Place) -> Found | None:
    """Find who was told, and where it was said or written."""
    if place.phrase.head in (Head.ASIDE, Head.POLL):
        return None
    before = place.before
    if place.phrase.head in (Head.INTERVIEW, Head.PIECE) and place.phrase.noun != "editorial board":
        match = IN_PIECE.search(before) or (IN_INTERVIEW.search(before) if place.phrase.noun in INTERVIEWS else None)
        if match:
            return add_link(place, "in_piece", place.left(match, "cue"), Role.VENUE)
        there = ON_ITS_DAY.search(before) if ENDS_THERE.match(place.after) else None
        return add_link(place, "on_air", place.left(there, "cue"), Role.VENUE) if there else None
    for pattern in FRAMES_OF_SPEECH:
        match = pattern.search(before)
        if match:
            shared = pattern in {TOLD, TO, INVERTED_TO, CONFIRMED_TO}
            return add_link(place, "told" if shared else "interview", place.left(match, "cue"), Role.VENUE, is_cue_shared=shared)
    if (there := ON_ITS_DAY.search(before)) and ENDS_THERE.match(place.after):
        return add_link(place, "on_air", place.left(there, "cue"), Role.VENUE)
    if (signed := SIGNED_TO.search(before)) and ENDS_THERE.match(place.after):
        return add_link(place, "signed_to", place.left(signed, "cue"), Role.VENUE, is_cue_shared=True)
    for name, pattern in (("on_air", ON_AIR), ("wrote_in", WROTE_IN)):
        match = pattern.search(before)
        if match and not NOT_SPEECH_ON.search(before, match.start()):
            return add_link(place, name, place.left(match, "cue"), Role.VENUE, is_cue_shared=True)
    return _beside(place)


def _beside(place: Place) -> Found | None:
    """Find where something was said by words that hold no verb of it: "on CNN, calling it …", "the chairmen that Politico interviewed"."""
    before = place.before
    if (then := ON_THEN_SAYING.search(before)) and SAYING_AFTER.match(place.after):
        return add_link(place, "on_air", place.left(then, "cue"), Role.VENUE)
    if (came := APPEARED.search(before)) and THEN_SAYING.match(place.after):
        return add_link(place, "on_air", place.left(came, "cue"), Role.VENUE)
    if (when := OPENS_WHEN.match(before)) and QUESTIONED.match(place.after):
        return add_link(place, "asked_by", place.left(when, "cue"), Role.VENUE)
    interviewed = INTERVIEWED.match(place.after)
    asked = ASKED_BY.search(before) if interviewed else (ASKED_NOT_TO.search(before) if NOT_TO.match(place.after) else None)
    if asked:
        return add_link(place, "interviewed_by", place.left(asked, "cue"), Role.VENUE)
    if interviewed and WHO_SAID.match(place.after, interviewed.end()):
        return add_link(place, "interviewed_by", place.right(interviewed), Role.VENUE)
    writes_there = COLUMN.match(place.after) or WROTE_THERE.match(place.after)
    match = OPENS_ON.search(before) or (OPENS_IN.match(before) if writes_there else None)
    return add_link(place, "on_air", place.left(match, "cue"), Role.VENUE) if match else None


def point_made_to(place: Place) -> Found | None:
    """Find "…, a point that an adviser made to the Post": what stands before is what was told."""
    point = POINT_MADE_TO.search(place.before) if place.phrase.head not in (Head.ASIDE, Head.POLL) else None
    content = trimmed(place.text, place.bounds.start, place.left(point).start) if point else ()
    if point is None or not content:
        return None
    return Found((wrap(place, "point_made_to", place.left(point, "cue"), content, Role.VENUE),))
