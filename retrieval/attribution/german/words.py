"""German words that carry grammar, and nouns that tell a speaker, a source or a time."""

from __future__ import annotations

from retrieval.attribution.syntax.word_pattern import WordPattern
from retrieval.language.rules import words

# A determiner tells the case: what can begin a subject, and what cannot.
SUBJECT_DETERMINERS = words("""
    der die das ein eine einer ihr sein ihre seine unser unsere mehrere einige viele zahlreiche zwei drei vier fünf alle
    sechs sieben acht neun zehn elf zwölf
    beide weitere andere dieser diese dieses jener jene jenes kein keine manche etliche verschiedene jeder jede jedes
    derselbe dieselbe
""")
OBJECT_DETERMINERS = words("""
    dem den des einem einen eines ihrem ihren ihres seinem seinen seines seiner ihrer diesem diesen dieser unserem
    unseren mehreren einigen vielen zahlreichen zwei drei vier beiden weiteren anderen jenem jenen keinem keinen
    verschiedenen allen
""")
ARTICLES = words("der die das dem den des ein eine einer eines einem einen")
DETERMINERS = SUBJECT_DETERMINERS | OBJECT_DETERMINERS
GENITIVE = words("der des eines einer ihrer seiner ihres seines dieser dieses")

PREPOSITIONS = words("""
    in im an am ans auf aus bei beim mit nach vor von vom zu zum zur für über unter durch gegen um seit bis ab wegen
    trotz während ohne zwischen neben hinter laut gemäß gegenüber ins aufgrund innerhalb außerhalb angesichts bezüglich
    infolge per pro entlang anlässlich statt anstatt mithilfe zugunsten seitens mittels hinsichtlich samt außer
    aufs übers nahe dank namens via zwecks zulasten
""")
COUNTING = words("""
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf mehrere einige viele zahlreiche etliche manche
""")
ADVERBIAL = frozenset(
    ("im", noun)
    for noun in words("""
        schnitt durchschnitt mittel moment gegenzug ergebnis vorfeld zusammenhang zuge rahmen einsatz
    """)
)
WHERETO = frozenset({("in", "die"), ("in", "das")})
ATTACHING = words("von vom für aus im in bei beim")
# In these somebody says it; where else "in" stands behind somebody it tells where they are: "die Regierung in Kastor".
SAID_IN = WordPattern(
    r"(?:zeitung|zeitschrift|blatt|magazin|journal|ausgabe|bericht|studie|gutachten|mitteilung|erklärung|stellungnahme|"
    r"beitrag|artikel|brief|schreiben|mail|interview|gespräch|podcast|blog|rede|buch|begründung|antwort|reaktion|"
    r"analyse|untersuchung|umfrage|auswertung|papier|^form|^richtung)(?:s|es|n|en)?$"
)

NOBILITY = words("graf gräfin freiherr freifrau baron baronin prinz prinzessin ritter fürst fürstin herzog herzogin")
RELATIVE_POSSESSIVES = words("deren dessen")  # "dessen Sprecher"
PRONOUNS = words("er sie es")
PERSONAL = words("er sie ihm ihr ihnen ihn dieser diese dieses diesem beide letzterer letztere letzteren ersterer")
RELATIVES = words(
    "der die das dem den deren dessen denen welche welcher welches welchem welchen wer was wo wobei wodurch womit"
)

SUBORDINATORS = words("""
    dass daß ob weil wenn als nachdem obwohl während damit sodass da bevor falls sofern indem seitdem sobald solange
    soweit sowie wonach weshalb warum weswegen wieso wie wo wer was welche welcher welches wann wohin woher obgleich
    wobei wodurch womit worauf wofür ehe bis inwieweit inwiefern
""")
COMPLEMENTISERS = words("""
    dass daß ob wonach weshalb warum weswegen wieso wie wer was wann wo wohin inwieweit inwiefern welche welcher welches
""")
OF_PURPOSE = words("um ohne statt anstatt")  # "…, um zu helfen" is nothing that is said
COORDINATORS = words("und oder aber sowie doch sondern denn")

ADVERBS = words("""
    gestern heute morgen auch zudem dabei allerdings unterdessen jedoch so dazu darin danach damit dann hier außerdem
    inzwischen bereits weiter weiterhin zugleich gleichzeitig zuvor später nun gegenwärtig momentan zuletzt jetzt doch
    dennoch daher deshalb dagegen mittlerweile schon insgesamt anschließend ferner zunächst schließlich demgegenüber
    hingegen indes derzeit vielmehr hinaus insbesondere allem mehrfach offenbar angeblich erneut wiederum ebenso
    ebenfalls dies das was dort noch nur selbst daraufhin bislang bisher ursprünglich kürzlich wörtlich hierzu hiermit
    dafür davon daran darauf sich nicht sogar lediglich etwa zwar denn aber und oder erst wohl ausdrücklich mehrmals
    deutlich offiziell öffentlich immer wieder besonders scharf lautstark anderem uhr mindestens somit vorher nachher
    einst damals früher demnach demzufolge folglich vor allem sofort ihm ihr ihnen uns mir ihn auf kurz zurzeit
    anfangs seither seitdem tags darüber darum übrigens trotzdem natürlich gleichwohl nebenbei auszugsweise ja nein
    überhaupt bald oft stets nie niemals gemeinsam zusammen einerseits andererseits sinngemäß abschließend stattdessen
    oben unten draußen drinnen vorn vorne hinten drüben nebenan links rechts dahinter davor daneben irgendwo überall
    sowohl frühestens spätestens höchstens wenigstens meistens längstens erstens zweitens drittens
    anders hierbei hierüber hierauf diesbezüglich immerhin freilich eben gerade fast kaum sonst
""")
_ADVERB_ENDING = WordPattern(r"(?:lich|falls|weise|wärts|mals|seits|lings|maßen|letzt|dings|[en]lang)$")

# An adjective with its ending, whatever its first letter: "Besondere Probleme" opens a sentence and is no name.
ADJECTIVE = WordPattern(
    r"(?:isch|lich|ig|end|bar|sam|haft|los|voll|ander|weiter|neu|alt|erst|zweit|dritt|letzt|beid|viel|wenig|zahlreich|"
    r"verschieden|unbekannt|mehrer|groß|klein|besonder|jung|hoh|hundert|tausend|einig|viert|eigen|leicht|schwer|größer|"
    r"höher|stärker|früher|später|frei|national|lokal|regional|international|offiziell|aktuell|kommunal|sozial|zentral)"
    r"(?:e|en|em|er|es)$"
)
THING = WordPattern(
    r"(?:ung|ungen|heit|keit|keiten|tion|tionen|tät|ismus|nis|nisse|zahl|wert|tat|plan|pläne|schritt|vorwurf|vorwürfe|kritik)$"
)
# Things and events that "fordern" and "drohen", and say nothing.
IMPERSONAL = WordPattern(
    THING.expression.pattern.removesuffix("$")
    + r"(?:e|en|er|es|s|n)?$|(?:feuer|brand|krise|unfall|unglück|beben|sturm|flut|hochwasser|krieg|kampf|seuche|"
    r"virus|wetter|anschlag|attentat|absturz|lawine|zeit|spiel|arbeit|werk|dach|wasser|hitze|kälte|lage|frage|problem)(?:e|en|er|es|s|n)?$"
)
# A participle in "-t" ends in "-iert", or has a prefix and a vowel between it and "-ert": "verärgert", "besorgt".
# Without them it is likelier a name: "Seifert", "Gellert", "Vogt".
LIKE_PARTICIPLE = WordPattern(
    r"(?:end|\w{3}[lr]nd|iert|tlich|haft|isch|sam|voll|ig|los)$|"
    r"^(?:un|an|ab|auf|aus|ein|hoch)?(?:ge|be|ver|er|ent|zer|über|unter)"
    r"(?:.*[aeiouäöü].*ert|.*(?:gt|ärt|etzt|ockt|üscht|eut|unkt))$"
)

DAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend")
# Behind a name they begin another phrase: "brachte Anke Trems | Ende Juli …".
WHEN = DAYS | words("""
    januar februar märz april mai juni juli august september oktober november dezember ende anfang mitte
""")
TIMES = words("""
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni juli august
    september oktober november dezember ende anfang mitte jahr jahre jahren jahres tag tage tagen tages woche wochen
    monat monate monaten monats stunde stunden minute minuten uhr zeit euro dollar prozent millionen milliarden morgen
    abend nachmittag vormittag nacht mittag wochenende frühjahr sommer herbst winter montagabend dienstagabend
    mittwochabend donnerstagabend freitagabend samstagabend sonntagabend montagmorgen dienstagmorgen mittwochmorgen
    donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen montagnachmittag dienstagnachmittag
    mittwochnachmittag donnerstagnachmittag freitagnachmittag cent meter kilometer grad mal
""")

# Nouns for what somebody said: "nach Angaben von", "laut einem Bericht", "dem Bericht zufolge".
# What is behind them is whose it is; without anything behind them they point back to a source.
STATEMENT_NOUN = WordPattern(
    r"(?<!aus)(?:angabe|aussage|ansicht|meinung|auffassung|auskunft|darstellung|überzeugung|einschätzung|schätzung|mitteilung|"
    r"bericht|meldung|information|erkenntnis|wort|worte|prognose|vorstellung|erklärung|studie|stellungnahme|analyse|"
    r"bekunden|artikel|berechnung|vorhersage|lesart|idee|umfrage|schilderung|"
    r"dokument|planung|statistik|erkenntnisstand|schreiben|version|"
    r"vermutung|medien|gutachten|befragung|interpretation|hochrechnung|sicht|kreise|auskünfte)(?:e|n|s|es|en|nen|ns)?$"
)
# Of these, what is said stands behind a comma: "die Forderung, den Hafen zu schließen".
CLAIM = WordPattern(
    r"(?:forderung|behauptung|ankündigung|aufforderung|aufruf|appell|warnung|drohung|bitte|zusage|versprechen|vorwurf|"
    r"vorschlag|ansicht|auffassung|meinung|überzeugung|einschätzung|vermutung|hoffnung|befürchtung|gerücht|these|"
    r"theorie|begründung|aussage|äußerung|erklärung|feststellung|mitteilung|nachricht|zweifel|anschuldigung|"
    r"bereitschaft|eingeständnis|unterstellung|argument|annahme)(?:e|en|s|n)?$"
)
MEDIUM = WordPattern(
    r"(?:zeitung|zeitschrift|magazin|agentur|sender|blatt|medien|medium|bericht|meldung|artikel|portal|rundfunk|"
    r"(?:nachrichten|presse|informations|medien)dienst|presse|fernsehen|radio|journal|report|studie)(?:s|es|en|e|n)?$"
)
# Nouns for what people are: alone they mean somebody named elsewhere, before a name they are left out of it.
PERSON = WordPattern(
    r"(?:minister|präsident|kanzler|sprecher|chef|vorsitzende|sekretär|politiker|(?<!dreh)(?<!strick)(?<!halb)leiter|direktor|trainer|professor|"
    r"anwalt|anwältin|richter|meister|abgeordnete|experte|forscher|general|bischof|papst|könig|königin|vorstand|manager|"
    r"führer|kandidat|mann|frau|spieler|premier|senator|kommissar|beauftragte|bürgermeister|herr|dr\.|prof\.|doktor|"
    r"geschäftsführer|inhaber|gründer|autor|schriftsteller|journalist|redakteur|reporter|astronom|wissenschaftler|"
    r"historiker|ökonom|analyst|psychologe|soziologe|physiker|biologe|mediziner|arzt|ärztin|pilot|kapitän|oberst|"
    r"kommandeur|kommandant|botschafter|gouverneur|(?:land|stadt|staats|gemeinde|ober)rat|rätin|patriarch|kardinal|pfarrer|prinz|fürst|"
    r"vertreter|verteidiger|kläger|mitarbeiter|beamte|beamter|(?<!flug)(?<!fahr)(?<!werk)(?<!spiel)zeuge|bruder|schwester|vater|mutter|sohn|tochter|"
    r"bewohner|anwohner|besitzer|unternehmer|milliardär|künstler|sänger|schauspieler|regisseur|moderator|sportler|"
    r"fahrer|weltmeister|rebell|aktivist|gewerkschafter|funktionär|jurist|kritiker|kollege|nachfolger|vorgänger|"
    r"amtsinhaber|herausforderer|koordinator|intendant|präses|rektor|dekan|lehrer|schüler|student|vize)"
    r"(?:s|es|n|en|in|innen|r)?$"
)
# Nouns by which a text calls somebody whom it has named.
EPITHET = WordPattern(r"^\d{1,3}-jährigen?$|^familien(?:vater|mutter)$")
FORMER = WordPattern(r"^(?:frühere|ehemalige|einstige|pensionierte|gelernte|studierte|promovierte)[nr]?$")
# Nouns for the same office: who is introduced with one may be called by the other.
SAME_OFFICE = (
    words("anwalt verteidiger rechtsanwalt strafverteidiger"),
    words("anwältin verteidigerin rechtsanwältin strafverteidigerin"),
    words("richter vorsitzender vorsitzende"),
    words("richterin vorsitzende"),
)
# Endings of nouns for what people do, where a name of two words follows: "Gewässerbiologe Veikko Trems".
OCCUPATION = WordPattern(
    PERSON.expression.pattern.removesuffix("$")
    + r"$|(?:loge|login|iker|berater|ist|ant|(?<!m)ent|wirt|fischer|bauer|händler|"
    r"küster|kraft|werker|sanitäter|rechtler|mitglied|leger|macher|wächter|gärtner|förster|winzer|schäfer|metzger|"
    r"tischler|schreiner|schlosser|bäcker|maler|steller|pfleger|jäger|züchter|sammler|helfer|retter|taucher|segler|läufer|rentner|verkäufer|ière|eur|\w{5}in)(?:in|n|en|s)?$"
)
# Nouns that end as those for what people do, and are none.
_NO_AGENTS = tuple(
    words("""
        frist geist list mist wetter fenster muster alter lager feuer sommer winter wasser zimmer messer nummer
        mauer steuer kammer dauer koffer ziffer keller fehler zähler computer filter theater register semester
        kloster pflaster ufer eimer hammer körper papier unter fieber pulver silber kupfer leder futter kinder
        länder bilder häuser felder räder wälder bücher güter gelder lieder blätter eier gläser dächer löcher
        dörfer schilder gesichter lichter bretter kleider container roller trecker laster dampfer frachter
        kutter tanker flieger hubschrauber anhänger traktor motor reaktor sektor faktor monitor sensor
        transformator generator ventilator moment prozent dokument instrument argument element segment parlament
        regiment experiment testament talent patent akzent cent kontinent restaurant diamant hydrant
    """)
)
# The same where the surname stands alone elsewhere: first names are shorter than most compounds.
CAN_BE_TITLE = WordPattern(r"^[A-ZÄÖÜ][\w-]{7,}$|^[A-ZÄÖÜ][\w-]+(?:er|in)$")
# What an institution may be called later: "das Umweltamt … die Behörde".
KINDS = {
    "behörde": WordPattern(r"(?:amt|amts|amtes|behörde|aufsicht|präsidium|präsidiums|ministerium|ministeriums)$"),
    "gruppe": WordPattern(r"(?:initiative|bündnis|bündnisses|verein|vereins)$"),
    "organisation": WordPattern(r"(?:verein|vereins|verband|verbands|verbandes|stiftung|bündnis|initiative)$"),
    "unternehmen": WordPattern(
        r"(?:firma|konzern|konzerns|hersteller|herstellers|reederei|brauerei)$|^(?:gmbh|ag|se)$"
    ),
    "firma": WordPattern(r"(?:hersteller|herstellers|reederei|brauerei)$|^gmbh$"),
}
# "Innenstadt" is not called "die Stadt", nor "Bundespolizei" always "die Polizei".
NO_SHORT_FORMS = words("stadt land haus gruppe polizei bahn werk warte leute bank bund rat partei union")
# Things and animals that are the subject of "sagen" and "fordern", and say nothing.
SPEECHLESS = WordPattern(
    r"^(?:(?:\w+(?:anzeige|foto|bild|pegel|kurve|glocke|preis|miete|garer|spüler|sauger|drucker|trockner|kocher|"
    r"ofen|herd|schrank|automat|wecker))|miete|preis|kosten|zahl|wert|foto|bild|uhr|app|"
    r"glocke|kurve|karte|tafel|schild|gerät|sensor|kamera|maschine|auto|schiff|boot|handy|telefon|computer|"
    r"taube|krähe|möwe|vogel|vögel|hund|katze|kuh|kühe|pferd|schaf|biene|fisch|tier|wolf|wölfe|ratte|maus|mäuse)"
    r"(?:e|en|n|s|es)?$"
)
# Something written, which is no institution as a newspaper is; and nouns that without a name tell nobody who it is.
DOCUMENT = WordPattern(
    r"(?:angabe|aussage|auskunft|auskünfte|schätzung|verfassung|anweisung|verordnung|satzung|gesetz|vertrag|vermerk|"
    r"bericht|meldung|mitteilung|studie|gutachten|umfrage|befragung|statistik|analyse|dokument|schreiben|erklärung|"
    r"stellungnahme|artikel|prognose|hochrechnung|berechnung|untersuchung|erhebung|auswertung|protokoll|urteil|"
    r"brief|papier|^daten|messdaten)(?:e|n|s|es|en)?$"
)
UNINFORMATIVE = words("""
    person personen mensch menschen frau frauen mann männer junge mädchen kind kinder tochter töchter sohn söhne mutter
    vater bruder schwester ehemann ehefrau ort dorf mehrheit minderheit hälfte
""")
TOPICS = words("""
    masche trick
    fazit motto ziel ergebnis problem frage lösung wichtig tipp hinweis slogan parole botschaft credo devise grund folge
    bilanz plan idee regel prinzip wunsch hoffnung klar sicher thema
""")
# Groups and bodies that speak.
BODY = WordPattern(
    r"(?:zeitung|polizei|regierung|gericht|gerichtshof|anwaltschaft|partei|verband|ministerium|behörde|agentur|"
    r"dienst|amt|kommission|forscher|wissenschaftler|experten|beobachter|unternehmen|konzern|fraktion|"
    r"gewerkschaft|organisation|institut|rat|verein|club|bund|bank|firma|hersteller|kirche|feuerwehr|opposition|"
    r"koalition|union|gruppe|bündnis|initiative|stiftung|gesellschaft|universität|sender|magazin|zentrale|leitung|"
    r"armee|militär|bundeswehr|weiße|haus|palast|kreml|senat|parlament|kammer|betreiber|anbieter|veranstalter|stadt|"
    r"verwaltung|kabinett|präsidium|leute|kritiker|gegner|befürworter|anhänger|vertreter|politiker|bewohner|eltern|"
    r"familie|zeugen|augenzeugen|medien|presse|börse|bahn|werk|wetterdienst|warte|museum|klinik|krankenhaus|(?<!f)riese|gigant)"
    r"(?:s|es|n|en|e)?$"
)


SPEAKING = WordPattern(
    r"(?:vereinigung|bewegung|delegation|redaktion|vertretung|versicherung|abteilung|fakultät|führung|direktion|inspektion|"
    r"untersuchung|auswertung|erhebung|nation|expedition|mission|begleitung|nachbarschaft|mannschaft)(?:en)?$"
)


def is_abstract(lower: str) -> bool:
    """Whether the noun is for what cannot speak, nor be read: "Anwendung", but not "Regierung", "Erklärung"."""
    speaks = (PERSON, BODY, MEDIUM, STATEMENT_NOUN, SPEAKING)
    return lower in IMPERSONAL and not any(lower in listed for listed in speaks)


def is_agent(lower: str) -> bool:
    """Whether the noun is for somebody by what they do, or ends so: "Landwirt", "Demonstrantin", "Eisenbahner"."""
    bare = lower.removesuffix("innen").removesuffix("n").removesuffix("s").removesuffix("in").removesuffix("e")
    ends = lower in OCCUPATION or bare.endswith(("er", "ant", "ent", "ist", "or", "wirt", "eur"))
    return ends and not bare.endswith(_NO_AGENTS)


def is_adverb(lower: str) -> bool:
    """Whether the word, in lower case, modifies rather than names."""
    return lower in ADVERBS or lower in _ADVERB_ENDING
