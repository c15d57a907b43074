"""What a person at a terminal meets: help with examples, colours and links where there are any, completion of commands."""

from __future__ import annotations

import argparse
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys

import pytest

import citeaudit
from citeaudit.cli import completion
from citeaudit.cli.colours import lines_to_output
from citeaudit.cli.main import main
from citeaudit.cli.parsers import make_parser
from citeaudit.writers.text import Piece, lines_to_text, report_to_lines

TEXT = 'Rain fell. "Nobody was hurt," Ana Ruiz told Reuters on Monday. The port will close, officials said.\n'
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")


def parsers(parser=None, name="citeaudit"):
    """Yield every parser with what calls it."""
    parser = parser or make_parser()
    yield name, parser
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for word, below in action.choices.items():
                yield from parsers(below, f"{name} {word}")


@pytest.mark.parametrize(("name", "parser"), [pytest.param(*found, id=found[0]) for found in parsers()])
def test_each_help_closes_with_an_example(name, parser):
    """The example is a command that is taken, of the very command whose help it is."""
    told = parser.format_help().rpartition("example")[2].splitlines()[1:]

    assert told
    for line in told:
        arguments = shlex.split(line.partition(" > ")[0])
        assert line.startswith(f"  {name} ")
        assert make_parser().parse_args(arguments[1:])


def test_no_command_shows_the_help(capsys):
    """``citeaudit`` alone shows what there is, on standard error, and is no success: nothing was checked."""
    assert main([]) == 2
    out, err = capsys.readouterr()

    assert out == ""
    assert "usage: citeaudit" in err
    assert "citeaudit serve" in err


def test_spans_are_told_apart_by_style():
    """Who speaks, by which words and what is said have styles of their own; the article's own voice has none."""
    lines = list(report_to_lines(citeaudit.audit(TEXT * 2)))
    styles = {piece.style: piece.words for line in lines for piece in line if "claim" not in piece.words}
    of = {style: [piece.words for line in lines for piece in line if piece.style == style] for style in styles}

    assert "Ana Ruiz" in of["outlet speaker"]
    assert "told" in " ".join(of["outlet cue"]).split()
    assert any("Nobody was hurt" in words for words in of["outlet"])
    assert "Rain fell." in of["plain"]


@pytest.mark.parametrize("width", [40, 55, 80, 120])
@pytest.mark.parametrize(
    "text", [TEXT, "well-known " * 30 + "x" * 200 + ", the e-mail—sent twice—said.\n", '"A\tB\u2028C  D,"\nshe   said.\n']
)
def test_styles_change_no_words(text, width):
    """The lines are those of the plain report, whatever is wrapped where."""
    lines = list(report_to_lines(citeaudit.audit(text, config=citeaudit.Config(check_language=False)), width=width))
    coloured = lines_to_output(lines, coloured=True)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == lines_to_text(lines)


def test_links_lead_to_files_that_are_there(tmp_path):
    """A path is a link where links are asked for and the file exists; its address steers no terminal, whatever its name."""
    path = tmp_path / "a b\x1b]8;;evil\x07ü.txt"
    path.write_text(TEXT, encoding="utf-8")
    lines = [
        (Piece("here", link=str(path)), Piece(" and "), Piece("gone", link=str(tmp_path / "gone"))),
        (Piece("a\0b", link="a\0b"),),
    ]
    linked = lines_to_output(lines, coloured=True, linked=True)

    assert LINK.findall(linked) == [path.as_uri(), ""]
    assert "evil\x07" not in linked
    assert LINK.findall(lines_to_output(lines, coloured=True)) == []


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("environment", "is_linked"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["plain", "NO_COLOR", "dumb"],
)
@pytest.mark.parametrize("command", ["report", "check"])
def test_a_terminal_has_links(tmp_path, environment, is_linked, command):
    """On a real terminal the path of the article leads to its file; with NO_COLOR there is no escape at all."""
    (tmp_path / "a.txt").write_text("Rain fell. The plan is reportedly late, and the port will close.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    given = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "", "FORCE_COLOR": "", **environment}
    process = subprocess.Popen([sys.executable, "-m", "citeaudit", command, "a.txt"], cwd=tmp_path, stdout=theirs, env=given)
    os.close(theirs)
    told = b""
    try:
        while data := os.read(ours, 65536):
            told += data
    except OSError:  # so Linux says that nobody writes any more
        pass
    process.wait(timeout=60)

    assert ((tmp_path / "a.txt").as_uri() in told.decode()) is is_linked
    assert (b"\x1b" in told) is is_linked or environment == {"TERM": "dumb"}


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_completion_knows_every_command_and_option(shell, capfd):
    """The script of each shell names every command and its long options."""
    assert main(["completion", shell]) == 0
    script = capfd.readouterr().out

    for name, parser in parsers():
        assert name.split()[-1] in script
        for action in parser._actions:  # noqa: SLF001
            for option in action.option_strings:
                assert option.lstrip("-") in script, (name, option)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_the_script(shell, tmp_path, capfd):
    """The shell, where there is one, finds no error in it."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    main(["completion", shell])
    (tmp_path / "script").write_text(capfd.readouterr().out, encoding="utf-8")

    assert subprocess.run([shell, "-n", tmp_path / "script"], check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["citeaudit", "co"], ["completion", "corpus"]),
        (["citeaudit", "corpus", "--form"], ["--format"]),
        (["citeaudit", "corpus", "--format", "g"], ["gexf", "graphml"]),
        (["citeaudit", "report", "a"], ["article.txt"]),
        (["citeaudit", "check", "-o", "a"], ["article.txt"]),
    ],
    ids=" ".join,
)
def test_bash_completes(words, offered, tmp_path, capfd):
    """Bash offers commands, options, their values, and files."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    main(["completion", "bash"])
    (tmp_path / "script").write_text(capfd.readouterr().out, encoding="utf-8")
    (tmp_path / "article.txt").touch()
    asked = f"""
        source ./script
        COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1}
        complete() {{ :; }}
        _shtab_citeaudit citeaudit {shlex.quote(words[-1])} {shlex.quote(words[-2])} 2> /dev/null
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert set(offered) <= {line.strip() for line in done.stdout.splitlines()}


def test_what_is_missing_is_told_with_its_remedy(monkeypatch, capsys):
    """Without the library the line says what to install."""
    monkeypatch.setitem(sys.modules, "shtab", None)

    assert main(["completion", "bash"]) == 2
    assert "pip install '.[completion]'" in capsys.readouterr().err
