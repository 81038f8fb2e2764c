"""The rules that are followed while files are read.

Their findings are made there (`macros.content`); they stand here so that the guide and
escapes know them.
"""

from collections.abc import Iterator

from macros.checks.registry import Family, Problem, Rule
from macros.finding import Severity
from macros.language import Message
from macros.texts.sources import Sources


def elsewhere(_: Sources) -> Iterator[Problem]:
    """Find nothing: the findings of this rule are made before the rules run."""
    return iter(())


def made_elsewhere(family: Family, name: str, summary: Message, before: str, after: str) -> Rule:
    """Make a rule whose findings stop the reading of a file: nothing can excuse them."""
    return Rule(name, family, Severity.ERROR, summary, before, after, elsewhere, excusable=False)


def _read(name: str, fr: str, nl: str, before: str, after: str) -> Rule:
    return made_elsewhere(Family.READING, name, Message(fr, nl), before, after)


FILES = (
    _read(
        "file-unreadable",
        "Chaque fichier peut être lu.",
        "Elk bestand kan worden gelezen.",
        "chmod 000 actions/helpdesk.yml",
        "chmod 644 actions/helpdesk.yml",
    ),
    _read(
        "file-irregular",
        "Un fichier est un vrai fichier, ni un raccourci ni un dossier.",
        "Een bestand is een echt bestand, geen snelkoppeling en geen map.",
        "helpdesk.yml → ../nord/helpdesk.yml",
        "helpdesk.yml",
    ),
    _read(
        "bad-file-name",
        "Un nom de fichier n’a que des minuscules sans accent, des chiffres et des traits d’union.",
        "Een bestandsnaam heeft alleen kleine letters zonder accent, cijfers en koppeltekens.",
        "docs/fr/Santé Mentale.md",
        "docs/fr/sante-mentale.md",
    ),
    _read(
        "file-too-large",
        "Un texte ne dépasse pas un mégaoctet.",
        "Een tekst is niet groter dan één megabyte.",
        "photo.jpg → news/photo.yml",
        "docs/fr/photo.jpg, docs/nl/photo.jpg",
    ),
    _read(
        "byte-order-mark",
        "Un fichier est enregistré en UTF-8 sans marque d’ordre des octets.",
        "Een bestand is opgeslagen als UTF-8 zonder byte order mark.",
        "UTF-8 with BOM",
        "UTF-8",
    ),
    _read(
        "not-utf8",
        "Un fichier est enregistré en UTF-8.",
        "Een bestand is opgeslagen als UTF-8.",
        "Windows-1252",
        "UTF-8",
    ),
    _read(
        "control-character",
        "Un texte ne contient pas de caractère de contrôle invisible.",
        "Een tekst bevat geen onzichtbaar controleteken.",
        "U+0007",
        "",
    ),
    _read(
        "git-conflict",
        "Aucune marque de git ne reste dans un fichier que deux personnes ont changé.",
        "In een bestand dat twee mensen wijzigden, blijft geen teken van git staan.",
        "<<<<<<< HEAD\ndate: 2026-01-14\n=======\ndate: 2026-01-21\n>>>>>>> atelier",
        "date: 2026-01-14",
    ),
    _read(
        "unknown-file",
        "Un fichier de données porte un des noms attendus dans son dossier.",
        "Een gegevensbestand draagt een van de namen die in zijn map worden verwacht.",
        "data/nord/new/atelier.yml",
        "data/nord/news/atelier.yml",
    ),
    _read(
        "empty-file",
        "Un fichier de données contient quelque chose.",
        "Een gegevensbestand bevat iets.",
        "# rien / niets",
        "- example.org",
    ),
    _read(
        "front-matter",
        "Une page commence par son en-tête, entre deux lignes « --- ».",
        "Een pagina begint met haar hoofding, tussen twee regels ‘---’.",
        "title: Contact",
        "---\ntitle: Contact\nslug: contact\ndescription: Nous écrire.\n---",
    ),
    _read(
        "empty-page",
        "Une page a un texte sous son en-tête.",
        "Een pagina heeft tekst onder haar hoofding.",
        "---\ntitle: Contact\nslug: contact\ndescription: Nous écrire.\n---",
        "---\ntitle: Contact\nslug: contact\ndescription: Nous écrire.\n---\n\nÉcrivez-nous.",
    ),
)
YAML = (
    _read(
        "yaml-syntax",
        "Un fichier de données peut être lu d’un bout à l’autre.",
        "Een gegevensbestand is van begin tot eind leesbaar.",
        "| 2026-01-14 |",
        "date: 2026-01-14",
    ),
    _read(
        "yaml-tab",
        "Le retrait se fait avec des espaces.",
        "Inspringen gebeurt met spaties.",
        "title:\n\tfr: Contact\n\tnl: Contact",
        "title:\n  fr: Contact\n  nl: Contact",
    ),
    _read(
        "yaml-colon",
        "Un texte qui contient un deux-points est entre guillemets droits.",
        "Een tekst met een dubbelpunt staat tussen rechte aanhalingstekens.",
        "fr: Réunion\u00a0: le programme",
        'fr: "Réunion\u00a0: le programme"',
    ),
    _read(
        "yaml-quote",
        "Un guillemet droit ouvert est refermé.",
        "Een geopend recht aanhalingsteken wordt gesloten.",
        'fr: "Réunion',
        'fr: "Réunion"',
    ),
    _read(
        "yaml-bracket",
        "Un crochet ou une accolade ouverte est refermée.",
        "Een geopende haak of accolade wordt gesloten.",
        "bassins: [nord, sud",
        "bassins: [nord, sud]",
    ),
    _read(
        "yaml-indent",
        "Les lignes d’un même niveau ont le même retrait.",
        "Regels van hetzelfde niveau springen even ver in.",
        "title:\n  fr: Contact\n   nl: Contact",
        "title:\n  fr: Contact\n  nl: Contact",
    ),
    _read(
        "yaml-key",
        "Une clé est un mot suivi de deux-points.",
        "Een sleutel is een woord gevolgd door een dubbelpunt.",
        "title Contact",
        "title: Contact",
    ),
    _read(
        "yaml-character",
        "Un texte qui commence par un tiret ou un signe comme @ ou % est entre guillemets droits.",
        "Een tekst die met een streepje of een teken als @ of % begint, staat tussen rechte "
        "aanhalingstekens.",
        "fr: @brusano",
        'fr: "@brusano"',
    ),
    _read(
        "yaml-alias",
        "Un texte qui commence par * ou & est entre guillemets droits.",
        "Een tekst die met * of & begint, staat tussen rechte aanhalingstekens.",
        "fr: *Important*",
        'fr: "*Important*"',
    ),
    _read(
        "yaml-comment",
        "Un texte qui contient une espace et un dièse est entre guillemets droits.",
        "Een tekst met een spatie en een hekje staat tussen rechte aanhalingstekens.",
        "fr: Atelier #santé",
        'fr: "Atelier #santé"',
    ),
    _read(
        "yaml-block",
        "Un long texte commence sur la ligne qui suit « | », en retrait.",
        "Een lange tekst begint op de regel na ‘|’, ingesprongen.",
        "fr: |Un long texte.",
        "fr: |\n  Un long texte.",
    ),
    _read(
        "yaml-document",
        "Un fichier de données n’est pas coupé par une ligne « --- ».",
        "Een gegevensbestand wordt niet gesplitst door een regel ‘---’.",
        "- example.org\n---\n- example.be",
        "- example.org\n- example.be",
    ),
    _read(
        "yaml-depth",
        "Les données ne sont pas imbriquées plus que nécessaire.",
        "Gegevens zijn niet dieper genest dan nodig.",
        "[[[[[[…]]]]]]",
        "[…]",
    ),
    _read(
        "duplicate-key",
        "Une clé n’est donnée qu’une fois.",
        "Een sleutel wordt maar één keer gegeven.",
        "date: 2025-03-14\ndate: 2025-03-15",
        "date: 2025-03-15",
    ),
)
VALUES = (
    _read(
        "missing-key",
        "Une clé indispensable est donnée.",
        "Een onmisbare sleutel is gegeven.",
        "title: {fr: Contact, nl: Contact}",
        "title: {fr: Contact, nl: Contact}\ndate: 2025-03-14",
    ),
    _read(
        "unknown-key",
        "Une clé est une de celles que ce fichier admet.",
        "Een sleutel is er een die dit bestand aanvaardt.",
        "titel: {fr: Une table, nl: Een tafel}",
        "title: {fr: Une table, nl: Een tafel}",
    ),
    _read(
        "unknown-value",
        "Une valeur est une de celles que sa clé admet.",
        "Een waarde is er een die haar sleutel aanvaardt.",
        "kind: raad",
        "kind: council",
    ),
    _read(
        "empty-value",
        "Une clé a une valeur.",
        "Een sleutel heeft een waarde.",
        "note:",
        "note: {fr: Un mot, nl: Een woord}",
    ),
    _read(
        "missing-translation",
        "Un texte existe en français et en néerlandais.",
        "Een tekst bestaat in het Frans en in het Nederlands.",
        "title: {fr: Réseau}",
        "title: {fr: Réseau, nl: Netwerk}",
    ),
    _read(
        "wrong-shape",
        "Une valeur a la forme attendue : texte, liste ou lignes « clé: valeur ».",
        "Een waarde heeft de verwachte vorm: tekst, lijst of regels ‘sleutel: waarde’.",
        "actions: helpdesk",
        "actions: [helpdesk]",
    ),
    _read(
        "bad-date",
        "Une date est un jour du calendrier, l’année en tête.",
        "Een datum is een dag van de kalender, met het jaar vooraan.",
        "date: 23/09/2024",
        "date: 2024-09-23",
    ),
    _read(
        "bad-recurrence",
        "Une répétition est une règle iCalendar, sans fin ni nombre.",
        "Een herhaling is een iCalendar-regel, zonder einde of aantal.",
        "rule: chaque mercredi",
        "rule: FREQ=WEEKLY;BYDAY=WE",
    ),
    _read(
        "bad-slug",
        "Une fin d’adresse n’a que des minuscules, des chiffres et des traits d’union.",
        "Het einde van een webadres heeft alleen kleine letters, cijfers en koppeltekens.",
        "slug: Santé Mentale",
        "slug: sante-mentale",
    ),
    _read(
        "bad-id",
        "Un nom interne n’a que des minuscules, des chiffres et des traits d’union.",
        "Een interne naam heeft alleen kleine letters, cijfers en koppeltekens.",
        "id: Santé_Mentale",
        "id: sante-mentale",
    ),
    _read(
        "bad-phone",
        "Un numéro de téléphone est belge et commence par +32.",
        "Een telefoonnummer is Belgisch en begint met +32.",
        "phone: 02/318.60.57",
        "phone: +32 2 318 60 57",
    ),
    _read(
        "bad-email",
        "Une adresse électronique est complète.",
        "Een e-mailadres is volledig.",
        "fr: info@bassin",
        "fr: info@example.org",
    ),
    _read(
        "bad-host",
        "Un hôte s’écrit sans https:// ni barre.",
        "Een host staat er zonder https:// of schuine streep.",
        "fr: https://www.example.org/",
        "fr: www.example.org",
    ),
    _read(
        "bad-url",
        "Une adresse web est écrite en entier.",
        "Een webadres is voluit geschreven.",
        "url: www.example.org",
        "url: https://www.example.org",
    ),
    _read(
        "bad-postcode",
        "Un code postal belge a quatre chiffres.",
        "Een Belgische postcode heeft vier cijfers.",
        "postcode: B-1090",
        "postcode: 1090",
    ),
    _read(
        "bad-number",
        "Un nombre s’écrit en chiffres, avec un point pour les décimales.",
        "Een getal staat in cijfers, met een punt voor de decimalen.",
        "value: 36,21",
        "value: 36.21",
    ),
    _read(
        "bad-value",
        "Une valeur est admise par sa clé.",
        "Een waarde wordt door haar sleutel aanvaard.",
        "branch: la branche",
        "branch: main",
    ),
)
