"""Words beside a number or an address of e-mail, by what they say of it: which field it is, and whose."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Meaning = Literal["cpf", "cnpj", "email", "mobile", "number", "mine", "person", "thing", "call", "told", "advert", "old", "link"]

_WORDS: Mapping[Meaning, str] = {
    "cpf": "cpf cic",
    "cnpj": "cnpj cgc",
    "email": "email mail emails correio gmail hotmail",
    "mobile": (
        "cel celular celu tel tels telefone telefones tele fone telef zap zapzap zape whats whatsapp watsap whatzap whatsap zapp wpp"
        " wats ddd"
    ),
    # "o contato é", "meu número": a telephone or an e-mail, unless another thing is named: "número do contrato".
    "number": "numero numeros num nro contato contatos ctt",
    "mine": (
        "pediu pediram solicitou solicitaram perguntou perguntaram novo nova"
        " meu meus minha minhas me mim comigo nosso nossa nossos nossas liga ligar ligue"
        " liguem chama chamar chame chamem"
        " avisa avisar avise avisem retorna retornar retorne retornem responde responder manda mande mandem mandar envia envie enviem"
        " enviar anota anote anotem segue seguem"
    ),
    "person": (
        "encanador encanadora bombeiro eletricista pedreiro chaveiro pintor tecnico tecnica prestador prestadora marceneiro vidraceiro"
        " gesseiro jardineiro empreiteiro instalador montador porteiro porteira portaria zelador zeladora sindico sindica sindicos"
        " vizinho vizinha vizinhos caseiro caseira faxineira diarista empregada marido esposa esposo mulher companheiro companheira"
        " namorado namorada noivo noiva mae mamae mainha pai papai painho filho filha filhos irmao irma avo vo tio tia primo prima"
        " sobrinho sobrinha neto neta sogro sogra genro nora cunhado cunhada padrasto madrasta amigo amiga colega corretor corretora"
        " imobiliaria administradora condominio advogado advogada gerente proprietario proprietaria dono dona locador locadora inquilino"
        " inquilina locatario locataria fiador fiadora"
        " avalista conjuge dependente testemunha remetente destinatario beneficiario favorecido pagador recebedor cedente"
        " morador moradora responsavel seguradora assistencia garantia loja fornecedor"
        " concessionaria companhia moco moca rapaz cara menino menina funcionario funcionaria atendente vendedor vendedora entregador"
        " motorista dedetizador serralheiro desentupidor desentupidora mecanico engenheiro engenheira arquiteto arquiteta perito"
        " vistoriador vistoriadora baba cuidador cuidadora enfermeiro enfermeira bisavo socio socia patrao patroa chefe secretario"
        " secretaria contador contadora recepcionista parente ex hospede compadre comadre padrinho madrinha afilhado afilhada enteado"
        " enteada administracao fulano ciclano contratada contratado terceirizada terceirizado ajudante estagiario estagiaria supervisor"
        " golpista golpistas contabilidade construtora incorporadora transportadora"
        " supervisora dele dela deles delas voces vcs vc voce ele ela eles elas seu sua seus suas"
    ),
    "thing": (
        "protocolo prot cep pedido codigo cod contrato matricula rg cnh pis nis nit inss titulo boleto boletos barras linha nota nf"
        " fatura serie conta agencia ramal instalacao chamado ticket solicitacao ordem processo inscricao iptu pix medidor hidrometro"
        " relogio leitura registro lacre cartao patrimonio modelo lote nascimento nasci senha placa imovel unidade cliente fixo"
        " residencial 0800 sac identificacao identificador id guia nsu autorizacao autenticacao transacao comprovante rastreio rastreamento"
        " encomenda crea creci oab cau apolice sinistro ocorrencia boletim referencia ref isbn ean imei uc cdc rgi fornecimento cracha"
        " passaporte certidao renavam chassi cei sus cns carteirinha convenio bilhete sorteio demanda token consumo valor saldo"
    ),
    "call": (  # the writer's own: "liguei no …"
        "liguei ligamos falei falamos mandei mandamos recebi recebemos escrevi escrevemos tentei tentamos chamei chamamos enviei enviamos"
        " atende atendem achei achamos vi vimos peguei pegamos encontrei encontramos anotei salvei pesquisei procurei pedi pedimos"
        " ligacao ligacoes"
    ),
    "told": (  # by others: "o número que me deram"
        "ligou ligaram falou falaram mandou mandaram chamou chamaram enviou enviaram passou passaram deu deram indicou indicaram atendeu"
        " atenderam consta constava veio vieram dizia diz apareceu aparece informou informaram forneceu forneceram gerou geraram disse"
        " disseram registrado registrada gerado gerada"
        " saiu sairam emitiu emitiram emitida emitido emitente respondeu responderam cobrou cobraram usou usaram"
    ),
    "advert": (
        "anuncio anuncios anunciado anunciada site google internet placa faixa cartaz panfleto folheto folder olx outdoor banner etiqueta"
        " adesivo ima mural letreiro plaquinha golpe fraude trote"
    ),
    "old": (
        "esquece esqueca ignora ignore ignorem desconsidera desconsidere desconsiderem reconheco desconheco antigo antiga"
        " anterior era velho velha cancelei perdi errado desativado desativada roubado furtado clonado cancelado bloqueado"
    ),
    "link": (
        "e eh is agora mudou para pra correto correta certo certa atual aqui ai esse este essa esta isso o a os as no na n nr pelo pela"
        " principal pessoal completo so mesmo abaixo particular preferencial eletronico atualizado informado ser sera esta tb tambem eu"
        " via tenho ta foi uso qualquer coisa pode podem por favor de entao minusculo minuscula que documento doc ddd somente pf whatsapp"
        " sem ponto pontos traco tracos hifen digito digitos ne ok p inteiro nessa nesta sequencia respectivamente"
    ),
}  # fmt: skip
MEANINGS: Mapping[str, Meaning] = {word: meaning for meaning, words in reversed(tuple(_WORDS.items())) for word in words.split()}
SELF = frozenset("sou somos chamo falo falando aqui".split())  # shortly before a person: the writer is that person
WITH = ("com", "c")  # "falar c/ a Ana"
TALK = frozenset(
    "procurar procure perguntar pergunte fala fale falar falem conversar converse tratar trate combinar combine acertar marcar agendar"
    " agende deixar deixe".split()
)  # "falar com a Ana no …"
OF = frozenset("de do da dos das".split())
AT = frozenset("no na nos nas".split())
ARTICLES = frozenset("o a os as meu minha nosso nossa do da ao pro pra com seu sua um uma".split())
TENANTS = frozenset("inquilino inquilina locatario locataria proprietario proprietaria morador moradora".split())
OWN_THINGS = frozenset(  # "o celular do trabalho" is the writer's all the same
    "casa trabalho servico escritorio contato whatsapp whats zap wpp celular cel telefone tel cpf cnpj email ap apto apartamento"
    " empresa firma recado recados emergencia titular vivo claro tim oi locacao minha meu nossa nosso mim cadastro pessoa cliente"
    " gente facul faculdade universidade curso estagio trampo mei".split()
)
BILLS = frozenset(
    "nf nfe nota notas recibo cupom boleto boletos fatura titulo vencimento".split()
)  # the numbers beside them are a seller's
IS = frozenset("e eh esta ta foi".split())
BODIES = frozenset(
    "condominio igreja escola clinica associacao escritorio padaria salao restaurante mercado mercadinho farmacia oficina academia bar"
    " lanchonete pizzaria creche consultorio barbearia papelaria atelie estudio mei filial matriz sede grupo cooperativa".split()
)  # "CNPJ do condomínio": who writes, writes for it
LEADS = frozenset(  # in front of a label they go with it: "e o meu novo celular é"
    "o a os as my is meu minha meus minhas nosso nossa novo nova n nr no na pelo pela do da e me por esse este aqui qualquer coisa".split()
)
ASKS = frozenset(  # in front of a number they go with it: "pode me ligar no"
    "pode podem liga ligar ligue liguem chama chamar chame chamem manda mande mandem avisa avisem avise anota anote anotem segue seguem"
    " responde".split()
)
OFF = frozenset(
    "e eh atende existe funciona uso use usem usar usa usamos utilizo tenho temos possuo pertence esta ta mais o a no".split()
)  # behind "não": the number is of no use
TOLD = re.compile(
    r"(?!alugou|locou).{2,}(?:ou|eu|iu|aram|eram|iram)|deu|disse|diz|dizia|veio|fez|fizeram|deram|voces|vcs"
)  # "que instalou", "me deram"
OUR = frozenset("meu minha nosso nossa".split())
THE = OUR | frozenset("o a os as".split())
VOCATIVES = frozenset("moco moca menino menina cara rapaz chefe patrao".split())  # somebody else only behind an article: "o rapaz"
HOLDERS = frozenset(
    "pix chave conta dados recibo comprovante nota nf fiscal entrada acesso".split()
)  # "o pix do encanador, cpf …": somebody else's, whatever it is called behind
WANT = frozenset("quer querem queria queriam precisa precisam exige exigem".split())  # "o cpf que vocês querem é …"
SAID = frozenset("disse disseram falou falaram".split())  # "cpf, vc disse? …"
WHOLE = frozenset("inteiro inteira completo completa todo certo certinho".split())  # "ele inteiro: …" is the number
PAPERS = frozenset("contrato cadastro".split())
BUSINESSES = frozenset("empresa firma loja companhia".split())
HIRED = frozenset(
    "comprei compramos contratei contratamos contratou contrataram feito feita realizado realizada executado executada prestado emitida"
    " emitido emitiu".split()
)  # beside a CNPJ
PAYS = frozenset("pix chave conta".split())
REMOVE = frozenset(
    "apaga apague apaguem apagar remova remove remover removam tira tirem tirar exclua excluam excluir deleta"
    " bloqueia bloqueie bloqueiem bloquear".split()
)
HEADS = frozenset("local emergencia acompanhante acompanhada acompanhado recado recados visita".split())  # "no local: Nair …"
RECEIPTS = frozenset("nf nfe nota notas recibo cupom".split())
BOUGHT = HIRED | frozenset(  # from others: "contratei a firma de CNPJ …", "paguei pro CNPJ …"
    "pix paguei pagamos pagou transferi transferimos transferencia depositei depositamos deposito".split()
)
UTILITIES = frozenset("gas energia agua luz telefone internet seguro seguros".split())  # "a empresa de gás" is not the writer's
PRONOUNS = frozenset("dele dela deles delas ele ela eles elas".split())
PROOFS = BILLS | frozenset(
    "orcamento orcamentos comprovante comprovantes carimbo conta contas iptu condominio laudo escritura carne".split()
)
SHOWS = IS | frozenset("estao tao tem vem traz mostra mostrava tinha estava tava".split())  # "no recibo está o cpf …"
LIVE = frozenset("moro moramos vivo vivemos resido morando".split())
YOU = frozenset("voce voces vc vcs".split())
TOWARDS = frozenset("pro pra para".split())

REACH = 90  # characters on each side in which words can belong to a value
FIELDS = ("cpf", "cnpj", "email", "mobile")
NUMBERS = ("email", "mobile")  # what a bare "contato" or "número" can be
WORD = re.compile("[a-z]+|[0-9]+|@")
_SHORTENED = "tel cel fone dr dra sr sra prof num nr n prot ref cod reg s".split()  # "tel. 11 …" is no end
ENDS = re.compile(r"[;!?\n\x00]|\.(?=\s)" + "".join(rf"(?<!\b{word}\.)" for word in _SHORTENED))


class Word(NamedTuple):
    """A word of a text and its place there."""

    text: str
    start: int
    end: int
