"""Words of addresses as people type them, folded: kinds of streets, parts of a home's address, places, and what is none of them."""

import re

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
    "st bairro vila vl jardim jd jard parque pq pque centro setor distrito zona nucleo cohab loteamento residencial condominio cond"
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
        "varzea grande|dourados|rondonopolis|imperatriz|bh|poa|bsb|cwb"
    ).split("|")
)
DISTRICTS = frozenset(  # well known ones of large cities; others are known by where they stand
    (
        "aclimacao|adrianopolis|aflitos|afogados|agronomica|agua branca|agua rasa|agua verde|ahu|aldeota|alecrim|aleixo|alto boqueirao|"
        "alto da lapa|alto da xv|alto de pinheiros|amaralina|andarai|anita garibaldi|antonio bezerra|araes|asa norte|asa sul|atalaia|"
        "auxiliadora|azenha|bacacheri|bairro de fatima|bancarios|bangu|barao geraldo|barra|barra da tijuca|barra funda|barreiro|batel|"
        "batista campos|bela vista|belenzinho|belvedere|benfica|bessa|bigorrilho|boa esperanca|boa viagem|boa vista|bom fim|bom jesus|"
        "bom pastor|bom retiro|bonsucesso|boqueirao|bosque da saude|botafogo|bras|brooklin|brotas|bueno|buritis|butanta|cabo branco|"
        "cabral|cabula|cachambi|caicara|cajazeiras|calhau|cambeba|cambuci|cambui|campeche|campina|campinho|campo belo|campo limpo|"
        "campos eliseos|canasvieiras|candelaria|canela|canudos|capao raso|capao redondo|capim macio|casa amarela|casa forte|casa verde|"
        "cascadura|castelo|catete|cavalhada|centro civico|centro historico|chapada|cidade ademar|cidade alta|cidade baixa|cidade dutra|"
        "cidade industrial|cidade jardim|cidade nova|cidade operaria|cidade tiradentes|cidade velha|cohama|cohatrac|condor|consolacao|"
        "copacabana|coqueiros|cordeiro|cosme velho|cremacao|cristal|cristo rei|cruzeiro|del castilho|derby|dionisio torres|dom bosco|"
        "dom pedro|duque de caxias|embare|encantado|encruzilhada|engenho de dentro|engenho novo|ermelino matarazzo|espinheiro|estacio|"
        "estreito|farol|federacao|flamengo|flores|floresta|freguesia|freguesia do o|funcionarios|gavea|gleba palhano|gloria|goiabeiras|"
        "gonzaga|graca|gracas|grajau|granja viana|guaianases|guama|guara|guaratiba|gutierrez|hauer|higienopolis|horto florestal|humaita|"
        "ibura|icarai|icoaraci|ilha do leite|imbiribeira|imbui|inga|ingleses|inhauma|interlagos|ipanema|ipiranga|iputinga|iraja|"
        "itacorubi|itaigara|itaim|itaim bibi|itaim paulista|itapua|itaquera|jabaquara|jacarepagua|jaguare|jaguaribe|jaqueira|jaragua|"
        "jardim america|jardim botanico|jardim camburi|jardim da penha|jardim das americas|jardim europa|jardim paulista|"
        "jardim primavera|jardim universitario|jardins|jatiuca|joaquim tavora|joquei|joquei clube|jurunas|juveve|lago norte|lago sul|"
        "lagoa|lagoa da conceicao|lagoa nova|lapa|laranjal|laranjeiras|leblon|leme|liberdade|lins|lomba do pinheiro|lourdes|luxemburgo|"
        "madalena|madureira|manaira|mandaqui|mangabeira|mangabeiras|maracana|marambaia|marco|meier|meireles|menino deus|merces|"
        "messejana|miramar|moema|moinhos de vento|monte castelo|montese|mooca|morumbi|mucuripe|nazare|neopolis|noivos|"
        "nossa senhora das gracas|nova esperanca|olaria|ondina|ouro preto|pacaembu|padre eustaquio|pajucara|pampulha|panamby|pantanal|"
        "papicu|paralela|parangaba|parelheiros|parnamirim|parque dez|parquelandia|partenon|patamares|pechincha|pedreira|penha|"
        "penha de franca|perdizes|pernambues|perus|petropolis|piata|piedade|pilares|pina|pinheirinho|pinheiros|pio x|pirituba|pituacu|"
        "pituba|poco da panela|pompeia|ponta d'areia|ponta negra|ponta verde|praca seca|prado|praia brava|praia da costa|"
        "praia de iracema|praia do canto|quintino|realengo|reboucas|recreio|recreio dos bandeirantes|reduto|renascenca|restinga|"
        "rio branco|rio comprido|rio tavares|rio vermelho|rocha miranda|rosarinho|rubem berta|sacoma|sacramenta|sagrada familia|"
        "santa cecilia|santa efigenia|santa felicidade|santa lucia|santa luzia|santa rita|santa rosa|santa teresa|santa tereza|santana|"
        "santo agostinho|santo amaro|santo antonio|sao bento|sao bras|sao conrado|sao cristovao|sao francisco|sao joao|sao jorge|"
        "sao jose|sao mateus|sao miguel|sao miguel paulista|sao pedro|sao pelegrino|sapopemba|sarandi|saude|savassi|serraria|"
        "setor bueno|setor marista|setor oeste|setubal|sion|sitio cercado|stella maris|sudoeste|sumare|taboao da serra|tamarineira|"
        "tambau|taquara|taquaral|tatuape|telegrafo|terra firme|tijuca|tirol|torre|tremembe|tres figueiras|tres vendas|treze de julho|"
        "trindade|tristeza|tucuruvi|turu|umarizal|urca|val de cans|vargem grande|vargem pequena|varjota|varzea|venda nova|"
        "vicente de carvalho|vieiralves|vila isabel|vila madalena|vila mariana|vila nova|vila olimpia|vila rica|vila valqueire|xaxim|"
        "zona 7|zona sete"
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
    " aluguel reembolso chamado aguardo ok sim valeu"
    # where something is, and how a home is
    " perto proximo proxima atras frente lado esquina entre depois antes dentro fora cima baixo embaixo subindo descendo altura ponto"
    " referencia alugada alugado vazia vazio minha verde azul amarela amarelo branca branco vermelha vermelho mercado padaria escola"
    # what people ask for
    " socorro ajuda ajudem help manda mande mandem venha venham chama chame chamem emergencia pedido pago paga solicito peco aviso"
    # people and their things
    " familia crianca criancas bebe idosa idoso cachorro gato carro moto celular cliente titular moradora morador senhor senhora dele"
    " dela casal esposa esposo marido filho filha mae pai irmao irma cpf rg cnpj pix fone contrato locacao imobiliaria reclamacao".split()
)
VERBAL = re.compile(r".{2,}(?:ndo|ou|ei|eu|iu|am|aram|eram|iram|amos|emos|imos|avam)")  # a word that ends so tells something: no place
