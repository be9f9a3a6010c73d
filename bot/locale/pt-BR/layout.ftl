# Words of the layout itself, wherever options are shown.

layout-open = Escolher
layout-more = Mais…
layout-before = Anteriores
layout-numbered = Responda com o número:
