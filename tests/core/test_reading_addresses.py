"""Addresses inside sentences, as people type them."""

from datetime import datetime

import pytest

from core.reading import read_message

NOW = datetime(2026, 11, 24, 10)  # noqa: DTZ001 - wall time at the home, a Tuesday


@pytest.mark.parametrize(
    "text,address",
    [
        (
            "moro na Rua Marechal Floriano 1200 ap 302 bloco B bairro São Pelegrino",
            "Rua Marechal Floriano 1200 ap 302 bloco B bairro São Pelegrino",
        ),
        ("endereço é Rua Sergipe, nº 55, Savassi, Belo Horizonte - MG", "Rua Sergipe, nº 55, Savassi, Belo Horizonte - MG"),
        ("rua ceará 1010 apto 5 funcionários bh, infiltração", "rua ceará 1010 apto 5 funcionários bh"),
        ("av. sete de setembro, 2345, casa 3, curitiba", "av. sete de setembro, 2345, casa 3, curitiba"),
        ("fica na Rua do Sol, s/n, perto da praça", "Rua do Sol, s/n"),
        ("Rua 15, Quadra 22, Lote 8, Jardim América", "Rua 15, Quadra 22, Lote 8, Jardim América"),
        ("QNM 18 conjunto H casa 22 Ceilândia", "QNM 18 conjunto H casa 22 Ceilândia"),
        ("CLN 205 bloco A loja 12", "CLN 205 bloco A loja 12"),
        ("travessa padre eutíquio 2100 apto 804", "travessa padre eutíquio 2100 apto 804"),
        (
            "estrada da barra 900 bloco 4 ap 1203, barra da tijuca, rio de janeiro",
            "estrada da barra 900 bloco 4 ap 1203, barra da tijuca, rio de janeiro",
        ),
        ("é na ladeira da misericórdia 12, olinda", "ladeira da misericórdia 12, olinda"),
        ("Rua Itapeva, 81 (fundos)", "Rua Itapeva, 81 (fundos)"),
        ("o imóvel da Rua Itapeva, 81, ap 12 está com vazamento no teto", "Rua Itapeva, 81, ap 12"),
        ("Rua Pará 80 - apto 41 - Higienópolis - São Paulo", "Rua Pará 80 - apto 41 - Higienópolis - São Paulo"),
        ("Rua Pará 80 ap41 cep 01243-020", "Rua Pará 80 ap41"),
        ("rua para 80 ap 41", "rua para 80 ap 41"),
        ("Av. Independência 1500/402, Porto Alegre", "Av. Independência 1500/402, Porto Alegre"),
        ("rua dos bobos numero 0", "rua dos bobos numero 0"),
        ("Condomínio Vila Verde, casa 12, Rua das Orquídeas 300", "Condomínio Vila Verde, casa 12, Rua das Orquídeas 300"),
        ("Conjunto Cidade Nova 5, Travessa WE 31, casa 220, Ananindeua", "Conjunto Cidade Nova 5, Travessa WE 31, casa 220, Ananindeua"),
        ("boa tarde, endereço: Alameda Santos 1000 conj 52", "Alameda Santos 1000 conj 52"),
        ("moro na Sete de Abril 100 apto 3", "Sete de Abril 100 apto 3"),
        ("Rua Bela Cintra, 450. ap 12. Consolação", "Rua Bela Cintra, 450"),
        ("rua 3 de maio 200 casa b", "rua 3 de maio 200 casa b"),
        ("Rua José Bonifácio 22 térreo", "Rua José Bonifácio 22 térreo"),
        ("Rua Tupi, 45, 3º andar, sala 31", "Rua Tupi, 45, 3º andar, sala 31"),
        ("O vazamento é na Av Brasil 1.500 ap 8, Centro, Cascavel/PR, desde domingo", "Av Brasil 1.500 ap 8, Centro, Cascavel/PR"),
        ("aqui é a casa da rua Bahia 33, tem goteira", "rua Bahia 33"),
        ("moro na av. das nações, n 1200, bl 3, apto 41, taboão da serra", "av. das nações, n 1200, bl 3, apto 41, taboão da serra"),
        ("meu endereço: rua girassol, 88, vila madalena, são paulo", "rua girassol, 88, vila madalena, são paulo"),
        ("RUA GIRASSOL 88 AP 3 VILA MADALENA SP", "RUA GIRASSOL 88 AP 3 VILA MADALENA SP"),
        ("r. girassol 88", "r. girassol 88"),
        ("R. Dr. Flores, 105/801", "R. Dr. Flores, 105/801"),
        ("Avenida Boa Viagem, 3000 apt 1201, Recife-PE", "Avenida Boa Viagem, 3000 apt 1201, Recife-PE"),
        ("Rod. BR 101 km 205, São José", "Rod. BR 101 km 205, São José"),
        (
            "Av. Rio Branco, 1, sala 2001 - Centro, Rio de Janeiro - RJ, 20090-003",
            "Av. Rio Branco, 1, sala 2001 - Centro, Rio de Janeiro - RJ",
        ),
        ("rua das laranjeiras 430, laranjeiras", "rua das laranjeiras 430, laranjeiras"),
        ("Rua das Laranjeiras 430, Laranjeiras, chuveiro queimado", "Rua das Laranjeiras 430, Laranjeiras"),
        ("moro rua ipê amarelo 77 casa 2 e a caixa d'água vaza", "rua ipê amarelo 77 casa 2"),
        ("estou na rua ipê amarelo 77 mas o problema é no 79", "rua ipê amarelo 77"),
        ("a casa da rua ipê amarelo n° 77 tá sem água", "rua ipê amarelo n° 77"),
        ("contrato da rua ipê amarelo, 77", "rua ipê amarelo, 77"),
        ("é o apto 12 da Rua Ipê Amarelo, 77", "apto 12 da Rua Ipê Amarelo, 77"),
        ("bloco 2 apto 12, rua ipê amarelo 77", "bloco 2 apto 12, rua ipê amarelo 77"),
        ("Condomínio das Flores bloco 2 apto 12", "Condomínio das Flores bloco 2 apto 12"),
        ("edifício copan bloco b ap 1203", "edifício copan bloco b ap 1203"),
        ("moro no edificio copan, ap 1203", "edificio copan, ap 1203"),
        ("loteamento nova vida, quadra 5 lote 20", "loteamento nova vida, quadra 5 lote 20"),
        ("Qd 12 Lt 08 Setor Oeste, Goiânia", "Qd 12 Lt 08 Setor Oeste, Goiânia"),
        ("SHIS QI 5 conjunto 3 casa 10, Lago Sul", "SHIS QI 5 conjunto 3 casa 10, Lago Sul"),
        ("Passagem São Pedro, nº 14, bairro do Guamá, Belém", "Passagem São Pedro, nº 14, bairro do Guamá, Belém"),
        ("rua projetada, s/nº, zona rural", "rua projetada, s/nº, zona rural"),
        ("endereço Rua Itapeva 81 ap 12 Bela Vista São Paulo SP", "Rua Itapeva 81 ap 12 Bela Vista São Paulo SP"),
        ("Rua Itapeva 81 ap 12 Bela Vista", "Rua Itapeva 81 ap 12 Bela Vista"),
        ("Rua Itapeva 81 Bela Vista chuveiro queimado", "Rua Itapeva 81 Bela Vista"),
        ("Rua Itapeva, 81, complemento ap 12", "Rua Itapeva, 81, complemento ap 12"),
        ("rua itapeva 81 bl. c apto. 12", "rua itapeva 81 bl. c apto. 12"),
        ("Rua Itapeva, número 81, apartamento número 12", "Rua Itapeva, número 81, apartamento número 12"),
        ("rua itapeva lote 12 quadra 3", "rua itapeva lote 12 quadra 3"),
        ("Rua Itapeva, Qd. 3, Lt. 12, nº 81", "Rua Itapeva, Qd. 3, Lt. 12, nº 81"),
        ("av itapeva 81 em frente ao mercado", "av itapeva 81"),
        ("Av. Itapeva, 81, esquina com a Rua Bahia", "Av. Itapeva, 81"),
        ("moro no bairro bela vista rua itapeva 81", "rua itapeva 81"),
        ("moro na quadra 3 casa 12", "quadra 3 casa 12"),
        ("Rua Itapeva 81, apto 12 (bloco B)", "Rua Itapeva 81, apto 12 (bloco B)"),
        ("Rua Itapeva 81 - Apto 12-B", "Rua Itapeva 81 - Apto 12-B"),
        ("rua itapeva 81 ap 12 urgente!", "rua itapeva 81 ap 12"),
        ("rua itapeva 81 10h da manha", "rua itapeva 81"),
        # districts without a mark, a capital or a word that names them
        ("rua itapeva 81 ap 12 pituba e a torneira pinga", "rua itapeva 81 ap 12 pituba"),
        ("rua itapeva 81 ap 12 pituba o chuveiro queimou", "rua itapeva 81 ap 12 pituba"),
        ("rua itapeva 81, camobi. aluguei em maio", "rua itapeva 81, camobi"),
        ("rua itapeva 81 casa 2 vila dos remédios, meu zap 81 99876-5432", "rua itapeva 81 casa 2 vila dos remédios"),
        ("RUA ITAPEVA 81 AP 12 PITUBA", "RUA ITAPEVA 81 AP 12 PITUBA"),
        ("rua itapeva 81 ap 12, marco: a porta caiu", "rua itapeva 81 ap 12, marco"),
        ("rua itapeva 81, casa amarela de portão branco", "rua itapeva 81"),
        ("rua itapeva 81 ap 12 infiltração", "rua itapeva 81 ap 12"),
        ("rua itapeva 81 ap 12, vazando muito", "rua itapeva 81 ap 12"),
        ("rua itapeva 81 ap 12, juliana", "rua itapeva 81 ap 12"),
        ("rua itapeva 81, socorro!", "rua itapeva 81"),
        ("rua itapeva 81, próximo à feira", "rua itapeva 81"),
        ("SQS 412 bloco H apto 106: infiltração no teto", "SQS 412 bloco H apto 106"),
        ("na Rodovia SC 401, 5500 o portão travou", "Rodovia SC 401, 5500"),
        ("moro na lima e silva 770 apto 301", "lima e silva 770 apto 301"),
        ("no salão da rua itapeva 81 o forro cedeu", "rua itapeva 81"),
        ("minha loja fica na rua itapeva 81", "rua itapeva 81"),
        ("a persiana da loja não fecha, rua itapeva 81", "rua itapeva 81"),
        ("chuveiro queimou na rua itapeva 81 desde dia 10", "rua itapeva 81"),
    ],
)
def test_an_address_is_found_as_typed(text: str, address: str) -> None:
    found = read_message(text, now=NOW).address
    assert found is not None
    assert found.value == address


@pytest.mark.parametrize(
    "text",
    [
        "a rua tá alagada desde ontem 18h",
        "moro na rua principal há 3 anos",
        "tem um poste caído na rua e a luz acabou às 20h",
        "a avenida parou 2 horas",
        "praça de alimentação do shopping 3 piso",
        "ap 302, chuveiro queimado",
        "R: Pará, 80",
        "paguei 350 na rua Augusta",
        "quebrou a tv 50 polegadas",
        "vila são josé 12, fundos",
        "sítio são joão km 3",
        "minha rua é a Ipê Amarelo",
        "desci a rua 2 vezes e não achei",
        "o caminhão parou na avenida 3 horas",
        "o carro da light está na rua 14:30",
        "faltou luz na rua 20/11",
        "aqui na rua 5 casas sem água",
        "tem 3 postes na rua 2 apagados",
        "R 25 reais de multa",
        "r$ 300",
        "Beto, ap 101, ralo entupido",
        "rua itapeva oitenta e um",
    ],
)
def test_a_street_without_a_home_is_none(text: str) -> None:
    assert read_message(text, now=NOW).address is None
