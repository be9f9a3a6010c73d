"""The papers say what is true: what they name exists, and the talk that they show can be had."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.cli import zelador
from bot.settings import TESTS, known
from tests import chats
from zelador import NEWEST_PYTHON, OLDEST_PYTHON

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.pt-BR.md")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
INDEX = ROOT / "docs" / "decisions" / "README.md"
PAPERS = sorted((*READMES, ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")))
DEPENDENCIES = next(page for page in DECISIONS if page.stem.endswith("-dependencies"))

SECTIONS = ["Context", "Decision", "Consequences", "Alternatives", "How it is enforced"]
REFRESH = "after a look at what changed: .venv/bin/python -m tests.test_papers"
PAGE_LINES = 80  # of a decision; more is no page
NOT_IMPORTED = {"asyncpg": "postgresql+asyncpg", "httptools": "httptools", "tzdata": "zoneinfo"}  # package → what in the code needs it
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FOLDERS = r"(?:bot|core|storage|tests|docs|\.ci)/[\w./*-]*"
_FILE = re.compile(rf"{_FOLDERS}|pyproject\.toml|requirements[\w*-]*\.lock|[\w-]+\.(?:py|md)|\.env\.example")
_NAME = re.compile(r"(?<![\w/.-])_?[A-Za-z]+(?:_[A-Za-z]+)+(?![\w/.-])")
_COMMAND = re.compile(r"\bzelador(?:\.py)?((?: +(?!#)[^\s`|]+)*)")
_SETTING = re.compile(r"ZELADOR_[A-Z_]*[A-Z]")
_MEASURED = re.compile(r"^\.venv/bin/python - <<'END'\n(.*?)^END$", re.DOTALL | re.MULTILINE)
_CHANGING = re.compile(r"\d{4}-\d{6}-\d|\d\d/\d\d/\d{4}|até [\w/]+, \d+h(?:\d\d)?|\d{1,2}h\d\d|a partir de [\w/]+, \d+h(?:\d\d)?|em breve")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    """A paper without its fenced blocks."""
    return _FENCE.sub("", text_of(path))


def rows(path: Path) -> Iterator[list[str]]:
    """Cells of every table row, without heads and rulers."""
    for line in prose(path).splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and "`" in cells[0]:
            yield cells


def code_words(text: str) -> list[str]:
    return _CODE.findall(text)


def sources() -> str:
    return "\n".join(text_of(file) for room in ("bot", "core", "storage") for file in sorted((ROOT / room).rglob("*.py")))


# ── files and links ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_file_that_is_named_exists(paper: Path) -> None:
    """`NAME` and `NNNN` stand for what the reader chooses."""
    files = [word for word in code_words(prose(paper)) if _FILE.fullmatch(word) and not re.search("NAME|NNNN", word)]
    assert [file for file in files if not any(ROOT.glob(file.rstrip("/")))] == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_no_link_is_dead(paper: Path) -> None:
    def is_dead(target: str) -> bool:
        file, _, heading = target.partition("#")
        there = paper.parent / file if file else paper
        return not there.exists() or bool(heading and heading not in headings(there))

    links = [link for link in _LINK.findall(prose(paper)) if not link.startswith(("http://", "https://"))]
    assert [link for link in links if is_dead(link)] == []


def headings(path: Path) -> set[str]:
    """As links name them: small letters, hyphens for spaces, no signs."""
    found = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_every_paper_can_be_reached_from_a_readme(readme: Path) -> None:
    links = {(readme.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(prose(readme)) if "://" not in link}
    assert links & {ROOT / "docs" / "architecture.md", *READMES}
    if readme.name == "README.md":
        loose = {page for page in PAPERS if page.parent in (ROOT, ROOT / "docs")} - links - {readme}
        assert not loose


@pytest.mark.parametrize("paper", [*DECISIONS, ROOT / "docs" / "architecture.md"], ids=named)
def test_every_name_of_the_code_is_in_the_code(paper: Path) -> None:
    """What has an underscore is a name; it may also stand in a block of the same paper."""
    code = sources() + "".join(text_of(file) for file in (ROOT / "tests").rglob("*.py")) + text_of(ROOT / "pyproject.toml")
    code += "".join(body for _, body in _FENCE.findall(text_of(paper)))
    names = {name for word in code_words(prose(paper)) for name in _NAME.findall(word)}
    assert sorted(name for name in names if not re.search(rf"(?<!\w){name}(?!\w)", code)) == []


def test_the_papers_are_of_this_version() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    newest = re.search(r"^## (\S+)", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert newest[1] == project["version"]
    oldest, latest = (f"{major}.{minor}" for major, minor in (OLDEST_PYTHON, NEWEST_PYTHON))
    assert project["requires-python"].startswith(f">={oldest},")
    assert all(re.search(rf"Python\b.*{oldest} .*{latest}\b", text_of(readme)) for readme in READMES)


# ── commands and settings ────────────────────────────────────────────────────


def commands(paper: Path) -> Iterator[list[str]]:
    """The words after each `zelador` in code, in a line or a block for the shell."""
    blocks = [body for kind, body in _FENCE.findall(text_of(paper)) if kind == "sh"]
    for code in (*code_words(prose(paper)), *blocks):
        yield from (words.split() for words in _COMMAND.findall(code))


def options(command: click.Command) -> set[str]:
    return {name for each in command.get_params(click.Context(command)) for name in each.opts}


def wrong_in(words: list[str]) -> str | None:
    """What of a command line does not exist."""
    command: click.Command = zelador
    valued: set[str] = set()
    for before, word in pairwise(["", *words]):
        if before in valued:
            continue  # what follows such an option is its value
        if command.context_settings.get("ignore_unknown_options"):
            return None  # all words belong to the tool that is started
        if word.startswith("--"):
            if word not in options(command):
                return word
            valued = {name for each in command.params if isinstance(each, click.Option) and not each.is_flag for name in each.opts}
        elif isinstance(command, click.Group) and re.fullmatch(r"[a-z]+", word):
            if word not in command.commands:
                return word
            command = command.commands[word]
    return None


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_command_and_option_exists(paper: Path) -> None:
    assert [(words, wrong) for words in commands(paper) if (wrong := wrong_in(words))] == []


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_every_option_named_alone_exists(readme: Path) -> None:
    """Of some command, or of the tests."""
    named_alone = {word.split()[0] for word in code_words(prose(readme)) if word.startswith("--")}
    tests = text_of(ROOT / "tests" / "conftest.py") + text_of(ROOT / "bot" / "programs" / "development.py")
    known_options = options(zelador).union(*(options(each) for each in every_command(zelador)))
    assert [word for word in named_alone - known_options if f'"{word}"' not in tests] == []


def every_command(group: click.Group) -> Iterator[click.Command]:
    for command in group.commands.values():
        yield command
        if isinstance(command, click.Group):
            yield from every_command(command)


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_every_command_of_the_help_is_in_the_table(readme: Path) -> None:
    told = {words[0] for cells in rows(readme) for words in [line.split() for line in _COMMAND.findall(cells[0])] if words}
    shown = {name for name, command in zelador.commands.items() if not command.hidden}
    assert shown <= told


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_setting_exists(paper: Path) -> None:
    names = {each.name for each in known()}
    used = {name for name in _SETTING.findall(text_of(paper)) if not name.startswith(TESTS.rstrip("_"))}
    assert used - names == set()


# ── decisions ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", DECISIONS, ids=named)
def test_a_decision_is_one_page_with_all_its_parts(page: Path) -> None:
    text = text_of(page)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS
    assert text.startswith(f"# {page.stem[:4]} ")
    assert len(prose(page).splitlines()) <= PAGE_LINES


def index_of(pages: Iterable[Path]) -> str:
    """The rows of the index, from the pages' own titles."""
    return "".join(f"| [{page.stem[:4]}]({page.name}) | {text_of(page).splitlines()[0][7:]} |\n" for page in pages)


def test_the_index_lists_every_decision_with_its_title() -> None:
    assert text_of(INDEX).endswith(f"|---|---|\n{index_of(DECISIONS)}"), REFRESH
    numbers = [page.stem[:4] for page in DECISIONS]
    assert len(set(numbers)) == len(numbers), "a number stands for two pages"


def test_every_decision_that_the_code_names_is_there() -> None:
    named_in_code = set(re.findall(r"\bdecision (\d{4})\b", sources()))
    assert named_in_code <= {page.stem[:4] for page in DECISIONS}


def measurements() -> Iterator[tuple[str, str]]:
    for page in DECISIONS:
        yield from ((page.stem, program) for _, body in _FENCE.findall(text_of(page)) for program in _MEASURED.findall(body))


@pytest.mark.parametrize("program", [each for _, each in measurements()], ids=[page for page, _ in measurements()])
def test_a_measurement_can_be_repeated(program: str) -> None:
    done = subprocess.run([sys.executable, "-"], input=program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "µs" in done.stdout, done.stderr


# ── dependencies and words ───────────────────────────────────────────────────


def explained() -> list[str]:
    return [code_words(cells[0])[0] for cells in rows(DEPENDENCIES)]


def test_the_page_of_dependencies_lists_what_an_installation_gets() -> None:
    declared = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]["dependencies"]
    assert sorted(canonicalize_name(name) for name in explained()) == sorted(canonicalize_name(Requirement(each).name) for each in declared)


@pytest.mark.parametrize("package", explained())
def test_every_dependency_is_used(package: str) -> None:
    if package in NOT_IMPORTED:
        assert NOT_IMPORTED[package] in sources()
        return
    name = canonicalize_name(package)
    modules = [module for module, packages in packages_distributions().items() if name in map(canonicalize_name, packages)]
    imported = "|".join(map(re.escape, {*modules, package}))
    found = re.search(rf"^\s*(?:from|import) (?:{imported})\b", sources(), re.MULTILINE)
    assert found


def binding_words() -> Iterator[str]:
    """The first column of the glossary, less what is fixed for later."""
    text = text_of(ROOT / "docs" / "glossary.md").partition("\n## Fixed, not in the code yet")[0]
    for line in text.splitlines():
        if line.startswith("| `"):
            yield from code_words(line.split("|")[1])


def test_the_words_of_the_glossary_are_those_of_the_code() -> None:
    code = sources()
    assert len(list(binding_words())) > 50
    assert [word for word in binding_words() if not re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![a-z])", code)] == []


def test_no_word_has_two_meanings() -> None:
    words = list(binding_words())
    assert sorted({word for word in words if words.count(word) > 1}) == []


# ── the talk that the readmes show ───────────────────────────────────────────


def comparable(text: str) -> str:
    """Words in a row, without what changes from day to day."""
    return _CHANGING.sub("~", " ".join(text.split()))


def run_zelador(*words: str, folder: Path, lines: str = "") -> str:
    done = chats.zelador(folder, *words, said=lines, COLUMNS="90")
    assert done.returncode == 0, done.stderr
    return done.stdout


def refreshed(readme: Path, folder: Path) -> str:
    """The paper with the talk as it goes today, and the queue that it leaves; `folder` is empty."""
    before = text_of(readme)
    talk = next(body for kind, body in _FENCE.findall(before) if kind == "text")
    lines = "".join(f"{line}\n" for line in re.findall(r"^você (.+)$", talk, re.MULTILINE))
    today = iter((run_zelador("chat", folder=folder, lines=lines), run_zelador("queue", folder=folder)))
    return _FENCE.sub(lambda block: f"```text\n{next(today)}```" if block[1] == "text" else block[0], before)


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_the_talk_can_be_had_and_leaves_the_queue_that_is_shown(readme: Path, tmp_path: Path) -> None:
    today, shown = comparable(refreshed(readme, tmp_path)), comparable(text_of(readme))
    assert today == shown, REFRESH


def main() -> None:
    """Puts today's talk into the readmes, and every page into the index of decisions."""
    head, ruler, _ = text_of(INDEX).partition("|---|---|\n")
    INDEX.write_text(head + ruler + index_of(DECISIONS), encoding="utf-8", newline="\n")
    for readme in READMES:
        with TemporaryDirectory() as folder:
            readme.write_text(refreshed(readme, Path(folder)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
