"""CA6: typography that spoils the reading of quotations, for those who ask."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.reports import Severity
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.rules.reading import Reading
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings

OPENS = pattern_of(r"\s*(?:[“\"]|``|'')")


@rule("CA601", "unbalanced-quotation", "These quotation marks do not pair", severity=Severity.WARNING, is_on=False)
def unbalanced_quotation(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A quotation that opens and does not close.

    ## What
    An opening quotation mark without its closing one in the paragraph, where the next paragraph does not open with a mark
    either (a quotation that runs over paragraphs opens each of them and closes only the last).

    ## Why
    Nobody can tell where the quoted words end and the article's own begin.

    ## Bad
    ```article
    "We will appeal the ruling in the autumn, Ana Ruiz said.
    ```

    ## Better
    ```article
    "We will appeal the ruling in the autumn," Ana Ruiz said.
    ```

    ## When to ignore
    Old prints and dialect that use the marks otherwise.

    ## Options
    None.
    """
    for quotation in reading.report.quotations:
        if quotation.is_closed or OPENS.match(reading.text, quotation.span.end):
            continue
        place = Span(quotation.span.start, quotation.inner.start)
        if place.end > place.start:  # a paragraph that goes on without a mark of its own has none to point at
            yield Complaint(place, evidence=(Evidence("typography.unclosed", quotation.span),))
