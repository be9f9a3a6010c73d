"""What kind of request a free message is (R27): maintenance, refund, move out, or another matter."""

import re

from core.glance import hints
from core.tickets import Kind
from core.troubles import trouble_at
from core.wordings import Topic, wordings
from core.words import Span, Words

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
NAMED: Topic[Kind] = Topic(
    (
        Kind.REFUND,
        wordings(
            "reembolso reenbolso rebolso rembolso ressarcir restituir restituicao estorno",
            "esto rebo reeb reee reem reen remb remm remn renb renm renn ress rest",
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
            "a devo meu minh o prec quer vcs voce",
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
            "abat desc gast gost me paga pagu quer rece vcs voce",
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
            "canc deoc deso ence fina queb reci resc romp term",
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
            "a avis comu devo entr esta esto gost info irei me mult nao nos para pra prec pret quer said sair tamo to tou vamo vist vou",
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
            "2 2a adia adie adio alte ante bole cade cart cauc cobr como comp cont data decl dia emit ente envi fala impo info iptu "
            "mand meu muda mude mudo mult nega no outr pagu pix prec quer reaj reci seg segu sera seto spc troc",
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
            "anun ap apar ape apes aps apto casa comp conh disp flat galp gara gost imov inte kit kite kitn kits loja pens prec pret proc "
            "quar quer quit repa sala sobr stud terr vaga vend visi vou",
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
            "adia adit alug assi assu atra aume cade clau como comp cond cont conv copi duvi e eh envi fala incl info mand minu nego nome "
            "paga parc perg prec pror qual quan ques quit reci reno sabe titu trat valo venc",
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
ELSE: Topic[Kind] = Topic(
    (
        Kind.MAINTENANCE,
        wordings(
            "voltou volta comecou comeca continua para parou chove choveu chovendo",
            "chov come cont para paro volt",
            r"(?:volt\w+|comec\w+|continu\w+|par(?:a|ou)) (?:a|de) (?:vazar|pingar|escorrer|gotejar|jorrar|molhar)\b",  # "voltou a vazar"
            r"chov\w+ (?:muito |aqui |tudo )?(?:dentro|em cima|na (?:sala|cama|cozinha|lavanderia)|no (?:quarto|banheiro|corredor))\b",
        ),
    ),
    (
        Kind.OTHER,
        wordings(
            "conta contas",
            "cont",
            r"contas? (?:d[ea] (?:agua|luz|energia|gas|condominio) )?(?:[a-z]+ )?(?:veio|chegou|vieram|altissima|alta|errada|em atraso)",
        ),
    ),
    (
        Kind.OTHER,
        wordings(
            "pet pets cachorro cachorra gato gata animal animais",
            "acei perm pode poss",
            r"(?:pode|posso|podemos|aceita\w*|permit\w+) (?:[a-z]+ ){0,3}?(?:pets?|cachorr\w+|gat[oa]s?|animal|animais)\b",
        ),
    ),
    (
        Kind.MAINTENANCE,
        wordings(
            "alguem tecnico profissional equipe",
            "algu equi prof tecn",
            r"(?:alguem|tecnico|profissional|equipe) (?:pra|para|que) (?:vir )?(?:ver|olhar|verificar|avaliar|arrumar|consertar|mex[ae] com"
            r"|dar uma olhada)\b",  # "alguém pra ver a antena"
        ),
    ),
)
_CRAFT_HINTS = hints(
    "encanador eletricista pedreiro chaveiro pintor marceneiro vidraceiro serralheiro gesseiro dedetizador desentupidora".split()
)
_CRAFTSMAN = r"(?:encanador|eletricista|pedreiro|chaveiro|pintor|marceneiro|vidraceiro|serralheiro|gesseiro|dedetizador|desentupidor)a?\b"
_PAID = re.compile(  # asked back is what was spent; else it is a complaint beside a report: "quebrado há um mês, quero desconto"
    r"\b(?:paguei|pagamos|pago|gastei|gastamos|comprei|troquei|contratei|chamei|consertei|arrumei|mandei|bolso|nota|recibo|r\$|reais|conto"
    r"|re+[nm]*bols\w*|ressarc\w*|restitui\w*|estorn\w*)\b"
)
_ONLY_NAMED = re.compile(  # "me passa o telefone do encanador", "Walter, que é o eletricista", "sou pintor" tell of nothing broken
    r"\b(?:(?:tele?fones?|fone|cel|celular|zap|whats\w*|numero|contatos?|pix|chave pix|cpf|cnpj|e-?mail|nome|recibo|nota|conta|dados|valor)"
    rf" d[aeo] (?:meu |minha |nosso |nossa |seu |tal )?|(?:e|eh|foi|era|sou) (?:o |a |um |uma )?){_CRAFTSMAN}"
)


def kind_in(said: Words) -> tuple[Kind, Span] | None:
    """Named requests go before what is broken; two of them are none, but a bill that a refund is asked for."""
    told = said.folded if _CRAFT_HINTS.isdisjoint(said.begun) else _ONLY_NAMED.sub(lambda found: " " * len(found[0]), said.folded)
    named, broken = NAMED.said(said), trouble_at(told)
    if broken and (not named or _only_complains(named, broken, said.folded)):
        return Kind.MAINTENANCE, broken
    return _one_of(named) if named else next(iter(ELSE.said(said).items()), None)


def _only_complains(named: dict[Kind, Span], broken: Span, folded: str) -> bool:
    """Behind what is broken money is asked for, and nothing was spent."""
    return named.keys() == {Kind.REFUND} and broken < named[Kind.REFUND] and _PAID.search(folded) is None


def _one_of(named: dict[Kind, Span]) -> tuple[Kind, Span] | None:
    if len(named) > 1:
        named.pop(Kind.OTHER, None)
    return next(iter(named.items())) if len(named) == 1 else None
