"""Libraries that write to a path alone: a stream goes in, the path of a file comes out whose bytes go to the stream at the end."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def spooled(stream: BinaryIO) -> Iterator[Path]:
    """Give the path of a file to write, in a temporary folder (``TMPDIR``), and copy it to *stream* when all is well."""
    with tempfile.TemporaryDirectory(prefix="citeaudit-") as folder:
        path = Path(folder, "spooled")
        yield path
        with path.open("rb") as written:
            shutil.copyfileobj(written, stream)
