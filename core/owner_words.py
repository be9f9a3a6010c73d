"""Words beside a number or an address of e-mail, by what they say of it: which field it is, and whose."""

from collections.abc import Mapping
from typing import Literal

Meaning = Literal["cpf", "cnpj", "email", "mobile", "number", "mine", "person", "thing", "call", "old", "link"]

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
        "novo nova meu meus minha minhas me mim comigo nosso nossa nossos nossas liga ligar ligue liguem chama chamar chame chamem"
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
        " inquilina locatario locataria fiador fiadora morador moradora responsavel seguradora assistencia garantia loja fornecedor"
        " concessionaria companhia dele dela deles delas voces vcs vc voce ele ela eles elas seu sua seus suas"
    ),
    "thing": (
        "protocolo prot cep pedido codigo cod contrato matricula rg cnh pis nis nit inss titulo boleto boletos barras linha nota nf"
        " fatura serie conta agencia ramal instalacao chamado ticket solicitacao ordem processo inscricao iptu pix medidor hidrometro"
        " relogio leitura registro lacre cartao patrimonio modelo lote nascimento nasci senha placa imovel unidade cliente fixo"
        " residencial 0800 sac"
    ),
    "call": (
        "liguei ligamos ligou ligaram falei falamos falou falaram mandei mandou mandaram recebi recebemos escrevi tentei chamei chamou"
        " chamaram enviei enviou enviaram passou passaram deram indicou indicaram atende atendeu atendem consta veio vieram dizia"
        " apareceu aparece"
    ),
    "old": "antigo antiga anterior era velho velha cancelei perdi errado desativado",
    "link": (
        "e eh is agora mudou para pra correto correta certo certa atual aqui ai esse este essa esta isso o a os as no na n nr pelo pela"
        " principal pessoal completo so mesmo abaixo particular preferencial eletronico atualizado informado ser sera esta tb tambem eu"
        " via tenho uso qualquer coisa pode podem por favor de entao minusculo minuscula que documento doc ddd somente pf whatsapp"
    ),
}  # fmt: skip
MEANINGS: Mapping[str, Meaning] = {word: meaning for meaning, words in reversed(tuple(_WORDS.items())) for word in words.split()}
SELF = frozenset("sou somos chamo falo falando aqui".split())  # shortly before a person: the writer is that person
TALK = frozenset(
    "fala fale falar falem falem conversar converse tratar trate combinar combine acertar marcar agendar agende deixar deixe".split()
)  # "falar com a Ana no …"
OF = frozenset("de do da dos das".split())
AT = frozenset("no na nos nas".split())
ARTICLES = frozenset("o a os as meu minha nosso nossa do da ao pro pra com seu sua um uma".split())
TENANTS = frozenset("inquilino inquilina locatario locataria proprietario proprietaria morador moradora".split())
OWN_THINGS = frozenset(  # "o celular do trabalho" is the writer's all the same
    "casa trabalho servico escritorio contato whatsapp whats zap wpp celular cel telefone tel cpf cnpj email ap apto apartamento"
    " empresa firma recado recados emergencia titular vivo claro tim oi locacao minha meu nossa nosso mim cadastro pessoa cliente".split()
)
BILLS = frozenset(
    "nf nfe nota notas recibo cupom boleto boletos fatura titulo vencimento".split()
)  # the numbers beside them are a seller's
BODIES = frozenset("condominio igreja escola clinica associacao escritorio".split())  # "CNPJ do condomínio": who writes, writes for it
LEADS = frozenset(  # in front of a label they go with it: "e o meu novo celular é"
    "o a os as my is meu minha meus minhas nosso nossa novo nova n nr no na pelo pela do da e me por esse este aqui qualquer coisa".split()
)
ASKS = frozenset(  # in front of a number they go with it: "pode me ligar no"
    "pode podem liga ligar ligue liguem chama chamar chame chamem manda mande mandem avisa avisem avise anota anote anotem segue seguem"
    " responde".split()
)
OFF = frozenset("e eh atende existe funciona uso use usem usar esta ta mais o a no".split())  # behind "não": the number is of no use
