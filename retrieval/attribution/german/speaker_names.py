"""Which German names of speakers tell who speaks: those of people and institutions, and roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from retrieval.attribution.german import words
from retrieval.attribution.syntax.first_names import FIRST_NAMES
from retrieval.attribution.syntax.word_pattern import WordPattern
from retrieval.language.rules import words as listed

_WORD = re.compile(r"[\w.&’'-]+")
_OWNER = re.compile(r"\s(?:des|der|von|vom|aus|eines|einer|seines|seiner|ihres|ihrer|seinem|ihrem)\s")
_INITIALS = re.compile(r"\b[A-ZÄÖÜ]{2,}$|^[A-ZÄÖÜ]{3,}|^\w+\.\w+|^[A-ZÄÖÜ]?[a-zäöüß]+[A-ZÄÖÜ]")  # NDR, taz.de, BildBlog
# Nouns for groups, offices and media that the rules need not know.
_INSTITUTION = WordPattern(
    r"(?:ausschuss|anstalt|wacht|wache|schutz|hof|klinikum|stab|kämmerei|kreis|komitee|tribunal|gremium|streife|gemeinschaft|"
    r"schule|kanzlei|team|verlag|betrieb|verteidigung|anklage|kongress|konferenz|junta|staaten|botschaft|plattform|netzwerk|"
    r"archiv|ring|allianz|versammlung|jury|belegschaft|sparkasse|krankenkasse|genossenschaft|aufsicht|wehren|bistum|pfarrei|"
    r"gemeinde|kommune|bezirk|kanton|uni|akademie|bücherei|bibliothek|gmbh|brauerei|reederei|molkerei|bäckerei|mühle|hotel|"
    r"apotheke|theater|schauspiel|orchester|kapelle|bühne|liga|liste|jugend|spitze|fonds|truppe|werft|^seite|kreise|"
    r"^quellen?|vatikan|taliban|hamas|^grünen|alliierten|tagesschau|tagesthemen|spiegel|focus|^stern|^welt|^schweiz|"
    r"^ukraine|^türkei|^iran|^irak|^niederlande)(?:s|es|n|en|e)?$"
)
_NO_INSTITUTION = WordPattern(
    r"(?:(?:trieb|kunst|bau|uhr|stock|fach|feuer|lauf|fahr|lebens)werk|(?:auto|fahr|start|lande|lauf|renn|kegel)bahn|"
    r"(?:wohn|treppen|gewächs|hoch|reihen|lager)haus|(?:innen|alt)stadt|(?:sitz|daten|park)bank|(?:^vor|^haus|^appa)rat|"
    r"(?:haupt|wasser|gas|strom|rohr|druck|fern)leitung|(?:^ver|gottes|winter|spät|früh|nacht)dienst|bahnhof|friedhof|"
    r"(?:speise|herz|luft)kammer)(?:s|es|n|en|e|er)?$"
)
_PEOPLE = WordPattern(
    r"(?:sachverständig|angestellt|beamt|abgeordnet|vorsitzend|beauftragt|angehörig|beteiligt|verwandt|bekannt|betroffen|"
    r"verletzt|gesandt|vertraut|verantwortlich|geschädigt|angeklagt|verdächtig|beschuldigt|beschäftigt|jugendlich|"
    r"reisend|studierend|überlebend|geistlich|gelehrt|bevollmächtigt|fachangestellt|freiwillig|kundig|ältest)e[nr]?$|"
    r"(?:mitglieder|diplomat|soldat|demokrat|advokat|mönch|^ärzt|sachse|franzose|gast|bass|sopran|tenor|nachbar|leute|kraft|kräfte|kreise)"
    r"(?:e|en|n|s)?$"
)
# What only tells how much: "vierte Tonne Kali".
_AMOUNTS = listed(
    "tonne tonnen liter kilo kilogramm gramm dutzend hälfte drittel viertel prozent stück paar reihe anzahl"
)
_DETERMINER = (
    r"(?:der|die|das|den|dem|des|ein|eine[nmrs]?|kein\w*|sein\w*|ihr\w*|diese\w*|jede\w*|mehrere\w?|viele\w?|einige\w?|"
    r"zwei|drei|vier|fünf|alle\w?|zur|zum|im|am|beim|vom|ins)"
)
_NOUN = r"[^\W\d_a-zäöüß][\w-]*"
_BARE_NOUN = re.compile(_NOUN)
# "Der neue Kessel", but not "Leute, die Kesselring kennen"; one determiner may be behind another.
_BEHIND_DETERMINER = re.compile(rf"(?<!, )\b(?i:{_DETERMINER})\s(?=(?:[a-zäöüß]+e[nrms]?\s){{0,2}}({_NOUN}))")

# The text of an article is asked of all whom it names.
_KEPT = 4


def tells_who(name: str, text: str) -> bool:
    """Whether the name, as the article with this text gives it, is somebody's: not "neue Studie", "Mann" or "Hüte".

    A common noun has to be one for people or institutions. What stands behind a determiner somewhere is a common noun.
    """
    phrase = _WORD.findall(_OWNER.split(name, maxsplit=1)[0])
    nouns = [word for word in phrase if word[0].isupper()]
    if not nouns or any(noun.lower() in FIRST_NAMES for noun in nouns):
        return True
    if len(nouns) == 1 and not _is_informative(nouns[0].lower()):
        return False
    if any(is_somebody(noun) for noun in nouns):
        return True
    if len(nouns) > 1:
        return phrase[0] == nouns[0] and nouns[0].lower() not in _AMOUNTS
    return not (words.is_abstract(nouns[0].lower()) or _is_common(phrase, text))


def is_source(name: str, text: str) -> bool:
    """Whether the name tells who speaks, is that of a paper, a claim or anybody ("neue Studie"), or a single word."""
    spoken = _WORD.findall(name.lower())
    return len(spoken) == 1 or not all(map(_is_informative, spoken)) or tells_who(name, text)


def _is_informative(lower: str) -> bool:
    return not (lower in words.UNINFORMATIVE or lower in words.DOCUMENT or lower in words.CLAIM)


def is_somebody(noun: str) -> bool:
    """Whether the noun, as written, is for people by what they are or do, or an institution's name or kind."""
    lower = noun.lower().rpartition("-")[2]
    if lower in _NO_INSTITUTION:
        return False
    listed_nouns = (words.PERSON, words.BODY, words.MEDIUM, words.SPEAKING, _INSTITUTION, _PEOPLE)
    return bool(_INITIALS.search(noun)) or words.is_agent(lower) or any(lower in nouns for nouns in listed_nouns)


def _is_common(phrase: Sequence[str], text: str) -> bool:
    """Whether an adjective stands before the noun in the name, or a determiner somewhere in the text."""
    return len(phrase) > 1 or _BARE_NOUN.findall(phrase[-1])[0] in _determined(text)


@lru_cache(maxsize=_KEPT)
def _determined(text: str) -> frozenset[str]:
    """The nouns of the text that stand behind a determiner somewhere, as written."""
    return frozenset(found[1] for found in _BEHIND_DETERMINER.finditer(text))
