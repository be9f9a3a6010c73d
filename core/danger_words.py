"""The words that speak of danger in the air, in wires and in water, by what they mean. All are folded; a star stands for any ending.

A word may mean several things; what danger they make together is `core.dangers`. One spelling stands for all that sound alike: ch x sh,
z s, qu k, doubled letters ("xeiro", "gaz", "socorroooo"); `core.danger_tokens` reads by them.
"""

from collections.abc import Mapping

from core.danger_house_words import HOUSE_WORDS

_WORDS: Mapping[str, str] = {
    **HOUSE_WORDS,
    # gas
    "smell": (
        "cheir* cherinho cehiro ceiro chero fedor fedendo fede fedentina fedid* catinga odor odores inhaca bafo bodum smel* odour olor "
        "huele cheirodegas exal* aroma fedem fedeu fedia futum futu odorzinho fedorzinho fedentin* cheirao cheirada bafao bafinho tufo "
        "lufada odorico fragrancia odoriz*"
    ),
    "sense": (
        "sentindo senti sinto sentiu sentimos sentiram sentir sente sentem percebi percebo percebemos percebeu percebendo notei notamos "
        "respirando respirei inalando inalei inalamos"
    ),
    "gas": "gas degas dgas gasinho glp butano cheirodegas gais metano propano mercaptana mercaptano",
    "leak": (
        "vazando vazamento escap* escapando fuga fugindo leak* soltaram perdiendo pierde vaza* vazo* vaze* exal* emana* perdendo "
        "vazante vasamento vazamentozinho vazamentinho fug*"
    ),
    "opened": "aberto abertos aberta abertas open destrancad* escancarad* encostada",
    "hiss": "chiado chiando chia assobi* assovi* hissing apito apitando asovi* assovia* assobia* soprando sopro chiad*",
    "bubbles": "bolha* borbulh* espumou espumando bubbles espuma bolhas",
    "stove": (
        "fogao fogoes fogareiro forno cooktop stove oven cocina estufa hornalla hornalhas boca bocas fogaozinho trempe queimador "
        "queimadores"
    ),
    "bottle": "botijao botijoes botija bujao butijao cilindro botijaozinho p13 p45 bujaozinho galao",
    "holed": "fur* rasg* roeu roid* cortad* rachad* mordeu ressecad*",
    "pierced": (
        "furou furaram furei cortou cortaram cortei perfurou perfuraram quebrou quebraram rompeu rompi* estour* estor* arrebent* partiu "
        "trincou trincaram acertou martelou bateu amassou"
    ),
    "odd": (
        "estranh* esquisit* diferent* fort* ruim podre enjoativ* azed* suspeit* horrivel insuportavel doce danad* weird strange raro "
        "rara adocicad* ruinz* funny engracado"
    ),
    "rotten": "enxofre",
    "other_source": (
        "esgoto mofo lixo comida queimad* tinta xixi urina mijo coco fezes cachorro gato fossa bueiro cigarro maconha gordura fritura "
        "peixe cloro cola verniz rato umidade chule perfume cafe morto barata gasolina alcool produto sewage mold drain"
    ),
    "drain": "ralo esgoto pia vaso fossa bueiro geladeira drain",
    "little": (
        "pouco pouca pouquinho pouquinha tiquinho bocadinho fraco fraca fraquinho fraquinha aguinha fiozinho little devagar lento lenta "
        "suja"
    ),
    "supply": "encanado natural central eletric* inducao acab* vencid* validade",
    "cooling": "split geladeira freezer frigobar refrigerad* condicionado fridge gela gelando gelar arcondicionado inverter",
    "heater": (
        "aquecedor* boiler caldeira calefon calefator lareira braseiro gerador junker junkers calentador heater heating furnace estufa "
        "fireplace salamandra aquecimento carvao boyler calefacao aquecedorzinho fornalha"
    ),
    "sick": (
        "latej* tontura* tontur* tonto tonta tontos tontas tonteira zonz* enjo* nause* desmai* vomit* sonolen* moles moleza mareo "
        "mareos mareado mareada dizzy dizziness headache* faint* cefaleia cefaleias sick vertigem vertigens atordoad* intoxica* ansia "
        "palido palida sincope desacordad* inconsciente confus* fraqueza sufoc* desfalec* molinh* maread* bambo bamba bambos bambas "
        "cambale* desnorte* desorient* desmaio palpit* taquicardia torpor lerdo lerda nauseous drowsy enxaqueca* estrelinha* indispost* "
        "desacordou zonzeira marejad* ofegante ofegando convuls* delir* alucin* desfaleceu grog*"
    ),
    "igniter": "acendedor acendimento fogao isqueiro fosforo",
    "alarm": "alarme alarmes detector sensor alarma alarm sirene",
    "goes_off": (
        "dispar* tocando tocou toca soando apit* beep* ringing sonando bipando berrando gritando gritar berrar gritou acusou acusando "
        "detectou detecta piscando avisando ppm"
    ),
    "water": "agua aguas dagua aguaceiro enxurrada chuva chuvarada chovendo water lama esgoto auga",
    "rises": "subindo subiu rising encheu enchendo enche",
    "rooms": (
        "comodo comodos quarto quartos sala cozinha banheiro corredor piso chao casa apartamento ap ape apto garagem loja hall "
        "lavanderia area andar escada elevador deposito porao subsolo patio"
    ),
    "flows": (
        "escorr* saindo sai saiu caindo cai caiu descendo desceu desce vazando entrando entrou jorrando correndo coming dripping pouring "
        "passando minando cae llegando saliendo chegando chegou chega solta soltando soltou sale salia saia despej* vert* verten* "
        "derram* escoando brotando minou brotou vaza* vazo* vaze*"
    ),
    "wet_thing": "maquina pia torneira torneiras chuveiro vaso descarga tanque ralo sifao caixa agua lavadora geladeira caixinha",
    "strong": "empest* impregn* insuport* fortissim* sufoc* tossi* toss* ardendo arde horrivel irrespir* asfixi* intoxic* medonho",
    "soap": "sabao detergente espuma",
    "gas_company": "comgas naturgy bahiagas sulgas compagas ceg copergas gasmig scgas",
    "burner": "bocas",
    "hose": "mangueira mangueirinha tubo registro valvula engate conexao regulador",
    "loosens": "soltando soltou solto solta descol* desprend* despreg* desgrud* separ* afast* desgarr* desencaix* deslocou deslocando",
    "worker": (
        "pedreiro* tecnico* encanador* pintor* prestador* eletricista* visita* inquilin* corretor* funcionari* zelador faxineira* "
        "diarista vistoria* obra contato receber conserto consertar"
    ),
    "bill": (
        "preco precos boleto boletos aluguel reajuste multa juros orcamento cobranca cobrancas iptu imposto burocracia condominio "
        "papelada"
    ),
    "help": "socorro ajuda ajude ajudem help ayuda acode acudam acudir auxilio sos",
    # carbon monoxide
    "monoxide": "monoxid* carbonmonoxide",
    "flame": "chama chamas chaminha queima queimando fogo foguinho flame llama labareda",
    "yellow": "amarel* alaranjad* laranja avermelhad* vermelh* yellow orange amarill*",
    "soot": "fuligem fulig* enegrec* tisn* soot sooty hollin pretume",
    "hearth": "lareira churrasqueira fogao panela",
    "precaution": (
        "seguro seguros apolice extintor* alarme* detector* sensor* hidrante* brigada simulado simulacao treinamento laudo avcb norma "
        "normas cobertura insurance extinguisher alarm alarms prevencao palestra protecao anti prova teste"
    ),
    "blocked": (
        "desencaix* desconect* solt* caiu entup* amassad* furad* tampad* quebr* rachad* desmont* enferruj* bloquead* desabou descol*"
    ),
    "exhaust": "chamine duto dutos exaustao exaustor",
    # fire
    "fire": "incendi* insendi* fuego fire",
    "fogo": "fogo foguinho",
    "spreads": "espalhou espalhando alastr* pegou subiu subindo tomou",
    "place": "no na nos nas em",
    "blaze": "labared* labareta* fogareu fogaral quemando",
    "flames": "chamas flames llamas",
    "smoke": "fumac* fumaca fumas fumasa fumasinha fumasera fumeg* smoke humo esfumac* fumin* fumacei* smoking fumassera fumega fumaceira",
    "spark": "faisc* faisca faich* fagulha* centelha* faysca spark* chispa chispas chispazo faisqu* faulha* relampej* fagulh* chispe*",
    "burnt": "queimad* queima queimando quemad* torrad* chamusc* burning burnt burned burns",
    "burning_up": "queimando torrando pegando ardendo carbonizando",
    "burnable": (
        "sofa cortina cortinas colchao cama tapete armario movel moveis roupa roupas casa cozinha quarto telhado forro parede carro "
        "moto varanda carpete persiana toalha lencol estante madeira lixo lixeira papel pano panos sacola carregador colcha edredom "
        "travesseiro tapetes almofada poltrona papelao toldo palha micro-ondas micro microondas geladeira secadora airfryer ventilador "
        "tv televisao motor"
    ),
    "sun": "sol",
    "often": "vive vivem sempre",
    "explosion": "explos* explot* explodiu explode explodem explodir explodiram explodindo explodia exploded exploding",
    "drink": "cerveja refrigerante refri garrafa lata latinha coca espumante champanhe agua pipoca batata panettone",
    "pop": "estouro estouros estampido papoco pipoco",
    "short": "curto curtos curtocircuito",
    "electric": (
        "tomada* disjuntor* interruptor* fiacao fio fios quadro plugue plug benjamim extensao regua adaptador lampada* lustre lustres "
        "luminaria* spot spots plafon arandela* padrao outlet outlets socket enchufe enchufes tablero wiring breaker fusebox switch "
        "carregador cabo cabos transformador bocal soquete pendente motor compressor nobreak estabilizador roteador bateria fonte pisca "
        "tomadas"
    ),
    "outlet": (
        "tomada* disjuntor* interruptor* fiacao fio fios plugue plug benjamim extensao regua adaptador outlet outlets socket enchufe "
        "enchufes wiring breaker switch carregador fonte nobreak estabilizador bateria transformador bocal soquete pino pinos conector"
    ),
    "hot": (
        "quente quentes quentinh* quentao quentona quentissim* escaldando quentura esquent* aquecendo aqueceu pelando fervendo hot "
        "caliente calentando warm ferve fervem superaquec* sobreaquec* aquece aquecem aquecida aquecido aquecidas aquecidos"
    ),
    "trips": "desarma desarmou desarmando derruba derrubou",
    "melted": "derret* melt* amolec* fundiu fundindo",
    "melting": "derretendo melting",
    "buzz": (
        "barulh* estal* zumb* chiado chiando chia zunindo zunido buzzing tec tek treque crepit* ronca roncando zunid* zumbid* apitando "
        "estala estalando pipocando"
    ),
    "cooking": "churras* coifa exaustor fritura depurador lareira fogueira fogueiras gordura churrascaria pizzaria",
    "harmless": (
        "cigar* vape narguile incenso carro carros onibus moto caminhao chamine fabrica lenha fogueira gelo fuma maconha fumace dedetiz* "
        "fumigac*"
    ),
    "smoker": "fuma fumam fumante fumantes",
    "food": (
        "comida feijao arroz bolo panela pao pipoca carne leite almoco janta torrada alho toast churrascaria pizzaria restaurante "
        "padaria lanchonete"
    ),
    "pipe": (
        "cano canos tubo tubos tubulacao encanamento mangueira registro conexao flexivel adutora engate sifao coluna caninho pipe pipes "
        "caneria canerias tuberia valvula hidrometro torneira rabicho prumada barrilete boiler hose flexiveis registros boia hidrante "
        "cavalete ramal"
    ),
    "smouldering": "plastico borracha",
    "scorched": "chamusc* tostad* carboniz* enegrec* escurec*",
    "body": "braco bracos mao maos corpo cotovelo ombro dedo dedos pe pes perna pernas costas pele pulso arm hand hands fingers",
    "embers": "brasa brasas",
    "pest": (
        "barata* formiga* mosquito* cupim* rato ratos bicho bichos pernilongo* mofo mosca* muricoca* carapana* larva* pulga* carrapato* "
        "percevejo* lagart* lesma* caramuj* aranha* escorpi* besouro* grilo* traca tracas"
    ),
    "candle": "vela velas",
    "battery": "bateria pilha pilhas baterias",
    "figure": (
        "preco precos boleto boletos aluguel valor valores reajuste multa juros orcamento taxa taxas fatura cobranca mensalidade iptu "
        "negociacao horario agenda mensagem mensagens email emails mails raiva saudade divida dividas gestao conta contas trabalho "
        "tarefa duvidas whatsapp propaganda spam noticia jogo assembleia reuniao grupo discussao festa debate briga clima politica rent "
        "bill opinioes notificac* mail treino coracao futebol culto coracoes relacionamento pimenta"
    ),
    "abstract": (
        "paciencia sossego paz cena coracao alegria atencao esperanca brilho dignidade sonho mercado numero quantidade procura "
        "demanda"
    ),
    "scream": "gritando grita gritos gritaram socorro screaming",
    # shock
    "crash": "amass* colisao colid* batida",
    "shock": (
        "choque choques choquinho choquinhos choke choki choqi xoq choqe chqoue chouqe choquezinho choquao chocao choquezao choquasso "
        "choquete"
    ),
    "shock_en": "shock shocks shocked shocking",
    "take": (
        "lev* tom* toma dao deu dei dando dano dava davam dar dara receb* peguei pegou sofri sofreu senti sinto sentindo sentiu teve "
        "tive gave gives give got get pega pegam pegando levando tomando recebendo"
    ),
    "touched": (
        "torneira* chuveiro* registro geladeira maquina lavadora tanque pia macaneta portao grade interfone corrimao tomada* "
        "interruptor* disjuntor* lampada* fogao microondas forno ferro parede* box cano ducha metal fio fios tampa bebedouro ventilador "
        "aquecedor cooktop banheira agua porta abajur computador extensao poste piscina elevador encost* toc* peg* mex* lig* secadora "
        "freezer airfryer secador panela lustre luminaria bomba mangueira corredor descalc* fridge tap faucet shower washer oven "
        "enchufe heladera canilla sink touch* lataria carcaca inox aluminio bancada fritadeira batedeira liquidificador sanduicheira "
        "cafeteira purificador filtro aspirador climatizador split alca puxador trinco fechadura janela parafuso tubo lavatorio "
        "chuveirinho bide notebook fone"
    ),
    "electrified": "energizad* eletrificad* eletrizad*",
    "tingle": (
        "tingling formigamento* formigando formigou formigar pinic* belisc* cocega* cosquinha* fisgad* agulhad* comich* prickl* "
        "hormigueo arrepi*"
    ),
    "signal": "tv internet telefone interfone antena rede wifi net camera cameras",
    "wire": "fio fios fiacao wire wires cable cables cabo cabos",
    "bare": (
        "desencapad* expost* solto solta soltos soltas descascad* pelado pelados pendurad* exposed dependurad* aparente aparentes bare "
        "live descobert* desprotegid* descascando caido caidos partido partidos arrebentad* rompid* cortado cortados aparecendo "
        "descapad*"
    ),
    "electrocuted": "eletrocut* electrocut* eletrocuss* zapped zapping",
    "current": "corrente eletricidade energia voltagem electricity corriente",
    "passes": (
        "passando passa passou passar correndo corre sobe subindo subiu vazando vaza fugindo foge percorr* escapando circulando "
        "atravess* andando"
    ),
    "metal": (
        "geladeira freezer fogao maquina lavadora microondas torneira* chuveiro* ducha box grade portao macaneta pia agua ferro metal "
        "lataria carcaca corrimao cano registro esquadria inox aluminio tanque heladera fridge tap shower bancada lavatorio purificador "
        "bebedouro ventilador fritadeira macanetas secadora lava-loucas computador gabinete tampa cuba"
    ),
    "contact": "encost* encosto toco toca tocar toquei tocou pego pega peguei pegou",
    "jolt": "tranco trancos coice coices porrada tapa puxao pulo salto solavanco patada fisgada paulada",
    "glued": "grudad* grudou colad* agarrad*",
    "seat": "senta sento sentar sentei sentou sentamos assento poltrona vaso privada",
    "numb": "dormente dormentes adormecid* formigando",
    "guarded": "blindad* protegid* isolad* aterrad*",
    "kick": "coice coices patada patadas",
    "stray": "corrente",
    "light_stuff": (
        "agua aguas gota gotas pingo pingos tinta mofo po poeira chuva luz azulejo* pintura massa goteira* infiltrac* papel adesivo "
        "barata* cupim formiga* folha* prateleira* armario* quadro quadros espelho suporte tv televisao varal cortina* varao ventilador "
        "lustre luminaria lampada interfone toalheiro tomada internet sinal energia preco valor chuveiro relogio rejunte rodape persiana "
        "gancho prego parafuso movel moveis paint gato foto disjuntor mancha* silicone barulho moldura molduras"
    ),
    "lock": "fechadura fechaduras porta portao janela cadeado grade tranca lock cerradura puerta door",
    "person": (
        "eu gente alguem pessoa pessoas crianca* bebe bebes nene filho filha filhos filhas mae pai avo vo vovo senhora senhor moca moco "
        "rapaz menino menina meninos meninas idoso idosa idosos vizinho vizinha marido esposa mulher homem ela ele eles elas irma irmao "
        "tia tio sogra sogro neto neta sobrinho sobrinha moradora morador moradores amiga amigo minha meu comigo entregador funcionario "
        "funcionaria porteiro dona we us me im people child kid grandma mother someone son daughter he she kids baby man woman hijo "
        "hija abuela madre alguien cadeirante namorada namorado primo prima sindico senhoras senhores rapazes mocas vizinhas vizinhos "
        "velhinh* inquilin* hospede* visita visitas faxineira diarista empregada baba zelador pedreiro pedreiros tecnico eletricista "
        "encanador pintor cliente clientes aluno paciente galera familia bisav* cunhad* genro nora enfermeira cuidadora"
    ),
    # flood
    "lamp": "lampada* lustre lustres luminaria* spot spots plafon arandela* lamp lampara pendente bocal soquete",
    "flooded": "inund* alag* alagou alagado alagando enchente* flood*",
    "burst": "estour* estor* romp* rompeu arrebent* explod* burst bursted rompi* revent* rebent* rasgou rasgad* estouru",
    "small_part": "borrachinha borracha anel vedante courinho",
    "gush": (
        "jorrando jorrou jorra jorram jorrar esguich* chafariz cachoeira gushing pouring cascata cascatas chorro chorros jorro borbot* "
        "aguaceiro"
    ),
    "pours": "despejando despeja despejou vertendo cuspindo derramando",
    "hand_shower": "chuveirinho duchinha jardim aspersor irrigador",
    "spurt": "espirr* jorrando esguich* espalh* voando",
    "tap": "chuveiro ducha torneira mangueira lavadora bide chuveirinho",
    "rising": "subindo rising",
    "height": "palmo palmos rodape centimetro* cm dedos degrau degraus metro soleira batente dedo",
    "covers": "cobriu cobrindo tomou tomando toma tomaram invadiu invadindo invade inundou encheu enchendo",
    "floats": "boiando flutuando nadando",
    "leg": "knee ankle knees ankles tobillo tobillos rodilla",
    "overflow": "transbord* overflow* derramando",
    "enters": (
        "entrando entrou entra entram invadindo invadiu descendo desceu desce chegando chegou escorrendo avanc* coming entering "
        "encostando encostou alcancou alcancando atingiu atingindo vindo molhando indo"
    ),
    "indoors": (
        "casa apartamento ap ape apto sala quarto quartos cozinha corredor escada escadas hall porta elevador garagem loja bedroom "
        "kitchen apartment house moveis cama sofa porao subsolo tapete colchao portao lavanderia comodo comodos"
    ),
    "everywhere": "everywhere",
    "drips": "ping* goteira* gotej* gota gotas drip*",
    "wet": "molhad* molhou encharcad* umid* wet mojad* ensopad*",
    "seep": "infiltrac* infiltrando umidade",
    "window": "janela janelas telhado telha telhas calha vidraca ventana",
    "meter": "conta fatura caixa bomba pressao preco valor reservatorio",
    "came_off": "arranquei arrancou arrancaram espanou espanaram",
    "street": "rua ruas bairro avenida cidade regiao estrada viaduto esquina quadra",
    "soaked": "encharc* ensop*",
    "fixture": "tanque pia vaso lavatorio bancada calha tampa torneira box gaveta cuba privada",
    "nearby": "perto proximo proxima",
    "wind": "venta ventando ventania",
}  # fmt: skip


def _as_spoken(words: str) -> str:
    """With "arrombaro" and "arrombaru" beside "arrombaram"."""
    they = (word.removesuffix("am") for word in words.split() if word.endswith("ram"))
    return " ".join((words, *(f"{each}{ending}" for each in they for ending in ("o", "u"))))


WORDS: Mapping[str, str] = {meaning: _as_spoken(words) for meaning, words in _WORDS.items()}

# words of danger that are seen through a slip of the finger, and words of their own that one slip would make one of these
SPELLED = (
    "cheiro cheirando vazando vazamento escapando botijao aquecedor monoxido tontura desmaiou desmaiei vomitando incendio fumaca faisca "
    "faiscas faiscando queimado queimada explodiu explosao tomada disjuntor interruptor choques inundou inundado inundando inundacao "
    "alagado alagada alagando alagamento enchente estourou estourado rompeu arrebentou jorrando esguichando transbordando desabou "
    "desabando desabamento desmoronando despencou despencando rachadura rachaduras trincou trincada arrombaram arrombada arrombado "
    "arrombamento assaltado assaltada assaltaram roubaram roubada roubado furtaram ladrao ladroes invadiram invadida entraram elevador "
    "trancado trancada trancados banheiro lampada luminaria subindo desencapado quente elevator trapped flooded flooding burning "
    "sparking caindo"
)
OTHERS = (
    "preta caido cheio cheia cheios jogando tortura visando alegando alegado alugado alugada alugando elevados romeu entrarem entrara "
    "entrar tracado cheque cheques banqueiro caiado baixando vagando vazia apagado apagada apagando"
)
