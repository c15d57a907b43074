"""
One upload, audited as the command line does: a text or a file goes in, the report page or the one line that says what is wrong comes out.

The file stands in a temporary folder that nobody else may open while it is read, and is gone before the answer is. Reading and
auditing are done in a process of their own, which the limits of time and memory hold for and which may die.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from citeaudit.cli.runs import Answer, Job
from citeaudit.cli.samples import Draw, draw_all
from citeaudit.config import Config
from citeaudit.crew import Crew
from citeaudit.errors import CiteauditError
from citeaudit.limits import Limits
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers import ReadSettings, cut_pieces
from citeaudit.text.shown import shown
from citeaudit.writers.html.pages import page_of_sections
from citeaudit.writers.html.sections import Section, section_of

PASTED = "pasted text"
"""The name that a text without a file goes by."""
MOST_ARTICLES = 200
"""Articles that one page can be read with; the command line takes any number."""
SUFFIX = re.compile(r"(?:\.[A-Za-z0-9]{1,10})?(?:\.(?:gz|bz2|zst))?$", re.IGNORECASE | re.ASCII)
"""What of a file's name tells its format; nothing else of it reaches the disk."""

FORMAT_OPTION = re.compile(r"give (?:a text file, or the format with --input-format|--input-format, one of .*)")
"""The remedy of the command line that the form has too."""


class RefusedError(CiteauditError):
    """An upload that no page can be made of."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent: its bytes, the name of its file, and what was said about it."""

    data: bytes
    name: str = PASTED
    publisher: str | None = None
    input_format: str | None = None


def page_of_upload(upload: Upload, config: Config, limits: Limits) -> bytes:
    """
    Return the report page of *upload*.

    :raises RefusedError: if nothing in it can be audited, with the reason of the first.
    :raises CiteauditError: if its settings cannot be meant.
    """
    name = shown(PurePosixPath(upload.name.replace("\\", "/")).name) or PASTED
    suffix = SUFFIX.search(upload.name)
    with tempfile.TemporaryDirectory(prefix="citeaudit-") as folder:
        place = Path(folder, f"upload{suffix[0] if suffix else ''}")
        place.write_bytes(upload.data)
        answers = list(_answers(place, name, upload, config, limits))
    troubles = [answer.trouble for answer in answers if answer.trouble is not None]
    if len(troubles) == len(answers):
        raise RefusedError(_in_words(troubles[0]) if troubles else f"{name} holds no article")
    return "".join(page_of_sections(filter(None, map(_section, answers)), home="/")).encode()


def _answers(place: Path, name: str, upload: Upload, config: Config, limits: Limits) -> Iterator[Answer[Section]]:
    publisher = upload.publisher or config.publisher
    settings = ReadSettings(input_format=upload.input_format, publisher=publisher, fields={}, exclude=(), limits=limits)
    job: Job[Section] = Job(settings, config, limits, section_of, {str(place): name})
    crew: Crew[Draw, Answer[Section]] = Crew(job, job.lost, 1, limits.patience)
    count = 0
    try:
        for answers in crew.run(draw_all(cut_pieces([place], settings))):
            yield from answers
            count += len(answers)
            if count > MOST_ARTICLES:
                message = f"{name} holds more than {MOST_ARTICLES} articles, too many for one page; use the command: citeaudit report FILE"
                raise RefusedError(message)
    finally:
        crew.dismiss()


def _section(answer: Answer[Section]) -> Section | None:
    return answer.body or (section_of(answer.trouble) if answer.trouble else None)


def _in_words(trouble: Skipped | InputProblem) -> str:
    if isinstance(trouble, InputProblem):
        told = FORMAT_OPTION.sub("choose its format below", str(trouble))
        return f"{told} (an option of the command: citeaudit report FILE)" if " --" in told else told
    if trouble.reason == "language":
        return f"{trouble.id} seems to be in another language ({trouble.detail}); citeaudit reads English only"
    return f"{trouble.id} was skipped ({trouble.reason}: {trouble.detail})"
