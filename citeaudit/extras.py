"""Optional libraries: a module's name goes in, the module or an error that says what to install comes out.

Loaded by name at the moment of need, so that ``import citeaudit`` stays light and a missing extra costs only those who
ask for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from citeaudit.errors import MissingExtraError


def load_extra(module: str, *, extra: str) -> Any:
    """
    Return the optional *module*, which the extra *extra* of citeaudit installs.

    :raises MissingExtraError: if it is not installed, with the command that installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        message = f"needs the library {package}, which is not installed ({error}); in the checkout of citeaudit: pip install '.[{extra}]'"
        raise MissingExtraError(message) from error
