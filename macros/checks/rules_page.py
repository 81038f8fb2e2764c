"""The page that explains the rules to editors, written from the rules themselves."""

from collections.abc import Iterable, Iterator, Mapping

from macros.checks.registry import Family, Rule, all_rules
from macros.finding import Severity
from macros.language import Lang, Message


def rules_page(lang: Lang, rules: Iterable[Rule] | None = None, *, on_a_site: bool = True) -> str:
    """Write the page in Markdown, without front matter: a chapter a family, a section a rule.

    Without `on_a_site` it is for readers of the repository: headings carry no attributes, and
    macro calls in examples need no protection.
    """
    chosen = list(all_rules().values() if rules is None else rules)
    parts = [INTRODUCTION[lang]]
    for family in Family:
        members = [rule for rule in chosen if rule.family is family]
        if members:
            parts.append(f"## {FAMILIES[family][lang]}")
        parts += [part for rule in members for part in _section(rule, lang, on_a_site=on_a_site)]
    return "\n\n".join(parts) + "\n"


def _section(rule: Rule, lang: Lang, *, on_a_site: bool) -> Iterator[str]:
    yield f"### {rule.id} {{ #{rule.id} }}" if on_a_site else f"### {rule.id}"
    summary = rule.summary[lang]
    severity = f" *{SEVERITIES[rule.severity][lang]}.*" if rule.severity in SEVERITIES else ""
    excuse = "" if rule.excusable else f" {NO_EXCUSE[lang]}"
    yield f"{summary}{severity}{excuse}"
    if rule.before:
        yield f"{BEFORE[lang]}\n\n{_fenced(rule.before, on_a_site=on_a_site)}"
    if rule.after:
        yield f"{AFTER[lang]}\n\n{_fenced(rule.after, on_a_site=on_a_site)}"


def _fenced(source: str, *, on_a_site: bool) -> str:
    source = source.rstrip()
    # Macro calls in an example must not run when the page is built.
    shown = f"{{% raw %}}{source}{{% endraw %}}" if on_a_site else source
    return f"```\n{shown}\n```"


INTRODUCTION = Message(
    fr=(
        "La commande `bassin check` suit ces règles. Ce qu’elle trouve est une erreur et empêche "
        "la publication ; un *avertissement* demande seulement un coup d’œil. Quand un texte "
        "est juste malgré une règle, une exception le dit, avec sa raison, dans l’en-tête de la "
        "page ou dans le fichier de données :\n\n"
        "``` yaml\nallow:\n  - rule: vague-label\n    reason: Titre officiel du document\n"
        "    words: ici\n```\n\n"
        "Une exception qui ne couvre plus rien est signalée à son tour."
    ),
    nl=(
        "De opdracht `bassin check` volgt deze regels. Wat ze vindt, is een fout en houdt de "
        "publicatie tegen; een *waarschuwing* vraagt alleen om even te kijken. Is een tekst "
        "juist ondanks een regel, dan zegt een uitzondering dat, met haar reden, in de hoofding "
        "van de pagina of in het gegevensbestand:\n\n"
        "``` yaml\nallow:\n  - rule: vague-label\n    reason: Officiële titel van het document\n"
        "    words: hier\n```\n\n"
        "Een uitzondering die niets meer dekt, wordt op haar beurt gemeld."
    ),
)
BEFORE = Message(fr="À ne pas écrire\u00a0:", nl="Niet zo:")
AFTER = Message(fr="À écrire\u00a0:", nl="Wel zo:")
NO_EXCUSE = Message(
    fr="Cette règle n’admet pas d’exception.", nl="Deze regel laat geen uitzondering toe."
)
SEVERITIES: Mapping[Severity, Message] = {
    Severity.WARNING: Message(fr="Avertissement", nl="Waarschuwing"),
    Severity.INFO: Message(fr="Remarque", nl="Opmerking"),
}
"""What is said of rules that stop nothing; the introduction tells what the others do."""
FAMILIES: Mapping[Family, Message] = {
    Family.READING: Message(fr="Lecture des fichiers", nl="Lezen van de bestanden"),
    Family.EXISTENCE: Message(
        fr="Tout existe dans les deux langues", nl="Alles bestaat in beide talen"
    ),
    Family.REFERENCES: Message(fr="Renvois entre les données", nl="Verwijzingen in de gegevens"),
    Family.STRUCTURE: Message(
        fr="Même construction des deux côtés", nl="Dezelfde opbouw aan beide kanten"
    ),
    Family.FACTS: Message(
        fr="Mêmes faits dans les deux langues", nl="Dezelfde feiten in beide talen"
    ),
    Family.LANGUAGE: Message(fr="Langue", nl="Taal"),
    Family.TERMS: Message(fr="Termes et noms", nl="Termen en namen"),
    Family.FRESHNESS: Message(fr="Fraîcheur", nl="Actualiteit van de teksten"),
    Family.DOMAIN: Message(fr="Faits du domaine", nl="Feiten van het vakgebied"),
    Family.LINKS: Message(fr="Liens et libellés", nl="Links en opschriften"),
    Family.ACCESSIBILITY: Message(fr="Accessibilité", nl="Toegankelijkheid"),
    Family.MARKUP: Message(fr="Markdown, HTML et macros", nl="Markdown, HTML en macro’s"),
    Family.TYPOGRAPHY: Message(fr="Typographie", nl="Typografie"),
    Family.PRIVACY: Message(fr="Vie privée", nl="Privacy"),
    Family.ESCAPES: Message(fr="Exceptions", nl="Uitzonderingen"),
}
