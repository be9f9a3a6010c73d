"""Words of those who can be received at any time, or would merely like one: "qualquer horário", "tanto faz", "prefiro"; folded."""

from collections.abc import Iterable, Iterator

Phrases = Iterable[str]


def joined(firsts: Phrases, seconds: Phrases) -> Iterator[str]:
    return (f"{first} {second}".strip() for first in firsts for second in seconds)


BAD = (
    "impossivel", "inviavel", "fora de questao", "fora de cogitacao", "sem chance", "ruim", "complicado", "dificil", "pessimo", "horrivel",
    "impraticavel", "impossiveis", "ruins", "complicados", "complicadas", "dificeis", "inviaveis", "pessimas", "pessimos", "osso", "foda",
    "puxado", "pesado", "corrido", "corrida", "apertado", "apertada", "chato", "tenso", "lotado", "lotada", "cheio", "cheia", "proibido",
    "proibida", "impeditivo", "inconveniente",
)  # fmt: skip
COPULAS = ("e", "esta", "fica", "seria", "vai ser", "sera", "sao", "ficam", "estao", "e meio", "fica meio", "e muito", "sempre e")

_SHOPS = ("loja", "salao", "padaria", "bar", "restaurante", "escritorio", "mercado", "clinica", "escola", "lanchonete", "oficina", "firma")
FREE = (
    *joined(_SHOPS, ("nao abre", "nao funciona", "nao tem aula", "nao abrimos")),
    "nao tem problema", "nao ha problema", "sem problema", "sem problemas", "nao tenho problema", "nao me importo", "nao tem problemas",
    "nao vejo problema", "nao atrapalha", "nao me atrapalha", "nao e problema", "nao tem porque nao", "nao me incomodo", "nao me incomoda",
    "nao incomoda", "nao me incomodam", "nao atrapalham", "nao vai me atrapalhar", "nao vai atrapalhar", "nao pega nada", "nao da nada",
    "nao muda nada", "nao tem nada contra", "nada contra", "nao tenho nada contra", "nao ligo", "nao faz diferenca", "nao esquento",
    "nao tem erro", "nao faz mal", "nao seria problema", "nao vejo problema nenhum", "nao tem problema nenhum", "nao tem problema algum",
    "problema nenhum", "nenhum problema", "nao vejo nenhum problema", "nao tem nenhum problema", "nao tenho nenhum problema",
    "nao tenho problema nenhum", "nao ha nenhum problema", "nao vejo inconveniente", "nao ha inconveniente", "nao tem inconveniente",
    "nao tenho objecao", "nao ha objecao", "nenhuma objecao", "que nao possa", "que nao consiga", "que nao sirva", "que nao esteja",
    "que nao receba", "que nao funcione", "nao me oponho", "nao ha empecilho", "nao tem empecilho", "nao e que nao possa",
    "nao e que nao posso", "nao e que nao de", "nao quer dizer que nao possa", "nao significa que nao possa", "nao e verdade que nao posso",
    "nao estou dizendo que nao posso", "nao disse que nao posso", "nao falei que nao posso",
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
    *joined(
        ("estou", "estamos", "esta", "fico", "ficamos", "tem gente", "tem alguem", "vivo", "vivemos"),
        ("aqui direto", "direto aqui", "sempre aqui", "aqui sempre", "aqui o tempo todo", "o tempo todo aqui", "em casa o tempo todo",
         "sempre em casa", "em casa sempre", "em casa direto", "direto em casa", "o tempo todo em casa"),
    ),
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
_NO_BAD = (
    "nenhum", "nenhuma", "sem", "nao existe mais", "nao",
    *joined(("nao tem", "nao existe", "nao ha", "nao tenho", "nao temos"), ("", "nenhum", "nenhuma", "um", "uma")),
)  # fmt: skip
_BAD = (
    "hora ruim", "horario ruim", "tempo ruim", "dia ruim", "horario proibido", "hora marcada", "hora certa", "hora nem dia",
    "dia nem hora", "horario que nao de", "hora que nao de", "dia que nao de", "horario que nao da", "hora que nao da", "dia que nao da",
    "nenhum horario ruim", "nenhuma hora ruim", "horario que atrapalhe", "hora que atrapalhe", "horario impossivel", "horario bloqueado",
    "horarios bloqueados", "horario especifico", "horario em especial", "hora proibida", "dia proibido", "hora bloqueada", "dia bloqueado",
    "hora impossivel", "dia impossivel", "horario impeditivo", "hora impeditiva", "dia impeditivo", "dia certo", "dia especifico",
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
    *joined(("nenhum horario", "nenhum dia", "nenhuma hora"), tuple(joined(("e", "seria", "fica"), (*BAD, "problema")))),
    *joined(_NO_LIMIT, ("nenhuma", "nenhum", "alguma", "algum", "zero")), "hora nenhuma e ruim", "nao existe impeditivo",
    *joined(_WHENEVER, _PLEASE), "quando der", *(f"{no} {bad}" for no in _NO_BAD for bad in _BAD),
    *joined(_NONE_OF, (*_NO_LIMIT, *joined(_NO_LIMIT[:12], ("alguma", "algum", "nenhuma", "nenhum")))), "tanto faz", "tanto fez", "nao ha",
    "nao tem", "nao tem nenhum", "nao tem nenhuma", "nao tenho nenhum", "nenhuma", "nenhum horario restrito", "sempre", "todos podem",
    "nao tenho nenhuma", "nao existe", "tudo livre", "tudo liberado", "por mim tudo certo", "por mim tudo bem", "por mim tudo ok",
    "por mim tranquilo", "por mim beleza", "para mim tudo certo", "para mim tudo bem", "estou de boa", "estou suave", "estou tranquilo",
    "estou tranquila", "quanto antes melhor", "o quanto antes melhor", "pode vir ja", "podem vir ja", "pode vir hoje mesmo",
    "pode vir logo", "e so marcar",
    *joined(("e so", "so", "basta"), ("vir", "chegar", "interfonar", "chamar", "aparecer", "subir", "tocar", "tocar a campainha",
    "tocar o interfone", "bater", "bater na porta", "bater palma", "bater palmas")), "tudo aberto", "agenda livre", "agenda aberta",
    "agenda esta livre", "livre total", "tenho o dia livre", "tenho o dia todo livre", "liberado geral", "liberado total", "livre sempre",
    "sempre livre", "pode sempre", "posso sempre", "sempre posso", "sempre em casa",
    "qualquer", "qualquer um", "qualquer uma", "o que for melhor", "voces que sabem", "voce que sabe", "voces que mandam", "voce que manda",
    "voces decidem", "voce decide", "voces escolhem", "voce escolhe", "fica a criterio", "a criterio", "a seu criterio", "indiferente",
    "pode ser qualquer", "e indiferente", "me adapto", "gente se adapta", "nos adaptamos", "todos os horarios", "todas as horas",
    "toda hora", "todo horario", "toda hora e hora", "tudo hora e hora", "toda hora e boa", "todos servem", "todos os horarios e dias",
    "todos os dias e horarios", "todos os dias e horas", "os tres periodos", "todos os periodos", "todo horario serve", "todos horarios",
    "todas horas", "ate de madrugada", "ate de noite", "ate a noite se quiser", "7 dias por semana", "sete dias por semana",
    "7 dias na semana", "7 dias da semana", "24h", "24hs", "24 horas", "24 horas por dia",
    "24h por dia", "24 por 7", "por mim tanto faz", "para mim tanto faz", "nao me importa", "ficar a vontade", "fique a vontade",
    "fiquem a vontade", "pode ficar a vontade", "sinta se a vontade", "sintam se a vontade", "24 h", "24 7", "dia e noite", "full time",
    "o que voces acharem", "do jeito que quiser", "disponibilidade total", "total disponibilidade", "disponivel sempre",
    "sempre disponivel", "disponibilidade integral", "livre o dia todo", "livre o dia inteiro", "livre a semana toda",
    "a semana toda livre", "livre todos os dias", "tudo certo qualquer dia", "a hora de voces", "no horario de voces", "o horario de voces",
)  # fmt: skip
# An answer of nothing but one of these; asked.
PLAIN_ANY = frozenset((
    "livre", "livres", "liberado", "liberada", "a vontade", "a disposicao", "tranquilo", "tranquila", "de boa", "estou livre", "sussa",
    "suave", "tudo tranquilo", "por mim tranquilo", "sem estresse",
))  # fmt: skip
LIKE = (
    "prefiro", "preferia", "preferiria", "de preferencia", "preferencialmente", "preferencia", "se possivel",
    "se der", "seria melhor", "seria bom", "gostaria", "queria", "ideal", "o ideal", "o ideal seria", "preferimos",
    "seria ideal", "seria otimo", "o melhor seria", "melhor seria", "o melhor horario e", "melhor horario e", "o melhor e", "se puder ser",
    "se pudesse ser", "se desse", "se pudesse", "se conseguir", "se conseguirem", "se puderem", "se puder", "minha preferencia e",
    "dou preferencia", "tenho preferencia", "mais tranquilo", "acho melhor", "fica melhor", "e melhor", "de preferenca", "preferivel",
    "preferivelmente", "adoraria", "ia ser bom", "seria legal", "seria perfeito", "seria mais facil", "e mais facil", "mais facil",
    "gostaria que fosse", "queria que fosse", "gosto mais", "acho mais", "curto mais", "e mais tranquilo", "se nao der",
    "se nao for possivel", "se nao for incomodo", "se nao for pedir muito", "se nao for atrapalhar", "se nao for problema",
    "se nao puder", "se nao puderem", "se nao rolar", "se nao conseguirem", "se nao conseguir",
    "se fosse", "seria", "melhor horario", "o melhor horario", "o melhor dia", "o melhor dia e", "melhor dia", "mais conveniente",
    "mas nao e obrigatorio", "da preferencia", "daria preferencia", "priorizem", "priorize", "preferencial", "de preferencias",
    "nao e obrigatorio", "nao precisa ser", "quem sabe",
)  # fmt: skip
