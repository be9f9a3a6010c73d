"""What keeps people from being at home, as they tell it: "trabalho", "tenho aula", "levo meu neto na escola"; folded."""

# A verb of the writer's own: what follows it, up to the next time or word of visits, tells the reason and nothing else.
_STEMS = {  # of regular verbs, with the endings of I, he, we, they, doing
    ("o", "a", "amos", "am", "ando"): (
        "trabalh", "estud", "descans", "cuid", "lev", "viaj", "malh", "trein", "caminh", "cozinh", "acompanh", "particip", "frequent",
        "ajud", "pass", "ensai", "grav", "ensin", "costur", "rez", "pesc", "estagi", "cochil", "repous",
    ),
    ("o", "e", "emos", "em", "endo"): ("atend", "corr", "vend"),
}  # fmt: skip
_VERBS = tuple(
    f"{stem}{ending}"
    for endings, stems in _STEMS.items()
    for stem in stems
    for ending in endings
    if stem + ending not in ("cozinha", "passa")
)
_LATE = ("tarde", "ate tarde", "ate mais tarde", "muito tarde", "mais tarde", "mo tarde")
_SLEEPING = (
    "durmo", "dorme", "dormem", "dormimos", "acordo", "acorda", "acordam", "acordamos", "levanto", "levanta", "trabalho", "trabalha",
    "estudo", "estuda", "cheguei", "chego", "volto", "saio",
)  # fmt: skip
DOINGS = (
    *(f"{receive} {whom}" for receive in ("recebo", "recebemos", "atendo", "atendemos")
      for whom in ("fornecedor", "fornecedores", "cliente", "clientes", "paciente", "pacientes", "aluno", "alunos", "hospede", "hospedes",
                   "mercadoria", "mercadorias", "encomenda", "encomendas", "entrega", "entregas", "freguesa", "fregues", "alunas")),
    *(f"{verb} {late}" for verb in _SLEEPING for late in _LATE),
    "estou internado", "estou internada", "estou hospitalizado", "estou hospitalizada", "fui internado", "fui internada", "trabalho fora",
    "almocando fora", "levanto", "fico so com", "fico sozinha com", "fico sozinho com",
    "estou so com", "abro tarde", "trabaio", "trampo", "trampando", "durmo", "dormimos", "dormindo",
    "busco", "buscamos", "faco", "fazemos", "fazendo", "dou",
    "damos", "dando", "viajarei", "viajaremos", "abro", "fecho", "fechamos", "visito", "canto", "toco", "jogo", "nado", "danco",
    "almoco fora", "almocando",
    "janto", "tomo", "recebo visita", "recebo visitas", "passeio", "passeando", "planto", "prego", "medito", "dirijo",
    "dirigindo", "entrego", "rodo", "leciono", "lecionando", "assisto", "assistindo",
    "apresento", "dorme", "dormem", "abrimos", "acordo", "lavo", "limpo", "mudo", "almocamos",
    "jantamos", "tiro", "preciso ir", "tenho que ir", "preciso sair", "tenho que sair", "tenho que", "preciso levar", "preciso buscar",
    "tenho de", "vou", "vamos", "irei", "iremos", "estou indo", "fui", "realizo", "pratico", "ministro", "presto", "exerco", "organizo",
    "preparo", "produzo", "monto", "conserto", "opero", "brinco", "rego", "coordeno", "conduzo", "oriento", "resolvo",
    "acordo as", "embarco", "embarcando", "viro a noite", "viro noite", "viro a madrugada", *_VERBS, "operando", "internado", "internada",
    "viajei", "me mudo", "mudando", "sirvo", "servimos", "torco", "compro",
    "meu rodizio", "rodizio do carro", "rodizio do meu carro", "dia de rodizio", "dia do rodizio",
    "passo o dia", "passo a manha", "passo a tarde",
    )  # fmt: skip
# "Tenho aula", "tem culto", "vou ao médico", "no trabalho": something that takes place.
EVENTS = (
    "trabalho", "aula", "aulas", "faculdade", "facul", "curso", "cursinho", "viagem", "compromisso", "compromissos", "consulta",
    "consultas", "medico", "medica", "dentista", "reuniao", "reunioes", "culto", "missa", "academia", "terapia", "psicologo", "psicologa",
    "fisioterapia", "fisio", "pilates", "yoga", "ioga", "natacao", "hidroginastica", "hidro", "ginastica", "futebol", "treino", "ensaio",
    "prova", "provas", "exame", "exames", "cirurgia", "quimioterapia", "quimio", "hemodialise", "radioterapia", "escola", "colegio",
    "creche", "escolinha", "servico", "trampo", "expediente", "igreja", "templo", "terreiro", "hospital", "clinica", "ingles", "feira",
    "mercado", "salao", "unha", "cabelo", "manicure", "aniversario", "casamento", "festa", "batizado", "formatura", "velorio", "enterro",
    "audiencia", "entrevista", "concurso", "mestrado", "doutorado", "estagio", "laboratorio", "call", "calls", "daily", "meeting",
    "ferias", "judo", "jiu jitsu", "bale", "ballet", "danca", "musculacao", "crossfit", "corrida", "sessao", "fono", "atendimentos",
    "pacientes", "alunos", "almoco de familia", "churrasco", "praia", "sitio", "chacara", "roca", "lavoura", "interior", "centro",
    "banco", "cartorio", "delegacia", "forum", "vestibular", "enem", "congresso", "evento", "palestra", "mudanca", "passeio", "excursao",
    "romaria", "procissao", "novena", "catequese", "coral", "grupo de oracao", "estudo biblico", "show", "jogo", "campeonato", "pelada",
    "baba", "firma", "fabrica", "loja", "escritorio", "empresa", "oficina", "lojinha", "padaria", "restaurante", "consultorio",
    "sala de aula", "universidade", "ufpe", "usp", "ead", "vacina", "pericia", "inss", "tratamento", "curativo", "banho",
    "soneca", "sesta", "cochilo", "hospede", "hospedes", "visita em casa", "estudos", "bico",
)  # fmt: skip
# A word that makes a reason of whatever follows it: "tenho X", "estou no X", "estou fazendo X".
BEING_AT = (
    "tenho", "temos", "estou no", "estou na", "estou em", "estou com", "estou de", "estou fazendo", "estou dando", "estou indo",
    "estou sempre no", "estou sempre na", "fico no", "fico na", "fico com", "fico em", "vou estar no", "vou estar na", "vou estar em",
    "vou estar com", "vou estar fazendo", "vou estar de", "estarei no", "estarei na", "estarei em", "estarei com", "estarei de",
    "estarei fazendo", "estamos no", "estamos na", "estamos em", "estamos com", "ficamos no", "ficamos na", "estaremos no", "estaremos na",
    *(f"{has} {event}" for has in ("tem", "ha", "vai ter") for event in (*EVENTS, "faxina")), "estou a", "estou num", "estou numa", "terei",
    "teremos", "vou ter", "vamos ter", "e dia de", "e dia da", "e dia do", "meu dia de", "meu dia da", "e meu", "e minha", "e o dia",
    "que e o dia", "meu horario de", "minha hora de", "vou estar trabalhando", "vou estar viajando", "estarei trabalhando",
    "estarei viajando", "estou trabalhando", "estou viajando", "estou dormindo", "estou estudando", "meu expediente e", "meu expediente",
    "expediente", "meu horario de trabalho e", "meu horario de trabalho", "horario de trabalho", "meu turno e", "minha jornada e",
    "minha jornada", "minhas aulas sao", "minha aula e",
)  # fmt: skip
LEAVING = (  # "saio às 7 e chego às 18h"
    "almoco as", "janto as", "durmo as", "acordo as", "saio", "saio de casa", "saimos", "entro", "entramos", "pego no servico",
    "pego no trabalho", "bato ponto", "bato o ponto", "pego servico", "comeco", "comecamos", "entro no trabalho", "entro no servico",
    "pego as", "abro a loja", "abro",
    "abrimos", "inicio", "vou trabalhar", "vou para o trabalho", "saio para trabalhar", "saio para o trabalho", "entro para trabalhar",
    "pego", "pego o batente",
)  # fmt: skip
COMING_BACK = (
    "chego", "chego em casa", "chegamos", "chegamos em casa", "estou de volta", "estou em casa as", "volto", "volto para casa",
    "voltamos", "so chego", "so chego em casa", "so volto", "so volto para casa", "retorno", "so retorno", "chegar em casa",
    "chego do trabalho", "chego do servico", "so chego do trabalho", "so chego do servico", "chego la", "estarei de volta",
    "volto do trabalho", "volto do servico",
    *(f"{verb} {of} {event}" for verb in ("saio", "volto", "chego", "saimos", "retorno") for of in ("do", "da") for event in EVENTS),
    "so estou de volta", "piso em casa", "so piso em casa", "ponho os pes em casa", "so ponho os pes em casa",
    "so apareco em casa", "chego por volta",
)  # fmt: skip
CLOSING = ("fecho", "fechamos", "fecho a loja", "fechamos a loja", "encerro", "encerramos", "acabo", "largo", "paro")
ENDING = (
    "saio", "termino", "largo do servico", "saio do trabalho", "saio do servico", "termina", "acaba",
    "saimos",
)  # fmt: skip
