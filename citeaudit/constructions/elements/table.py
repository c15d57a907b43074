"""
Every element that a row of constructions may name, and the function that finds it: before a trigger, or behind it.

Each function takes the field, a row of words, and how far it may go. One of ``LEFT`` goes back from the row behind the element to where the
element may begin; one of ``RIGHT`` goes on from the row at which it begins to where it may end. Both return places, the likeliest first,
each with what the element binds there: nothing, a stretch of rows, or an outlet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents import (
    around,
    complement,
    cut_before_verb,
    digest_after,
    fronted,
    gerund,
    infinitive,
    more_after,
    more_behind_comma_after,
    predicate,
    remains,
    rest,
    resumed,
    speech,
    that,
    that_clause,
    told_after,
)
from citeaudit.constructions.elements.contents_before import (
    all_before,
    around_before,
    clause_before,
    front_before,
    part_before,
    pointing_before,
    quoted_before,
    spoken_before,
    statement_before,
    subject_before,
    told_before,
    whole_part_before,
)
from citeaudit.constructions.elements.documents import (
    allegation_before,
    answered_for_before,
    document_before,
    paper_before,
    paper_sent,
    thing,
)
from citeaudit.constructions.elements.edges import (
    between_before,
    brief_before,
    comma_after,
    end_after,
    few_after,
    few_before,
    opening_before,
    pause_after,
    sentence_end,
    small_before,
    start,
)
from citeaudit.constructions.elements.figures import (
    amount_after,
    figure,
    figured_before,
    odds_after,
    own_words_before,
    poll_tail_after,
    rated_after,
    share_after,
)
from citeaudit.constructions.elements.judgements import judged, stretch
from citeaudit.constructions.elements.outlets import citing, credited, others_after, outlet_before, outlets
from citeaudit.constructions.elements.settings import (
    answered_after,
    hanging_after,
    lead_before,
    setting,
    setting_before,
    then_said_after,
    time_after,
)
from citeaudit.constructions.elements.speakers import (
    addressed,
    agent,
    apposed_before,
    noun_phrase,
    noun_phrase_before,
    owner_before,
    somebody_before,
    speaker,
    who_said_after,
)
from citeaudit.constructions.elements.venues import hearer, lead_venue_before, said_near_before, seen_by, venue
from citeaudit.constructions.elements.verbs import (
    any_verb,
    any_verb_before,
    auxiliary,
    auxiliary_before,
    be_before,
    been,
    says_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field

LEFT: dict[str, Callable[[Field, int, int], Places]] = {
    "NP": noun_phrase_before,
    "DOCUMENT": document_before,
    "ANSWERED_FOR": answered_for_before,
    "APPOSED": apposed_before,
    "QUOTED": quoted_before,
    "LEAD": lead_before,
    "LEAD_VENUE": lead_venue_before,
    "OUTLETS": outlet_before,
    "CLAUSE": clause_before,
    "PART": part_before,
    "WHOLE_PART": whole_part_before,
    "STATEMENT": statement_before,
    "ALLEGATION": allegation_before,
    "PAPER": paper_before,
    "OWNER": owner_before,
    "SPOKEN": spoken_before,
    "ANY_VERB": any_verb_before,
    "AROUND": around_before,
    "START": start,
    "BE": be_before,
    "SETTING": setting_before,
    "AUX": auxiliary_before,
    "FEW": few_before,
    "SMALL": small_before,
    "SOMEBODY": somebody_before,
    "SAYS": says_before,
    "BETWEEN": between_before,
    "BRIEF": brief_before,
    "OPENING": opening_before,
    "FRONT": front_before,
    "ALL": all_before,
    "TOLD": told_before,
    "FIGURED": figured_before,
    "OWN_WORDS": own_words_before,
    "POINTING": pointing_before,
    "SAID_NEAR": said_near_before,
    "SUBJECT": subject_before,
}
RIGHT: dict[str, Callable[[Field, int, int], Places]] = {
    "NP": noun_phrase,
    "OUTLETS": outlets,
    "CREDITED": credited,
    "HEARER": hearer,
    "VENUE": venue,
    "SEEN_BY": seen_by,
    "SETTING": setting,
    "THAT_CLAUSE": that_clause,
    "REST": rest,
    "AROUND": around,
    "REMAINS": remains,
    "OBJECT": thing,
    "INFINITIVE": infinitive,
    "GERUND": gerund,
    "COMPLEMENT": complement,
    "STRETCH": stretch,
    "JUDGED": judged,
    "FIGURE": figure,
    "THAT": that,
    "FRONTED": fronted,
    "SPEAKER": speaker,
    "SPEECH": speech,
    "ANY_VERB": any_verb,
    "AGENT": agent,
    "ADDRESSED": addressed,
    "RESUMED": resumed,
    "PREDICATE": predicate,
    "PAPER_SENT": paper_sent,
    "BEEN": been,
    "END": sentence_end,
    "CITING": citing,
    "AUX": auxiliary,
    "TOLD": told_after,
    "FEW": few_after,
    "RATED": rated_after,
    "THEN_SAID": then_said_after,
    "ANSWERED": answered_after,
    "WHO_SAID": who_said_after,
    "TIME": time_after,
    "PAUSE": pause_after,
    "COMMA": comma_after,
    "MORE": more_after,
    "MORE_LATER": more_behind_comma_after,
    "OTHERS": others_after,
    "HANGING": hanging_after,
    "AMOUNT": amount_after,
    "SHARE": share_after,
    "ODDS": odds_after,
    "POLL_TAIL": poll_tail_after,
    "THE_END": end_after,
    "VERB_AFTER": cut_before_verb,
    "DIGEST": digest_after,
}
