"""Days, months and numbers in the words of the two languages, in Belgian usage."""

from macros.language import Lang

MONTHS: dict[Lang, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
}  # fmt: skip
WEEKDAYS: dict[Lang, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "nl": (
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ),
}  # fmt: skip
NUMBER_WORDS: dict[Lang, tuple[str, ...]] = {
    "fr": (
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
        "dix-neuf", "vingt",
    ),
    "nl": (
        "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
        "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
        "negentien", "twintig",
    ),
}  # fmt: skip
"""From zero to twenty."""
TENS: dict[Lang, dict[str, str]] = {
    "fr": {
        "30": "trente", "40": "quarante", "50": "cinquante", "60": "soixante", "70": "septante",
        "80": "quatre-vingt", "90": "nonante", "100": "cent", "1000": "mille",
    },
    "nl": {
        "30": "dertig", "40": "veertig", "50": "vijftig", "60": "zestig", "70": "zeventig",
        "80": "tachtig", "90": "negentig", "100": "honderd", "1000": "duizend",
    },
}  # fmt: skip
