"""Which of some options a short answer means (decision "Short answers")."""

import pytest

from core.answers import read_option

PRIORITIES = ("Alta", "Média", "Baixa")
ROLES = ("Sou inquilino(a)", "Sou proprietário(a)", "Falo por uma empresa", "Porteiro ou vizinho", "Outra pessoa")
HOMES = ("ap 2 · R. das Acácias, 120", "casa 7 · R. das Acácias, 55", "Não está na lista")
SATURDAY = ("Sim, sábado", "Não posso", "Combinar depois")
SUMMARY = ("Enviar", "Corrigir", "Atendente")
KINDS = ("Manutenção", "Reembolso", "Desocupação", "Outro assunto")
DANGER = ("Sim, há perigo", "Não há perigo")
ROOMS = ("Cozinha", "Banheiro", "Quarto", "Sala", "Área de serviço")
FLATS = ("ap 302 · Av. Atlântica, 900", "ap 1203 · Av. Atlântica, 900", "Não está na lista")
DAYS = ("Segunda de manhã", "Terça de manhã", "Quarta")


@pytest.mark.parametrize(
    "text,labels,index",
    [
        ("1", PRIORITIES, 0),
        ("1️⃣", PRIORITIES, 0),
        ("3.", PRIORITIES, 2),
        ("nº 2", PRIORITIES, 1),
        ("dois", PRIORITIES, 1),
        ("a primeira", PRIORITIES, 0),
        ("1º", PRIORITIES, 0),
        ("segunda opção", PRIORITIES, 1),
        ("2, por favor", PRIORITIES, 1),
        ("última", PRIORITIES, 2),
        ("alta", PRIORITIES, 0),
        ("é alta", PRIORITIES, 0),
        ("média por favor", PRIORITIES, 1),
        ("1 não, desculpa, 2", PRIORITIES, 1),
        ("inquilina", ROLES, 0),
        ("sou o inquilino", ROLES, 0),
        ("empresa", ROLES, 2),
        ("vizinho", ROLES, 3),
        ("casa 7", HOMES, 1),
        ("120", HOMES, 0),
        ("nenhum", HOMES, 2),
        ("nenhuma dessas", HOMES, 2),
        ("não está na lista", HOMES, 2),
        ("sim", SATURDAY, 0),
        ("sábado", SATURDAY, 0),
        ("não posso", SATURDAY, 1),
        ("Enviar!", SUMMARY, 0),
        ("quero corrigir", SUMMARY, 1),
        ("*Maria Souza:*\n1", SUMMARY, 0),
        ("Maria Souza\n2", SUMMARY, 1),
        ("terça", DAYS, 1),
        ("terceira", DAYS, 2),
        ("não tenho email", ("Não tenho e-mail",), 0),
        # places
        ("①", PRIORITIES, 0),
        ("opção número três", PRIORITIES, 2),
        ("a do meio", PRIORITIES, 1),
        ("a de cima", PRIORITIES, 0),
        ("penúltimo", ROLES, 3),
        ("primera", PRIORITIES, 0),
        ("num 2", PRIORITIES, 1),
        ("2 - média", PRIORITIES, 1),
        ("opção 2", HOMES, 1),
        ("um", PRIORITIES, 0),
        # as it sounds, and with a slip
        ("medya", PRIORITIES, 1),
        ("auta", PRIORITIES, 0),
        ("altaaaa", PRIORITIES, 0),
        ("baicha", PRIORITIES, 2),
        ("inkilina", ROLES, 0),
        ("porprietaria", ROLES, 1),
        ("viznha", ROLES, 3),
        ("manutenssão", KINDS, 0),
        ("reembolço", KINDS, 1),
        ("dezocupação", KINDS, 2),
        ("rua das acássias, 120", HOMES, 0),
        ("envie", SUMMARY, 0),
        ("corijir", SUMMARY, 1),
        # said otherwise
        ("sou a dona do imóvel", ROLES, 1),
        ("locatário", ROLES, 0),
        ("sou da firma", ROLES, 2),
        ("urgentíssimo", PRIORITIES, 0),
        ("sem pressa", PRIORITIES, 2),
        ("apartamento 2", HOMES, 0),
        ("um conserto", KINDS, 0),
        # in a frame
        ("bota na média pra mim", PRIORITIES, 1),
        ("uai, eu diria que é alta", PRIORITIES, 0),
        ("alta, porque tem criança em casa", PRIORITIES, 0),
        ("sou inquilino do 302", ROLES, 0),
        ("vizinha do andar de cima", ROLES, 3),
        ("quero um atendente", SUMMARY, 2),
        ("só isso", ("Só tenho esse nome",), 0),
        # denied and corrected
        ("não é alta, é média", PRIORITIES, 1),
        ("não sou inquilina sou proprietária", ROLES, 1),
        ("nem alta nem baixa, média", PRIORITIES, 1),
        ("baixa, não, média", PRIORITIES, 1),
        ("alta e não baixa", PRIORITIES, 0),
        ("2, digo, 3", PRIORITIES, 2),
        ("alta, melhor média", PRIORITIES, 1),
        # no home of the list
        ("nenhuma das anteriores", HOMES, 2),
        ("a minha não aparece aí", HOMES, 2),
        ("não achei a minha casa", HOMES, 2),
        ("é outro imóvel", HOMES, 2),
        # labels that affirm and deny
        ("aham", SATURDAY, 0),
        ("não dá", SATURDAY, 1),
        ("não há perigo não", DANGER, 1),
        ("perigo", DANGER, 0),
        ("claro", ("Sim", "Não"), 0),
        # explained behind the choice, with a sign or without, and before it
        ("alta, tá entrando água no quarto", PRIORITIES, 0),
        ("média por causa do cheiro", PRIORITIES, 1),
        ("baixa que não tá incomodando", PRIORITIES, 2),
        ("baixa. é só uma lâmpada", PRIORITIES, 2),
        ("alta tem criança pequena", PRIORITIES, 0),
        ("é coisa simples, baixa", PRIORITIES, 2),
        ("não tenho pressa, baixa", PRIORITIES, 2),
        ("inquilina há 3 anos", ROLES, 0),
        ("inquilino, entrei mês passado", ROLES, 0),
        ("proprietária, alugo pra uma moça", ROLES, 1),
        ("outra pessoa, irmã do dono", ROLES, 4),
        ("manutenção: o chuveiro não esquenta", KINDS, 0),
        ("reembolso, comprei um chuveiro", KINDS, 1),
        ("errei o telefone, corrigir", SUMMARY, 1),
        ("não posso, viajo", SATURDAY, 1),
        ("sim, a partir das 9", SATURDAY, 0),
        # told more closely
        ("porteiro da noite", ROLES, 3),
        ("vizinha de frente", ROLES, 3),
        ("falo pela empresa Sol Ltda", ROLES, 2),
        ("conserto do portão", KINDS, 0),
        ("reembolso da tinta", KINDS, 1),
        ("quero corrigir o telefone", SUMMARY, 1),
        ("na pia da cozinha", ROOMS, 0),
        ("no quarto de casal", ROOMS, 2),
        ("cozinha, embaixo da pia", ROOMS, 0),
        # in other words, made smaller or greater, cut short, cut in two
        ("síndica", ROLES, 3),
        ("pago aluguel", ROLES, 0),
        ("o imóvel é meu", ROLES, 1),
        ("entregar as chaves", KINDS, 2),
        ("falar com alguém", SUMMARY, 2),
        ("no banheirinho", ROOMS, 1),
        ("casinha", HOMES, 1),
        ("altíssima", PRIORITIES, 0),
        ("inquil", ROLES, 0),
        ("reemb", KINDS, 1),
        ("med", PRIORITIES, 1),
        ("manu tenção", KINDS, 0),
        ("owner", ROLES, 1),
        # numbers as they are said
        ("trezentos e dois", FLATS, 0),
        ("três zero dois", FLATS, 0),
        ("ap mil duzentos e três", FLATS, 1),
        ("doze zero três", FLATS, 1),
        ("apto302", FLATS, 0),
        ("cento e vinte", HOMES, 0),
        # words that are only a frame around other labels
        ("sábado", ("Sábado de manhã", "Terça à tarde"), 0),
        ("elétrica", ("Elétrica", "Hidráulica", "Outra coisa"), 0),
        # this one rather than that
        ("a última, não a primeira", PRIORITIES, 2),
        ("a casa e não o apartamento", HOMES, 1),
        ("sou inquilina, não sou dona", ROLES, 0),
        ("é alta, não é média", PRIORITIES, 0),
        # signed
        ("*Ana Paula:* 1", PRIORITIES, 0),
        ("3\n\nAtenciosamente,\nRui Costa", PRIORITIES, 2),
        ("Portaria:\nbaixa", PRIORITIES, 2),
    ],
)
def test_one_option_is_meant(text: str, labels: tuple[str, ...], index: int) -> None:
    assert read_option(text, labels) == index


@pytest.mark.parametrize(
    "text,labels",
    [
        ("4", PRIORITIES),
        ("0", PRIORITIES),
        ("1 ou 2", PRIORITIES),
        ("entre média e alta", PRIORITIES),
        ("não alta", PRIORITIES),
        ("alta não", PRIORITIES),
        ("acho que a alta seria demais", PRIORITIES),
        ("nenhum", ROLES),  # no option says "not listed"
        ("sou", ROLES),
        ("2", HOMES),  # the position, and the number of another home
        ("acácias", HOMES),
        ("manhã", DAYS),
        ("segunda", DAYS),  # the position, and a day
        ("1?", SUMMARY),
        ("a", SUMMARY),
        ("", SUMMARY),
        ("🙂", SUMMARY),
        ("99999999999999999999", SUMMARY),
        ("a pia está vazando", SUMMARY),
        ("1", ()),
        ("alta não média", PRIORITIES),
        ("1, não 2", PRIORITIES),
        ("Alta\nMédia", PRIORITIES),
        ("alta/média", PRIORITIES),
        ("as duas", PRIORITIES),
        ("menos a alta", PRIORITIES),
        ("não é urgente", PRIORITIES),
        ("quase alta", PRIORITIES),
        ("média é o que", PRIORITIES),
        ("meia", PRIORITIES),
        ("a conta veio alta", PRIORITIES),
        ("música alta do vizinho", PRIORITIES),
        ("filha da proprietária", ROLES),
        ("era do vizinho", ROLES),
        ("falei com o porteiro", ROLES),
        ("minha mãe é a inquilina", ROLES),
        ("inquilino e proprietário", ROLES),
        ("ap 3", HOMES),
        ("rua", HOMES),
        ("não", HOMES),
        ("os dois", HOMES),
        ("a manutenção já veio", KINDS),
        ("não enviar", SUMMARY),
        ("posso", ("Não posso",)),
        ("tenho email", ("Não tenho e-mail",)),
        ("maria@uol.com.br", ("Não tenho e-mail",)),
        ("sim, mas só à tarde", SATURDAY),
        ("sim, só depois das 18", SATURDAY),
        ("não, tem cheiro de gás", DANGER),
        # a label's word of which something else is told
        ("a casa tá alagada", HOMES),
        ("tô em casa", HOMES),
        ("casa, rua das Palmeiras 12", HOMES),
        ("casa da minha sogra", HOMES),
        ("a manutenção não veio", KINDS),
        ("já pedi reembolso e nada", KINDS),
        ("o vizinho tá fazendo barulho", ROLES),
        ("moro com o inquilino", ROLES),
        ("a proprietária é minha mãe", ROLES),
        ("tô na empresa agora, saio às seis", ROLES),
        ("alta do hospital", PRIORITIES),
        ("a média da conta subiu", PRIORITIES),
        ("alta, ou melhor, não sei", PRIORITIES),
        ("alta, talvez", PRIORITIES),
        ("manutenção, ou reembolso da peça", KINDS),
        ("quatrocentos e dois", FLATS),
    ],
)
def test_no_option_is_meant_for_sure(text: str, labels: tuple[str, ...]) -> None:
    assert read_option(text, labels) is None


@pytest.mark.parametrize("labels", [PRIORITIES, ROLES, HOMES, SATURDAY, SUMMARY, DAYS])
def test_each_label_and_each_number_means_its_option(labels: tuple[str, ...]) -> None:
    assert [read_option(label, labels) for label in labels] == list(range(len(labels)))
    if labels is not HOMES:
        assert [read_option(str(number + 1), labels) for number in range(len(labels))] == list(range(len(labels)))
