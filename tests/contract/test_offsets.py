"""Offsets for those who count otherwise than Python."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from contract.reports import reports
from hypothesis import given

from citeaudit import Article, ArticleReport, InputError, audit

TEXT = (
    "🌉🌉 The bridge 🌉 will open in May, Ana Ruiz told the BBC. “We are glad 👩‍👧,” she said on Monday.\n"
    "A 𝔣erry sank 🚢, Reuters and the 🇬🇧 Guardian reported. Some say it was old."
)
SCRIPT = """
let wrong = 0, looked = 0;
const check = (text, pair, words) => { looked += 1; if (text.slice(...pair) !== words) wrong += 1; };
const walk = (text, value) => {
  if (Array.isArray(value)) return value.forEach((item) => walk(text, item));
  if (value === null || typeof value !== "object") return;
  if ("words" in value) check(text, "span" in value ? value.span : [value.start, value.end], value.words);
  for (const [key, inner] of Object.entries(value)) {
    if (key.endsWith("_words")) inner.forEach((words, number) => check(text, value[key.slice(0, -6)][number], words));
    walk(text, inner);
  }
};
const report = JSON.parse(require("fs").readFileSync(0, "utf8"));
walk(report.text, report);
console.log(JSON.stringify({ looked, wrong }));
"""


def sliced(value, text):
    """Yield each place of a report in JSON as UTF-16 has it, with the words that should stand there."""
    units = text.encode("utf-16-le", "surrogatepass")
    if isinstance(value, list):
        for item in value:
            yield from sliced(item, text)
    elif isinstance(value, dict):
        if "words" in value:
            start, end = value["span"] if "span" in value else (value["start"], value["end"])
            yield units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"), value["words"]
        for key, inner in value.items():
            if key.endswith("_words"):
                for (start, end), words in zip(value[key.removesuffix("_words")], inner, strict=True):
                    yield units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"), words
            yield from sliced(inner, text)


@given(reports())
def test_utf16_offsets_slice_the_same_words(drawn):
    """Whatever the report, its UTF-16 offsets cut the words that its code points cut."""
    for found, words in sliced(drawn.to_dict(offsets="utf16", with_words=True), drawn.article.text):
        assert found == words


def test_words_stand_beside_every_place():
    """Sentences, roles, links of a chain, mentions, findings and evidence bring their words."""
    value = audit(TEXT).to_dict(with_words=True)

    assert [sentence["words"] for sentence in value["sentences"]] == [s.span.of(TEXT) for s in audit(TEXT).sentences]
    assert all(attribution["content_words"] for attribution in value["attributions"])
    assert {"BBC", "Reuters"} <= {mention["words"].removeprefix("the ") for mention in value["mentions"]}
    assert all(finding["words"] for finding in value["findings"])
    assert '"words"' not in json.dumps(audit(TEXT).to_dict())


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
def test_a_script_in_node_slices_the_same_words(tmp_path):
    """JavaScript, which counts UTF-16, cuts each place of an article with emoji by the offsets alone, and has the same words."""
    given_ = audit(Article(TEXT)).to_json(offsets="utf16", with_words=True)
    (tmp_path / "slice.js").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(["node", "slice.js"], cwd=tmp_path, input=given_.encode(), capture_output=True, check=True)
    found = json.loads(done.stdout)

    assert found["wrong"] == 0
    assert found["looked"] > 30


def test_utf16_offsets_need_the_text_to_be_read_back():
    """Without the text nobody can tell what they count, and an offset in the middle of a character is none."""
    bare = audit(TEXT).to_dict(offsets="utf16", with_text=False)
    with pytest.raises(InputError, match="need the text"):
        ArticleReport.from_dict(bare)

    halved = audit(TEXT).to_dict(offsets="utf16")
    halved["sentences"][0]["start"] = 1
    with pytest.raises(InputError, match="middle of a character"):
        ArticleReport.from_dict(halved)
