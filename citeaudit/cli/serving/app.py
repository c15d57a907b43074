"""
The two pages that are served: the form, and the report of what was sent with it.

Nothing is kept between requests but a token that is new each time the server starts: a form that lacks it was not filled in here.
"""

from __future__ import annotations

import hmac
import secrets
from functools import cache, partial
from typing import Any

from citeaudit.cli.serving.door import App, Door
from citeaudit.cli.serving.uploads import RefusedError, Upload, page_of_upload
from citeaudit.config import Config
from citeaudit.errors import CiteauditError, unforeseen
from citeaudit.extras import load_extra
from citeaudit.limits import Limits
from citeaudit.model.reports import Status
from citeaudit.readers import FORMATS
from citeaudit.text.shown import shown
from citeaudit.writers.html.sections import style
from citeaudit.writers.html.standing import MEANINGS

EMPTY = {"text": "", "publisher": "", "format": ""}
"""What the form holds before anybody fills it in."""
NOT_UPLOADED = "reports"
"""The format that holds no articles to audit."""


def make_app(config: Config, limits: Limits, *, port: int) -> App:
    """
    Return the app, behind its door.

    :raises MissingExtraError: if a library of the extra is not installed.
    """
    for module in ("jinja2", "python_multipart", "starlette", "anyio"):
        load_extra(module, extra="serve")
    applications, routing = load_extra("starlette.applications", extra="serve"), load_extra("starlette.routing", extra="serve")
    pages = _Pages(config, limits)
    routes = [
        routing.Route("/", pages.form, methods=["GET"]),
        routing.Route("/report", pages.report, methods=["POST"]),
        routing.Route("/report", pages.form, methods=["GET"]),  # whoever reloads the address of a report begins anew
    ]
    return Door(
        applications.Starlette(routes=routes, exception_handlers={404: _nothing_here, 405: _nothing_here, Exception: _failed}),
        port,
    )


class _Pages:
    """What answers requests."""

    def __init__(self, config: Config, limits: Limits) -> None:
        self._config, self._limits = config, limits
        self._token = secrets.token_urlsafe(32)
        # One audit at a time: the page is for one person, and a core is left for the rest of the computer.
        self._turn = load_extra("anyio", extra="serve").Semaphore(1)

    async def form(self, _request: Any) -> Any:
        """Answer with the empty form."""
        return self._form()

    async def report(self, request: Any) -> Any:
        """Audit what was sent and answer with its report, or with the form and what is wrong."""
        try:
            async with request.form(max_files=1, max_fields=8, max_part_size=self._limits.max_bytes) as form:
                given = {name: value for name, value in form.items() if isinstance(value, str)}
                sent = form.get("file")
                name = "" if isinstance(sent, str) or sent is None else sent.filename or ""
                data = b"" if isinstance(sent, str) or sent is None else await sent.read()
        except load_extra("starlette.exceptions", extra="serve").HTTPException as error:
            return self._form(f"the form cannot be read ({error.detail})", status=400)
        if not hmac.compare_digest(given.get("token", "").encode(), self._token.encode()):
            return self._form("this page is of an earlier start of citeaudit serve; please send it once more", given, status=403)
        return await self._audited(given, name, data)

    async def _audited(self, given: dict[str, str], name: str, data: bytes) -> Any:
        # A form sends line ends as CR LF, whatever was pasted.
        text = given.get("text", "").replace("\r\n", "\n")
        publisher = given.get("publisher", "").strip() or None
        if text.strip() and name:
            return self._form("a text and a file were given; leave one of them out", given, status=400)
        if name:
            upload = Upload(data, name, publisher=publisher, input_format=_format(given))
        elif text.strip():
            upload = Upload(text.encode("utf-8", "replace"), publisher=publisher, input_format="text")
        else:
            return self._form("paste a text, or choose a file", given, status=400)
        try:
            async with self._turn:
                make = partial(page_of_upload, upload, self._config, self._limits)
                page = await load_extra("anyio.to_thread", extra="serve").run_sync(make)
        except RefusedError as error:
            return self._form(str(error), given, status=422)
        except CiteauditError as error:
            return self._form(str(error), given, status=400)
        return _html(page)

    def _form(self, error: str = "", given: dict[str, str] | None = None, *, status: int = 200) -> Any:
        page = _template().render(
            style=load_extra("markupsafe", extra="serve").Markup(style()),
            token=self._token,
            error=shown(error),
            given={**EMPTY, **(given or {})},
            formats=[name for name in FORMATS if name != NOT_UPLOADED],
            statuses=[(status.value, MEANINGS[status]) for status in Status],
        )
        return _html(page.encode("utf-8", "replace"), status)


def _format(given: dict[str, str]) -> str | None:
    return given["format"] if given.get("format") in FORMATS and given["format"] != NOT_UPLOADED else None


async def _failed(_request: Any, error: Exception) -> Any:
    response = load_extra("starlette.responses", extra="serve").PlainTextResponse
    return response(f"citeaudit: {shown('; '.join(unforeseen(error)))}\n", status_code=500)


async def _nothing_here(_request: Any, error: Any) -> Any:
    response = load_extra("starlette.responses", extra="serve").PlainTextResponse
    return response("citeaudit: nothing is here; the page is at /\n", status_code=error.status_code)


def _html(page: bytes, status: int = 200) -> Any:
    return load_extra("starlette.responses", extra="serve").HTMLResponse(page, status_code=status)


@cache
def _template() -> Any:
    jinja2 = load_extra("jinja2", extra="serve")
    loader = jinja2.PackageLoader("citeaudit.cli.serving")
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, undefined=jinja2.StrictUndefined).get_template(
        "start.html.j2"
    )
