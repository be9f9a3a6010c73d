"""Documents, e-mail and mobile inside sentences: the writer's own, and nothing that only looks like one."""

from datetime import datetime

import pytest

from core.reading import read_message

NOW = datetime(2026, 11, 24, 10)  # noqa: DTZ001 - wall time at the home, a Tuesday
FIELDS = ("cpf", "cnpj", "email", "mobile")


def data(text: str) -> dict[str, str]:
    reading = read_message(text, now=NOW)
    return {name: found.value for name in FIELDS if (found := getattr(reading, name))}


@pytest.mark.parametrize(
    "text,found",
    [
        ("Fernanda, segue meu cpf 529.982.247-25", {"cpf": "52998224725"}),
        ("manda a Juliana me ligar no 11 98765-4321", {"mobile": "+5511987654321"}),
        ("cel 85 99999-1234", {"mobile": "+5585999991234"}),
        ("85999991234", {"mobile": "+5585999991234"}),
        ("(85)9.9999-1234", {"mobile": "+5585999991234"}),
        ("85 9 9999 1234 é o meu", {"mobile": "+5585999991234"}),
        ("+5585999991234", {"mobile": "+5585999991234"}),
        ("meu fone é o 085 99999-1234", {"mobile": "+5585999991234"}),
        ("85 3222-1111 ou 85 99999-1234", {"mobile": "+5585999991234"}),
        ("me chama no zap 85 99999-1234 ou da minha mulher 85 98888-4321", {"mobile": "+5585999991234"}),
        (
            "celular 85 99999-1234, email kelly_85@hotmail.com, cpf 390.533.447-05",
            {"cpf": "39053344705", "email": "kelly_85@hotmail.com", "mobile": "+5585999991234"},
        ),
        ("perdi o celular, o novo é 85 99999-1234", {"mobile": "+5585999991234"}),
        ("troquei de número, agora é 85 99999-1234", {"mobile": "+5585999991234"}),
        ("meu numero mudou para 85 99999-1234", {"mobile": "+5585999991234"}),
        ("meu cpf: 529982247-25", {"cpf": "52998224725"}),
        ("CPF nº 529.982.247-25", {"cpf": "52998224725"}),
        ("cpf 529.982.247.25", {"cpf": "52998224725"}),
        ("529 982 247 25", {"cpf": "52998224725"}),
        ("c.p.f. 52998224725", {"cpf": "52998224725"}),
        ("meu cpf é o 529.982.247-25 blz", {"cpf": "52998224725"}),
        ("cpf do titular 529.982.247-25", {"cpf": "52998224725"}),
        ("meu rg é 52.998.224-7 e o cpf 111.444.777-35", {"cpf": "11144477735"}),
        ("cpf 11144477735 email nao tenho", {"cpf": "11144477735"}),
        ("CNPJ nº 11.222.333/0001-81", {"cnpj": "11222333000181"}),
        ("11.222.333/0001-81", {"cnpj": "11222333000181"}),
        ("email joao.silva@empresa.com.br", {"email": "joao.silva@empresa.com.br"}),
        ("meu e-mail é maria_clara@yahoo.com.br. Obrigada", {"email": "maria_clara@yahoo.com.br"}),
        ("e-mail:<rui@terra.com.br>", {"email": "rui@terra.com.br"}),
        ("meu email é rui arroba terra ponto com ponto br", {"email": "rui@terra.com.br"}),
        ("email rui.costa arroba gmail.com", {"email": "rui.costa@gmail.com"}),
        ("escreve pra mim em rui@terra.com.br", {"email": "rui@terra.com.br"}),
        ("rui@terra.com.br (meu email)", {"email": "rui@terra.com.br"}),
        ("rui@terra.com.br,11 98765-4321", {"email": "rui@terra.com.br", "mobile": "+5511987654321"}),
        ("Email: RUI@TERRA.COM.BR", {"email": "RUI@terra.com.br"}),
        ("nasci em 12/03/1987 e meu cpf é 390.533.447-05", {"cpf": "39053344705"}),
        ("cadastro em nome de Lúcia Ramos, cpf 529.982.247-25", {"cpf": "52998224725"}),
        ("meu telefone: (51)99123 4567", {"mobile": "+5551991234567"}),
        ("tel 51 991234567", {"mobile": "+5551991234567"}),
        ("51-99123-4567", {"mobile": "+5551991234567"}),
        ("51.99123.4567", {"mobile": "+5551991234567"}),
        ("55 51 99123-4567", {"mobile": "+5551991234567"}),
        ("055 51 99123-4567", {"mobile": "+5551991234567"}),
        ("whats app 51 99123-4567", {"mobile": "+5551991234567"}),
        ("watts 51 99123-4567", {"mobile": "+5551991234567"}),
        ("o numero daqui é 51 99123-4567", {"mobile": "+5551991234567"}),
        ("numero pra contato 51 99123-4567", {"mobile": "+5551991234567"}),
        ("Contatos: 51 99123-4567 (eu) e 51 98888-7777 (meu marido)", {"mobile": "+5551991234567"}),
        ("em caso de urgência ligar 51 99123-4567", {"mobile": "+5551991234567"}),
        ("minha vizinha tem a chave. meu número 51 99123-4567", {"mobile": "+5551991234567"}),
        ("pega a chave na portaria. 51 99123-4567", {"mobile": "+5551991234567"}),
        ("meu cel corporativo 51 99123-4567", {"mobile": "+5551991234567"}),
        ("cpf 52998224725 tel 51991234567", {"cpf": "52998224725", "mobile": "+5551991234567"}),
        ("52998224725 51991234567", {"cpf": "52998224725", "mobile": "+5551991234567"}),
        ("cpf/cnpj 529.982.247-25", {"cpf": "52998224725"}),
        ("documento 529.982.247-25", {"cpf": "52998224725"}),
        (
            "CPF:529.982.247-25; E-mail:ze@bol.com.br; Fone:(51)99123-4567",
            {"cpf": "52998224725", "email": "ze@bol.com.br", "mobile": "+5551991234567"},
        ),
        ("nosso cnpj 11222333000181", {"cnpj": "11222333000181"}),
        ("cnpj 12.abc.345/01de-35", {"cnpj": "12ABC34501DE35"}),
        ("cnpj da firma 11 222 333/0001-81", {"cnpj": "11222333000181"}),
        ("CPF 529 982 247 - 25", {"cpf": "52998224725"}),
        ("meu e-mail mudou, agora é ze.novo@bol.com.br", {"email": "ze.novo@bol.com.br"}),
        ("email antigo ze@bol.com.br, novo ze.novo@bol.com.br", {"email": "ze.novo@bol.com.br"}),
        ("meu email é ze@bol.com.br, aliás, ze2@bol.com.br", {"email": "ze2@bol.com.br"}),
        ("ze arroba bol ponto com ponto br", {"email": "ze@bol.com.br"}),
        ("email: ana underline lima arroba hotmail ponto com", {"email": "ana_lima@hotmail.com"}),
        ("ana@lima.adv.br/51991234567", {"email": "ana@lima.adv.br"}),
        ("meu insta é @ana.lima e o email ana@lima.adv.br", {"email": "ana@lima.adv.br"}),
        ("enviei as fotos pelo email ana@lima.adv.br", {"email": "ana@lima.adv.br"}),
        ("meu email do trabalho: ana@lima.adv.br", {"email": "ana@lima.adv.br"}),
        ("meu fone 11 98765-4321 e do Pedro 11 98888-7777", {"mobile": "+5511987654321"}),
        ("meu whatsapp é o 11 98765-4321, podem mandar msg", {"mobile": "+5511987654321"}),
        ("favor retornar no 11 98765-4321", {"mobile": "+5511987654321"}),
        ("aguardo retorno 11 98765-4321", {"mobile": "+5511987654321"}),
        ("retorno pelo 11 98765-4321 por favor", {"mobile": "+5511987654321"}),
        ("chave pix cpf 529.982.247-25", {"cpf": "52998224725"}),
        ("cpf 529.982.247-25 e do fiador 111.444.777-35", {"cpf": "52998224725"}),
        ("titular 529.982.247-25", {"cpf": "52998224725"}),
        ("cpf 52998224725 ap 302", {"cpf": "52998224725"}),
        ("meu cpf:52998224725, nascimento 12/03/1987", {"cpf": "52998224725"}),
        ("cpf é 5299822472-5", {"cpf": "52998224725"}),
        ("CPF 529982247/25", {"cpf": "52998224725"}),
        ("CPF 529,982,247-25", {"cpf": "52998224725"}),
        ("meu email eh ana.lima@gmail.com blz?", {"email": "ana.lima@gmail.com"}),
        ("meu email ana.lima@gmail.com.br/", {"email": "ana.lima@gmail.com.br"}),
        ("email - ana.lima@gmail.com", {"email": "ana.lima@gmail.com"}),
        ("e mail: ana.lima@gmail.com", {"email": "ana.lima@gmail.com"}),
        ("ana.lima@gmail.com é meu email e o do meu marido é ze@gmail.com", {"email": "ana.lima@gmail.com"}),
        ("sou o Dr. Nelson, cel. 41 99811-2233", {"mobile": "+5541998112233"}),
        ("é a Carla do 302, tel. 41 99811-2233", {"mobile": "+5541998112233"}),
        ("meu tel. é (41) 99811-2233. obrigado", {"mobile": "+5541998112233"}),
        ("CNPJ do condomínio: 11.222.333/0001-81", {"cnpj": "11222333000181"}),
        ("é 1a2b3c4d000179", {"cnpj": "1A2B3C4D000179"}),
        ("12.ABC.345/01DE-35", {"cnpj": "12ABC34501DE35"}),
        ("cpf e telefone: 52998224725 / 11987654321", {"cpf": "52998224725", "mobile": "+5511987654321"}),
        ("email do meu marido ze@gmail.com e o meu ana@gmail.com", {"email": "ana@gmail.com"}),
    ],
)
def test_the_writers_own(text: str, found: dict[str, str]) -> None:
    assert data(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "quem cuida do imóvel é o Sr. Nelson, cel. 41 99811-2233",
        "o pix que fiz pra chave de vocês, 41 99811-2233, caiu?",
        "boleto com vencimento 10/12, nosso número 11987654321",
        "a nf da Ferragens Sul, CNPJ 11.222.333/0001-81",
        "protocolo 1A2B3C4D000179",
        "o cnpj da imobiliária é 11.222.333/0001-81",
        "99999-1234",
        "o fixo é 85 3222-1111",
        "liga pro meu marido: 85 99999-1234",
        "85 99999-1234 falar com Sueli",
        "meu marido Cláudio atende no 85 99999-1234",
        "o zelador chama Raimundo, o zap dele 85 99999-1234",
        "tel. 85 99999-1234/85 98888-4321",
        "a imobiliária me ligou do 85 99999-1234",
        "esse telefone 85 99999-1234 é de quem?",
        "já liguei 3x no 85 99999-1234 e nada",
        "não usem mais o 85 99999-1234",
        "protocolo de atendimento n 20261124000123",
        "instalação 0052998224725",
        "código do cliente 52998224725",
        "contrato 11144477735",
        "pix 52998224725",
        "a nota fiscal é do CNPJ 11.222.333/0001-81 do encanador",
        "meu email é rui costa arroba gmail ponto com",
        "manda pro e-mail do meu marido: jose@uol.com.br",
        "a@b.com ou c@d.com",
        "mandei tudo para atendimento@imobiliaria.com.br",
        "recebi um e-mail de cobranca@imobiliaria.com.br",
        "o email do sindico é sindico@predio.com.br",
        "rui@gmail",
        "me segue no insta @ruicosta",
        "R$ 1.250,00 no boleto 23793.38128 60007.827136 95000.063305 9 84660000012345",
        "a leitura do relógio deu 11987654321",
        "o técnico Alexandre do 11 98765-4321 não veio",
        "aqui é do apartamento 1304",
        "liguem para Dona Ana no 11 3333-4444",
        "nota fiscal 000123456 de 12/11/2026 no valor de 1.234,56",
        "consumo 38 m3 leitura 00012345",
        "cep 90010-150",
        "meus contatos 51 99123-4567 e 51 98888-7777",
        "51 99123-4567 ou 51 98888-7777",
        "se eu não atender liga pra minha irmã 51 98888-7777",
        "minha vizinha tem a chave, 51 98888-7777",
        "quem vai abrir é meu filho, telefone 51 98888-7777",
        "a diarista recebe, zap dela: 51 98888-7777",
        "chamei o técnico da Brastemp 51 98888-7777 e ele cobrou 200",
        "o anúncio dizia 51 98888-7777",
        "um tal de Roberto me ligou, 51 98888-7777, é golpe?",
        "telefone da obra 51 98888-7777",
        "cel do locatário: 51 98888-7777",
        "o celular da inquilina é 51 98888-7777, sou a dona",
        "estou sem celular, usem o fixo 51 3222-1111",
        "cnpj: 11.222.333/0001-82",
        "o email antigo era ze@bol.com.br",
        "ze @ bol.com.br",
        "ze@bol,com,br",
        "meu e-mail é zé arroba bol",
        "o email é z e arroba bol ponto com ponto br",
        "e-mail pessoal ana@lima.adv.br e comercial contato@lima.adv.br",
        "a nfe veio do nfe@loja.com.br",
        "o tel do zelador do prédio, Seu Chico, é 11 98765-4321",
        "qualquer coisa o porteiro Jair atende: 11 98765-4321",
        "contato do síndico (Marcos): 11 98765-4321",
        "meu filho vai receber - Pedro 11 98765-4321",
        "11 98765-4321 Pedro (meu filho)",
        "11 98765-4321 - Pedro, meu filho",
        "fala com o Pedro: 11 98765-4321",
        "celular do inquilino 11 98765-4321",
        "Sou o proprietário, cel 11 98765-4321. Inquilina: Júlia, tel 11 98888-7777",
        "ligaram do 11 98765-4321 cobrando",
        "o 11 98765-4321 é o zap de vocês?",
        "já mandei msg pro 11 98765-4321",
        "boleto de R$ 1.850,00 venceu 05/11, código 52998224725",
        "pode devolver no pix 11987654321",
        "minha matrícula 52998224725",
        "matrícula da água 11144477735",
        "num do medidor 11987654321",
        "numero de serie do aquecedor 11987654321",
        "NIS 52998224725",
        "CNH 52998224725",
    ],
)
def test_nobody_elses_and_no_other_number(text: str) -> None:
    assert data(text) == {}


@pytest.mark.parametrize(
    "text,field,words",
    [
        ("o ralo entupiu, pode me chamar no zap 11 98765-4321", "mobile", "pode me chamar no zap 11 98765-4321"),
        ("a pia vazou e o meu cpf é o 529.982.247-25.", "cpf", "e o meu cpf é o 529.982.247-25"),
        ("11 98765-4321 é meu zap", "mobile", "11 98765-4321 é meu zap"),
        ("529.982.247-25 (cpf)", "cpf", "529.982.247-25 (cpf)"),
        ("Ana <ana@uol.com.br>", "email", "<ana@uol.com.br>"),
        ("meu e-mail é ana ponto lima arroba gmail ponto com", "email", "meu e-mail é ana ponto lima arroba gmail ponto com"),
        ("Rua Pará 80, CEP 01243-020", "address", "Rua Pará 80, CEP 01243-020"),
    ],
)
def test_the_label_goes_with_the_value(text: str, field: str, words: str) -> None:
    found = getattr(read_message(text, now=NOW), field)
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize(
    "text,description",
    [
        ("a pia vazou. cpf 529.982.247-25. repito: 529.982.247-25", "a pia vazou, repito"),
        ("o 529.982.247-25 do contrato está com a pia vazando", "o … do contrato está com a pia vazando"),
        ("a pia vazou, mandem o boleto para ana@uol.com.br e o técnico amanhã", "a pia vazou, mandem o boleto para … e o técnico amanhã"),
        ("o cpf do meu marido é 529.982.247-25 e a pia vazou", "o cpf do meu marido é … e a pia vazou"),
        ("pia vazando, 529.982.247-25 ou 111.444.777-35", "pia vazando"),
    ],
)
def test_no_document_is_left_in_the_description(text: str, description: str) -> None:
    """Contractors read the description, and never get CPF or e-mail."""
    found = read_message(text, now=NOW).description
    assert found is not None
    assert found.value == description
