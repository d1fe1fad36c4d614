"""German words by which a question can be at odds with an article."""

from __future__ import annotations

from retrieval.language.german.opposites import OPPOSITE_PREFIXES, OPPOSITE_PREPOSITIONS, OPPOSITES
from retrieval.language.measures import GERMAN_MEASURES
from retrieval.language.numerals import german_numerals
from retrieval.language.places import COUNTRIES, GERMAN_PLACES, SAME_NAMES
from retrieval.language.premise_words import PremiseWords
from retrieval.language.rules import fold_case

_MONTHS = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
_WEEKDAYS = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
# The months of which it may be said, of a season the three that are its own first.
_SEASONS = {
    "frühling": (3, 4, 5, 6),
    "frühjahr": (3, 4, 5, 6, 2),
    "sommer": (6, 7, 8, 9),
    "herbst": (9, 10, 11, 12),
    "winter": (12, 1, 2, 3),
    "ostern": (3, 4),
    "pfingsten": (5, 6),
    "weihnachten": (12,),
    "silvester": (12,),
}
_SCALES = {
    "dutzend": 12.0,
    "tausend": 1e3,
    "million": 1e6,
    "millionen": 1e6,
    "mio": 1e6,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mrd": 1e9,
}

# Capitalised like names, but no more than a manner of speaking; or what a reader knows without the article.
_NOT_NAMES = fold_case("""
    gott herr herrn frau sie ihr ihre ihnen du artikel text autor autorin bild januar februar märz april mai juni juli
    august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag internet
    online covid corona weihnachten ostern pfingsten silvester deutsch englisch deutsche deutschen deutscher
""")
_ROLES = (
    r"(?:minister|präsident|kanzler|sprecher|chef|sekretär|direktor|trainer|professor|anwalt|richter|bischof|general|"
    r"meister|könig|senator|kommissar|gouverneur|botschafter|intendant|rektor|kapitän|pfarrer|landrat|kämmerer|"
    r"stadtrat|experte|expertin|forscher|politiker|ökonom|historiker|juristin?|anwältin|ärztin|arzt|sänger|"
    r"schauspieler|regisseur|leiter|co-autor|autor|kritiker|vorsitzende[rn]?|abgeordnete[rn]?|herrn?|frau|dr|prof|"
    r"papst|prinz|torwart|stürmer|schiedsrichter|gründer|inhaber)(?:in|s|n|en)?"
)
_KINDS = (
    rf"(?:{_ROLES}|\w+(?:ator|ologe|ologin|eur|eurin)|\w*(?:brauerei|firma|verein|hotel|restaurant|gasthof|"
    r"universität|klinik|schule|konzern|unternehmen|zeitung|magazin|kaufhaus|insel|schiff|gemeinde|stadt|ort|fluss|"
    r"partei|stiftung|bank|marke|kette|verlag|sender|agentur|museum|werft|reederei|kanzlei|apotheke|bäckerei|band))"
)
# Nouns that stand without an article in the singular, as only names do otherwise.
_UNCOUNTED = fold_case("""
    wasser luft geld strom gas öl gold silber kupfer eisen holz stahl milch fleisch fisch brot zucker salz kaffee
    tee bier wein musik kunst sport fußball handball liebe angst arbeit zeit energie wärme kälte hitze schnee regen
    eis nebel wind feuer papier plastik glas sand staub rauch krieg frieden hilfe kritik widerstand streit protest
    leben tod glück pech erfolg benzin diesel energie licht schatten platz raum alkohol tabak gemüse obst reis
    getreide mehl honig unterricht urlaub ruhe lärm müll abfall verkehr schmuck druck macht recht ordnung glaube
    religion politik wirtschaft wissenschaft forschung technik natur klima wetter geschichte blut schweiß stress
    schlaf essen trinken schluss ende pause feierabend
""")
_PLACE_ENDINGS = (
    r"...(?:büttel|hausen|dorf|burg|stadt|stedt|heim|ingen|bach|kirchen|furt|hafen|rode|walde|weiler|brück|münde|leben|"
    r"hagen|städt|beuren|hofen|kirch|itz|ow|ünde|au|feld|berg|tal|thal|wald|stein|rath|lahr|horn|holm|sund|fleth|koog|siel|"
    r"born|bronn|brunn|ried|loh|lohe|zell|kamp|beck|wedel|ach|nau|litz|rade|stett|stetten|hain)$"
)
_NEGATIONS = fold_case("nicht nichts nie niemals niemand niemanden kein keine keinen keinem keiner keines ohne weder")
_DENIALS = (
    r"bestreite[nt]|bestritt(?:en)?|dementier(?:t|te|ten|en)|verhinder(?:t|te|ten|n)|verhindern|verweiger(?:t|te|ten|n)|"
    r"verneinte?|verbot(?:en)?|untersagt(?:e|en)?|abgelehnt|verzichte(?:t|te|ten)|ausgeschlossen|ausschlie(?:ss|ß)t|"
    r"(?:schloss|schlossen|schliesst|schliessen)(?=.*\baus\b)"
)
_APPROXIMATE = fold_case(
    "rund etwa circa ca ungefähr fast knapp über mehr als weniger mindestens höchstens nahezu gut unter bis zu"
)

_VERBS_WITHOUT_ROLES = fold_case("""
    sein werden haben machen treffen heiraten begegnen spielen sprechen reden verhandeln streiten diskutieren einigen
    unterscheiden ähneln kämpfen zusammenarbeiten geben schließen öffnen beginnen enden starten ändern
""")

GERMAN_PREMISES = PremiseWords(
    numerals=german_numerals(),
    scales=_SCALES,
    months={
        **{name.casefold(): number for number, name in enumerate(_MONTHS, start=1)},
        **{"jänner": 1, "jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "okt": 10, "nov": 11, "dez": 12},
    },
    weekdays={**{name: number for number, name in enumerate(_WEEKDAYS, start=1)}, "sonnabend": 6},
    measures=GERMAN_MEASURES,
    seasons=_SEASONS,
    decimal=",",
    approximate=_APPROXIMATE,
    selecting=fold_case("welche welchen welcher die den der diese beiden nenne nennen was"),
    centuries=fold_case("jahrhundert jahrhunderts jahrhunderten"),
    not_names=_NOT_NAMES,
    roles=_ROLES,
    places=GERMAN_PLACES,
    same_names=SAME_NAMES,
    countries=COUNTRIES,
    before_names=fold_case("in aus nach bei von am im vom zum zur an gegen für bis"),
    determiners=fold_case("der die das dem den des ein eine einen einem einer seinen seine ihren ihre"),
    definite=fold_case("der die das dem den des"),
    kinds=_KINDS,
    singular_auxiliaries=fold_case(
        "hat hatte ist war wird wurde würde will wollte soll sollte kann konnte muss musste darf durfte"
    ),
    singular_verbs=r"sah|gab|kam|ging|hielt|nahm|warf|lief|rief|sprach|schrieb|verbrachte|trug|fand|\w{3,}te?",
    uncounted=_UNCOUNTED,
    presupposing=fold_case("warum wieso weshalb weswegen wodurch wozu"),
    place_endings=_PLACE_ENDINGS,
    street_endings=r"...(?:stra(?:ß|ss)e|gasse|platz|allee|weg|ring|damm|brücke|ufer|tor)$",
    object_determiners=fold_case("dem den des einem einen eines im am vom zum beim ihm ihn ihnen mit von für gegen"),
    joining_nouns=fold_case("des eines im in am an vom von zum zur bei beim aus auf nach vor seit über unter laut um"),
    contracted=fold_case("am im vom zum zur beim"),
    asking_for_doer=fold_case("wer welcher welche welches"),
    verbs_without_roles=_VERBS_WITHOUT_ROLES,
    negations=_NEGATIONS,
    already=fold_case("bereits schon längst sofort gleich immer stets"),
    denials=_DENIALS,
    exceptions=r"mit ausnahme|ausgenommen|außer|ausser|abgesehen|bis auf(?! weiteres)|lediglich|einzig\w*",
    opposites=OPPOSITES,
    opposite_prepositions=OPPOSITE_PREPOSITIONS,
    opposite_prefixes=OPPOSITE_PREFIXES,
)
