"""What a free message is about, and who writes it."""

import time

import pytest

from core.names import fold
from core.tickets import Kind
from core.topics import kind_in, role_in, stands_alone
from core.words import cut


def kind(text: str) -> Kind | None:
    folded = fold(text)
    found = kind_in(cut(folded))
    return found[0] if found else None


def role(text: str) -> str | None:
    folded = fold(text)
    found = role_in(cut(folded))
    return found[0] if found else None


@pytest.mark.parametrize(
    "text,meant",
    [
        ("paguei o chaveiro, quero meu dinheiro de volta", Kind.REFUND), ("vocês me devolvem os 80 reais?", Kind.REFUND),
        ("dá pra descontar do aluguel?", Kind.REFUND), ("reenbolso", Kind.REFUND),
        ("paguei o boleto em dobro, quero a devolução", Kind.REFUND),
        ("quero largar o apê", Kind.MOVE_OUT), ("encerrar a locação", Kind.MOVE_OUT), ("recisão", Kind.MOVE_OUT),
        ("marcar a entrega das chaves", Kind.MOVE_OUT), ("vamos nos mudar em março", Kind.MOVE_OUT),
        ("meu boleto não chegou", Kind.OTHER), ("quando vence meu contrato?", Kind.OTHER), ("trocar o fiador", Kind.OTHER),
        ("meu nome não saiu no contrato", Kind.OTHER), ("a conta de luz veio errada", Kind.OTHER),
        ("a porta tá raspando no chão", Kind.MAINTENANCE), ("a persiana despencou", Kind.MAINTENANCE),
        ("o elevador tá parado", Kind.MAINTENANCE),
        ("não consigo ligar o fogão", Kind.MAINTENANCE), ("a janela ficou sem trinco", Kind.MAINTENANCE),
        ("faltou energia", Kind.MAINTENANCE),
        ("a fexadura quebro", Kind.MAINTENANCE), ("vazamanto na cozinha", Kind.MAINTENANCE), ("tem cupim no armário", Kind.MAINTENANCE),
        ("a conta veio alta, deve ter vazamento", Kind.MAINTENANCE), ("preciso de um conserto", Kind.MAINTENANCE),
        ("quero reembolso do conserto", Kind.REFUND), ("recebo de volta o que gastei?", Kind.REFUND),
        ("não vou renovar o contrato", Kind.MOVE_OUT), ("mudar o dia do vencimento", Kind.OTHER),
        ("a rede da varanda rasgou", Kind.MAINTENANCE), ("a luz do letreiro tá apagada", Kind.MAINTENANCE),
        ("o porteiro eletrônico tá mudo", Kind.MAINTENANCE), ("mandem alguém pra olhar a antena", Kind.MAINTENANCE),
        ("não há cheiro de gás", None), ("meu cel quebrou", None), ("tem apartamento de 1 quarto pra alugar?", Kind.OTHER),
        ("quanto é a multa se eu sair antes?", Kind.MOVE_OUT), ("quero saber do meu contrato", Kind.OTHER),
        ("entrou água pela porta", Kind.MAINTENANCE),
        ("a água sai amarela", Kind.MAINTENANCE), ("meu carro quebrou", None),
        ("vocês aceitam gato?", Kind.OTHER), ("procuro uma kitnet", Kind.OTHER), ("tem kitnet pra alugar?", Kind.OTHER),
        ("quanto tá o meu aluguel?", Kind.OTHER),
        ("preciso do recibo", Kind.OTHER), ("o recibo ficou com ele", None),
        ("sou do financeiro, a porta quebrou", Kind.MAINTENANCE),
        ("gastei 90 no chaveiro, como recebo?", Kind.REFUND), ("um técnico pra olhar o aquecedor", Kind.MAINTENANCE),
        ("tem marimbondo na sacada", Kind.MAINTENANCE), ("a fiação ficou exposta", Kind.MAINTENANCE), ("fartou luz", Kind.MAINTENANCE),
        ("abro a porta sem problema", None),
        ("tive um problema na janela", Kind.MAINTENANCE), ("não tem problema abrir o portão", None),
        ("meu forno deu pau", Kind.MAINTENANCE),
        ("estamos saindo da casa em maio", Kind.MOVE_OUT), ("não quero mais ficar no apê", Kind.MOVE_OUT), ("caí no spc", Kind.OTHER),
        ("devolvam o que eu gastei", Kind.REFUND), ("alterar o vencimento", Kind.OTHER),
        ("oi", None), ("sou inquilina", None), ("Rua da Torre, 40", None), ("de manhã não tem ninguém pra abrir a porta", None),
        ("caiu a ligação", None), ("o link não abre", None), ("ninguém atende na unidade", None), ("o celular caiu na água", None),
        ("quero reembolso e rescindir o contrato", None),
        ("dá pra abater na próxima mensalidade?", Kind.REFUND), ("vocês descontam?", Kind.REFUND),
        ("gastei 200 na peça, quero receber", Kind.REFUND), ("vocês vão me pagar o que gastei?", Kind.REFUND),
        ("me paguem o chaveiro", Kind.REFUND), ("quero falar sobre meu contrato", Kind.OTHER), ("assunto: contrato", Kind.OTHER),
        ("tem vaga de garagem pra alugar?", Kind.OTHER), ("vão aumentar o aluguel?", Kind.OTHER), ("quero anunciar meu imóvel", Kind.OTHER),
        ("ainda tá disponível o apê?", Kind.OTHER), ("o repasse não caiu", Kind.OTHER), ("quero entender essa cobrança", Kind.OTHER),
        ("IPTU 0312.044.0098-1", None), ("aviso prévio", Kind.MOVE_OUT), ("me mudo em janeiro", Kind.MOVE_OUT),
        ("qual a multa pra sair antes do prazo?", Kind.MOVE_OUT), ("as telhas saíram do lugar", Kind.MAINTENANCE),
        ("o pix do encanador", None), ("me passa o telefone do eletricista", None), ("o Walter, que é o eletricista", None),
        ("a Sônia é a titular do contrato", None), ("mudar a titularidade do contrato", Kind.OTHER),
        ("meu teto mofou", Kind.MAINTENANCE), ("voltou a pingar", Kind.MAINTENANCE), ("a água tá fraca", Kind.MAINTENANCE),
        ("esgoto voltando", Kind.MAINTENANCE), ("fedor de esgoto na área", Kind.MAINTENANCE), ("a fiação tá à mostra", Kind.MAINTENANCE),
        ("choveu dentro de casa", Kind.MAINTENANCE), ("quero parcelar o aluguel", Kind.OTHER), ("mande o contrato", Kind.OTHER),
        ("quanto recebo esse mês de aluguel?", Kind.OTHER), ("vou sair no fim do mês", Kind.MOVE_OUT), ("vou sair às 15h", None),
        ("quero marcar a vistoria final", Kind.MOVE_OUT), ("já paguei, quero que descontem", Kind.REFUND),
        ("preciso de um eletricista", Kind.MAINTENANCE), ("o zap do encanador que deixou vazando", Kind.MAINTENANCE),
    ],
)  # fmt: skip
def test_kinds(text: str, meant: Kind | None) -> None:
    assert kind(text) is meant


@pytest.mark.parametrize(
    "text,meant",
    [
        ("moro de aluguel", "tenant"), ("a inquilina sou eu", "tenant"), ("Ana Lima, inquilina", "tenant"), ("aluguei essa casa", "tenant"),
        ("aluguei em agosto", "tenant"), ("o ralo da casa que eu alugo entupiu", "tenant"), ("alugo com vcs desde março", "tenant"),
        ("moro aqui como inquilino", "tenant"), ("inquilina sim!", "tenant"), ("aluguei um carro", None),
        ("a casa que eu alugo pra um casal", "landlord"),
        ("Rua A, 3, de aluguel", "tenant"), ("o dono da minha casa sumiu", "tenant"), ("meu proprietário não atende", "tenant"),
        ("aluguei o apê pra um casal", None), ("o inquilino do meu apê saiu", "landlord"), ("proprietária mesmo", "landlord"),
        ("o contrato está no nome da empresa", "company"), ("nossa loja aluga a sala", "company"), ("trabalho no RH da firma", None),
        ("vizinha do 31", "neighbour"), ("porteiro aqui", "neighbour"), ("quero alugar", None),
        ("soy el inquilino", "tenant"), ("enquilino", "tenant"),
        ("o apê é meu", "landlord"), ("minha inquilina avisou", "landlord"), ("sou dona do imóvel", "landlord"), ("locador", "landlord"),
        ("na qualidade de proprietário", "landlord"), ("meu apartamento está alugado com vocês", "landlord"),
        ("falo pela firma", "company"), ("sou do financeiro da firma", "company"), ("sou o dono da padaria", "company"),
        ("represento a clínica", "company"), ("aqui é da loja", "company"), ("falo em nome da Sol Nascente Ltda", "company"),
        ("aqui é a vizinha do 32", "neighbour"), ("aqui é da portaria", "neighbour"), ("quem avisa é o zelador", "neighbour"),
        ("moro no ap de baixo", "neighbour"), ("porteiro do prédio", "neighbour"), ("sou vizinha do inquilino", "neighbour"),
        ("tô ligando pelo meu pai", "other"), ("sou a nora do proprietário", "other"), ("a inquilina é minha tia", "other"),
        ("sou fiador", "other"), ("só tô ajudando ela", "other"), ("sou cuidadora da dona Lia", "other"),
        ("não sou o proprietário", None), ("falei com o porteiro", None), ("o vizinho reclamou", None), ("quem é o síndico?", None),
        ("o inquilino anterior quebrou", None), ("meu marido está em casa", None), ("a casa é nova", None), ("moro na casa de cima", None),
        ("a empresa que instalou sumiu", None), ("o proprietário não responde", None),
        ("porteiro noturno aqui, me chamo Rui", "neighbour"), ("Zelador do prédio falando", "neighbour"), ("inquilina aqui", "tenant"),
        ("Fiador aqui de novo", "other"), ("o porteiro aqui não abre", None), ("vizinho aqui do lado faz barulho", None),
        ("avisando como vizinho que o portão bate", "neighbour"), ("moro no 202, embaixo do 302", "neighbour"),
        ("moro d aluguel", "tenant"), ("eu pago o aluguel da minha vó, sou o neto", "other"), ("pago o aluguel da minha vó", None),
        ("minha esposa Sônia é a inquilina", "other"), ("somos vizinhos do 302", "neighbour"), ("meu locatário avisou", "landlord"),
        ("sou quem aluga o imóvel", "tenant"), ("o apê é de minha propriedade", "landlord"), ("represento a inquilina", "other"),
        ("minha mae pediu p avisar", "other"), ("ela q é a inquilina", "other"), ("minha vó é a inquilina", "other"),
        ("a proprietária", "landlord"), ("sou a secretária da clínica", "company"), ("o inquilino de cima faz barulho", None),
    ],
)  # fmt: skip
def test_roles(text: str, meant: str | None) -> None:
    assert role(text) == meant


@pytest.mark.parametrize("text,whole", [("sou inquilina, a pia vaza", True), ("sou inquilina do 32 e a pia vaza", False)])
def test_a_role_that_is_a_clause_of_its_own(text: str, whole: bool) -> None:
    found = role_in(cut(text))
    assert found
    assert stands_alone(text, found[1]) is whole


@pytest.mark.parametrize(
    "again", ["sou o ", "falo pela ", "o ape ", "paguei a ", "devolver o ", "nao consigo ", "sem agua ", "aqui e o ", "caiu "]
)
def test_hostile_input_is_read_in_linear_time(again: str) -> None:
    folded = (again * 4_000)[:4_000]
    began = time.perf_counter()
    kind_in(cut(folded))
    role_in(cut(folded))
    assert time.perf_counter() - began < 0.1
