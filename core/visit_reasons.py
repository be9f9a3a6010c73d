"""What keeps people from being at home, as they tell it: "trabalho", "tenho aula", "levo meu neto na escola"; folded."""

# A verb of the writer's own: what follows it, up to the next time or word of visits, tells the reason and nothing else.
DOINGS = (
    "estou internado", "estou internada", "estou hospitalizado", "estou hospitalizada", "fui internado", "fui internada", "trabalho",
    "trabalhamos", "trabalhando", "trabalho fora", "almocando fora", "acordo tarde", "durmo tarde", "chego tarde", "volto tarde",
    "acordo muito tarde", "levanto tarde", "levanto", "trabalho ate tarde", "fico so com", "fico sozinha com", "fico sozinho com",
    "estou so com", "abro tarde", "trabaio", "trampo", "trampando", "estudo", "estudamos", "estudando", "durmo", "dormimos", "dormindo",
    "descanso", "descansando", "cuido", "cuidamos", "cuidando", "levo", "levamos", "busco", "buscamos", "faco", "fazemos", "fazendo",
    "dou", "damos", "dando", "atendo", "atendemos", "atendendo", "viajo", "viajamos", "viajando", "viajarei", "viajaremos", "malho",
    "malhando", "treino", "treinando", "corro", "caminho", "cozinho", "cozinhando", "abro", "fecho", "fechamos", "ajudo", "ajudando",
    "acompanho", "acompanhando", "visito", "participo", "frequento", "canto", "toco", "jogo", "nado", "danco", "vendo", "almoco fora",
    "almocando", "janto", "tomo", "recebo visita", "recebo visitas", "passeio", "passeando", "pesco", "planto", "prego", "rezo", "medito",
    "dirijo", "dirigindo", "entrego", "rodo", "costuro", "gravo", "gravando", "ensino", "ensinando", "leciono", "lecionando", "assisto",
    "assistindo", "apresento", "trabalha", "trabalham", "estuda", "estudam", "dorme", "dormem", "abrimos", "acordo", "lavo", "limpo",
    "mudo", "almocamos", "jantamos", "tiro", "preciso ir", "tenho que ir", "preciso sair", "tenho que sair", "tenho que", "preciso levar",
    "preciso buscar", "tenho de", "vou", "vamos", "irei", "iremos", "estou indo", "fui", "realizo", "pratico", "ministro", "presto",
    "exerco", "organizo", "preparo", "produzo", "monto", "conserto", "opero", "brinco", "rego", "coordeno", "conduzo", "oriento",
    "resolvo", "fico", "ficamos", "durmo ate", "acordo as", "operando", "internado", "internada", "viajei", "me mudo", "mudando", "sirvo",
    "servimos", "ensaio", "ensaiando", "torco", "compro", "bato ponto", "bato cartao", "passo o dia", "passo a manha", "passo a tarde",
    "passo",
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
    "soneca", "sesta", "cochilo", "estudos", "bico",
)  # fmt: skip
# A word that makes a reason of whatever follows it: "tenho X", "estou no X", "estou fazendo X".
BEING_AT = (
    "tenho", "temos", "estou no", "estou na", "estou em", "estou com", "estou de", "estou fazendo", "estou dando", "estou indo",
    "estou sempre no", "estou sempre na", "fico no", "fico na", "fico com", "fico em", "vou estar no", "vou estar na", "vou estar em",
    "vou estar com", "vou estar fazendo", "vou estar de", "estarei no", "estarei na", "estarei em", "estarei com", "estarei de",
    "estarei fazendo", "estamos no", "estamos na", "estamos em", "estamos com", "ficamos no", "ficamos na", "estaremos no",
    "estaremos na", "tem reuniao", "tem culto", "tem missa", "tem aula", "tem prova", "tem feira", "tem consulta", "tem treino",
    "tem jogo", "tem ensaio", "tem medico", "tem faxina", "ha reuniao", "ha culto", "ha missa", "estou a", "estou num", "estou numa",
    "terei", "teremos", "vou ter", "vamos ter", "e dia de", "e dia da", "e dia do", "meu dia de", "meu dia da", "e meu", "e minha",
    "e o dia", "que e o dia", "meu horario de", "minha hora de", "vou estar trabalhando", "vou estar viajando", "estarei trabalhando",
    "estarei viajando", "estou trabalhando", "estou viajando", "estou dormindo", "estou estudando", "meu expediente e", "meu expediente",
    "expediente", "meu horario de trabalho e", "meu horario de trabalho", "horario de trabalho", "meu turno e", "minha jornada e",
    "minha jornada", "minhas aulas sao", "minha aula e",
)  # fmt: skip
LEAVING = (  # "saio às 7 e chego às 18h"
    "almoco as", "janto as", "durmo as", "acordo as", "saio", "saio de casa", "saimos", "entro", "entramos", "pego no servico",
    "pego no trabalho", "pego servico", "comeco", "comecamos", "entro no trabalho", "entro no servico", "pego as", "abro a loja", "abro",
    "abrimos", "inicio", "vou trabalhar", "vou para o trabalho", "saio para trabalhar", "saio para o trabalho", "entro para trabalhar",
    "pego", "largo as", "pego o batente",
)  # fmt: skip
COMING_BACK = (
    "chego", "chego em casa", "chegamos", "chegamos em casa", "estou de volta", "estou em casa as", "volto", "volto para casa",
    "voltamos", "so chego", "so chego em casa", "so volto", "so volto para casa", "retorno", "so retorno", "chegar em casa",
    "chego do trabalho", "chego do servico", "so chego do trabalho", "so chego do servico", "chego la", "estarei de volta",
    "volto do trabalho", "volto do servico", "so estou de volta", "so apareco em casa", "chego por volta",
)  # fmt: skip
ENDING = (
    "largo", "saio", "termino", "paro", "largo do servico", "saio do trabalho", "saio do servico", "termina", "acaba", "encerro", "fecho",
    "fechamos", "saimos", "encerramos", "fecho a loja", "acabo", "vou ate", "fico ate", "descanso ate", "trabalho ate",
)  # fmt: skip
