"""The command `zelador import`: spreadsheets of the agency become the contacts, companies, homes and contracts of the books."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.copy import Copy
from bot.importing.columns import SHEETS
from bot.importing.loading import Fault, FaultError, Faults, File, OnRead, OvertakenError, Totals, check, load
from bot.importing.loading import opened as opened_files
from bot.programs.app import catalogue, clock, database_url, in_words, opened, run
from bot.programs.usage import USAGE, refuse
from bot.settings import load as load_settings
from storage.entries import Moment


def run_import(files: Sequence[Path], *, template: bool, dry_run: bool, valid_only: bool, database: Path | None) -> None:
    if template:
        _write_templates()
    elif files:
        _import(files, dry_run=dry_run, valid_only=valid_only, database=database)
    else:
        refuse("Falta dizer quais planilhas importar. Veja: zelador import --help", USAGE)


def _write_templates() -> None:
    """Writes a template of each spreadsheet into the current folder, never over a file."""
    if taken := [sheet.file for sheet in SHEETS if Path(sheet.file).exists()]:
        refuse(f"{taken[0]} já existe, e um modelo nunca é gravado por cima de outro arquivo. Rode o comando em outra pasta.")
    for sheet in SHEETS:
        Path(sheet.file).write_bytes(sheet.template())
        print(f"{sheet.file}")
        for column in sheet.columns:
            print(f"  {column.name:<14}  {'* ' if column.required else '  '}{column.about}")
    print("Colunas com * são obrigatórias. Os códigos são os do seu sistema. Antes de importar, apague as linhas de exemplo.")


def _import(paths: Sequence[Path], *, dry_run: bool, valid_only: bool, database: Path | None) -> None:
    with in_words():
        settings = load_settings()
        if database is None and settings.database_url is None:
            refuse("Falta dizer em qual banco gravar: em ZELADOR_DATABASE_URL, ou um arquivo com --database.", USAGE)
        words, url = catalogue(settings), database_url(settings, database)
        files = _heads(paths, words)
        moment = Moment(clock(), ZoneInfo(settings.timezone))
        try:
            done = run(_imported(url, files, moment, dry_run=dry_run, valid_only=valid_only))
        except OvertakenError as error:
            refuse(f"{told(error.fault, words)}\nIsto mudou durante a importação: rode de novo; o que já foi gravado não se repete.")
        except FaultError as error:
            refuse(told(error.fault, words))
    if done is None:
        refuse("Interrompido. Rode o mesmo comando de novo: o que já foi gravado não se repete.")
    _report(*done, words, dry_run=dry_run, valid_only=valid_only)


async def _imported(url: str, files: Sequence[File], moment: Moment, *, dry_run: bool, valid_only: bool) -> tuple[Faults, Totals]:
    """What is wrong; and what was done with the rest, or would be. Raises `FaultError`."""
    async with opened(url) as database:
        with _progress("Conferindo", files) as on_read:
            faults, totals = await check(database, files, moment, on_read, valid_only=valid_only)
        if not dry_run and (valid_only or not faults.count):
            with _progress("Gravando", files) as on_read:
                totals = await load(database, files, moment, on_read, faults)
    return faults, totals


def _report(faults: Faults, totals: Totals, words: Copy, *, dry_run: bool, valid_only: bool) -> None:
    """Ends the program with `REFUSED` when something is to be corrected."""
    if not valid_only:
        _stop_at(faults, words)
    for noun, total in totals.items():
        counts = {effect: str(total[effect]) for effect in ("new", "changed", "same")}
        print(words.say("import-total", {"noun": words.say(f"import-noun.{noun}"), **counts}))
    print(words.say("import-done.checked" if dry_run else "import-done.written"), flush=True)
    _stop_at(faults, words, left_out=not dry_run)


def _heads(paths: Sequence[Path], words: Copy) -> list[File]:
    """The files, once each of their heads can be used."""
    faults = Faults()
    files = opened_files(paths, faults)
    _stop_at(faults, words)
    for file in files:
        if file.head.unused:
            print(words.say("import-unused", {"file": str(file.path), "columns": ", ".join(file.head.unused)}), file=sys.stderr)
    return files


@contextmanager
def _progress(label: str, files: Sequence[File]) -> Iterator[OnRead]:
    """A bar on a terminal, nothing elsewhere."""
    size = sum(file.path.stat().st_size for file in files)
    with click.progressbar(length=size, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield bar.update


def _stop_at(faults: Faults, words: Copy, *, left_out: bool = False) -> None:
    """Ends the program when something is wrong, with a line for each place."""
    if not faults.count:
        return
    for fault in sorted(faults.told, key=attrgetter("path", "line")):
        print(told(fault, words), file=sys.stderr)
    if faults.count > len(faults.told):
        print(words.say("import-first", {"told": str(len(faults.told))}), file=sys.stderr)
    refuse(words.say("import-refused.left-out" if left_out else "import-refused.all", {"count": str(faults.count)}))


def told(fault: Fault, words: Copy) -> str:
    """The place and one sentence that says what to do; the value itself is not repeated."""
    place = {"file": str(fault.path), "line": str(fault.line), "column": fault.title}
    return f"{words.say('import-place.column' if fault.title else 'import-place.line', place)}: {_sentence(fault, words)}"


def _sentence(fault: Fault, words: Copy) -> str:
    values = {name: str(value) for name, value in fault.details.items()}
    own = fault.words.replace("error-", "import-error.", 1)
    if own != fault.words and not words.has(own):
        own = "import-meant" if "suggestion" in values else fault.words
    return words.say(own, values)
