"""
Who may ask, and how much: requests go in, those of this computer's own pages go on to the app, all others are refused in one line.

A page on the network can make a browser send requests to 127.0.0.1. So the name that is asked for must be ours (a foreign name that
leads here is refused), what is sent must come from our own page, and no answer may be framed, kept or read by another site.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MIB = 1024 * 1024
MOST_BYTES = 32 * MIB
"""Of one request."""
MOST_READ = 1024 * MIB
"""Bytes that are read and thrown away, so that the browser shows why too large an upload was refused."""

HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""What every answer says: it is kept nowhere, runs no script, fetches nothing, and stands in no frame."""


class TooLarge(BaseException):  # nothing between here and the app may answer for it
    """A request of more bytes than are taken."""


class Door:
    """What stands before the *app* that is served at *port*."""

    def __init__(self, app: App, port: int) -> None:
        self._app, self._most = app, MOST_BYTES
        names = ("127.0.0.1", "localhost")
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or refuse it."""
        if scope["type"] != "http":
            return

        async def answer(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                added = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *added]}
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            await _say(answer, 403, refusal)
            return
        taken, is_more = 0, True

        async def metered() -> MutableMapping[str, Any]:
            nonlocal taken, is_more
            message = await receive()
            taken += len(message.get("body", b""))
            is_more = bool(message.get("more_body"))
            if taken > self._most:
                raise TooLarge
            return message

        try:
            # The app answers what nobody foresaw with one line, and raises it once more for a log that is not kept.
            with suppress(Exception):
                await self._app(scope, metered, answer)
        except TooLarge:
            if is_more:
                await _read_on(receive, taken)
            await _say(answer, 413, f"more than {self._most // MIB} MiB were sent; use the command: citeaudit report FILE")

    def _refusal(self, scope: Scope) -> str:
        host = _header(scope, b"host")
        if host not in self._hosts:
            return "this page answers to the name 127.0.0.1 alone; open the address that citeaudit serve has told"
        if scope["method"] in {"GET", "HEAD"}:
            return ""
        if _header(scope, b"origin") != f"http://{host}" or _header(scope, b"sec-fetch-site") not in {None, "same-origin"}:
            return "what is sent must come from this page itself; open it anew"
        return ""


def _header(scope: Scope, name: bytes) -> str | None:
    """Return the header called *name*; one that is given twice is none that can be trusted."""
    found = [value for key, value in scope["headers"] if key.lower() == name]
    if not found:
        return None
    return str(found[0].decode("latin-1")) if len(found) == 1 else ""


async def _read_on(receive: Receive, taken: int) -> None:
    while taken < MOST_READ:
        message = await receive()
        taken += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return


async def _say(send: Send, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"citeaudit: {words}\n".encode()})
