"""
A report with the few indexes that checks ask for again and again, built once for all rules.

Which sentence holds an offset, which claims stand in a paragraph, what is quoted: each answered by bisection, so that a
check stays linear in the length of the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

import regex

from citeaudit.citations.locating import only_locates
from citeaudit.lexicon.phrases import words_in
from citeaudit.model.articles import Hyperlink
from citeaudit.model.relations import Attribution, Level, Manner, Mention, Quotation, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.reports import ArticleReport, Claim
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.rules.phrases import NAME_WITHIN, OFFICE_SPEAKS, SCENE, SOMEBODY, SURNAME_FIRST
from citeaudit.text.links import Links

PROSE = frozenset((SentenceKind.STATEMENT, SentenceKind.QUESTION))
"""The kinds of sentence that a reader reads as the story itself."""

EMBEDDED = pattern_of(r"<tweet|pic\.twitter\.com|https?://t\.co/")
"""Marks of a post that is embedded in the article: somebody else's words without quotation marks."""
EMBEDDED_MARKS = ("<tweet", "pic.twitter.com", "://t.co/")
"""What each of them holds; most articles hold none."""

HEAD = 6
"""Sentences that an article's head has: title, standfirst, the first two paragraphs."""

LEAD = 2
"""Statements with which an article sums up what it goes on to tell."""

LONGEST_TITLE = 300
"""In code points; more than any title has."""
LONG_WORD = pattern_of(r"\p{L}{4,}")

UNNAMED = frozenset((SourceType.ANONYMOUS, SourceType.VAGUE))


@dataclass(frozen=True)
class Reading:
    """One article's report, as rules look at it."""

    report: ArticleReport

    @cached_property
    def text(self) -> str:
        """Return the article's text."""
        return self.report.article.text

    def words(self, span: Span) -> str:
        """Return the words that *span* covers."""
        return span.of(self.text)

    def folded(self, span: Span) -> list[str]:
        """Return the words that *span* covers one by one, without capitals and marks; read once, however many rules ask."""
        place = (span.start, span.end)
        words = self._folded.get(place)
        if words is None:
            words = self._folded[place] = words_in(self.words(span).casefold())
        return words

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds *offset*, or None between sentences."""
        place = bisect_right(self._sentence_starts, offset) - 1
        if place < 0 or self.report.sentences[place].span.end <= offset:
            return None
        return self.report.sentences[place]

    def claim_of(self, sentence: Sentence) -> Claim | None:
        """Return the claim of *sentence*, None if it is no statement."""
        return self._claims.get(sentence.span)

    def is_prose(self, span: Span) -> bool:
        """Tell whether *span* starts in a statement or question, not in a heading, credit or boilerplate."""
        sentence = self.sentence_at(span.start)
        return sentence is not None and sentence.kind in PROSE

    def is_own_words(self, span: Span) -> bool:
        """Tell whether *span* stands in the article's own prose: in no quotation, heading, title or embedded post."""
        sentence = self.sentence_at(span.start)
        return (
            sentence is not None
            and sentence.kind in PROSE
            and self.quotation_at(span.start) is None
            and not (self._has_embedded and EMBEDDED.search(self.text, sentence.span.start, sentence.span.end))
            and not self._is_title(sentence)
        )

    def _is_title(self, sentence: Sentence) -> bool:
        """Tell whether *sentence* is the article's title, or written like one at its head."""
        words = self.words(sentence.span)
        if self.report.article.title and words.rstrip(".") == self.report.article.title.strip().rstrip("."):
            return True
        if sentence.paragraph > 1 or len(words) > LONGEST_TITLE or self.paragraph_of(sentence) != sentence.span:
            return False
        long = LONG_WORD.findall(words)
        return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.7 * len(long)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation that holds *offset*, its marks included."""
        place = bisect_right(self._quotation_starts, offset) - 1
        if place < 0 or self.report.quotations[place].span.end <= offset:
            return None
        return self.report.quotations[place]

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """Return the quotations that touch *span*, in order."""
        first = bisect_right(self._quotation_starts, span.start) - 1
        found = []
        for place in range(max(0, first), len(self.report.quotations)):
            quotation = self.report.quotations[place]
            if quotation.span.start >= span.end:
                break
            if quotation.span.overlaps(span):
                found.append(quotation)
        return tuple(found)

    def next_mention(self, offset: int) -> Mention | None:
        """Return the first mention of an outlet that starts at or after *offset*."""
        place = bisect_left(self._mention_starts, offset)
        return self.report.mentions[place] if place < len(self.report.mentions) else None

    def is_anybody_before(self, offset: int) -> bool:
        """Tell whether anything before *offset* is a name or describes a person."""
        return self._first_person_ends <= offset

    def is_spoken(self, span: Span) -> bool:
        """Tell whether any attribution touches *span* that may have a speaker: no filling for a quotation of nobody, no mark behind it."""
        place = bisect_left(self._content_starts, span.end) - 1
        return place >= 0 and self._content_ends[place] > span.start

    def paragraph_of(self, sentence: Sentence) -> Span:
        """Return the span of the paragraph that holds *sentence*."""
        return self._paragraphs[sentence.paragraph]

    def is_summary(self, sentence: Sentence) -> bool:
        """Tell whether *sentence* stands at the head of an article that names its sources further down."""
        place = bisect_right(self._sentence_starts, sentence.span.start) - 1
        return place < HEAD and any(named.start > sentence.span.start for named in self.named_sentences)

    def neighbours(self, sentence: Sentence, before: int, after: int) -> tuple[Sentence, ...]:
        """Return *sentence* with up to as many sentences before and after it, across paragraphs."""
        place = bisect_right(self._sentence_starts, sentence.span.start) - 1
        return self.report.sentences[max(0, place - before) : place + after + 1]

    def hyperlinks_at(self, span: Span) -> tuple[Hyperlink, ...]:
        """Return the hyperlinks that touch *span*, the last first; those of a mark that was taken out of the text in their order."""
        found = self._links.touching(span)
        return found[::-1] if len(span) else found

    def cues_in(self, sentence: Sentence) -> Sequence[Attribution]:
        """Return the attributions whose own words (cue, else source) start in *sentence*, in the report's order."""
        return self._cues.get(sentence.span.start, ())

    @cached_property
    def _has_embedded(self) -> bool:
        return any(mark in self.text for mark in EMBEDDED_MARKS)

    @cached_property
    def named_sentences(self) -> frozenset[Span]:
        """Return the spans of the sentences in which somebody is named as a source who says something."""
        return self._sentences_with(is_named)

    @cached_property
    def outlet_sentences(self) -> frozenset[Span]:
        """Return the spans of the sentences in which an outlet is named as a source."""
        return self._sentences_with(lambda source: source.type is SourceType.OUTLET)

    @cached_property
    def heard_sentences(self) -> frozenset[Span]:
        """Return the spans of the sentences in which anybody who could be asked, a described group too, says something."""
        return frozenset(
            sentence.span
            for sentence in self.report.sentences
            if any(link.type not in UNNAMED for attribution in self.cues_in(sentence) for link in attribution.chain)
        )

    @cached_property
    def lead_end(self) -> int:
        """Return where the last statement of the article's lead begins, -1 if nothing is stated."""
        return max((sentence.span.start for sentence in islice(self._statements(), LEAD)), default=-1)

    def _statements(self) -> Iterator[Sentence]:
        return (sentence for sentence in self.report.sentences if sentence.kind is SentenceKind.STATEMENT)

    @cached_property
    def is_office_heard(self) -> bool:
        """Tell whether the officials of an office say something together: "officials at the hospital", "the officials"."""
        return any(
            attribution.chain
            and attribution.chain[0].type not in UNNAMED
            and any(OFFICE_SPEAKS.fullmatch(self.words(span)) for span in attribution.source)
            for attribution in self.report.attributions
        )

    @cached_property
    def heard_in_scenes(self) -> frozenset[str]:
        """Return the words for whoever shouts or orders something in direct speech, in lower case: "an officer"."""
        return frozenset(
            self.words(attribution.source[0]).casefold()
            for attribution in self.report.attributions
            if attribution.source and attribution.cue and attribution.manner is Manner.DIRECT
            if SCENE.match(self.words(attribution.cue[0]))
        )

    def holds(self, pattern: regex.Pattern[str], sentence: Sentence) -> bool:
        """Tell whether *pattern* is found in *sentence*; each is searched once, however many hedges ask."""
        key = (pattern, sentence.span)
        if key not in self._held:
            self._held[key] = pattern.search(self.words(sentence.span)) is not None
        return self._held[key]

    def first_end(self, pattern: str) -> int:
        """Return where the first match of *pattern* in the text ends, one more than the text's length if there is none; searched once."""
        if pattern not in self._first_ends:
            found = regex.search(pattern, self.text)
            self._first_ends[pattern] = found.end() if found else len(self.text) + 1
        return self._first_ends[pattern]

    @cached_property
    def first_mention_ends(self) -> int:
        """Return where the first mention of an outlet ends, one more than the text's length if there is none."""
        return min((mention.span.end for mention in self.report.mentions), default=len(self.text) + 1)

    @cached_property
    def _folded(self) -> dict[tuple[int, int], list[str]]:
        return {}

    @cached_property
    def _first_ends(self) -> dict[str, int]:
        return {}

    @cached_property
    def _held(self) -> dict[tuple[regex.Pattern[str], Span], bool]:
        return {}

    def _sentences_with(self, is_wanted: Callable[[Source], bool]) -> frozenset[Span]:
        return frozenset(
            sentence.span
            for sentence in self.report.sentences
            if any(
                is_wanted(source)
                for attribution in self.cues_in(sentence)
                if attribution.level is Level.REPORT
                for source in attribution.chain
            )
        )

    @cached_property
    def named_paragraphs(self) -> frozenset[int]:
        """Return the numbers of the paragraphs in which somebody is named as a source."""
        return frozenset(s.paragraph for s in self.report.sentences if s.span in self.named_sentences)

    @cached_property
    def _first_person_ends(self) -> int:  # searched once: a search for each pronoun takes square time
        found = [pattern.search(self.text) for pattern in (SOMEBODY, NAME_WITHIN, SURNAME_FIRST)]
        return min((match.end() for match in found if match), default=len(self.text) + 1)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.report.sentences]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.report.mentions]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.report.quotations]

    @cached_property
    def _contents(self) -> list[Span]:
        return sorted(span for a in self.report.attributions if not a.is_fill and not only_locates(a) for span in a.content)

    @cached_property
    def _content_starts(self) -> list[int]:
        return [span.start for span in self._contents]

    @cached_property
    def _content_ends(self) -> list[int]:  # the furthest end so far, so that one bisection finds any overlap
        return list(accumulate((span.end for span in self._contents), max))

    @cached_property
    def _claims(self) -> dict[Span, Claim]:
        return {claim.sentence.span: claim for claim in self.report.claims}

    @cached_property
    def _paragraphs(self) -> dict[int, Span]:
        found: dict[int, Span] = {}
        for sentence in self.report.sentences:
            first = found.get(sentence.paragraph, sentence.span)
            found[sentence.paragraph] = Span(first.start, sentence.span.end)
        return found

    @cached_property
    def _links(self) -> Links:
        return Links(self.report.article.hyperlinks)

    @cached_property
    def _cues(self) -> dict[int, list[Attribution]]:
        """Return the attributions whose own words start in each sentence, by where it starts."""
        found: dict[int, list[Attribution]] = {}
        for attribution in self.report.attributions:
            own = attribution.cue or attribution.source
            sentence = self.sentence_at(own[0].start) if own else None
            if sentence is not None:
                found.setdefault(sentence.span.start, []).append(attribution)
        return found


def is_named(source: Source) -> bool:
    """Tell whether *source* is somebody a reader could look up: not unnamed, not a bare group, not unresolved."""
    return source.type not in UNNAMED and source.type is not SourceType.GROUP and source.is_resolved


def own_outlets(attribution: Attribution) -> tuple[Source, ...]:
    """Return the outlets in the chain of *attribution* that are not the publisher itself."""
    return tuple([s for s in attribution.chain if s.type is SourceType.OUTLET and not s.is_self])


def place_of(attribution: Attribution) -> Span:
    """Return the span to point at: the source's words, else the cue's, else the content's."""
    return (attribution.source or attribution.cue or attribution.content)[0]
