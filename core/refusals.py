"""Refusals: does not know, has not, will not or not now, with or without a reason ("sei não, quem mexe nisso é minha neta").

Each phrase is read as one letter, and the letters of a clause must be one of the forms of a refusal.

n denies · k knows, has, uses · q wants, with or without what · w may, can, likes to · h would rather · g giving · f gives, will look ·
c gives, or passes on · l later · m when · x refuses alone · o nothing · s without · p person · z knows or has it instead ·
t what one may be asked for, and small words
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from core.hazards import find_hazards
from core.lexicon import Lexicon
from core.politeness import AROUND
from core.short_answers import Words
from core.troubles import trouble_at
from core.visits import restriction_in

_PHRASES = {
    "": f"""{AROUND}, tambem, mesmo, so que, muito, por isso, pois e, e que, talvez, mas, infelizmente, sinceramente, honestamente,
        por seguranca,
        por questao de seguranca""",
    "n": "nao, nunca, jamais, nem, ainda nao, tambem nao",
    "k": """sei, sabia, lembro, lembrava, recordo, tenho, tinha, tive, temos, tem, uso, usei, usava, usamos, possuo, possuimos, acho,
        achei, encontro, encontrei, conheco, decorei, guardei, trouxe, anotei, mexo, entendo, to com, ando com, trago, carrego, me
        lembro, me recordo, to lembrado, to lembrada, to lembrando, to achando, to encontrando, faco ideia, faco a minima ideia,
        tenho ideia, tenho a minima ideia, tenho nocao, tenho certeza, fiz, criei, disponho, disponho de, saberia, existe, ha, sou
        de usar, sou de mexer""",
    "q": "quero, queria, vou, vou querer, consigo, preciso, precisa, vai dar, rola",
    "w": """posso, podemos, queremos, vamos, gosto, gosto de, gostaria, gostaria de, desejo, pretendo, costumo, confio em, tenho
        coragem de, devo, da para, tem como, curto, me sinto a vontade de, me sinto a vontade para, me sinto bem em, me sinto
        confortavel em, me sinto seguro em, me sinto segura em, to a fim de, to afim de, to podendo, to conseguindo""",
    "h": "prefiro, preferia, preferimos, acho melhor, melhor, e melhor",
    "g": """dar, dizer, informar, falar, fornecer, compartilhar, mandar, responder, colocar, enviar, botar, por, expor, divulgar,
        contar, digitar, escrever, lembrar, achar, ver, pegar, procurar, encontrar, buscar, olhar, consultar, me identificar,
        preencher, revelar, usar, ficar dando, ficar passando, saber, recordar, ter""",
    "c": "passar, passo, vou passar",
    "f": """mando, digo, dou, informo, falo, envio, respondo, forneco, vejo, procuro, olho, compartilho, verifico, confiro, preencho,
        pego, resolvo, coloco, mandarei, passarei, enviarei, te passo, te mando, te digo, te dou, te falo, te envio, lhe passo,
        lhe mando, lhe digo, lhe envio, vou mandar, vou ver, vou procurar, vou enviar, vou pegar, vou olhar, fico de mandar, fico
        de passar, a gente ve, tenho que ver, tenho que procurar, tenho que pegar, preciso ver, preciso procurar, deixa eu ver,
        deixa eu procurar""",
    "l": """depois, mais tarde, outra hora, outro momento, mais para frente, mais na frente, em outro momento, em outra hora, qualquer
        hora dessas, assim que der, assim que eu puder, assim que puder, quando der, quando puder, quando eu puder, quando tiver,
        quando eu tiver, quando achar, quando eu achar, assim que achar, assim que eu achar, logo mais, so depois, so mais tarde""",
    "m": """amanha, de noite, a noite, em casa, ja ja, daqui a pouco, no fim do dia, so amanha, so em casa, quando eu chegar em casa,
        quando chegar em casa, quando eu chegar, quando chegar, assim que chegar em casa, assim que eu chegar em casa, chegando em
        casa, outro dia""",
    "x": """pula, pular, pule, pulo, pulamos, pula logo, vou pular, quero pular, pode pular, posso pular, passa, pode ir para a
        proxima, pode ir para proxima, vamo para proxima, vamos para proxima, agora nao da, pode passar, proximo, proxima, a
        proxima, skip, next, avanca, avancar, seguinte, vamos para a proxima, vamo para a proxima, bora para a proxima, passa para
        a proxima, vai para a proxima, deixa para la, pode deixar em branco, pode deixar vazio, pode deixar para la, pode ignorar,
        deixa quieto, deixa, deixe, deixa sem, deixa em branco, deixe em branco, deixar em branco, em branco, deixa vazio,
        esquece, ignora, ignorar, dispenso, segue sem, pode seguir sem, pode deixar sem, fica sem, sem condicoes, ficou em casa,
        ta em casa, ta la em casa, ta na carteira, ta no carro, ta guardado, so fixo, so tenho fixo, so tenho o fixo, so o fixo,
        so tenho telefone fixo, acho desnecessario, nao acho necessario, nao vejo necessidade, nao vejo motivo, deixei em casa,
        nao se aplica, deixa para depois, deixa para outra hora, fica para depois, fica para outra hora, esqueci, esqueci total,
        me esqueci, deu branco, me deu um branco, me deu branco, me fugiu, fugiu da cabeca, fugiu da memoria, perdi, perdi o meu,
        sei la, vai saber, nem ideia, sem ideia, ideia nenhuma, vou ficar devendo, fico devendo, fica devendo, to devendo, de
        jeito nenhum, nem pensar, nem a pau, negativo, to fora, me recuso, nao te interessa, nao interessa, nao e da sua conta,
        nao e necessario, minha memoria e fraca, nada consta, opcional""",
    "s": "sem, to sem, tamo sem, estamos sem, fiquei sem, fico sem, continuo sem, ando sem, to por fora",
    "p": """meu marido, minha esposa, minha mulher, meu esposo, minha filha, meu filho, minha neta, meu neto, minha mae, meu pai,
        minha irma, meu irmao, minha nora, meu genro, minha sobrinha, meu sobrinho, meu cunhado, minha cunhada, minha namorada,
        meu namorado, meu patrao, minha patroa, meu contador, minha contadora, o contador, a contadora, contador, contadora,
        marido, esposa, minha secretaria, a secretaria, meu advogado, meu procurador, a imobiliaria, o proprietario, a
        proprietaria, o dono, a dona, ele, ela, meus filhos, meus pais, minhas filhas, o pessoal, o escritorio, o financeiro,
        minha tia, meu tio, minha avo, meu avo, minha amiga, meu amigo, o marido, a esposa, a filha, a neta, o filho, o neto""",
    "z": """quem sabe, quem tem, quem mexe, quem cuida, quem resolve, quem usa, quem ve, quem guarda, quem faz, que sabe, que tem, que
        mexe, que cuida, que resolve, que usa, que ve, que guarda, que faz, que fez, sabe, mexe, cuida, resolve, guarda, so quem
        tem, so quem sabe, quem ta com, que ta com, ta com, fica com, e com, pergunta para, pergunte para, tem que ver com, tem
        que perguntar para, tenho que ver com, preciso ver com, vou ver com, vou perguntar para, preciso perguntar para, tenho que
        perguntar para, tenho que pedir para, vou pedir para, deixa eu perguntar para, deixa eu ver com""",
    "a": "agora, ainda, no momento, nesse momento, por enquanto, por ora, por hora",
    "o": "nada, nenhum, nenhuma",
    "t": """o, a, os, as, e, meu, minha, meus, minhas, esse, essa, esses, essas, isso, isso ai, senha, la em casa, em computador, no
        computador, de, do, da, dos, disso, desse, dessa, ou, cpf, cnpj, rg, email, gmail, hotmail, celular, telefone, whatsapp,
        numero, nome, sobrenome, completo, dado, dados, documento, documentos, informacao, informacoes, endereco, contato,
        pessoal, pessoais, conta, pergunta, resposta, papel, cartao, carteira, aqui, hoje, na hora, de cabeca, da cabeca, na
        cabeca, de cor, de memoria, direito, certo, ao certo, mais, por aqui, por mensagem, pela internet, por whatsapp, por chat,
        para ninguem, para estranho, para estranhos, para robo, para maquina, para voce, para voces, eu, nos, a gente, me, te,
        lhe, voce, voces, ca, comigo, com, com ele, com ela, em maos, na mao, a mao, perto, outro, outra, um, uma, ja, sempre,
        tudo, essas coisas, essa coisa, coisa, coisas, desse tipo, desses, essa parte, esse negocio, mexer, com internet, com
        computador, com tecnologia, na, no, em, para, qual e, qual, onde ta, onde botei, onde coloquei, onde guardei, da empresa,
        o que dizer, assim de cabeca, so""",
}  # letter: its phrases
_LEXICON = Lexicon(
    _PHRASES,
    spelled="tenho lembro esqueci prefiro depois informar obrigado obrigada documento celular telefone numero consigo possuo",
)
_THING, _GIVING = "[toa]*", "[gc][gctoa]*"
_REFUSAL = re.compile(
    rf"{_THING}n+{_THING}k[ktoa]*(?:{_GIVING})?n?{_THING}"  # "não sei (de cabeça)", "meu cpf eu não lembro agora"
    rf"|{_THING}k{_THING}n{_THING}"  # "tenho não", "sei não"
    rf"|{_THING}n+{_THING}[wq]+{_THING}{_GIVING}n?{_THING}"  # "não quero dar meu CPF"
    rf"|{_THING}[wq]?[gc]?[wqc]{_THING}n{_THING}"  # "quero não", "vou passar não"
    rf"|{_THING}n+{_THING}q+n?{_THING}|[at]*a[at]*n+[wq]?|n+|o+"  # "não quero", "agora não", "nenhum"
    rf"|{_THING}h+(?:n(?:{_GIVING})?{_THING}|{_THING}{_GIVING}l+|x+{_THING})"  # "prefiro não informar", "prefiro passar depois"
    rf"|{_THING}n[fc][fctoa]*n?{_THING}"  # "não dou meu cpf"
    rf"|{_THING}s[toa]+"  # "tô sem o documento aqui"
    rf"|{_THING}(?:x[xctoalm]*|c[toa]*)"  # "pula essa", "esqueci", "essa eu passo"
    rf"|(?=[toa]*[lm]|.*[fc].*[lmfc])[tofclma]*[fc][tofclma]*|{_THING}l+{_THING}"  # "depois eu mando", "vou ver e te falo", "mais tarde"
    rf"|{_THING}z+{_THING}p[ptoa]*|{_THING}p[ptoa]*[zk][zktoa]*"  # "quem sabe é minha filha", "minha neta que mexe nisso"
)
_OPENERS = frozenset(  # with which the reason begins, where no sign parts it from the refusal
    "to ta sou porque pois mas so quem nunca perdi fica quando ja foi meu minha eu nem depois vou deixei acabei ele ela moro trabalho "
    "roubaram e sei tenho".split()
)
_TELLING = _OPENERS | frozenset("de no na o a com que nao era tem faz isso".split())  # a clause without any of them may be somebody's name
_MAX_CLAUSE = 16  # words that may refuse
_MAX_REASON = 14  # words beside the refusal


def refuses(words: Words) -> bool:
    """Only that somebody does not know, has not, will not or not now; a reason may stand with it, but no other answer and no report."""
    refused, rest = False, []
    for clause in _clauses(words):
        length = _refusal_length(clause)
        refused |= length > 0
        rest += [clause[length:]] if length < len(clause) and not _is_polite(clause[length:]) else []
    return refused and all(map(_is_reason, rest)) and sum(map(len, rest)) <= _MAX_REASON and not _reports(rest)


def _clauses(words: Words) -> Iterable[Words]:
    for ends, clause in groupby(words, key=",".__eq__):
        if not ends:
            yield tuple(clause)


def _refusal_length(clause: Words) -> int:
    """How many words from the first refuse: the whole clause, or what stands before the beginning of a reason."""
    letters, ends = _letters(clause)
    for count in range(len(letters), 0, -1):
        end = ends[count - 1]
        reasoned = end < len(clause) and clause[end] in _OPENERS and letters[:count].strip("n")
        if (end == len(clause) or reasoned) and _REFUSAL.fullmatch(letters[:count]):
            return end
    return 0


def _letters(clause: Words) -> tuple[str, list[int]]:
    """The letter of each phrase up to the first unknown word, and the place behind each; politeness belongs to the phrase before."""
    letters, ends = "", []
    for meaning, end in _LEXICON.read(clause[:_MAX_CLAUSE]):
        if meaning is None:
            break
        if meaning:
            letters += meaning
            ends.append(end)
        elif ends:
            ends[-1] = end
    return letters, ends


def _is_polite(clause: Words) -> bool:
    return all(meaning == "" for meaning, _ in _LEXICON.read(clause[:_MAX_CLAUSE]))


def _is_reason(clause: Words) -> bool:
    """ "tô no ônibus", "o chip é novo"; not a name."""
    return not _TELLING.isdisjoint(clause)


def _reports(clauses: Sequence[Words]) -> bool:
    """Whether the words beside the refusal say something of their own: "não sei, mas tem fumaça"."""
    said = ", ".join(" ".join(clause) for clause in clauses)
    return bool(said) and (trouble_at(said) is not None or bool(find_hazards(said)) or restriction_in(said, said, None) is not None)
