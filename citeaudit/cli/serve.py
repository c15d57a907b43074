"""``citeaudit serve``: a page of this computer alone, on which a text is pasted or a file dropped, and its report is seen."""

from __future__ import annotations

import argparse
import socket
import sys
import webbrowser
from contextlib import suppress
from typing import Any

from citeaudit.cli.inputs import add_verbose
from citeaudit.cli.limiting import add_limit_options, limits_of
from citeaudit.cli.settings import add_settings_options, config_of
from citeaudit.cli.signals import Stopped
from citeaudit.errors import ConfigError
from citeaudit.extras import load_extra

HOST = "127.0.0.1"
"""Nobody else's computer reaches it, and there is no option to change that."""
PORT = 8642
DESCRIPTION = """\
Open a page on this computer (127.0.0.1, and nowhere else): paste a text or drop a file of any format, and see who stands behind
each claim. Nothing is sent anywhere, and nothing is kept. Needs the extra citeaudit[serve]. Ctrl-C ends it.
"""


def add_parser(commands: Any) -> None:
    """Add ``serve`` to *commands*."""
    parser = commands.add_parser(
        "serve",
        help="open a page on this computer to paste a text or drop a file on",
        description=DESCRIPTION,
        examples=("citeaudit serve --open",),
    )
    parser.add_argument(
        "--port", type=_port, default=PORT, metavar="N", help=f"where on 127.0.0.1; 0 for any that is free (default: {PORT})"
    )
    parser.add_argument("--open", action="store_true", help="open the page in the browser")
    add_settings_options(parser)
    add_limit_options(parser)
    add_verbose(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """
    Serve until somebody ends it.

    :raises ConfigError: if the port is taken.
    """
    # The app asks for libraries that no other command needs.
    from citeaudit.cli.serving.app import make_app  # noqa: PLC0415

    uvicorn = load_extra("uvicorn", extra="serve")
    config, limits = config_of(chosen), limits_of(chosen)
    try:
        listening = socket.create_server((HOST, chosen.port))
    except OSError as error:
        message = (
            f"{HOST}:{chosen.port}: cannot be opened ({error.strerror}); give another port, as in --port {PORT + 1}, or 0 for any"
        )
        raise ConfigError(message) from error
    with listening:
        port = listening.getsockname()[1]
        settings = uvicorn.Config(
            make_app(config, limits, port=port),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=32,
            timeout_graceful_shutdown=2,
        )
        sys.stdout.write(f"http://{HOST}:{port}/ is open, to this computer alone; Ctrl-C ends it\n")
        sys.stdout.flush()
        if chosen.open:
            webbrowser.open(f"http://{HOST}:{port}/")
        # uvicorn has tidied up by then and hands the signal on: that is how a server ends.
        with suppress(Stopped):
            uvicorn.Server(settings).run(sockets=[listening])
    return 0


def _port(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) > 65_535:
        message = f"give a number from 0 to 65535, not {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)
