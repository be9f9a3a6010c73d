"""Refusals: does not know, has not, will not or not now, with or without a reason ("sei não, quem mexe nisso é minha neta").

Each phrase is read as one letter, and the letters of a clause must be one of the forms of a refusal.

n denies · k knows, has, uses · q wants, with or without what · w may, can, likes to · h would rather · g giving · f gives, will look ·
c gives, or passes on · l later · m when · x refuses alone · o nothing · s without · p person · z knows or has it instead ·
d goes on · y lost or broken · t what one may be asked for, and small words
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
from core.words import cut

_PHRASES = {
    "": f"""{AROUND}, tambem, mesmo, so que, muito, por isso, pois e, e que, talvez, mas, infelizmente, sinceramente, honestamente,
        por seguranca, por questao de seguranca""",
    "n": "nao, nunca, jamais, nem, ainda nao, tambem nao",
    "k": """faco a minima, trabalho com, sei, sabia, lembro, lembrava, recordo, tenho, tinha, tive, temos, tem, uso, usei, usava,
        usamos, possuo, possuimos, acho, achei, encontro, encontrei, conheco, decorei, guardei, trouxe, anotei, mexo, entendo, to com,
        ando com, trago, carrego, me lembro, me recordo, to lembrado, to lembrada, to lembrando, to achando, to encontrando, faco ideia,
        faco a minima ideia, tenho ideia, tenho a minima ideia, tenho nocao, faco a menor ideia, tenho a menor ideia, tinha ideia,
        enxergo, decoro, guardo, tenho acesso, tenho certeza, fiz, criei, disponho, disponho de, saberia, existe, ha, sou de usar, sou
        de mexer""",
    "q": "quero, queria, gostaria de, to querendo, to afim de, vou, vou querer, consigo, preciso, precisa, vai dar, rola",
    "w": """posso, podemos, queremos, vamos, gosto, gosto de, gostaria, gostaria de, desejo, pretendo, costumo, confio em, tenho
        coragem de, devo, da para, tem como, curto, me sinto a vontade de, me sinto a vontade para, me sinto bem em, me sinto
        confortavel em, me sinto seguro em, me sinto segura em, to a fim de, to afim de, to podendo, to conseguindo, me sinto seguro, me
        sinto segura, me sinto confortavel, me sinto bem, acho seguro, acho legal, acho bom""",
    "h": "prefiro, preferia, preferimos, acho melhor, melhor, e melhor",
    "g": """dar, dizer, informar, falar, fornecer, compartilhar, mandar, responder, colocar, enviar, botar, por, expor, divulgar,
        contar, digitar, escrever, lembrar, achar, ver, pegar, procurar, encontrar, buscar, olhar, consultar, me identificar, preencher,
        revelar, usar, ficar dando, ficar passando, saber, recordar, ter, enxergar, ler, receber, acessar, entrar, abrir, passando,
        dando, informando, mandando, falando, escrever isso""",
    "c": "passar, passo, vou passar",
    "f": """trago, levo, confirmo, retorno, anoto, ja te mando, te aviso, aviso, te informo, vou te mandar, vou te passar, vou
        buscar, vou achar, vou criar, vou fazer, vou te enviar, vou conferir, vou confirmar, consigo mandar, consigo passar, consigo
        ver, tento, a gente manda, a gente passa, mandaremos, passaremos, enviaremos, enviamos, mandamos, passamos, vamos mandar, vamos
        passar, mando, digo, dou, informo, falo, envio, respondo, forneco, vejo, procuro, olho, compartilho, verifico, confiro,
        preencho, pego, resolvo, coloco, mandarei, passarei, enviarei, te passo, te mando, te digo, te dou, te falo, te envio, lhe
        passo, lhe mando, lhe digo, lhe envio, vou mandar, vou ver, vou procurar, vou enviar, vou pegar, vou olhar, fico de mandar, fico
        de passar, a gente ve, tenho que ver, tenho que procurar, tenho que pegar, preciso ver, preciso procurar, deixa eu ver, deixa eu
        procurar""",
    "l": """depois, mais tarde, outra hora, outro momento, mais para frente, mais na frente, em outro momento, em outra hora,
        qualquer hora dessas, assim que der, assim que eu puder, assim que puder, quando der, quando puder, quando eu puder, quando
        tiver, quando eu tiver, quando achar, quando eu achar, assim que achar, assim que eu achar, logo mais, so depois, so mais tarde,
        mais logo, logo logo, outra vez, na proxima, mais adiante, mais a tarde, mais a noite, num outro momento, uma outra hora""",
    "m": """amanha cedo, cedinho, segunda, terca, quarta, quinta, sexta, sabado, domingo, segunda feira, terca feira, quarta feira,
        quinta feira, sexta feira, semana que vem, na semana que vem, mes que vem, na volta, quando eu voltar, quando voltar, depois do
        almoco, depois do trabalho, depois do expediente, depois do servico, depois do plantao, no almoco, de tarde, a tarde, a
        tardinha, de manha, de manhazinha, no intervalo, so de noite, so a noite, so quando eu chegar em casa, so quando chegar em casa,
        quando sair daqui, quando eu sair daqui, quando eu sair do trabalho, na hora do almoco, em breve, so segunda, so na volta, daqui
        uns dias, daqui a uns dias, amanha, de noite, a noite, em casa, ja ja, daqui a pouco, no fim do dia, so amanha, so em casa,
        quando eu chegar em casa, quando chegar em casa, quando eu chegar, quando chegar, assim que chegar em casa, assim que eu chegar
        em casa, chegando em casa, outro dia""",
    "x": """deus me livre, nem morto, nem morta, prefiro que nao, so telefone fixo, tenho so o fixo, tenho so fixo, bora para outra,
        passa para outra, vamos para outra, vamo para outra, pula para outra, vai para outra, manda a proxima, manda outra, faz outra
        pergunta, pergunta outra coisa, ja te passo, ja te mando, ja mando, ja passo, vou procurar, vou ver, vou ver aqui, vou ver se
        acho, vou ver se encontro, deixa eu procurar, tenho que ver, tenho que procurar, preciso procurar, preciso ver, tenho medo,
        tenho medo de golpe, medo de golpe, tenho medo de passar, tenho receio, tenho receio de passar, acho perigoso, acho arriscado,
        acho invasivo, e perigoso, e arriscado, tem muito golpe, nao informado, nao informar, nao declarar, nao responder, sem resposta,
        nao consta, inexistente, indisponivel, desconheco, ignoro, anonimato, anonimo, anonima, quero ficar anonimo, quero ficar
        anonima, prefiro anonimato, prefiro o anonimato, prefiro ficar anonimo, prefiro ficar anonima, nao importa, nao vem ao caso,
        branco total, fugiu, so whatsapp, so o whatsapp, so tenho whatsapp, so tenho o whatsapp, so uso whatsapp, so uso o whatsapp, uso
        so whatsapp, uso so o whatsapp, so por whatsapp, prefiro so por aqui, prefiro so whatsapp, nao quero que me liguem, nao gosto
        que me liguem, nao quero ligacao, nao gosto de ligacao, nao gosto de telefone, nao atendo ligacao, prefiro que nao liguem,
        prefiro que nao me liguem, sou analfabeto, sou analfabeta, sou analfabeto digital, sou analfabeta digital, isso e particular, e
        particular, nao me sinto seguro, nao me sinto segura, nao me sinto confortavel, nao sei se devo, outro dia, pula, pular, pule,
        pulo, pulamos, pula logo, vou pular, quero pular, pode pular, posso pular, passa, pode ir para a proxima, pode ir para proxima,
        vamo para proxima, vamos para proxima, agora nao da, pode passar, proximo, proxima, a proxima, skip, next, avanca, avancar,
        seguinte, vamos para a proxima, vamo para a proxima, bora para a proxima, passa para a proxima, vai para a proxima, deixa para
        la, pode deixar em branco, pode deixar vazio, pode deixar para la, pode ignorar, deixa quieto, deixa, deixe, deixa sem, deixa em
        branco, deixe em branco, deixar em branco, em branco, deixa vazio, esquece, ignora, ignorar, dispenso, segue sem, pode seguir
        sem, pode deixar sem, fica sem, sem condicoes, ficou em casa, ta em casa, ta la em casa, ta na carteira, ta no carro, ta
        guardado, so fixo, so tenho fixo, so tenho o fixo, so o fixo, so tenho telefone fixo, acho desnecessario, nao acho necessario,
        nao vejo necessidade, nao vejo motivo, deixei em casa, nao se aplica, deixa para depois, deixa para outra hora, fica para
        depois, fica para outra hora, esqueci, esqueci total, me esqueci, deu branco, me deu um branco, me deu branco, me fugiu, fugiu
        da cabeca, fugiu da memoria, perdi, perdi o meu, sei la, vai saber, nem ideia, sem ideia, ideia nenhuma, vou ficar devendo, fico
        devendo, fica devendo, to devendo, de jeito nenhum, nem pensar, nem a pau, negativo, to fora, me recuso, nao te interessa, nao
        interessa, nao e da sua conta, nao e necessario, minha memoria e fraca, nada consta, opcional""",
    "d": """segue, seguir, siga, sigo, vamos, vamo, bora, continua, continuar, continuo, continuamos, toca, tocar, adiante, em
        frente, vai, ir, pode ir, pode seguir, pode continuar, prosseguir, prossiga, avancar, o baile, faz, fazer, pode fazer, registra,
        registrar, cadastra, deixar, ficar, vou ficar, vai ficar, vou seguir, preferencialmente""",
    "y": """ta longe, roubaram, furtaram, levaram, quebrei, quebrou, pifou, estragou, sumiu, sumiram, foi roubado, foi furtado, foram
        roubados, fui assaltado, fui assaltada, fui roubado, fui roubada, fui assaltado e levaram, ta quebrado, ta estragado, ta
        bloqueado, ta vencido, molhou, caiu na agua, troquei, troquei de, mudei de, extraviei, extraviou, assaltado e, ficou na, ficou
        no, ficou la, ficou com, ta na, ta no, ta com, ta guardado em, deixei na, deixei no, deixei com, e levaram tudo, foi cancelado,
        cancelei, bloquearam""",
    "s": "zero, sem, to sem, tamo sem, estamos sem, fiquei sem, fico sem, continuo sem, ando sem, to por fora",
    "p": """meu marido, minha esposa, minha mulher, meu esposo, minha filha, meu filho, minha neta, meu neto, minha mae, meu pai,
        minha irma, meu irmao, minha nora, meu genro, minha sobrinha, meu sobrinho, meu cunhado, minha cunhada, minha namorada, meu
        namorado, meu patrao, minha patroa, meu contador, minha contadora, o contador, a contadora, contador, contadora, marido, esposa,
        minha secretaria, a secretaria, meu advogado, meu procurador, a imobiliaria, o proprietario, a proprietaria, o dono, a dona,
        ele, ela, meus filhos, meus pais, minhas filhas, o pessoal, o escritorio, o financeiro, a empresa, a firma, a secretaria da
        igreja, o rh, o rh da empresa, minha chefe, meu chefe, a gerente, o gerente, o sindico, a sindica, minha vizinha, meu vizinho,
        minha cuidadora, a cuidadora, meu corretor, a corretora, o corretor, a administradora, a contabilidade, minha companheira, meu
        companheiro, minha noiva, meu noivo, meu afilhado, minha afilhada, minha prima, meu primo, meus netos, o menino, a menina, meu
        guri, minha guria, meu velho, minha velha, minha tia, meu tio, minha avo, meu avo, minha amiga, meu amigo, o marido, a esposa, a
        filha, a neta, o filho, o neto""",
    "z": """quem sabe, quem tem, quem mexe, quem cuida, quem resolve, quem usa, quem ve, quem guarda, quem faz, quem lembra, quem
        manda, manda, envia, te manda, te passa, te envia, lhe manda, lhe passa, lhe envia, vai mandar, vai passar, vai enviar, vai te
        mandar, vai te passar, vai te enviar, vai informar, informa, te informa, te fala, te diz, traz, responde, vai responder, fica de
        mandar, fica de passar, ficou de mandar, ficou de passar, que manda, que envia, que sabe, que tem, que mexe, que cuida, que
        resolve, que usa, que ve, que guarda, que faz, que fez, sabe, mexe, cuida, resolve, guarda, so quem tem, so quem sabe, quem ta
        com, que ta com, ta com, fica com, e com, pergunta para, pergunte para, tem que ver com, tem que perguntar para, tenho que ver
        com, preciso ver com, vou ver com, vou perguntar para, preciso perguntar para, tenho que perguntar para, tenho que pedir para,
        vou pedir para, deixa eu perguntar para, deixa eu ver com""",
    "a": "agora, ainda, no momento, nesse momento, por enquanto, por ora, por hora",
    "o": "nada, nenhum, nenhuma, nada nao, nenhum nao, nulo, vazio",
    "t": """sem oculos, nisso, nisto, nessas coisas, ruim, fraca, pessima, o, a, os, as, e, meu, minha, meus, minhas, esse, essa,
        esses, essas, isso, isso ai, senha, la em casa, em computador, no computador, de, do, da, dos, disso, desse, dessa, ou, cpf,
        cnpj, rg, email, gmail, hotmail, celular, telefone, whatsapp, numero, nome, sobrenome, completo, dado, dados, documento,
        documentos, informacao, informacoes, endereco, contato, pessoal, pessoais, conta, pergunta, resposta, papel, cartao, carteira,
        aqui, hoje, na hora, de cabeca, da cabeca, na cabeca, de cor, de memoria, direito, certo, ao certo, mais, por aqui, por
        mensagem, pela internet, por whatsapp, por chat, para ninguem, para estranho, para estranhos, para robo, para maquina, para
        voce, para voces, eu, nos, a gente, me, te, lhe, voce, voces, ca, comigo, com, com ele, com ela, em maos, na mao, a mao, perto,
        outro, outra, um, uma, ja, sempre, tudo, essas coisas, essa coisa, coisa, coisas, desse tipo, desses, essa parte, esse negocio,
        mexer, com internet, com computador, com tecnologia, na, no, em, para, qual e, qual, onde ta, onde botei, onde coloquei, onde
        guardei, da empresa, da igreja, da escola, da loja, da firma, do escritorio, do condominio, do predio, oculos, chip, spam,
        propaganda, internet, acesso, linha, aparelho, memoria, bolsa, gaveta, mochila, carro, trabalho, servico, fazenda, roca, sitio,
        casa, la, ontem, mes passado, semana passada, ano passado, faz tempo, faz anos, ha anos, ainda, novo, velho, antigo, por questao
        de seguranca, o que dizer, assim de cabeca, so""",
}  # letter: its phrases
_LEXICON = Lexicon(
    _PHRASES,
    spelled="tenho lembro esqueci prefiro depois informar obrigado obrigada documento celular telefone numero consigo possuo",
)
_THING, _GIVING = "[toa]*", "[gc][gctoa]*"
_REFUSAL = re.compile(
    rf"{_THING}(?:k{_THING})?n+{_THING}k[ktoa]*(?:{_GIVING})?n?{_THING}"  # "não sei (de cabeça)", "meu cpf eu não lembro agora"
    rf"|{_THING}k{_THING}n{_THING}"  # "tenho não", "sei não"
    rf"|{_THING}n+{_THING}[wq]+{_THING}{_GIVING}n?{_THING}"  # "não quero dar meu CPF"
    rf"|{_THING}[wq]?[gc]?[wqc]{_THING}n{_THING}"  # "quero não", "vou passar não"
    rf"|{_THING}n+{_THING}q+n?{_THING}|[at]*a[at]*n+[wq]?|n+|o+"  # "não quero", "agora não", "nenhum"
    rf"|{_THING}h+(?:n(?:{_GIVING})?{_THING}|{_THING}{_GIVING}l+|x+{_THING})"  # "prefiro não informar", "prefiro passar depois"
    rf"|{_THING}n[fc][fctoa]*n?{_THING}"  # "não dou meu cpf"
    rf"|{_THING}[qwh]?{_THING}d[dxtoa]*s[toag]*"  # "segue sem", "quero continuar sem informar"
    rf"|(?=.*t){_THING}y[ytoap]*"  # "meu celular quebrou", "ficou na bolsa"
    rf"|{_THING}s[toa]+"  # "tô sem o documento aqui"
    rf"|{_THING}(?:k{_THING})?(?:x[xcftoalm]*|c[toa]*)"  # "pula essa", "esqueci", "essa eu passo"
    rf"|(?=[toa]*[lm]|.*[fc].*[lmfc])[tofclma]*[fc][tofclma]*|{_THING}l+{_THING}"  # "depois eu mando", "vou ver e te falo", "mais tarde"
    rf"|{_THING}z+{_THING}p[ptoa]*|{_THING}p[ptoa]*[zk][zktoalm]*|{_THING}p[ptoa]*[fcxlm][fctoalm]*"
    # "quem sabe é minha filha", "minha neta que mexe nisso", "o contador manda depois"
)
_OPENERS = frozenset(  # with which the reason begins, where no sign parts it from the refusal
    "to ta sou porque pois mas so quem nunca perdi fica quando ja foi meu minha eu nem depois vou deixei acabei ele ela moro trabalho "
    "roubaram e sei tenho".split()
)
_STORIES = frozenset("to sou eu tava hoje agora aqui meu minha troquei ainda".split())  # how a reason in front of a refusal begins
_TELLING = _OPENERS | frozenset("de no na o a com que nao era tem faz isso".split())  # a clause without any of them may be somebody's name
_MAX_CLAUSE = 16  # words that may refuse
_MAX_REASON = 14  # words beside the refusal


def refuses(words: Words) -> bool:
    """Only that somebody does not know, has not, will not or not now; a reason may stand with it, but no other answer and no report."""
    refused, rest = False, []
    for clause in _clauses(words):
        told = _told_before(clause)
        length = _refusal_length(clause[told:])
        refused |= length > 0
        rest += [part for part in (clause[:told], clause[told + length :]) if part and not _is_polite(part)]
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


def _told_before(clause: Words) -> int:
    """How many words stand before the refusal that ends the clause: "tô no trânsito agora mais tarde eu te passo"."""
    if clause[0] not in _STORIES or _refusal_length(clause):
        return 0
    known = [_LEXICON.settled(word) for word in clause[:_MAX_CLAUSE]]
    starts = (at for at in range(2, len(known)) if (_LEXICON.longest(known, at)[0] or "t") in "lmnx")
    return next((at for at in starts if _refusal_length(clause[at:]) == len(clause) - at), 0)


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
    return all(meaning in ("", "t") for meaning, _ in _LEXICON.read(clause[:_MAX_CLAUSE]))


def _is_reason(clause: Words) -> bool:
    """ "tô no ônibus", "o chip é novo"; not a name."""
    return not _TELLING.isdisjoint(clause)


def _reports(clauses: Sequence[Words]) -> bool:
    """Whether the words beside the refusal say something of their own: "não sei, mas tem fumaça"."""
    said = ", ".join(" ".join(clause) for clause in clauses)
    return bool(said) and (trouble_at(said) is not None or bool(find_hazards(said)) or restriction_in(said, cut(said), None) is not None)
