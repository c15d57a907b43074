"""Findings as JUnit XML, which every build server draws: a suite for each file, a failed case for each finding."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from citeaudit.patterns import pattern_of
from citeaudit.text.shown import shown
from citeaudit.writers.findings.places import Checked, Place

FORBIDDEN = pattern_of(r"[\uFFFE\uFFFF]")
"""Characters that XML 1.0 cannot hold, escaped or not, among those that can be shown."""


def dumps_junit(checked: Checked) -> str:
    """Return *checked* as JUnit XML; a file without findings is a suite with one case that passed."""
    root = ET.Element("testsuites", name="citeaudit")
    by_path: dict[str, list[Place]] = {path: [] for path in checked.paths}
    for place in checked.places:
        by_path.setdefault(place.path, []).append(place)
    for path, places in by_path.items():
        suite = ET.SubElement(
            root, "testsuite", name=_clean(path), tests=str(max(1, len(places))), failures=str(len(places)), errors="0"
        )
        for place in places:
            finding = place.finding
            case = ET.SubElement(
                suite,
                "testcase",
                name=f"{finding.code} {finding.name}",
                classname=_clean(path),
                file=_clean(path),
                line=str(place.line),
            )
            failure = ET.SubElement(case, "failure", message=_clean(finding.message), type=finding.severity.value)
            failure.text = _clean(f"{place.where}: {finding.message}")
        if not places:
            ET.SubElement(suite, "testcase", name="attribution", classname=_clean(path))
    for problem in checked.problems:
        suite = ET.SubElement(root, "testsuite", name=_clean(problem.path), tests="1", failures="0", errors="1")
        case = ET.SubElement(suite, "testcase", name="readable", classname=_clean(problem.path))
        ET.SubElement(case, "error", message=_clean(str(problem)), type="unreadable")
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _clean(words: str) -> str:
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", shown(words))
