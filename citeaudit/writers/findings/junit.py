"""Findings as JUnit XML, which every build server draws: a suite for each file, a failed case for each finding."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from citeaudit.writers.cells import xml_text
from citeaudit.writers.findings.places import Checked, Place


def dumps_junit(checked: Checked) -> str:
    """Return *checked* as JUnit XML; a file without findings is a suite with one case that passed."""
    root = ET.Element("testsuites", name="citeaudit")
    by_path: dict[str, list[Place]] = {path: [] for path in checked.paths}
    for place in checked.places:
        by_path.setdefault(place.path, []).append(place)
    for path, places in by_path.items():
        suite = ET.SubElement(
            root, "testsuite", name=xml_text(path), tests=str(max(1, len(places))), failures=str(len(places)), errors="0"
        )
        for place in places:
            finding = place.finding
            case = ET.SubElement(
                suite,
                "testcase",
                name=f"{finding.code} {finding.name}",
                classname=xml_text(path),
                file=xml_text(path),
                line=str(place.line),
            )
            failure = ET.SubElement(case, "failure", message=xml_text(finding.message), type=finding.severity.value)
            failure.text = xml_text(f"{place.where}: {finding.message}")
        if not places:
            ET.SubElement(suite, "testcase", name="attribution", classname=xml_text(path))
    for problem in checked.problems:
        suite = ET.SubElement(root, "testsuite", name=xml_text(problem.path), tests="1", failures="0", errors="1")
        case = ET.SubElement(suite, "testcase", name="readable", classname=xml_text(problem.path))
        ET.SubElement(case, "error", message=xml_text(str(problem)), type="unreadable")
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
