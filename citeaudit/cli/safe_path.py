"""Where processes look for Python's modules: never in the folder where the program runs, which may be a stranger's checkout."""

from __future__ import annotations

import os


def hide_working_folder() -> None:
    """
    Let no process that is started from here look for modules in the working folder.

    A process that is started afresh and not forked begins with ``python -c``, which looks there first: a ``multiprocessing.py``
    beside the articles would be run.
    """
    os.environ.setdefault("PYTHONSAFEPATH", "1")
