"""What people put around an answer, changing nothing in it: greetings, thanks, names of address, sighs, laughter, blessings."""

AROUND = """
    oi, ola, opa, alo, bom dia, boa tarde, boa noite, e ai, tudo bem voce, oi tudo bem, ola tudo bem, bom dia tudo bem, boa tarde tudo
    bem, boa noite tudo bem, oi tudo bom, por favor, por gentileza, pf, pfv, pfvr, pfvor, porfavor, por obsequio, faz favor, faca o
    favor, fazendo favor, se faz favor, favor, obrigado, obrigada, brigado, brigada, brigadao, obrigadao, obg, obgd, obgda, obrigadinho,
    muito obrigado, muito obrigada, obrigado a voce, valeu, vlw, vlws, grato, grata, thanks, thank you, tks, gracias, agradeco,
    agradecido, agradecida, desde ja, pela atencao, pela ajuda, pela paciencia, pelo contato, desculpa, desculpe, perdao, foi mal, me
    desculpe, me desculpa, a demora, pela demora, incomodar, o incomodo, pelo incomodo, fiquem com deus, fica com deus, fique com deus,
    deus abencoe, deus te abencoe, deus lhe pague, gracas a deus, se deus quiser, amem, pelo amor de deus, abraco, abracos, um abraco,
    abs, bj, bjs, beijo, beijos, att, tchau, ate mais, falou, falo, bom trabalho, boa semana, bom fim de semana, tenha um bom dia, tenha
    uma boa tarde, tenha uma boa noite, bom dia para voce, um bom dia, moca, moco, mocinha, amigo, amiga, amigao, querido, querida,
    senhor, senhora, sr, sra, dona, seu moco, dotor, doutor, doutora, chefe, patrao, patroa, meu filho, minha filha, meu fi, minha fia,
    fi, fia, filha, filho, meu bem, meu amor, amor, amore, meu anjo, anjo, flor, minha flor, meu querido, minha querida, meu amigo,
    minha amiga, meu jovem, jovem, meu rei, minha rainha, minha linda, linda, lindo, meu povo, pessoal, gente, minha gente, guri, guria,
    tche, menino, menina, rapaz, cara, mano, mana, mn, vei, parca, parceiro, bicho, brother, bro, irmao, irma, maninho, maninha, mulher,
    homem, compadre, comadre, sumano, meu chapa, meu nobre, nobre, campeao, capitao, garoto, garota, sinho, sinha, senhorita, parente,
    mainha, painho, voinha, mermao, truta, velho, meu velho, meu caro, minha cara, caro, colega, companheiro, companheira, camarada,
    cumpadi, cumade, macho, piazada, galera, familia, guerreiro, guerreira, fera, mestre, comandante, xara, cabra, caboclo, preta, minha
    preta, meu preto, bebe, gata, princesa, mor, vida, tia, tio, mae, pai, vo, vovo, nega, minha nega, doutorzinho, mocinho, meu patrao,
    minha patroa, meu consagrado, consagrado, meu parceiro, minha parceira, maninhas, manas, meninas, meninos, rapaziada, turma, equipe,
    robo, robozinho, bot, zelador virtual, cambio, s2, ah, ai, oh, hum, hm, uh, ih, ui, ixi, ixe, xi, ue, ua, uai, ara, oxe, oxente,
    oxi, vixe, vixi, vish, eita, egua, bah, mas bah, po, pow, poxa, puxa, puts, putz, nossa, nossa senhora, caramba, arre, credo, aff,
    visse, viu, ne, neh, hein, entao, olha, olhe, veja, bem, bom, pois, tipo, assim, sabe, ora, ora essa, no caso, enfim, ja que
    perguntou, se nao for incomodo, haha, hehe, hihi, rs, kk, lol, huahua, ksks
"""
