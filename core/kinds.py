"""What kind of request a free message is (R27): maintenance, refund, move out, or another matter."""

import re
from collections.abc import Iterable

from core.glance import Beginnings, hints
from core.tickets import Kind
from core.troubles import trouble_at
from core.wordings import Span, Wordings, wordings

_MONEY = r"(?:dinheiro|grana|valor|quantia)"
_HOME = r"(?:imovel|apartamento|ape|ap|apto|casa|kitnet|sala|chaves?)"
_HOMES = (
    r"(?:imove(?:l|is)|garage(?:m|ns)|"
    r"(?:apartamento|ape|ap|apto|casa|sobrado|kit\w*|quitinete|flat|studio|quarto|loja|sala|galpao|vaga|terreno)s?)"
)
_MY = r"(?:d?[oae]s? |ess[ea] |est[ea] |meu |minha |noss[oa] ){0,3}"
_I_WILL = r"(?:vou|vamos|quero|queremos|queria|preciso|precisamos|pretendo|pretendemos|gostaria de|pra|para|irei)"
_MONTH = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b"
_LEAVE = r"(?:sair|mudar|entregar|devolver|deixar|largar)"

# Asked for by name, these go before what is broken: "quero reembolso do conserto".
_NAMED: tuple[tuple[Kind, Wordings], ...] = (
    (
        Kind.REFUND,
        wordings(
            "reembolso reenbolso rebolso rembolso ressarcir restituir restituicao estorno",
            r"re+[nm]*bols\w*",  # "quero reembolso do chuveiro"
            r"ressarc\w*",
            r"restitui\w*",
            r"estorn\w*",
        ),
    ),
    (
        Kind.REFUND,
        wordings(
            "devolver devolvam devolvem devolucao dinheiro grana valor",
            r"devol\w+ (?:me )?o que (?:eu )?(?:paguei|gastei)",
            rf"devol\w+ (?:me )?{_MY}{_MONEY}",  # "devolvam o meu dinheiro"
            r"devolv\w+ (?:me )?(?:os |as |esses )?(?:r\$ ?)?\d",  # "me devolvam os 120 reais"
            rf"(?:meu|minha|o|a) {_MONEY} de volta",
            r"(?:quero|preciso|queria) (?:a |da |de |uma )?devolucao\b",
            r"(?:voces|vcs) (?:me )?devolvem",
        ),
    ),
    (
        Kind.REFUND,
        wordings(
            "quero queria gostaria"
            " abater abatimento abate abatido descontar descontem desconto voces vcs paguei gastei pagar paguem paga pagam pagamento"
            " receber recebo",
            r"(?:abat|descont)\w+ (?:isso |esse valor |o valor )?(?:n|d)[oa]s? (?:meu |minha |proxim[oa] )*(?:aluguel|boleto|mensalidade)",
            r"(?:voces|vcs) (?:vao |podem )?(?:abat|descont)\w+",  # "vocês descontam?"
            r"(?:quero|queria|gostaria) que (?:me )?(?:descont|abat)\w+",
            r"pag(?:ar|uem|am|a) (?:me )?o que (?:eu )?(?:gastei|paguei|desembolsei)",
            r"me (?:pag(?:ar|uem|am|a)) (?:pel)?[oa] (?:conserto|reparo|servico|chaveiro|encanador|eletricista|material|peca)\b",
            r"pagamento (?:feito )?(?:em duplicidade|em dobro|duplicado)",
            r"receb\w+ (?:de volta\b|o que (?:eu )?(?:paguei|gastei|desembolsei))",
            r"(?:gastei|paguei) (?:[a-z0-9$,.]+ ){0,8}?(?:como (?:eu )?(?:recebo|faco (?:pra|para) receber)"
            r"|(?:quero|queria|preciso) receber)",
            r"(?:gastei|paguei) (?:[a-z0-9$,.]+ ){0,8}?me devolv\w+",
            r"(?:gastei|paguei) (?:[a-z0-9$,.]+ ){0,8}?(?:voces|vcs) (?:cobrem|pagam|devolvem|reembolsam)",
            r"paguei (?:[a-z0-9$,.]+ ){0,6}?(?:do meu bolso|em dobro|duas vezes|a mais|em duplicidade)",
        ),
    ),
    (
        Kind.MOVE_OUT,
        wordings(
            "desocupar deocupar rescindir rescisao recisao encerrar encerramento terminar cancelar finalizar romper quebrar",
            r"des?ocup\w*",
            r"rescis\w+|resci[nd]\w+|recis\w+",
            rf"(?:encerr|termin|cancel|finaliz|romp|quebr)\w* {_MY}(?:contrato|locacao|aluguel)\b",  # "quebrar o contrato"
        ),
    ),
    (
        Kind.MOVE_OUT,
        wordings(
            "sair saida saindo desocupando mudar entregar entrega entrego devolver devolvo devolucao deixar largar vistoria aviso avisar "
            "comunicar informar nao multa me nos",
            rf"{_I_WILL} (?:me |nos )?{_LEAVE} {_MY}{_HOME}\b",  # "quero sair do imóvel"
            rf"(?:entreg\w+|devol\w+) {_MY}{_HOME}\b",  # "entrega das chaves"
            r"vistoria (?:(?:de|da|final de) (?:saida|entrega)|final)\b",
            rf"(?:vou|vamos) sair (?:(?:no|n?o) (?:fim|final|comeco|inicio) d|(?:no )?mes que vem|em {_MONTH}|de vez)",
            r"saida do (?:imovel|apartamento|ape|contrato)",
            rf"(?:estou|to|tou|estamos|tamo) (?:saindo|desocupando|entregando) {_MY}{_HOME}\b",
            rf"nao (?:vou |quero |vamos |pretendo )*(?:mais )?(?:ficar|continuar|morar) (?:mais )?n(?:o|a|ess[ea]|est[ea]) {_HOME}\b",
            r"(?:vou|vamos) (?:me |nos )?mudar\b",
            r"aviso (?:previo )?de saida|(?:avisar|comunicar|informar) (?:que )?(?:vou|vamos|pretendo) sair\b",
            r"nao (?:vou|vamos|quero|pretendo) renovar",
            r"aviso previo\b|me mudo\b|(?:nos|a gente) mudamos\b|sair antes (?:do|de) (?:prazo|fim|termino|vencer|acabar|contrato)",
            r"multa (?:pra|para|por|de|se eu|caso eu) (?:sair|rescisao|quebra\w*|entreg\w+)",
        ),
    ),
    (
        Kind.OTHER,
        wordings(
            "outro outros 2a 2 segunda seg boleto bolet reajuste reajustar iptu informe declaracao comprovante imposto seguro carta "
            "cobranca multa caucao financeiro fiador titular trocar troca recibo data dia paguei pix "
            "vencimento negativado negativaram serasa spc",
            r"outros? assuntos?",
            r"(?:2 ?a|2|segunda|seg) via\b",
            r"bolet\w*",
            r"reajust\w+",
            r"iptu\b(?! ?(?:n\S* )?\d)",
            r"(?:informe|comprovante|declaracao) de (?:rendimentos?|residencia|pagamentos?|quitacao)",
            r"imposto de renda",
            r"(?:falar|contato) (?:com|d)o (?:setor )?financeiro|(?:com|n)o financeiro\b|setor financeiro",
            r"seguro (?:fianca|incendio)",
            r"carta de cobranca|cobranca (?:indevida|errada|d[ao] )|(?:entender|contestar) (?:a |uma |essa |esta )?cobranca|multa\b",
            r"troc\w+ (?:de |o |a |meu )?(?:fiador|titular\w*)",
            r"caucao\b|(?:data|dia) d[eo] vencimento",
            r"(?:mud|alter|troc|antecip|adi)\w+ o vencimento",
            r"negativ\w+ (?:o )?meu nome|meu nome (?:esta |ta |foi )?negativad|serasa\b|spc\b",
            r"(?:quero|queria|preciso|cade|emit\w+|mand\w+|envi\w+) (?:d?[oe] |um |meu )*recibo\b",
            r"recibo d[eo] (?:aluguel|pagamento|condominio)",
            r"paguei (?:o |meu |o meu )?(?:aluguel|boleto|condominio)\b|pix (?:pra|para|do|de) (?:pagar|aluguel)",
        ),
    ),
    (
        Kind.OTHER,
        wordings(
            "alugar aluguel locar locacao procuro procurando procuramos disponivel disponiveis visitar conhecer anunciar vender comprar"
            " repasse repasses",
            rf"{_HOMES}(?: [a-z0-9]+){{0,5}} (?:pra|para|p|disponive\w+(?: pra| para)?) (?:alugar|locacao|locar|aluguel)\b",
            r"(?:quero|queria|queremos|gostaria de|interesse em|pretendo|penso em|vou|preciso|procuro) (?:alugar|locar)\b",
            rf"(?:procuro|procurando|procuramos) (?:um |uma |por )?{_HOMES}\b",
            rf"{_HOMES} (?:[a-z0-9]+ ){{0,5}}(?:ainda )?(?:ta|esta) disponive\w+|disponive\w+ (?:o |a |ess[ea] |aquel[ea] ){_HOMES}\b",
            rf"(?:visitar|conhecer|anunciar|vender|comprar) {_MY}{_HOMES}\b",
            r"repasses?\b",  # what a landlord is paid
        ),
    ),
    (
        Kind.OTHER,
        wordings(
            "contrato aluguel locacao condominio",
            r"(?:quanto|qual) (?:(?:e|ta|esta|custa|fica|sai|vai ficar|o|a|valor|preco|d[oa]|meu) )+(?:aluguel|condominio)\b",
            r"(?:saber|informac\w+|duvidas?|falar|conversar|tratar|assunto|perguntas?|questao|e|eh) "
            rf"(?:de |do |da |sobre |a respeito d[oe] ){_MY}(?:contrato|locacao|aluguel)\b",  # "falar sobre meu contrato"
            r"assunto ?(?::|e|eh) (?:o |a )?(?:contrato|locacao|aluguel)\b",
            rf"aument\w+ (?:d[oe] )?{_MY}(?:aluguel|condominio)",
            rf"(?:renov\w+|prorrog\w+|minuta|copia|clausulas?|titularidade|aditivo|assin\w+|venc\w+) {_MY}(?:contrato|aluguel|locacao)",
            r"contrato (?:[a-z]+ ){0,4}(?:venc\w+|assin\w+|renov\w+|clausulas?|acaba|termina|titularidade)\b",
            r"(?:nome|inclu\w+) (?:[a-z]+ ){0,4}no contrato",  # "meu nome não aparece no contrato"
            r"(?:mand\w+|envi\w+|cade) (?:o |meu |uma copia d[oe] )*contrato\b",
            r"quanto (?:eu )?(?:recebo|vou receber|pago|vou pagar) (?:[a-z]+ ){0,4}aluguel\b",
            r"como (?:eu |que )*(?:pago|pagar|faco (?:pra|para) pagar) (?:o |meu )*aluguel",
            r"(?:preco|valor|negociar|parcelar|adiantar|quitar|comprovante|recibo|pagamento|pagar|atras\w+) "
            r"(?:d[aeo]s? |de pagamento |o |meu |uma parte )*aluguel",
            r"(?:aluguel|condominio) (?:[a-z]+ ){0,3}(?:atrasad\w+|caro|subiu|aumentou)",
        ),
    ),
)
# These count only where nothing is broken: "a conta veio alta, acho que tem vazamento".
_PETS = wordings(
    "pet pets cachorro cachorra gato gata animal animais",
    r"(?:pode|posso|podemos|aceita\w*|permit\w+) (?:[a-z]+ ){0,3}?(?:pets?|cachorr\w+|gat[oa]s?|animal|animais)\b",
)
_BILL = wordings(
    "conta contas",
    r"contas? (?:d[ea] (?:agua|luz|energia|gas|condominio) )?(?:[a-z]+ )?(?:veio|chegou|vieram|altissima|alta|errada|em atraso)",
)
_TO_LOOK = wordings(
    "alguem tecnico profissional equipe",
    r"(?:alguem|tecnico|profissional|equipe) (?:pra|para|que) (?:vir )?(?:ver|olhar|verificar|avaliar|arrumar|consertar|mex[ae] com"
    r"|dar uma olhada)\b",  # "alguém pra ver a antena"
)
_CRAFT_HINTS = hints(
    "encanador eletricista pedreiro chaveiro pintor marceneiro vidraceiro serralheiro gesseiro dedetizador desentupidora".split()
)
_GOES_ON = wordings(
    "voltou volta comecou comeca continua para parou chove choveu chovendo",
    r"(?:volt\w+|comec\w+|continu\w+|par(?:a|ou)) (?:a|de) (?:vazar|pingar|escorrer|gotejar|jorrar|molhar)\b",  # "voltou a vazar"
    r"chov\w+ (?:muito |aqui |tudo )?(?:dentro|em cima|na (?:sala|cama|cozinha|lavanderia)|no (?:quarto|banheiro|corredor))\b",
)
_CRAFTSMAN = r"(?:encanador|eletricista|pedreiro|chaveiro|pintor|marceneiro|vidraceiro|serralheiro|gesseiro|dedetizador|desentupidor)a?\b"
_ONLY_NAMED = re.compile(  # "me passa o telefone do encanador", "Walter, que é o eletricista", "sou pintor" tell of nothing broken
    r"\b(?:(?:tele?fones?|fone|cel|celular|zap|whats\w*|numero|contatos?|pix|chave pix|cpf|cnpj|e-?mail|nome|recibo|nota|conta|dados|valor)"
    rf" d[aeo] (?:meu |minha |nosso |nossa |seu |tal )?|(?:e|eh|foi|era|sou) (?:o |a |um |uma )?){_CRAFTSMAN}"
)


def kind_in(folded: str, begun: Beginnings) -> tuple[Kind, Span] | None:
    """Named requests go before what is broken; two of them are none, but a bill that a refund is asked for."""
    named = {kind: span for kind, wording in reversed(_NAMED) if (span := wording.said(folded, begun))}
    if named:
        return _one_of(named.items())
    told = folded if _CRAFT_HINTS.isdisjoint(begun) else _ONLY_NAMED.sub(lambda found: " " * len(found[0]), folded)
    if broken := trouble_at(told) or _GOES_ON.said(folded, begun):
        return Kind.MAINTENANCE, broken
    if other := _BILL.said(folded, begun) or _PETS.said(folded, begun):
        return Kind.OTHER, other
    asked = _TO_LOOK.said(folded, begun)
    return (Kind.MAINTENANCE, asked) if asked else None


def _one_of(named: Iterable[tuple[Kind, Span]]) -> tuple[Kind, Span] | None:
    each = dict(named)
    if len(each) > 1:
        each.pop(Kind.OTHER, None)
    return next(iter(each.items())) if len(each) == 1 else None
