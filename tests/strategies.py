"""Texts to try: noise, news-like text, and articles whose reading is known because they were composed from it.

A composed article is an oracle: it is put together from paragraphs of which each brings its own reading, and which do not
touch each other (nothing in one refers to another).
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
    "\u2029",
    "\t",
    "  ",
    "\r",
    "\x0b",
    "\x85",
    "\u3000",
    "\x1f",
    "who",
    "asked",
    "“…,” said",
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


Paragraph = tuple[Part, ...]


def text_of(paragraphs: list[Paragraph]) -> str:
    """Return the text of *paragraphs*, one a line."""
    return "\n".join(" ".join(part.words for part in paragraph) for paragraph in paragraphs)


@st.composite
def paragraphs(draw) -> Paragraph:
    """Draw a paragraph of one or two sentences with their reading."""
    person, outlet = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(tuple(OUTLETS)))
    first, second = draw(st.lists(st.sampled_from(CONTENTS), min_size=2, max_size=2, unique=True))
    fact = Part(draw(st.sampled_from(FACTS)), "unattributed")
    names = (OUTLETS[outlet],)
    surname = person.rpartition(" ")[2]
    said = Part(f"{person} said on Monday that {first}.", "source")
    told = Part(f"“{_capital(first)},” {person} told {outlet}.", "outlet", names)
    reported = Part(f"{_capital(outlet)} reported that {first}.", "outlet", names)
    relayed = Part(f"{person} said that {first}, {outlet} reported.", "outlet", names)
    return draw(
        st.sampled_from(
            (
                (fact,),
                (said,),
                (Part(f"“{_capital(first)},” said {person}.", "source"),),
                (Part(f"According to {person}, {first}.", "source"),),
                (Part(f"{_capital(first)}, {outlet} reported on Tuesday.", "outlet", names),),
                (reported,),
                (told,),
                (relayed,),
                (Part(f"It is believed that {first}.", "vague"),),
                (said, Part(f"{surname} added that {second}.", "source")),
                (told, Part(f"“{_capital(second)}.”", "outlet", names)),
                (told, Part(f"“{_capital(second)},” {surname} said.", "source")),
                (reported, Part(f"It added that {second}.", "outlet", names)),
                (reported, fact),
                (relayed, Part(f"{surname} added that {second}.", "source")),
            )
        )
    )


def compositions():
    """Return a strategy for articles as lists of paragraphs whose reading is known."""
    return st.lists(paragraphs(), min_size=1, max_size=6)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def noise():
    """Return a strategy for hostile text: scraps of news among any characters."""
    scraps = st.one_of(st.sampled_from(SCRAPS), st.sampled_from(FACTS), st.text(max_size=6))
    return st.lists(scraps, max_size=40).map(" ".join) | st.lists(scraps, max_size=40).map("".join)


def surrogates():
    """Return a strategy for texts with lone surrogates, which no encoding holds."""
    return st.lists(st.sampled_from((*SCRAPS, "\ud800", "\udfff")), max_size=20).map(" ".join)
