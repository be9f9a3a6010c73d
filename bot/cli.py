"""The commands. What a command needs is imported when it runs, so that each starts fast."""

from pathlib import Path
from typing import Any

import click

from bot.bench.commands import bench
from bot.programs.usage import AS_JSON, Group, refuse, run
from bot.programs.whatsapp_commands import whatsapp

ROLES = ("agent", "supervisor", "admin")  # core.permissions.Role, without loading it
PERSONAS = ("tenant", "owner", "company", "unknown", "reporter", "agent", "supervisor")  # their data: bot/programs/demo.py
PHONES = ("whatsapp", "telegram")  # what they take: bot/programs/app.py
FILTERS = ("alta", "sla", "rascunhos")  # of the queue; what they are: bot/programs/queue.py

_DATABASE = click.option(
    "--database",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="ARQUIVO",
    help="Arquivo SQLite a usar, em vez do banco das configurações.",
)


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
    from bot.programs.version import version

    click.echo(f"zelador {version()}")


@zelador.command(short_help="Conversa com a assistente aqui no terminal.")
@click.option(
    "--as", "persona", type=click.Choice(PERSONAS), default="tenant", metavar="PESSOA", help="Quem conversa, como acima (padrão: tenant)."
)
@click.option("--number", metavar="+55…", help="Celular que o canal garante ser de quem conversa; sozinho, é de alguém desconhecido.")
@click.option(
    "--channel", type=click.Choice(PHONES), metavar="CANAL", help="Celular de quem conversa: whatsapp ou telegram, com os limites dele."
)
@click.option("--new", is_flag=True, help="Começa outra conversa; os chamados da anterior ficam na fila.")
@click.option(
    "--record", type=click.Path(dir_okay=False, path_type=Path), metavar="ARQUIVO", help="Grava um teste de conversa (com --new)."
)
@click.option("--trace", is_flag=True, help="Mostra, a cada vez, a pergunta aberta, o que foi lido e a regra que respondeu.")
@AS_JSON
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

    \b
      agent       Bia, que atende os clientes
      supervisor  Ana, que também supervisiona

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
    from bot.programs.chatting import run_chat

    run_chat(**options)


@zelador.group(
    cls=Group,
    default="show",
    invoke_without_command=True,
    subcommand_metavar="[PROTOCOLO | approve PROTOCOLO]",
    short_help="Mostra a fila, um chamado dela, ou o aprova.",
)
@click.option("--filter", "only", type=click.Choice(FILTERS), metavar="QUAIS", help="Só uma parte da fila, como acima.")
@AS_JSON
@_DATABASE
@click.pass_context
def queue(ctx: click.Context, *, only: str | None, as_json: bool, database: Path | None) -> None:
    """Mostra a fila: os chamados que esperam por uma pessoa, os mais urgentes primeiro.

    Com um protocolo (ou o número do chamado, como 12 ou '#12'), mostra esse chamado por inteiro: respostas, quem as deu,
    documentos e a conversa. Use aspas em '#12', ou o terminal o toma por comentário.

    Cada chamado mostra o prazo da primeira resposta ou da solução (ZELADOR_SLA__…), contado no horário de atendimento. --filter
    mostra só:

    \b
      alta       os de prioridade alta, com os de perigo
      sla        os de prazo vencido ou quase
      rascunhos  os que o cliente não terminou

    Com --json, escreve uma lista de chamados com todos os campos.

    \b
    Exemplos:
      zelador queue
      zelador queue --filter sla
      zelador queue 2026-000012-7
      zelador queue approve 2026-000012-7
    """
    ctx.obj = {"as_json": as_json, "database": database}
    if ctx.invoked_subcommand is None:
        from bot.programs.reviewing import run_queue

        run_queue(as_json=as_json, only=only, database=database)


@queue.command(hidden=True)
@click.argument("ticket", metavar="PROTOCOLO")
@AS_JSON
@_DATABASE
@click.pass_obj
def show(obj: dict[str, Any], /, ticket: str, *, as_json: bool, database: Path | None) -> None:
    """Mostra um chamado por inteiro, pelo protocolo ou pelo número (12 ou '#12')."""
    from bot.programs.reviewing import run_ticket

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
    from bot.programs.reviewing import run_approval

    run_approval(ticket, given, database=database or obj["database"])


@zelador.command(short_help="Desenha a conversa em docs/conversation.md.")
@click.option("--check", "only_check", is_flag=True, help="Só confere: sai com 1 se o desenho está desatualizado.")
def diagram(*, only_check: bool) -> None:
    """Desenha a conversa em docs/conversation.md, a partir da própria máquina de estados (Mermaid)."""
    from bot.programs import drawing

    if not only_check:
        click.echo(f"Desenho gravado em {drawing.write()}.")
    elif not drawing.is_current():
        refuse(f"{drawing.PAGE.name} está desatualizado; rode: zelador diagram")


@zelador.command(short_help="Atende os clientes: Telegram, WhatsApp, servidor web e tudo o mais.")
@_DATABASE
def serve(database: Path | None) -> None:
    """Atende os clientes pelo Telegram, pelo WhatsApp ou pelos dois: recebe, responde, envia e lembra, até que o encerrem.

    Precisa do token de um deles, em ZELADOR_TELEGRAM__TOKEN ou ZELADOR_WHATSAPP__TOKEN. Com ZELADOR_PUBLIC_URL o Telegram entrega as
    mensagens nesse endereço (webhook); sem ele, o programa as busca. O WhatsApp só as entrega: precisa do endereço. Os dados ficam no
    banco das configurações, ou em zelador.sqlite3 na pasta de dados.

    O servidor web responde em /healthz (está vivo), /readyz (o que falta para atender) e /metrics (números para o Prometheus).
    O que acontece é escrito na saída de erros, sem dados de ninguém; ZELADOR_LOG_LEVEL diz quanto.
    """
    from bot.programs.serving import run_serve

    run_serve(database)


@zelador.command(short_help="Atende um banco: ouve, responde e lembra.")
@_DATABASE
def worker(database: Path | None) -> None:
    """Atende o banco das configurações: ouve o que chegou, responde, envia e cuida dos lembretes, até que o encerrem.

    Em PostgreSQL podem rodar vários ao mesmo tempo, também em várias máquinas: cada conversa é de um só de cada vez, e o que um
    deixa ao cair os outros retomam em menos de um segundo. Um arquivo SQLite tem um só. Com o token do Telegram ou do WhatsApp,
    também envia; receber é do `zelador serve`. O que acontece é escrito na saída de erros.
    """
    from bot.programs.working import run_worker

    run_worker(database)


@zelador.command(name="import", short_help="Traz contatos, empresas, imóveis e contratos de planilhas.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="ARQUIVO.csv…")
@click.option("--template", is_flag=True, help="Grava aqui um modelo de cada planilha e explica as colunas.")
@click.option("--dry-run", is_flag=True, help="Só confere, e diz o que mudaria.")
@click.option("--valid-only", is_flag=True, help="Grava as linhas certas e deixa as outras de fora, em vez de nada.")
@_DATABASE
def import_(**options: Any) -> None:
    """Traz contatos, empresas, imóveis e contratos de planilhas em CSV, para que o Zelador reconheça quem escreve.

    Que planilha é, se vê pelas colunas; a ordem dos arquivos não importa. Serve o que o Excel grava como CSV, e o que outros sistemas
    gravam: com ponto e vírgula, vírgula ou tabulação, em UTF-8 ou não, datas como 31/12/2025.

    Primeiro tudo é conferido. Se algo está errado, nada é gravado, e cada erro vem com arquivo, linha e coluna (sai com 1).

    O código de cada linha é o do seu sistema: importar de novo inclui o que é novo e altera o que mudou, e não exclui nada. Uma célula
    vazia deixa como está o que o Zelador já sabe; a palavra apagar o apaga. Pode ser usado enquanto o Zelador atende.

    \b
    Exemplos:
      zelador import --template
      zelador import --dry-run contatos.csv imoveis.csv contratos.csv
      zelador import contatos.csv imoveis.csv contratos.csv
    """
    from bot.importing.command import run_import

    run_import(**options)


@zelador.command(short_help="Confere se está tudo em ordem para atender.")
@AS_JSON
@_DATABASE
def doctor(*, as_json: bool, database: Path | None) -> int:
    """Confere se está tudo em ordem para atender, e diz como resolver cada problema. Não muda nada.

    Olha as configurações, o banco, o bot e as mensagens do Telegram, o endereço público, o relógio, o disco, os avisos à equipe e
    o que foi posto de lado; com o `zelador serve` rodando ou não. Sai com 0 se não há problemas (avisos não contam), senão com 1.

    Com --json, escreve uma lista.
    """
    from bot.programs.doctor import run_doctor

    return run_doctor(as_json=as_json, database=database)


@zelador.group(cls=Group)
def agent() -> None:
    """Cuida de quem atende por chat: atendentes, supervisão, administração."""


@agent.command(short_help="Convida alguém a atender, por um link que serve uma vez.")
@click.argument("name", metavar="NOME")
@click.option("--role", type=click.Choice(ROLES), default="agent", metavar="PAPEL", help="agent, supervisor ou admin (padrão: agent).")
@click.option("--phone", metavar="CELULAR", help="Para onde se liga quando está de plantão.")
@click.option("--external-id", metavar="CÓDIGO", help="Como o seu sistema chama esta pessoa: os contratos dizem por ele de quem são.")
@_DATABASE
def add(name: str, **options: Any) -> None:
    """Convida alguém a atender, e mostra um link que vale por 30 minutos e serve uma vez só.

    Quem o abrir no Telegram, numa conversa privada, passa a atender com esse nome. Para quem troca de conta, o mesmo comando dá
    outro link. Os direitos são de quem escreve, não da conversa.
    """
    from bot.programs.hiring import run_add

    run_add(name, **options)


@agent.command(name="list", short_help="Mostra quem atende.")
@AS_JSON
@_DATABASE
def list_agents(*, as_json: bool, database: Path | None) -> None:
    """Mostra quem atende, com o papel e o plantão."""
    from bot.programs.hiring import run_list

    run_list(as_json=as_json, database=database)


@agent.command(short_help="Encerra na hora tudo o que alguém podia fazer.")
@click.argument("name", metavar="NOME")
@_DATABASE
def remove(name: str, database: Path | None) -> None:
    """Encerra na hora tudo o que alguém podia fazer; as conversas que tinha voltam à fila. O histórico guarda o nome."""
    from bot.programs.hiring import run_remove

    run_remove(name, database=database)


@zelador.group(cls=Group)
def inbox() -> None:
    """Cuida da caixa de entrada: o que falhou e foi posto de lado."""


@inbox.command(name="parked", short_help="Mostra o que falhou três vezes e foi posto de lado.")
@AS_JSON
@_DATABASE
def show_parked(*, as_json: bool, database: Path | None) -> None:
    """Mostra o que falhou três vezes e foi posto de lado, o mais antigo primeiro.

    De cada registro: o número, de onde veio, quando, o que foi escrito (se dá para ler), o chamado e o motivo. Nada disso se
    perdeu: quem escreveu recebeu um pedido de desculpas, e uma pessoa pode responder.

    Com --json, escreve uma lista.
    """
    from bot.programs.parked import run_parked

    run_parked(as_json=as_json, database=database)


@inbox.command(short_help="Põe um registro de volta na fila da conversa.")
@click.argument("number", type=int, metavar="ID")
@_DATABASE
def retry(number: int, database: Path | None) -> None:
    """Põe de volta na fila da conversa um registro que foi posto de lado, como se nunca tivesse falhado.

    Serve depois de corrigir o que o fez falhar. Ele é lido como se chegasse agora, por quem atende o banco; se falhar de novo
    três vezes, volta para o lado. O ID é o que `zelador inbox parked` mostra.
    """
    from bot.programs.parked import run_retry

    run_retry(number, database=database)


@zelador.group(cls=Group)
def db() -> None:
    """Cuida do banco de dados."""


@db.command()
@_DATABASE
def upgrade(database: Path | None) -> None:
    """Leva o banco à versão deste programa. Pode ser repetido; não apaga nada."""
    from bot.programs.upgrading import run_upgrade

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
    from bot.programs.backup import run_backup

    run_backup(file, database)


_AS_TYPED: dict[str, Any] = {"ignore_unknown_options": True, "help_option_names": []}  # all words belong to the tool that is started


@zelador.command(hidden=True, context_settings=_AS_TYPED)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def check(arguments: tuple[str, ...]) -> int:
    """Confere o código: formato, tipos, importações e pacote (para quem desenvolve o Zelador)."""
    from bot.programs import development

    return development.check(arguments)


@zelador.command(hidden=True, context_settings=_AS_TYPED)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...]) -> int:
    """Roda os testes, com os argumentos do pytest (para quem desenvolve o Zelador)."""
    from bot.programs import development

    return development.test(arguments)


zelador.add_command(bench)
zelador.add_command(whatsapp)


def main() -> None:
    """Where `zelador` begins."""
    run(zelador)


if __name__ == "__main__":
    main()
