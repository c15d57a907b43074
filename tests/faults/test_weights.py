"""A file of weights is data: what is none is refused with its path, before any article is read."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files

import pytest

from citeaudit import ConfigError
from citeaudit.engine import weighing
from citeaudit.engine.weights import CANDIDATES, Weights

SHIPPED = json.loads(files("citeaudit.engine").joinpath("data", "weights.json").read_text(encoding="utf-8"))
PLAIN = {"format": SHIPPED["format"], "anchors": ["say"], "rates": {"5": ["say"]}, "weights": {kind: {} for kind in CANDIDATES}}
DEEP = '{"a": ' * 900 + "1" + "}" * 900


def spelled(**changes) -> str:
    """Return a small file of weights with *changes*."""
    return json.dumps(PLAIN | changes)


def with_weights(**kinds) -> str:
    """Return a small file of weights that holds *kinds*."""
    return spelled(weights=PLAIN["weights"] | kinds)


HOSTILE = {
    "infinity": with_weights(cue={"kind": 0.5}).replace("0.5", "1e999"),
    "infinity below": with_weights(cue={"lower": {"said": 0.5}}).replace("0.5", "-1e999"),
    "infinity by name": with_weights(cue={"lower": {"said": 0.5}}).replace("0.5", "Infinity"),
    "not a number": with_weights(cue={"lower": {"said": 0.5}}).replace("0.5", "NaN"),
    "a whole number of 400 digits": with_weights(cue={"lower": {"said": 0.5}}).replace("0.5", "9" * 400),
    "a whole number of 5000 digits": with_weights(cue={"lower": {"said": 0.5}}).replace("0.5", "9" * 5000),
    "more than any clue weighs": with_weights(cue={"lower": {"said": 1e300}}),
    "code for a number": with_weights(cue={"lower": {"said": "__import__('os')"}}),
    "a truth for a number": with_weights(cue={"lower": {"said": True}}),
    "nothing for a number": with_weights(cue={"lower": {"said": None}}),
    "a number for a table": with_weights(cue={"lower": 0.5}),
    "a list for a table": with_weights(cue={"lower": [0.5]}),
    "a table too deep": with_weights(cue={"lower": {"said": {"said": 0.5}}}),
    "depths beyond count": with_weights(cue={"lower": 0.5}).replace("0.5", DEEP),
    "no document, only depth": "[" * 200_000,
    "stems that are a string": spelled(anchors="say"),
    "stems that are numbers": spelled(anchors=[1, 2]),
    "rates that are strings": spelled(rates={"5": "say"}),
    "rates of a step that is none": spelled(rates={"9": ["say"]}),
    "rates of lists": spelled(rates={"5": [["say"]]}),
    "an empty list": "[]",
    "a string": '"citeaudit/weights/3"',
    "bytes that are no text": "\udcff\udcfe",
    "nothing at all": "",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_file_of_weights_is_refused_with_its_path(tmp_path, content):
    """One line names the file, and the command that makes such a file."""
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(ConfigError) as caught:
        Weights.read(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert "citeaudit train" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_weights_of_infinity_are_refused_before_any_article_is_read(tmp_path):
    """As a user runs it: exit 2, one line, and no article is said to have failed."""
    content = json.dumps({**SHIPPED, "weights": {**SHIPPED["weights"], "cue": {"kind": "HERE"}}}).replace('"HERE"', "1e999")
    (tmp_path / "weights.json").write_text(content, encoding="utf-8")
    (tmp_path / "citeaudit.toml").write_text('weights = "weights.json"\n', encoding="utf-8")
    (tmp_path / "good.txt").write_text("The road is shut, the ministry said.\n", encoding="utf-8")
    command = [sys.executable, "-m", "citeaudit", "check", "good.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "weights.json" in done.stderr
    assert "finite number" in done.stderr


def test_weights_of_any_size_that_is_let_in_read_an_article(tmp_path):
    """The heaviest weights that a file may hold give some reading, not an error of arithmetic."""
    from citeaudit import Config, audit  # noqa: PLC0415 - the other tests here need no audit

    for weight in (1e6, -1e6):
        path = tmp_path / "weights.json"
        kinds = {kind: _filled(learned, weight) for kind, learned in SHIPPED["weights"].items()}
        path.write_text(json.dumps({**SHIPPED, "weights": kinds}), encoding="utf-8")
        config = Config(weights=Weights.read(path), check_language=False)

        assert audit("The road is shut, the ministry said. “It is shut,” Ana Ruiz told Reuters.", config=config).claims


def test_the_generated_source_holds_no_weight(monkeypatch):
    """What is compiled is made of the templates alone: two files of weights give the same source."""
    sources = []
    monkeypatch.setattr(
        weighing, "compile", lambda source, *names: sources.append(source) or compile(source, *names), raising=False
    )
    for weight in (0.5, -0.25):
        learned = {
            kind: {key: _filled(inner, weight) for key, inner in SHIPPED["weights"][kind].items()} for kind in ("cue", "side")
        }
        Weights(PLAIN["weights"] | learned, {"say": "5"}, frozenset(["say"]))

    assert len(sources) == 2 * len(CANDIDATES)
    assert sources[: len(CANDIDATES)] == sources[len(CANDIDATES) :]


def _filled(nested, weight):
    return {key: _filled(inner, weight) for key, inner in nested.items()} if isinstance(nested, dict) else weight
