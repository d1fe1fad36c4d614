"""German verbs: those of saying, and enough others to see where a clause has its verb.

Separable particles are set off with "|". Verbs of saying are sorted by what they need beside them:

- `STATEMENTS` report only with something said: "dass …", a quotation, a clause in Konjunktiv I;
- `SPEECH_ACTS` report by themselves, with an object: "X kritisiert den Plan", "X fordert Neuwahlen".
"""

from __future__ import annotations

STATEMENTS = """
    sagen erklären berichten schreiben melden betonen bestätigen äußern meinen behaupten hoffen glauben befürchten
    vermuten erwarten schätzen schlussfolgern urteilen fürchten warnen begründen argumentieren kommentieren versichern
    erläutern ergänzen beteuern bezweifeln bestreiten verkünden beklagen entgegnen erwidern antworten
    resümieren unterstreichen bekräftigen prognostizieren dementieren spekulieren mit|teilen erzählen schildern
    zu|geben an|geben bekannt|geben an|kündigen fest|stellen klar|stellen aus|führen hinzu|fügen ein|räumen hin|weisen
    an|deuten an|merken aus|sagen konstatieren mutmaßen monieren mahnen verlautbaren verlauten rechtfertigen
    präzisieren versprechen skandieren twittern gestehen bemängeln dar|legen voraus|sagen vorher|sagen folgern
    nach|legen signalisieren formulieren zu|sichern zu|sagen drohen verraten bekannt|machen
    heraus|stellen hervor|heben fest|halten meckern schimpfen spotten witzeln scherzen schwärmen jubeln
    frohlocken poltern wettern klagen raunen flüstern fragen nach|haken zurück|geben sinnieren bilanzieren
    zusammen|fassen offenbaren enthüllen gegenüber|stellen verdeutlichen veranschaulichen aus|sprechen posten mailen
    funken orakeln diktieren erinnern ein|wenden  gut|heißen unterrichten vor|rechnen fabulieren
    schwören geloben leugnen  ab|streiten ab|wiegeln beschwichtigen zu|stimmen bei|pflichten widersprechen
    kontern parieren vor|bringen vor|tragen verlesen vermelden
    aus|richten zu|rufen erkennen plaudern predigen
    bekunden an|nehmen vor|geben erwägen beschließen vereinbaren drängen pochen beharren insistieren benennen
    garantieren entscheiden heraus|finden besagen bescheinigen attestieren nahe|legen
"""

REACTIONS = """
    kritisieren begrüßen loben verurteilen bedauern ab|lehnen befürworten bitten missbilligen verneinen protestieren
    aus|schließen werten an|prangern verweisen an|bieten beantragen
"""

SPEECH_ACTS = """
    fordern verlangen appellieren plädieren beschuldigen vor|werfen zurück|weisen vor|schlagen empfehlen auf|fordern
    bezeichnen bezichtigen unterstellen rügen tadeln würdigen auf|rufen beziffern raten an|mahnen bestreiten dementieren
    bezweifeln erhoffen bemängeln brandmarken beanstanden zu|schreiben ein|schätzen warnen an|kündigen versprechen
    monieren geißeln vorher|sagen voraus|sagen bekräftigen an|regen beteuern
    befürchten fürchten bekannt|geben bestätigen betonen unterstreichen prognostizieren schätzen verkünden begründen
    ein|räumen zu|geben vermuten zu|sagen
"""

# Everyday verbs, and those of news. Weak ones and those made of a strong base need no more than the infinitive.
OTHERS = """
    aus|drücken beschweren berufen brüllen murmeln brummen knurren seufzen
    an|sehen ein|stufen beschimpfen attackieren
    finden denken zitieren rufen befinden aus|gehen hervor|gehen statt|finden beschreiben lauten
    machen stellen setzen legen führen folgen gehören hören spielen arbeiten leben brauchen suchen kaufen zahlen zählen
    zeigen kämpfen handeln dauern enden öffnen starten landen retten töten verletzen zerstören bauen planen prüfen
    fehlen sorgen wirken dienen wohnen kosten reichen fürchten lernen lehren lieben danken wünschen hoffen warten
    achten richten regeln regieren wählen stimmen feiern trauern wecken drücken schicken senden bilden decken dienen
    drehen erben ernten fassen formen führen füllen gründen grenzen hindern holen jagen kehren klären klingeln knüpfen
    kochen kontrollieren kosten kümmern kürzen lagern leisten leiten lenken liefern lohnen lösen merken mieten nutzen
    nützen ordnen passen passieren rechnen reden regnen reisen rollen rücken schaden schalten schauen scheitern schätzen
    schenken schützen siegen sichern spenden speichern stammen stärken steigern steuern stoppen stören strahlen streiken
    stürzen stützen tauschen teilen testen tanken träumen trennen üben verdienen verfügen verhandeln verhaften
    verhindern verkaufen verkehren verlangen verlängern vermeiden vermissen vermitteln veröffentlichen verpassen
    verpflichten versammeln versagen verschärfen verschieben verstärken versuchen verteidigen verteilen
    verursachen verurteilen verwalten verwandeln verweigern verwenden verzichten vorbereiten wachen wagen wandern
    wechseln wehren weigern werben wiederholen wirken zögern zweifeln
    beachten beantragen bearbeiten beauftragen bedeuten bedrohen beeinflussen beenden befassen befolgen befreien
    befürworten begegnen begleiten behandeln behindern beherrschen belasten belegen bemerken bemühen benennen benötigen
    benutzen beobachten beraten berechnen berechtigen beruhen berühren beschädigen beschäftigen beschleunigen
    beschließen
    beschränken beseitigen besetzen besichtigen besiegen besitzen bestehen bestellen bestimmen bestrafen besuchen
    beteiligen betonen betrachten betreiben betreuen bevorzugen bewachen bewerten bewirken bezahlen beziehen
    entdecken entfernen entführen entlassen entscheiden entschuldigen entsprechen entstehen enttäuschen entwickeln
    erfahren erfassen erfolgen erfordern erfüllen ergeben ergreifen erhalten erheben erhöhen erholen erinnern erkennen
    erlauben erleben erledigen erleichtern ermitteln ermöglichen ermorden ernennen eröffnen erreichen erscheinen
    erschießen erschüttern ersetzen erstrecken erteilen ertrinken erweisen erweitern erwerben erzeugen erzielen
    gefährden gelangen gelten genehmigen genügen geschehen gestalten gestatten gewähren gewinnen
    untersuchen unterstützen unterzeichnen unterliegen überleben übernehmen überprüfen überqueren überraschen
    überschreiten übertragen überwachen überzeugen unterbrechen unternehmen unterscheiden
    verändern verbessern verbieten verbinden verbleiben verbrauchen verbrennen verbringen verdächtigen vereinbaren
    verfolgen vergehen verhalten verhängen verkünden verlassen verlaufen verlegen verlieren vernichten verringern
    verschwinden versprechen verstehen verstoßen vertreten verwickeln vollenden widmen misshandeln
    halten fahren fallen fangen finden fliegen fließen fliehen frieren gehen geraten greifen hängen
    heben helfen kommen laden laufen leiden lesen liegen lügen messen nehmen nennen brennen bringen kennen
    reißen reiten ruhen schlafen schlagen schließen schneiden schreien schweigen schwimmen
    schwinden sehen singen sinken sitzen sprechen springen stehen stehlen steigen sterben stoßen streichen streiten
    tragen treffen treiben treten trinken tun wachsen weichen weisen wenden werfen wiegen wissen ziehen zwingen
    bleiben beginnen bewegen bieten binden brechen dringen essen gelingen genießen heißen klingen lassen scheinen
    schieben gebären vergessen verzeihen leihen bewerben bergen schwellen
    agieren aktivieren amtieren basieren definieren demonstrieren diskutieren existieren explodieren finanzieren
    funktionieren garantieren identifizieren ignorieren informieren integrieren interessieren investieren
    kandidieren kapitulieren kollidieren kooperieren korrigieren kritisieren lizenzieren modernisieren
    operieren organisieren orientieren produzieren profitieren protestieren provozieren reagieren reduzieren
    registrieren renovieren reparieren reservieren resultieren riskieren sanieren stabilisieren stagnieren
    studieren telefonieren tolerieren trainieren transportieren variieren privatisieren akzeptieren blockieren
    attackieren boykottieren eskalieren evakuieren inspizieren installieren konzentrieren legalisieren
"""

# infinitive: third person singular present, preterite, participle
STRONG = """
    geben gibt gab gegeben
    sprechen spricht sprach gesprochen
    nehmen nimmt nahm genommen
    sehen sieht sah gesehen
    stehen steht stand gestanden
    gehen geht ging gegangen
    halten hält hielt gehalten
    schreiben schreibt schrieb geschrieben
    heißen heißt hieß geheißen
    lassen lässt ließ gelassen
    rufen ruft rief gerufen
    weisen weist wies gewiesen
    schlagen schlägt schlug geschlagen
    werfen wirft warf geworfen
    laden lädt lud geladen
    bieten bietet bot geboten
    ziehen zieht zog gezogen
    treten tritt trat getreten
    streiten streitet stritt gestritten
    finden findet fand gefunden
    kommen kommt kam gekommen
    bleiben bleibt blieb geblieben
    raten rät riet geraten
    fallen fällt fiel gefallen
    fahren fährt fuhr gefahren
    tragen trägt trug getragen
    treffen trifft traf getroffen
    sterben stirbt starb gestorben
    helfen hilft half geholfen
    schließen schließt schloss geschlossen
    ginnen ginnt gann gonnen
    winnen winnt wann wonnen
    lieren liert lor loren
    liegen liegt lag gelegen
    sitzen sitzt saß gesessen
    tun tut tat getan
    wissen weiß wusste gewusst
    kennen kennt kannte gekannt
    nennen nennt nannte genannt
    denken denkt dachte gedacht
    bringen bringt brachte gebracht
    brennen brennt brannte gebrannt
    wenden wendet wandte gewandt
    senden sendet sandte gesandt
    lesen liest las gelesen
    essen isst aß gegessen
    messen misst maß gemessen
    gessen gisst gaß gessen
    greifen greift griff gegriffen
    steigen steigt stieg gestiegen
    scheiden scheidet schied geschieden
    scheinen scheint schien geschienen
    schweigen schweigt schwieg geschwiegen
    schieben schiebt schob geschoben
    fliegen fliegt flog geflogen
    fliehen flieht floh geflohen
    fließen fließt floss geflossen
    nießen nießt noss nossen
    lügen lügt log gelogen
    binden bindet band gebunden
    schwinden schwindet schwand geschwunden
    singen singt sang gesungen
    springen springt sprang gesprungen
    sinken sinkt sank gesunken
    trinken trinkt trank getrunken
    zwingen zwingt zwang gezwungen
    lingen lingt lang lungen
    klingen klingt klang geklungen
    dringen dringt drang gedrungen
    schwimmen schwimmt schwamm geschwommen
    wachsen wächst wuchs gewachsen
    fangen fängt fing gefangen
    hängen hängt hing gehangen
    laufen läuft lief gelaufen
    schlafen schläft schlief geschlafen
    stoßen stößt stieß gestoßen
    brechen bricht brach gebrochen
    gelten gilt galt gegolten
    empfehlen empfiehlt empfahl empfohlen
    befehlen befiehlt befahl befohlen
    stehlen stiehlt stahl gestohlen
    heben hebt hob gehoben
    schwören schwört schwor geschworen
    bitten bittet bat gebeten
    leihen leiht lieh geliehen
    zeihen zeiht zieh geziehen
    leiden leidet litt gelitten
    schneiden schneidet schnitt geschnitten
    reißen reißt riss gerissen
    weichen weicht wich gewichen
    gleichen gleicht glich geglichen
    streichen streicht strich gestrichen
    treiben treibt trieb getrieben
    werben wirbt warb geworben
    bergen birgt barg geborgen
    geschehen geschieht geschah geschehen
    wiegen wiegt wog gewogen
    schreien schreit schrie geschrien
    schießen schießt schoss geschossen
    fechten ficht focht gefochten
    riechen riecht roch gerochen
    meiden meidet mied gemieden
"""

# The forms of auxiliaries and modals: present, past, Konjunktiv I and Konjunktiv II, each singular and plural, and the
# participle. "-" is a form that is not there, or not to be told from another.
IRREGULAR = """
    sein ist sind war waren sei seien wäre wären gewesen
    haben hat haben hatte hatten habe - hätte hätten gehabt
    werden wird werden wurde wurden werde - würde würden geworden
    können kann können konnte konnten könne - könnte könnten gekonnt
    müssen muss müssen musste mussten müsse - müsste müssten gemusst
    sollen soll sollen sollte sollten solle - - - gesollt
    wollen will wollen wollte wollten wolle - - - gewollt
    dürfen darf dürfen durfte durften dürfe - dürfte dürften gedurft
    mögen mag mögen mochte mochten möge mögen möchte möchten gemocht
"""

# Konjunktiv II of strong verbs that are still in use.
UNREAL = """
    geben gäbe gäben
    kommen käme kämen
    bekommen bekäme bekämen
    gehen ginge gingen
    stehen stünde stünden
    bestehen bestünde bestünden
    bleiben bliebe blieben
    lassen ließe ließen
    finden fände fänden
    wissen wüsste wüssten
    brauchen bräuchte bräuchten
    tun täte täten
    liegen läge lägen
    nehmen nähme nähmen
    bringen brächte brächten
    halten hielte hielten
    sehen sähe sähen
    verlieren verlöre verlören
    geben ergäbe ergäben
    sprechen spräche sprächen
    entsprechen entspräche entsprächen
"""
