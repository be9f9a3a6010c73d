"""The commands `zelador bench …`. What each needs is imported when it runs, as in `bot/cli.py`."""

from collections.abc import Callable
from typing import Any

import click

from bot.programs.usage import Group, refuse


@click.group(cls=Group, hidden=True)
def bench() -> None:
    """Mede a velocidade do programa."""


def _as_server(_ctx: click.Context, _param: click.Parameter, url: str | None) -> str | None:
    if url is not None and not url.startswith("postgresql://"):
        raise click.BadParameter("use uma URL postgresql://…")
    return url


_SERVER = click.option(
    "--database",
    "server",
    metavar="postgresql://…",
    callback=_as_server,
    help="Servidor em que se pode criar um banco, apagado no fim (padrão: um arquivo SQLite temporário).",
)


def _processes(default: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    words = f"Quantos processos atendem, em PostgreSQL: 1 ou 2 (padrão: {default})."
    return click.option("--processes", type=click.IntRange(1, 2), default=default, metavar="N", help=words)


@bench.command(short_help="Mede quanto custa cada vez da conversa.")
@click.option("--talks", default=200, metavar="N", help="Conversas ao mesmo tempo (padrão: 200).")
@click.option("--rounds", default=5, metavar="N", help="Quantas vezes se mede (padrão: 5).")
@_processes(1)
@_SERVER
def turn(talks: int, rounds: int, processes: int, server: str | None) -> None:
    """Mede quanto custa cada vez da conversa, ao lado de gravações simples do mesmo minuto."""
    from bot.bench.turn import bench_turn

    bench_turn(talks, rounds, processes, server)


@bench.command(short_help="Mede quanto demora uma resposta.")
@click.option("--rate", default=400.0, metavar="N", help="Mensagens por segundo (padrão: 400).")
@click.option("--seconds", default=20.0, metavar="N", help="Por quantos segundos (padrão: 20).")
@_processes(2)
@_SERVER
def load(rate: float, seconds: float, processes: int, server: str | None) -> None:
    """Mede quanto demora uma resposta quando as mensagens chegam em horas fixas, aconteça o que acontecer."""
    from bot.bench.load import bench_load

    bench_load(rate, seconds, processes, server)


@bench.command(short_help="Mede a memória de quem atende.")
@click.option("--talks", default=10_000, metavar="N", help="Conversas deixadas abertas (padrão: 10000).")
@_SERVER
def memory(talks: int, server: str | None) -> None:
    """Mede a memória de quem atende, com muitas conversas abertas."""
    from bot.bench.memory import bench_memory

    bench_memory(talks, server)


@bench.command(short_help="Mede se algo cresce com o tempo.")
@click.option("--minutes", default=10, metavar="N", help="Por quantos minutos (padrão: 10).")
@click.option("--rate", default=100.0, metavar="N", help="Mensagens por segundo (padrão: 100).")
@_processes(1)
@_SERVER
def steady(minutes: int, rate: float, processes: int, server: str | None) -> None:
    """Mede minuto a minuto se algo cresce enquanto as tabelas crescem."""
    from bot.bench.steady import bench_steady

    bench_steady(minutes, rate, processes, server)


@bench.command(short_help="Mata quem atende e confere que nada se perde.")
@click.option("--kills", default=1000, metavar="N", help="Quantas vezes um processo é morto (padrão: 1000).")
@click.option("--every", default=1.0, metavar="N", help="No máximo tantos segundos entre uma e outra (padrão: 1).")
@click.option("--seed", default=1, metavar="N", help="Semente do acaso (padrão: 1).")
@_SERVER
def kill(kills: int, every: float, seed: int, server: str | None) -> int:
    """Mata quem atende, em momentos ao acaso, e confere que nada se perde, se repete ou se mistura. Sai com 1 se algo deu errado."""
    from bot.bench.kill import bench_kill

    return 0 if bench_kill(kills, server, seed, every) else 1


@bench.command(short_help="Mede a busca de clientes.")
@click.option("--customers", default=1_000_000, metavar="N", help="Clientes inventados (padrão: 1000000).")
@click.option("--contracts", default=2_000_000, metavar="N", help="Contratos inventados (padrão: 2000000).")
@click.option("--rounds", default=300, metavar="N", help="Buscas de cada tipo (padrão: 300).")
@_SERVER
def search(customers: int, contracts: int, rounds: int, server: str | None) -> None:
    """Mede quanto demora achar um cliente entre muitos, e se um erro de digitação ainda o acha."""
    from bot.bench.search import bench_search

    bench_search(customers, contracts, rounds, server)


@bench.command(short_help="Mede o canal do Telegram por inteiro.")
@click.option("--talks", default=200, metavar="N", help="Conversas ao mesmo tempo (padrão: 200).")
@click.option("--rounds", default=3, metavar="N", help="Quantas vezes se mede (padrão: 3).")
@click.option("--many", default=10_000, metavar="N", help="Depois de quantas conversas se olha a memória (padrão: 10000).")
def telegram(talks: int, rounds: int, many: int) -> int:
    """Mede relatos inteiros por HTTP, com um Telegram de mentira do outro lado, e confere todos. Sai com 1 se algo se perdeu."""
    from bot.programs.development import ROOT

    if not (ROOT / "tests" / "telegram").is_dir():
        refuse("O Telegram de mentira fica com o código-fonte: rode o comando na pasta do Zelador.")
    from bot.bench.telegram import bench_telegram

    return 0 if bench_telegram(talks, rounds, many) else 1


@bench.command(short_help="Mede o canal do WhatsApp por inteiro.")
@click.option("--talks", default=200, metavar="N", help="Conversas ao mesmo tempo (padrão: 200).")
@click.option("--rounds", default=3, metavar="N", help="Quantas vezes se mede (padrão: 3).")
@click.option("--many", default=10_000, metavar="N", help="Depois de quantas conversas se olha a memória (padrão: 10000).")
def whatsapp(talks: int, rounds: int, many: int) -> int:
    """Mede relatos inteiros por HTTP, com um pouco de Meta do outro lado, e confere todos. Sai com 1 se algo se perdeu."""
    from bot.bench.whatsapp import bench_whatsapp

    return 0 if bench_whatsapp(talks, rounds, many) else 1


@bench.command(short_help="Mede quanto se entende do que as pessoas escrevem.")
@click.argument("sets", nargs=-1, metavar="[CONJUNTO]…")
@click.option("--misses/--no-misses", default=True, help="Mostra ou não cada erro (padrão: mostra).")
def understanding(sets: tuple[str, ...], misses: bool) -> int:
    """Lê as frases de tests/understanding e diz o que foi entendido, cada erro e quanto demora. Sai com 1 se algo ficou abaixo da meta.

    CONJUNTO é o nome de um arquivo sem .jsonl, por exemplo times ou times.sealed; sem nenhum, todos são lidos.
    """
    from bot.bench.understanding import bench_understanding
    from bot.programs.development import ROOT

    folder = ROOT / "tests" / "understanding"
    known = {file.stem for file in folder.glob("*.jsonl")}
    if not known or not known.issuperset(sets):
        refuse("Não encontrei essas frases." if known else "As frases ficam com o código-fonte: rode o comando na pasta do Zelador.")
    return 0 if bench_understanding(folder, sets, misses=misses) else 1
