"""Phrases that share a word with danger and mean none: what only sounds like gas, fire, a shock, a flood or a burglary."""

_STINKS = "lixo lixeira lata saco esgoto repolho ovo ovos comida panela tinta bueiro fossa ralo cachorro gato rato acetona esmalte"
_GAS_WAS = tuple(f"gas {was} {what}" for was in ("era", "era so") for what in _STINKS.split())
_LITTLE = "pouco pouquinho tiquinho bocadinho cadinho tico"
_DROPPED = "chave chaves celular brinco anel alianca oculos moeda cartao carteira brinquedo bola fone controle"
_FELL = tuple(f"caiu {what}" for what in _DROPPED.split())
_PUDDLES = tuple(f"{filled} {little}" for filled in ("alagou", "inundou", "transbordou") for little in _LITTLE.split())
_OWNERS = "sindico sindica dono dona proprietario locador corretor administradora imobiliaria banco governo empreiteiro"
_NAME_CALLED = tuple(f"{who} e {name}" for who in _OWNERS.split() for name in ("ladrao", "ladra", "bandido", "ladroes"))
_WEATHER = tuple(f"{what} de rachar" for what in ("calor", "calor ta", "calor esta", "frio", "frio ta", "sol", "sol ta", "ta", "esta"))
_MOODS = "rir riso raiva odio febre calor vergonha alegria felicidade orgulho ciume inveja saudade amor"
_FEELINGS = (
    *(f"{does} {mood}" for does in ("explod*", "peg* fogo", "ard*", "queimando", "desab*") for mood in _MOODS.split()),
    *(f"{am} eletrizad*" for am in ("fiquei", "ficamos", "estou", "to", "saimos", "sai")),
)

FALSE_FRIENDS = (
    # gas of other things, and gas that is bought
    "gas ar", "gas split", "gas geladeira", "gas freezer", "gas frigobar", "gas refriger*", "gas condicionado", "gas carbonic*",
    "agua com gas", "conta gas", "boleto gas", "fatura gas", "falta gas", "faltando gas", "acab* gas", "gas acab*", "gas ja acab*",
    "comprar gas", "entrega gas", "entregador gas", "pedir gas", "pedi gas", "preco gas", "valor gas", "gas bill", "low on gas",
    "cuenta gas", "e a gas", "sem gas", "gas station", "pouco gas", "ligacao gas", "consumo gas", "companhia gas", "moco do gas",
    # fire that is none
    "no fogo", "ao fogo", "fogo fogao", "fogo no fogao", "fogo boca*", "fogo forno", "fogo cooktop", "fogo alto", "fogo baixo",
    "fogo brando", "fogo medio", "fogos artificio", "corta fogo", "prova fogo", "arma fogo", "armas fogo", "acender fogo",
    "acende fogo", "fogo na boca*", "fogo nao acende", "fumaca vizinh*", "chama o", "chama alguem", "chama ele", "chama ela",
    "curto prazo", "curto periodo", "curto tempo", "curto espaco", "curto intervalo", "fio curto", "e curto", "eh curto", "cabo curto",
    "fire station", "mangueira incendio", "resistencia queimad*", "lampada queimad*", "chuveiro queimad*", "fio cabelo",
    "fio interfone", "fio telefone", "fio internet", "fio dental", "extensao contrato", "extensao prazo", "quadro horario*",
    "quadro avisos", "agua quente", "explodindo de", "explodindo com", "explodir de", "explodiu de gente", "to explodindo",
    "estou explodindo", "quase explodindo", "cabeca vai explodir",
    # shocks of other kinds
    "em choque", "estado choque", "prova choque", "tratamento choque", "choque cultural", "choque termico", "choque gestao",
    "choque realidade", "choque preco*", "choque horario*", "choque agenda*", "choque anafilatico", "choque emocional", "para choque",
    "choque geracoes", "choque ordem",
    # water that is not out of control
    "area alagamento", "area alagad*", "regiao alagad*", "rua alag*", "rua inund*", "rua encheu", "avenida alag*", "cidade alag*",
    "alagou rua", "alagou avenida", "ladrao caixa", "ladrao agua", "ladrao boia", "ladrao pia", "ladrao reservatorio", "conta agua",
    "com chuva", "pela chuva", "por causa chuva", "depois chuva", "na chuva", *_PUDDLES,
    # what falls and is no part of the house
    *_FELL, "caiu ficha", "caiu internet", "papel parede", "ventilador teto", "quadro parede", "relogio parede", "armario parede",
    "teto reembolso", "teto valor", "teto gasto*", "teto reajuste", "teto orcamento", "teto meu orcamento", "caindo aos pedacos",
    "mundo desab*", "desab* chor*", "luz caiu", "caiu luz", "suporte parede", "casa caiu", "rachar conta", "rachar aluguel",
    "racha* conta", "racha* aluguel", "perto janela", "lado janela", "perto porta", "em cima porta", "acima janela", "em cima janela",
    "lado porta",
    # robbery that is none
    "e um roubo", "eh um roubo", "e um assalto", "eh um assalto", "um verdadeiro assalto", "um verdadeiro roubo", "virou um roubo",
    "ta um roubo", "roub* sinal", "roub* wifi", "roub* meu wifi", "roub* internet", "que assalto", "assalto ao bolso", "que roubo",
    "roub* no preco", "tive que arrombar", "tivemos que arrombar", "preciso arrombar", "precisei arrombar", "arrombei porta",
    "arrombei fechadura", "concreto armado", "guarda roupa", "me sinto roubad*", "me senti roubad*", "sentindo roubad*", "roub* no caucao",
    "roub* meu caucao", "roub* no aluguel", "roub* na multa", "roub* na conta",
    # who is not locked in
    "dentro fechadura", "dentro prazo", "sair do ar",
    # what only shares a word with danger: purchases, games, colours, other places
    "qualquer cheiro", "qualquer vazamento", "qualquer sinal", "qualquer faisca", "qualquer choque", "isso e assalto", "isso e roubo",
    "eh roubo", "eh assalto", "me roubando", "apag* incendios", "rua virou", "dentro porta", "dentro do cilindro", "dentro do miolo",
    "escada incendio", "subindo pela parede", "subindo pelas paredes", "desab* prateleira", "desab* cama", "fogo no coracao",
    "fogo coracao", "fogo espirito santo", "era so pintura", "era so da pintura", "era so na pintura", "era so tinta",
    "era so estetic*", "era so superficia*", "era so reboco", "era so no reboco", "agua gas", "porta do box", "porta box",
    "lacre hidrometro", "seguro cobr* alagamento*", "seguro cobr* enchente*", "seguro cobr* inundac*", "seguro cobr* desab*",
    "cobr* alagamento*", "cobr* enchente*", "cobr* inundac*", "cobr* desab*", "cobr* explos*", "cobr* incendio*", "cobr* roubo*",
    "cobr* furto*", "cobr* assalto*", "bairro alag*", "rua ja alag*", "rua ta alag*", "rua toda alag*", "rua esta alag*",
    "rua fica alag*", "avenida ta alag*", "rosa choque", "verde choque", "cor choque", "choque cor", "laranja choque",
    "trancad* de dor", "travad* de dor", "rachadura foi fechad*", "trinca foi fechad*", "fissura foi fechad*",
    "rachaduras foram fechad*", "trincas foram fechad*", "to trancad* de dor", "estou trancad* de dor", "to pres* de dor",
    "azul choque", "amarelo choque", "roxo choque", "vermelho choque", "pink choque", "era pequen*", "era fin*", "vai explodir",
    "explod* de sujeira", "roub* vaga", "roub* minha vaga", "roub* nossa vaga", "roub* lugar", "roub* meu lugar", "roub* tempo",
    "roub* meu tempo", "roub* sono", "roub* meu sono", "robaron plaza", "invadi* vaga", "invadi* minha vaga", "alagad* de servico",
    "atolad* de servico", "inundad* de servico", "apag* incendio no servico", "apag* incendio no trabalho", "fogo no parquinho",
    "botar fogo nisso", "tacar fogo nisso",
    "to pres* na cama", "estou pres* na cama", "fiquei pres* na cama", "gas chegou", "gas ja chegou", "gas nao chegou",
    "gas vai chegar",
    # a thread, of water and of hope; names that are called
    "cai um fio", "sai um fio", "so um fio", "um fio de agua", "um fiozinho", "por um fio", "bandido e quem", "ladrao e quem",
    "bando de bandido*", "bando de ladr*", "sao ladroes", "sao bandidos", "seus ladroes", "quer* explod*", "vontade de explod*",
    "quer* tac* fogo", "vontade de tac* fogo", "quer* bot* fogo", "vontade de bot* fogo", "que fogo", "ficou fogo", "cor fogo",
    "sindico e fogo", "voces sao fogo", "isso e fogo", "ele e fogo", "ela e fogo", "vida e fogo", "fogo palha", "e fogo viu",
    "fogo de palha", "fech* rachadura*", "fech* trinca*", "fech* fissura*", "tap* rachadura*", "tap* trinca*", "muito assalto",
    "muitos assaltos", "muito roubo", "muitos roubos", "incendio por dia", "incendio por semana", "fogo pelas", "fogo nos olhos",
    "corrente de ar", "fogo chao", "tem fogo chao", "parece invasao", *_GAS_WAS, *_NAME_CALLED, *_WEATHER, *_FEELINGS,
)  # fmt: skip
