"""Names of a question that the article does not have.

German writes all nouns with a capital, so a word is taken for a name only where something tells: it stands in the
place of another one of the article ("Pia Hartmann" for "Pia Lindqvist"), behind a title, behind another name, or in a
list of places. What is a common noun in other words is not told to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from retrieval.attribution.syntax.first_names import FEMALE, MALE
from retrieval.base.spans import Span
from retrieval.base.words import Word
from retrieval.language import LanguageRules
from retrieval.scoring.article_facts import ArticleFacts
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart
from retrieval.scoring.premises.people import is_role

_COMMON_ENDING = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nis|nisse|chen|lein|ment|mente|"
    r"ling|linge|tum|innen|sache|sachen|fache|eur|eure|euren|zeug|werk|werke|haus|häuser|sitz|zahl|zahlen|preis|preise|kosten|leute|geld)$"
)


_ADVERB = re.compile(r"(?:lich|weise|ends|mals|bar|ig|tags|ern|eits|falls|dings|tens)$")

# "Rausgekommen ist …", "Verhaftet wurde …": a German sentence may begin with its participle.
_PARTICIPLE = re.compile(r"^(?:\w{2,8}?)?ge\w{3,}(?:t|en)$|^(?:be|ver|er|ent|zer)\w{3,}(?:t|en)$|iert$")

# Code points before a word of the article in which what a sentence ends with would stand.
_BEFORE_NAME = 80

# Of two countries, or of other things, too.
_AMBIGUOUS = frozenset({"us", "united", "vereinigte", "vereinigten", "staaten", "republic", "pole", "swiss"})


def unsupported_names(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The names of the question that the article does not have at all, or for which it has another."""
    words = context.words
    for at, word in enumerate(words):
        if not _is_candidate(context, words, at) or _is_known(context, word):
            continue
        instead = _in_its_place(context, words, at)
        if instead is not None or _is_surely_a_name(context, words, at):
            instead = instead or _behind_its_preposition(context, words[at - 1])
            yield UnsupportedPart(word.span, PartKind.NAME, instead, absent=True)


def _is_candidate(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether the word is capitalised, not because it opens the question, and can be a name at all."""
    word, rules = words[at], context.rules
    written = context.text[word.start : word.end]
    listed = word.form in rules.premises.places or _is_full_name(context, words, at)
    typed_small = context.text.islower() and listed
    if re.search(r"[a-zß][A-Z]|^[A-Z]+s$", written):  # "PhD", "MPs"
        return False
    opens = _opens(context, word) and not _opens_claim(context, words, at)
    if not (written[0].isupper() or typed_small) or len(written) < 2 or opens:
        return False
    if word.form in rules.stop_words or word.form in rules.premises.not_names or word.form in rules.light_words:
        return False
    return not (word.form in rules.premises.numerals or word.form in rules.premises.months)


def _is_full_name(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether the word is a first name, or stands behind one, and the article has neither of the two."""
    for first, last in ((at, at + 1), (at - 1, at)):
        if first >= 0 and last < len(words) and (words[first].form in FEMALE or words[first].form in MALE):
            return not any(_is_known(context, words[each]) for each in (first, last))
    return False


def _opens(context: PremiseContext, word: Word) -> bool:
    """Whether a sentence begins with the word."""
    before = context.text[: word.start].rstrip(" \n\t\"'„“”‚‘»«(")
    return not before or before[-1] in ".!?:;…-–\n"


def _is_known(context: PremiseContext, word: Word) -> bool:
    return any(_has(facts, word.form, context.rules) for facts in (context.facts, *context.others))


def _has(facts: ArticleFacts, form: str, rules: LanguageRules) -> bool:
    """Whether the article has the name, inflected, abbreviated, misspelt, or by another name of the same thing."""
    if facts.has_name(form) or form in facts.initials or facts.has_beginning(form):
        return True
    bare = re.sub(r"(?:s|n|in|er|ern|isch\w*)$", "", form)
    if len(bare) > 3 and any(bare in other for other in facts.forms):
        return True
    groups = [group for group in rules.premises.same_names if _belongs(form, group)]
    return any(_belongs(other, group) for group in groups for other in facts.forms)


def _belongs(form: str, group: frozenset[str]) -> bool:
    return any(
        form == name or (len(name) > 3 and form.startswith(name) and len(form) - len(name) <= 4) for name in group
    )


def _in_its_place(context: PremiseContext, words: Sequence[Word], at: int) -> Span | None:
    """The name that the article has where the question has this one: beside the same words."""
    word = words[at]
    if context.query.question.language == "de" and _COMMON_ENDING.search(word.form):
        return None
    before = words[at - 1] if at else None
    following = words[at + 1] if at + 1 < len(words) else None
    found: Span | None = None
    is_title = before is not None and before.form in context.rules.premises.determiners
    if following and not is_title and _are_joined(context.text, word, following) and _may_be_name(context, following):
        found = _behind_or_before(context, [following.form], behind=False)
    if found is None and before and _are_joined(context.text, before, word) and _may_precede(context, words, at - 1):
        found = _behind_or_before(context, [before.form], behind=True)
    if found is None and at > 1 and before and _is_capital(context.text, words[at - 2]):
        particle = before.form in context.rules.premises.before_names and not _is_capital(context.text, before)
        if particle and _are_joined(context.text, words[at - 2], before):
            found = _behind_or_before(context, [words[at - 2].form, before.form], behind=True)
    return found


def _behind_its_preposition(context: PremiseContext, preposition: Word) -> Span | None:
    """The name behind the same preposition in the sentence found."""
    if preposition.form not in context.rules.premises.before_names:
        return None
    text = context.parsed.article.text
    for one, other in pairwise(context.sentence.words):
        joined = one.form == preposition.form and _are_joined(text, one, other)
        if joined and _is_name_in_article(text, other, context.rules):
            return other.span
    return None


def _may_be_name(context: PremiseContext, neighbour: Word) -> bool:
    """Whether the word beside can be part of a name: in German, of a person's whom the article has, or a title."""
    if not _is_capital(context.text, neighbour) or neighbour.form in context.rules.stop_words:
        return False
    german = context.query.question.language == "de"
    return not german or neighbour.form in context.facts.people or is_role(neighbour.form, context.rules)


def _may_precede(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether a name can follow the word: another name, a title, or a noun with a determiner ("die Familie Utz")."""
    determined = at > 0 and words[at - 1].form in context.rules.premises.determiners
    return _may_be_name(context, words[at]) or (determined and _is_capital(context.text, words[at]))


def _behind_or_before(context: PremiseContext, forms: list[str], *, behind: bool) -> Span | None:
    """The capitalised word that stands behind, or before, these words in the article; None when there is none."""
    facts, rules = context.facts, context.rules
    text, words = context.parsed.article.text, facts.words
    for start in range(len(words) - len(forms) + 1):
        if words[start].form != forms[0] or [word.form for word in words[start : start + len(forms)]] != forms:
            continue
        if any(not _are_joined(text, one, other) for one, other in pairwise(words[start : start + len(forms)])):
            continue
        at = start + len(forms) if behind else start - 1
        if not 0 <= at < len(words):
            continue
        other = words[at]
        joined = _are_joined(text, words[at - 1], other) if behind else _are_joined(text, other, words[at + 1])
        if joined and _is_name_in_article(text, other, rules):
            return other.span
    return None


def _is_name_in_article(text: str, word: Word, rules: LanguageRules) -> bool:
    if not text[word.start].isupper() or word.form in rules.stop_words or is_role(word.form, rules):
        return False
    # To look at all that stands before each word would take quadratic time.
    before = text[max(0, word.start - _BEFORE_NAME) : word.start].rstrip(" \n\t\"'„“”‚‘»«(")
    return bool(before) and before[-1] not in ".!?:;…" and not _COMMON_ENDING.search(word.form[-6:])


def _is_surely_a_name(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether something beside the word, or a list, tells that it is a name and no other noun."""
    word, rules, text = words[at], context.rules, context.text
    if context.query.question.language != "de" or word.form in rules.premises.places:
        return not _countries(word.form, rules) or _is_country_among_others(context, word)
    before = words[at - 1] if at else None
    if before is None or _COMMON_ENDING.search(word.form) or not _are_joined(text, before, word):
        return not _COMMON_ENDING.search(word.form) and _opens_claim(context, words, at)
    coordinated = before.form in rules.joining and at > 1 and words[at - 2].form in context.facts.people
    if coordinated or word.form in FEMALE or word.form in MALE or _is_bare_subject(context, words, at):
        return True
    if _is_capital(text, before):
        determined = at > 1 and words[at - 2].form in rules.premises.determiners
        is_kind = text[before.start : before.end].isupper() or re.fullmatch(rules.premises.kinds, before.form)
        apposition = determined and is_kind
        return not _opens(context, before) and bool(is_role(before.form, rules) or apposition)
    prepositions = rules.premises.before_names - rules.premises.contracted
    return before.form in prepositions and bool(re.search(rules.premises.place_endings, word.form))


def _opens_claim(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether a claim begins with the word, and it can be the subject of the verb behind: "Merkel hat … gelobt"."""
    rules = context.rules.premises
    if at or len(words) < 3 or not context.is_claim or words[0].form in rules.uncounted:
        return False
    if _ADVERB.search(words[0].form) or (context.rules.code == "de" and _PARTICIPLE.search(words[0].form)):
        return False
    return words[1].form in rules.singular_auxiliaries


def _is_bare_subject(context: PremiseContext, words: Sequence[Word], at: int) -> bool:
    """Whether it stands without an article behind the verb of a question, in the singular: "Was versprach Biden?"

    So do names, and a few nouns for what is not counted.
    """
    if words[at].form in context.rules.premises.uncounted:
        return False
    if at + 1 < len(words) and _is_capital(context.text, words[at + 1]):
        return False
    verb = words[at - 1].form
    # "…, dass Scholz die Fähre gekauft hat", "Hat Biden …?"
    if verb in context.rules.checking.subordinating or at == 1:
        return (verb if at == 1 else words[-1].form) in context.rules.premises.singular_auxiliaries
    opening = (
        words[0].form in context.rules.question_words and words[0].form not in context.rules.premises.asking_for_doer
    )
    asked_how = at == 3 and not _is_verb(context, words[1].form)
    if not opening or (at != 2 and not asked_how) or _is_capital(context.text, words[at - 1]):
        return False
    # "Was reflektiert Ferngespräche?": what is asked for does it, and to several.
    several = words[0].form == "was" and re.search(r"en?$", words[at].form)
    return verb in context.rules.premises.singular_auxiliaries or (_is_verb(context, verb) and not several)


def _is_verb(context: PremiseContext, form: str) -> bool:
    auxiliary = form in context.rules.premises.singular_auxiliaries
    return auxiliary or bool(re.fullmatch(context.rules.premises.singular_verbs, form))


def _countries(form: str, rules: LanguageRules) -> tuple[frozenset[str], ...]:
    return tuple(group for group in rules.premises.countries if _belongs(form, group))


def _is_country_among_others(context: PremiseContext, word: Word) -> bool:
    """Whether the article names another country: otherwise a reader may know that a town is in this one."""
    own = _countries(word.form, context.rules)
    others = [group for group in context.rules.premises.countries if group not in own]
    return any(_belongs(form, group) for group in others for form in context.facts.forms if form not in _AMBIGUOUS)


def _is_capital(text: str, word: Word) -> bool:
    return text[word.start].isupper()


def _are_joined(text: str, one: Word, other: Word) -> bool:
    return text[one.end : other.start] in (" ", ". ")
