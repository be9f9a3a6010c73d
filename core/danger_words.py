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
    "gas": "gas degas dgas gasinho glp butano cheirodegas gais",
    "leak": "vazando vazamento escap* escapando fuga fugindo leak* soltaram perdiendo pierde vaza* vazo* vaze*",
    "opened": "aberto abertos aberta abertas open destrancad* escancarad* encostada",
    "hiss": "chiado chiando chia assobi* assovi* hissing apito apitando",
    "bubbles": "bolha* borbulh* espumou espumando bubbles",
    "stove": "fogao fogoes fogareiro forno cooktop stove oven cocina estufa hornalla hornalhas boca bocas",
    "bottle": "botijao botijoes botija bujao butijao cilindro",
    "holed": "fur* rasg* roeu roid* cortad* rachad* mordeu ressecad*",
    "pierced": (
        "furou furaram furei cortou cortaram cortei perfurou perfuraram quebrou quebraram rompeu rompi* estour* estor* arrebent* partiu "
        "trincou trincaram acertou"
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
    "little": "pouco pouca pouquinho fraco fraca fraquinho little devagar lento lenta suja",
    "supply": "encanado natural central eletric* inducao acab* vencid* validade",
    "cooling": "split geladeira freezer frigobar refrigerad* condicionado fridge gela gelando gelar arcondicionado inverter",
    # carbon monoxide
    "heater": (
        "aquecedor* boiler caldeira calefon calefator lareira braseiro gerador junker junkers calentador heater heating furnace estufa "
        "fireplace salamandra aquecimento"
    ),
    "sick": (
        "latej* tontura* tontur* tonto tonta tontos tontas tonteira zonz* enjo* nause* desmai* vomit* sonolen* moles moleza mareo mareos "
        "mareado mareada dizzy dizziness headache* faint* cefaleia cefaleias sick vertigem vertigens grogue atordoad* intoxica* ansia "
        "palido palida sincope desacordad* inconsciente confus* fraqueza sufoc* desfalec* molinh* maread*"
    ),
    "monoxide": "monoxid* carbonmonoxide",
    "flame": "chama chamas chaminha queima queimando fogo foguinho flame llama labareda",
    "yellow": "amarel* alaranjad* laranja avermelhad* vermelh* yellow orange amarill*",
    "soot": "fuligem fulig* enegrec* tisn* soot sooty hollin pretume",
    "hearth": "lareira churrasqueira fogao panela",
    # fire
    "fire": "incendi* insendi* fuego fire",
    "fogo": "fogo",
    "spreads": "espalhou espalhando alastr* pegou subiu subindo tomou",
    "place": "no na nos nas em",
    "blaze": "labared* labareta* fogareu fogaral quemando",
    "flames": "chamas flames llamas",
    "smoke": "fumac* fumaca fumas fumasa fumasinha fumasera fumeg* smoke humo esfumac*",
    "spark": "faisc* faisca faich* fagulha* centelha* faysca spark* chispa chispas chispazo faisqu*",
    "burnt": "queimad* queima queimando quemad* burn* torrad* chamusc*",
    "burning_up": "queimando torrando pegando",
    "burnable": (
        "sofa cortina cortinas colchao cama tapete armario movel moveis roupa roupas casa cozinha quarto telhado forro parede carro moto "
        "varanda carpete persiana toalha lencol estante madeira"
    ),
    "crash": "amass* colisao colid* batida",
    "sun": "sol",
    "often": "vive vivem sempre",
    "explosion": "explodiu explosao explosoes explodindo explodir explode explodiram exploto explosion exploded explosiva",
    "drink": "cerveja refrigerante refri garrafa lata latinha coca espumante champanhe agua pipoca batata panettone",
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
    "hot": (
        "quente quentes quentinh* quentao quentona quentissim* escaldando quentura esquent* aquecendo aqueceu pelando fervendo hot "
        "caliente calentando warm"
    ),
    "trips": "desarma desarmou desarmando derruba derrubou",
    "melted": "derret* melt*",
    "melting": "derretendo melting",
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
    "goes_off": "dispar* tocando tocou toca soando apit* beep* ringing sonando bipando berrando gritando gritar berrar gritou",
    # shock
    "shock": "choque choques choquinho choquinhos choke xoq choqe chqoue chouqe choquezinho choquao chocao choquezao choquasso choquete",
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
        "heladera canilla sink touch*"
    ),
    "electrified": "energizad* eletrificad* eletrizad*",
    "tingle": "formig* tingling",
    "signal": "tv internet telefone interfone antena rede wifi",
    "wire": "fio fios fiacao wire wires cable cables cabo cabos",
    "bare": (
        "desencapad* expost* solto solta soltos soltas descascad* pelado pelados pendurad* exposed dependurad* aparente aparentes bare "
        "live"
    ),
    "electrocuted": "eletrocut* electrocut* eletrocuss*",
    # flood
    "water": "agua aguas dagua aguaceiro enxurrada chuva chuvarada chovendo water lama esgoto auga",
    "flooded": "inund* alag* alagou alagado alagando enchente* flood*",
    "pipe": (
        "cano canos tubo tubos tubulacao encanamento mangueira registro conexao flexivel adutora engate sifao coluna caninho pipe pipes "
        "caneria canerias tuberia valvula hidrometro torneira rabicho prumada barrilete boiler hose"
    ),
    "burst": "estour* estor* romp* rompeu arrebent* explod* burst bursted rompi* revent* rebent*",
    "small_part": "borrachinha borracha anel vedante courinho",
    "gush": "jorrando jorrou jorra jorram jorrar esguich* chafariz cachoeira gushing pouring",
    "pours": "despejando despeja despejou vertendo cuspindo derramando",
    "spurt": "espirr* jorrando esguich* espalh* voando",
    "tap": "chuveiro ducha torneira mangueira lavadora bide chuveirinho",
    "rises": "subindo subiu rising encheu enchendo enche",
    "rising": "subindo rising",
    "height": "palmo palmos rodape centimetro* cm dedos",
    "covers": "cobriu cobrindo tomou tomando toma tomaram invadiu invadindo invade inundou encheu enchendo",
    "floats": "boiando flutuando",
    "leg": "knee ankle knees ankles tobillo tobillos rodilla",
    "overflow": "transbord* overflow*",
    "enters": "entrando entrou entra entram invadindo invadiu descendo desceu desce chegando chegou escorrendo avanc* coming entering",
    "indoors": (
        "casa apartamento ap ape apto sala quarto quartos cozinha corredor escada escadas hall porta elevador garagem loja bedroom "
        "kitchen apartment house moveis cama sofa porao subsolo tapete colchao"
    ),
    "rooms": "comodo comodos quarto quartos sala cozinha banheiro corredor piso chao casa apartamento ap ape apto garagem loja",
    "everywhere": "everywhere",
    "flows": (
        "escorr* saindo sai saiu caindo cai caiu descendo desceu desce vazando entrando entrou jorrando correndo coming dripping pouring "
        "passando minando cae llegando saliendo chegando chegou chega solta soltando soltou sale salia saia despej* vert* verten* "
        "derram* escoando brotando minou brotou vaza* vazo* vaze*"
    ),
    "drips": "ping* goteira* gotej* gota gotas drip*",
    "tank": "cisterna reservatorio",
    "wet": "molhad* molhou encharcad* umid* wet mojad*",
    "seep": "infiltrac* infiltrando umidade",
    "wet_thing": "maquina pia torneira torneiras chuveiro vaso descarga tanque ralo sifao caixa agua lavadora geladeira caixinha",
    "window": "janela janelas telhado telha telhas calha vidraca ventana",
    "meter": "conta fatura caixa bomba pressao preco valor reservatorio",
    # structure
    "collapse": (
        "desabou desabando desabar desabamento desaba desabem desabaram desabado desmoron* ruiu ruindo colapsou collaps* derrumb* "
        "soterr*"
    ),
    "landslide": "deslizamento deslizamentos avalanche landslide",
    "slope": "barranco barrancos encosta morro talude terra ribanceira barreira",
    "slid": "desceu descendo desliz* cedeu cedendo desmoron* escorregou escorregando empurr* desabou",
    "flew": "arrancad* arrancou voou voaram destelh* levantou",
    "furniture": (
        "prateleira prateleiras armario cama estante mesa sofa varal barraca rack movel cadeira suporte nicho guarda-roupa preco precos "
        "bolsa mundo"
    ),
    "frame": (
        "teto tetos laje lajes parede paredes viga vigas coluna colunas pilar pilares forro marquise sacada varanda muro muros muralha "
        "gesso telhado estrutura sanca escada beiral arrimo techo pared wall ceiling roof balcony parapeito mureta alvenaria mezanino "
        "fachada predio"
    ),
    "roof": "teto tetos laje lajes forro gesso marquise sacada varanda sanca telhado beiral ceiling roof techo viga vigas",
    "floor": "piso pisos chao contrapiso assoalho deck floor",
    "gives_way": "cedeu cedendo cede afund* baixou",
    "falls": (
        "caiu caindo cai cairam caem cedeu cedendo cede despenc* tombou tombando tomba afund* abaixou arriou arriando cayo cayendo fell "
        "falling baixou desprend* inclin* adern*"
    ),
    "sinks": "desceu descendo",
    "tilts": "tombando pendendo envergando leaning entortou entortando pendeu",
    "heavy": "viga vigas laje lajes sacada varanda marquise escada telhado estrutura concreto beiral forro",
    "sways": "balanc* tremendo tremeu mexendo bambeando",
    "splits": "abrindo partindo partiu partiram abriendo",
    "sinking": "afundando afundou cedendo inclinando adernando",
    "knocked": "derrubou derrubaram",
    "piece": "pedac* parte partes bloco blocos placa placas piece part parte trozo pedra naco concreto metade lasca chunk pedazo pedazos",
    "facade": "fachada fachadas",
    "light_stuff": (
        "agua aguas gota gotas pingo pingos tinta mofo po poeira chuva luz azulejo* pintura massa goteira* infiltrac* papel adesivo "
        "barata* cupim formiga* folha* prateleira* armario* quadro quadros espelho suporte tv televisao varal cortina* varao ventilador "
        "lustre luminaria lampada interfone toalheiro tomada internet sinal energia preco valor chuveiro relogio rejunte rodape persiana "
        "gancho prego parafuso movel moveis paint gato foto disjuntor mancha* silicone barulho moldura molduras"
    ),
    "fixture": "tanque pia vaso lavatorio bancada calha tampa torneira box gaveta cuba privada",
    "plaster": "reboco emboco plaster",
    "loosens": "soltando soltou solto solta descol* desprend* despreg* desgrud* separ* afast*",
    "crack": (
        "rachadura* rachad* rachou racharam rachando racha rachar trinca trincas trincou trincaram trincando trincad* trinquinha "
        "fissura* fenda fendas crack* grieta grietas"
    ),
    "fits": "cabe cabia cabem entra entram passa passam enfi* met* coloc* coube fit fits",
    "thick": "dedo dedos polegar mao punho braco moeda caneta lapis finger hand",
    "rebar": "ferragem ferragens vergalhao vergalhoes armadura",
    "big": (
        "grande grandes grandona grandao enorme enormes larga largas largura funda fundas profunda profundas gigant* aument* cresc* "
        "abrindo abriu abre imens* palmo palmos cm centimetro* wide wider growing huge big bigger grow* grew atravess* piorando alarg* "
        "estal* estral* dobr* duplic* triplic*"
    ),
    "fine": "fina fino finas finos fininh* pequen* superficia* capila* estetic* fiozinho risquinho",
    "hairline": "risquinho risquinhos microfissura* fissurinha* capila*",
    "finish": (
        "pintura tinta azulejo* piso pisos vaso pia porcelanato ceramica vidro vidros box espelho tampa massa privada louca cuba vidraca "
        "janela acrilico tela tanque lavatorio granito marmore bancada prato celular soleira rejunte banheira caixa telha vitro cano "
        "bacia assento glass window mirror toilet tile sink screen parabrisa porta mangueira tubo sifao cadeira tampo medidor lente "
        "calcada"
    ),
    "glass": "vidro vidros vidraca* janela janelas esquadria glass window vitrine",
    "tableware": "mesa copo copos prato pratos garrafa jarra vaso perfume",
    "hangs": "pendurad* pendendo dependurad*",
    "window_part": "trilho tela telas cortina* persiana* trinco puxador borracha fecho macaneta adesivo pelicula insulfilm",
    "crackling": "estal* estral* rangendo ranger",
    "bulge": "barriga embarrig* enverg* abaulad*",
    "tree": "arvore arvores poste tree",
    # crime
    "forced": (
        "arrombaram arrombada aronb* arombaram violaram violada violado violaro arromba arrombou arrombado arrombados arrombadas "
        "arrombando arrombamento arrombaro arrombarao arrombo arrobaram"
    ),
    "robbed": (
        "assalt* roubo roubaram robaram roubou roubad* roubando robaro roubaro furtaram furto furtad* burglar* burgled robbed robbery "
        "stolen stole robaron robo robar asalt* refem"
    ),
    "thief": "ladrao ladroes ladra bandido bandidos assaltante* invasor* thief thieves intruder ladron ladrones meliante* arrombador",
    "invaded": "invadiram invadido invadida invadiu invadindo invasao invadira",
    "swarm": (
        "agua formiga* barata* mato chuva esgoto raiz raizes planta* pomb* morcego* rato ratos cheiro fumaca luz som barulho privacidade "
        "mofo cupim* mosquito* bicho* abelha* lama adutora rio corrego enchente cano cupi*"
    ),
    "came_in": "entraram entraro entraron",
    "got_in": "entrou entraram entro entrando entered",
    "home": "casa apartamento ap ape apto imovel kitnet residencia loja house flat apartment home quintal garagem departamento aqui",
    "someone": "alguem gente homem cara sujeito desconhecid* individuo someone somebody alguien",
    "man": "homem homens cara caras sujeito individuo individuos elemento desconhecid*",
    "worker": (
        "pedreiro* tecnico* encanador* pintor* prestador* eletricista* visita* inquilin* corretor* funcionari* zelador faxineira* "
        "diarista vistoria* obra contato receber conserto consertar"
    ),
    "jumped": "pularam pulou pulando escalaram escalou",
    "climbed": "muro janela portao grade cerca telhado wall",
    "pet": "gato gata gatos cachorro cachorra cao gamba macaco",
    "took": "levaram levaro llevaron carregaram limparam",
    "goods": (
        "tudo tv televisao bicicleta* bike notebook celular* moto joias dinheiro pertences botijao ferramenta* coisas ventilador "
        "computador roupas panelas todo bolsa hidrometro fios fiacao cabos cobre medidor mala malas carteira"
    ),
    "moving": (
        "sabesp enel copasa cemig light equatorial neoenergia companhia concessionaria mudanca transportadora frete carreto caminhao "
        "conserto"
    ),
    "smashed": "estouraram quebraram arrebentaram rebentaram arrancaram serraram cortaram chutaram meteram",
    "burst_open": "estouraram arrebentaram rebentaram chutaram arrebentou estourou",
    "forcing": "forcad* forcaram forcando forcou forcar",
    "pounding": "esmurr* chutando arrebentando",
    "lock": "fechadura fechaduras porta portao janela cadeado grade tranca lock cerradura puerta door",
    "door": "porta portas janela fechadura apartamento ap casa",
    "barrier": "fechadura fechaduras cadeado portao tranca",
    "trying": "tentando tentaram tentou trying",
    "they_tried": "tentaram tentaro",
    "armed": "armado armada armados faca revolver pistola armed",
    "get_in": "entrar arrombar forcar abrir invadir",
    "force_in": "entrar arrombar invadir forcar",
    "ransacked": "revirad* reviraram remexid* mexeram",
    "arrived": "cheguei chegamos voltei voltamos acordei",
    "woke": "acordei cheguei",
    "forgot": "esqueci deixei esqueceu esquecemos deixamos",
    "guarding": "colocar instalar botar bairro grade camera cameras evitar padaria farmacia esquina mercado metro onibus trem shopping",
    "unsafe": "perigosa perigoso insegura inseguro",
    "bill": (
        "preco precos boleto boletos aluguel reajuste multa juros orcamento cobranca cobrancas iptu imposto burocracia condominio "
        "papelada"
    ),
    "figure": (
        "preco precos boleto boletos aluguel valor valores reajuste multa juros orcamento taxa taxas fatura cobranca mensalidade iptu "
        "negociacao horario agenda mensagem mensagens email emails mails raiva saudade divida dividas gestao conta contas trabalho "
        "tarefa duvidas whatsapp propaganda spam noticia jogo assembleia reuniao grupo discussao festa debate briga clima politica rent "
        "bill opinioes notificac* mail treino coracao futebol culto coracoes relacionamento pimenta"
    ),
    "you": "voces vcs",
    "abstract": "paciencia sossego paz cena coracao alegria atencao esperanca brilho dignidade sonho mercado",
    # trapped
    "stuck": (
        "preso presa presos presas prezo preza tranquei trancou trancad* trancaram prendeu stuck trapped locked atrapad* encerrad* "
        "encurralad* prendi entalad* entalou trancamos aprision*"
    ),
    "locked_up": "preso presa presos presas trancad* trapped atrapad* encerrad* encurralad* entalad* stuck trancou entalou aprision*",
    "lift": "elevador elevadores lift elevator ascensor",
    "halted": "parado parou travado travou enguicou parada quebrou caiu despencou",
    "aboard": "comigo",
    "room": (
        "elevador elevadores lift elevator ascensor banheiro banheiros quarto quartos casa apartamento ap ape apto sacada varanda lavabo "
        "predio garagem escada cozinha sala subsolo terraco cobertura porao despensa closet corredor bathroom bedroom room flat house "
        "apartment balcony suite bano kitnet salao deposito guarita quartinho hall lavanderia area laje balcon edicula escritorio home "
        "garage sotao loja departamento sauna vestiario academia armario quintal casinha"
    ),
    "car": "carro car",
    "inner_room": (
        "banheiro banheiros quarto lavabo closet despensa sauna lavanderia suite elevador armario deposito quartinho varanda sacada sala "
        "cozinha"
    ),
    "balcony": "sacada varanda terraco cobertura balcony",
    "person": (
        "eu gente alguem pessoa pessoas crianca* bebe bebes nene filho filha filhos filhas mae pai avo vo vovo senhora senhor moca moco "
        "rapaz menino menina meninos meninas idoso idosa idosos vizinho vizinha marido esposa mulher homem ela ele eles elas irma irmao "
        "tia tio sogra sogro neto neta sobrinho sobrinha moradora morador moradores amiga amigo minha meu comigo entregador funcionario "
        "funcionaria porteiro dona we us me im people child kid grandma mother someone son daughter he she kids baby man woman hijo hija "
        "abuela madre alguien cadeirante namorada namorado primo prima sindico"
    ),
    "child": (
        "filho filha filhos filhas bebe nene neto neta crianca menino menina sobrinho sobrinha vo avo vovo mae pai idosa idoso ela ele "
        "kid son daughter irma irmao"
    ),
    "went_in": "entrou entraram",
    "turned": "trancou girou fechou rodou",
    "object": (
        "chave chaves gaveta porta fechadura roupa roupas papel portao janela tampa objeto cano carro moto bicicleta descarga sujeira "
        "mancha cheiro tinta ferrugem parafuso gordura cabelo cortina persiana plug tomada bola brinquedo cartao ralo agua contrato fita "
        "linha gato gata cachorro cachorra cao pet passaro pombo rato bicho morcego passarinho animal pacote encomenda correspondencia "
        "entrega sapato anel brinco maquina lavadora botao alavanca torneira registro cat dog key cadela cadelinha gatinho gatinha "
        "cachorrinho calopsita coelho"
    ),
    "seeping": "agua ar fumaca cheiro sujeira mancha chave ferrugem tinta gordura parafuso roupa carro gato cachorro",
    "elsewhere": (
        "aluguel trabalho transito servico reuniao engarrafamento congestionamento faculdade escola aeroporto hospital contrato multa "
        "burocracia plantao estrada aula traffic work prazo fila grupo app aplicativo cadastro covid gripe doente dengue atestado "
        "repouso"
    ),
    "outside": "fora",
    "waiting": "esperando aguardando espera waiting causa",
    "times": "antes cedo amanha hoje horario sexta sabado domingo segunda terca quarta quinta almoco tarde manha noite agora pra receber",
    "limb": "perna pernas mao maos braco bracos cabeca hand foot arm leg pe pes",
    "finger": "dedo dedos dedinho polegar finger",
    "under": "embaixo debaixo soterrad* under",
    "inside": "dentro inside adentro",
    "key": "chave chaves carteira celular",
    "jammed": "emperr* travou trav* trancou quebrou bateu fechou jammed engasg*",
    "help": "socorro ajuda ajude ajudem help ayuda",
    "scream": "gritando grita gritos gritaram socorro screaming",
    "crying": "chora* choro batendo desesperad* esmurrando crying",
}  # fmt: skip

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
