"""Words that say what is with a time: can, cannot, only, except, any time; folded, with what each means.

Longer phrases are made of shorter ones, as people make them: "não" + "posso", "só" + "consigo". The longest phrase wins.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

Mark = Literal[
    "only",  # what follows, and nothing else of what came before it
    "not",  # cannot
    "except",  # the contrary of what was just said
    "yes",  # can
    "free",  # nothing against it: a double negation
    "any",  # no restriction at all
    "like",  # a preference blocks nothing
    "rest",  # whatever was not named
    "fix",  # a correction: the last one wins
    "excuse",  # a correction, if times follow it; else politeness
    "reason",  # keeps somebody from being at home
    "leave",  # leaves home at a point in time …
    "early",  # … and comes back; alone it makes a point in time the beginning of a window ("chego às 18h")
    "vague",  # a person must read it
    "but",  # the contrary comes
    "also",  # what was just said goes on
    "to",  # may join two days to a range
    "and",
    "comma",
    "stop",
    "morning",  # "cedo": of the day beside it, if one is named
    "filler",  # says nothing about times
    "link",  # the same, and the unknown word after it is a thing
]
Phrases = Iterable[str]


def _after(firsts: Phrases, seconds: Phrases) -> Iterator[str]:
    return (f"{first} {second}" for first in firsts for second in seconds)


# What the writer or a visitor can do, at a time that is named beside it. Strong: speaks of visits, whatever stands around it.
CAN = (
    "posso", "podemos", "podem", "consigo", "conseguimos", "recebo", "recebemos", "posso receber", "consigo receber", "podemos receber",
    "podem vir", "pode vir", "pode passar", "podem passar", "pode mandar", "podem mandar", "pode marcar", "podem marcar", "pode agendar",
    "podem agendar", "pode aparecer", "pode chegar", "pode entrar", "poderia", "poderei", "poderemos", "poderiam", "vou poder",
    "vamos poder", "vou conseguir", "estou em casa", "estamos em casa", "fico em casa", "ficamos em casa", "estarei em casa",
    "estaremos em casa", "vou estar em casa", "tem gente em casa", "tem alguem em casa", "tem alguem aqui", "tem gente aqui",
    "disponivel", "estou disponivel", "estarei disponivel", "fico disponivel", "tenho disponibilidade", "da certo", "estamos disponiveis",
    "disponiveis", "consigo abrir", "posso abrir", "estou disponivel para receber", "consigo atender", "posso atender", "estou livre",
    "estarei livre", "fico livre", "tenho livre", "estou de boa em casa", "to por aqui", "venham", "venha", "conseguiria", "conseguirei",
)  # fmt: skip
# The same, but said of many other things too.
CAN_WEAKLY = (
    "manda", "mande", "mandem", "marca", "marque", "marquem", "agende", "agendem", "tem gente", "tem alguem", "pode", "estou", "da para",
    "da sim", "e possivel",
)  # fmt: skip
# Only after "não" or "só" these speak of visits.
CAN_IF_LIMITED = (
    "da", "da para", "da para ser", "da para vir", "da para receber", "pode ser", "pode", "poderia ser", "e possivel", "e viavel",
    "seria possivel", "serve", "rola", "vai rolar", "vai dar", "daria", "tem como", "tem jeito", "estou", "estarei", "estamos",
    "estaremos", "vou estar", "vamos estar", "fico", "ficamos", "tem gente", "tem alguem", "quero", "queremos", "venham", "atendo",
    "atendemos", "tenho horario", "tenho tempo", "tenho como", "me atende", "me serve", "marque", "marquem", "agende", "agendem",
    "vai ter gente", "vai ter alguem", "vai ter como", "ha possibilidade", "ha como", "convem", "passe", "apareca", "tenho disponivel",
    "adianta vir", "vai dar certo", "vou ter como", "aparecam",
)  # fmt: skip
# The same, but said of many other things too ("o elevador só funciona de manhã").
CAN_IF_LIMITED_WEAKLY = (
    "e permitido", "e permitida", "sao permitidos", "e autorizado", "e liberado", "vir", "marca", "mande", "mandem", "manda", "abro",
    "recebe", "recebem", "aceito", "aceitamos", "aceita", "aceitam", "autoriza", "autorizam", "permite", "permitem", "deixa", "deixam",
    "libera", "liberam", "estara", "esta disponivel", "esta liberado", "estou podendo", "seja", "for", "se for", "pode se for", "esta",
    "tiver", "sirvo", "presta", "posso ser", "adianta", "compensa",
)  # fmt: skip
_IS_BAD = (
    "impossivel", "inviavel", "fora de questao", "fora de cogitacao", "sem chance", "ruim", "complicado", "dificil", "pessimo",
    "horrivel", "impraticavel", "impossiveis", "ruins", "complicados", "complicadas", "dificeis", "inviaveis", "pessimas", "pessimos",
    "osso", "foda", "puxado",
)  # fmt: skip
_COPULAS = ("e", "esta", "fica", "seria", "vai ser", "sera", "sao", "ficam", "estao", "e meio", "fica meio", "e muito", "sempre e")
CANNOT = (  # without a "não"; strong
    "impossivel", "indisponivel", "ninguem em casa", "sem ninguem em casa", "indisponiveis", "inviavel", "nao vai ter ninguem",
    "nao vai ter gente", "nao tem ninguem", "nao ha ninguem", "nao ha quem", "nao tem quem", "nao vai haver ninguem", "nao fica ninguem",
    "nao tera ninguem", "nao havera ninguem", "nao estara ninguem", "sem condicao", "fora de questao", "fora de cogitacao", "sem chance",
    "nem pensar", "de jeito nenhum", "de jeito maneira", "de forma alguma", "de forma nenhuma", "de maneira alguma", "de modo algum",
    "de maneira nenhuma", "nao tem a menor condicao", "evite", "evitem", "evitar", "favor evitar", "impossibilitado", "impossibilitada",
    "nao tenho quem receba", "fica vazio", "fica vazia", "fica fechado", "fica fechada", "fica sem ninguem", "estou fora", "estarei fora",
    "vou estar fora", "fico fora", "estamos fora", "estaremos fora", "ficamos fora", "ficarei fora", "estou ausente", "estarei ausente",
    "estou ocupado", "estou ocupada", "estarei ocupado", "estarei ocupada", "nao tem quem abra", "nao tem quem receba",
    "nao tem ninguem em casa", "ninguem podera", "ninguem pode", "ninguem consegue", "ninguem recebe", "ninguem abre", "ninguem atende",
    "nao vou", "nao irei", "barra", "proibe", "nao e permitido", "e proibido", "proibido", "e vedado", "vedado", "nao me procurem",
    "nao passem", "nao aparecam", "nao me liguem", "nao contem", "nao conte comigo", "nao contem comigo", "nao seria possivel",
    "nao sera possivel", "nao posso na", "me atrapalha", "atrapalha",
)  # fmt: skip
CANNOT_WEAKLY = (
    "nao", "nunca", "jamais", "nem", "nenhum", "ninguem", "nada", "sem condicoes", "negativo", "ruim", "fica ruim", "e ruim",
    "complicado", "fica complicado", "e complicado", "dificil", "fica dificil", "e dificil", "pessimo", "horrivel", "osso", "e osso",
    "e foda", "foda", "tenso", "puxado", "fica puxado", "sem chances", "nada feito", "o problema e", "problema e", "menos nao",
    "restricao e", "restricao", "minha restricao e", "restricao de horario e", "o unico problema e", "o unico dia ruim e",
    "o unico horario ruim e", "nao va", "nem adianta", "nao rola", "nao que", "o pior e", "ocupado", "ocupada", "ocupados", "ausente",
    "o que nao da e", "bloqueado", "bloqueada", "nem venha", "nem venham",
)  # fmt: skip
NEGATIONS = ("nao", "num", "so num", "nunca", "jamais", "nem", "so nao", "nao e que", "tambem nao", "mais nao", "que nao")
ONLY = (
    "so", "apenas", "somente", "unicamente", "exclusivamente", "so mesmo", "so da", "tem que ser", "tem de ser", "precisa ser",
    "teria que ser", "so se for", "so sendo", "desde que seja", "contanto que seja", "tem q ser", "so quando for", "somente se for",
    "apenas se for", "so nos", "so na", "so no", "so as", "preciso que seja", "necessario que seja", "o unico horario e", "o unico dia e",
    "unico dia e", "unico horario e", "o unico dia que posso e", "e o unico dia que posso", "e o unico horario que posso",
    "e o unico dia que da", "e o unico horario que da", "e o unico dia que consigo", "e quando posso", "e quando consigo", "e quando da",
    "o unico horario que posso e", "unico horario que posso e", "unico dia que posso e", "o unico dia que da e",
    "o unico horario que da e", "unico dia que da e", "unico horario que da e", "o unico horario que consigo e",
    "o unico dia que consigo e", "o horario que posso e", "o dia que posso e", "meu horario e", "minha disponibilidade e",
    "disponibilidade", "minha disponibilidade", "meu unico horario e", "meu unico dia e", "meu unico horario livre e",
    "meu unico dia livre e", "minha unica folga e",
)  # fmt: skip
EXCEPT = (
    "todos menos", "todas menos", "tudo menos", "todos exceto", "todos fora",
    "menos", "exceto", "tirando", "fora", "salvo", "com excecao", "sem ser", "a nao ser", "excluindo", "com excessao", "ecxeto",
    "exceptuando", "excetuando", "excluido", "excluidos", "afora", "exclui", "exclua", "tira", "tire", "tirem", "contanto que nao seja",
    "desde que nao seja", "se nao for", "nao sendo", "que nao seja", "que nao for", "que nao", "nao podendo ser", "desde que nao",
    "contanto que nao", "menos em", "so tirando", "contanto q nao seja", "sendo que nao seja", "que nao caia",
    "pode ser qualquer dia menos", "pulando", "pula", "descontando", "que nao sejam", "nao podendo", "com exceto",
)  # fmt: skip
STRONG_EXCEPT = ("so nao venham", "menos nao venham", "pode vir menos", "pode vir exceto")
YES = (
    "esta de bom tamanho", "de bom tamanho", "servem", "sim", "ok", "tudo bem", "tudo bom", "tudo certo", "beleza", "livre", "livres",
    "liberado", "liberada", "liberados", "tranquilo", "tranquila", "tranquilos", "de boa", "na boa", "numa boa", "suave", "susse",
    "sussa", "show", "otimo", "perfeito", "perfeita", "esta bom", "esta otimo", "esta valendo", "esta tranquilo", "esta liberado",
    "esta livre", "esta ok", "e livre", "e tranquilo", "e tranquila", "e liberado", "fica livre", "fica bom", "fica otimo",
    "fica tranquilo", "esta de boa", "legal", "joia", "a vontade", "normal", "esta beleza", "esta certo", "serve", "rola", "sem estresse",
    "sem stress", "sem grilo", "combinado", "belezinha", "confirmado", "certinho", "tudo ok", "esta tudo bem", "esta tudo certo", "vale",
    "massa", "favoravel", "a disposicao", "tudo tranquilo", "e so vir", "melhor ainda", "e bom", "e otimo", "esta perfeito",
)  # fmt: skip
FREE = (
    "nao tem problema", "nao ha problema", "sem problema", "sem problemas", "nao tenho problema", "nao me importo", "nao tem problemas",
    "nao vejo problema", "nao atrapalha", "nao me atrapalha", "nao e problema", "nao tem porque nao", "nao me incomodo",
    "nao me incomoda", "nao incomoda", "nao tem nada contra", "nada contra", "nao tenho nada contra", "nao ligo", "nao faz diferenca",
    "nao esquento", "nao tem erro", "nao faz mal", "nao seria problema", "nao vejo problema nenhum", "nao tem problema nenhum",
    "nao tem problema algum", "problema nenhum", "nenhum problema", "nao vejo nenhum problema", "nao tem nenhum problema",
    "nao tenho nenhum problema", "nao tenho problema nenhum", "nao ha nenhum problema", "nao vejo inconveniente", "nao ha inconveniente",
    "nao tem inconveniente", "nao tenho objecao", "nao ha objecao", "nenhuma objecao", "que nao possa", "que nao consiga",
    "que nao sirva", "que nao esteja", "que nao receba", "que nao funcione", "nao me oponho", "nao ha empecilho", "nao tem empecilho",
    "nao e que nao possa", "nao e que nao posso", "nao e que nao de", "nao quer dizer que nao possa", "nao significa que nao possa",
    "nao e verdade que nao posso", "nao estou dizendo que nao posso", "nao disse que nao posso", "nao falei que nao posso",
)  # fmt: skip

_ANY_OF = (
    "qualquer hora", "qualquer horario", "qualquer dia e horario", "qualquer dia e hora", "qualquer dia e qualquer hora",
    "qualquer hora e dia", "qualquer horario e dia", "qualquer dia e qualquer horario", "qualquer dia ou horario",
    "qualquer hora e qualquer dia", "qualquer horario e qualquer dia", "qualquer dia a qualquer hora", "qualquer dia qualquer hora",
    "qualquer dia qualquer horario", "qualquer dia da semana e horario", "qualquer dia em qualquer horario",
    "qualquer dia da semana e qualquer horario", "qualquer dia da semana a qualquer hora", "qualquer momento", "qualquer dia ou hora",
    "qualquer periodo", "qualquer hora do dia", "qualquer horario do dia", "qualquer dia da semana qualquer horario",
    "qualquer hora qualquer dia", "qualquer horario qualquer dia", "qualquer um dos horarios", "quaisquer horarios",
    "qualquer data e horario", "qualquer dia e periodo", "qualquer turno", "qualquer data",
)  # fmt: skip
_PLEASE = (
    "quiser", "quiserem", "querer", "quizer", "quizerem", "puder", "puderem", "der", "desejar", "desejarem", "preferir", "preferirem",
    "convier", "for melhor", "for possivel", "for bom", "acharem melhor", "achar melhor", "der certo", "for mais facil", "quer", "querem",
    "deus quiser", "ficar melhor", "ficar bom", "for conveniente", "for mais conveniente", "for necessario", "precisar", "precisarem",
    "tiver vaga", "tiver horario", "tiver disponivel", "tiver disponibilidade", "tiverem disponibilidade", "tiverem horario",
    "tiver tempo", "achar", "acharem", "vier", "vierem", "for", "mandar", "mandarem", "escolher", "escolherem", "marcar", "marcarem",
    "for melhor para voces", "voces puderem", "voces quiserem", "vc quiser", "o tecnico puder", "ele puder", "eles puderem", "ele quiser",
    "eles quiserem", "o prestador puder",
)  # fmt: skip
_WHENEVER = (
    "quando", "a hora que", "o dia que", "no dia que", "na hora que", "o horario que", "no horario que", "hora que", "dia que",
    "horario que", "o dia e a hora que", "o dia e horario que", "dia e hora que", "sempre que", "o momento que", "quando voces",
    "a hora que voces", "como", "o que",
)  # fmt: skip
ANY = (  # strong
    "fico em casa direto", "estou em casa direto", "estou direto aqui", "vivo em casa", "pode ser qualquer dia",
    "pode ser qualquer horario", "pode ser qualquer hora", "pode ser a qualquer hora", "pode vir qualquer dia", "podem vir qualquer dia",
    *_ANY_OF, *(f"{word} {each}" for word in ("a", "em") for each in _ANY_OF),
    *(f"{when} {please}" for when in _WHENEVER for please in ("quiser", "quiserem", "puder", "puderem")), "problema nenhum de horario",
    "sem problema de horario", "nao tem problema nenhum de horario", "nao tem problema de horario", "sem restricao de horario",
    "sem restricoes de horario", "nenhuma restricao de horario", "horario livre", "horarios livres", "horario flexivel",
    "totalmente livre", "horario e livre", "fico o dia todo em casa", "fico o dia inteiro em casa", "fico sempre em casa",
    "horarios flexiveis", "tenho horario flexivel", "tenho horarios flexiveis", "estou sempre em casa", "sempre estou em casa",
    "sempre tem gente", "sempre tem alguem", "sempre tem gente em casa", "sempre tem alguem em casa", "tem sempre gente",
    "tem sempre alguem", "tem sempre gente em casa", "tem gente o dia todo", "tem gente sempre", "fico direto em casa",
    "estou direto em casa",
)  # fmt: skip
_NO_BAD = ("nenhum", "nenhuma", "nao tem", "nao existe", "nao ha", "nao tenho", "sem", "nao existe mais", "nao")
_BAD = (
    "hora ruim", "horario ruim", "tempo ruim", "dia ruim", "horario proibido", "hora marcada", "hora certa", "hora nem dia",
    "dia nem hora", "horario que nao de", "hora que nao de", "dia que nao de", "horario que nao da", "hora que nao da", "dia que nao da",
    "nenhum horario ruim", "nenhuma hora ruim", "horario que atrapalhe", "hora que atrapalhe", "horario impossivel", "horario bloqueado",
    "horarios bloqueados", "horario especifico", "horario em especial",
)  # fmt: skip
_NO_LIMIT = (
    "restricao", "restricoes", "impedimento", "impedimentos", "objecao", "objecoes", "empecilho", "empecilhos", "preferencia",
    "preferencias", "limitacao", "limitacoes", "problema com horario", "problema com horarios", "problemas com horario",
    "problemas com horarios", "problema de horario", "problemas de horario", "frescura", "exigencia", "indisponibilidade", "bloqueio",
    "oposicao", "problema em relacao a horario", "problema quanto a horario", "problema quanto ao horario", "horario restrito",
    "horarios restritos",
)  # fmt: skip
_NONE_OF = (
    "sem", "nenhum", "nenhuma", "zero", "nao tenho", "nao tem", "nao ha", "nao tenho nenhum", "nao tenho nenhuma", "nao tem nenhum",
    "nao tem nenhuma", "nao ha nenhum", "nao ha nenhuma", "nao existe", "nao existe nenhum", "nao existe nenhuma", "sem nenhum",
    "sem nenhuma", "nao temos", "nao temos nenhum", "nao temos nenhuma", "nao possuo", "nao possuo nenhuma", "nao possuo nenhum",
    "nao possuimos", "nem", "tenho nenhum", "tenho nenhuma", "nao haveria", "nao vejo", "nao vejo nenhum", "nao vejo nenhuma", "inexiste",
    "inexistem",
)  # fmt: skip
ANY_WEAKLY = (
    "nenhum horario e problema", "nenhum horario e ruim", "nenhum dia e problema", "nenhum dia e ruim", "nenhuma hora e ruim",
    *_after(_WHENEVER, _PLEASE), "quando der", *(f"{no} {bad}" for no in _NO_BAD for bad in _BAD),
    *(f"{none} {limit}" for none in _NONE_OF for limit in _NO_LIMIT), "tanto faz", "tanto fez", "nao ha", "nao tem", "nao tem nenhum",
    "nao tem nenhuma", "nao tenho nenhum", "nenhuma", "nenhum horario restrito", "sempre", "todos podem", "nao tenho nenhuma",
    "nao existe", "tudo livre", "livre sempre", "sempre livre", "pode sempre", "posso sempre", "sempre posso", "sempre em casa",
    "qualquer", "qualquer um", "qualquer uma", "o que for melhor", "voces que sabem", "voce que sabe", "voces que mandam",
    "voce que manda", "voces decidem", "voce decide", "voces escolhem", "voce escolhe", "fica a criterio", "a criterio", "a seu criterio",
    "indiferente", "pode ser qualquer", "e indiferente", "me adapto", "gente se adapta", "nos adaptamos", "todos os horarios",
    "todas as horas", "toda hora", "todo horario", "toda hora e hora", "tudo hora e hora", "toda hora e boa", "todos servem",
    "todos os horarios e dias", "todos os dias e horarios", "todos os dias e horas", "os tres periodos", "todos os periodos",
    "todo horario serve", "todos horarios", "todas horas", "ate de madrugada", "ate de noite", "ate a noite se quiser", "24h", "24hs",
    "24 horas", "24 horas por dia", "24h por dia", "24 por 7", "por mim tanto faz", "para mim tanto faz", "nao me importa",
    "ficar a vontade", "fique a vontade", "fiquem a vontade", "pode ficar a vontade", "sinta se a vontade", "sintam se a vontade", "24 h",
    "24 7", "dia e noite", "full time", "o que voces acharem", "do jeito que quiser", "disponibilidade total", "total disponibilidade",
    "disponivel sempre", "sempre disponivel", "disponibilidade integral", "livre o dia todo", "livre o dia inteiro",
    "livre a semana toda", "a semana toda livre", "livre todos os dias", "tudo certo qualquer dia", "a hora de voces",
    "no horario de voces", "o horario de voces",
)  # fmt: skip
LIKE = (
    "prefiro", "preferia", "preferiria", "de preferencia", "preferencialmente", "preferencia", "pode ser", "poderia ser", "se possivel",
    "se der", "melhor", "seria melhor", "seria bom", "gostaria", "queria", "ideal", "o ideal", "o ideal seria", "preferimos", "podia ser",
    "seria ideal", "seria otimo", "o melhor seria", "melhor seria", "o melhor horario e", "melhor horario e", "o melhor e",
    "se puder ser", "se pudesse ser", "se desse", "se pudesse", "se conseguir", "se conseguirem", "se puderem", "se puder",
    "minha preferencia e", "dou preferencia", "tenho preferencia", "mais tranquilo", "acho melhor", "fica melhor", "e melhor",
    "de preferenca", "preferivel", "preferivelmente", "adoraria", "ia ser bom", "seria legal", "seria perfeito", "seria mais facil",
    "e mais facil", "mais facil", "gostaria que fosse", "queria que fosse", "se fosse", "seria", "melhor horario", "o melhor horario",
    "o melhor dia", "o melhor dia e", "melhor dia", "mais conveniente", "mas nao e obrigatorio", "da preferencia", "daria preferencia",
    "priorizem", "priorize", "preferencial", "de preferencias", "nao e obrigatorio", "nao precisa ser", "quem sabe",
)  # fmt: skip
REST = (
    "semana livre", "semana ok", "semana tranquila", "semana de boa", "semana toda livre", "semana normal", "resto", "no resto",
    "o resto", "restante", "no restante", "outros horarios", "nos outros horarios", "demais horarios", "nos demais horarios",
    "outros dias", "nos outros dias", "nos demais dias", "demais dias", "nos demais", "nos outros", "outro horario", "fora disso",
    "fora isso", "todo o resto", "todos os outros", "o restante", "outro dia", "os outros", "os outros dias", "os demais", "outras",
    "as outras", "nas outras", "o resto todo", "resto da semana", "no resto da semana", "o resto da semana", "resto do dia",
    "o resto do dia", "no resto do dia", "no mais", "de resto", "demais", "todo resto", "fora esse", "fora esses", "fora essa",
    "fora essas", "tirando isso", "tirando esse", "tirando esses", "tirando essa", "exceto isso", "fora esse dia", "fora esses dias",
    "fora esse horario", "fora esses horarios", "tirando esse horario", "tirando esses horarios", "tirando esse dia",
    "tirando esses dias", "nas demais", "as demais", "outras horas", "em outros horarios", "em outros dias", "em outro horario",
    "em outro dia", "os outros horarios", "no outro horario", "restante da semana", "o restante da semana", "no restante da semana",
    "restante dos dias", "nas outras horas", "outros", "resto dos dias", "o resto dos dias", "nos dias restantes", "outros periodos",
    "nos outros periodos", "resto do mes", "o resto do mes", "no resto do mes", "depois disso", "apos isso", "depois dai",
    "depois desse dia", "depois dessa data", "depois e", "no geral", "em geral", "nas outras datas", "outras datas", "qualquer outro dia",
    "qualquer outro horario", "qualquer outra hora", "todos os outros dias", "todos os outros horarios", "todos os demais",
    "qualquer outro", "fora desse horario", "fora desses horarios", "fora desse dia", "fora desses dias", "fora desse periodo",
    "todas as outras", "alem disso", "outro periodo", "nos outros dias da semana", "outros dias da semana", "os outros dias da semana",
    "demais dias da semana", "nos demais dias da semana", "os demais dias", "os demais horarios", "as outras horas", "outras tardes",
    "outras manhas",
)  # fmt: skip
FIX = (
    "alias", "quer dizer", "ou melhor", "digo", "na verdade", "corrigindo", "minto", "errei", "correcao", "me enganei", "melhor dizendo",
    "pensando melhor", "menti", "errado", "escrevi errado", "digitei errado", "nao minto", "nao alias", "ou seja", "isto e",
    "eu quis dizer", "quis dizer", "confundi", "me confundi", "na vdd", "retifico", "retificando", "corrijo", "corretor",
    "corretor maldito", "troquei", "falei errado", "mentira",
)  # fmt: skip
EXCUSES = (
    "esquece", "esqueca", "esquecam", "perdao", "desculpa", "desculpe", "ops", "opa", "eita", "nao desculpa", "nao desculpe",
    "nao perdao", "pera", "perai", "espera", "espera ai", "pera ai", "calma", "oops", "opss", "vixe", "ih", "xi", "epa", "puts", "putz",
    "ah nao", "nao pera", "nao espera", "foi mal", "mal ai", "ixi", "ixe",
)  # fmt: skip
VAGUE = (
    "do mes", "por mes", "primeira", "ultima", "penultima", "vejo", "confirmo", "verifico", "escala", "plantao", "plantoes",
    "plantonista", "turno", "turnos", "revezamento", "revezo", "alternado", "alternados", "alternadas", "alternada", "dia sim", "dia nao",
    "semana sim", "semana nao", "quinzena", "quinzenal", "quinzenalmente", "de quinze em quinze", "folga", "folgas", "depende",
    "dependendo", "varia", "variam", "variavel", "talvez", "as vezes", "as vzs", "feriado", "feriados", "pares", "impares", "par",
    "impar", "semana par", "semana impar", "intercalado", "intercalados", "intercalo", "final da tarde", "fim da tarde", "fim de tarde",
    "final de tarde", "finalzinho da tarde", "finalzinho de tarde", "finzinho da tarde", "finzinho de tarde", "comeco da tarde",
    "inicio da tarde", "comecinho da tarde", "meio da tarde", "comeco da manha", "inicio da manha", "comecinho da manha", "fim da manha",
    "final da manha", "finalzinho da manha", "meio da manha", "comeco da noite", "inicio da noite", "fim da noite", "final da noite",
    "finalzinho da noite", "comeco da semana", "inicio da semana", "tardinha", "tarde da noite", "muito tarde", "muito cedo", "mais cedo",
    "mais tarde", "fim do dia", "final do dia", "comeco do dia", "inicio do dia", "finalzinho do dia", "lua", "por volta", "la pelas",
    "la pras", "la para as", "mais ou menos", "aproximadamente", "umas", "pode ser que", "acho que", "primeira semana", "segunda semana",
    "terceira semana", "ultima semana", "duas semanas", "cada", "quinzenais", "um dia sim", "outro nao", "outro sim", "todos", "todas",
    "nem sempre", "quase sempre", "quase", "geralmente", "normalmente", "de vez em quando", "quando", "depois que", "assim que",
    "antes que", "enquanto", "raramente", "alguns", "algumas", "alguma", "algum", "ainda nao sei", "nao sei", "sei la",
    "nao tenho certeza", "nao sei dizer", "sem previsao", "imprevisivel", "incerto", "muda", "mudam", "mudando", "muda muito", "rodizio",
    "embarcado", "embarcada", "offshore", "sobreaviso", "tem dia que", "tem dias que", "tem vez que", "tem vezes que", "certos dias",
    "uns dias", "um dia", "vez ou outra", "vira e mexe", "primeira segunda", "ultimo sabado", "primeiro sabado", "primeira quinzena",
    "segunda quinzena", "semana e outra", "uma semana", "na outra", "dia trabalho", "nao lembro", "preciso ver", "preciso confirmar",
    "vou ver", "vou confirmar", "tenho que ver", "vou verificar", "vou checar", "te aviso", "aviso depois", "te falo", "te digo",
    "depois te", "liga para mim", "me liga", "combinar", "a combinar", "combina comigo", "combinamos", "a definir", "em aberto",
    "sem horario fixo", "sem horario certo", "nao tenho horario", "nao tenho horario certo", "nao tenho horario fixo", "nao tenho hora",
    "nao tenho hora certa", "nao tenho rotina", "dia de jogo", "dias de jogo", "jogo do", "chuva", "chover", "quando chove", "se chover",
    "de tempos em tempos", "ocasionalmente", "eventualmente", "frequentemente", "as segundas sim", "por agora", "mais pro fim",
    "mais para o fim", "mais para o final", "mais pro final", "la pelo", "meio que", "tipo umas", "por ai", "ou coisa assim",
    "algo assim", "a cada", "de 15 em 15", "escalas", "hora certa", "folgo", "folgar", "folguista", "duas vezes", "uma vez",
    "3 vezes por semana", "vezes por semana",
)  # fmt: skip


STRONG_MARKS: dict[Mark, tuple[str, ...]] = {
    "not": (*_after(NEGATIONS, (*CAN, *CAN_IF_LIMITED)), *CANNOT),
    "only": (*_after(("so", "apenas", "somente"), (*CAN, *CAN_IF_LIMITED)), *_after((*CAN, "pode", "da"), ("so", "apenas", "somente"))),
    "yes": CAN, "any": ANY, "except": STRONG_EXCEPT, "like": LIKE,
}  # fmt: skip
# Words that limit a time only where nothing else is said.
WEAK_MARKS: dict[Mark, tuple[str, ...]] = {
    "only": (*ONLY, *_after(("so", "apenas", "somente"), CAN_IF_LIMITED_WEAKLY)),
    "not": (*CANNOT_WEAKLY, "so nao", *_after(NEGATIONS, CAN_IF_LIMITED_WEAKLY), *_after(_COPULAS, _IS_BAD)), "except": EXCEPT,
    "yes": (*CAN_WEAKLY, *YES), "free": (*FREE, *_after(FREE, ("nenhum", "nenhuma", "algum", "alguma", "nao"))), "any": ANY_WEAKLY,
    "rest": REST, "fix": FIX, "excuse": EXCUSES,
    "morning": ("cedo", "cedinho", "logo cedo", "bem cedo", "bem cedinho", "logo cedinho", "na parte da manha cedo"),
    "vague": (*VAGUE, *_after(("nesses dias", "nesse dia"), ("de manha", "a tarde", "de tarde", "a noite", "de noite"))),
    "but": ("mas", "porem", "so que", "entretanto", "contudo", "todavia", "ja", "no entanto"), "also": ("tambem",),
    "and": ("e", "ou", "mais"), "to": ("a", "ate", "as", "ao"),
    "comma": (
        "porque", "pois", "ja que", "por causa", "entao", "por isso", "devido", "assim", "dai", "ai", "visto que", "uma vez que",
        "por conta", "logo", "portanto", "tipo", "tipo assim", "em razao", "em funcao", "por motivo",
    ),
}  # fmt: skip

# Asked when nobody can be received: at no time.
PLAIN_NO = frozenset((
    "nao", "n", "nenhum", "nenhuma", "nao tem", "nao ha", "nao tenho", "nada", "nenhum horario", "nenhum dia", "nao, nenhum",
    "nao, nenhuma",
    "nao nenhum", "nao tenho nao", "nao tem nao", "tem nao", "tenho nao", "nop", "nops", "nope", "nn", "negativo", "nenhuma restricao",
    "zero", "nada nao", "nadinha", "nenhum deles", "nenhum nao",
    "nenhuma nao", "nao senhor", "nao senhora", "nao moca", "nao moco", "nao, senhora", "nao, senhor", "nao obrigado", "nao obrigada",
    "nao, obrigado", "nao, obrigada", "em nenhum", "a nenhuma", "em nenhum horario", "em nenhuma hora", "nenhuma hora", "nao existe",
    "sem", "nunca", "naum", "nem um", "nehum", "nenum",
))  # fmt: skip
