"""The rules that are followed while pages are planned and macros tried.

Their findings are made there (`macros.site.plan`, `macros.render`); they stand here so that the
guide and escapes know them.
"""

from macros.checks.registry import Family, Rule
from macros.checks.rules.reading import made_elsewhere
from macros.language import Message


def _exists(name: str, fr: str, nl: str, before: str, after: str) -> Rule:
    return made_elsewhere(Family.EXISTENCE, name, Message(fr, nl), before, after)


def _macro(name: str, fr: str, nl: str, before: str, after: str) -> Rule:
    return made_elsewhere(Family.MARKUP, name, Message(fr, nl), before, after)


PAGES = (
    _exists(
        "missing-bassin",
        "Chaque dossier de bassin a son fichier bassin.yml.",
        "Elke map van een zorgzone heeft haar bestand bassin.yml.",
        "data/nord/news/",
        "data/nord/bassin.yml",
    ),
    _exists(
        "missing-page",
        "L’accueil et les pages qui portent des listes existent.",
        "De startpagina en de pagina’s met lijsten bestaan.",
        "docs/fr/news/",
        "docs/fr/news/index.md",
    ),
    _exists(
        "missing-counterpart",
        "Chaque page existe dans les deux langues, pour les mêmes bassins.",
        "Elke pagina bestaat in beide talen, voor dezelfde zorgzones.",
        "docs/fr/in-this-together.md\ndocs/nl/n-this-together.md",
        "docs/fr/in-this-together.md\ndocs/nl/in-this-together.md",
    ),
    _exists(
        "orphan-page",
        "Une page dans un dossier a une page d’accueil au-dessus d’elle.",
        "Een pagina in een map heeft een startpagina boven zich.",
        "docs/fr/aide/plan.md",
        "docs/fr/aide/index.md\ndocs/fr/aide/plan.md",
    ),
    _exists(
        "missing-slug",
        "L’adresse d’une page se termine par des mots de sa langue.",
        "Het webadres van een pagina eindigt op woorden in haar taal.",
        "title: Nos missions",
        "title: Nos missions\nslug: missions",
    ),
    _exists(
        "duplicate-address",
        "Deux pages d’un site n’ont pas la même adresse.",
        "Twee pagina’s van een site hebben niet hetzelfde adres.",
        "slug: atelier\nslug: atelier",
        "slug: atelier-de-juin\nslug: atelier-d-octobre",
    ),
)
REDIRECTS = (
    _exists(
        "redirect-over-page",
        "Une ancienne adresse n’est pas celle d’une page d’aujourd’hui.",
        "Een oud adres is niet dat van een pagina van vandaag.",
        "- {lang: fr, old: /agenda/, page: news/index}",
        "- {lang: fr, old: /evenements/, page: agenda/index}",
    ),
    _exists(
        "redirect-twice",
        "Une ancienne adresse mène à une seule page.",
        "Een oud adres leidt naar één pagina.",
        "- {lang: fr, old: /aide, page: index}\n- {lang: fr, old: /aide, page: agenda/index}",
        "- {lang: fr, old: /aide, page: agenda/index}",
    ),
)
MACROS = (
    _macro(
        "macro-syntax",
        "Entre doubles accolades ne se trouve qu’un appel de macro.",
        "Tussen dubbele accolades staat alleen een macro-oproep.",
        "{{ contact( }}",
        "{{ contact() }}",
    ),
    _macro(
        "unknown-macro",
        "Une macro appelée existe.",
        "Een opgeroepen macro bestaat.",
        "{{ contacts() }}",
        "{{ contact() }}",
    ),
    _macro(
        "macro-argument",
        "Un argument de macro est connu et désigne quelque chose.",
        "Een argument van een macro is bekend en duidt iets aan.",
        '{{ groups("raad") }}',
        '{{ groups("council") }}',
    ),
    _macro(
        "missing-record",
        "Le fichier de données qu’une macro montre existe.",
        "Het gegevensbestand dat een macro toont, bestaat.",
        '{{ accessibility("date") }}',
        'data/region/accessibility.yml\n{{ accessibility("date") }}',
    ),
    _macro(
        "template-error",
        "Le modèle d’une macro peut être rempli.",
        "Het sjabloon van een macro kan worden ingevuld.",
        "{{ action.titel }}",
        "{{ action.title }}",
    ),
)
