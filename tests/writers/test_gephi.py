"""Networks in Gephi: what Gephi Lite's own parsers (graphology, by Gephi's makers) read from our files is what was counted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest

from citeaudit.cli.main import main

SCRIPT = """
const fs = require("fs"), path = require("path");
const [modules, file] = process.argv.slice(1);
const load = name => require(path.join(modules, name));
const {DOMParser} = load("@xmldom/xmldom");
const parse = file.endsWith("gexf") ? load("graphology-gexf").parse : load("graphology-graphml").parse;
const graph = parse(load("graphology"), fs.readFileSync(file, "utf8"));
console.log(JSON.stringify({
  type: graph.type,
  nodes: graph.mapNodes((key, attributes) => [key, attributes]),
  edges: graph.mapEdges((key, attributes, source, target) => [source, target, attributes]),
}));
"""
TEXT = (
    "The harbour will close until March, Bloomberg reported on Monday. Ana Ruiz told CNN that nobody was hurt. "
    "Rain fell all night & the ferries were <late> again, the BBC said."
)


@pytest.fixture(scope="module")
def modules():
    """Return the folder of Node's modules that holds the parsers."""
    place = Path(os.environ.get("NODE_MODULES", Path(__file__).parents[2] / "node_modules"))
    if shutil.which("node") is None or not (place / "graphology-gexf").is_dir():
        pytest.skip(
            "no parsers of Gephi Lite: npm install graphology graphology-gexf graphology-graphml, their folder in NODE_MODULES"
        )
    return place


@pytest.mark.heavy
@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_gephi_lite_opens_it(modules, tmp_path, form, read):
    """It finds the same publishers and outlets, with their labels, and the same arrows between them, with their weights."""
    articles = [
        {"id": str(n), "text": TEXT, "publisher": who} for n, who in enumerate(["The Guardian", "Newsmax", "The <Daily> & Co"])
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    out = tmp_path / f"out.{form}"
    assert main(["corpus", str(tmp_path / "a.jsonl"), "--format", form, "-o", str(out)]) == 0
    done = subprocess.run(["node", "-e", SCRIPT, str(modules), str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found, ours = json.loads(done.stdout), read(out)

    assert found["type"] == "directed"
    assert {key: told["label"] for key, told in found["nodes"]} == dict(ours.nodes(data="label"))
    assert sorted((citing, cited, told["weight"]) for citing, cited, told in found["edges"]) == sorted(ours.edges(data="weight"))
    assert len(found["edges"]) == 9
