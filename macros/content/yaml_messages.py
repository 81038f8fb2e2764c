"""The words for what is wrong in YAML, and for what to write instead."""

from macros.language import Message

TAB = Message(
    fr="Une tabulation sert de retrait ; YAML n’admet que des espaces.",
    nl="Er staat een tab als inspringing; YAML aanvaardt alleen spaties.",
)
TAB_FIX = Message(
    fr="Remplacez chaque tabulation par des espaces, autant que devant les lignes voisines.",
    nl="Vervang elke tab door spaties, evenveel als voor de regels ernaast.",
)
TABS = Message(
    fr="Une tabulation sert de retrait, ici et au début d’autres lignes ({count} en tout) ; YAML "
    "n’admet que des espaces.",
    nl="Er staat een tab als inspringing, hier en voor andere regels ({count} in totaal); YAML "
    "aanvaardt alleen spaties.",
)
CLOSED = Message(
    fr="Le guillemet droit qui ouvre ce texte se referme avant la fin.",
    nl="Het rechte aanhalingsteken dat deze tekst opent, sluit voor het einde.",
)
WRITE = Message(fr="Écrivez : {line}", nl="Schrijf: {line}")
WRITE_LINE = Message(fr="Écrivez « {written} ».", nl="Schrijf ‘{written}’.")
ESCAPE = Message(
    fr="Entre guillemets droits, la barre « \\ » est un signe de commande.",
    nl="Tussen rechte aanhalingstekens is ‘\\’ een bevelteken.",
)
ESCAPE_FIX = Message(
    fr="Retirez la barre, ou mettez le texte entre apostrophes droites ('…').",
    nl="Schrap het teken, of zet de tekst tussen rechte enkele aanhalingstekens ('…').",
)
OPEN = Message(
    fr="Un guillemet droit ouvert n’est pas refermé.",
    nl="Een geopend recht aanhalingsteken is niet gesloten.",
)
OPEN_FIX = Message(
    fr="Ajoutez le guillemet fermant à la fin du texte.",
    nl="Voeg het sluitende aanhalingsteken toe aan het einde van de tekst.",
)
UNOPENED = Message(
    fr="Un guillemet droit ferme ce texte, et aucun ne l’ouvre.",
    nl="Een recht aanhalingsteken sluit deze tekst, en geen opent hem.",
)
BRACKET = Message(
    fr="Une liste [ ] ou une accolade { } n’est pas refermée, ou une virgule manque.",
    nl="Een lijst [ ] of accolade { } is niet gesloten, of er ontbreekt een komma.",
)
BRACKET_FIX = Message(
    fr="Refermez-la ; entre accolades, un texte qui contient une virgule ou un deux-points se "
    "met entre guillemets droits.",
    nl="Sluit ze; tussen accolades staat een tekst met een komma of dubbelpunt tussen rechte "
    "aanhalingstekens.",
)
TOO_MANY = Message(
    fr="Un crochet ou une accolade se referme sans avoir été ouvert.",
    nl="Een haak of accolade sluit zonder dat ze geopend is.",
)
TOO_MANY_FIX = Message(fr="Retirez le signe de trop.", nl="Schrap het overtollige teken.")
COLON = Message(
    fr="Un deux-points dans un texte fait croire à une nouvelle clé.",
    nl="Een dubbelpunt in een tekst lijkt hier op een nieuwe sleutel.",
)
COLON_FIX = Message(
    fr="Mettez le texte entre guillemets droits : {line}",
    nl="Zet de tekst tussen rechte aanhalingstekens: {line}",
)
FOLD_FIX = Message(
    fr="Le texte tient sur plusieurs lignes : écrivez « {key}: >- », puis tout le texte en "
    "dessous, en retrait.",
    nl="De tekst staat op meer dan één regel: schrijf ‘{key}: >-’ en daaronder, ingesprongen, de "
    "hele tekst.",
)
COLONLESS = Message(
    fr="Il manque un deux-points après « {key} ».", nl="Na ‘{key}’ ontbreekt een dubbelpunt."
)
GLUED = Message(
    fr="Il manque une espace après le deux-points de « {key} ».",
    nl="Na de dubbelpunt van ‘{key}’ ontbreekt een spatie.",
)
NO_DASH = Message(fr="Il manque un tiret devant « id: ».", nl="Voor ‘id:’ ontbreekt een streepje.")
NO_DASH_FIX = Message(
    fr="Écrivez « {written} », le tiret sous celui de l’élément précédent.",
    nl="Schrijf ‘{written}’, met het streepje onder dat van het vorige element.",
)
TEXT_BESIDE = Message(
    fr="Un texte suit « {key}: », alors que « fr: » et « nl: » sont en dessous.",
    nl="Achter ‘{key}:’ staat tekst, terwijl ‘fr:’ en ‘nl:’ eronder staan.",
)
TEXT_BESIDE_FIX = Message(
    fr="Laissez « {key}: » seul sur sa ligne.", nl="Laat ‘{key}:’ alleen op zijn regel."
)
LOOSE = Message(
    fr="Un tiret commence une liste, et aucune liste n’est attendue ici.",
    nl="Een streepje begint een lijst, en hier wordt geen lijst verwacht.",
)
LOOSE_FIX = Message(fr="Supprimez cette ligne.", nl="Verwijder deze regel.")
LIST_IN_TEXT = Message(
    fr="Pour une liste dans un texte, écrivez « {key}: | », puis tout le texte en dessous, en "
    "retrait.",
    nl="Schrijf voor een lijst in een tekst ‘{key}: |’ en daaronder, ingesprongen, de hele tekst.",
)
MARKED_KEY = Message(
    fr="Le signe « {sign} » ne peut pas précéder la clé « {key} ».",
    nl="Het teken ‘{sign}’ kan niet voor de sleutel ‘{key}’ staan.",
)
BELOW_ITS_KEY = Message(
    fr="Mettez ce tiret en retrait sous « {key}: » ; nombre d’espaces devant : {count}.",
    nl="Laat dit streepje inspringen onder ‘{key}:’; aantal spaties ervoor: {count}.",
)
LIST_BESIDE = Message(
    fr="Le tiret d’une liste ne se met pas sur la ligne de sa clé.",
    nl="Het streepje van een lijst staat niet op de regel van de sleutel.",
)
LIST_BESIDE_FIX = Message(
    fr="Écrivez « {key}: », puis « {item} » en dessous, en retrait de deux espaces.",
    nl="Schrijf ‘{key}:’ en op de volgende regel, twee spaties verder, ‘{item}’.",
)
STARRED = Message(
    fr="Une liste s’écrit avec des tirets, pas avec « * ».",
    nl="Een lijst schrijft u met streepjes, niet met ‘*’.",
)
CLIPPED = Message(
    fr="L’apostrophe droite qui commence ce texte se lit comme un guillemet.",
    nl="De rechte apostrof waarmee deze tekst begint, geldt als een aanhalingsteken.",
)
BESIDE = Message(
    fr="« {inner}: » se trouve sur la même ligne que « {key}: ».",
    nl="‘{inner}:’ staat op dezelfde regel als ‘{key}:’.",
)
BESIDE_FIX = Message(
    fr="Gardez « {key}: » seul sur sa ligne, et mettez « {inner}: » en dessous, en retrait de deux "
    "espaces.",
    nl="Laat ‘{key}:’ alleen op zijn regel en zet ‘{inner}:’ op de volgende, twee spaties verder.",
)
UNSEEN = Message(
    fr="Une espace insécable ou un autre signe invisible touche la clé « {key} ».",
    nl="Naast de sleutel ‘{key}’ staat een harde spatie of een ander onzichtbaar teken.",
)
UNSEEN_FIX = Message(
    fr="Effacez ce qui précède « {key} » et ce qui suit ses deux-points, puis tapez des espaces "
    "ordinaires.",
    nl="Wis wat voor ‘{key}’ en achter de dubbelpunt staat en typ gewone spaties.",
)
DASH = Message(
    fr="Il manque une espace après le tiret.", nl="Na het streepje ontbreekt een spatie."
)
OUTSIDE = Message(
    fr="Cette ligne sort du texte qui la précède : son retrait est plus petit.",
    nl="Deze regel valt uit de tekst erboven: hij springt minder ver in.",
)
OUTSIDE_MORE = Message(
    fr="Cette ligne et les suivantes ({count} en tout) sortent du texte qui les précède : leur "
    "retrait est plus petit.",
    nl="Deze regel en de volgende ({count} in totaal) vallen uit de tekst erboven: ze springen "
    "minder ver in.",
)
SPACES_FIX = Message(
    fr="Mettez autant d’espaces devant que devant les autres lignes de ce texte ({count}).",
    nl="Zet er evenveel spaties voor als voor de andere regels van deze tekst ({count}).",
)
NO_SIGN = Message(
    fr="Il manque « | » après « {key}: » : le texte en dessous a plusieurs lignes.",
    nl="Na ‘{key}:’ ontbreekt ‘|’: de tekst eronder telt meer dan één regel.",
)
NO_SIGN_FIX = Message(fr="Écrivez « {key}: | ».", nl="Schrijf ‘{key}: |’.")
STRAY = Message(
    fr="Cette ligne n’appartient à aucune clé.", nl="Deze regel hoort bij geen enkele sleutel."
)
STRAY_FIX = Message(
    fr="Si elle commence par une clé, mettez un deux-points après celle-ci ; si c’est la suite "
    "d’un texte, mettez des espaces devant ; sinon, supprimez-la.",
    nl="Begint hij met een sleutel, zet daar dan een dubbelpunt achter; is hij het vervolg van een "
    "tekst, zet er dan spaties voor; schrap hem in elk ander geval.",
)
OUTSIDE_FIX = Message(
    fr="Mettez devant elle autant d’espaces que devant les lignes du même texte, plus que devant "
    "la clé.",
    nl="Zet er evenveel spaties voor als voor de regels van dezelfde tekst, meer dan voor de "
    "sleutel.",
)
ALIAS = Message(
    fr="Un texte ne peut pas commencer par « * » ou « & » sans guillemets.",
    nl="Een tekst kan niet met ‘*’ of ‘&’ beginnen zonder aanhalingstekens.",
)
BLOCK = Message(
    fr="Après « | » ou « > », le texte commence à la ligne suivante.",
    nl="Na ‘|’ of ‘>’ begint de tekst op de volgende regel.",
)
BLOCK_FIX = Message(
    fr="Écrivez « {key}: {sign} », puis en dessous, en retrait : {text}",
    nl="Schrijf ‘{key}: {sign}’ en daaronder, ingesprongen: {text}",
)
LEVEL_OF_DASH = Message(
    fr="Alignez ce tiret sur celui de « {other} » ; nombre d’espaces devant : {count}.",
    nl="Lijn dit streepje uit op dat van ‘{other}’; aantal spaties ervoor: {count}.",
)
DOCUMENT = Message(
    fr="Une ligne « {line} » coupe le fichier en deux.",
    nl="Een regel ‘{line}’ splitst het bestand in tweeën.",
)
DOCUMENT_FIX = Message(fr="Supprimez cette ligne.", nl="Verwijder deze regel.")
SIGN = Message(
    fr="Un texte ne peut pas commencer par « {sign} » sans guillemets.",
    nl="Een tekst kan niet met ‘{sign}’ beginnen zonder aanhalingstekens.",
)
FIRST = Message(
    fr="Cette ligne est en retrait, et les suivantes ne le sont pas.",
    nl="Deze regel springt in, en de volgende niet.",
)
FIRST_FIX = Message(
    fr="Effacez les espaces au début de la ligne.",
    nl="Wis de spaties aan het begin van de regel.",
)
INDENT = Message(
    fr="Le retrait de cette ligne ne correspond pas à celui des lignes voisines.",
    nl="De inspringing van deze regel past niet bij die van de regels ernaast.",
)
INDENT_FIX = Message(
    fr="Alignez-la, avec des espaces, sur les lignes du même niveau.",
    nl="Lijn hem met spaties uit op de regels van hetzelfde niveau.",
)
LEVEL_FIX = Message(
    fr="Alignez « {key}: » sur « {other}: » ; nombre d’espaces devant : {count}.",
    nl="Lijn ‘{key}:’ uit op ‘{other}:’; aantal spaties ervoor: {count}.",
)
MORE = Message(
    fr=" D’autres fautes peuvent suivre plus bas ; corrigez d’abord celles-ci.",
    nl=" Verderop kunnen nog fouten staan; verbeter eerst deze.",
)
SYNTAX = Message(
    fr="Le fichier YAML est illisible à partir d’ici.",
    nl="Het YAML-bestand is vanaf hier onleesbaar.",
)
SYNTAX_FIX = Message(
    fr="Chaque ligne s’écrit « clé: valeur », avec le même retrait que ses voisines.",
    nl="Elke regel heeft de vorm ‘sleutel: waarde’, even ver ingesprongen als de regels ernaast.",
)
CUT = Message(
    fr="Le texte s’arrête avant « # » : YAML prend la suite pour un commentaire.",
    nl="De tekst stopt vóór ‘#’: YAML neemt wat volgt voor een opmerking.",
)
CUT_FIX = Message(
    fr="Mettez le texte entre guillemets droits : {line}",
    nl="Zet de tekst tussen rechte aanhalingstekens: {line}",
)
