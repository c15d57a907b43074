"""
What rules may be told: which run, how severe they are, and their thresholds and lists.

``Config`` makes these settings from what a user writes; rules see nothing else of the configuration.
"""

from __future__ import annotations

import attrs

from citeaudit.model.reports import Severity
from citeaudit.outlets.gazetteer import Gazetteer


@attrs.frozen(kw_only=True)
class RuleSettings:
    """
    The settings of a check.

    *severities* gives the codes that run, each with its severity, in order of the codes. Shares are 0.0 to 1.0, None
    where a threshold is not set. The outlets are gazetteer ids; *state_outlets* stand beside the shipped table.
    """

    severities: dict[str, Severity]
    gazetteer: Gazetteer = attrs.field(factory=Gazetteer.default, repr=False)
    minimum_attributed: float | None = None
    maximum_outlet_share: float | None = None
    minimum_claims: int = 5
    minimum_quotation_words: int = 5
    denied_outlets: frozenset[str] = frozenset()
    allowed_outlets: frozenset[str] = frozenset()
    state_outlets: frozenset[str] = frozenset()
