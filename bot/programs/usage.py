"""The command line in Portuguese: headings, usage errors, and a group that knows its default command."""

import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

DONE, REFUSED, USAGE = 0, 1, 2  # exit codes

_HELP = "Mostra esta ajuda."

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Escreve JSON, para programas.")


def refuse(reason: str, code: int = REFUSED) -> NoReturn:
    """Ends the program with one sentence on standard error."""
    click.echo(reason, err=True)
    sys.exit(code)


class Command(click.Command):
    """A command whose help is in Portuguese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Uso: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [piece.replace("[OPTIONS]", "[OPÇÕES]") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        if rows := [record for each in options if (record := each.get_help_record(ctx)) is not None]:
            with formatter.section("Opções"):
                formatter.write_dl(rows)


class Group(Command, click.Group):
    """A group of such commands. `default` is the command that a first word that names none is given to."""

    command_class = Command

    def __init__(self, *args: Any, default: str | None = None, **settings: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "COMANDO …", **settings})
        self.default = default

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            if self.default is None or args[0].startswith("-"):
                raise click.UsageError(f"Não conheço o comando {args[0]}.", ctx)
            args = [self.default, *args]
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, each.get_short_help_str(formatter.width)) for name, each in self.commands.items() if not each.hidden]
        with formatter.section("Comandos"):
            formatter.write_dl(rows)


Group.group_class = Group


def run(main: click.Command, argv: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line; what was typed wrong is said in Portuguese."""
    _speak_utf8()
    try:
        code = main.main(argv, prog_name="zelador", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "zelador"
        refuse(f"{_wrong(error)} Veja: {command} --help", USAGE)
    except click.ClickException as error:
        refuse(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        refuse("Interrompido.")
    except BrokenPipeError:  # whoever read has gone (`zelador queue | head`): nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(REFUSED)
    sys.exit(code if isinstance(code, int) else DONE)


def _speak_utf8() -> None:
    """Files and programs are given UTF-8 wherever this runs; a terminal keeps its own, and shows what it lacks as a question mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" Quis dizer {error.possibilities[0]}?" if error.possibilities else ""
        return f"Não conheço a opção {error.option_name}.{near}"
    if isinstance(error, click.BadOptionUsage):
        return f"A opção {error.option_name} precisa de um valor."
    if isinstance(error, click.MissingParameter):
        return f"Falta dizer {_named(error)}."
    if isinstance(error, click.BadParameter):
        return f"O valor de {_named(error)} não serve: {_reason(error)}"
    return error.format_message()


def _named(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
    return " / ".join(hint) if not isinstance(hint, str) else hint.replace("'", "")


def _reason(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"use {', '.join(kind.choices[:-1])} ou {kind.choices[-1]}."
    if isinstance(kind, click.types.IntParamType):
        return "use um número inteiro."
    if isinstance(kind, click.Path):
        return "não é um arquivo que se possa ler."
    return f"{error.message}"
