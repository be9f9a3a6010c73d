"""The commands. What a command needs is imported when it runs, so that each starts fast."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bot.usage import Group, refuse, run

PERSONAS = ("tenant", "owner", "company", "unknown", "reporter")  # their data: bot/demo.py

_DATABASE = click.option(
    "--database",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="ARQUIVO",
    help="Arquivo SQLite a usar, em vez do banco das configurações.",
)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Escreve JSON, para programas.")


@click.group(cls=Group, invoke_without_command=True)
@click.option("--version", is_flag=True, help="Mostra a versão.")
@click.pass_context
def zelador(ctx: click.Context, *, version: bool) -> None:
    """Zelador: recebe pedidos de manutenção de imóveis alugados por conversa.

    Sem comando, abre uma conversa de demonstração aqui no terminal, como `zelador chat`. Nada do que é dito ali é real nem sai
    deste computador.

    As configurações vêm de variáveis ZELADOR_… e do arquivo .env; o .env.example explica cada uma.
    """
    if version:
        _print_version()
    elif ctx.invoked_subcommand is None:
        ctx.invoke(chat)


def _print_version() -> None:
    from bot.version import version

    click.echo(f"zelador {version()}")


@zelador.command(short_help="Conversa com a assistente aqui no terminal.")
@click.option(
    "--as", "persona", type=click.Choice(PERSONAS), default="tenant", metavar="PESSOA", help="Quem conversa, como acima (padrão: tenant)."
)
@click.option("--number", metavar="+55…", help="Celular que o canal garante ser de quem conversa; sozinho, é de alguém desconhecido.")
@click.option("--new", is_flag=True, help="Começa outra conversa; os chamados da anterior ficam na fila.")
@click.option(
    "--record", type=click.Path(dir_okay=False, path_type=Path), metavar="ARQUIVO", help="Grava um teste de conversa (com --new)."
)
@click.option("--trace", is_flag=True, help="Mostra, a cada vez, a pergunta aberta, o que foi lido e a regra que respondeu.")
@_AS_JSON
@_DATABASE
def chat(**options: Any) -> None:
    """Conversa com a assistente aqui no terminal.

    O terminal é um canal como os outros: mesma entrada, mesma saída e os limites de um celular. As pessoas são inventadas:

    \b
      tenant    inquilino conhecido, um imóvel
      owner     proprietária conhecida, muitos imóveis
      company   quem fala por uma empresa conhecida, sem e-mail
      unknown   pessoa desconhecida; o canal não diz o número
      reporter  porteiro ou vizinho; ninguém conhece o número

    Responda às opções com o número, o rótulo ou com as suas palavras. Dentro da conversa, /ajuda mostra como enviar foto, áudio
    e outros tipos de mensagem, e /sair encerra. Ao sair (ou com Ctrl-C), a conversa fica guardada e continua na próxima vez.

    Com --json, cada linha da entrada é uma mensagem, e cada mensagem da assistente é um objeto por linha: text, options (rótulos),
    words (nome do texto) e step (pergunta aberta, ou null); depois de cada linha respondida vem {"turn": n}.

    \b
    Exemplos:
      zelador chat
      zelador chat --as owner --new
      zelador chat --number "+55 11 98765-4321"
      echo "a pia está vazando" | zelador chat --as unknown --json
    """
    from bot.chatting import run_chat

    run_chat(**options)


@zelador.group(
    cls=Group,
    default="show",
    invoke_without_command=True,
    subcommand_metavar="[PROTOCOLO | approve PROTOCOLO]",
    short_help="Mostra a fila, um chamado dela, ou o aprova.",
)
@_AS_JSON
@_DATABASE
@click.pass_context
def queue(ctx: click.Context, *, as_json: bool, database: Path | None) -> None:
    """Mostra a fila: os chamados que esperam por uma pessoa, os mais urgentes primeiro.

    Com um protocolo (ou o número do chamado, como 12 ou '#12'), mostra esse chamado por inteiro: respostas, quem as deu,
    documentos e a conversa. Use aspas em '#12', ou o terminal o toma por comentário.

    Com --json, escreve uma lista de chamados com todos os campos.

    \b
    Exemplos:
      zelador queue
      zelador queue 2026-000012-7
      zelador queue approve 2026-000012-7
    """
    ctx.obj = {"as_json": as_json, "database": database}
    if ctx.invoked_subcommand is None:
        from bot.reviewing import run_queue

        run_queue(as_json=as_json, database=database)


@queue.command(hidden=True)
@click.argument("ticket", metavar="PROTOCOLO")
@_AS_JSON
@_DATABASE
@click.pass_obj
def show(obj: dict[str, Any], /, ticket: str, *, as_json: bool, database: Path | None) -> None:
    """Mostra um chamado por inteiro, pelo protocolo ou pelo número (12 ou '#12')."""
    from bot.reviewing import run_ticket

    run_ticket(ticket, as_json=as_json or obj["as_json"], database=database or obj["database"])


@queue.command(short_help="Aprova um chamado da fila.")
@click.argument("ticket", metavar="PROTOCOLO")
@click.option("--contact", type=int, metavar="ID", help="Liga o chamado a este contato, em vez de cadastrar outro.")
@click.option("--home", type=int, metavar="ID", help="Liga o chamado a este imóvel; sem ele, o endereço fica como foi dito.")
@click.option("--pending", is_flag=True, help="Aprova mesmo com o cadastro incompleto; o contato não é gravado.")
@_DATABASE
@click.pass_obj
def approve(obj: dict[str, Any], /, ticket: str, database: Path | None, **given: Any) -> None:
    """Aprova um chamado: ele fica aberto, e quem pediu é cadastrado ou ligado ao contato que já existe.

    Se um dado já é de outro contato, nada muda e a resposta diz de quem é; --contact ID liga o chamado a essa pessoa. Sai com
    0 quando foi feito, com 1 quando foi recusado, e diz por quê.
    """
    from bot.reviewing import run_approval

    run_approval(ticket, given, database=database or obj["database"])


@zelador.command(short_help="Desenha a conversa em docs/conversation.md.")
@click.option("--check", "only_check", is_flag=True, help="Só confere: sai com 1 se o desenho está desatualizado.")
def diagram(*, only_check: bool) -> None:
    """Desenha a conversa em docs/conversation.md, a partir da própria máquina de estados (Mermaid)."""
    from bot import drawing

    if not only_check:
        click.echo(f"Desenho gravado em {drawing.write()}.")
    elif not drawing.is_current():
        refuse(f"{drawing.PAGE.name} está desatualizado; rode: zelador diagram")


@zelador.group(cls=Group, hidden=True)
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


@bench.command(short_help="Mede o canal do Telegram por inteiro.")
@click.option("--talks", default=200, metavar="N", help="Conversas ao mesmo tempo (padrão: 200).")
@click.option("--rounds", default=3, metavar="N", help="Quantas vezes se mede (padrão: 3).")
@click.option("--many", default=10_000, metavar="N", help="Depois de quantas conversas se olha a memória (padrão: 10000).")
def telegram(talks: int, rounds: int, many: int) -> int:
    """Mede relatos inteiros por HTTP, com um Telegram de mentira do outro lado, e confere todos. Sai com 1 se algo se perdeu."""
    from bot.development import ROOT

    if not (ROOT / "tests" / "telegram").is_dir():
        refuse("O Telegram de mentira fica com o código-fonte: rode o comando na pasta do Zelador.")
    from bot.bench.telegram import bench_telegram

    return 0 if bench_telegram(talks, rounds, many) else 1


@bench.command(short_help="Mede quanto se entende do que as pessoas escrevem.")
@click.argument("sets", nargs=-1, metavar="[CONJUNTO]…")
@click.option("--misses/--no-misses", default=True, help="Mostra ou não cada erro (padrão: mostra).")
def understanding(sets: tuple[str, ...], misses: bool) -> int:
    """Lê as frases de tests/understanding e diz o que foi entendido, cada erro e quanto demora. Sai com 1 se algo ficou abaixo da meta.

    CONJUNTO é o nome de um arquivo sem .jsonl, por exemplo times ou times.sealed; sem nenhum, todos são lidos.
    """
    from bot.bench.understanding import bench_understanding
    from bot.development import ROOT

    folder = ROOT / "tests" / "understanding"
    known = {file.stem for file in folder.glob("*.jsonl")}
    if not known or not known.issuperset(sets):
        refuse("Não encontrei essas frases." if known else "As frases ficam com o código-fonte: rode o comando na pasta do Zelador.")
    return 0 if bench_understanding(folder, sets, misses=misses) else 1


@zelador.command(short_help="Atende os clientes: Telegram, servidor web e tudo o mais.")
@_DATABASE
def serve(database: Path | None) -> None:
    """Atende os clientes pelo Telegram: recebe, responde, envia e cuida dos lembretes, até que o encerrem.

    Precisa do token do bot, em ZELADOR_TELEGRAM__TOKEN. Com ZELADOR_PUBLIC_URL o Telegram entrega as mensagens nesse endereço
    (webhook); sem ele, o programa as busca. Os dados ficam no banco das configurações, ou em zelador.sqlite3 na pasta de dados.

    O servidor web responde em /healthz (está vivo), /readyz (o que falta para atender) e /metrics (números para o Prometheus).
    O que acontece é escrito na saída de erros, sem dados de ninguém; ZELADOR_LOG_LEVEL diz quanto.
    """
    from bot.serving import run_serve

    run_serve(database)


@zelador.command(short_help="Atende um banco: ouve, responde e lembra.")
@_DATABASE
def worker(database: Path | None) -> None:
    """Atende o banco das configurações: ouve o que chegou, responde, envia e cuida dos lembretes, até que o encerrem.

    Em PostgreSQL podem rodar vários ao mesmo tempo, também em várias máquinas: cada conversa é de um só de cada vez, e o que um
    deixa ao cair os outros retomam em menos de um segundo. Um arquivo SQLite tem um só. Com o token do bot em
    ZELADOR_TELEGRAM__TOKEN, também envia; receber é do `zelador serve`. O que acontece é escrito na saída de erros.
    """
    from bot.working import run_worker

    run_worker(database)


@zelador.command(short_help="Confere se está tudo em ordem para atender.")
@_AS_JSON
@_DATABASE
def doctor(*, as_json: bool, database: Path | None) -> int:
    """Confere se está tudo em ordem para atender, e diz como resolver cada problema. Não muda nada.

    Olha as configurações, o banco, o bot e as mensagens do Telegram, o endereço público, o relógio, o disco, os avisos à equipe e
    o que foi posto de lado; com o `zelador serve` rodando ou não. Sai com 0 se não há problemas (avisos não contam), senão com 1.

    Com --json, escreve uma lista.
    """
    from bot.doctor import run_doctor

    return run_doctor(as_json=as_json, database=database)


@zelador.group(cls=Group)
def inbox() -> None:
    """Cuida da caixa de entrada: o que falhou e foi posto de lado."""


@inbox.command(name="parked", short_help="Mostra o que falhou três vezes e foi posto de lado.")
@_AS_JSON
@_DATABASE
def show_parked(*, as_json: bool, database: Path | None) -> None:
    """Mostra o que falhou três vezes e foi posto de lado, o mais antigo primeiro.

    De cada registro: o número, de onde veio, quando, o que foi escrito (se dá para ler), o chamado e o motivo. Nada disso se
    perdeu: quem escreveu recebeu um pedido de desculpas, e uma pessoa pode responder.

    Com --json, escreve uma lista.
    """
    from bot.parked import run_parked

    run_parked(as_json=as_json, database=database)


@inbox.command(short_help="Põe um registro de volta na fila da conversa.")
@click.argument("number", type=int, metavar="ID")
@_DATABASE
def retry(number: int, database: Path | None) -> None:
    """Põe de volta na fila da conversa um registro que foi posto de lado, como se nunca tivesse falhado.

    Serve depois de corrigir o que o fez falhar. Ele é lido como se chegasse agora, por quem atende o banco; se falhar de novo
    três vezes, volta para o lado. O ID é o que `zelador inbox parked` mostra.
    """
    from bot.parked import run_retry

    run_retry(number, database=database)


@zelador.group(cls=Group)
def db() -> None:
    """Cuida do banco de dados."""


@db.command()
@_DATABASE
def upgrade(database: Path | None) -> None:
    """Leva o banco à versão deste programa. Pode ser repetido; não apaga nada."""
    from bot.upgrading import run_upgrade

    run_upgrade(database)


@db.command(short_help="Grava uma cópia do banco num arquivo.")
@click.argument("file", type=click.Path(path_type=Path), metavar="ARQUIVO")
@_DATABASE
def backup(file: Path, database: Path | None) -> None:
    """Grava uma cópia do banco em ARQUIVO, também enquanto ele está em uso. Nunca escreve por cima de um arquivo.

    De um arquivo SQLite a cópia é outro arquivo SQLite, conferido; de um banco PostgreSQL é um arquivo do pg_dump (formato
    custom, para o pg_restore), que precisa estar instalado. A cópia contém dados pessoais: só o dono do arquivo pode lê-la.
    O README diz como voltar a ela.
    """
    from bot.backup import run_backup

    run_backup(file, database)


_AS_TYPED: dict[str, Any] = {"ignore_unknown_options": True, "help_option_names": []}  # all words belong to the tool that is started


@zelador.command(hidden=True, context_settings=_AS_TYPED)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def check(arguments: tuple[str, ...]) -> int:
    """Confere o código: formato, tipos, importações e pacote (para quem desenvolve o Zelador)."""
    from bot import development

    return development.check(arguments)


@zelador.command(hidden=True, context_settings=_AS_TYPED)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...]) -> int:
    """Roda os testes, com os argumentos do pytest (para quem desenvolve o Zelador)."""
    from bot import development

    return development.test(arguments)


def main() -> None:
    """Where `zelador` begins."""
    run(zelador)


if __name__ == "__main__":
    main()
