"""How urgent a problem is by what it does to the home."""

import pytest

from core.habitability import suggest_priority
from core.tickets import Priority

HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW


@pytest.mark.parametrize(
    "text",
    [
        "cheiro de gás na cozinha",
        "faltou água no apartamento inteiro", "nenhuma torneira da casa funciona", "a caixa d'água secou", "não tem uma gota d'água",
        "estamos sem energia em casa", "tá tudo no escuro aqui em casa", "caiu a força só no meu apê", "o disjuntor geral cai toda hora",
        "o vaso entupiu e só temos um", "tô sem chuveiro desde sexta", "tomando banho na vizinha, o chuveiro pifou",
        "não dá pra usar o banheiro", "a privada quebrou e não tenho outra",
        "tá subindo esgoto pelo ralo", "esgoto transbordando na cozinha",
        "vortou esgoto no banhero", "tamo sem energia na casa inteira pela segunda vez",
        "a porta da frente não tranca", "não consigo trancar a casa, a porta fica aberta", "fiquei trancada pra fora",
    ],
)  # fmt: skip
def test_a_home_that_cannot_be_used(text: str) -> None:
    assert suggest_priority(text) is HIGH


@pytest.mark.parametrize(
    "text",
    [
        "sem água quente", "não sai água na torneira do tanque", "sem luz no quarto, no resto da casa tem", "metade da casa tá sem luz",
        "o vaso entupiu, uso o do outro banheiro", "o chuveiro queimou", "a pia tá vazando mas coloquei um balde", "infiltração no teto",
        "parede úmida e mofada", "a geladeira não gela", "o interfone pifou", "a porta do quarto não tranca", "a janela emperrou",
        "não consigo ligar o forno", "o portão da garagem não abre", "vazamentinho no sifão",
        "a privada fica correndo água", "o triturador morreu", "a televisão sem sinal da antena", "o ralo da área tá lento",
        "a ducha disparou", "o exaustor não puxa", "my sink is clogged", "a tornera tá pingano", "a torneira não para de pingar",
        "xuveiro não isquenta, queimô",
    ],
)  # fmt: skip
def test_one_function_lost(text: str) -> None:
    assert suggest_priority(text) is MEDIUM


@pytest.mark.parametrize(
    "text",
    [
        "o piso ficou sem brilho", "falta um puxador", "a placa da casa tá apagada", "a porta do guarda-roupa saiu do trilho",
        "a tinta descascou", "o piso tá riscado", "a porta do armário caiu", "o puxador quebrou", "a porta range", "rodapé solto",
        "um azulejo trincou", "a geladeira faz barulho mas gela", "quero pintar a sala", "o espelho manchou", "rejunte preto no box",
    ],
)  # fmt: skip
def test_looks_and_comfort(text: str) -> None:
    assert suggest_priority(text) is LOW


@pytest.mark.parametrize(
    "text",
    [
        "", "oi, bom dia", "alta", "sem pressa", "quero a segunda via do boleto", "segunda de manhã não dá", "deixo a chave na portaria",
        "não corre não", "não chega a tanto", "meu nome é Carlos Porto", "qual a unidade?", "parece que sim, senhor", "🙂",
    ],
)  # fmt: skip
def test_no_problem_told(text: str) -> None:
    assert suggest_priority(text) is None


@pytest.mark.parametrize("text", ["não está vazando, é só a tinta feia", "sem infiltração, só mancha de tinta"])
def test_what_is_denied_does_not_count(text: str) -> None:
    assert suggest_priority(text) is LOW
