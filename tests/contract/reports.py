"""Any report: texts with wide characters, and every field of every class that a report may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from citeaudit import (
    Article,
    ArticleReport,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Dateline,
    Evidence,
    Finding,
    Hyperlink,
    Level,
    Manner,
    Mention,
    Origin,
    Provenance,
    Quotation,
    Reach,
    Role,
    Sentence,
    SentenceKind,
    Severity,
    Source,
    SourceType,
    Span,
    Status,
)

SHARES = st.floats(0, 1)
WORDS = st.text(max_size=8)
MAYBE = st.none() | WORDS
FLAGS = st.booleans()


def tuples(strategy, most: int = 3):
    """Return a strategy for short tuples."""
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def reports(draw) -> ArticleReport:
    """Draw a report that holds together, with anything in each of its fields."""
    text = draw(st.text(alphabet=st.sampled_from("ab “”é🌉👩\u200d\U0001f467\n"), min_size=1, max_size=40))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    evidence = tuples(st.builds(Evidence, WORDS, st.none() | spans, WORDS), 2)
    sources = st.builds(
        Source, st.sampled_from(SourceType), WORDS, st.none() | spans, MAYBE, st.none() | st.sampled_from(Role),
        st.none() | spans, FLAGS, FLAGS, evidence, FLAGS,
    )  # fmt: skip
    attributions = draw(
        tuples(
            st.builds(
                Attribution, tuples(spans), tuples(spans), tuples(spans), tuples(sources), st.none() | st.integers(0, 9),
                st.sampled_from(Level), WORDS, st.sampled_from(Manner), st.sampled_from(Reach), SHARES, FLAGS, FLAGS, evidence,
                tuples(spans),
            )
        )
    )  # fmt: skip
    sentences = draw(
        st.lists(
            st.builds(Sentence, spans, st.sampled_from(SentenceKind), st.integers(0, 9), evidence),
            max_size=4,
            unique_by=lambda sentence: sentence.span,
        ).map(tuple)
    )
    some = tuples(st.sampled_from(attributions)) if attributions else st.just(())
    claims = tuple(
        draw(
            st.builds(
                Claim, st.just(sentence), st.sampled_from(Status), st.sampled_from(Status), tuples(WORDS), tuples(MAYBE),
                tuples(WORDS), some, SHARES, tuples(spans), FLAGS, st.just(sentence.span.of(text)), SHARES,
            )
        )
        for sentence in sentences
        if draw(FLAGS)
    )  # fmt: skip
    places = st.none() | st.integers(1, 9)
    article = draw(
        st.builds(
            Article, st.just(text), MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, tuples(st.builds(Hyperlink, spans, WORDS)),
            tuples(st.builds(Block, spans, st.sampled_from(BlockKind))), st.none() | st.builds(Origin, WORDS, places, places),
        )
    )  # fmt: skip
    return ArticleReport(
        article,
        draw(MAYBE),
        sentences,
        draw(tuples(st.builds(Dateline, spans, WORDS, MAYBE))),
        draw(tuples(st.builds(Quotation, spans, spans, st.sampled_from(Manner), FLAGS))),
        draw(tuples(st.builds(Mention, spans, MAYBE, WORDS, st.none() | spans, evidence))),
        attributions,
        claims,
        draw(tuples(st.builds(Finding, st.just("CA101"), WORDS, WORDS, st.sampled_from(Severity), spans, WORDS, evidence))),
        draw(st.builds(Provenance, WORDS, WORDS, WORDS, WORDS, WORDS)),
    )
