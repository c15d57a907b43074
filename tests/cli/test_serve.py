"""``citeaudit serve`` as a browser and as a hostile page on the network meet it."""

from __future__ import annotations

import gzip
import re
import signal
import socket
import subprocess
import sys
import tempfile
from functools import partialmethod
from pathlib import Path

import anyio
import docx
import httpx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from faults.containers import record
from pyarrow import feather

import citeaudit
from citeaudit import Config
from citeaudit.cli.main import main
from citeaudit.cli.serving import door, uploads
from citeaudit.cli.serving.app import make_app
from citeaudit.limits import Limits

HARBOUR = Path(__file__).parents[2] / "docs" / "examples" / "harbour.txt"
TEXT = HARBOUR.read_text(encoding="utf-8")
SPANISH = "El puerto cerrará dos muelles hasta marzo, dijo la autoridad portuaria el martes en una nota de prensa. " * 4
OURS = "http://127.0.0.1:8642"
CLAIM = re.compile(r'<a class="claim (\w+)')
ERROR = re.compile(r'role="alert".*?<bdi>(.*?)</bdi>', re.DOTALL)


class Browser:
    """What stands before an app in this process, and asks it as HTTP does."""

    def __init__(self, app):
        self.app = app

    def ask(self, method, path, **given):
        """Return the answer to one request."""

        async def asked():
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=OURS) as client:
                return await client.request(method, path, **given)

        return anyio.run(asked)

    get = partialmethod(ask, "GET")
    post = partialmethod(ask, "POST")


@pytest.fixture(scope="module")
def client():
    """Return a browser that stands before the app."""
    return Browser(make_app(Config(), Limits(), port=8642))


def token_of(client):
    """Return the token that the form carries."""
    return re.search(r'name="token" value="([^"]+)"', client.get("/").text)[1]


def send(client, *, file=None, headers=None, **fields):
    """Send the form as it was filled in."""
    given = {"token": token_of(client), "text": "", "publisher": "", "format": "", **fields}
    # A browser sends the field of a file that nobody chose, with an empty name.
    return client.post("/report", data=given, files={"file": file or ("", b"")}, headers={"origin": OURS, **(headers or {})})


def statuses_of(paths, **settings):
    """Return the statuses that the command line gives."""
    return [claim.status.value for report in citeaudit.audit_many(citeaudit.read(paths, **settings)) for claim in report.claims]


def test_a_pasted_text_is_read_as_on_the_command_line(client):
    """The report page has the statuses of ``citeaudit report``, whatever line ends the browser sends, and leads back to the form."""
    page = send(client, text=TEXT.replace("\n", "\r\n"))

    assert page.status_code == 200
    assert CLAIM.findall(page.text) == statuses_of(HARBOUR)
    assert '<a href="/">' in page.text
    assert "pasted text" in page.text


def test_a_dropped_file_is_read_and_gone(client, tmp_path, monkeypatch):
    """A Word file gives the statuses of the command line under its own name; nothing of it is left on the disk."""
    path = tmp_path / "harbour.docx"
    write(path, "docx")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    page = send(client, file=("C:\\desk\\harbour.docx", path.read_bytes()))

    assert CLAIM.findall(page.text) == statuses_of(path)
    assert "<bdi>harbour.docx</bdi>" in page.text
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({}, 400, "paste a text, or choose a file"),
        ({"text": " \n "}, 400, "paste a text, or choose a file"),
        ({"text": "Rain fell.", "file": ("a.txt", b"Rain fell.")}, 400, "leave one of them out"),
        ({"text": "Rain fell.", "token": "guessed"}, 403, "once more"),
        ({"text": SPANISH}, 422, "reads English only"),
        ({"file": ("a.docx", b"no package")}, 422, "a.docx: "),
        ({"file": ("a", b"Rain fell.")}, 422, "choose its format below"),
        ({"file": ("a.txt", b"\0\1\2")}, 422, "is binary, not text"),
        ({"file": ("a.txt", b"")}, 422, "a.txt"),
        ({"file": ("a.jsonl", b'{"id": 1}')}, 422, "(an option of the command"),
        ({"file": ("<img src=x>\u202e.jsonl", b"{")}, 422, "&lt;img src=x&gt;�.jsonl:1: the line is not JSON"),
        ({"file": ("../../etc/passwd", b"x")}, 422, "passwd: has no suffix"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(client, given, status, words):
    """It stands on the form, escaped, and what was pasted is not lost."""
    page = send(client, **given)
    (told,) = ERROR.findall(page.text)

    assert page.status_code == status
    assert words in told
    assert "\n" not in told
    assert "--input-format" not in told
    assert given.get("text", "").strip() in page.text


def test_a_text_of_tags_stays_a_text(client):
    """What is pasted into the form comes back in it as it was, and is never markup."""
    text = "</textarea><script>alert(1)</script>\n\n  end"
    page = send(client, text=text, file=("a.txt", b"Rain fell."))

    assert "<script" not in page.text
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n\n  end</textarea>" in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "evil.example:8642"},
        {"host": "127.0.0.1"},
        {"host": "127.0.0.1:8643"},
        {"host": "127.0.0.1:8642.evil.example"},
        {"host": ""},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", "/report", "/else"])
def test_a_foreign_name_for_this_computer_is_refused(client, headers, path):
    """A name that somebody made lead to 127.0.0.1 reads nothing, the token least of all."""
    answer = client.get(path, headers=headers)

    assert answer.status_code == 403
    assert "token" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8643"},
        {"origin": "https://127.0.0.1:8642"},
        {"origin": "http://localhost:8642"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
def test_what_another_page_sends_is_refused(client, headers):
    """Even with the right token: what is sent must come from the page under the name that is asked for."""
    assert send(client, text="Rain fell.", headers=headers).status_code == 403


def test_a_post_without_origin_is_refused(client):
    """Every browser says where a form comes from."""
    assert client.post("/report", data={"token": token_of(client), "text": "Rain fell."}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/report", "/no", "/static/../../etc/passwd"])
def test_every_answer_is_kept_nowhere_and_fetches_nothing(client, path):
    """Whatever is answered may not be cached, framed, sniffed or run a script."""
    headers = client.get(path).headers

    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_the_form_asks_for_nothing(client):
    """No address of another place stands on the start page, and no script."""
    page = client.get("/").text

    assert not re.search(r"https?://|<script|@import|url\(", page)


def test_too_much_is_refused_in_one_line(monkeypatch):
    """Bytes are counted as they come, so that a length that was not told or was told wrongly changes nothing."""
    monkeypatch.setattr(door, "MOST_BYTES", 1000)
    small = Browser(make_app(Config(), Limits(), port=8642))
    answer = send(small, file=("a.txt", b"x" * 5000))

    assert answer.status_code == 413
    assert len(answer.text.splitlines()) == 1


def test_more_articles_than_a_page_holds_are_refused(client, monkeypatch):
    """The line says which command takes them all."""
    monkeypatch.setattr(uploads, "MOST_ARTICLES", 1)
    page = send(client, file=("a.txt.jsonl", b'{"text": "Rain fell."}\n' * 3))

    assert "more than 1 articles" in ERROR.findall(page.text)[0]


def test_what_nobody_foresaw_is_one_line(client, monkeypatch):
    """A bug answers with a line, not with a traceback."""
    monkeypatch.setattr("citeaudit.cli.serving.app.page_of_upload", lambda *_: 1 / 0)
    page = send(client, text="Rain fell.")

    assert page.status_code == 500
    assert page.text == "citeaudit: ZeroDivisionError: division by zero; a bug: please report it\n"


def test_a_taken_port_is_one_line(capsys, tmp_path, monkeypatch):
    """It says which, and how to choose another; arguments that cannot be meant are refused like everywhere."""
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["serve", "--port", str(taken.getsockname()[1])]) == 2
    told = capsys.readouterr().err
    assert "give another port" in told
    assert len(told.splitlines()) == 1


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Return the address of a real server, which a signal ends with exit code 0."""
    command = [sys.executable, "-m", "citeaudit", "serve", "--port", "0", "--isolated"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path_factory.mktemp("cwd")
    ) as server:
        yield server.stdout.readline().split("/ ")[0]
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=60)
    assert (server.returncode, told) == (0, "")


@pytest.mark.heavy
@pytest.mark.parametrize(
    "kind", ["txt", "docx", "md", "html", "jsonl", "jsonl.gz", "json", "csv", "tsv", "parquet", "arrow", "warc", "warc.gz"]
)
def test_every_format_over_http(address, tmp_path, kind):
    """A file of any format that is read gives the statuses of the command line."""
    path = tmp_path / f"harbour.{kind}"
    write(path, kind)
    with httpx.Client(base_url=address) as client:
        given = {"token": token_of(client)}
        page = client.post(
            "/report", data=given, files={"file": (path.name, path.read_bytes())}, headers={"origin": address}, timeout=120
        )

    assert CLAIM.findall(page.text) == statuses_of(path)
    assert len(CLAIM.findall(page.text)) >= 5


def page_of(text):
    """Return a page with *text* in its paragraphs."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return f"<html><body><article>{paragraphs}</article></body></html>"


def write_document(path):
    """Write the article of the README as a Word file."""
    document = docx.Document()
    for line in TEXT.split("\n\n"):
        document.add_paragraph(line)
    document.save(path)


def write_archive(path, *, is_packed):
    """Write the article of the README, at two addresses, as an archive of the web."""
    records = [record(page_of(TEXT).encode(), number=number) for number in range(2)]
    path.write_bytes(b"".join(map(gzip.compress, records) if is_packed else records))


def write(path, kind):
    """Write the article of the README in the format *kind*."""
    table = pa.table({"id": ["a", "b"], "text": [TEXT, TEXT]})
    match kind:
        case "txt" | "md":
            path.write_text(TEXT, encoding="utf-8")
        case "docx":
            write_document(path)
        case "html":
            path.write_text(page_of(TEXT), encoding="utf-8")
        case "parquet":
            pq.write_table(table, path)
        case "arrow":
            feather.write_feather(table, path)
        case "warc" | "warc.gz":
            write_archive(path, is_packed=kind == "warc.gz")
        case "csv" | "tsv":
            table.to_pandas().to_csv(path, index=False, sep="," if kind == "csv" else "\t")
        case "json":
            table.to_pandas().to_json(path, orient="records")
        case "jsonl.gz":
            table.to_pandas().to_json(path, orient="records", lines=True, compression="gzip")
        case _:
            table.to_pandas().to_json(path, orient="records", lines=True)


@pytest.mark.heavy
def test_only_this_computer_reaches_it(address):
    """The server listens on 127.0.0.1 and on no other address of the machine."""
    port = int(address.rpartition(":")[2])
    told = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    ours = {row[1].split(":")[0] for row in told if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}

    assert ours == {"0100007F"}


@pytest.mark.heavy
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_sends_a_word_file_and_sees_its_report(browser, address, tmp_path, width, scheme):
    """With JavaScript switched off: the report of the file comes, another article can be given, no other address is asked."""
    path = tmp_path / "harbour.docx"
    write(path, "docx")
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "java_script_enabled": False}
    with browser.new_context(**settings) as context:
        page, asked = context.new_page(), []
        page.set_default_timeout(120_000)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/")
        page.set_input_files("#file", path)
        page.get_by_role("button", name="Show who stands behind it").click()
        page.wait_for_url(f"{address}/report")
        found = [claim.get_attribute("class").split()[1] for claim in page.locator("a.claim").all()]
        page.get_by_role("link", name="Another article").click()
        page.get_by_label("The article").fill(TEXT)
        page.get_by_role("button", name="Show who stands behind it").click()
        page.wait_for_url(f"{address}/report")
        pasted = page.locator("a.claim").count()

    assert found == statuses_of(path)
    assert pasted == len(statuses_of(HARBOUR))
    assert {url for url in asked if not url.startswith("data:")} == {f"{address}/", f"{address}/report"}


@pytest.mark.heavy
@pytest.mark.parametrize("width", [360, 390, 1280, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_form(browser, violations, address, width, scheme):
    """axe-core finds nothing to complain of, empty and with an error; nothing is wider than the window."""
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{address}/")
        for state in ("empty", "error"):
            assert violations(page) == [], state
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state
            page.get_by_role("button", name="Show who stands behind it").click()
            page.get_by_role("alert").wait_for()
