"""Two agents and three customers at once: one insults the bot and wants a person, one has a gas leak at night, one is on the phone."""

from functools import partial

from bot.programs import hiring
from core.permissions import Role
from storage.tables import contact, conversation, event, hazard_alert, ticket, timer
from tests.telegram import media
from tests.telegram.agency import MARCOS, MARIA
from tests.telegram.colleagues import ANA, BIA
from tests.telegram.customers import Person
from tests.telegram.days import NIGHT, Day, lived

DORA = Person(8_004, "Dora")  # a supervisor
HELENA = Person(7_010, "Helena", phone="5511987654477")
PHONES = ("+5511987650021", "+5511987650022")
MARCOS_NAME, HELENA_NAME = "2026-000001-1", "2026-000002-9"


async def opens_up(day: Day) -> None:
    await day.links(BIA)
    await day.links(ANA)


async def marcos_reports(day: Day) -> None:
    await day.says(MARCOS, "oi, o chuveiro queimou")
    await day.taps(MARCOS, "Enviar meu número")
    await day.talks(MARCOS, "média", "qualquer horário")
    await day.taps(MARCOS, "Enviar")


# ── the angry one ────────────────────────────────────────────────────────────


def test_whoever_insults_the_bot_gets_a_person_and_one_agent_has_the_talk(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await day.says(MARCOS, "vocês são uma vergonha, o chuveiro queimou faz 3 dias")
        assert "uma pessoa da equipe vai falar com você" in await day.says(MARCOS, "NÃO QUERO ROBÔ NENHUM, SEU LIXO")
        await day.says(MARCOS, "cadê todo mundo???")
        of_bia, of_ana = day.card(BIA, "#1"), day.card(ANA, "#1")
        assert "“cadê todo mundo???”" in of_ana.text
        await day.at_once(*[partial(day[who].tap, "Assumir", on=card) for who, card in ((BIA, of_bia), (BIA, of_bia), (ANA, of_ana))])
        assert "#1 já é seu" in day.reads(BIA)
        assert day.reads(ANA) == "Bia já está com essa conversa."
        assert "cadê" in day.card(BIA, "#1").text
        silent = day.count(MARCOS)
        assert await day.says(BIA, "// cliente nervoso", to="é seu") == "Nota guardada; o cliente não a vê."
        assert "Guardei como nota" in await day.says(ANA, "calma, Marcos", to="#1 · ")
        assert day.count(MARCOS) == silent
        await day.says(BIA, "Marcos, aqui é a Bia. Desculpe.", to="é seu")
        assert day.reads(MARCOS) == "Marcos, aqui é a Bia. Desculpe."

    lived(migrated_url, play)


def test_photos_go_both_ways_and_an_edit_says_nothing_again(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await day.says(MARCOS, "o chuveiro queimou")
        await day.says(BIA, "/assumir #1")
        day[MARCOS].photo(caption="olha isso")
        await day.goes_on()
        relayed = day.sees(BIA, "olha isso")
        assert "photo" in relayed.message
        said = day[BIA].say("É o de cima?", answers=relayed.message)
        photo = media.photo_shape(day.telegram.files, media.content("photo"))
        voice = media.voice_shape(day.telegram.files, media.content("voice"), 5)
        day[BIA].write(photo | {"caption": "Este?", "reply_to_message": relayed.message})
        day[BIA].write(voice | {"reply_to_message": relayed.message})
        await day.goes_on()
        assert [each.text for each in day[MARCOS].heard()[-3:]] == ["É o de cima?", "Este?", ""]  # a voice note goes as it is
        silent = day.count(MARCOS)
        day[BIA].edit(said, "É o de baixo?")
        await day.goes_on()
        assert day.sees(BIA, "não muda").buttons == ()
        assert day.count(MARCOS) == silent

    lived(migrated_url, play)


def test_what_is_said_while_the_talk_is_given_back_is_answered_by_the_bot(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await day.says(MARCOS, "o chuveiro queimou")
        await day.taps(MARCOS, "Enviar meu número")
        await day.says(BIA, "/assumir #1")
        there = day.sees(BIA, "é seu").message
        await day.at_once(partial(day[MARCOS].say, "é média, e só à tarde"), partial(day[BIA].say, "/devolver", there))
        assert "Posso enviar?" in day.reads(MARCOS)
        assert await day.agency.column(ticket.c.waiting_since) == [None]  # the bot has answered: nobody has to look
        await day.taps(MARCOS, "Enviar")
        assert await day.agency.tickets() == ["awaiting_review"]

    lived(migrated_url, play)


def test_an_agent_is_removed_in_the_middle_of_a_talk(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await marcos_reports(day)
        await day.taps(ANA, "Assumir")
        await day.says(MARCOS, "e aí?")
        relayed, card = day.sees(ANA, "e aí?"), day.card(ANA, MARCOS_NAME)
        remove = partial(hiring._remove, name="Ana", now=day.clock())
        day[ANA].say("vou aí às 15h", answers=relayed.message)
        await day.agency.database.run(remove)
        day[ANA].tap("Aprovar", on=card)
        await day.goes_on()
        assert "Você não atende mais por aqui" in [each.text.partition(":")[0] for each in day[ANA].heard()]
        heard = day.count(MARCOS)
        await day.says(ANA, "Marcos?", to="e aí?")
        assert day.count(MARCOS) == heard
        assert not [each for each in day[ANA].heard() if each.text.startswith(MARCOS_NAME) and each.buttons]
        assert await day.agency.tickets() == ["awaiting_review", "draft"]  # Ana is a customer like any other now
        assert await day.agency.column(conversation.c.agent_id) == [None] * 3
        assert "Assumir" in day.card(BIA, MARCOS_NAME).buttons
        await day.says(MARCOS, "tem alguém aí?")
        assert "“tem alguém aí?”" in day.card(BIA, MARCOS_NAME).text

    lived(migrated_url, play)


def test_the_program_is_killed_while_everybody_writes(migrated_url: str) -> None:
    async def before(day: Day) -> None:
        await opens_up(day)
        await marcos_reports(day)
        of_bia, of_ana = day.card(BIA, MARCOS_NAME), day.card(ANA, MARCOS_NAME)
        day[BIA].tap("Assumir", on=of_bia)
        day[ANA].tap("Assumir", on=of_ana)
        day[BIA].tap("Aprovar", on=of_bia)
        day[MARCOS].say("só à tarde, hein")  # and then the lights go out

    async def after(day: Day) -> None:
        await day.goes_on()
        acts = await day.agency.column(event.c.act)
        assert acts.count("claim") == 1
        is_open = await day.agency.tickets() == ["open"]  # unless his words were there first: those she had not seen
        assert (acts.count("approve"), day.was_told(BIA, "mudou depois desse cartão")) == (int(is_open), not is_open)
        assert "“só à tarde, hein”" in day.card(BIA, MARCOS_NAME).text
        assert day[MARCOS].heard()[-1].text.startswith(("Anotei", f"Seu chamado {MARCOS_NAME} foi conferido", "Pronto!"))

    lived(migrated_url, before, after)


# ── what becomes of a report ─────────────────────────────────────────────────


def test_a_report_from_the_summary_to_the_day_on_which_it_comes_back(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await marcos_reports(day)
        await day.says(MARCOS, "mudei de ideia: só posso depois das 19h")
        of_bia, of_ana = day.card(BIA, MARCOS_NAME), day.card(ANA, MARCOS_NAME)
        assert "“mudei de ideia: só posso depois das 19h”" in of_bia.text
        await day.taps(BIA, "Corrigir", on=of_bia)
        assert "agora está “Média”" in await day.taps(BIA, "Urgência")
        await day.says(BIA, "alta")
        assert "Urgência agora é Alta" in day.reads(MARCOS)
        assert "mudou depois desse cartão" in await day.taps(ANA, "Aprovar", on=of_ana)
        assert "Qual é o seu celular" not in await day.says(BIA, "/pedir horários", to=MARCOS_NAME)
        assert (
            await day.says(MARCOS, "obrigado")
            == "Antes: qualquer horário.\nEm que horários não dá para receber o prestador? Escreva do seu jeito."
        )
        assert "Isso já está com a equipe" in await day.says(MARCOS, "só depois das 14h")
        of_bia, of_ana = day.card(BIA, MARCOS_NAME), day.card(ANA, MARCOS_NAME)
        await day.at_once(partial(day[BIA].tap, "Aprovar", on=of_bia), partial(day[ANA].tap, "Aprovar", on=of_ana))
        assert "foi aprovado" in day.reads(BIA)
        assert day.reads(ANA) == "Isso não cabe agora: o chamado está aberto."
        await day.taps(ANA, "Iniciar")
        await day.taps(ANA, "Resolver")
        assert "Se o problema voltar" in day.reads(MARCOS)
        assert "Por nada" in await day.says(MARCOS, "valeu!")
        await day.says(MARCOS, "voltou a queimar")
        await day.taps(MARCOS, "Sim, voltou")
        assert await day.agency.tickets() == ["reopened"]
        assert "“voltou a queimar”" in day.card(ANA, MARCOS_NAME).text
        again = [each for each in await day.agency.column(event.c.act) if each == "approve"]
        assert len(again) == 1

    lived(migrated_url, play)


def test_a_cancelled_report_is_asked_nothing_more(sqlite_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await marcos_reports(day)
        await day.says(BIA, "/pedir celular", to=MARCOS_NAME)
        await day.says(BIA, "/assumir", to=MARCOS_NAME)
        assert "Por que motivo?" in await day.says(BIA, "/cancelar", to="é seu")
        await day.says(BIA, "/cancelar aberto duas vezes", to="é seu")
        await day.says(BIA, "/devolver", to="é seu")
        assert day.reads(MARCOS) == f"Seu chamado {MARCOS_NAME} foi cancelado pela equipe. Motivo: aberto duas vezes"
        assert await day.says(MARCOS, "status") == f"Seu chamado {MARCOS_NAME} foi cancelado."

    lived(sqlite_url, play)


def test_two_reports_become_one(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await marcos_reports(day)
        await day.says(HELENA, "o teto da cozinha está pingando, média")
        await day.taps(HELENA, "Enviar meu número")
        await day.says(HELENA, "qualquer horário")
        await day.taps(HELENA, "Enviar")
        assert "clientes diferentes" in await day.says(BIA, f"/juntar {HELENA_NAME} {MARCOS_NAME}")
        await day.says(BIA, f"/juntar {HELENA_NAME} {MARCOS_NAME} sim")
        await day.hears(HELENA, MARCOS_NAME)
        assert await day.says(HELENA, "piorou") == "Anotei no seu chamado."
        assert await day.agency.tickets() == ["awaiting_review", "merged"]
        added = [row.ticket_id for row in await day.agency.rows(event.c.ticket_id, event.c.act) if row.act == "added"]
        assert added == [1]

    lived(migrated_url, play)


# ── on the phone ─────────────────────────────────────────────────────────────


def test_a_call_takes_seven_messages(sqlite_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        said = ("/novo souza 98765", "2", "Confere", "Manutenção", "forno queimado; alta; só à tarde", "Salvar", "Concluir")
        assert await day.talks(BIA, *said) == "Atendimento concluído. Outra ligação? /novo"
        assert await day.agency.tickets() == ["open"]

    lived(sqlite_url, play)


def test_two_calls_at_once_beside_a_report_that_somebody_writes(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        assert await day.says(BIA, "/novo  ") == "Quem liga? Nome, sobrenome, CPF, e-mail, celular, empresa ou CNPJ, inteiros ou em parte."
        assert "preencher pelo menos um" in await day.says(BIA, "???")
        assert "1 resultado" in await day.says(BIA, "marcus lyma")
        assert "Marina Souza" in await day.says(BIA, "318.046.9")
        await day.says(BIA, "/novo carla menezes 11 91234 5678")
        await day.talks(BIA, "novo", "pessoa física", "não tem", "pular", "rua das laranjeiras 45 ap 3", "manutenção")
        await marcos_reports(day)  # meanwhile
        await day.says(BIA, "/novo padaria")
        assert "em espera" in day.reads(BIA)
        await day.talks(BIA, "1", "confere", "manutenção")
        assert "Chamado aberto como urgente" in await day.says(BIA, "/perigo cheiro de gás no forno")
        assert "193" in day.sees(BIA, "Leia ao cliente: ⚠️").text
        assert "Salvo" in await day.says(BIA, "salvar")
        await day.says(BIA, "concluir")
        await day.taps(BIA, "Continuar")
        assert "Média" in await day.says(BIA, "porta emperrada; média; menos segunda de manhã")
        assert "Salvo" in await day.taps(BIA, "Salvar")
        assert await day.agency.tickets() == ["cancelled", "open", "awaiting_review", "open"]  # the first search led to nobody
        assert {"Carla", "carla"}.isdisjoint(
            await day.agency.column(contact.c.first_name)
        )  # a person without e-mail: somebody completes it
        assert "o cliente escreveu" not in day.card(BIA, "2026-000002-9").text  # nobody wrote: the lines are Bia's own

    lived(migrated_url, play)


def test_a_company_whose_email_somebody_has_and_a_call_about_what_is_open_already(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await day.talks(BIA, "/novo oficina", "novo", "pj", "Oficina do Zé Ltda", "11.444.777/0001-61", "José Ramos")
        assert "já está no cadastro de Helena Prado" in await day.says(BIA, "helena@exemplo.com.br")
        await day.taps(BIA, "Outro e-mail")
        await day.talks(BIA, "oficina@exemplo.com.br", "pular", "pular", "rua do forno, 8", "reembolso", "pagou o encanador, R$ 250")
        name = (await day.says(BIA, "salvar")).removeprefix("Salvo. Leia ao cliente: ").rstrip(".")
        await day.says(BIA, "concluir")
        assert await day.agency.column(ticket.c.reference) == [name]
        await day.talks(BIA, "/novo padaria", "1", "confere", "manutenção", "forno parado; alta; qualquer horário", "salvar", "concluir")
        await day.talks(BIA, "/novo padaria", "1", "confere")
        assert "Já aberto" in day.reads(BIA)
        await day.taps(BIA, "É o já aberto")
        assert "Leia ao cliente" in day.sees(BIA, "Juntei").text
        assert (await day.agency.tickets())[-1] == "merged"

    lived(migrated_url, play)


# ── a leak at ten at night ───────────────────────────────────────────────────


def test_a_gas_leak_at_night_from_the_first_words_to_its_end(migrated_url: str) -> None:
    async def play(day: Day) -> None:
        await day.links(BIA, phone=PHONES[0])
        await day.links(ANA, phone=PHONES[1])
        await day.links(DORA, Role.SUPERVISOR)
        await day.says(MARIA, "boa noite, tá um cheiro forte de gás e tô com meu bebê aqui")
        assert "saia agora" in day.sees(MARIA, "Gás").text
        assert (await day.says(MARIA, "e agora??")).startswith("A equipe já foi avisada. Primeiro saia do local")
        for minutes, left in ((5, 1), (5, 0)):
            day.clock.move(minutes * 60)
            await day.agency.until(partial(_left, day, left))
            await day.agency.quiet()
        assert day.telephone.rung == [PHONES[1], PHONES[0]]
        assert "NINGUÉM ASSUMIU EM 10 MINUTOS" in day.reads(DORA)
        of_bia, of_ana = day.sees(BIA, "“tá um cheiro"), day.sees(ANA, "“tá um cheiro")
        await day.at_once(partial(day[ANA].tap, "Estou cuidando", on=of_ana), partial(day[BIA].tap, "Estou cuidando", on=of_bia))
        assert day.reads(BIA) == "Ana já está cuidando disso."
        await day.says(MARIA, "tô na calçada, rua das flores 88 ap 12")
        await day.says(ANA, "/assumir", to="“tá um cheiro")
        await day.says(ANA, "Maria, fique aí fora.", to="é seu")
        assert "bombeiro" in await _relayed(day)
        tickets = await day.agency.tickets()
        assert "como se sabe" in await day.says(ANA, "/perigo encerrado", to="bombeiro chegou")
        await day.says(ANA, "/perigo encerrado os bombeiros fecharam o registro", to="bombeiro chegou")
        assert await day.agency.column(hazard_alert.c.ended_by) == ["Ana"]
        assert await day.agency.tickets() == tickets  # the end of a danger begins no other
        assert await day.agency.column(ticket.c.danger) == [False]

    lived(migrated_url, play, begins=NIGHT)


def test_what_is_over_at_night_is_asked_nothing_and_told_in_the_morning(sqlite_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await day.says(MARIA, "estourou um cano aqui e tá alagando tudo")
        assert (await day.says(MARIA, "já fechei o registro, estou em segurança")).startswith("Onde é?")
        await day.says(BIA, "/assumir", to="“estourou")
        await day.says(BIA, "O encanador chega às 7h.", to="é seu")
        for act in ("perigo encerrado o registro está fechado", "resolver", "encerrar", "devolver"):
            await day.says(BIA, f"/{act}", to="é seu")
        assert day.reads(MARIA) == "O encanador chega às 7h."
        day.clock.move(10 * 3600)
        await day.hears(MARIA, "está encerrado")

    lived(sqlite_url, play, begins=NIGHT)


def test_a_customer_who_waits_too_long_is_brought_to_everybody_again(sqlite_url: str) -> None:
    async def play(day: Day) -> None:
        await opens_up(day)
        await marcos_reports(day)
        await day.taps(ANA, "Assumir")
        await day.says(MARCOS, "tem alguém aí?")
        before = day.card(BIA, MARCOS_NAME)
        day.clock.move(31 * 60)
        await day.hears(ANA, "esperou demais")
        assert day.card(BIA, MARCOS_NAME).id > before.id
        assert "Assumir" in day.card(BIA, MARCOS_NAME).buttons

    lived(sqlite_url, play)


async def _left(day: Day, count: int) -> bool:
    return len([kind for (kind,) in await day.agency.rows(timer.c.kind) if kind.startswith("alert")]) == count


async def _relayed(day: Day) -> str:
    await day.says(MARIA, "bombeiro chegou")
    return day.reads(ANA)
