"""German."""

from __future__ import annotations

from retrieval.language.german.checking import GERMAN_CHECKING
from retrieval.language.german.common_words import LIGHT_WORDS
from retrieval.language.german.follow_ups import GERMAN_FOLLOW_UPS
from retrieval.language.german.premises import GERMAN_PREMISES
from retrieval.language.german.topics import GERMAN_TOPICS
from retrieval.language.rules import AnswerTypePatterns, LanguageRules, fold_case, phrases, words

_ARTICLES_AND_PRONOUNS = fold_case("""
    der die das des dem den ein eine einer eines einem einen kein keine keiner keines keinem keinen
    ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich man
    mein meine meiner meines meinem meinen dein deine deiner deines deinem deinen
    sein seine seiner seines seinem seinen ihre ihrer ihres ihrem ihren
    unser unsere unserer unseres unserem unseren euer eure eurer eures eurem euren
    dieser diese dieses diesem diesen dies jener jene jenes jenem jenen
    jeder jede jedes jedem jeden mancher manche manches manchem manchen solcher solche solches solchem solchen
    derjenige diejenige dasjenige derselbe dieselbe dasselbe deren dessen denen derer
    selbst selber einander jemand jemanden jemandem niemand etwas nichts alles beide beiden beider
""")
_PREPOSITIONS = fold_case("""
    ab am an ans auf aufs aus bei beim bis durch für fürs gegen hinter im in ins mit nach neben ohne seit
    über übers um ums unter unters vom von vor vors während wegen zu zum zur zwischen
""")
_CONJUNCTIONS = fold_case("""
    aber als also beziehungsweise bzw bevor da damit dann dass daß denn dennoch doch ehe entweder falls indem jedoch
    ob obwohl oder sobald sodass sofern solange sondern soweit sowie sowohl und weder weil wenn wobei nachdem
""")
_ADVERBS = fold_case("""
    allerdings auch außerdem bereits besonders dabei dadurch dafür dagegen daher dahin danach daneben daran darauf
    daraus darin darüber darum darunter davon davor dazu dort dorthin eben ebenfalls ebenso eher einmal etwa fast
    genau gerade gern gerne gleich gleichzeitig heute hier hierbei hierzu hin hinaus immer insbesondere insgesamt
    inzwischen jetzt kaum lediglich meist meistens mehr mal nämlich nicht noch nun nur oft rund schließlich schon sehr
    so sogar somit sonst später stets teilweise trotzdem überhaupt übrigens viel viele vielen vieler vielleicht
    wieder wohl ziemlich zudem zuletzt zumindest zunächst zurzeit zusammen zwar nochmal nochmals
    mittlerweile momentan bislang bisher neulich kürzlich demnächst jemals je nie niemals irgendwann manchmal
    wahrscheinlich anscheinend vermutlich offenbar leider natürlich endlich plötzlich überall nirgends eh halt bloß
""")
_AUXILIARIES = fold_case("""
    bin bist ist sind seid war warst waren wart gewesen sei seien wäre wären
    habe hast hat haben habt hatte hatten gehabt hätte hätten
    werde wirst wird werden werdet wurde wurden worden geworden würde würden
    kann kannst können könnt konnte konnten könnte könnten muss musst müssen musste mussten müsste müssten
    soll sollst sollen sollte sollten will willst wollen wollte wollten darf dürfen durfte durften dürfte dürften
    mag mögen mochte möchte möchten lassen lässt ließ ließen gibt gab geben
    tun tut tat taten getan machen macht machte gemacht
""")
_QUESTION_WORDS = fold_case("""
    was wer wen wem wessen wie wieso weshalb warum weswegen wo wohin woher wann welche welcher welches welchem welchen
    wieviel wieviele wofür wogegen womit wonach woran worauf woraus worin worüber worum wovon wovor wozu wodurch
    inwiefern inwieweit
""")

_SMALL_TALK = fold_case("""
    hallo hi hey moin servus grüezi tach tag guten gutenmorgen morgen abend nacht mahlzeit grüß gott liebe lieber
    tschüss ciao bye danke dankeschön dank vielen bitte bitteschön gern ok okay oki ja nein nee jo jep na naja
    super toll cool klasse prima nice haha hahaha lol hm hmm äh ähm ach oh ah aha wow sorry entschuldigung
    bot du ihr mir uns wer bist kannst
    sag sagt mal bitte eigentlich denn halt eh leute alle zusammen
    weiß weiss weißt weisst wissen jemand wer ob frage fragen kurz kurze
""")

# Not here: abbreviations that are also words which end sentences ("Art", "Mag", "Vers", "Max", "So"), and those that
# close a list ("usw.", "etc."): what follows with a capital is a sentence of its own.
_ABBREVIATIONS = fold_case("""
    abb abs abt adr agr allg amtl anm aufl az bd bes bez bhf biol bsp bspw bzgl bzw ca chem christl dat dipl doz
    dr dt ebd ehem einschl em engl erm etw ev evtl exkl fam fr franz frz geb gegr gem gesch gest gez ggf griech
    habil hist hl hr hrsg ing inkl insb ital iur jur kath kgl lat lfd med mr mrs ms nat nr nrn oec op pers pfd phil
    pol prof publ rd rel rer resp russ röm sog spez st staatl stellv techn tel theol urspr verf verh vet vgl vs wg
    zit ztr zzgl österr
    d.h i.d.r m.e n.chr o.g o.ä s.o s.u u.a u.u u.ä v.a v.chr v.d z.b z.t z.zt
""")

_FILLER = phrases("""
    weiß jemand, weiss jemand, weiß einer, weiß wer, weiss wer, wisst ihr, weißt du, weisst du, weißt ihr, wissen sie
    kann mir jemand sagen, kann mir einer sagen, kannst du mir sagen, könnt ihr mir sagen, können sie mir sagen
    kann jemand sagen, kannst du sagen, kann mir wer sagen, kann mir jemand erklären, kannst du mir erklären
    kannst du erklären, kann mir jemand helfen, kannst du mir helfen, kann mir jemand verraten, kannst du mir verraten
    sag mal, sagt mal, sagen sie mal, sag mir, sagt mir, erzähl mir, erzähl mal, erklär mir, erklär mal, verrat mir
    hat jemand eine ahnung, hat jemand ne ahnung, hat jemand ahnung, hat wer ahnung, hast du eine ahnung, keine ahnung
    ich frage mich, frage mich, ich wollte fragen, wollte fragen, wollte mal fragen, ich wüsste gern, wüsste gern
    mich würde interessieren, mich interessiert, es würde mich interessieren, ich würde gern wissen, würde gern wissen
    ich möchte wissen, möchte wissen, ich möchte gern wissen, ich will wissen, will wissen, würde mich interessieren
    ich habe eine frage, hab eine frage, hab ne frage, habe mal eine frage, eine frage, ne frage, mal ne frage
    kurze frage, noch eine frage, meine frage, frage an alle, frage in die runde, blöde frage, dumme frage
    hallo zusammen, hi zusammen, moin zusammen, hallo alle, hey leute, hallo leute, guten morgen, guten tag, guten abend
    liebe leute, liebe gruppe, lieber bot, gute nacht, grüß gott, schönen guten tag
    vielen dank, danke schon mal, danke im voraus, danke euch, lg, vg, mfg, viele grüße, liebe grüße
    steht im artikel, steht in dem artikel, im artikel, laut artikel, laut dem artikel, in dem artikel, im text
    laut text, laut dem text, laut dem beitrag, laut dem abschnitt, laut dem absatz, laut beitrag, laut abschnitt
    dem artikel zufolge, dem text zufolge, dem beitrag zufolge, dem abschnitt zufolge, dem absatz zufolge
    dem artikel nach
    in dem text, in dem beitrag, in dem abschnitt, in dem absatz, in diesem artikel, in diesem text, in diesem beitrag
    in diesem abschnitt, in diesem absatz, im beitrag, im abschnitt, im absatz, gemäß dem artikel, gemäß dem text
    gemäß dem abschnitt, gemäß dem absatz, im obigen text, basierend auf dem abschnitt, basierend auf dem text
    steht da, steht drin, steht da was, steht da irgendwas, steht da drin, ist bekannt, weiß man, weiss man
    was steht zu, was steht über, gibt es infos, gibts infos, infos zu, irgendwas zu, etwas zu, was zu
    könnt ihr, kannst du, könnten sie, könntest du, glaubt ihr, meint ihr
""")

_DATES = phrases("""
    wann, welches jahr, welchem jahr, welchen jahren, welches datum, welchem datum, welchem tag, welcher tag
    welchem monat, welches jahrhundert, welchem jahrhundert, welchem jahrzehnt, welchem zeitpunkt, welcher zeit
    welchem zeitraum, welcher zeitraum, wie spät, um wieviel uhr, wie viel uhr
""")
_NUMBERS = phrases("""
    wie viel, wie viele, wie vielen, wie vieler, wieviel, wieviele, wievielen, wievielfache, wie hoch, wie hohe
    wie groß, wie gross, wie oft, wie weit, wie schnell, wie schwer, wie häufig
    wie breit, wie tief, wie stark, prozent, prozentsatz, anzahl
""")
_AGES = phrases("wie alt, welches alter, welchem alter")
_PRICES = phrases("""
    wie teuer, was kostet, was kosten, was kostete, was kosteten, was hat gekostet, was verdient, was zahlt, was zahlen
    wie viel kostet, wieviel kostet, wie viel kosten, wieviel kosten, wie viel geld, wieviel geld, wie viel euro
    wieviel euro, wie viele euro, wie viel kostete, welcher preis, welchen preis, welchem preis, zu welchem preis
""")
_AGE = r"""
    \b\d{1,9}\ (?:\w+\ )?jahren?\b | -?jährige[nrsm]?\b | \(\d{1,3}\) | ,\ \d{1,3}, | \b(?:alter|lebensjahr)\b
    | \b(?:geboren|geburtstag|jahrgang)\b | \bmit\ \d{1,3}(?:\ jahren)?\b | \b\w+\ jahre\ alt\b
"""
_PRICE = r"""
    \b(?:euro|cent|millionen|milliarden|dollar|franken|pfund|rubel|yen|mark|prozent)\b
    | \b(?:kostenlos|kostenfrei|gratis|umsonst|geschenkt)\b | \d\ ?[€$£] | [€$£]\ ?\d
"""
_DURATIONS = phrases("wie lang, wie lange, bis wann, seit wann, ab wann")
_NAMES = phrases(
    "wie heißt, wie heisst, wie hieß, wie hiess, wie heißen, wie hießen, name des, name der, namen des, namen der"
)
_PERSONS = phrases("wer, wen, wem, wessen, welche person, welcher mann, welche frau")
_REASONS_ASKED = phrases("warum, wieso, weshalb, weswegen, aus welchem grund, aus welchen gründen, was ist der grund")
_NAME = r"\b(?:genannt|nennt|nannte|namens|namen?|heiß\w*|hieß\w*|bezeichnet\w*|getauft)\b | [„»«\"(]\w+"
_NUMBER = r"\b(?:\w+fach(?:e[nrs]?)?|\w*(?:drittel|viertel|hälfte)\w*|mehrere[nrs]?|etliche[nr]?|wenige[nr]?|\w+mal)\b"
_MONTHS = fold_case("""
    januar jänner februar märz april mai juni juli august september oktober november dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern vorgestern
""")
_NUMERALS = fold_case("""
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig
    neunzig hundert hunderte tausend tausende million millionen milliarde milliarden dutzend dutzende
    hälfte drittel viertel halb halbe keine keiner keines zweidrittel
    einmal zweimal dreimal doppelt doppelte
""")

_LEANING = fold_case("""
    er sie ihm ihr ihn ihnen sein seine seiner seinem seinen ihre ihrer ihrem ihren dieser diese dieses diesem diesen
    dies deren dessen damit dafür dagegen dabei dadurch daran darauf daraus darin darüber darunter davon davor dazu
    danach daher deshalb deswegen darum demnach somit hierbei hierfür hierzu dort dorthin dann denn
    letztere letzterer letzteres beides auch zudem außerdem jedoch trotzdem dennoch allerdings stattdessen ebenso
    ebenfalls andernfalls sonst solche solcher solches
""")
_CONNECTING = fold_case("""
    auch zudem außerdem jedoch trotzdem dennoch allerdings stattdessen ebenso ebenfalls andernfalls sonst dann denn
    deshalb deswegen darum daher demnach somit
""")
# "Das" before a verb is a pronoun, before a noun an article, which leans on nothing.
_LEANING_PHRASES = phrases("""
    das ist, das war, das hat, das hatte, das habe, das sei, das soll, das sollte, das wird, das wurde, das würde
    das kann, das könnte, das muss, das müsse, das gilt, das gelte, das liegt, das macht, das geht, das führt, das zeigt
    das sind, das waren, das wäre, das will, das wolle, das bedeutet, das sagte, das teilte, das schrieb, das alles
    es handelt sich, es sei, es habe
    dem bericht zufolge, dem bericht nach, laut dem bericht, laut bericht, aus diesem grund, zu diesem zweck
    in diesem zusammenhang, in diesem fall, zur begründung, als grund, nach ihm, mit ihm, mit ihr, vor ihm
""")
# "gesperrt" and "sperrte" have different stems for Snowball, "aufgefordert" and "auffordern" too.
_PARTICIPLE = (
    r"(?P<before>ab|an|auf|aus|bei|dar|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|zu|zurück|zusammen)?"
    r"ge(?P<verb>\w{3,}(?:t|en))"
)
_WHY = phrases("""
    warum, wieso, weshalb, weswegen, wozu, wofür, aus welchem grund, aus welchen gründen, welchen grund, welcher grund
    welche gründe, was ist der grund, was war der grund, zu welchem zweck, welchen zweck, mit welchem ziel, wie kommt es
    wie kam es, was bezweckte, was bezweckt, was wollte, was wollten, mit welcher begründung, mit welcher absicht
""")
_REASONS = fold_case("""
    weil denn deshalb deswegen daher darum damit dadurch dazu somit grund gründe gründen ursache aufgrund wegen um
    begründung begründete begründet begründen zweck ziel absicht folge nämlich zuliebe gefallen schuld auslöser
""")

_SAYING = fold_case("""
    sagt sagte sagen sagten meint meinte meinen meinten behauptet behauptete behaupten laut zufolge meinung ansicht
""")
# Not "meint" and "hält … für": their objects are what is meant, not who means it.
_STATEMENTS = fold_case("""
    sagt sagte sagten sagen hält hielt hielten halten denkt dachte dachten denken rät riet rieten raten
    meint meinte meinten
    erklärt erklärte erklärten äußert äußerte äußerten empfiehlt empfahl empfahlen kommentiert kommentierte kritisiert
    kritisierte kritisierten fordert forderte forderten antwortet antwortete antworteten schreibt schrieb schrieben
    berichtet berichtete berichteten verspricht versprach versprachen behauptet behauptete behaupteten
""")
_ABOUT = fold_case("zu zum zur über von vom dazu davon an am im in gegen für dass nach wegen nun")

# Words of their own, too, or at the end of a sentence: "15 Min. Der Zug …" ends.
_BEFORE_NAMES = fold_case("""
    abg bgm bgmin dipl-ing fa frl gde gebr hptm hw landr lt mag min obgm oberst pf pfr präs rgbez sr stadtr stv
    chr jh jhd jhdt jr jun sen mia mio mrd tsd std str
""")
_BEFORE_NUMBERS = fold_case("""
    abb art fig gem h hs kap no pos rn s tab tel ziff §
    jan feb apr aug sept okt nov dez vol
""")
_BEFORE_DATES = fold_case("mo di mi do fr sa so")

_BEFORE_CARDINALS = fold_case("""
    als zu über unter rund etwa circa gut knapp fast nur noch nun insgesamt mindestens höchstens maximal zirka mal
    mit von gegen jahre prozent plus minus
""")
_BEHIND_ORDINALS = fold_case("""
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sept sep okt nov dez
    jahrhundert jahrhunderts jahrhunderten jahrtausend jahrtausends auflage aufl absatz satz senat kammer liga rang
""")

# Case folded, "ß" as "ss".
_LONG_FORMS = {
    "mio": "millionen",
    "mrd": "milliarden",
    "mia": "milliarden",
    "tsd": "tausend",
    "prof": "professor",
    "dr": "doktor",
    "nr": "nummer",
    "str": "strasse",
    "jan": "januar",
    "feb": "februar",
    "apr": "april",
    "aug": "august",
    "sept": "september",
    "okt": "oktober",
    "nov": "november",
    "dez": "dezember",
    "€": "euro",
    "$": "dollar",
    "£": "pfund",
    "%": "prozent",
}

GERMAN = LanguageRules(
    code="de",
    stemmer="german",
    stop_words=_ARTICLES_AND_PRONOUNS | _PREPOSITIONS | _CONJUNCTIONS | _ADVERBS | _AUXILIARIES | _QUESTION_WORDS,
    question_words=_QUESTION_WORDS,
    small_talk=_SMALL_TALK,
    filler=_FILLER,
    light_words=LIGHT_WORDS,
    abbreviations=_ABBREVIATIONS,
    long_forms=_LONG_FORMS,
    abbreviations_before_names=_BEFORE_NAMES,
    abbreviations_before_numbers=_BEFORE_NUMBERS,
    abbreviations_before_dates=_BEFORE_DATES,
    endings_before_numbers=("str", "nr"),
    legal_forms=words("KG KGaA OHG"),
    before_cardinals=_BEFORE_CARDINALS,
    before_large_cardinals=fold_case(
        "er sie es ich man auf ist sind war waren wird wurde wurden hat haben hatte hatten"
    ),
    behind_ordinals=_BEHIND_ORDINALS,
    saying=_SAYING,
    statements=_STATEMENTS,
    about=_ABOUT,
    leaning=_LEANING,
    connecting=_CONNECTING,
    leaning_phrases=_LEANING_PHRASES,
    prefixes=fold_case("be bei con de dis ent er ge im in kom kon per pro re sub trans un ur ver zer"),
    capital_nouns=True,
    participle=_PARTICIPLE,
    why=_WHY,
    reasons=_REASONS,
    joining=fold_case("und sowie oder"),
    follow_ups=GERMAN_FOLLOW_UPS,
    topics=GERMAN_TOPICS,
    premises=GERMAN_PREMISES,
    checking=GERMAN_CHECKING,
    answer_types=AnswerTypePatterns(
        _DURATIONS,
        _DATES,
        _NUMBERS,
        _NAMES,
        _MONTHS,
        _NUMERALS,
        _AGES,
        _PRICES,
        _PERSONS,
        _REASONS_ASKED,
        _AGE,
        _PRICE,
        _NAME,
        _NUMBER,
        fold_case(
            "seit in im jahr jahre jahres jahren von bis ab anno ende anfang mitte sommer winter frühjahr herbst"
        ),
    ),
)
