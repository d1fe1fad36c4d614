"""The gender of German mentions: which pronoun can stand for them."""

from __future__ import annotations

import re

from retrieval.attribution.german import words
from retrieval.attribution.german.naming import is_name, is_personal, nouns
from retrieval.attribution.syntax.first_names import gender_of_first_name
from retrieval.attribution.syntax.mentions import Mention, once_each

_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ei|behörde|agentur|presse|gruppe|bank|union|firma|kirche|wehr|warte|bahn|polizei|"
    r"spd|cdu|csu|fdp|uno|nato|eu|afd|leitung|zentrale|kammer|fraktion|studie|umfrage|initiative|armee|spitze|seite|"
    r"quelle|stadt|klinik|frau|mutter|familie|analyse)$"
)
_NEUTER = re.compile(
    r"(?:ministerium|gericht|amt|institut|unternehmen|magazin|blatt|journal|parlament|präsidium|haus|kabinett|komitee|"
    r"bündnis|zentrum|museum|werk|militär|portal|radio|fernsehen|labor|team|land|gutachten|gremium|papier|dokument)s?$"
)
_MASCULINE = re.compile(
    r"(?:verband|konzern|sender|bericht|rat|verein|club|klub|bund|dienst|artikel|gerichtshof|senat|vorstand|betreiber|"
    r"hersteller|anbieter|kreml|ausschuss|kongress|bundestag|landtag|spiegel|stern|rundfunk|betrieb|mann|vater|papst|"
    r"könig|arzt|beamte|prinz|fürst|kapitän|general|oberst|(?<!f)riese|gigant)(?:s|es|e)?$"
)
_PLURAL = re.compile(
    r"(?:innen|leute|medien|behörden|kreise|kreisen|angaben|berichte|berichten|umfragen|eltern|zeugen|experten|grünen|"
    r"liberalen|usa|demokraten|republikaner|rebellen|taliban|forscher)$"
)
_NAME = 2  # words
_WOMAN = ("in", "frau", "mutter", "schwester", "tochter")
_MAN = ("er", "or", "ist", "ent", "ant", "mann", "wirt", "eur", "arzt", "anwalt", "rat")
_SUBJECTS = frozenset({"sie", "diese", "letztere"})
_MASCULINE_DETERMINERS = frozenset({"der", "ein", "dem", "des", "dieser"})


def _table(rows: str) -> dict[str, str]:
    return {word: genders for genders, *listed in (row.split() for row in rows.strip().splitlines()) for word in listed}


# m, f, n: singular; p: plural
_DETERMINED = _table("""
    m einen dieser
    f eine einer seiner ihrer
    n das
    p mehrere einige viele zwei drei beide alle
    mn dem des ein einem eines ihr sein
    mf der
    mp den
    fp die seine ihre
""")
_PRONOUNS = _table("""
    m er ihn dieser letzterer ersterer
    f ihr
    n es dieses
    p ihnen beide
    mn ihm diesem sein seiner seinen seine seines seinem dessen
    fp sie diese letztere ihrer ihren ihre ihres ihrem deren
    mp letzteren
""")


@once_each
def genders(mention: Mention) -> frozenset[str]:
    """The genders that the mention's form allows, "p" for the plural. A name alone can be a man's or a woman's."""
    found = _PRONOUNS.get(mention.first) if len(mention.tokens) == 1 else None
    found = found or gender_of_first_name(mention.tokens) or _gender_of_job(mention)
    if found is None and any(token.lower in words.COUNTING for token in mention.tokens[: mention.head]):
        return frozenset("p")  # "die vier Abgeordnete stellt"
    found = found or gender_of_noun(mention)
    found = found or _DETERMINED.get(mention.first) or "mf"
    if mention.plural and len(mention.tokens) > 1 and found not in ("m", "f"):
        return frozenset("p")
    agrees = len(mention.tokens) > 1 or mention.first in _SUBJECTS  # "ihrer Ansicht": the verb tells nothing of them
    if agrees and mention.plural is not None and "p" in found and len(found) > 1:
        return frozenset("p" if mention.plural else found.replace("p", ""))
    return frozenset(found)


def _gender_of_job(mention: Mention) -> str | None:
    """ "Müllwerker | Sascha Dittrich", "Lotsin | Sascha Dittrich": of a first name that is in no list"""
    inner = nouns(mention)
    if len(inner) <= _NAME or not is_personal(inner):
        return None
    job = inner[-_NAME - 1].lower
    if job.endswith(_WOMAN):
        return "f"
    return "m" if job.endswith(_MAN) else None  # "Vorsitzende", "Lehrkraft"


def gender_of_noun(mention: Mention) -> str | None:
    """The genders of the mention's chief noun by its ending; None when that does not tell."""
    noun = mention.noun
    if _PLURAL.search(noun):
        return "p"
    if noun.endswith("-jährige"):
        return "f" if mention.first == "die" else "m"
    if noun in words.PERSON:
        return _gender_of_person(mention, noun)
    for pattern, gender in ((_FEMININE, "f"), (_NEUTER, "n"), (_MASCULINE, "m")):
        if pattern.search(noun):
            return gender
    return None


def _gender_of_person(mention: Mention, noun: str) -> str:
    if noun.endswith(_WOMAN) or (mention.first in ("die", "eine") and not mention.plural and noun.endswith("e")):
        return "f"
    return "m" if mention.first in _MASCULINE_DETERMINERS or is_name(mention) else "mp"
