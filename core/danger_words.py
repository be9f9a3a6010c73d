"""The words that speak of danger, by what they mean. All are folded; a star stands for any ending.

A word may mean several things; what danger they make together is `core.dangers`. One spelling stands for all that sound alike: ch x sh,
z s, qu k, doubled letters ("xeiro", "gaz", "socorroooo"); `core.danger_tokens` reads by them.
"""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    # gas
    "smell": (
        "cheir* cherinho cehiro ceiro chero fedor fedendo fede fedentina fedid* catinga odor odores inhaca bafo bodum smel* odour olor "
        "huele cheirodegas"
    ),
    "sense": "sentindo senti sinto sentiu sentimos sentiram sentir sente sentem",
    "gas": "gas degas dgas gasinho glp butano cheirodegas",
    "leak": "vaz* vazando vazamento escap* escapando fuga fugindo leak* soltaram",
    "opened": "aberto abertos aberta abertas open destrancad* escancarad* encostada",
    "hiss": "chiado chiando chia assobi* assovi* hissing apito apitando",
    "stove": "fogao fogoes fogareiro forno cooktop stove oven cocina estufa",
    "bottle": "botijao botijoes botija bujao butijao cilindro",
    "holed": "fur* rasg* roeu roid* cortad* rachad* mordeu ressecad*",
    "odd": (
        "estranh* esquisit* diferent* fort* ruim podre enjoativ* azed* suspeit* horrivel insuportavel doce danad* weird strange raro "
        "rara"
    ),
    "rotten": "enxofre",
    "other_source": (
        "esgoto mofo lixo comida queimad* tinta xixi urina mijo coco fezes cachorro gato fossa bueiro cigarro maconha gordura fritura "
        "peixe cloro cola verniz rato umidade chule perfume cafe morto barata gasolina alcool produto sewage mold drain"
    ),
    "drain": "ralo esgoto pia vaso fossa bueiro geladeira drain",
    "little": "pouco pouca pouquinho fraco fraca fraquinho little",
    "supply": "encanado natural central eletric* inducao acab* vencid* validade",
    "cooling": "split geladeira freezer frigobar refrigerad* condicionado fridge gela gelando gelar arcondicionado inverter",
    # carbon monoxide
    "heater": (
        "aquecedor* boiler caldeira calefon calefator lareira braseiro gerador junker junkers calentador heater heating furnace estufa "
        "fireplace salamandra"
    ),
    "sick": (
        "tontura* tontur* tonto tonta tontos tontas tonteira zonz* enjo* nause* desmai* vomit* sonolen* moles moleza mareo mareos "
        "mareado mareada dizzy dizziness headache* faint* cefaleia cefaleias sick vertigem vertigens grogue atordoad* intoxica* ansia "
        "palido palida"
    ),
    "monoxide": "monoxid* carbonmonoxide",
    "flame": "chama chamas chaminha fogo foguinho flame llama labareda",
    "yellow": "amarel* alaranjad* laranja avermelhad* vermelh* yellow orange amarill*",
    # fire
    "fire": "incendi* insendi* fuego fire",
    "fogo": "fogo",
    "place": "no na nos nas em",
    "blaze": "labared* labareta* fogareu fogaral quemando",
    "flames": "chamas flames llamas",
    "smoke": "fumac* fumaca fumas fumasa fumasinha fumasera fumeg* smoke humo",
    "spark": "faisc* faisca faich* fagulha* centelha* faysca spark* chispa chispas chispazo",
    "burnt": "queimad* queima queimando quemad* burn* torrad* chamusc*",
    "burning_up": "queimando torrando pegando",
    "explosion": "explodiu explosao explosoes explodindo explodir explode explodiram exploto explosion exploded explosiva",
    "pop": "estouro estouros estampido papoco pipoco",
    "short": "curto curtos curtocircuito",
    "electric": (
        "tomada* disjuntor* interruptor* fiacao fio fios quadro plugue plug benjamim extensao regua adaptador lampada* lustre lustres "
        "luminaria* spot spots plafon arandela* padrao outlet outlets socket enchufe enchufes tablero wiring breaker fusebox switch "
        "carregador"
    ),
    "outlet": (
        "tomada* disjuntor* interruptor* fiacao fio fios plugue plug benjamim extensao regua adaptador outlet outlets socket enchufe "
        "enchufes wiring breaker switch carregador"
    ),
    "lamp": "lampada* lustre lustres luminaria* spot spots plafon arandela* lamp lampara pendente bocal soquete",
    "hot": "quente quentes quentinh* quentura esquent* aquecendo aqueceu pelando fervendo hot caliente calentando",
    "melted": "derret* melt*",
    "buzz": "barulh* estal* zumb* chiado chiando chia zunindo zunido buzzing",
    "igniter": "acendedor acendimento fogao isqueiro fosforo",
    "cooking": "churras* coifa exaustor fritura depurador lareira",
    "harmless": "cigar* vape narguile incenso carro carros onibus moto caminhao chamine fabrica lenha fogueira gelo fuma maconha",
    "food": "comida feijao arroz bolo panela pao pipoca carne leite almoco janta torrada alho toast",
    "precaution": (
        "seguro seguros apolice extintor* alarme* detector* sensor* hidrante* brigada simulado simulacao treinamento laudo avcb norma "
        "normas cobertura insurance extinguisher alarm alarms prevencao palestra protecao anti prova teste"
    ),
    "alarm": "alarme alarmes detector sensor alarma alarm sirene",
    "goes_off": "dispar* tocando tocou toca soando apit* beep* ringing sonando bipando berrando",
    # shock
    "shock": "choque choques choquinho choquinhos choke xoq choqe chqoue chouqe choquezinho choquao",
    "shock_en": "shock shocks shocked shocking",
    "take": (
        "lev* tom* toma da dao deu dei dando dano dava davam dar dara receb* peguei pegou sofri sofreu senti sinto sentindo sentiu teve "
        "tive gave gives give got get"
    ),
    "touched": (
        "torneira* chuveiro* registro geladeira maquina lavadora tanque pia macaneta portao grade interfone corrimao tomada* "
        "interruptor* disjuntor* lampada* fogao microondas forno ferro parede* box cano ducha metal fio fios tampa bebedouro ventilador "
        "aquecedor cooktop banheira agua porta abajur computador extensao poste piscina elevador encost* toc* peg* mex* lig* secadora "
        "freezer airfryer secador panela lustre luminaria bomba mangueira corredor descalc* fridge tap faucet shower washer oven enchufe "
        "heladera canilla"
    ),
    "electrified": "energizad* eletrificad* eletrizad*",
    "tingle": "formig* tingling",
    "signal": "tv internet telefone interfone antena rede wifi",
    "wire": "fio fios fiacao wire wires cable cables cabo cabos",
    "bare": "desencapad* expost* solto solta soltos soltas descascad* pelado pelados pendurad* exposed dependurad* aparente aparentes",
    "electrocuted": "eletrocut* electrocut* eletrocuss*",
    # flood
    "water": "agua aguas dagua aguaceiro enxurrada chuva chuvarada chovendo water lama esgoto auga",
    "flooded": "inund* alag* alagou alagado alagando enchente* flood*",
    "pipe": (
        "cano canos tubo tubos tubulacao encanamento mangueira registro conexao flexivel adutora engate sifao coluna caninho pipe pipes "
        "caneria canerias tuberia valvula hidrometro torneira rabicho prumada barrilete boiler hose"
    ),
    "burst": "estour* estor* romp* rompeu arrebent* explod* burst bursted rompi* revent*",
    "gush": "jorrando jorrou jorra jorram jorrar esguich* chafariz cachoeira gushing pouring",
    "spurt": "espirr* jorrando esguich* espalh* voando",
    "rises": "subindo subiu rising encheu enchendo enche tomando tomou invadindo invadiu cobrindo cobriu",
    "height": "palmo palmos rodape centimetro* cm dedos",
    "leg": "knee ankle knees ankles tobillo tobillos rodilla",
    "overflow": "transbord* overflow*",
    "enters": "entrando entrou entra entram invadindo invadiu descendo desceu desce chegando chegou escorrendo avanc* coming entering",
    "indoors": (
        "casa apartamento ap ape apto sala quarto quartos cozinha corredor escada escadas hall porta elevador garagem loja bedroom "
        "kitchen apartment house moveis cama sofa porao subsolo tapete colchao"
    ),
    "everywhere": "everywhere",
    "flows": (
        "escorr* saindo sai saiu caindo cai caiu descendo desceu desce vaz* vazando entrando entrou jorrando correndo coming dripping "
        "pouring passando minando cae llegando saliendo chegando chegou chega solta soltando soltou"
    ),
    "drips": "ping* goteira* gotej* gota gotas drip*",
    "wet": "molhad* molhou encharcad* umid* wet mojad*",
    "window": "janela janelas telhado telha telhas calha vidraca ventana",
    "meter": "conta fatura caixa bomba pressao preco valor reservatorio",
    # structure
    "collapse": (
        "desabou desabando desabar desabamento desaba desabem desabaram desabado desmoron* ruiu ruindo colapsou collaps* derrumb* "
        "soterr*"
    ),
    "frame": (
        "teto tetos laje lajes parede paredes viga vigas coluna colunas pilar pilares forro marquise sacada varanda muro muros muralha "
        "gesso telhado estrutura sanca escada beiral arrimo techo pared wall ceiling roof balcony parapeito mureta alvenaria mezanino "
        "fachada predio"
    ),
    "roof": "teto tetos laje lajes forro gesso marquise sacada varanda sanca telhado beiral ceiling roof techo",
    "floor": "piso pisos chao contrapiso assoalho deck floor",
    "gives_way": "cedeu cedendo cede afund* baixou",
    "falls": (
        "caiu caindo cai cairam caem cedeu cedendo cede despenc* tombou tombando tomba afund* abaixou arriou arriando cayo cayendo fell "
        "falling baixou desprend* inclin* adern*"
    ),
    "tilts": "tombando pendendo envergando leaning",
    "splits": "abrindo partindo partiu partiram",
    "knocked": "derrubou derrubaram",
    "piece": "pedac* parte partes bloco blocos placa placas piece part parte trozo pedra naco concreto metade lasca chunk",
    "light_stuff": (
        "agua aguas gota gotas pingo pingos tinta mofo po poeira chuva luz azulejo* pintura massa goteira* infiltrac* papel adesivo "
        "barata* cupim formiga* folha* prateleira* armario* quadro quadros espelho suporte tv televisao varal cortina* varao ventilador "
        "lustre luminaria lampada interfone toalheiro tomada internet sinal energia preco valor chuveiro relogio rejunte rodape persiana "
        "gancho prego parafuso movel moveis paint gato foto disjuntor mancha* silicone barulho"
    ),
    "plaster": "reboco emboco plaster",
    "loosens": "soltando soltou solto solta descol* desprend* despreg* desgrud*",
    "crack": (
        "rachadura* rachad* rachou racharam rachando racha rachar trinca trincas trincou trincaram trincando trincad* trinquinha "
        "fissura* fenda fendas crack* grieta grietas"
    ),
    "big": (
        "grande grandes grandona grandao enorme enormes larga largas largura funda fundas profunda profundas gigant* aument* cresc* "
        "abrindo abriu abre imens* palmo palmos cm centimetro* wide wider growing huge big bigger grow* grew atravess* piorando alarg* "
        "estal* estral*"
    ),
    "fine": "fina fino finas finos fininh* pequen* superficia* capila* estetic* fiozinho",
    "finish": (
        "pintura tinta azulejo* piso pisos vaso pia porcelanato ceramica vidro vidros box espelho tampa massa privada louca cuba vidraca "
        "janela acrilico tela tanque lavatorio granito marmore bancada prato celular soleira rejunte banheira caixa telha vitro cano "
        "bacia assento glass window mirror toilet tile sink screen parabrisa porta"
    ),
    "glass": "vidro vidros vidraca* janela janelas esquadria glass window vitrine",
    "hangs": "pendurad* pendendo dependurad*",
    "window_part": "trilho tela telas cortina* persiana* trinco puxador borracha fecho macaneta adesivo pelicula insulfilm",
    "crackling": "estal* estral* rangendo ranger",
    "bulge": "barriga embarrig* enverg* abaulad*",
    "tree": "arvore arvores poste tree",
    # crime
    "forced": "arromb* arrombaram arrombada aronb* arombaram",
    "robbed": (
        "assalt* roubo roubaram robaram roubou roubad* roubando robaro roubaro furtaram furto furtad* burglar* burgled robbed robbery "
        "stolen stole robaron robo robar asalt* refem"
    ),
    "thief": "ladrao ladroes ladra bandido bandidos assaltante* invasor* thief thieves intruder ladron ladrones meliante* arrombador",
    "invaded": "invadiram invadido invadida invadiu invadindo invasao invadira",
    "swarm": (
        "agua formiga* barata* mato chuva esgoto raiz raizes planta* pomb* morcego* rato ratos cheiro fumaca luz som barulho privacidade "
        "mofo cupim* mosquito* bicho* abelha* lama adutora rio corrego enchente cano"
    ),
    "came_in": "entraram entraro entraron",
    "got_in": "entrou entraram entro entrando entered",
    "home": "casa apartamento ap ape apto imovel kitnet residencia loja house flat apartment home quintal garagem departamento",
    "someone": "alguem gente homem cara sujeito desconhecid* individuo someone somebody alguien",
    "man": "homem homens cara caras sujeito individuo individuos elemento desconhecid*",
    "worker": (
        "pedreiro* tecnico* encanador* pintor* prestador* eletricista* visita* inquilin* corretor* funcionari* zelador faxineira* "
        "diarista vistoria* obra contato receber conserto consertar"
    ),
    "jumped": "pularam pulou pulando escalaram escalou",
    "climbed": "muro janela portao grade cerca telhado wall",
    "took": "levaram levaro llevaron carregaram limparam",
    "goods": (
        "tudo tv televisao bicicleta* bike notebook celular* moto joias dinheiro pertences botijao ferramenta* coisas ventilador "
        "computador roupas panelas todo bolsa"
    ),
    "smashed": "estouraram quebraram arrebentaram arrancaram serraram cortaram chutaram meteram",
    "forcing": "forcad* forcaram forcando forcou forcar",
    "lock": "fechadura fechaduras porta portao janela cadeado grade tranca lock cerradura puerta door",
    "door": "porta portas janela fechadura apartamento ap casa",
    "barrier": "fechadura fechaduras cadeado portao tranca",
    "trying": "tentando tentaram tentou trying",
    "get_in": "entrar arrombar forcar abrir invadir",
    "ransacked": "revirad* reviraram remexid* mexeram",
    "arrived": "cheguei chegamos voltei voltamos acordei",
    "forgot": "esqueci deixei esqueceu esquecemos deixamos",
    "guarding": "colocar instalar botar bairro grade camera cameras evitar padaria farmacia esquina mercado",
    "unsafe": "perigosa perigoso insegura inseguro",
    "bill": (
        "preco precos boleto boletos aluguel reajuste multa juros orcamento cobranca cobrancas iptu imposto burocracia condominio "
        "papelada"
    ),
    "figure": (
        "preco precos boleto boletos aluguel valor valores reajuste multa juros orcamento taxa taxas fatura cobranca mensalidade iptu "
        "negociacao horario agenda mensagem mensagens email emails mails raiva saudade divida dividas gestao conta contas trabalho tarefa "
        "duvidas whatsapp propaganda spam noticia jogo assembleia reuniao grupo discussao festa debate briga clima politica rent bill "
        "opinioes"
    ),
    # trapped
    "stuck": (
        "preso presa presos presas prezo preza tranquei trancou trancad* trancaram prendeu stuck trapped locked atrapad* encerrad* "
        "encurralad* prendi entalad* entalou trancamos aprision*"
    ),
    "locked_up": "preso presa presos presas trancad* trapped atrapad* encerrad* encurralad* entalad* stuck trancou entalou aprision*",
    "lift": "elevador elevadores lift elevator ascensor",
    "halted": "parado parou travado travou enguicou parada quebrou",
    "aboard": "comigo",
    "room": (
        "elevador elevadores lift elevator ascensor banheiro banheiros quarto quartos casa apartamento ap ape apto sacada varanda lavabo "
        "predio garagem escada cozinha sala subsolo terraco cobertura porao despensa closet corredor bathroom bedroom room flat house "
        "apartment balcony suite bano kitnet salao deposito guarita quartinho hall lavanderia area laje balcon edicula escritorio home "
        "garage sotao loja departamento"
    ),
    "person": (
        "eu gente alguem pessoa pessoas crianca* bebe bebes nene filho filha filhos filhas mae pai avo vo vovo senhora senhor moca moco "
        "rapaz menino menina meninos meninas idoso idosa idosos vizinho vizinha marido esposa mulher homem ela ele eles elas irma irmao "
        "tia tio sogra sogro neto neta sobrinho sobrinha moradora morador moradores amiga amigo minha meu comigo entregador funcionario "
        "funcionaria porteiro dona we us me im people child kid grandma mother someone son daughter he she kids baby man woman hijo hija "
        "abuela madre alguien cadeirante namorada namorado primo prima sindico"
    ),
    "object": (
        "chave chaves gaveta porta fechadura roupa roupas papel portao janela tampa objeto cano carro moto bicicleta descarga sujeira "
        "mancha cheiro tinta ferrugem parafuso gordura cabelo cortina persiana plug tomada bola brinquedo cartao ralo agua contrato fita "
        "linha gato gata cachorro cachorra cao pet passaro pombo rato bicho morcego passarinho animal pacote encomenda correspondencia "
        "entrega sapato anel brinco maquina lavadora botao alavanca torneira registro cat dog key"
    ),
    "seeping": "agua ar fumaca cheiro sujeira mancha chave ferrugem tinta gordura parafuso roupa carro gato cachorro",
    "elsewhere": (
        "aluguel trabalho transito servico reuniao engarrafamento congestionamento faculdade escola aeroporto hospital contrato multa "
        "burocracia plantao estrada aula traffic work prazo fila grupo app aplicativo cadastro"
    ),
    "outside": "fora",
    "waiting": "esperando aguardando espera waiting causa",
    "times": "antes cedo amanha hoje horario sexta sabado domingo segunda terca quarta quinta almoco tarde manha noite agora pra receber",
    "limb": "perna pernas mao maos braco bracos pe cabeca hand foot arm leg",
    "under": "embaixo debaixo soterrad* under",
    "inside": "dentro inside adentro",
    "key": "chave chaves carteira celular",
    "jammed": "emperr* travou trav* trancou quebrou bateu fechou jammed",
    "help": "socorro ajuda ajude ajudem help ayuda",
    "scream": "gritando grita gritos gritaram socorro screaming",
}  # fmt: skip

TURNS: Mapping[str, str] = {
    # words that turn a danger into none, or keep it one
    "deny": "nao num nem sem nunca nenhum nenhuma ninguem zero jamais not dont doesnt isnt never without",
    "doubt": "parece talvez desconfi* suspeit* maybe perhaps",
    "if": "se if si caso",
    "risk": "risco evitar prevenir evita prevencao",
    "may": "pode podem poderia podia possa possam could can might",
    "real": (
        "ta esta tao estao to tou tem deu solta sai saiu fica fico ficou leva levo levei toma tomo tomei sinto senti comeca comecou "
        "continua vaza pega pegou esquenta apita faz fez tava get gives"
    ),
    "mended": (
        "consertaram consertou consertamos consertad* consertei arrumaram arrumou arrumad* arrumei arrumamos arrumaro trocaram trocou "
        "trocad* trocamos troquei resolveram resolveu resolvid* resolvi resolvemos repararam reparou reparad* refizeram refeito refeita "
        "refez solucion* liberou liberad* sanad* substituid* substituiram ajeitou ajeitaram fixed repaired arreglaron arreglad*"
    ),
    "still": (
        "ainda continua continuam continuou segue seguem voltou voltaram volta novamente piorou denovo persiste still again aun sigue "
        "todavia"
    ),
    "such": "tao tant*",
    "that": "que q that",
    "had": "tinha tinham tava estava dava davam havia tavam estavam",
}  # fmt: skip

# what may stand between a "não" and what it denies
BRIDGES = (
    "e eh era foi foram fui fomos esta estou estao estamos ta to tou tao tem tinha ha houve teve tive sinto senti sentindo sente "
    "sentimos existe parece seja ser se trata do um qualquer caso vi vejo vimos ocorreu aconteceu acho que q me nos deu da dando dava "
    "dar levei levou levaram tomei tomou tomaram ainda mais nenhum nenhuma saiu saindo saia sai solta soltou soltando faz fez ficou "
    "ficamos ficar esse essa aquele aquela este mesmo com em sinal ja ou ter haver sentir acontecendo estava tava nem tendo any is nada "
    "havia smell hay huele olor"
)

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
