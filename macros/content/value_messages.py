"""What an editor reads when a single value is none of those that are allowed.

The keys are the errors of `macros.content.types`, and `number` and `boolean` of pydantic.
"""

from collections.abc import Mapping

from macros.language import Message

VALUE_ERRORS: Mapping[str, tuple[str, Message, Message]] = {
    "choice": (
        "unknown-value",
        Message(
            fr="« {value} » n’est pas une valeur admise pour « {key} ».",
            nl="‘{value}’ is geen toegelaten waarde voor ‘{key}’.",
        ),
        Message(
            fr="{suggestion_fr}Valeurs admises : {known}.",
            nl="{suggestion_nl}Toegelaten waarden: {known}.",
        ),
    ),
    "date_format": (
        "bad-date",
        Message(fr="« {value} » n’est pas une date.", nl="‘{value}’ is geen datum."),
        Message(
            fr="Écrivez l’année, le mois et le jour : 2024-09-23.",
            nl="Schrijf jaar, maand en dag: 2024-09-23.",
        ),
    ),
    "month_format": (
        "bad-date",
        Message(fr="« {value} » n’est pas une date.", nl="‘{value}’ is geen datum."),
        Message(
            fr="Écrivez l’année, l’année et le mois, ou le jour entier : 2024, 2024-09 ou "
            "2024-09-23.",
            nl="Schrijf het jaar, het jaar en de maand, of de hele dag: 2024, 2024-09 of "
            "2024-09-23.",
        ),
    ),
    "date_order": (
        "bad-date",
        Message(
            fr="La date « {value} » ne commence pas par l’année.",
            nl="De datum ‘{value}’ begint niet met het jaar.",
        ),
        Message(fr="Écrivez « {key}: {iso} ».", nl="Schrijf ‘{key}: {iso}’."),
    ),
    "date_weekday": (
        "bad-date",
        Message(
            fr="« {value} » : cette date tombe un autre jour de la semaine.",
            nl="‘{value}’: die datum valt op een andere dag van de week.",
        ),
        Message(
            fr="Vérifiez le jour et la date, puis écrivez-la ainsi : 2024-09-23.",
            nl="Controleer de dag en de datum en schrijf die zo: 2024-09-23.",
        ),
    ),
    "date_impossible": (
        "bad-date",
        Message(
            fr="Le jour « {value} » n’existe pas dans le calendrier.",
            nl="De dag ‘{value}’ bestaat niet in de kalender.",
        ),
        Message(fr="Vérifiez le jour et le mois.", nl="Controleer de dag en de maand."),
    ),
    "date_year": (
        "bad-date",
        Message(
            fr="L’année de « {value} » est invraisemblable.",
            nl="Het jaar van ‘{value}’ is onwaarschijnlijk.",
        ),
        Message(fr="Vérifiez l’année.", nl="Controleer het jaar."),
    ),
    "time_skipped": (
        "bad-date",
        Message(
            fr="L’heure « {value} » n’existe pas : l’horloge avance cette nuit-là.",
            nl="Het uur ‘{value}’ bestaat niet: die nacht gaat de klok een uur vooruit.",
        ),
        Message(fr="Écrivez une heure plus tard.", nl="Schrijf een uur later."),
    ),
    "time_format": (
        "bad-date",
        Message(
            fr="« {value} » n’est pas une date suivie d’une heure.",
            nl="‘{value}’ is geen datum met een uur.",
        ),
        Message(
            fr="Écrivez la date puis l’heure, ainsi : 2024-09-23 14:30.",
            nl="Schrijf de datum en dan het uur, zo: 2024-09-23 14:30.",
        ),
    ),
    "rule_format": (
        "bad-recurrence",
        Message(
            fr="« {value} » n’est pas une règle de répétition.",
            nl="‘{value}’ is geen herhalingsregel.",
        ),
        Message(
            fr="Écrivez par exemple « FREQ=MONTHLY;BYDAY=1WE » pour le 1er mercredi du mois ; les "
            "jours s’écrivent MO, TU, WE, TH, FR, SA, SU, du lundi au dimanche.",
            nl="Schrijf bijvoorbeeld ‘FREQ=MONTHLY;BYDAY=1WE’ voor elke eerste woensdag; de dagen "
            "zijn MO, TU, WE, TH, FR, SA, SU, van maandag tot zondag.",
        ),
    ),
    "rule_words": (
        "bad-recurrence",
        Message(
            fr="La règle « {value} » ne peut pas être dite en mots sur la page.",
            nl="De regel ‘{value}’ kan niet in woorden op de pagina staan.",
        ),
        Message(
            fr="Gardez FREQ, INTERVAL, BYDAY, BYMONTHDAY et BYMONTH, par exemple "
            "« FREQ=MONTHLY;BYDAY=1WE » ; les autres dates vont sous « also ».",
            nl="Hou het bij FREQ, INTERVAL, BYDAY, BYMONTHDAY en BYMONTH, bijvoorbeeld "
            "‘FREQ=MONTHLY;BYDAY=1WE’; andere data horen onder ‘also’.",
        ),
    ),
    "rule_until": (
        "bad-recurrence",
        Message(
            fr="La règle ne contient ni fin ni nombre : c’est « until » qui donne le dernier jour.",
            nl="De regel bevat geen einde of aantal: ‘until’ geeft de laatste dag.",
        ),
        Message(
            fr="Retirez UNTIL ou COUNT et écrivez « until: 2026-06-30 ».",
            nl="Verwijder UNTIL of COUNT en schrijf ‘until: 2026-06-30’.",
        ),
    ),
    "slug_format": (
        "bad-slug",
        Message(
            fr="« {value} » ne peut pas servir dans une adresse.",
            nl="‘{value}’ kan niet in een webadres staan.",
        ),
        Message(fr="Écrivez « {slug} ».", nl="Schrijf ‘{slug}’."),
    ),
    "id_format": (
        "bad-id",
        Message(
            fr="« {value} » ne peut pas servir de nom interne.",
            nl="‘{value}’ kan geen interne naam zijn.",
        ),
        Message(
            fr="Écrivez « {slug} » : minuscules sans accent, chiffres et traits d’union seulement.",
            nl="Schrijf ‘{slug}’: alleen kleine letters zonder accent, cijfers en koppeltekens.",
        ),
    ),
    "phone_format": (
        "bad-phone",
        Message(
            fr="« {value} » n’est pas un numéro belge dans la forme attendue.",
            nl="‘{value}’ is geen Belgisch nummer in de verwachte vorm.",
        ),
        Message(
            fr="Écrivez-le avec +32 et sans zéro : « +32 2 318 60 57 ».",
            nl="Schrijf het met +32 en zonder nul: ‘+32 2 318 60 57’.",
        ),
    ),
    "email_format": (
        "bad-email",
        Message(
            fr="« {value} » n’est pas une adresse électronique.",
            nl="‘{value}’ is geen e-mailadres.",
        ),
        Message(fr="Écrivez-la ainsi : info@example.org.", nl="Schrijf het zo: info@example.org."),
    ),
    "host_format": (
        "bad-host",
        Message(fr="« {value} » n’est pas un nom d’hôte.", nl="‘{value}’ is geen hostnaam."),
        Message(
            fr="Écrivez-le sans https:// ni barre : www.example.org.",
            nl="Schrijf het zonder https:// of schuine streep: www.example.org.",
        ),
    ),
    "url_format": (
        "bad-url",
        Message(fr="« {value} » n’est pas une adresse web.", nl="‘{value}’ is geen webadres."),
        Message(
            fr="Écrivez-la en entier : https://example.org/page.",
            nl="Schrijf het voluit: https://example.org/pagina.",
        ),
    ),
    "two_addresses": (
        "wrong-shape",
        Message(
            fr="« {key} » a deux fois une adresse : « url » et « urls ».",
            nl="‘{key}’ heeft twee keer een adres: ‘url’ en ‘urls’.",
        ),
        Message(
            fr="Gardez « url » si les deux langues mènent au même document, sinon « urls ».",
            nl="Behoud ‘url’ als beide talen naar hetzelfde document leiden, en anders ‘urls’.",
        ),
    ),
    "path_format": (
        "bad-url",
        Message(
            fr="« {value} » n’est pas le chemin d’une ancienne page.",
            nl="‘{value}’ is geen pad van een oude pagina.",
        ),
        Message(
            fr="Écrivez ce qui suit le nom d’hôte : /ancienne-page.",
            nl="Schrijf wat na de hostnaam komt: /oude-pagina.",
        ),
    ),
    "postcode_format": (
        "bad-postcode",
        Message(
            fr="« {value} » n’est pas un code postal belge.",
            nl="‘{value}’ is geen Belgische postcode.",
        ),
        Message(fr="Un code postal a quatre chiffres.", nl="Een postcode heeft vier cijfers."),
    ),
    "number": (
        "bad-number",
        Message(
            fr="« {value} » n’est pas un nombre admis ici.", nl="‘{value}’ is hier geen getal."
        ),
        Message(
            fr="Écrivez des chiffres, avec un point pour les décimales : 36.21.",
            nl="Schrijf cijfers, met een punt voor de decimalen: 36.21.",
        ),
    ),
    "whole_number": (
        "bad-number",
        Message(
            fr="« {value} » n’est pas un nombre entier admis ici.",
            nl="‘{value}’ is hier geen geheel getal.",
        ),
        Message(fr="Écrivez des chiffres seuls : 2024.", nl="Schrijf alleen cijfers: 2024."),
    ),
    "greater_than_equal": (
        "bad-number",
        Message(
            fr="« {value} » est trop petit pour « {key} ».",
            nl="‘{value}’ is te klein voor ‘{key}’.",
        ),
        Message(fr="Écrivez {ge} ou plus.", nl="Schrijf {ge} of meer."),
    ),
    "less_than": (
        "bad-number",
        Message(
            fr="« {value} » est trop grand pour « {key} ».",
            nl="‘{value}’ is te groot voor ‘{key}’.",
        ),
        Message(fr="Écrivez moins de {lt}.", nl="Schrijf minder dan {lt}."),
    ),
    "boolean": (
        "unknown-value",
        Message(
            fr="« {value} » n’est ni « true » (oui) ni « false » (non).",
            nl="‘{value}’ is geen ‘true’ (ja) of ‘false’ (nee).",
        ),
        Message(fr="Écrivez true ou false.", nl="Schrijf true of false."),
    ),
    "places": (
        "bad-value",
        Message(
            fr="Les accolades de « {key} » ne sont pas les mêmes des deux côtés : {fr} en "
            "français, {nl} en néerlandais.",
            nl="De accolades van ‘{key}’ zijn niet aan beide kanten gelijk: {fr} in het Frans, "
            "{nl} in het Nederlands.",
        ),
        Message(
            fr="Gardez-les telles quelles : le site y met un nombre ou un nom.",
            nl="Laat ze staan zoals ze zijn: de site zet er een getal of een naam in.",
        ),
    ),
}
