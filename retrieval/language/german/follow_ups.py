"""How Germans ask on about a quote, and how German text gives a reason."""

from __future__ import annotations

from retrieval.language.rules import FollowUpPatterns, phrases

_SOURCE = phrases("""
    wer sagt das, wer sagt sowas, wer sagt so was, wer sagt so etwas, wer sagt es, wer hat das gesagt, wer sagte das
    wer behauptet das, wer behauptet sowas, wer behauptet so was, wer behauptete das, wer hat das behauptet
    wer meint das, wer schreibt das, wer berichtet das, wer hat das berichtet, wer erzählt das
    sagt wer, laut wem, nach wem, wem zufolge, von wem, von wem ist das, von wem stammt das, von wem kommt das
    von wem hast du das, woher stammt das, woher kommt das, woher hast du das, woher weiß man das, woher weiss man das
    woher weißt du das, woher weisst du das, woher stammt diese information, woher stammt die information
    woher kommt die information, woher stammt die info, woher kommt die info, woher stammt die aussage
    woher stammt die behauptung, wer ist die quelle, was ist die quelle, was ist die quelle dafür, welche quelle
    wie lautet die quelle, quelle, quellen, quellenangabe, quelle dafür, quelle bitte, beleg, wo steht das
    wessen aussage ist das, wessen worte sind das, wessen meinung ist das, wer steckt dahinter
""")
_MORE = phrases("""
    was noch, was noch alles, was sonst, was sonst noch, und sonst, sonst noch was, sonst noch etwas, sonst was, sonst
    noch was, noch etwas, noch mehr, noch eins, noch eine, noch ein zitat, noch eine stelle, noch weitere, mehr
    mehr dazu, mehr davon, mehr darüber, mehr infos, mehr informationen, mehr details, mehr info, weitere infos
    weitere informationen, weitere details, weitere zitate, weitere stellen, weiteres, gibt es mehr, gibts mehr
    gibt es noch mehr, gibts noch mehr, gibt es dazu noch mehr, gibt es sonst noch was, gibt es noch was, gibts noch was
    gibt es noch etwas, was gibt es noch, was gibts noch, was steht noch da, was steht sonst noch da
    was steht noch drin, was steht da noch, was steht sonst noch drin, steht da noch mehr, steht noch mehr da
    erzähl mehr, erzähl mir mehr, erzähl weiter, sag mehr, sag mir mehr, zeig mehr, zeig mir mehr, und weiter, weiter
    weiter bitte, nächstes, nächste, nächste stelle, die nächste, das nächste
""")
_ONWARD = phrases("""
    und dann, was dann, was war dann, was kam dann, was geschah dann, was passierte dann, was geschah danach
    was passierte danach, und danach, was danach, wie geht es weiter, wie gehts weiter, wie ging es weiter
    wie ging das weiter, wie geht das weiter, wie ist es weitergegangen, wie ging es aus, wie ging das aus
    was folgte, was folgte darauf, und jetzt, was nun, was jetzt, und nun
""")

# Not here: "deshalb", "daher" and the like, by which a sentence says that the reason stands before it.
_BECAUSE = r"""
    \b(?: weil | nämlich | aufgrund | wegen | infolge | angesichts | zuliebe | begründe\w* | begründung\w*
        | veranlass\w* | (?:haupt)?grund | gründe[n]? | ursachen? | auslöser | anlass | zweck
        | hintergrund\ (?:ist|sei|war|sind) | ziel\ (?:ist|war|sei) | hoffen | hofft | hoffte )\b
    | (?:^|[,;–—]\ )denn\b
    | ^damit\ (?:wo?ll\w*|will|soll\w*|möchte\w*) | ^(?:dadurch|damit)\ soll\w* | ^dazu\ dien\w*
    | ,\ damit\b | ,\ da\ (?!ss) | \bum\ (?:[^.;:!?]*?\ )?(?:zu\ \w+en|\w{2,}zu\w+en)\b
"""
_THEREFORE = r"""
    \b(?:deshalb|deswegen|daher|darum(?!,|\ ge)|somit|folglich|aus\ diesem\ grund|infolgedessen|daraufhin)\b
"""

_TIMES = r"""
    \bvor\ (?:\w+\ ){1,3}(?:jahren?|monate?n?|wochen?|tage?n?|stunden?|minuten?|jahrhunderte?n?|jahrzehnte?n?)\b
    | \b(?:heute|gestern|vorgestern|morgen|übermorgen|künftig|bislang|derzeit|zuletzt)\b
    | \b(?:vergangene[nrsm]?|letzte[nrsm]?|nächste[nrsm]?|kommende[nrsm]?|dieses?)\ (?:jahr\w*|monat\w*|woche\w*|tag\w*
        |sommer\w*|winter\w*|herbst\w*|frühjahr\w*|frühling\w*|nacht|wochenende\w*)
    | \b\d{1,2}([.:]\d\d)?\ uhr\b | \b\d{1,2}\.\ ?\d{1,2}\. | \b(?:jahrhundert|mittelalter|antike|weltkrieg)\w*
    | \b(?:mon|diens|donners|frei|sams|sonn)tag(?:abend|morgen|mittag|vormittag|nachmittag|nacht)\w*
    | \bmittwoch(?:abend|morgen|mittag|vormittag|nachmittag|nacht)\w* | \b(?:sobald|nachdem|bevor)\b
    | \b(?:im|zum|vom|diesen)\ (?:frühjahr|frühling|sommer|herbst|winter|advent)\b
    | \b(?:weihnachten|ostern|pfingsten|silvester|neujahr)\b | \b(?:anfang|mitte|ende)\ (?:de[rs]\ )?\w+
"""

GERMAN_FOLLOW_UPS = FollowUpPatterns(_SOURCE, _MORE, _ONWARD, _BECAUSE, _THEREFORE, _TIMES)
