"""What Germans write around a quotation that somebody doubts."""

from __future__ import annotations

from retrieval.language.checking_words import CheckingWords
from retrieval.language.rules import fold_case, phrases

_SAID = fold_case("gesagt geäußert erklärt gemeint behauptet geschrieben zitiert zitat so")
_PUBLICATIONS = fold_case("zeitung artikel bericht text blatt")

_ASKING = phrases("""
    is das wahr, is das echt, is das richtig, is das so, is da was dran, isses wahr, is dat wahr
    ob das stimmt, ob das so stimmt, ob das wahr ist, ob das so ist, ob das echt ist
    stimmt das, stimmt es, stimmt dass, stimmt dies, stimmt dieses, stimmt diese, stimmt dieser, stimmt die, stimmt der
    stimmts, stimmt s, stimmt so, stimmt so was, stimmt sowas, stimmen die, stimmen diese, das stimmt oder
    das stimmt doch, ist das wahr, ist das richtig, ist das echt, ist das korrekt, ist das so, ist das sicher
    ist das bewiesen, ist das belegt, ist das gesichert, ist das bestätigt, ist das fake, ist das ein fake
    ist das wörtlich, ist es wahr, ist es richtig, ist da was dran, ist da etwas dran, ist was dran, was ist dran
    ist an dem was dran, ist dies wahr, ist dies richtig, ist dies korrekt, ist die wahr, ist die echt, ist der echt
    ist das ein zitat, ist das ein echtes, ist das ein richtiges, ist das ein korrektes, hat er das gesagt
    hat sie das gesagt, hat der das gesagt, hat die das gesagt, hat das der gesagt, hat er dies gesagt
    hat sie dies gesagt, hat ers gesagt, hat er es gesagt, hat sie es gesagt, hat er s gesagt, hat er das geschrieben
    hat sie das geschrieben, hat er das behauptet, hat sie das behauptet, hat er das geäußert, hat sie das geäußert
    hat er das gemeint, hat sie das gemeint, haben die das gesagt, haben sie das gesagt, hat * das gesagt
    hat das * gesagt, hat * das geschrieben, hat * das behauptet, sagte er das, sagte sie das, sagt er das
    sagt sie das, sagte * das, sagt * das, wurde das gesagt, wurde das so gesagt, ist das gesagt worden
    ist das so gefallen, ist das so gesagt worden, steht das so, steht das da, steht das drin, steht das dort
    steht das im, steht das so im, steht das in dem, kommt das so vor, kommt das im, hab ich richtig zitiert
    habe ich richtig zitiert, ist das richtig zitiert, wurde das richtig zitiert, ist das korrekt zitiert
    richtig zitiert, wahr oder falsch, echt oder fake, fake oder echt, fake, fake news, faktencheck, zitatcheck
    prüf das, prüfe das, prüf mal, prüfe, prüfen, überprüfen, überprüf das, überprüfe das, check das, checkt das
    checke das, kannst du das prüfen, kannst du das checken, kannst du prüfen, kannst du checken
    kannst du das überprüfen, bitte prüfen, echt, wirklich, im ernst, kann das stimmen, kann das sein
    kann das wahr sein, glaubst du das, stimmt das was * schreibt, stimmt das was * sagt, stimmt das was da steht
    stimmt was * schreibt, stimmt was * sagt, stimmt was da steht, hat * recht, hat da * recht
""")
_TAGS = phrases("""
    oder, oder nicht, richtig, wahr, nicht wahr, ne, gell, stimmt, oder was, oder wie, korrekt
    hat * gesagt, hat * geschrieben, hat * behauptet, sagte *, sagt *
""")

_AROUND = fold_case("""
    is so wirklich echt tatsächlich eigentlich denn mal bitte jetzt auch überhaupt wörtlich wortwörtlich genau hier da
    bot leute hey hi hallo sag sagt wow hm hmm äh ach also aber und ja nein ob ihr du er sie man das die der den
    diese dieses dieser dem zitat aussage satz behauptung meldung nachricht spruch post beitrag exakt genauso in im
    artikel text bericht zeitung echtes richtig ganz noch nochmal kurz schnell oben gerade eben nun je jemals
    tatsache irgendwo weiß weiss jemand weißt hä häh ey ne nee naja kann mir uns glaub glaube hab habe habt ich
    worte wort alles wahr
""")

GERMAN_CHECKING = CheckingWords(
    said=_SAID,
    publications=_PUBLICATIONS,
    topical=fold_case("über ueber zu zum zur an gegen"),
    topical_openers=fold_case("zu zum zur"),
    asking=_ASKING,
    tags=_TAGS,
    around=_AROUND,
    commands=fold_case("prüfen pruefen prüf prüfe überprüfen faktencheck zitatcheck"),
    subordinating=fold_case("dass ob wenn"),
)
