"""
What a user may set: validated at the door, every problem in one message.

The stages never see a :class:`Config`: the pipeline hands each the value that it needs (the gazetteer, the
:class:`~citeaudit.rules.settings.RuleSettings`). Files of settings are read by ``citeaudit.config_files``.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

import attrs

from citeaudit.engine.relations import LEAST_REPORT
from citeaudit.engine.weights import Weights
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article
from citeaudit.model.reports import Severity
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.lists import ids_of, problems_of
from citeaudit.rules.selection import codes_of, select_rules, unknown_selector
from citeaudit.rules.settings import RuleSettings

Problems = list[str]
Look = Callable[[Any], Problems]


def _strings(value: Any) -> Problems:
    if isinstance(value, str) or not isinstance(value, tuple | list):
        return [f"must be a list of strings, not {value!r}"]
    return [f"must hold strings, not {item!r}" for item in value if not isinstance(item, str)]


def _selectors(value: Any) -> Problems:
    return _strings(value) or [problem for selector in value if (problem := unknown_selector(selector))]


def _optional_selectors(value: Any) -> Problems:
    return [] if value is None else _selectors(value)


def _ignores(value: Any) -> Problems:
    if not isinstance(value, Mapping):
        return [f"must be a table of patterns with lists of rules, not {value!r}"]
    problems = [f"must have patterns that are strings, not {pattern!r}" for pattern in value if not isinstance(pattern, str)]
    return problems or [f"{pattern!r}: {problem}" for pattern, selectors in value.items() for problem in _selectors(selectors)]


def _severity(value: Any) -> Problems:
    return (
        []
        if value in tuple(Severity)
        else [f"must be one of {', '.join(Severity)}, not {value!r}{_nearest(value, tuple(Severity))}"]
    )


def _severities(value: Any) -> Problems:
    if not isinstance(value, Mapping):
        return [f"must be a table of rules with severities, not {value!r}"]
    problems = []
    for code, severity in value.items():
        if not isinstance(code, str):
            problems.append(f"must have rules that are strings, not {code!r}")
            continue
        wrong = unknown_selector(code) or ("" if len(code) > 3 else f"{code!r} is a family; give each rule's code")  # CA2
        problems += [wrong] if wrong else [f"{code}: {problem}" for problem in _severity(severity)]
    return problems


def _share(value: Any) -> Problems:
    is_share = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    return [] if value is None or is_share else [f"must be a share from 0 to 1, not {value!r}"]


def _confidence(value: Any) -> Problems:
    return [f"must be a share from 0 to 1, not {value!r}"] if value is None else _share(value)


def _count(value: Any) -> Problems:
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 1
    return [] if is_count else [f"must be a whole number of at least 1, not {value!r}"]


def _flag(value: Any) -> Problems:
    return [] if isinstance(value, bool) else [f"must be true or false, not {value!r}"]


def _optional_flag(value: Any) -> Problems:
    return [] if value is None else _flag(value)


def _optional_string(value: Any) -> Problems:
    return [] if value is None or isinstance(value, str) else [f"must be a string, not {value!r}"]


def _folder(value: Any) -> Problems:
    return [] if value is None or isinstance(value, str | os.PathLike) else [f"must be the path of a folder, not {value!r}"]


def _gazetteer(value: Any) -> Problems:
    return [] if isinstance(value, Gazetteer) else [f"must be a Gazetteer, not {type(value).__name__}"]


def _weights(value: Any) -> Problems:
    return [] if isinstance(value, Weights) else [f"must be Weights (Weights.read(path)), not {type(value).__name__}"]


def _frozen(value: Any) -> Any:
    """Return a list as a tuple, which nobody can change afterwards."""
    return tuple(value) if isinstance(value, list) else value


def _setting(default: Any, look: Look) -> Any:
    return attrs.field(default=default, converter=_frozen, metadata={"look": look})


@attrs.frozen(kw_only=True)
class Config:
    """
    The settings of an audit.

    *select* (None for the rules that are on by default), *extend_select* and *ignore* choose rules by code, family
    ("CA2"), name or "ALL"; *per_file_ignores* leaves rules out of files that match a pattern, seen from *root*; *severity*
    overrides the default of a rule. *gazetteer* knows the outlets, *weights* what attributions look like; an attribution
    less sure than *minimum_confidence* is left out (an attitude, which carries no claim, and "according to" may be 0.1 less sure; it is the
    engine's own probability that somebody says so. Claims are not left out by it, since each stands for a statement and the shares count them all: read
    ``Claim.confidence``, which says how often such claims were right); *citations* reads the marks, links, footnotes and lists of
    references of generated text (None: only ``gate`` does); *denied_outlets*, *allowed_outlets* and
    *state_outlets* are ids, names or domains in it. Shares are 0.0 to 1.0. *exclude*, *respect_gitignore*, *publisher* and
    *fail_on* are read by the command line.

    :raises ConfigError: with every problem, if any setting cannot be meant.
    """

    gazetteer: Gazetteer = attrs.field(factory=Gazetteer.default, metadata={"look": _gazetteer}, repr=False)
    weights: Weights = attrs.field(factory=Weights.default, metadata={"look": _weights}, repr=False)
    check_language: bool = _setting(default=True, look=_flag)
    minimum_confidence: float = _setting(LEAST_REPORT, _confidence)
    citations: bool | None = _setting(None, _optional_flag)
    select: tuple[str, ...] | None = _setting(None, _optional_selectors)
    extend_select: tuple[str, ...] = _setting((), _selectors)
    ignore: tuple[str, ...] = _setting((), _selectors)
    per_file_ignores: Mapping[str, tuple[str, ...]] = _setting(attrs.Factory(dict), _ignores)
    severity: Mapping[str, Severity] = _setting(attrs.Factory(dict), _severities)
    denied_outlets: tuple[str, ...] = _setting((), _strings)
    allowed_outlets: tuple[str, ...] = _setting((), _strings)
    state_outlets: tuple[str, ...] = _setting((), _strings)
    minimum_attributed: float | None = _setting(None, _share)
    maximum_outlet_share: float | None = _setting(None, _share)
    minimum_claims: int = _setting(5, _count)
    minimum_quotation_words: int = _setting(5, _count)
    exclude: tuple[str, ...] = _setting((), _strings)
    respect_gitignore: bool = _setting(default=True, look=_flag)
    publisher: str | None = _setting(None, _optional_string)
    fail_on: Severity = _setting(Severity.WARNING, _severity)  # noqa: RUF009 - an attrs field, as those above
    root: Path | None = attrs.field(default=None, metadata={"look": _folder}, repr=False)
    rule_settings: RuleSettings = attrs.field(init=False, repr=False, eq=False)
    fingerprint: str = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        values = {field.name: getattr(self, field.name) for field in attrs.fields(Config) if field.init}
        problems = find_problems(values)
        if problems:
            raise ConfigError("\n".join(f"Config({name}=…): {problem}" for name, problem in problems))
        object.__setattr__(self, "fail_on", Severity(self.fail_on))
        object.__setattr__(self, "root", None if self.root is None else Path(self.root))
        # Made once, since every article asks for it; frozen classes take late values only this way.
        object.__setattr__(self, "rule_settings", self._make_rule_settings())
        object.__setattr__(self, "fingerprint", self._make_fingerprint())

    def rules_for(self, article: Article) -> RuleSettings:
        """Return the rule settings for *article*: those of the configuration, less what its file is spared."""
        if not self.per_file_ignores or article.origin is None:
            return self.rule_settings
        spared = frozenset(
            code
            for pattern, selectors in self.per_file_ignores.items()
            if matches(article.origin.path, pattern, self.root)
            for code in codes_of(selectors)
        )
        severities = {code: severity for code, severity in self.rule_settings.severities.items() if code not in spared}
        return attrs.evolve(self.rule_settings, severities=severities)

    def _make_fingerprint(self) -> str:
        """Return a short hash of what changes a report: the rules with their settings, and the language check."""
        settings = attrs.asdict(self.rule_settings, filter=lambda field, _: field.name != "gazetteer")
        about = [
            settings,
            {key: sorted(value) for key, value in self.per_file_ignores.items()},
            self.check_language,
            self.minimum_confidence,
            *(["citations"] if self.citations else []),
        ]
        return hashlib.sha256(json.dumps(about, sort_keys=True, default=sorted).encode()).hexdigest()[:12]

    def _make_rule_settings(self) -> RuleSettings:
        configured = {
            "CA501": self.minimum_attributed is not None,
            "CA503": self.maximum_outlet_share is not None,
            "CA504": bool(self.denied_outlets or self.allowed_outlets),
        }
        return RuleSettings(
            severities=select_rules(
                select=self.select,
                extend_select=self.extend_select,
                ignore=self.ignore,
                severity={code: Severity(severity) for code, severity in self.severity.items()},
                configured=frozenset(code for code, is_given in configured.items() if is_given),
            ),
            gazetteer=self.gazetteer,
            minimum_attributed=self.minimum_attributed,
            maximum_outlet_share=self.maximum_outlet_share,
            minimum_claims=self.minimum_claims,
            minimum_quotation_words=self.minimum_quotation_words,
            denied_outlets=ids_of(self.gazetteer, self.denied_outlets),
            allowed_outlets=ids_of(self.gazetteer, self.allowed_outlets),
            state_outlets=ids_of(self.gazetteer, self.state_outlets),
        )


def find_problems(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the name and the problem of each setting among *values* that cannot be meant, in the order of the settings."""
    problems: list[tuple[str, str]] = []
    for field in attrs.fields(Config):
        if field.name in values and "look" in field.metadata:
            problems += [(field.name, problem) for problem in field.metadata["look"](values[field.name])]
    gazetteer = values.get("gazetteer")
    wrong = {name for name, _ in problems}
    for name in ("denied_outlets", "allowed_outlets", "state_outlets"):
        if name not in wrong and values.get(name):
            known = gazetteer if isinstance(gazetteer, Gazetteer) else Gazetteer.default()
            problems += [(name, problem) for outlet in values[name] for problem in problems_of(known, outlet)]
    return problems


def matches(path: str, pattern: str, root: Path | None) -> bool:
    """
    Tell whether *pattern* means the file or folder *path*: by its name, by its path from *root*, or by a folder above it.

    ``*`` matches across folders, as in gitignore's ``**``.
    """
    absolute = Path(path).absolute()
    base = (root or Path()).absolute()
    name = absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else absolute.as_posix()
    bare = pattern.rstrip("/").removeprefix("./")
    steps = PurePath(name).parts
    return (
        fnmatch(name, bare)
        or any(fnmatch("/".join(steps[: count + 1]), bare) for count in range(len(steps)))
        or ("/" not in bare and any(fnmatch(step, bare) for step in steps))
    )


def _nearest(value: Any, known: tuple[str, ...]) -> str:
    close = get_close_matches(str(value), known, 1, 0.5)
    return f"; did you mean {str(close[0])!r}?" if close else ""
