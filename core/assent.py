"""Yes and no: a small grammar of assent and denial ("uai, claro que é", "num é não", "quero não, obrigado").

Each phrase is read as one letter, and the letters of a clause as units that affirm or deny. A word that is in no phrase leaves the
answer unclear.

y affirms · n denies, also the verb behind it · d denies, but no verb · e emphasises, and affirms alone · v verb that an answer repeats ·
t verb that tells of something when alone · i affirms, also behind a verb · m neither · w wrong · u unclear
"""

import re

from core.lexicon import Lexicon
from core.politeness import AROUND
from core.short_answers import Words, answered, less_reason

_PHRASES = {
    "": AROUND,
    "y": """sem problema nenhum, oukei, okei, sim, s, si, yes, yep, yeah, sin, sm, simsim, ssim, uhum, uhun, unhum, humhum, hurrum,
        aham, ahan, aha, ahum, anham, arra, arran, hum hum, humrum, hunrum, hurum, uhurum, arram, que sim, bele, blza, belezinha, show,
        show de bola, maravilha, suave, de boa, de boas, so vai, tmj, apois, e apois, o se e, sip, segue o jogo, firmeza, top, massa,
        tri, bao, fechou, fecho, ta valendo, feito, demorou, demoro, ja e, jae, bora, bora la, vamos, vamos la, vamo, vamo que vamo,
        vambora, simbora, partiu, tamo junto, dale, da lhe, e nois, e nos, tudo bem, tudo joia, tudo tranquilo, positivo, afirmativo, de
        acordo, podes crer, pode crer, podes cre, pode cre, pode deixar, pode ser, por que nao, como nao, sem problema, sem problemas,
        sem duvida, sem duvidas, sem duvida nenhuma, sem duvida alguma, nao tem problema, nao tem problema nao, nao tem problema nenhum,
        nao vejo problema, nenhum problema, problema nenhum, nao me importo, nada contra, com todo prazer, com prazer, com gosto, toca o
        barco, segue o baile, mete ficha, manda bala, manda brasa, manda ver, mande ver, vai fundo, va em frente, vai em frente, em
        frente, pode apostar, bingo, na mosca, so se for agora, vamos nessa, vamo nessa, bora nessa, tamo nessa, e nozes, oui, afirmo,
        dou ok, tem meu ok, ta ok, boto fe, pode pa, nao tem erro, sem erro, nada errado, nao tem nada errado, nada para corrigir, nada
        para mudar, nao falta nada, sem ressalva, sem ressalvas, estou ciente, ciente, to ciente, to dentro, tamo dentro, positivo
        operante, qap, qsl, afirmativissimo, sem nada para corrigir, tudo nos trinques""",
    "n": "nao, nem, nunca, jamais",
    "d": """nenhum, nenhuma, desnecessario, sem interesse, sem necessidade, que nao, negativo, negativa, negatorio, neg, no, nop,
        nope, nops, noup, nah, never, de jeito nenhum, de jeito maneira, de maneira nenhuma, de maneira alguma, de forma nenhuma, de
        forma alguma, de modo nenhum, de modo algum, em hipotese alguma, em hipotese nenhuma, nem pensar, nem a pau, nem ferrando, nem
        fudendo, nem morto, nem morta, nem vem, nem sonhando, nem um pouco, nem pagando, nem por sonho, que nada, nada, nadinha, nada
        disso, nada a ver, coisa nenhuma, uma ova, capaz, bem capaz, mas capaz, nananinanao, nananina, na nani na nao, nana nina nao,
        nunquinha, deus me livre, deus o livre, to fora, tamo fora, dispenso, necas, neca, absolutamente nao, nem ver, nem querendo, nem
        que me paguem, nem que a vaca tussa, qual nada, deus me livre e guarde, deus me livre guarde, nunca na vida, nada certo, nada
        correto, sem chance, sem chances, sem condicao, sem condicoes, impossivel, inviavel, fora de questao, fora de cogitacao, nem a
        pau juvenal, deixa quieto, deixa para la, deixa, melhor deixar quieto, nao tem como, nao tem jeito, nao ha como, nem de longe,
        nem de brincadeira, nem fumando, nem que chova, quem dera, de jeito algum, discordo, recuso, rejeito, e outro, e outra""",
    "e": """claro, craro, clarissimo, logico, logicamente, obvio, obviamente, evidente, evidentemente, com certeza, certeza, certeza
        absoluta, com certeza absoluta, com toda certeza, com toda a certeza, certamente, seguramente, definitivamente, sem sombra de
        duvida, e claro, e logico, e obvio, mas claro, mas e claro, mas logico, mas e logico, mas e obvio, mas com certeza, tenho
        certeza, claro que, logico que, obvio que, e claro que, e logico que, e obvio que, evidente que, certeza que, com certeza que,
        tenho certeza que, mas claro que, mas e claro que, quase certeza que, tenho quase certeza que, certeza de que""",
    "v": """conferem, batem, procedem, possuo, possui, poder, poderei, vou poder, interessa, me interessa, ha necessidade, vejo
        necessidade, tenho interesse, e, sou, somos, foi, sao, seria, ta, to, estamos, estao, estava, quero, queremos, queria, gostaria,
        posso, pode, podem, podes, podemos, tenho, tem, temos, tinha, tive, confirmo, confirma, confirme, confirmamos, confere,
        concordo, concordamos, concorda, aceito, aceitamos, autorizo, autorizamos, preciso, precisa, precisamos, da, consigo, consegue,
        conseguimos, vou, vai, vao, serve, fiz, fizemos, moro, moramos, mora, recebo, recebi, recebemos, continua, ha, existe, deu,
        manda, mande, envia, envie, registra, registre, abre, abra, marca, marque, agenda, agende, segue, siga, prossiga, prossegue,
        vale, procede, bate, carece, da para ser, vai dar, vai ser, precisa se preocupar, precisa se incomodar, estarei, estaremos,
        anote, anota, bota, toca, continue, prosseguem, prossigam, necessito, necessita, rola, autoriza, acho que seja, acho que e, to
        com vontade, me incomoda""",
    "t": """era, faz, fica, ficou, funciona, funcionou, ajuda, adianta, resolve, resolveu, aconteceu, parou, voltou, melhorou,
        piorou, tentei, testei, liguei, desliguei, mandei, enviei, assinei, paguei, chegou, chego, conheco, uso, usamos, aguardo, fui,
        estive, vi, acontece""",
    "i": """isso, isto, isso ai, isso ae, isso dai, issai, exato, exatamente, exatinho, exatissimo, certo, certinho, certinha,
        certissimo, correto, correta, corretissimo, corretinho, corretamente, perfeito, perfeita, perfeitamente, verdade, esse mesmo,
        essa mesmo, esses mesmo, este mesmo, esse ai, essa ai, tudo certo, tudo certinho, tudo ok, tudo correto, tudo isso, tudo em
        ordem, nos conformes, conforme, tudo conforme, conferido, tudo conferido, direitinho, tudo direitinho, tudo direito, tudo bem
        certinho, valendo, bem certinho, certin, tudo certin, certinhos, corretos, corretas, certos, certas, precisamente, justamente,
        serto, sertinho, issu, eu mesmo, ele mesmo, ela mesmo, o proprio, a propria, ok, okay, okey, oki, oks, okidoki, beleza, joia,
        otimo, excelente, tranquilo, tranquila, legal, confirmado, confirmada, combinado, fechado, fechada, aprovado, aprovada,
        autorizado, autorizada, confirmadissimo, confirmadissima, bom mesmo""",
    "m": """o tecnico, um tecnico, alguem, o prestador, o profissional, necessario, os dados, as informacoes, minhas informacoes, as
        infos, com os dados, disso, muito, sempre, nesse momento, neste momento, mesmo, eu, nos, a gente, ele, ela, aqui, la, agora, ja,
        ainda, tudo, tudinho, tambem, mais, por mim, para mim, por enquanto, por ora, no momento, hoje, mandar, enviar, seguir,
        continuar, prosseguir, registrar, abrir, ser, vir, ir, marcar, agendar, anotar, fazer, confirmar, salvar, concluir, finalizar,
        fechar, receber, esse, essa, este, esses, essas, aquele, aquela, o, a, boa, assim mesmo, desse jeito, so isso, realmente,
        plenamente, totalmente, completamente, demais, mandar bala, mandar ver, mandar brasa, o chamado, meus dados, o cadastro, o
        pedido, o registro, a solicitacao, com isso, com tudo, total, por hora, fica para proxima, fica para a proxima, fica para
        depois, esse endereco, o endereco, esse imovel, o imovel, esse numero, esse email, meu nome, meu endereco, meu numero, meu
        email, meu telefone, a titular, o titular, titular, a visita, a entrada, que eu quero, que eu disse, que eu falei, que ta,
        rolar, dar andamento, dar prosseguimento, dar sequencia, dar continuidade, tocar, em frente, adiante, gravar, colocar, botar,
        por, entrar, assim, a vontade, qualquer hora, qualquer dia, seguir em frente, seguir adiante, ir em frente, encaminhar, chamar,
        liberar, autorizar, agilizar, conferi, ja conferi, li, ja li, revisei, ja revisei, olhei, ja olhei, dei uma olhada, ja resolvi,
        ja resolveu, ja resolveram, ja arrumei, ja arrumaram, ja tenho, ja mandei, ja fiz, ja recebi, so isso mesmo, e so isso, era so
        isso, essa pessoa, interesse, vontade, vir sim, passar, aparecer, so, ai, ae, aqui em casa, em casa, onde moro, o mesmo, o mesmo
        problema, esse problema, operante, de verdade, de fato, infelizmente, felizmente, por aqui, de novo, eu acho que, acho que,
        acho, acho eu, eu acho, acredito, acredito que, eu acredito que, creio, creio que, eu creio que, parece, parece que, me parece
        que, imagino que, suponho que, penso que, eu diria que, diria que, provavelmente, prefiro, prefiro que, preferia, preferia que,
        eu prefiro, no meu caso""",
    "w": """errado, errada, errados, erradas, incorreto, incorreta, equivocado, equivocada, engano, um engano, falso, erradissimo,
        tem erro, tem um erro, tem erros, tem coisa errada, tem algo errado, tudo errado, trocado, trocada""",
    "u": "e agora, pode ser que, capaz que nao, bem assim, o que, que isso, que e isso, quem sabe, e que, nem certo, nem errado",
}  # letter of a unit: its phrases
_LEXICON = Lexicon(
    _PHRASES,
    spelled="""exatamente exato correto correta correto corretamente positivo negativo confirmo confirmado confirma perfeito perfeitamente
        afirmativo certeza certamente certinho beleza concordo errado incorreto nenhum jamais obrigado obrigada combinado""",
)
_UNIT = re.compile(
    r"(?P<double>[nd]m*v?[mi]*w|v?[mi]*wm*n[nvt]*)"  # "não está errado", "errado não tá"
    r"|(?P<no>[im]*e*n[nm]*(?:[vt][mi]*)?[nd]*m*|m*e*d[ndm]*|m*[vt][mi]*[nd][ndm]*|[mi]*v?[mi]*w[mi]*)"  # "isso não", "tá errado"
    r"|(?P<yes>m*(?:e+(?:[yivt][mi]*)?|y|i|v[mi]*y?|t[mi]*y)m*)"  # "claro que é", "isso mesmo", "pode mandar", "liguei sim"
)


def read_yes_no(text: str) -> bool | None:
    """Yes, no, or None when unclear. "acho que sim" is yes; "sim, mas…", a question, and both at once are unclear."""
    return answered(text, polarity)


def polarity(words: Words) -> bool | None:
    """True when all clauses affirm, False when all deny."""
    if "?" in words:
        return None
    clauses = _letters(less_reason(words))
    if clauses is None:
        return None
    found = {answer for clause in clauses.split(",") if clause.strip("m") for answer in _answers(clause)}
    return found.pop() if len(found) == 1 else None


def _letters(words: Words) -> str | None:
    """The letters of all phrases, "," between clauses; None from the first unknown word on."""
    letters = ""
    for meaning, end in _LEXICON.read(words):
        if meaning is None and words[end - 1] != ",":
            return None
        letters += "," if meaning is None else meaning
    return letters


def _answers(clause: str) -> list[bool | None]:
    """What each unit of a clause says: "vin" ("é isso não") denies, "yv" ("sim, é") affirms twice."""
    found: list[bool | None] = []
    at = 0
    while at < len(clause):
        unit = _UNIT.match(clause, at)
        if unit is None:
            return [None]
        found.append({"yes": True, "no": False}.get(str(unit.lastgroup)))
        at = unit.end()
    return found
