"""Whether a message is English or Spanish, as who does not speak Portuguese writes it."""

from core.names import fold

LEAST = 3  # words of another language; fewer may be borrowed ("delivery", "wifi")
SHARE = 0.4  # of all words
# Frequent words of home and talk that are no Portuguese, also when they are misspelled.
_ENGLISH = (
    "the is are my your and im am it its this that there not doesnt dont isnt cant hello hi hey please thanks thank you we he she "
    "they from with for have has had need want would like could will does what when where how who why someone somebody speak "
    "english portuguese apartment flat house home kitchen bathroom bedroom room water leak leaking leaks broken broke working work "
    "works shower toilet sink door lock window light lights power heater fridge ceiling wall smell fire help fix today tomorrow "
    "morning afternoon only after before since yesterday very still landlord tenant rent"
)
_SPANISH = (
    "el los las una unos mis hola buenos buenas gracias quiero quisiera necesito tengo tiene hay estoy soy estan muy pero porque "
    "con desde ayer manana mucha bano cocina ducha inodoro puerta ventana pared techo llave gotea goteando llamo roto rota rompio "
    "ayuda ayudar puede pueden alguien usted ustedes hablo hablar espanol departamento piso alquiler inquilino dueno despues noche"
)
_LANGUAGES = frozenset(_ENGLISH.split()), frozenset(_SPANISH.split())
_SIGNS = ".,!?;:()"


def is_foreign(text: str) -> bool:
    """ "Hi, my shower is broken", "la ducha está rota y no hay agua"."""
    words = [word for each in fold(text).replace("'", "").replace("’", "").split() if (word := each.strip(_SIGNS)).isalpha()]
    most = max(sum(word in language for word in words) for language in _LANGUAGES)
    return most >= LEAST and most >= SHARE * len(words)
