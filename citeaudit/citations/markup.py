"""Markdown in plain text: an article goes in, the same without links, stars and hashes comes out, its links as hyperlinks.

Models answer in Markdown, and who checks their answers hands over the text as it came. Only what stands on the words is
taken off; lists and paragraphs are read by their lines as ever. Files that the reader of Markdown has read hold none of this.
"""

from __future__ import annotations

import regex

from citeaudit.citations.removing import Taken, without
from citeaudit.model.articles import Article, Hyperlink
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

ADDRESS = r"<?(?P<url>(?:https?://|www\.)(?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+[\"'][^\"'\n]*[\"'])?"
INLINE = pattern_of(rf"(?P<image>!)?\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\]){{1,300}}+)\]\({ADDRESS}\)")
BY_LABEL = pattern_of(r"(?<!!)\[(?P<words>[^\[\]\n]{1,300})\]\s?\[(?P<label>[^\[\]\n]{1,40})\]")
DEFINED = pattern_of(r"^[ ]{0,3}\[(?P<label>[^\]\n^][^\]\n]{0,40})\]:\s*<?(?P<url>(?:https?://|www\.)[^\s>]+)>?", regex.MULTILINE)
NUMBER = pattern_of(r"\^?\d{1,3}")
STRONG = pattern_of(r"(?<![\w*\\])(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_\n]{1,400}?)(?<=[^\s\\])(?P=mark)(?![\w*])")
HEADING = pattern_of(r"^#{1,6}\s+", regex.MULTILINE)
QUOTE = pattern_of(r"^>[ ]?", regex.MULTILINE)
ASKED = pattern_of(r"^[*_]{0,3}(?:Q|A|Question|Answer)\d{0,2}[:.][*_]{0,3}\s+", regex.MULTILINE)
"""What stands before a question that a model asks itself, and before its answer; nobody speaks there."""
TAG = pattern_of(
    r"</?(?:strong|em|b|i|u|cite|small|mark)>|<sup>(?!\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?</sup>)|(?<!\d\s?)</sup>"
    r"|:contentReference\[[^\]\n]{0,60}\](?:\{[^}\n]{0,30}\})?|\ue200cite\ue202[^\ue201\n]{0,200}\ue201",
    regex.IGNORECASE,
)
"""Tags, but for those of a raised number, which make it one; and the marks of interfaces, which name nobody outside them."""
ANCHOR = pattern_of(r"<a\s[^<>]*?href=[\"'](?P<url>[^\"'<>]+)[\"'][^<>]*>(?P<words>[^<>\n]{1,300})</a>", regex.IGNORECASE)


def without_markup(article: Article) -> tuple[Article, Taken]:
    """Return *article* without the marks of Markdown on its words, and what was taken out."""
    text = article.text
    stretches: list[Span] = [Span(*match.span()) for pattern in (HEADING, TAG, QUOTE, ASKED) for match in pattern.finditer(text)]
    links = list(article.hyperlinks)
    for match in INLINE.finditer(text):
        words = Span(*match.span("words"))
        if match["image"]:
            stretches.append(Span(*match.span()))
            continue
        # The brackets of a number belong to it: "[1](https://…)" is the mark "[1]".
        is_number = NUMBER.fullmatch(match["words"]) is not None
        kept = Span(words.start - is_number, words.end + is_number)
        stretches += [Span(match.start(), kept.start), Span(kept.end, match.end())]
        links.append(Hyperlink(kept, match["url"]))
    for match in ANCHOR.finditer(text):
        words = Span(*match.span("words"))
        stretches += [Span(match.start(), words.start), Span(words.end, match.end())]
        links.append(Hyperlink(words, match["url"]))
    defined = {match["label"].casefold(): match["url"] for match in DEFINED.finditer(text)}
    for match in BY_LABEL.finditer(text) if defined else ():
        words = Span(*match.span("words"))
        url = defined.get(match["label"].casefold())
        if url is None or NUMBER.fullmatch(match["words"]) or match["words"].casefold() in defined:
            continue
        stretches += [Span(match.start(), words.start), Span(words.end, match.end())]
        links.append(Hyperlink(words, url))
    for match in STRONG.finditer(text):
        if not _is_in_address(text, match.start()):
            stretches += [Span(*match.span("mark")), Span(match.end("words"), match.end())]
    return without(article, stretches, tuple(sorted(links, key=lambda link: link.span)))


def _is_in_address(text: str, offset: int) -> bool:
    """Tell whether *offset* lies in an address, where lines and stars are letters."""
    word = text[max(0, offset - 300) : offset].rpartition(" ")[2].rpartition("\n")[2]
    return "://" in word
