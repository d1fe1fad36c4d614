"""German verb forms, made from the infinitives and principal parts of `verb_lists`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from retrieval.attribution.german.verbs import verb_lists
from retrieval.attribution.syntax.verbs import Form, Readings, VerbReading, table

_INSEPARABLE = (
    "be",
    "emp",
    "ent",
    "er",
    "ge",
    "miss",
    "ver",
    "zer",
    "wider",
    "unter",
    "über",
    "voll",
    "hinter",
    "wieder",
)
_WITHOUT_GE = (*_INSEPARABLE, "re")


@cache
def verb_forms() -> Readings:
    """Every form of every listed verb. Separable verbs are found under their joined forms ("mitteilte", "mitgeteilt",
    "mitzuteilen"); standing apart ("teilte … mit") they are `particle_verbs`.
    """
    return table(_forms())


@cache
def particle_verbs() -> dict[tuple[str, str], str]:
    """(base, particle) -> the separable verb: ("teilen", "mit") -> "mitteilen"."""
    return {
        (base, particle): particle + base
        for particle, bar, base in (verb.partition("|") for verb in _verb_list())
        if bar
    }


# The longest first: "zurückgeben" is not "zu" and "rückgeben".
_PARTICLES = (
    "entgegen", "herunter", "zusammen", "heraus", "herbei", "herein", "hervor", "hinaus", "hinein", "nieder",
    "voraus", "vorbei", "weiter", "wieder", "zurück", "durch", "hinzu", "statt", "unter", "voran", "fest",
    "fort", "nach", "teil", "über", "auf", "aus", "bei", "ein", "hin", "los", "mit", "vor", "weg", "ab", "an",
    "um", "zu",
)  # fmt: skip


_DERIVING = tuple(prefix for prefix in _INSEPARABLE if prefix != "ge")  # "gegründete" is of "gründen"


def derivations(word: str) -> tuple[VerbReading, ...]:
    """The readings of a word that is a listed verb with a prefix: "ausfalle" -> "ausfallen", "beträfe" -> nothing."""
    for prefix in (*_PARTICLES, *_DERIVING):
        base = word.removeprefix(prefix)
        if base == word or len(base) < 4:
            continue
        separable = prefix in _PARTICLES
        found = tuple(
            VerbReading(prefix + reading.lemma, reading.form)
            for reading in verb_forms().get(base, ())
            if reading.lemma not in ("sein", "haben", "werden")
            and (separable or reading.form is not Form.PARTICIPLE or not base.startswith("ge"))
        )
        if found:
            return (*found, *_participle(prefix, base)) if prefix in _DERIVING else found
    return ()


def _participle(prefix: str, base: str) -> Iterator[VerbReading]:
    """ "bekämpft" is both: "er bekämpft" and "hat bekämpft", as an inseparable prefix takes the place of "ge-" """
    for reading in verb_forms().get("ge" + base, ()):
        if reading.form is Form.PARTICIPLE:
            yield VerbReading(prefix + reading.lemma, Form.PARTICIPLE)


def _verb_list() -> set[str]:
    return set((verb_lists.STATEMENTS + verb_lists.REACTIONS + verb_lists.SPEECH_ACTS + verb_lists.OTHERS).split())


def _strong() -> dict[str, tuple[str, str, str]]:
    rows = (line.split() for line in verb_lists.STRONG.strip().splitlines())
    return {infinitive: (present, past, participle) for infinitive, present, past, participle in rows}


def _forms() -> Iterator[tuple[str, VerbReading]]:
    strong = _strong()
    for verb in sorted(_verb_list() | {base for _, base in (verb.split("|") for verb in _verb_list() if "|" in verb)}):
        yield from _conjugations(verb, strong)
    yield from _irregular()
    for line in verb_lists.UNREAL.strip().splitlines():
        lemma, *forms = line.split()
        yield from ((form, VerbReading(lemma, Form.UNREAL)) for form in forms)


def _irregular() -> Iterator[tuple[str, VerbReading]]:
    kinds = (
        Form.PRESENT, Form.PLURAL, Form.PAST, Form.PAST_PLURAL, Form.REPORTING, Form.REPORTING,
        Form.UNREAL, Form.UNREAL, Form.PARTICIPLE,
    )  # fmt: skip
    for line in verb_lists.IRREGULAR.strip().splitlines():
        lemma, *forms = line.split()
        if lemma == "sein":
            yield lemma, VerbReading(lemma, Form.INFINITIVE)
        yield from ((form, VerbReading(lemma, kind)) for form, kind in zip(forms, kinds, strict=True) if form != "-")


def _conjugations(verb: str, strong: dict[str, tuple[str, str, str]]) -> Iterator[tuple[str, VerbReading]]:
    particle, _, base = verb.rpartition("|")
    lemma, particle = verb.replace("|", ""), particle.replace("|", "")
    stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    present, past, participle = _principal_parts(base, stem, strong)
    yield particle + present, VerbReading(lemma, Form.PRESENT)
    yield particle + base, VerbReading(lemma, Form.PLURAL)
    yield particle + past, VerbReading(lemma, Form.PAST)
    yield particle + past + ("n" if past.endswith("e") else "en"), VerbReading(lemma, Form.PAST_PLURAL)
    yield particle + _reporting(base, stem), VerbReading(lemma, Form.REPORTING)
    if base.endswith("eln"):
        yield particle + stem + "e", VerbReading(lemma, Form.REPORTING)  # handele
    yield particle + participle, VerbReading(lemma, Form.PARTICIPLE)
    if particle:
        yield f"{particle}zu{base}", VerbReading(lemma, Form.TO_INFINITIVE)


def _principal_parts(base: str, stem: str, strong: dict[str, tuple[str, str, str]]) -> tuple[str, str, str]:
    if base in strong:
        return strong[base]
    for prefix in _INSEPARABLE:
        if base.startswith(prefix) and (parts := strong.get(base[len(prefix) :])):
            present, past, participle = parts
            bare = participle if prefix == "ge" else participle.removeprefix("ge")
            return prefix + present, prefix + past, prefix + bare.removeprefix("ge")
    joint = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn", "dn", "tm")) else ""
    without_ge = (stem.startswith(_WITHOUT_GE) and len(stem) > 5) or base.endswith("ieren")
    participle = f"{'' if without_ge else 'ge'}{stem}{joint}t"
    return f"{stem}{joint}t", f"{stem}{joint}te", participle


def _reporting(base: str, stem: str) -> str:
    """sagen -> sage; handeln -> handle; erinnern -> erinnere"""
    if base.endswith("eln"):
        return stem.removesuffix("el") + "le"
    return stem + "e"
