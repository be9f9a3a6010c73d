"""Words of addresses as people type them, folded: kinds of streets, parts of a home's address, places, and what is none of them."""

STREETS = frozenset(
    "rua avenida alameda travessa praca estrada rodovia largo ladeira viela servidao beco passagem boulevard bulevar escadaria vereda"
    " marginal ave".split()
)
SHORT_STREETS = frozenset("r av al tv trav pca pc est estr rod lg lad vl".split())  # "R. Bahia"; "tv" and "lg" without a dot are things
SURE_SHORT = frozenset("r av trav pca rod estr".split())  # these need no dot
SQUARES = frozenset(  # Brasília, Palmas, Goiânia: a number is the name
    "quadra qd sqn sqs sqsw sqnw cln cls scs scn sgan sgas shis shin shcgn shigs qi ql qe qr qnm qnn qnl qna qnb qnc qnd qne qng qnj qs"
    " qn qsa qsb csa csb cnb arse arso arne arno super superquadra".split()
)
BUILDINGS = frozenset("edificio ed condominio cond residencial conjunto loteamento".split())  # count only with a unit behind them
UNITS = frozenset(  # followed by a number or a letter
    "apartamento apart apto apt ap apê ape bloco bl blc torre casa cs sala sl loja lj conjunto conj cj unidade und unid kitnet kit"
    " quitinete box galpao andar lote lt quadra qd km setor alameda rua modulo ala entrada cobertura portao".split()
)
BARE_UNITS = (
    "casa dos fundos",
    "casa de fundos",
    "casa fundos",
    "nos fundos",
    "fundos",
    "terreo",
    "sobrado",
    "cobertura",
    "frente",
    "altos",
)
AREAS = frozenset(
    "bairro vila vl jardim jd jard parque pq pque centro setor distrito zona nucleo cohab loteamento residencial condominio cond"
    " conjunto praia morro cidade chacara chacaras recanto balneario sitio fazenda edificio ed".split()
)
CITIES = frozenset(
    (
        "sao paulo|rio de janeiro|belo horizonte|porto alegre|curitiba|salvador|recife|fortaleza|belem|manaus|goiania|brasilia|"
        "vitoria|florianopolis|floripa|natal|joao pessoa|maceio|aracaju|teresina|sao luis|cuiaba|campo grande|palmas|macapa|"
        "boa vista|porto velho|rio branco|guarulhos|campinas|osasco|santo andre|sao bernardo|sao bernardo do campo|sao caetano|"
        "sao caetano do sul|diadema|maua|barueri|cotia|suzano|santos|sao vicente|guaruja|praia grande|sorocaba|jundiai|"
        "piracicaba|ribeirao preto|sao jose dos campos|sao jose do rio preto|bauru|limeira|americana|taubate|franca|"
        "presidente prudente|araraquara|sao carlos|marilia|niteroi|sao goncalo|duque de caxias|nova iguacu|petropolis|"
        "volta redonda|campos|macae|cabo frio|contagem|betim|uberlandia|uberaba|juiz de fora|montes claros|ipatinga|vila velha|"
        "serra|cariacica|londrina|maringa|ponta grossa|cascavel|foz do iguacu|sao jose dos pinhais|joinville|blumenau|itajai|"
        "balneario camboriu|chapeco|criciuma|sao jose|caxias do sul|pelotas|canoas|gravatai|novo hamburgo|sao leopoldo|"
        "santa maria|passo fundo|rio grande|olinda|jaboatao|jaboatao dos guararapes|caruaru|petrolina|paulista|feira de santana|"
        "vitoria da conquista|ilheus|lauro de freitas|camacari|caucaia|sobral|juazeiro do norte|mossoro|parnamirim|"
        "campina grande|ananindeua|santarem|maraba|aparecida de goiania|anapolis|aguas claras|taguatinga|ceilandia|"
        "varzea grande|dourados|rondonopolis|imperatriz"
    ).split("|")
)
LED_AREAS = frozenset(  # behind "no", "do" too: "no bairro Petrópolis"
    "bairro centro vila jardim jd parque setor conjunto condominio residencial edificio distrito".split()
)
STATES_TOO = frozenset("to se pa al ap ma es".split())  # are words of sentences, too
STATES = frozenset("ac al ap am ba ce df es go ma mt ms mg pa pb pr pe pi rj rn rs ro rr sc sp se to".split())
PARTICLES = frozenset("de da do das dos e d".split())
TITLES = frozenset("cel cap dr dra prof profa gen mal alm pe sta sto sr eng des dep vereador ver sen min com".split())  # "R. Cel. Lucena"
STOPS = frozenset(  # no word of a street
    "ha faz desde por uns umas um uma esperando tem esta ta e eh mas onde que so queimou nao n com sem em no na nos nas pra para pro"
    " pras meu minha meus minhas o a os as quando porque pq pois foi estou to tou estava estao tao alagou alagada ficou cheia inteira"
    " toda todo aqui ali la ja hoje ontem amanha agora se eu ele ela vcs voces sou moro mora cpf cnpj email mail tel cel telefone"
    " celular zap whats whatsapp cep urgente obrigado obrigada obg pf pode posso podem quero preciso queria gostaria vazamento vazando"
    " vaza quebrou entupiu chuveiro torneira sobre desse dessa deste desta nesse nessa esse essa este isso apareceu caiu escura"
    " movimentada".split()
)
NO_PLACES = STOPS | frozenset(  # no word of a district or a city either
    "contato nome urgencia grato grata favor prioridade alta media baixa problema quebrado quebrada entupido pia vaso ralo cano luz"
    " agua energia gas porta portao fechadura janela teto parede banheiro cozinha quarto sala tomada disjuntor esgoto inquilino"
    " inquilina proprietario proprietaria locatario locataria dono dona sindico sindica porteiro zelador vizinho vizinha tudo bem bom"
    " boa oi ola at att atenciosamente sabado domingo segunda terca quarta quinta sexta manha tarde noite horas hora dia dias tambem tb"
    " referente geladeira fogao maquina aquecedor box espelho macaneta armario lampada descarga privada sifao interfone campainha"
    " elevador piso azulejo rejunte forro gesso telha telhado calha muro varanda sacada garagem lavanderia bomba registro exaustor"
    " ventilador persiana boiler vazou entupida danificado danificada infiltracao goteira mofo manutencao conserto reparo contrato"
    " aluguel reembolso chamado aguardo ok sim valeu".split()
)
