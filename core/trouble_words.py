"""Parts of a home and what goes wrong with them: each word with its meaning, for `core.troubles`. A table.

`*` stands for any ending. Words are folded.
"""

from collections.abc import Mapping
from enum import IntEnum, auto


class Sign(IntEnum):  # whole numbers, which are quick to look up
    """What a word of a report speaks of."""

    # Parts of a home
    WATER = auto()
    COLD = auto()
    HEAT = auto()  # of water: comfort is lost, not water
    POWER = auto()
    TOILET = auto()
    SHOWER = auto()
    BATHROOM = auto()
    TAP = auto()
    DOOR = auto()  # what locks
    INSIDE = auto()  # where a door need not lock
    ROOM = auto()  # where water or power may be missing while the rest of the home has it
    SEWAGE = auto()
    MAIN = auto()  # of the whole home
    HOME = auto()
    PART = auto()  # any other part that does something
    LOOKS = auto()  # a part that looks well or gives comfort
    # What is wrong with them
    LEAK = auto()
    DAMP = auto()
    DEAD = auto()
    LOOSE = auto()  # wrong of a part of a home only: "caiu"
    MARK = auto()
    NUISANCE = auto()
    ENTERS = auto()  # what water does
    FLOOR = auto()  # where water does not belong
    DANGER = auto()
    WORKS = auto()  # wrong behind "não": "não liga"
    TRY = auto()  # between "não" and a verb: "não consigo ligar"
    DO = auto()
    LOCKS = auto()  # what a door does not
    TO_LOCK = auto()  # the same behind "não consigo"
    BACK = auto()  # what sewage does
    OPEN = auto()
    CUT = auto()  # what power is
    DARK = auto()
    DRY = auto()
    # How much of it
    NOT = auto()
    WITHOUT = auto()
    WHOLE = auto()
    ONLY = auto()
    LACKS = auto()  # what a part is without: "sem sinal"
    OTHER = auto()  # another one works, or part of it
    # What is asked for
    FOREIGN = auto()  # what is no part of a home: "meu carro quebrou"
    PROBLEM = auto()  # of a part that is named behind it: "problema no aquecedor"
    REPAIR = auto()
    CRAFT = auto()


PARTS = frozenset({Sign.TOILET, Sign.SHOWER, Sign.TAP, Sign.DOOR, Sign.MAIN, Sign.PART, Sign.LOOKS})
WORDS: Mapping[Sign, str] = {
    Sign.WATER: "agua aguas gota",
    Sign.HEAT: "quente quentes morna fria frio gelada esquenta esquentam esquentando esquentar aquece aquecendo aquecer",
    Sign.COLD: "fria frio gelada",
    Sign.POWER: "luz luzes energia forca eletricidade",
    Sign.TOILET: "toilet inodoro vaso vasos privada privadas sanitario descarga descargas patente latrina bacia",
    Sign.SHOWER: "shower chuveiro chuveiros xuveiro xuvero chuvero ducha duchas",
    Sign.BATHROOM: "banheiro banheiros banho wc toalete",
    Sign.TAP: "torneira torneiras pia pias tanque lavatorio bica cuba bide registro registros valvula mangueira ralo ralos sifao "
    "bebedouro filtro sink faucet canilla grifo",
    Sign.DOOR: "lock puerta cerradura porta portas portao portoes fechadura fechaduras fexadura tranca trinco chave chaves macaneta "
    "cadeado ferrolho",
    Sign.INSIDE: "quarto quartos banheiro suite armario armarios guarda-roupa guarda-roupas guarda closet box varanda sacada geladeira "
    "forno despensa lavanderia lavabo cozinha gaveta gavetas janela janelas escritorio corredor sanfonada garagem elevador",
    Sign.ROOM: "sala quarto quartos quartinho cozinha corredor banheiro lavabo suite varanda sacada garagem escritorio area lavanderia "
    "quintal despensa escada hall jardim lampada",
    Sign.SEWAGE: "esgoto fezes coco fossa bosta merda",
    Sign.MAIN: "geral medidor",
    Sign.HOME: "casa ape ap apto apartamento imovel residencia kitnet kit",
    Sign.PART: "forno fugao fogao cooktop geladeira frigobar ar ar-condicionado split aquecedor boiler interfone tomada tomadas "
    "interruptor interruptores lampada lampadas luminaria ventilador exaustor coifa campainha janela janelas vidro vidros box cano canos "
    "encanamento tubulacao sifao rabicho flexivel ralo ralos telhado telha telhas calha calhas elevador disjuntor disjuntores quadro "
    "relogio bomba caixa boia cisterna hidrometro maquina lavadora micro-ondas microondas basculante veneziana teto forro laje viga "
    "sacada escada corrimao acendedor boca antena internet fiacao fio fios motor controle alarme camera purificador grade tampa "
    "eletronico videoporteiro video-porteiro porteiro-eletronico triturador tv televisao televisor parabolica depurador secadora "
    "lava-loucas lava-louca soquete bocal plafon led conduite claraboia guarda-corpo alcapao cerca sirene duto chamine sauna heater "
    "window windows light lights ventana calefon assento sensor spot refletor chama gas vitrine padrao piscina churrasqueira lareira dreno "
    "mictorio hidro banheira registro chave-geral balcao freezer adega persiana persianas garagem luz",
    Sign.LOOKS: "pintura tinta rodape rodapes rejunte rejuntes puxador puxadores azulejo azulejos espelho espelhos armario armarios "
    "gaveta gavetas dobradica dobradicas prateleira prateleiras guarda-roupa verniz sinteco laminado batente batentes estante cortina "
    "cortinas cortineiro papel moldura molduras sanca silicone taco tacos carpete vistas guarnicao guarnicoes cabideiro varal suporte "
    "toalheiro saboneteira papeleira nicho bancada adesivo pastilha pastilhas ceramica placa placas plaquinha letra trilho trilhos pared "
    "color rodateto mobilia movel moveis brilho reboco textura gesso massa piso pisos parede paredes muro degrau soleira calcada rede "
    "redes tela telas mosquiteira toldo letreiro fachada",
    Sign.LEAK: "pingueira vaza vazam vazou vazando vazao vazamento vazamentos vazaram vazava vasando vasa vasamento pinga pingam pingou "
    "pingando pingo pingos pingava goteira goteiras goteja* escorre escorrendo escorreu jorra* esguich* merejando minando minou leak leaks "
    "leaking dripping goteo gotea",
    Sign.DAMP: "infiltra* umidade umida umido umidas mof* bolor embolor* estufad* estufando estufou encharcad* molhad* "
    "molhando molhou",
    Sign.DEAD: "queim* quebr* estrag* pifou pifad* pifando entup* emperr* travou travad* travando defeito defeitos defeituos* desarm* "
    "inund* alag* transbord* estour* danific* avari* furou furad* rachou rachad* rachando trinca trincas trincou trincad* trincando "
    "trincaram enguic* escangalh* bugou bugad* desregulad* empenad* empenou entortou arreb* rebent* broken derret* rasg* roto rota morto "
    "morta despenc* cedeu cedendo cupim cupins barata baratas rato ratos ratazana infest* intup* entop* intop* formiga marimbondo "
    "marimbondos abelhas vespas percevejo percevejos formigas escorpiao escorpioes morcego morcegos clog*",
    Sign.LOOSE: "pau espan* disparou lento lenta lentos exposta exposto expostos perdeu sairam bolha bolhas troca trocar troquem trocam "
    "instalar instalem verificar caiu caindo cairam cai solto solta soltos soltas soltou soltando soltaram frouxo frouxa bambo bamba "
    "descol* sumiu caido caida parou pararam morreu falha falhando falhou saiu parad* mudo torto torta tortos inchou inchad* arrast* "
    "raspa* balanca balancando derrubou bate batendo levantou levantando afundou afundando oscil* pisca piscando apagou apagando apaga "
    "disparad* dispara espanad* desencaix* desprend* desligando desliga instavel fraco fraca fraquinh* retorna volta voltando voltou "
    "congel* prende prendendo presa chiando vibrando partid* partiu apagad* mostra",
    Sign.MARK: "feo fea descasc* desbot* manchad* mancha manchas manchou riscad* riscaram risco riscos risquinho arranh* lascad* lasca "
    "lascou amarel* encardid* desgast* gasta gasto gastas gastou descolorid* feio feia feios estetic* estetica ralad* marcas suj* "
    "respingo respingos furo furos furinho desalinhad* desnivelad* enferruj* ferrugem oxidad* opac* pintar repintar cor buraco buraquinho "
    "escuro escurec* preto pretas pretos",
    Sign.NUISANCE: "range rangem rangendo rangido rangeu barulh* ruido ruidos chia chiado cheiro fedor fedendo fede assobia estala "
    "estalando ringe ringindo zumbido",
    Sign.DANGER: "fumaca faisca* fagulh* choque choques incendio arromb* invad* desab* rachadura* curto smoke explod* xeiro olor assalt*",
    Sign.ENTERS: "entra entrando entrou corre correndo correr corria cai caem caindo caiu caia cair desce descem descendo desceu brota "
    "brotando brotou molha molham",
    Sign.FLOOR: "chao assoalho tapete colchao sofa",
    Sign.WORKS: "resfria resfriando refrigera congela puxa puxam puxando working work works funciona funcionando funcionam funcionou "
    "funfa liga ligam ligando ligou acende acendem acendendo acendeu esquenta esquentam esquentando esquentou gela gelam gelando gelou "
    "abre abrem abrindo abriu fecha fexa fecham fechando fechou sai saem saindo desce descem descendo desceu veda vedam vedando carrega "
    "carregando drena drenando escoa escoando toca tocam tocando tocou enche enchem enchendo sobe subindo pega pegando pegou chega "
    "chegando cai caindo gira girando dispara responde aciona acionam trava segura roda rodando corre centrifuga aquece aquecendo para "
    "desliga encaixa presta vai tranca trancam trancando vem",
    Sign.TRY: "consigo consegue conseguimos quer da",
    Sign.DO: "funcionar ligar acender esquentar gelar abrir fechar sair descer vedar drenar escoar tocar encher subir pegar girar usar "
    "desligar aquecer trancar regular",
    Sign.LOCKS: "fexa tranca trancam trancando trancou trava travam fecha fecham fechando",
    Sign.TO_LOCK: "trancar travar fechar",
    Sign.BACK: "vindo vem veio volta voltam voltando voltou retorna* retorno sobe subindo subiu transbord* vaza vazando vazou saindo sai "
    "soltando brota* borbulh* refluxo estour* jorr* escorrendo entrando cheia cheio invad* entup*",
    Sign.OPEN: "aberta aberto abertas destrancad* escancarad*",
    Sign.CUT: "caiu apagou apagaram cortou cortaram desligaram",
    Sign.DARK: "escuro escuras breu apagado apagada escuridao apagao",
    Sign.DRY: "seca secas seco vazia vazio secou",
    Sign.NOT: "nao n nunca mal nem num naum nada not doesn isn",
    Sign.WITHOUT: "sem falta faltando faltou cortaram cade acabou cortada cortou acabaram zero",
    Sign.WHOLE: "toda todo todas todos inteiro inteira inteirinha todinha todinho tudo nenhum nenhuma gota lugar completamente",
    Sign.ONLY: "unico unica",
    Sign.OTHER: "resto outro outra outros outras metade alguns algumas demais dois segundo segunda",
    Sign.LACKS: "sinal som imagem pressao vida uso funcionamento funcionar aperto brilho tampa acabamento",
    Sign.FOREIGN: "carro moto celular cel cell telefone computador notebook note tablet onibus oculos relogio",
    Sign.PROBLEM: "problema problemas probleminha prob dificuldade",
    Sign.REPAIR: "manutenc* conserto consertos consertar consertem conserte conserta concerto concertar reparo reparos reparar reparem "
    "reparacao arrumar arrumem arrumam consertam arruma arrume arrumando desentup* dedetiz* impermeabiliz* repintar",
    Sign.CRAFT: "encanador encanadora eletricista pedreiro chaveiro pintor marceneiro vidraceiro serralheiro gesseiro dedetizador "
    "desentupidora",
}  # fmt: skip
# Parts that nobody names without something being wrong with them.
TOLD_ALONE = frozenset("torneira chuveiro descarga fechadura disjuntor interfone goteira".split())
