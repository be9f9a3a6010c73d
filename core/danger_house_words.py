"""The words that speak of danger in the walls, at the door and behind a door: what falls, who breaks in, who is trapped."""

from collections.abc import Mapping

HOUSE_WORDS: Mapping[str, str] = {
    # structure
    "collapse": (
        "desabou desabando desabar desabamento desaba desabem desabaram desabado ruiu ruindo colapsou collaps* derrumb* desmoronou "
        "desmoronando desmorona desmoronam desmoronar desmoronamento desmoronaram desmoronad* desabam"
    ),
    "landslide": "deslizamento deslizamentos avalanche landslide",
    "slope": "barranco barrancos encosta morro talude terra ribanceira barreira",
    "slid": "desceu descendo desliz* cedeu cedendo desmoron* escorregou escorregando empurr* desabou deslizou deslizando",
    "flew": "arrancad* arrancou voou voaram destelh* levantou",
    "furniture": (
        "prateleira prateleiras armario cama estante mesa sofa varal barraca rack movel cadeira suporte nicho guarda-roupa preco precos "
        "bolsa mundo"
    ),
    "frame": (
        "teto tetos laje lajes parede paredes viga vigas coluna colunas pilar pilares forro marquise sacada varanda muro muros muralha "
        "gesso telhado estrutura sanca escada beiral arrimo techo pared wall ceiling roof balcony parapeito mureta alvenaria mezanino "
        "fachada predio puxadinho edicula railing madeiramento caibro caibros platibanda cornija cimalha marquises sobrado telhadinho "
        "cobertura torre guarita murinho fundacao alicerce"
    ),
    "roof": (
        "teto tetos laje lajes forro gesso marquise sacada varanda sanca telhado beiral ceiling roof techo viga vigas cobertura "
        "platibanda marquises"
    ),
    "floor": "piso pisos chao contrapiso assoalho deck floor quintal terreno",
    "gives_way": "cedeu cedendo cede afund* baixou afundou afundando cedem ceder solapou",
    "falls": (
        "caiu caindo cai cairam caem cedeu cedendo cede despenc* tombou tombando tomba afund* abaixou arriou arriando cayo cayendo fell "
        "falling baixou desprend* inclin* adern* fall fallen desabaram tombaram"
    ),
    "sinks": "desceu descendo",
    "tilts": "tombando pendendo envergando leaning entortou entortando pendeu",
    "heavy": "viga vigas laje lajes sacada varanda marquise escada telhado estrutura concreto beiral forro caibro caibros madeiramento",
    "sways": "balanc* tremendo tremeu mexendo bambeando",
    "splits": "abrindo partindo partiu partiram abriendo",
    "sinking": "afundando afundou cedendo inclinando adernando",
    "knocked": "derrubou derrubaram",
    "piece": "pedac* parte partes bloco blocos placa placas piece part parte trozo pedra naco concreto metade lasca chunk pedazo pedazos",
    "facade": "fachada fachadas",
    "plaster": "reboco emboco plaster",
    "crack": (
        "rachadura* rachad* rachou racharam rachando racha rachar trinca trincas trincou trincaram trincando trincad* trinquinha "
        "fissura* fenda fendas crack* grieta grietas rachadurinha trincadura rachaduras"
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
        "pintura tinta azulejo* piso pisos vaso pia porcelanato ceramica vidro vidros box espelho tampa massa privada louca cuba "
        "vidraca janela acrilico tela tanque lavatorio granito marmore bancada prato celular soleira rejunte banheira caixa telha vitro "
        "cano bacia assento glass window mirror toilet tile sink screen parabrisa porta mangueira tubo sifao cadeira tampo medidor "
        "lente calcada acabamento telha telhas telhinha"
    ),
    "glass": "vidro vidros vidraca* janela janelas esquadria glass window vitrine",
    "tableware": "mesa copo copos prato pratos garrafa jarra vaso perfume",
    "hangs": "pendurad* pendendo dependurad*",
    "window_part": "trilho tela telas cortina* persiana* trinco puxador borracha fecho macaneta adesivo pelicula insulfilm",
    "crackling": "estal* estral* rangendo ranger",
    "bulge": "barriga embarrig* enverg* abaulad* embarrigad*",
    "tree": "arvore arvores poste tree",
    "home": (
        "casa apartamento ap ape apto imovel kitnet residencia loja house flat apartment home quintal garagem departamento aqui predio "
        "deposito portaria escritorio galpao"
    ),
    "door": "porta portas janela fechadura apartamento ap casa",
    "lift": "elevador elevadores lift elevator ascensor elevadorzinho plataforma monta-cargas",
    "official": "engenheir* bombeiro bombeiros prefeitura perito arquitet*",
    "interdict": "interdit* evacu* condenou condenad* desocup*",
    "gap": "vao vaos fresta buraco fenda abriu abrindo rombo",
    "displaced": "entort* enverg* arquead*",
    # crime
    "tank": "cisterna reservatorio",
    "forced": (
        "arrombaram arrombada aronb* arombaram violaram violada violado violaro arromba arrombou arrombado arrombados arrombadas "
        "arrombando arrombamento arrombaro arrombarao arrombo arrobaram"
    ),
    "robbed": (
        "assalt* roubo roubaram robaram roubou roubad* roubando robaro roubaro furtaram furto furtad* burglar* burgled robbed robbery "
        "stolen stole robaron robar asalt* refem saquead* saquearam surrupi* afan*"
    ),
    "thief": (
        "ladrao ladroes ladra bandido bandidos assaltante* invasor* thief thieves intruder ladron ladrones meliante* arrombador "
        "ladraozinho gatuno gatunos trombadinha larapio assaltante criminoso criminosos"
    ),
    "charged": (
        "aluguel alugueis caucao taxa taxas multa multas reajuste boleto boletos juros cobr* reembolso devolv* reais iptu mensalidade "
        "imobiliaria imobiliarias administradora contrato fatura"
    ),
    "breaks_in": (
        "entrou entraram entrando entrar invad* pulou pularam pulando fugi* correu correram correndo escond* armad* rond* roubou roubaram "
        "roubando tentou tentaram tentando pegou pegaram acordei policia socorro help"
    ),
    "seen": "tem tinha ha teve vi vimos viu ouvi ouvimos apareceu",
    "invaded": "invadiram invadido invadida invasao invadira",
    "swarm": (
        "agua formiga* barata* mato chuva esgoto raiz raizes planta* pomb* morcego* rato ratos cheiro fumaca luz som barulho privacidade "
        "mofo cupim* mosquito* bicho* abelha* lama adutora rio corrego enchente cano cupi*"
    ),
    "came_in": "entraram entraro entraron",
    "got_in": "entrou entraram entro entrando entered",
    "someone": (
        "alguem gente homem cara sujeito desconhecid* individuo someone somebody alguien intruso intrusos sujeitos caras homens moleque "
        "moleques vagabundo vagabundos pivete bando drogado"
    ),
    "man": (
        "homem homens cara caras sujeito individuo individuos elemento desconhecid* desconhecidos intruso intrusos sujeitos moleque "
        "moleques pivete mascarad* encapuzad* vulto bando drogado mendigo"
    ),
    "jumped": "pularam pulou pulando escalaram escalou",
    "climbed": "muro janela portao grade cerca telhado wall sacada varanda quintal",
    "pet": "gato gata gatos cachorro cachorra cao gamba macaco",
    "took": "levaram levaro llevaron carregaram limparam took taken afanaram surrupiaram subtrairam",
    "goods": (
        "tudo tv televisao bicicleta* bike notebook celular* moto joias dinheiro pertences botijao ferramenta* coisas ventilador "
        "computador roupas panelas todo bolsa hidrometro fios fiacao cabos cobre medidor mala malas carteira laptop jewelry money cabo "
        "medidores disjuntores torneiras lampadas roda pneu bateria compressor condensadora motor bomba bicicletas patinete capacete "
        "relogio aliancas alianca ouro objetos perfumes comida documento documentos passaporte chaves pneus estepe dvr cameras camera"
    ),
    "moving": (
        "sabesp enel copasa cemig light equatorial neoenergia companhia concessionaria mudanca transportadora frete carreto caminhao "
        "conserto entulho"
    ),
    "smashed": "estouraram quebraram arrebentaram rebentaram arrancaram serraram cortaram chutaram meteram smashed",
    "burst_open": "estouraram arrebentaram rebentaram chutaram arrebentou estourou",
    "forcing": "forcad* forcaram forcando forcou forcar",
    "pounding": "esmurr* chutando arrebentando",
    "barrier": "fechadura fechaduras cadeado portao tranca",
    "trying": "tentando tentaram tentou trying querendo",
    "they_tried": "tentaram tentaro tentam",
    "armed": "armado armada armados faca revolver pistola armed",
    "get_in": "entrar arrombar forcar abrir invadir adentrar pular arromba",
    "force_in": "entrar arrombar invadir forcar adentrar roubar assaltar furtar",
    "ransacked": "revirad* reviraram remexid* remexeram vasculh*",
    "arrived": "cheguei chegamos voltei voltamos acordei",
    "woke": "acordei cheguei",
    "forgot": "esqueci deixei esqueceu esquecemos deixamos",
    "guarding": (
        "colocar instalar botar bairro grade camera cameras evitar padaria farmacia esquina mercado metro onibus trem shopping "
        "mercadinho bar restaurante posto banco loterica lanchonete vizinhanca"
    ),
    "unsafe": "perigosa perigoso insegura inseguro",
    "you": "voces vcs",
    "room": (
        "elevador elevadores lift elevator ascensor banheiro banheiros quarto quartos casa apartamento ap ape apto sacada varanda "
        "lavabo predio garagem escada cozinha sala subsolo terraco cobertura porao despensa closet corredor bathroom bedroom room flat "
        "house apartment balcony suite bano kitnet salao deposito guarita quartinho hall lavanderia area laje balcon edicula escritorio "
        "home garage sotao loja departamento sauna vestiario academia armario quintal casinha cuarto habitacion cocina recepcao telhado "
        "lavabos dispensa cabine vestiarios sacadas varandas cubiculo corredores terracos"
    ),
    "inner_room": (
        "banheiro banheiros quarto lavabo closet despensa sauna lavanderia suite elevador armario deposito quartinho varanda sacada sala "
        "cozinha"
    ),
    "inside": "dentro inside adentro",
    "key": "chave chaves carteira celular",
    "vanished": "sumiu sumiram desaparec* sumido sumidas sumida sumidos",
    "valuables": (
        "joia joias tv televisao televisor notebook laptop bicicleta* bike moto dinheiro pertences botijao computador hidrometro fiacao "
        "cobre videogame eletrodomestico* ferramenta* relogios"
    ),
    "prowls": "rondando espreitando espionando vigiando",
    "meddling": "mexendo mexeu mexeram forcando cutucando futucando",
    "broken": "quebrad* estourad* arrebentad* danificad*",
    "one_invaded": "invadiu invadindo invade",
    "grabbed": "pegaram pegou",
    "hiding": "escondid*",
    "removed": "tiraram retiraram removeram desmontaram desparafusaram tirou",
    "found": "achei encontrei encontramos achamos encontrou",
    # trapped
    "stuck": (
        "preso presa presos presas prezo preza trancou trancad* trancaram prendeu stuck trapped locked atrapad* encerrad* encurralad* "
        "prendi entalad* entalou aprision* retid* confinad* trancafiad* aprisionad* presinh* ilhad* enclausurad*"
    ),
    "locked_up": (
        "preso presa presos presas trancad* trapped atrapad* encerrad* encurralad* entalad* stuck trancou entalou aprision* retid* "
        "confinad* trancafiad* ilhad* enclausurad*"
    ),
    "halted": (
        "parado parou travado travou enguicou parada quebrou caiu despencou pifou estacionou emperrou parando despencando enguicado "
        "pane morreu desligou apagou"
    ),
    "aboard": "comigo",
    "car": "carro car",
    "balcony": "sacada varanda terraco cobertura balcony",
    "child": (
        "filho filha filhos filhas bebe nene neto neta crianca menino menina sobrinho sobrinha vo avo vovo mae pai idosa idoso ela ele "
        "kid son daughter irma irmao senhora senhor velhinh* bisav* meninas meninos criancas"
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
        "repouso catapora virose febre birra castigo quarentena"
    ),
    "outside": "fora",
    "waiting": "esperando aguardando espera waiting causa",
    "times": "antes cedo amanha hoje horario sexta sabado domingo segunda terca quarta quinta almoco tarde manha noite agora pra receber",
    "limb": "perna pernas mao maos braco bracos cabeca hand foot arm leg pe pes tornozelo punho joelho ombro cotovelo pescoco",
    "finger": "dedo dedos dedinho polegar finger",
    "under": "embaixo debaixo soterrad* under",
    "jammed": "emperr* travou trav* trancou quebrou bateu fechou jammed engasg* encravou encravad* entortou enguicou agarrou agarrad*",
    "crying": "chora* choro batendo desesperad* esmurrando crying",
    "pit": "cisterna poco fosso telhado laje forro arvore andaime buraco bueiro porao vala marquise",
    "crushed": "prens* imprens* esmag*",
    "buried": "soterr* escombros buried",
    "studying": "jogando estudando estudo trabalhando concurso prova reunioes reuniao",
    "animal": (
        "gato gata gatos gatinh* cachorr* cao caes pet passaro passarinho pombo pomba bicho animal rato morcego calopsita coelho "
        "papagaio gamba cadela cadelinha dog cat"
    ),
    "knock": "batida batidas batendo voz vozes gritos",
    "held": "preso presa presos presas trancado trancada trancados trancadas entalad* encurralad*",
    "fallen": "caida caido caidos caidas desmaiad* desacordad* inconsciente",
}  # fmt: skip
