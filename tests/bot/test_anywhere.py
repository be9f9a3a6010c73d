"""Words that work anywhere, as people say them who have had enough."""

import pytest

from bot.anywhere import act_meant


@pytest.mark.parametrize(
    "text",
    [
        "quero falar com gente de verdade porra",
        "NÃO QUERO ROBÔ NENHUM, SEU LIXO",
        "robô inútil, quero falar com uma pessoa",
        "me passa pra um atendente",
        "posso falar com alguém da imobiliária?",
        "cadê o atendente???",
        "quero falar com o dono",
        "não quero falar com máquina",
        "não falo com robô",
        "nao vou falar com robo",
        "não gosto de falar com robô",
        "ATENDENTE PORRA",
        "me liga por favor",
        "alguém pode me ligar?",
        "quero que me liguem agora",
        "quero falar com gente, robô burro",
        "tem como falar com alguém de verdade?",
        "hello, can I speak with a real person?",
        "I want to talk to someone",
        "quiero hablar con una persona",
    ],
)
def test_who_wants_no_machine_gets_a_person(text: str) -> None:
    assert act_meant(text) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "gente",
        "seu lixo",
        "outra pessoa",
        "não quero falar com atendente",
        "não quero falar com ninguém",
        "a pessoa de cima deixou a máquina ligada",
        "chama o técnico da máquina",
        "sou o dono",
        "responsável",
        "alguém quebrou a porta",
        "não, máquina de lavar",
        "não gosto da máquina de lavar",
        "a luz não liga",
        "não liga",
        "ninguém me liga",
        "me liga antes de vir",
        "podem me ligar amanhã",
        "e-mail de contato",
    ],
)
def test_whoever_only_speaks_of_people_and_machines_does_not(text: str) -> None:
    assert act_meant(text) == ""
