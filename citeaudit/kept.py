"""What takes long to make and is always the same: a name and what it is made of go in, what was made once comes out again.

It is kept beside Python's own bytecode, in the same folders and under the same settings (``PYTHONPYCACHEPREFIX``,
``PYTHONDONTWRITEBYTECODE``): who can write there can already have Python run what he likes. A file that is missing, of other
sources, of another version or damaged is as good as none: what it held is made again.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any
from zlib import crc32

SUFFIX = ".kept"
HOME = Path(__file__).parent


def recall(name: str, made_of: bytes) -> Any:
    """Return what was kept by this *name*; None if nothing is there that was made of just that."""
    with suppress(OSError, ValueError, EOFError, TypeError, NotImplementedError):
        content = memoryview(_place(name).read_bytes())
        start = len(_mark(made_of, b""))
        body = content[start:]
        if content[:start] == _mark(made_of, body):
            with _nothing_collected():
                return marshal.loads(body)  # noqa: S302 - as safe as the bytecode beside it
    return None


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Have Python look for no garbage meanwhile: among thousands of values that all stay, the search took longer than to make them."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


def keep(name: str, made_of: bytes, value: Any) -> None:
    """Keep *value*, of plain types only, by this *name*, where bytecode may be written."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError, ValueError, NotImplementedError):
        body = marshal.dumps(value)
        place = _place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        try:
            draft.write_bytes(_mark(made_of, body) + body)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)


def _mark(made_of: bytes, body: bytes | memoryview) -> bytes:
    """Return what stands before *body* in a file: the version of bytecode, what it was made of, and a sum that tells damage."""
    return b"%b%b%b" % (MAGIC_NUMBER, made_of, crc32(body).to_bytes(4, "big"))


def _place(name: str) -> Path:
    """Return where Python would keep the bytecode of a module of this *name*, with a suffix of our own."""
    return Path(cache_from_source(str(HOME / f"{name}.py"))).with_suffix(SUFFIX)
