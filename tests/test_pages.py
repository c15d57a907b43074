"""The pages are true: every path, command, option, default, extra and name of a rule that a page tells is there, and nothing is promised that is not published."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from citeaudit import Config
from citeaudit.cli.parsers import COMMANDS, Parser
from citeaudit.rules import RULES
from citeaudit.rules.pages import page_of

ROOT = Path(__file__).parents[1]
MARKDOWN = [
    path
    for path in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "citeaudit").rglob("*.md")))
    if "examples" not in path.parts and path.name != "CHANGELOG.md"
]
YAML = [ROOT / "action.yml", ROOT / ".pre-commit-hooks.yaml", ROOT / ".pre-commit-config.yaml"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]

SPAN = re.compile(r"(?<!`)`([^`\n]+(?:\n[^`\n]+)?)`(?!`)")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"\.?[\w-][\w.-]*(?:/[\w.-]+)*/?")
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)(#[^)\s]*)?\)")
OURS = ("citeaudit", "docs", "tests", ".ci")
"""Folders of the checkout: a path that begins with one of them, or with a room of the package, is one of ours."""
PUBLISHED = re.compile(
    r"(?:pip install|uv add|uv pip install|uvx|pipx run|pipx install)[^\n`|&;#]*?[\s'\"](?:citeaudit)(?![\w./-])"
    r"|pypi\.org/project/citeaudit|github\.com/citeaudit|uses: citeaudit/"
)
SCHEMA = re.compile(r"citeaudit/\w+/\d+")
"""The name of a shape of JSON, which looks like a path."""
PLACEHOLDERS = {"N": "1", "S": "1", "SHARE": "0.5"}


def name_of(path):
    """Return the name of a page for a test's id."""
    return str(path.relative_to(ROOT))


@cache
def text_of(path):
    """Return what a page says."""
    return path.read_text(encoding="utf-8")


@cache
def spans(path):
    """Return the code in the lines of a page, and in the rules' pages what is code there."""
    return tuple(" ".join(found.split()) for found in SPAN.findall(BLOCK.sub("", text_of(path))))


@cache
def parsers():
    """Return the parser of each command."""
    whole = Parser(prog="citeaudit")
    commands = whole.add_subparsers(dest="command")
    for command in COMMANDS:
        command.add_parser(commands)
    return whole, commands.choices


@cache
def options():
    """Return the options of all commands, and those of the project's own tests and scripts."""
    ours = {option for parser in parsers()[1].values() for option in options_of(parser)}
    sources = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "citeaudit").rglob("*.py")]
    return ours | {option for path in sources for option in re.findall(r'"(--[a-z][a-z-]+)"', text_of(path))}


def options_of(parser):
    """Return the options of a command and of what it has below it (`outlets find`)."""
    found = set()
    for action in parser._actions:  # noqa: SLF001
        found |= set(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            found |= {option for below in action.choices.values() for option in options_of(below)}
    return found


def command_lines(path):
    """Return the lines that call our program: those of the blocks (indented ones, too), and those in the running text."""
    text = text_of(path)
    blocks = [*(body for kind, body in BLOCK.findall(text) if kind in {"console", "yaml", ""})]
    indented = re.findall(r"^ {4}(citeaudit .*)$", BLOCK.sub("", text), re.MULTILINE)
    for line in [*"\n".join(blocks).replace("\\\n", " ").splitlines(), *indented]:
        call = re.search(r"(?:^\s*(?:\$|-)?\s*|[|&;]\s*|bin/)(citeaudit\s.*)$", line)
        if call and not line.lstrip().startswith("#"):
            yield call[1], True
    for span in spans(path):
        if span.startswith("citeaudit "):
            yield span, False


def arguments_of(line):
    """Return the words of a command line up to where the shell goes on."""
    words = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    words.whitespace_split, words.commenters = True, "#"
    found = []
    for word in words:
        if word in {"|", "&&", ";", ">", ">>", "<", "2>"}:
            break
        found.append(PLACEHOLDERS.get(word, word))
    return found[1:]


@pytest.mark.parametrize("page", [*MARKDOWN, *YAML], ids=name_of)
def test_paths_are_there(page):
    """Every path of ours that a page names exists, a module or a table by its last name too."""
    rooms = {path.name for path in (ROOT / "citeaudit").iterdir() if path.is_dir() and path.name != "__pycache__"}
    words = [*spans(page), *re.findall(r"\S+/\S+", text_of(page))]
    missing = []
    for word in words:
        bare = word.strip("`'\"(),;:").removesuffix(".")
        if not PATH.fullmatch(bare) or SCHEMA.fullmatch(bare):
            continue
        first = bare.split("/")[0]
        is_module = "/" not in bare and bare.endswith(".py") and word in spans(page)
        if "/" in bare and (first in OURS or (first in rooms and word in spans(page))):
            places = [ROOT / bare, ROOT / "citeaudit" / bare, page.parent / bare]
            missing += [] if any(place.exists() for place in places) else [bare]
        elif is_module and not any(True for folder in ("citeaudit", "tests", "docs") for _ in (ROOT / folder).rglob(bare)):
            missing.append(bare)

    assert not missing


@pytest.mark.parametrize("page", MARKDOWN, ids=name_of)
def test_links_lead_somewhere(page):
    """Every link to a page or a heading of ours leads there."""
    for target, anchor in LINK.findall(BLOCK.sub("", text_of(page))):
        place = (page.parent / target).resolve() if target else page
        assert place.exists(), target
        if anchor and place.suffix == ".md":
            headings = re.findall(r"^#+ (.*)$", text_of(place), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor[1:] in slugs, f"{target}{anchor}"


@pytest.mark.parametrize("page", [*MARKDOWN, *YAML], ids=name_of)
def test_commands_are_taken(page):
    """Every command line of ours is one: the command and its options exist, and one in a block is taken as a whole."""
    whole, commands = parsers()
    for line, is_example in command_lines(page):
        arguments = arguments_of(line)
        if arguments and arguments[0] in commands:
            before = arguments[: arguments.index("--")] if "--" in arguments else arguments
            unknown = {word.partition("=")[0] for word in before if word.startswith("--")} - options_of(commands[arguments[0]])
            assert not unknown, line
        if is_example or not arguments:
            try:
                whole.parse_args(arguments)
            except SystemExit as end:
                assert not end.code, line  # noqa: PT017 - argparse ends so
        else:
            assert arguments[0] in commands or arguments[0].startswith("--"), line


@pytest.mark.parametrize("page", MARKDOWN, ids=name_of)
def test_options_exist(page):
    """Every option that stands by itself in a line is one of our commands, tests or scripts."""
    named = {match[1] for span in spans(page) if (match := re.match(r"(--[a-z][a-z-]+)", span))}

    assert named <= options() | {"--filter"}  # git's


@pytest.mark.parametrize("command", sorted(parsers()[1]))
def test_help_tells_the_real_defaults(command):
    """What the help calls the default of an option is what holds without it."""
    for action in parsers()[1][command]._actions:  # noqa: SLF001
        told = re.search(r"\(default: ([\w.-]+)[);]", action.help or "")
        if told and action.default not in {None, argparse.SUPPRESS} and "%" not in told[0]:
            number = action.default if not isinstance(action.default, float) else f"{action.default:g}"
            assert told[1] == str(number), action.option_strings


def test_pages_tell_the_real_defaults():
    """The table of settings and the rules' pages tell the values that hold without them."""
    table = text_of(ROOT / "docs" / "ci.md").partition("| key | default |")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.count("|") > 3]
    config, looked = Config(), 0
    for keys, values, *_ in rows:
        names = re.findall(r"`([\w-]+)`", keys)
        literals = [cell.strip(" `") for cell in values.split(",")]
        for name, literal in zip(names, literals, strict=False):
            if re.fullmatch(r"[\d.]+|true|false|error|warning|note", literal):
                value = getattr(config, name.replace("-", "_"))
                assert literal == (str(value).lower() if isinstance(value, bool) else str(value)), name
                looked += 1
    assert looked >= 5

    for rule in RULES:
        for name, literal in re.findall(r"`([\w-]+)`[^.`\n]*?\(default:? `?([\w.]+)`?\)", page_of(rule)):
            assert str(getattr(config, name.replace("-", "_"))) == literal, (rule.code, name)


EVERYWHERE = [*MARKDOWN, *YAML, *sorted((ROOT / "citeaudit").rglob("*.py"))]


def test_extras_exist():
    """Every extra that a page, a hook or a message names is one."""
    for path in EVERYWHERE:
        for names in re.findall(r"(?:\bciteaudit|['\"\s]\.)\[([a-z,]+)\]", text_of(path)):
            assert set(names.split(",")) <= set(EXTRAS), path


def test_nothing_is_promised_that_is_not_published():
    """Until there is a release, everything that installs says "from a checkout"."""
    for path in [*EVERYWHERE, ROOT / ".ci" / "run"]:
        found = PUBLISHED.search(text_of(path))
        assert not found, f"{path}: {found}"


def test_requirements_in_pages_are_ours():
    """A version that a page asks of a package is the one that pyproject.toml asks."""
    asked = dict(re.match(r"([\w-]+)(?:\[[\w,]+\])?(>=[\w.]+)?", line).groups() for lines in EXTRAS.values() for line in lines)
    for path in MARKDOWN:
        for name, version in re.findall(r"'([\w-]+)(>=[\d.]+)'", text_of(path)):
            assert asked.get(name) == version, path


@pytest.mark.parametrize("page", MARKDOWN, ids=name_of)
def test_rules_exist(page):
    """Every code of a rule or a family is one."""
    codes = {rule.code for rule in RULES}
    named = set(re.findall(r"\bCA\d{3}\b", text_of(page)))

    assert named <= codes


@pytest.mark.parametrize("page", MARKDOWN, ids=name_of)
def test_names_of_python_exist(page):
    """Every dotted name of ours leads to a module or to something in one."""
    for span in spans(page):
        dotted = re.match(r"citeaudit(?:\.\w+)+(?=\(|$)", span)
        if not dotted or dotted[0] == "citeaudit.toml":
            continue
        parts = dotted[0].split(".")
        module, count = import_module("citeaudit"), 1
        while (
            count < len(parts)
            and (ROOT / "citeaudit" / "/".join(parts[1 : count + 1])).with_suffix(".py").exists()
            | (ROOT / "citeaudit" / "/".join(parts[1 : count + 1])).is_dir()
        ):
            count += 1
            module = import_module(".".join(parts[:count]))
        found = module
        for name in parts[count:]:
            found = getattr(found, name)


def test_tasks_and_hooks_exist():
    """Every task of poe that a page names is one, and the paths of pre-commit's local hooks are there."""
    tasks = set(PROJECT["tool"]["poe"]["tasks"])
    for path in MARKDOWN:
        assert set(re.findall(r"\bpoe (\w+)", text_of(path))) <= tasks, path
    for hook in yaml.safe_load(text_of(ROOT / ".pre-commit-config.yaml"))["repos"][0]["hooks"]:
        assert all((ROOT / word).exists() for word in hook["entry"].split() if "/" in word), hook


@pytest.mark.parametrize("folder", sorted({path.parent for path in (ROOT / "citeaudit").rglob("*.tsv")}), ids=name_of)
def test_tables_are_described(folder):
    """A folder of several tables has a page that names each of them, with the columns of its first line."""
    tables = sorted(folder.glob("*.tsv"))
    if len(tables) < 2:
        return
    page = text_of(folder / "README.md")

    assert [table.name for table in tables if f"`{table.name}`" not in page] == []
