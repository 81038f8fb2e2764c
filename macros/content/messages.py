"""What an editor reads when a value does not fit its model.

The keys are the error types of pydantic and those of `macros.content.types`. In the remedies
`{value}` is what was written and the other names come from the error's context.
"""

from collections.abc import Mapping

from macros.content.value_messages import VALUE_ERRORS
from macros.language import Message

MODEL_ERRORS: Mapping[str, tuple[str, Message, Message]] = {
    **VALUE_ERRORS,
    "missing": (
        "missing-key",
        Message(fr="Il manque la clé « {key} ».", nl="De sleutel ‘{key}’ ontbreekt."),
        Message(fr="Ajoutez une ligne « {key}: … ».", nl="Voeg een regel ‘{key}: …’ toe."),
    ),
    "missing_side": (
        "missing-translation",
        Message(
            fr="Le texte « {parent} » n’existe pas en {language_fr}.",
            nl="De tekst ‘{parent}’ bestaat niet in het {language_nl}.",
        ),
        Message(
            fr="Ajoutez une ligne « {key}: … » sous « {parent} ».",
            nl="Voeg onder ‘{parent}’ een regel ‘{key}: …’ toe.",
        ),
    ),
    "missing_address": (
        "missing-translation",
        Message(
            fr="L’adresse « {parent} » n’est pas donnée en {language_fr}.",
            nl="Het adres ‘{parent}’ ontbreekt in het {language_nl}.",
        ),
        Message(
            fr="Ajoutez une ligne « {key}: https://… » sous « {parent} » ; si le document "
            "n’existe qu’à une adresse, répétez-la : « {key}: {other} ».",
            nl="Voeg onder ‘{parent}’ een regel ‘{key}: https://…’ toe; heeft het document maar "
            "één adres, herhaal het dan: ‘{key}: {other}’.",
        ),
    ),
    "empty_address": (
        "empty-value",
        Message(
            fr="L’adresse « {parent} » est vide en {language_fr}.",
            nl="Het adres ‘{parent}’ is leeg in het {language_nl}.",
        ),
        Message(
            fr="Écrivez-la après « {key}: » ; si le document n’existe qu’à une adresse, "
            "répétez-la : « {key}: {other} ».",
            nl="Schrijf het na ‘{key}:’; heeft het document maar één adres, herhaal het dan: "
            "‘{key}: {other}’.",
        ),
    ),
    "empty": (
        "empty-value",
        Message(fr="« {key} » est vide.", nl="‘{key}’ is leeg."),
        Message(
            fr="Écrivez une valeur, ou supprimez la ligne si elle est facultative.",
            nl="Vul een waarde in, of verwijder de regel als hij niet verplicht is.",
        ),
    ),
    "empty_side": (
        "empty-value",
        Message(
            fr="Le texte « {parent} » est vide en {language_fr}.",
            nl="De tekst ‘{parent}’ is leeg in het {language_nl}.",
        ),
        Message(
            fr="Écrivez-le après « {key}: », sous « {parent}: ».",
            nl="Schrijf hem na ‘{key}:’, onder ‘{parent}:’.",
        ),
    ),
    "not_a_pair": (
        "missing-translation",
        Message(
            fr="« {key} » doit exister dans les deux langues ; il n’y a que « {value} ».",
            nl="‘{key}’ moet in beide talen bestaan; er staat alleen ‘{value}’.",
        ),
        Message(
            fr="Écrivez « {key}: » puis, en retrait, « fr: … » et « nl: … ».",
            nl="Schrijf ‘{key}:’ en daaronder, ingesprongen, ‘fr: …’ en ‘nl: …’.",
        ),
    ),
    "glued_pair": (
        "missing-translation",
        Message(
            fr="Sous « {key} », il manque une espace après « fr: » et « nl: ».",
            nl="Onder ‘{key}’ ontbreekt een spatie na ‘fr:’ en ‘nl:’.",
        ),
        Message(fr="Écrivez « fr: … » et « nl: … ».", nl="Schrijf ‘fr: …’ en ‘nl: …’."),
    ),
    "not_a_record": (
        "wrong-shape",
        Message(
            fr="« {key} » attend des lignes « clé: valeur », pas un simple texte.",
            nl="‘{key}’ verwacht regels ‘sleutel: waarde’, geen gewone tekst.",
        ),
        Message(
            fr="Écrivez une clé par ligne, en retrait sous « {key}: ». Clés possibles : {known}.",
            nl="Schrijf één sleutel per regel, ingesprongen onder ‘{key}:’. Mogelijke sleutels: "
            "{known}.",
        ),
    ),
    "not_an_item": (
        "wrong-shape",
        Message(
            fr="Cet élément de la liste n’a pas de clés : « {value} ».",
            nl="Dit element van de lijst heeft geen sleutels: ‘{value}’.",
        ),
        Message(
            fr="S’il fait partie de l’élément précédent, mettez des espaces devant ; sinon, "
            "donnez-lui ses clés : {known}.",
            nl="Hoort het bij het vorige element, zet er dan spaties voor; geef het anders zijn "
            "sleutels: {known}.",
        ),
    ),
    "dashes": (
        "wrong-shape",
        Message(
            fr="« {key} » n’est pas une liste : les tirets en dessous sont de trop.",
            nl="‘{key}’ is geen lijst: de streepjes eronder horen er niet.",
        ),
        Message(
            fr="Effacez les tirets, et gardez une clé par ligne : {known}.",
            nl="Wis de streepjes en bewaar één sleutel per regel: {known}.",
        ),
    ),
    "not_a_file_of_keys": (
        "wrong-shape",
        Message(
            fr="Ce fichier doit contenir des lignes « clé: valeur ».",
            nl="Dit bestand moet regels ‘sleutel: waarde’ bevatten.",
        ),
        Message(
            fr="Prenez pour modèle un fichier du même dossier.",
            nl="Neem een bestand uit dezelfde map als voorbeeld.",
        ),
    ),
    "not_a_list": (
        "wrong-shape",
        Message(fr="« {key} » attend une liste.", nl="‘{key}’ verwacht een lijst."),
        Message(
            fr="Écrivez un élément par ligne, précédé d’un tiret : « - … ».",
            nl="Schrijf één element per regel, met een streepje ervoor: ‘- …’.",
        ),
    ),
    "not_a_list_of_records": (
        "wrong-shape",
        Message(fr="« {key} » attend une liste.", nl="‘{key}’ verwacht een lijst."),
        Message(
            fr="Commencez chaque élément par un tiret : « - {first}: … », et ses autres clés en "
            "dessous, en retrait.",
            nl="Begin elk element met een streepje: ‘- {first}: …’, met de andere sleutels "
            "eronder, ingesprongen.",
        ),
    ),
    "not_a_text": (
        "wrong-shape",
        Message(fr="« {key} » attend un simple texte.", nl="‘{key}’ verwacht gewone tekst."),
        Message(
            fr="Écrivez le texte sur la même ligne, entre guillemets droits s’il commence par un "
            "crochet ou une accolade, ou après « | » sur les lignes suivantes.",
            nl="Schrijf de tekst op dezelfde regel, tussen rechte aanhalingstekens als hij met een "
            "haak of accolade begint, of na ‘|’ op de volgende regels.",
        ),
    ),
    "sides_of_one_address": (
        "wrong-shape",
        Message(
            fr="« url » est une seule adresse, pour les deux langues.",
            nl="‘url’ is één adres, voor beide talen.",
        ),
        Message(
            fr="Pour une adresse par langue, écrivez « urls: » à la place de « url: », avec "
            "« fr: » et « nl: » en dessous.",
            nl="Schrijf voor een adres per taal ‘urls:’ in plaats van ‘url:’, met ‘fr:’ en "
            "‘nl:’ eronder.",
        ),
    ),
    "unknown_key": (
        "unknown-key",
        Message(
            fr="La clé « {key} » n’existe pas ici.", nl="De sleutel ‘{key}’ bestaat hier niet."
        ),
        Message(
            fr="{suggestion_fr}Clés possibles : {known}.",
            nl="{suggestion_nl}Mogelijke sleutels: {known}.",
        ),
    ),
    "named_by_file": (
        "unknown-key",
        Message(
            fr="La clé « {key} » est de trop : le nom du fichier ou du dossier la donne.",
            nl="De sleutel ‘{key}’ is overbodig: de naam van het bestand of de map geeft hem.",
        ),
        Message(fr="Supprimez cette ligne.", nl="Verwijder deze regel."),
    ),
    "too_deep": (
        "unknown-key",
        Message(
            fr="« {key} » est trop en retrait : la ligne semble faire partie de « {parent} ».",
            nl="‘{key}’ springt te ver in: de regel lijkt bij ‘{parent}’ te horen.",
        ),
        Message(
            fr="Effacez des espaces devant « {key}: », jusqu’à l’aligner sur « {parent}: ».",
            nl="Wis spaties voor ‘{key}:’ tot de regel gelijkstaat met ‘{parent}:’.",
        ),
    ),
    "too_shallow": (
        "unknown-key",
        Message(
            fr="« {key} » n’est pas assez en retrait : la ligne semble faire partie de "
            "« {above} ».",
            nl="‘{key}’ springt niet ver genoeg in: de regel lijkt bij ‘{above}’ te horen.",
        ),
        Message(
            fr="Mettez deux espaces de plus devant « {key}: ».",
            nl="Zet twee spaties meer voor ‘{key}:’.",
        ),
    ),
    "hidden_space": (
        "unknown-key",
        Message(
            fr="Un signe invisible, tel qu’une espace insécable, touche la clé « {key} ».",
            nl="Naast de sleutel ‘{key}’ staat een onzichtbaar teken, zoals een harde spatie.",
        ),
        Message(
            fr="Effacez ce qui précède et ce qui suit « {key} », puis tapez des espaces ordinaires "
            "et « : ».",
            nl="Wis wat voor en na ‘{key}’ staat en typ gewone spaties en ‘:’.",
        ),
    ),
    "other": (
        "bad-value",
        Message(
            fr="La valeur de « {key} » n’est pas admise : « {value} ».",
            nl="De waarde van ‘{key}’ is niet toegelaten: ‘{value}’.",
        ),
        Message(
            fr="Comparez avec un fichier du même dossier.",
            nl="Vergelijk met een bestand uit dezelfde map.",
        ),
    ),
}

WRITE = Message(fr="Écrivez « {written} ».", nl="Schrijf ‘{written}’.")
WRITE_LIST = Message(
    fr="Écrivez « {key}: [{items}] », ou un élément par ligne, précédé d’un tiret : « - … ».",
    nl="Schrijf ‘{key}: [{items}]’, of één element per regel, met een streepje ervoor: ‘- …’.",
)
WRITE_SIDES = Message(
    fr="Écrivez « {key}: » puis, en retrait, « fr: {value} » et « nl: … » ; si l’adresse est la "
    "même pour les deux langues, répétez-la.",
    nl="Schrijf ‘{key}:’ en daaronder, ingesprongen, ‘fr: {value}’ en ‘nl: …’; is het adres in "
    "beide talen hetzelfde, herhaal het dan.",
)
DID_YOU_MEAN = Message(fr="Vouliez-vous dire « {near} » ? ", nl="Bedoelde u ‘{near}’? ")
LANGUAGE = {
    "fr": Message(fr="français", nl="Frans"),
    "nl": Message(fr="néerlandais", nl="Nederlands"),
}
