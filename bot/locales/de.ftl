# Texte des Bots auf Deutsch. Format: Project Fluent, https://projectfluent.org/fluent/guide/
# { $name } wird ersetzt; alles andere darf frei umformuliert werden. Eine Änderung wirkt nach einem Neustart.

# --- Quelle und Zitat

# Wo es steht; der Titel nur, wo mehrere Artikel antworten
place = { $count ->
    [one] Absatz { $paragraphs }
   *[other] Absätze { $paragraphs }
}
source-line = { $title }, { $place }
attributed-line = { $voices } · { $source }
# Aufzählungen: vor „und“ alle bis auf den letzten, durch Kommas getrennt
enumeration = { $first } und { $last }
# Wer es sagt, im Dativ („der Stadt“). „vermutlich“, wenn es nicht sicher ist; mehrere werden aufgezählt.
voice-sure = laut { $speaker }
voice-weak = vermutlich laut { $speaker }
# Wenn der Dativ nicht zu bilden ist: wie es im Artikel steht
voice-named = dem Artikel nach: { $speaker }
voice-named-weak = dem Artikel nach vermutlich: { $speaker }
voice-unnamed = ohne klare Angabe, wer das sagt
# Wenn ein Teil des Zitats die eigene Stimme des Artikels ist
voices-in-part = teils { $voices }
refused = { $articles ->
    [one] Das beantwortet der Artikel nicht.
   *[other] Das beantwortet keiner der Artikel.
}
# Wenn der Artikel ein Wort der Frage nicht hat
refused-part = { $articles ->
    [one] Das beantwortet der Artikel nicht; { $words } { $count ->
        [one] kommt
       *[other] kommen
    } darin nicht vor.
   *[other] Das beantwortet keiner der Artikel; { $words } { $count ->
        [one] kommt
       *[other] kommen
    } darin nicht vor.
}
# Dahinter im privaten Chat, über Beispielfragen, die beantwortet werden
refused-samples = Diese Fragen schon:
# Wenn die Sprache der Frage nicht zu lesen ist: ob der Artikel antwortet, ist dann nicht bekannt
cannot-read = Ich verstehe hier nur Fragen in der Sprache der Artikel.
cannot-read-de = Ich verstehe hier nur Fragen auf Deutsch.
cannot-read-en = Ich verstehe hier nur Fragen auf Englisch.
# Über einem Zitat, das gemeint sein kann; behauptet wird nichts
nearest = Am ehesten dazu:
# Über einem Zitat: was an der Frage der Artikel nicht sagt. Wörter stehen schon in Anführungszeichen, Zahlen ohne
unsupported-absent = { $articles ->
    [one] Nicht im Artikel: { $words }.
   *[other] Nicht in den Artikeln: { $words }.
}
unsupported-in-this-article = Nicht in diesem Artikel: { $words }.
unsupported-instead = Der Artikel nennt hier { $instead }, nicht { $words }.
unsupported-elsewhere = Über { $words } steht das nicht im Artikel.
# Wer es dem Artikel nach tut, wenn die Frage es umgekehrt sagt
unsupported-role = Andersherum: Im Artikel ist es { $instead }.
unsupported-role-unnamed = Im Artikel ist es andersherum.
# Der Artikel hat ein „nicht“, das die Frage nicht hat; er verneint es durch ein anderes Wort
unsupported-with = Im Artikel steht das hier mit { $instead }.
unsupported-denied = Der Artikel verneint das hier.
unsupported-opposite = Im Artikel steht hier { $instead }, nicht { $words }.
# Unter einem Zitat (oder zweien), das in einer anderen Sprache ist als die Frage
untranslated = { $quotes ->
    [one] Das Zitat ist in der Sprache des Artikels.
   *[other] Die Zitate sind in der Sprache { $articles ->
        [one] des Artikels.
       *[other] der Artikel.
    }
}
untranslated-de = { $quotes ->
    [one] Das Zitat ist auf Deutsch, in der Sprache des Artikels.
   *[other] Die Zitate sind auf Deutsch, in der Sprache { $articles ->
        [one] des Artikels.
       *[other] der Artikel.
    }
}
untranslated-en = { $quotes ->
    [one] Das Zitat ist auf Englisch, in der Sprache des Artikels.
   *[other] Die Zitate sind auf Englisch, in der Sprache { $articles ->
        [one] des Artikels.
       *[other] der Artikel.
    }
}
# Wenn die Suche nicht erreichbar ist: ob der Artikel antwortet, ist dann nicht bekannt
cannot-look = Ich kann gerade nicht nachsehen. Bitte frag mich in ein paar Minuten noch einmal.
cannot-look-inline = Ich kann gerade nicht nachsehen
# Unter Zitaten aus zwei Artikeln, damit man sieht, welches neuer ist
dated-line = { $source } · { $date }
found-words = Treffer: { $words }

# --- Nachfragen zu einem Zitat

lean-on-nothing = Worauf bezieht sich das? Antworte damit auf eines meiner Zitate, dann weiß ich es.
around = Rund um diese Stelle steht:
# Wer es sagt; speakers sind Namen im Nominativ
says = Das sagt dem Artikel nach: { $speakers }.
says-probably = vermutlich { $speaker }
says-rest = Beim Rest finde ich dort keine Quelle.
# Übersehen ist nicht auszuschließen: Gesagt wird, dass nichts gefunden ist, nicht, dass nichts da ist.
says-article = Rund um diesen Satz finde ich niemanden, auf den sich der Artikel beruft.
# guests: wer im Interview antwortet
says-interview = { $count ->
    [0] Rund um diesen Satz finde ich nicht, wer das sagt. Der Artikel ist ein Interview.
   *[other] Rund um diesen Satz finde ich nicht, wer das sagt. Der Artikel ist ein Interview mit { $guests }.
}
says-unnamed = Der Artikel gibt hier jemanden wieder; wen, finde ich rund um diesen Satz nicht.
no-more = Mehr dazu habe ich im Artikel nicht gefunden.
no-reason = Einen Grund finde ich rund um diese Stelle nicht.
not-around = Das finde ich rund um diese Stelle nicht.

# --- Zitate prüfen

# Über dem Wortlaut des Artikels
verdict-exact = Wörtlich so im Artikel.
verdict-shortened = Gekürzt. Im Artikel:
verdict-shortened-by = Gekürzt um { $words }. Im Artikel:
verdict-absent = { $articles ->
    [one] Dieses Zitat steht nicht im Artikel.
   *[other] Dieses Zitat steht in keinem der Artikel.
}
# Was anders ist: in der Nachricht, die geprüft wird, und im Artikel
verdict-replaced = In der Nachricht { $written }, im Artikel { $original }.
verdict-added = In der Nachricht steht zusätzlich { $written }.
verdict-moved = In der Nachricht steht { $written } an anderer Stelle.
verdict-several = In der Nachricht { $changes }.
change-replaced = { $written } statt { $original }
change-added = zusätzlich { $written }
change-moved = { $written } an anderer Stelle
change-left-out = ohne { $original }
changes-more = { $count ->
    [one] eine weitere Änderung
   *[other] { $count } weitere Änderungen
}
# Wer es im Artikel sagt, wenn die Nachricht jemand anderen nennt
verdict-speaker = Im Artikel sagt das { $speaker }, nicht { $named }.
# Hinter „Wörtlich so im Artikel.“
verdict-speaker-there = Dort sagt es aber { $speaker }, nicht { $named }.
verdict-speaker-other = Im Artikel sagt das jemand anderes als { $named }.
quotations-more = Zu den weiteren Zitaten sage ich hier nichts.
# Eine Behauptung ohne Anführungszeichen: was der Artikel dazu sagt; nie, ob sie stimmt
claim-found = Dazu steht im Artikel:
claim-none = { $articles ->
    [one] Dazu finde ich nichts im Artikel.
   *[other] Dazu finde ich nichts in den Artikeln.
}
claim-none-part = { $articles ->
    [one] Dazu finde ich nichts im Artikel; { $words } { $count ->
        [one] kommt
       *[other] kommen
    } darin nicht vor.
   *[other] Dazu finde ich nichts in den Artikeln; { $words } { $count ->
        [one] kommt
       *[other] kommen
    } darin nicht vor.
}
check-what = Was soll ich prüfen? Antworte mit { $command } auf die Nachricht, oder schreib das Zitat dahinter.
check-empty = Darin finde ich kein Zitat und keine Aussage, die ich nachschlagen kann.
# Zu einer weitergeleiteten Nachricht, über dem Knopf
check-offer = { $articles ->
    [one] Soll ich nachsehen, ob das so im Artikel steht?
   *[other] Soll ich nachsehen, ob das so in den Artikeln steht?
}
check-it = Zitate prüfen

# --- Was nicht nach dem Text fragt

topic-author = Geschrieben von { $authors }.
topic-published = Erschienen am { $date }.
topic-publisher = Erschienen bei: { $publisher }
topic-url = Hier steht der Artikel: { $title }
topic-unknown = Das steht nicht dabei.
overview-of-which = Diese Artikel habe ich. Tipp einen an, dann zeige ich, worum es geht:
which-article = Welchen Artikel meinst du? Tipp ihn an:
# Im Terminal (python -m bot ask), über den Artikeln, davor jeweils der Name
which-article-option = Welchen Artikel meinst du? Frag ihn mit --article und dem Namen davor:
talk-thanks = Gern!
talk-greeting = { $articles ->
    [one] Hallo! Frag mich etwas zum Artikel.
   *[other] Hallo! Frag mich etwas zu den Artikeln.
}
talk-farewell = Bis bald!
talk-who = { $articles ->
    [one] Ich bin ein Bot und beantworte Fragen zu einem Artikel mit Zitaten daraus.
   *[other] Ich bin ein Bot und beantworte Fragen zu Artikeln mit Zitaten daraus.
}
talk-insult = Schade, das war wohl nichts. Versuch es gern mit einer anderen Frage.
talk-laugh = Freut mich! Hast du noch eine Frage?
talk-other = { $articles ->
    [one] Frag mich gern etwas zum Artikel.
   *[other] Frag mich gern etwas zu den Artikeln.
}

# --- Begrüßung und Hilfe

greeting = { $articles ->
    [one] Ich beantworte Fragen zu diesem Artikel, immer mit Zitaten daraus:
   *[other] Ich beantworte Fragen zu { $articles } Artikeln, immer mit Zitaten daraus:
}
and-more = … und { $count } weitere
greeting-examples = Frag einfach los, zum Beispiel:
greeting-ask = Frag einfach los.
# Dasselbe in einer Gruppe
greeting-examples-group = Fragt mit { $command }, zum Beispiel:
greeting-ask-group = Fragt mit { $command } und eurer Frage.

# Je Zeile ein Gedanke, und höchstens acht Zeilen auf einem Telefon
help-private = Schreib deine Frage, ganz ohne Befehl.
help-group = { $command } und eure Frage
help-group-reply = Oder antwortet auf meine Nachrichten.
help-mention = Auch mit { $mention } in einer Nachricht.
help-no-mention = Nur { $mention } zu schreiben, erreicht mich nicht immer.
help-answer = Ich antworte mit Zitat und Quelle.
help-refused = { $articles ->
    [one] Steht es nicht im Artikel, sage ich das.
   *[other] Steht es in keinem Artikel, sage ich das.
}
help-groups = In Gruppen: { $command } …
help-article = { $articles ->
    [one] { $command }: worum es geht
   *[other] { $command }: Liste; mit Wörtern: Suche
}
help-check = { $command }: Zitate prüfen
help-sources = { $command }: wer zu Wort kommt

too-many = Das sind viele Fragen auf einmal. In einer Minute antworte ich dir wieder.
# Kurze Zeile über dem Bildschirm: auf zu viele Tipps auf Knöpfe
too-many-taps = So schnell komme ich nicht mit. Tippe in einer Minute noch einmal.
# Auf Sprachnachrichten, Sticker und Fotos ohne Text
text-only = Ich kann nur auf Text antworten. Schreib mir deine Frage bitte.
# Was gespeichert wird: eine Liste, und was sonst gilt
privacy = Ich speichere nur:
privacy-question = deine Frage, bis sie beantwortet ist
privacy-numbers = zwei Tage Nummern (Chat, Nachrichten)
privacy-rate = eine Minute lang, wie oft du fragst
privacy-choice = welchen Artikel der Chat gewählt hat
privacy-group = Sonst nichts aus der Gruppe.
privacy-telegram = In Telegram gilt dessen Datenschutzerklärung.

welcome = { $articles ->
    [one] Guten Tag! Ich beantworte Fragen zu { $title } mit Zitaten daraus.
   *[other] Guten Tag! Ich beantworte Fragen zu { $articles } Artikeln mit Zitaten daraus.
}
welcome-ask-mention = So fragt ihr: { $command } und eure Frage, oder antwortet auf eine Nachricht von mir; auch wer { $mention } schreibt, erreicht mich.
welcome-ask-no-mention = So fragt ihr: { $command } und eure Frage, oder antwortet auf eine Nachricht von mir; nur { $mention } zu schreiben, erreicht mich vielleicht nicht.

ask-something = Was möchtest du wissen? Stell mir eine Frage zum Artikel, zum Beispiel:
ask-something-plain = Was möchtest du wissen? Stell mir eine Frage zum Artikel.
stale-button = Der Artikel hat sich geändert, diese Stelle gibt es so nicht mehr. Frag mich einfach noch einmal.

# --- Artikel

article-source = Herkunft: { $parts }
article-source-unknown = Herkunft: keine Angabe
article-by = von { $authors }
article-outline = Gliederung:
article-outline-line = { $heading } (ab Absatz { $paragraph })
articles-list = { $articles ->
    [one] 1 Artikel
   *[other] { $articles } Artikel, die neuesten zuerst
}
articles-found = { $articles ->
    [one] 1 Artikel zu „{ $words }“
   *[other] { $articles } Artikel zu „{ $words }“
}
# Hinter den beiden, wenn nicht alle auf eine Seite passen
articles-range = ({ $first }–{ $last })
articles-not-found = Zu „{ $words }“ finde ich keinen Artikel.
all-articles = Alle Artikel
copy-link = Link kopieren
read-article = Zum Artikel
# Auf dem Knopf, wenn vier andere neben ihm stehen
read-article-short = Artikel

# --- Nur aus einem Artikel antworten

only-this = Nur daraus antworten
from-all = Aus allen antworten
search-all = In allen Artikeln suchen
settled = Ich antworte hier nur aus diesem Artikel:
settled-here = Ich antworte hier nur aus diesem Artikel.
settled-now = Ab jetzt antworte ich hier nur aus diesem Artikel.
unsettled-now = Ab jetzt antworte ich hier aus allen Artikeln.
choice-gone = Den Artikel, aus dem ich hier antworten sollte, gibt es nicht mehr. Ich antworte wieder aus allen.
admins-only = Aus welchem Artikel ich hier antworte, bestimmen die Administratoren der Gruppe.
not-checked = Telegram sagt mir gerade nicht, ob du hier Administrator bist. Versuch es gleich noch einmal.
link-unknown = Den Artikel zu diesem Link habe ich nicht, oder nicht mehr.

# --- Wer zu Wort kommt

voices-here = Wer zu Wort kommt
back-to-article = Zurück zum Artikel
voices-by-article = Wer zu Wort kommt, zeige ich je Artikel. Wähle einen:

voices = { $articles ->
    [one] Wer im Artikel zu Wort kommt:
   *[other] Wer in den Artikeln zu Wort kommt:
}
voices-none = { $articles ->
    [one] Der Artikel gibt niemandes Worte wieder, oder ich erkenne es nicht.
   *[other] Die Artikel geben niemandes Worte wieder, oder ich erkenne es nicht.
}
voice-line = • { $speaker }: { $count ->
    [one] 1 Stelle
   *[other] { $count } Stellen
}
# Was der Artikel wiedergibt, ohne klar zu sagen, von wem
voice-hearsay = Ohne klaren Namen
voice-heading = { $speaker }, Stelle { $number } von { $count }
inline-ask = Mich im privaten Chat fragen
context = Kontext
# Wenn zwei Zitate in einer Nachricht stehen
context-of = Kontext { $number }
back-to-quote = Zurück zum Zitat
copy = Kopieren
voices-all = Alle, die zu Wort kommen
# Wie viele weitere Zitate es gibt
more = Weitere ({ $count })
# Auf den Seiten danach: zurück, weiter, und dazwischen, wo man ist
# Beim Tippen eingeblendet
quote-position = Zitat { $page } von { $count }
turn-back = ◀
turn-back-from = ◀ { $page } von { $count }
turn-on-from = { $page } von { $count } ▶

# --- Warum dieses Zitat? (python -m bot ask --explain, und neben der Antwort auf der Seite)

explain-question = Frage: { $question }
explain-words = Wörter, um die es geht, und wie viel davon der beste Satz hat
explain-no-words = Keines ihrer Wörter nennt eine Sache, nach der zu suchen wäre.
explain-in-sentence = steht im besten Satz
explain-in-article = steht nur anderswo im Artikel
explain-missing = fehlt im Artikel
explain-passages = Die besten Stellen, verglichen mit der besten
explain-no-passages = Nichts davon kommt vor.
explain-passage = Absatz { $paragraph }
explain-passage-of = { $article }, Absatz { $paragraph }
explain-reading = Gelesen: wie wahrscheinlich die Stelle antwortet
explain-read-answer = Antwort: „{ $answer }“
explain-read-nothing = keine Antwort darin
explain-decision = Wie entschieden wurde
explain-signal-sentence = Bedeutung des besten Satzes
explain-signal-passage = Bedeutung seines Absatzes
explain-signal-sentence-words = Wörter im besten Satz
explain-signal-passage-words = Wörter in seinem Absatz
explain-line = dass der Artikel antwortet
explain-verdict-answer = Antwort, denn die Grenze ist { $answer } %.
explain-verdict-nearest = Nur das Nächste: eine Antwort braucht { $answer } % und keinen Zweifel, eine Absage weniger als { $nearest } %.
explain-verdict-none = Keine Antwort, denn die Grenze ist { $nearest } %.
explain-doubt-no-date = Zweifel: Gefragt ist, wann, und der Satz nennt keine Zeit.
explain-doubt-no-duration = Zweifel: Gefragt ist, wie lange, und der Satz nennt keine Dauer.
explain-doubt-no-age = Zweifel: Gefragt ist ein Alter, und der Satz nennt keines.
explain-doubt-no-price = Zweifel: Gefragt ist ein Betrag, und der Satz nennt keinen.
explain-doubt-no-number = Zweifel: Gefragt ist eine Zahl, und der Satz nennt keine.
explain-doubt-no-name = Zweifel: Gefragt ist ein Name, und der Satz nennt keinen.
explain-doubt-no-reason = Zweifel: Gefragt ist, warum, und der Satz nennt keinen Grund.
explain-doubt-unknown-speaker = Zweifel: Wer das gesagt haben soll, kommt im Artikel nicht vor.
explain-doubt-unknown-year = Zweifel: Ein Jahr der Frage kommt im Artikel nicht vor.
explain-doubt-unknown-name = Zweifel: Ein Name der Frage kommt im Artikel nicht vor.
explain-doubt-unknown-number = Zweifel: Eine Zahl der Frage kommt im Artikel nicht vor.
explain-doubt-nothing-new = Zweifel: Der Satz sagt nicht mehr als die Frage.
explain-doubt-other-word = Zweifel: Statt eines Wortes der Frage steht dort eines, das ihm nur ähnlich sieht.
explain-quote = Zitat { $number }: Absatz { $paragraph }, Zeichen { $places }
explain-own-voice = niemand gefunden, den der Artikel hier wiedergibt
explain-nobody = niemand mit Namen
explain-strong = sicher
explain-fair = recht sicher
explain-weak = unsicher
explain-rule = Regel { $rule }: { $summary }
explain-cue = Regel { $rule }, an „{ $cue }“: { $summary }

# --- Zitate geprüft (python -m bot ask --check)

check-nothing = Kein Zitat gefunden.
check-line = Zeile { $line }, { $verdict }: { $quotation }
check-exact = wörtlich
check-shortened = gekürzt
check-altered = verändert
check-absent = in keinem Artikel
check-changed = Im Text „{ $written }“, im Artikel „{ $original }“
check-added = Im Text „{ $written }“, nicht im Artikel
check-left-out = Ausgelassen: „{ $words }“
check-wrong-speaker = Im Text von { $named }; im Artikel nicht

# --- Menü und Beschreibung in Telegram
menu-ask = { $articles ->
    [one] Eine Frage zum Artikel stellen
   *[other] Eine Frage zu den Artikeln stellen
}
menu-check = Prüfen, ob ein Zitat so im Artikel steht
menu-article = { $articles ->
    [one] Worum es geht und woher es stammt
   *[other] Artikel: Liste und Suche
}
menu-sources = { $articles ->
    [one] Wer im Artikel zu Wort kommt
   *[other] Wer in den Artikeln zu Wort kommt
}
menu-help = Wie man mich fragt
menu-privacy = Was gespeichert wird
description = { $articles ->
    [one] Ich beantworte Fragen zu einem Artikel mit wörtlichen Zitaten und sage, wo sie stehen und wer es sagt. Steht es nicht im Artikel, sage ich das.
   *[other] Ich beantworte Fragen zu Artikeln mit wörtlichen Zitaten und sage, wo sie stehen und wer es sagt. Steht es in keinem Artikel, sage ich das.
}
short-description = { $articles ->
    [one] Fragen zum Artikel, beantwortet mit wörtlichen Zitaten.
   *[other] Fragen zu Artikeln, beantwortet mit wörtlichen Zitaten.
}

# --- Anführungszeichen um Titel: öffnend und schließend; das zweite Paar für solche im Titel selbst
quotation-marks = „“
quotation-marks-inner = ‚‘

# --- Datum, in den Platzhaltern von strftime
date-format = %d.%m.%Y
