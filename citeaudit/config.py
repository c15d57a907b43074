"""What a user may set: validated at the door, every problem in one message."""

from __future__ import annotations

import attrs

from citeaudit.outlets.gazetteer import Gazetteer


@attrs.frozen(kw_only=True)
class Config:
    """The settings of an audit."""

    gazetteer: Gazetteer = attrs.field(factory=Gazetteer.default, validator=attrs.validators.instance_of(Gazetteer), repr=False)
    check_language: bool = attrs.field(default=True, validator=attrs.validators.instance_of(bool))
