"""
Who cites whom as a network: the sums of a corpus go in, a file for Gephi, networkx, igraph or Cytoscape comes out.

A node is a publisher, an outlet cited, or both; an edge leads from the one that cites to the one cited, and weighs as many claims as
rest on it. A publisher's citing itself is no edge but a number of its node, as it is left out of every ranking.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from citeaudit.extras import load_extra
from citeaudit.model.articles import Article
from citeaudit.model.corpora import CorpusReport, EdgeCount, PublisherCount
from citeaudit.model.relations import Role
from citeaudit.outlets.gazetteer import Gazetteer, Outlet
from citeaudit.outlets.publishers import publisher_of
from citeaudit.writers.cells import xml_text
from citeaudit.writers.corpora import NOBODY

GEXF, GRAPHML = "gexf", "graphml"
NETWORKS = (GEXF, GRAPHML)
UNKNOWN = "name:"
"""How the id of a node begins that the gazetteer does not know."""
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
"""What a name of a paper may stand with or without: "The Castellane Post" is cited as "the Castellane Post"."""
COUNTED = ("articles", "claims", "attributed", "self_claims", "cited_claims", "cited_articles", "cited_publishers")
"""The numbers of a node: those of its own articles, and how much others cite it."""


def network_to_bytes(corpus: CorpusReport, gazetteer: Gazetteer, form: str) -> bytes:
    """Return the network of *corpus*, whose publishers are grouped already, as GEXF or GraphML."""
    networkx = load_extra("networkx", extra="network")
    graph = network_of(corpus, gazetteer)
    stream = BytesIO()
    if form == GEXF:
        networkx.write_gexf(graph, stream)
    else:
        networkx.write_graphml_xml(graph, stream)
    return stream.getvalue()


def network_of(corpus: CorpusReport, gazetteer: Gazetteer) -> Any:
    """Return who cites whom in *corpus* as a directed graph of networkx."""
    network = _Network(gazetteer)
    for row in corpus.publishers:
        network.add_publisher(row)
    for edge in corpus.edges:
        network.add_edge(edge)
    network.count_cited()
    return network.graph


class _Network:
    """The graph as it grows."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._publishers: dict[str | None, str] = {}
        self.graph = load_extra("networkx", extra="network").DiGraph()

    def add_publisher(self, row: PublisherCount) -> None:
        """Add the node of a publisher, with the numbers of its own articles."""
        numbers = self.graph.nodes[self._publisher(row.publisher)]
        numbers["is_publisher"] = True
        for name in ("articles", "claims", "attributed"):
            numbers[name] += getattr(row, name)

    def add_edge(self, edge: EdgeCount) -> None:
        """Add what one publisher cites of one outlet; what two names of one outlet count adds up."""
        known = self._gazetteer.outlets.get(edge.outlet_id) if edge.outlet_id else None
        citing, cited = self._publisher(edge.publisher), self._node(known, edge.outlet)
        if edge.is_self or citing == cited:
            self.graph.nodes[citing]["self_claims"] += edge.claims
            return
        if not self.graph.has_edge(citing, cited):
            self.graph.add_edge(citing, cited, weight=0, articles=0, **{role.value: 0 for role in Role})
        numbers = self.graph.edges[citing, cited]
        numbers["weight"] += edge.claims
        for name in ("articles", *Role):
            numbers[str(name)] += getattr(edge, name)

    def count_cited(self) -> None:
        """Let each node know how much it is cited."""
        for _, cited, numbers in self.graph.edges(data=True):
            sums = self.graph.nodes[cited]
            sums["cited_claims"] += numbers["weight"]
            sums["cited_articles"] += numbers["articles"]
            sums["cited_publishers"] += 1

    def _publisher(self, publisher: str | None) -> str:
        if publisher not in self._publishers:
            outlet = publisher_of(Article("", publisher=publisher), self._gazetteer) if publisher else None
            self._publishers[publisher] = self._node(outlet, publisher or NOBODY)
        return self._publishers[publisher]

    def _node(self, outlet: Outlet | None, name: str) -> str:
        found = outlet.id if outlet else xml_text(UNKNOWN + ARTICLE.sub("", name))
        if found not in self.graph:
            self.graph.add_node(found, label=xml_text(outlet.name if outlet else name), is_publisher=False, **_known(outlet))
            self.graph.nodes[found].update(dict.fromkeys(COUNTED, 0))
        return found


def _known(outlet: Outlet | None) -> dict[str, str]:
    """Return what the gazetteer knows of *outlet*, without what it does not."""
    if outlet is None:
        return {}
    known = {
        "kind": outlet.kind,
        "country": outlet.country,
        "state": outlet.state,
        "domain": outlet.domains[0] if outlet.domains else None,
        "wikidata": outlet.wikidata,
    }
    return {name: xml_text(value) for name, value in known.items() if value}
