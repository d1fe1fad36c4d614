"""German words that are common in texts about anything."""

from __future__ import annotations

from retrieval.language.rules import fold_case

# Verbs of every subject, then adjectives and numerals, then nouns that stand for other nouns.
LIGHT_WORDS = fold_case("""
    heißen heißt hieß nennen nennt nannte genannt bezeichnen bezeichnet gelten gilt galt stehen steht stand
    gestanden stellen stellt stellte liegen liegt lag gelegen legen kommen kommt kam kamen gehen geht ging gingen
    gegangen führen führt führte geführt finden findet fand fanden gefunden bleiben bleibt blieb bringen bringt
    brachte gebracht halten hält hielt gehalten nehmen nimmt nahm genommen setzen setzt zeigen zeigt zeigte
    gezeigt beginnen beginnt begann begonnen enden endet endete anfangen fängt fing aufhören dauern dauert dauerte
    erhalten erhält erhielt bekommen bekommt bekam kriegen kriegt gehören gehört gehörte handeln handelt bestehen
    besteht bestand bilden bildet gebildet entstehen entsteht entstand entstanden entwickeln entwickelt
    entwickelte verwenden verwendet verwendete benutzen benutzt nutzen nutzt genutzt dienen dient diente helfen
    hilft half brauchen braucht brauchte benötigen benötigt erreichen erreicht erreichte erfolgen erfolgt
    geschehen geschieht geschah passieren passiert passierte ereignen ereignet stattfinden stattgefunden folgen
    folgt folgte fallen fällt fiel ziehen zieht zog tragen trägt trug treten tritt trat treffen trifft traf
    getroffen sehen sieht sah gesehen hören hört sagen sagt sagte gesagt sprechen spricht sprach reden redet
    schreiben schreibt schrieb geschrieben lesen liest erzählen erzählt erklären erklärt erklärte äußern äußerte
    behaupten behauptet behauptete meinen meint meinte denken denkt dachte glauben glaubt glaubte kennen kennt
    verstehen versteht bedeuten bedeutet beschreiben beschreibt beschrieb beschrieben erwähnen erwähnt angeben
    angegeben berichten berichtet antworten antwortet reagieren reagiert reagierte
    versuchen versucht versuchte schaffen schafft schuf geschaffen
    ändern verändern verändert verursachen verursacht ermöglichen ermöglicht erlauben erlaubt enthalten
    enthält umfassen umfasst beinhalten beinhaltet besitzen besitzt besaß befinden befindet befand verfügen
    verfügt betragen beträgt betrug betreffen betrifft basieren basiert beruhen beruht hängen hängt verbinden
    verbunden unterscheiden unterscheidet vorkommen dazugehören bezogen bezieht
    ausgesprochen durchführen durchgeführt vornehmen wollen
    wünschen suchen sucht suchte warten holen geben gegeben gab bewirken anbieten bietet bot geboten vorstellen
    erfahren verlassen verließ groß kleiner klein größer größte hoch höher höchste hohe niedrig lang länger
    längste kurz alt älteste neu neue neuste jung gut besser beste schlecht schnell langsam früh früher spät wenig
    wenige weniger wichtig wichtigste bekannt bekannteste berühmt häufig häufigste selten verschieden verschiedene
    unterschiedlich unterschiedliche andere anderen anderer anderes anderem erste ersten erster erstes letzte
    letzten letzter nächste nächsten einzige einzigen einzelne ganz ganze gesamt gesamte allgemein bestimmt
    bestimmte möglich ungefähr durchschnittlich ursprünglich heutig heutigen aktuell aktuelle aktuellen damalig
    eigentlich typisch typischerweise normalerweise üblich üblicherweise hauptsächlich offiziell offizielle
    verantwortlich zuständig weit weitere weiteren wirklich tatsächlich zusätzlich stark viel abgesehen zuerst
    damals bisher derzeit laut gemäß zufolge innerhalb außerhalb aufgrund anstatt statt trotz zwei drei vier fünf
    sechs sieben acht neun zehn hundert tausend million millionen milliarde milliarden dritte zweite vierte jahr
    jahre jahren jahres tag tage tagen monat monate woche wochen zeit zeiten zeitraum zeitpunkt datum jahrhundert
    jahrzehnt uhr stunde stunden minute minuten name namen art arten typ typen form formen teil teile grund gründe
    gründen ursache ursachen folge ergebnis ergebnisse zweck ziel ziele aufgabe aufgaben rolle beispiel beispiele
    bezeichnung begriff wort worte wörter bedeutung anzahl zahl zahlen menge prozent prozentsatz anteil größe höhe
    länge person personen mensch menschen leute mann männer frau frauen ding dinge sache sachen thema themen ort
    orte platz stelle gebiet bereich land länder stadt gruppe gruppen mitglied mitglieder weise methode methoden
    problem frage fragen antwort eigenschaft eigenschaften unterschied unterschiede beziehung verhältnis
    zusammenhang situation fall fälle seite seiten möglichkeit möglichkeiten quelle quellen artikel text bericht
    kategorie merkmal aspekt element ereignis maßnahme hinsicht bezug ende anfang beginn hälfte mehrheit los genau
    überhaupt bloß echt irgendwie irgendwas irgendwer irgendwo sowas dings quasi glaub
""")
