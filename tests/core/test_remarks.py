"""What is said to whoever answers: only where a message says nothing else."""

import pytest

from core.hazards import find_hazards
from core.remarks import Remark, read_remark


@pytest.mark.parametrize(
    "remark, texts",
    [
        (
            "cost",
            "quanto custa?|tem custo?|oi, quanto custa o conserto?|e quem paga isso?|vou ter que pagar alguma coisa?|vcs cobram?",
        ),
        (
            "machine",
            "vc é um robô?|é robo|tem alguém aí?|oi tem alguem ai|é uma pessoa?|vc é gente?|alguém aí?|vc é uma pessoa de verdade??",
        ),
        (
            "fed_up",
            "já mandei mil vezes|de novo isso??|vocês são uns incompetentes|seus imbecis|que absurdo!!|vão se foder|porra, de novo isso",
        ),
        ("fed_up", "quantas vezes vou ter que repetir|que merda de atendimento|vocês não resolvem nada|vcs são ladrões|JÁ FALEI!!"),
        (
            None,
            "o chuveiro queimou|oi|não|sim|atendente|45|Ana Lima|já mandei|a porra do chuveiro queimou|baixa, porra|👍|é isso|uma pessoa",
        ),
        (None, "de novo o chuveiro queimou|quanto custa trocar o chuveiro|João Porra Silva|ladrões entraram|merda saindo do ralo"),
    ],
)
def test_remarks(remark: Remark | None, texts: str) -> None:
    assert {text: read_remark(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), remark)


@pytest.mark.parametrize("text", ["tem alguém aí?", "tem alguem ai", "tem gente aí??", "alguém aí?"])
def test_who_asks_whether_somebody_is_there_is_in_no_danger(text: str) -> None:
    assert find_hazards(text) == ()
