"""The commands of `zelador whatsapp`. What a command needs is imported when it runs, so that each starts fast."""

import click

from bot.programs.usage import AS_JSON, Group


@click.group(cls=Group)
def whatsapp() -> None:
    """Confere o WhatsApp: a conta, o número, o webhook e os modelos."""


@whatsapp.command(name="check", short_help="Percorre a configuração do WhatsApp, e diz como resolver o que falta.")
@AS_JSON
def check_whatsapp(*, as_json: bool) -> int:
    """Percorre a configuração do WhatsApp, na ordem em que é feita, e diz de cada passo se está certo ou como resolver.

    Confere o token (permissões e validade), cada número (nome, qualidade, limites, registro), aonde o WhatsApp entrega as mensagens, o
    segredo do app, a assinatura do webhook, a palavra de verificação no endereço público e os modelos. Só pergunta; não muda nada.

    Sai com 0 se não há problemas (avisos não contam), com 1 se há. Com --json, escreve uma lista.
    """
    from bot.programs.whatsapp import run_check

    return run_check(as_json=as_json)


@whatsapp.command(short_help="Compara os modelos (templates) com os da conta, e diz o que enviar à Meta.")
@AS_JSON
def templates(*, as_json: bool) -> int:
    """Compara os modelos das configurações com os da conta: em que estado estão, e o que não confere.

    Do que falta, mostra tudo o que o formulário da Meta pede: nome, categoria, idioma, texto e exemplos. Só pergunta; não envia nada.

    Sai com 0 se não há problemas (avisos não contam), com 1 se há. Com --json, escreve uma lista.
    """
    from bot.programs.whatsapp import run_templates

    return run_templates(as_json=as_json)
