"""What people say about urgency: each phrase with its meaning. A table for `core.priorities`, which combines them.

Notation of a phrase: `(a|b)` one of these, `[a]` may be left out. Words are folded and as `SPELLINGS` has them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum, auto
from itertools import product
from typing import NamedTuple

from core.tickets import Priority

HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW


class Part(IntEnum):  # whole numbers, which are quick to look up
    """What a phrase does in a clause."""

    LEVEL = auto()  # a name of a priority: it counts only where nothing else can be meant ("é alta", never "parede alta")
    NOUN = auto()  # what has a level: "prioridade alta"
    STAGE = auto()  # a noun with other uses, too: "nível 2"
    NUMBER = auto()  # 1, 2, 3 behind such a noun
    WORD = auto()  # speaks for itself: "pra ontem"
    CLOSED = auto()  # the same, unless something follows that it leads to: "quando der", not "quando der problema"
    SOON = auto()  # high with somebody who shall come: "venham logo"
    NOW = auto()  # the same where the clause ends, or alone in its clause: "agora!"
    CALL = auto()  # who shall come or do something
    HEDGE = auto()  # makes "urgente" a medium one
    SOFTENS = auto()  # the same, said behind it: "urgente, mas nem tanto"
    NOT = auto()
    WAS = auto()  # said of before: "era média"
    FIX = auto()  # what stood before is taken back: "ops"
    PICK = auto()  # a choice, whatever stands before: "queimou o chuveiro bota alta"
    LEAN = auto()  # a choice in a clause of its own: "pode ser", but "a água fica baixa"
    UNSURE = auto()  # nothing is stated in the rest of the clause: "não sei se é alta"
    OTHERS = auto()  # the words of somebody else: "o porteiro disse que é urgente"
    DOUBT = auto()  # left to others: "o senhor decide"
    THAT = auto()
    IS = auto()
    FILL = auto()  # around a level, saying nothing of it: "então", "pra mim", "mesmo"
    POLITE = auto()  # the same, and it may end a sentence: "por favor", "viu"
    LINK = auto()  # leads to what follows: "com", "de"
    OR = auto()
    OPEN = auto()  # another clause begins: "mas", "porque"
    START = auto()  # the same, only behind a level: "alta, estou sem água" without the comma
    STOP = auto()
    OTHER = auto()  # any other word


class Meaning(NamedTuple):
    """`denied`: what it says when it is denied ("não pode esperar" is high); None: nothing for sure ("não é urgente")."""

    part: Part
    value: Priority | None = None
    denied: Priority | None = None


SPELLINGS: Mapping[str, str] = {
    "urgente": "urjente hurgente urgenti urjenti urg urgt urgnt urgent uirgente orgente urgenty",
    "urgencia": "urjencia hurgencia urgenca urgensia urjensia", "emergencia": "emerjencia imergencia emergensia",
    "prioridade": "prioridad priorida priori prio proridade prioridadi priority",
    "alta": "auta aulta altta haltas alata arta", "alto": "auto alt",
    "media": "mdia medya midia mediana meida", "medio": "mediu", "baixa": "baxa baicha bx baixaa", "baixo": "baxo",
    "altissima": "altissimo", "baixissima": "baixissimo", "maxima": "maximo", "minima": "minimo", "pressa": "pressinha prexa",
    "esperar": "espera esperarr isperar aguardar", "imediato": "imediata imediatos emediato", "imediatamente": "imediatamenti",
    "possivel": "possivl possive poss posivel possiveu", "rapido": "rapida rapidu rapid rapdo", "brevidade": "brevidad",
    "para": "pra p pro pras pros", "nao": "n naum nn num non nun", "voces": "vc vcs voce vcz oces ces ocs cs",
    "quando": "qdo qnd qndo qdu quandu", "quanto": "qto qnto", "porque": "pq pqe pke", "que": "q ki", "e": "eh he", "esta": "ta tah",
    "estou": "to tou toh", "tambem": "tb tbm", "muito": "mt mto muita mui", "hoje": "hj oje", "tempo": "tempinho temp",
    "pf": "pfv pfvr pfvor pls please plis ppf", "obrigado": "obrigada obg brigado brigada obgd vlw valeu grato grata",
    "moca": "moco amigo amiga amg miga mano mana cara tche bah oxe oxente gente sr sra senhor senhora querida querido galera pessoal "
    "fia fio dona menina menino guria guri vei veio bicho macho chefe patrao parceiro irmao doutor doutora linda lindo "
    "meninas meninos",
    "mesmo": "msm", "sem": "s/", "com": "c/", "agora": "agr agra", "correndo": "voando", "depois": "dps", "problema": "prob",
    "poe": "ponha ponham ponho", "urgentissimo": "urgentinho urgentinha urgentissima urgenterrimo urgentao",
}  # fmt: skip
_SPELT = {variant: word for word, variants in SPELLINGS.items() for variant in variants.split()}

_WAIT = (
    "(da mais para|pode|podem|posso|podemos|poderia|da para|da pra|dava para|daria para|consigo|conseguimos|consegue|tem como|aguento|"
    "aguentamos|aguenta|aguentaria|dar para|estou podendo|ficar|tenho como|temos como)"
)
_WHO = "[voces|alguem|o tecnico|o pessoal|a equipe|eles]"
_COME = (
    "(me ajuda|me ajudem|arruma|resolve|atende|conserta|vem|venha|venham|manda|mande|mandem|mandam|mandariam|atendam|resolva|resolvam|"
    "arrume|arrumem|arrumam|consertam|consertem|providenciem|corre|corram|vejam|olhem|ve)"
)
_MATTER = "(isso|isto|esse|essa|caso|situacao|problema|coisa|negocio)"
_CAN = "(der|derem|puder|puderem|conseguir|conseguirem|sobrar|aparecer)"
_TIME = "(tempo|vaga|brecha|agenda|folga|disponibilidade|gente|horario|oportunidade|espaco)"
_SOON = "(rapido|breve|cedo|ligeiro|depressa|logo|urgente)"
_LATER = "(depois|semana que vem|outra semana|proxima semana|o mes que vem|mes que vem|outro mes|o fim do mes|o ano que vem)"
_ASKS_FOR = (
    "(tenho|temos|peco|pedimos|solicito|solicitamos|rogo|rogamos|imploro|suplico|clamo|exijo|exigimos|requeiro|requer|exige|demanda|"
    "necessito|necessitamos|necessita|preciso|precisamos|precisa|merece)"
)
_COMING = "vir|mandar|resolver|ver|arrumar|consertar|agendar|atender|enviar|passar|olhar|trocar|providenciar|adiantar|me ajudar"
PHRASES: Mapping[Meaning, tuple[str, ...]] = {
    Meaning(Part.LEVEL, HIGH): ("alta", "alto", "high", "altissima", "altinha", "maxima", "elevada", "[a] mais alta"),
    Meaning(Part.LEVEL, MEDIUM): (
        "media", "medio", "medium", "mediazinha", "mediazona", "moderada", "moderado", "intermediaria", "intermediario",
    ),
    Meaning(Part.LEVEL, LOW): ("baixa", "baixo", "low", "baixissima", "baixinha", "minima", "[a] mais baixa"),
    Meaning(Part.NOUN): ("prioridade", "urgencia", "grau de (urgencia|prioridade)", "nivel de (urgencia|prioridade)"),
    Meaning(Part.STAGE): ("nivel", "grau", "categoria", "classificacao"),
    Meaning(Part.NUMBER, HIGH): ("1", "um", "uma", "1a", "1o", "primeira"),
    Meaning(Part.NUMBER, MEDIUM): ("2", "dois", "duas", "2a", "2o", "segunda"),
    Meaning(Part.NUMBER, LOW): ("3", "tres", "3a", "3o", "terceira"),
    Meaning(Part.WORD, HIGH): (
        "urgente", "urgentissimo", "urgentemente", "[e] emergencia", "emergencial", "(uma|caso de|de|em) emergencia",
        f"{_MATTER} [aqui|ai] nao [da para|da mais para|tem como|aguenta] esperar [mais|muito|nao|ate amanha]",
        "(impossivel|sem condicoes de|sem condicao de) esperar [mais]", "nao (demorem|demore)", "(por favor|pf|moca) nao demora",
        "nao demora (por favor|pf|moca)", "(corre|corram) (para ca|moca|pf|por favor|pelo amor de deus)",
        "[com|na] [a] (maxima|extrema|total|toda|maior) urgencia", "urgencia (total|absoluta|extrema)",
        f"{_ASKS_FOR} [de|com] [a|muita|toda|maxima|extrema|total|maior] urgencia", "prioridade (total|absoluta|zero)",
        "urgencia [e] a maior [possivel|de todas]", "a mais (alta|urgente) (possivel|de todas|que tiver|que tem|que houver)",
        "(dar|deem|deem a|da|de) prioridade (nisso|nesse|nessa|para isso)", "como prioridade", "[e] [era] para (ontem|anteontem)",
        "[e] para antes de ontem", "[o] quanto antes [melhor]", "[o] antes possivel",
        f"[o] mais {_SOON} [que] [voces] (possivel|puder|puderem|der|derem|conseguir|conseguirem)", "assim que possivel",
        "[com] [a] [maior|maxima] brevidade [possivel]", "asap", "as soon as possible", "[de] imediato", "[vida] ou morte",
        "(vem|vir) (logo|rapido|correndo|ligeiro|depressa)", "com [a] [maior|maxima|toda] rapidez [possivel]",
    ),
    Meaning(Part.WORD, HIGH, LOW): (
        "para (ja|agora|agora ja|agora mesmo)", "para hoje", "ser (agora|hoje|ja|hoje mesmo|ainda hoje)",
        "(com|tenho|temos|tem|ter|ha|de) [muito|tanta|bastante|toda|uma|certa|alguma|a maior] pressa", "(com|tenho) presa",
        "(muito|bastante|toda|total) pressa", "pressa total",
    ),
    Meaning(Part.WORD, None, LOW): ("pressa", "apressado", "apressada"),
    Meaning(Part.WORD, MEDIUM): (
        "a do meio", "[um] meio termo", "um pouco (de|com) pressa", "(poe|bota|bote|coloca|coloque|fica|deixa) no meio",
    ),
    Meaning(Part.CLOSED, LOW, HIGH): (
        f"{_WAIT} [mais|ate|ficar] (esperar|esperando) [mais] [um pouco|um pouquinho|uns dias|tranquilo]",
        "(pode|podem|da para) (ser|ficar|deixar|deixarem) [para] depois", "para depois", "(pode|podem|vai) demorar",
        "[a] (eu|moca|nos) (espero|esperar|esperamos)", "(espero|esperamos) (sim|tranquilo|numa boa|sem problema|o tempo que for)",
        f"(pode|podem|da para|deixa|deixe) [ser|ficar|deixar|passar] para {_LATER}", "(vou|vai|vamos|da para ir|da para|ir) levando",
    ),
    Meaning(Part.WORD, LOW, LOW): (  # denied once more they say the same: "não precisa correr não"
        "(nenhuma|zero) (pressa|urgencia)", "(pressa|urgencia) (nenhuma|alguma|zero)",
        "nao precisa [ter|de] (pressa|correr|correria|se avexar|se aperrear|afobar|vir correndo)", "nao carece (pressa|de pressa|correr)",
        "nao tem (porque|por que|que|para que|motivo para) correr", "nao corre nao",
        "nao (precisa|tem que|necessita) ser (hoje|agora|ja|imediato|para ontem|para hoje)",
        "(nao|nem) [e] [nada|coisa] para (ontem|hoje|ja|agora|morrer)", "nao tem problema demorar", "pressa nao (tenho|tem|temos|ha)",
    ),
    Meaning(Part.WORD, LOW): (
        "sem [muito|tanta|nenhuma|qualquer|a minima] (pressa|urgencia) [nenhuma|alguma]", "pouca (pressa|urgencia)", "sem presa",
        "sem (correria|afobacao|agonia|aperreio|estresse|stress|neura|avexame|alarde)",
        "precisa (correr|correria|se avexar|se aperrear|afobar|vir correndo)", "(com|na) [toda|muita] [a] calma [do mundo]",
        "na maciota", "(no|ao) (seu tempo|tempo de voces|tempo deles)", "mais para frente", "mais adiante",
        f"quando {_WHO} (puder|puderem|conseguir|conseguirem)",
        f"(quando|assim que) {_WHO} (tiver|tiverem|sobrar|houver|arrumar|arrumarem|achar|acharem) [um|uma] {_TIME}",
        "quando [for] possivel", f"quando {_WHO} (estiver|estiverem) (livre|livres|de folga|mais tranquilos|mais tranquilo)",
        "quando (achar|acharem) melhor", "quando voces acharem melhor", "na medida do possivel", "sem data", "um dia desses",
        f"(quando|assim que) (der|aparecer|surgir|sobrar|abrir|rolar) (uma|um) {_TIME}",
        f"[em] [qualquer|a|na|o|no] (hora|dia) que [voces] {_CAN}",
        "quando (for|ficar) melhor [para voces]", "[para o|no|do] (fim|final) da fila", "[o] ultimo da fila",
        "o tempo que (for|precisar|levar)", "por ultimo", "semana que vem (esta bom|pode|serve)", "outro dia", "sem stres",
    ),
    Meaning(Part.CLOSED, LOW): (f"quando {_WHO} (der|derem|calhar) [certo|tempo|para voces|para vir|para passar|jeito]",),
    Meaning(Part.SOON, HIGH): ("logo", "rapido", "rapidinho", "imediatamente", "depressa", "ligeiro", "correndo", "hoje sem falta"),
    Meaning(Part.NOW, HIGH): ("agora", "ja", "agora mesmo", "agora ja", "ja ja", "hoje mesmo", "ainda hoje", "hoje ainda", "o mais rapido"),
    Meaning(Part.CALL): (
        "(preciso|precisamos|quero|queremos|queria|necessito|solicito|peco|exijo)", "(tem|tenham|temos|tenho) (que|de)", _COME,
        f"(pode|podem|poderia|poderiam|da para|tem como|consegue|conseguem|daria para|teria como) ({_COMING})", f"({_COMING})",
    ),
    Meaning(Part.HEDGE): (
        "mais ou menos", "meio", "meio que", "um pouco", "um pouquinho", "pouquinho", "um tanto", "relativamente", "razoavelmente",
        "moderadamente", "medianamente", "levemente", "de certa forma", "parcialmente", "quase",
    ),
    Meaning(Part.SOFTENS): (
        "[mas] nem tanto [assim]", "[mas] nao muito", "[mas] nao tanto [assim]", "[mas] nao demais", "[mas] nao e tanto",
    ),
    Meaning(Part.NOT): (
        "nao (digo|diria|falo|falei|acho|considero|acredito|creio) [que] [e|seja]", "nao chega a ser",
        "nao", "nem", "nada", "nem um pouco", "nunca", "jamais", "tampouco", "sem",
    ),
    Meaning(Part.WAS): (
        "era", "estava", "tava", "foi", "coloquei", "botei", "marquei", "pus", "tinha [posto|botado|colocado|dito|falado]",
        "(muda|mude|mudar|troca|troque|trocar|passa|passe|passar|sobe|suba|subir|altera|altere|alterar) [a prioridade] de",
    ),
    Meaning(Part.FIX): (
        "quer dizer", "digo", "alias", "ops", "opa", "desculpa", "desculpe", "perdao", "na verdade", "corrigindo", "correcao", "minto",
        "errei", "me enganei", "pensando (bem|melhor)", "ou melhor", "melhor", "mudei de ideia",
        "(mudar|muda|mude|troca|troque|trocar) para", "(passa|passe|sobe|suba|altera|altere) para", "mas agora", "agora e", "retifico",
        "brincadeira", "zoeira", "na real", "(aumenta|aumente|diminui|abaixa) para", "corrige", "corrija",
    ),
    Meaning(Part.PICK): (
        "bota", "bote", "botar", "poe", "coloca", "coloque", "colocar", "coloquem", "marca", "marque", "marcar", "registra", "registre",
        "anota", "anote", "(boto|coloco|marco|ponho|classifico) [como]", "por mim [e]",
        "(botaria|colocaria|marcaria|poria|classificaria|daria)", "classifica", "classifique", "(pode|melhor) (botar|por|colocar|marcar)",
        "fico com", "(vai|vou|vamos|bora) de", "escolho", "prefiro", "diria", "acho [que] [e]", "para mim [e]", "acredito que [e]",
        "creio que [e]", "(trata|tratem|considere) como",
    ),
    Meaning(Part.LEAN): (
        "pode ser", "poderia ser", "deve ser", "fica", "fique", "fica como", "deixa", "deixe", "deixar", "pode deixar", "seria", "seja",
        "considero", "considera", "entao e",
    ),
    Meaning(Part.UNSURE): (
        "nao sei se", "sei la se", "sera que", "se (e|for|fosse|seria|eu|botar|colocar|piorar|aumentar|virar|ficar|continuar|precisar)",
        "caso (seja|piore|fique|aumente)", "qual", "quais", "o que (e|seria|significa)", "que e uma", "como assim", "diferenca", "entre",
        "(vira|viraria|ficaria)", "(vai|pode) virar", "depende", "nao sei dizer se", "duvida", "quem decide", "quanto tempo",
        "(menos|pouco) urgente", "(mais|menos) (alta|baixa) que",
    ),
    Meaning(Part.OTHERS): (
        "(disse|falou|acha|achou|pediu|diz|dizem|disseram|falaram|acham|garantiu|contou|considerou|insiste|avisou|julga|reclamou) que",
        "para (o|a|meu|minha|o meu|a minha) (marido|esposa|mulher|mae|pai|filho|filha|vizinho|vizinha|porteiro|sindico)",
        "segundo (o|a)", "de acordo com", "pediu urgencia", "(disse|falou) ser", "(acha|achou) (urgente|alta|media|baixa)",
    ),
    Meaning(Part.DOUBT): (
        "(decidam|decidem|escolham|escolhem|sabem|avaliem|avaliam|definam) voces", "voces (decidem|decidam|escolhem|avaliam|definem)",
        "voces que (decidem|sabem|escolhem)", "(o senhor|a senhora|voces) decide", "(decide|decida) [ai|o senhor|a senhora|voces]",
        "a (seu|vosso) criterio", "a criterio de voces", "nenhuma das duas", "nenhum dos dois", "nao sei (dizer|qual|te dizer|direito)",
        "as duas", "os dois", "uma ou outra",
    ),
    Meaning(Part.THAT): ("que",),
    Meaning(Part.IS): ("e",),
    Meaning(Part.FILL): (
        "entao", "(eu|ja|te|lhe|ja te) disse que", "ja falei que", "mesmo", "sim", "isto", "aqui", "ai", "assim", "no meu caso", "caso",
        "no caso", "bem", "super", "mega", "hiper", "muito", "muitissimo", "bastante", "extremamente", "tao", "tanto", "tanta", "demais",
        "realmente", "absolutamente", "totalmente", "por enquanto", "a principio", "na minha opiniao", "com certeza", "certeza",
        "sem duvida", "mais", "menos", "ser", "ter", "precisa", "opcao", "numero", "resposta", "chamado", "atendimento", "servico",
        "solicitacao", "visita", "contato", "dele", "esse", "essa", "este", "isso ai", "que tiver", "tiver", "possivel",
        "se (possivel|der|puder|puderem|for possivel)", "se voces (puder|puderem|conseguir|conseguirem)", "vai", "pode", "podem", "hein",
        "ein", "kk", "kkk", "rs", "rsrs", "haha", "hahaha", "ah", "hum", "hm", "hmm", "ih", "oi", "ola", "bom", "boa", "bom dia",
        "boa tarde", "boa noite", "tambem", "ate", "ainda", "sempre", "hoje", "estamos", "tamo", "chega", "vejo", "nenhuma", "alguma",
        "todo", "toda", "certo", "nenhum", "qualquer", "sei la", "tanto faz", "talvez", "puts", "nossa", "vixe", "egua", "eita", "ave",
        "credo", "afe", "tipo", "digamos", "situacao", "esta de bom tamanho", "tranquilamente", "numa boa", "total", "extrema", "absoluta",
    ),
    Meaning(Part.POLITE): (
        "por favor", "pf", "por gentileza", "obrigado", "muito obrigado", "viu", "visse", "ne", "moca",
        "meu (amigo|rei|filho|bem|anjo|caro|querido)", "minha (filha|amiga|querida|linda|senhora)", "esta", "esta (bom|bao|otimo|ok)", "ok",
        "blz", "beleza", "okay", "vai ser", "o senhor", "combinado", "tudo bem", "serve", "sem problema", "sem problemas", "show", "fechou",
        "entendeu", "abraco", "abracos", "amor", "joia", "de boa", "estou de boa", "tranquilo", "tranquila", "de boas", "att",
        "atenciosamente", "agradeco", "meu deus", "pelo amor de deus", "jesus", "misericordia", "poxa", "caramba", "so", "do ceu", "uai",
        "esta otimo",
    ),
    Meaning(Part.LINK): ("a", "o", "as", "os", "de", "do", "da", "com", "em", "na", "no", "como", "para", "ao", "pela", "pelo", "por"),
    Meaning(Part.OR): ("ou",),
    Meaning(Part.OPEN): (
        "mas", "porem", "so que", "porque", "pois", "ja que", "por causa", "por conta", "visto que", "senao", "apesar", "embora",
        "entretanto", "enquanto", "caso contrario", "daqui", "desde", "ja faz",
    ),
    Meaning(Part.START): (
        "tenho", "tem", "temos", "ha", "e (so|apenas|somente|um|uma|que)", "estou", "estou sem", "estamos sem",
        "sem (agua|luz|energia|banho|chuveiro|forca|gas|nada)", "faz", "minha", "meu", "eu", "a gente", "nos", "isso", "vai que", "se",
        "voces", "ninguem",
    ),
    Meaning(Part.OTHER): (  # the same words of other matters
        "(na|pela|nessa|numa) (urgencia|emergencia)", "da emergencia", "(consulta|reuniao|viagem|cirurgia) e urgente",
        "(da|a) (urgencia|emergencia) (do|da) (hospital|upa|posto|clinica|maternidade)", "urgencia e emergencia",
        "(luz|luzes|saida|escada|porta|botao|telefone|numero|contato|lampada|iluminacao|chave) de (emergencia|urgencia)",
        "(plantao|medico|medica|enfermeira|enfermeiro|hospital|clinica) de (emergencia|urgencia)",
        "(reuniao|viagem|compromisso|cirurgia|consulta|exame|entrega|trabalho|plantao|medico) [medica] urgente", "(na|as) pressa",
        "(sai|saiu|fui|foi|sair|saindo|estava|tava|corri|entrei) (com|na|as|de|em) (pressa|urgencia|emergencia)",
        "(fiz|fizeram|feito|passei|quebrei|bati) (com|na|as|de|em) (pressa|urgencia|emergencia)",
        f"{_WAIT} esperar (na|no|em|la|aqui|o|a|os|as|ele|ela|alguem|dentro|fora|sentado|por|para|voces chegar|voces chegarem)",
        f"quando {_WHO} (puder|puderem|der|conseguir|tiver um tempo|tiver tempo) me",
        "(preciso|precisamos|quero|queria) (sair|ir|dormir|saber)", "(pode|podem) ser depois (de|do|da|das|dos)",
        "para depois (de|do|da|das|dos)", "para hoje (a|de|as|no)", "em media", "na media (de|que|o|a|uns|umas)", "media de",
        "nivel (da|de|do) (agua|som|ruido|oleo|mar)", "para agora (nada|nao|ninguem)", "outro dia (o|a|eu|ele|ela|teve|deu|fui|foi|tive)",
        "com calma (que|eu)", "ate agora", "so agora", "(pior|melhor) que",
    ),
}  # fmt: skip
SIGNS: Mapping[str, Meaning] = {
    "\U0001f6a8": Meaning(Part.WORD, HIGH), "\U0001f534": Meaning(Part.WORD, HIGH), "\U0001f198": Meaning(Part.WORD, HIGH),
    "\U0001f7e1": Meaning(Part.WORD, MEDIUM), "\U0001f7e2": Meaning(Part.WORD, LOW),
}  # fmt: skip


def spelt(word: str) -> str:
    """As the table has it: "qdo" is "quando"."""
    return _SPELT.get(word, word)


def phrases() -> Iterator[tuple[tuple[str, ...], Meaning]]:
    """Each phrase of the table as words, spelt as they are looked up. Raises ValueError for one that stands there twice."""
    known: dict[tuple[str, ...], Meaning] = {}
    for meaning, written in PHRASES.items():
        for words in (words for phrase in written for words in _written_out(phrase)):
            if known.setdefault(words, meaning) != meaning:
                raise ValueError(f"{' '.join(words)!r} is {known[words]} and {meaning}")
    yield from known.items()


_PIECES = re.compile(r"\[([^]]*)\]|\(([^)]*)\)|(\S+)")


def _written_out(phrase: str) -> Iterable[tuple[str, ...]]:
    """ "(a|b) [c]" is a, b, a c, b c."""
    choices = [
        [*(left_out or either or word).split("|"), *([""] if left_out else [])] for left_out, either, word in _PIECES.findall(phrase)
    ]
    return (tuple(map(spelt, " ".join(chosen).split())) for chosen in product(*choices))
