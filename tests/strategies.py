"""Texts to try: noise, news-like text, and articles whose reading is known because they were composed from it.

A composed article is an oracle: it is put together from sentences of which each brings its own status and outlets, and
which do not touch each other (nothing in them refers back, none is quoted across a full stop).
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

PEOPLE = ("Ana Ruiz", "Tomas Brandt", "Odile Marchand", "Kofi Mensah", "Judith Amsel")
OUTLETS = {
    "Reuters": "Reuters",
    "CNN": "CNN",
    "the Financial Times": "Financial Times",
    "Le Monde": "Le Monde",
    "Al Jazeera": "Al Jazeera",
}
CONTENTS = (
    "the bridge will open in May",
    "the school needs a new roof",
    "two trains collided near the harbor",
    "prices rose by 4 percent last year",
    "the dam could not be saved",
)
FACTS = (
    "The bridge opened in 1931.",
    "Rain fell on the valley for three days.",
    "The club has 400 members.",
    "Rovers beat Halden City 3-2 on Saturday.",
    "The road to the lake was closed at noon.",
)
SCRAPS = (
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "said",
    "according to",
    "reported",
    "told",
    "Bloomberg",
    "The Times",
    "the newspaper",
    "Wang Yi",
    "he",
    "It",
    "reportedly",
    "U.S.",
    "Dr.",
    "3.5",
    "LONDON (Reuters) -",
    "© 2025 Newsmax.",
    "https://example.org/a.b",
    ".",
    "?",
    "!",
    "…",
    ",",
    ":",
    "(",
    ")",
    "—",
    "\n",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u2028",
    "\t",
    "👩‍👧",
    "e\u0301",
    "İ",
    "ß",
    "\x00",
)


@dataclass(frozen=True)
class Part:
    """A sentence whose reading is known: its words, its status and the outlets behind it."""

    words: str
    status: str
    outlets: tuple[str, ...] = ()


@st.composite
def parts(draw) -> Part:
    """Draw a sentence with its reading."""
    person, content, outlet = (
        draw(st.sampled_from(PEOPLE)),
        draw(st.sampled_from(CONTENTS)),
        draw(st.sampled_from(tuple(OUTLETS))),
    )
    opened = content[0].upper() + content[1:]
    named = outlet[0].upper() + outlet[1:]
    return draw(
        st.sampled_from(
            (
                Part(draw(st.sampled_from(FACTS)), "unattributed"),
                Part(f"{person} said on Monday that {content}.", "source"),
                Part(f"“{opened},” said {person}.", "source"),
                Part(f"According to {person}, {content}.", "source"),
                Part(f"{opened}, {outlet} reported on Tuesday.", "outlet", (OUTLETS[outlet],)),
                Part(f"{named} reported that {content}.", "outlet", (OUTLETS[outlet],)),
                Part(f"“{opened},” {person} told {outlet}.", "outlet", (OUTLETS[outlet],)),
                Part(f"{person} said that {content}, {outlet} reported.", "outlet", (OUTLETS[outlet],)),
                Part(f"It is believed that {content}.", "vague"),
            )
        )
    )


def compositions():
    """Return a strategy for articles as lists of sentences with their reading, each a paragraph."""
    return st.lists(parts(), min_size=1, max_size=8)


def news():
    """Return a strategy for news-like text: sentences of the composed kind, in paragraphs of one or more."""
    paragraphs = st.lists(parts().map(lambda part: part.words), min_size=1, max_size=3).map(" ".join)
    return st.lists(paragraphs, min_size=1, max_size=5).map("\n".join)


def noise():
    """Return a strategy for hostile text: scraps of news among any characters."""
    scraps = st.one_of(st.sampled_from(SCRAPS), st.sampled_from(FACTS), st.text(max_size=6))
    return st.lists(scraps, max_size=40).map(" ".join) | st.lists(scraps, max_size=40).map("".join)


def surrogates():
    """Return a strategy for texts with lone surrogates, which no encoding holds."""
    return st.lists(st.sampled_from((*SCRAPS, "\ud800", "\udfff")), max_size=20).map(" ".join)
