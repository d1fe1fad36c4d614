"""How sure an attribution is: by how often its rule named the right person.

For each language, each way to the speaker and each rule, `_MEASURED` has of how many whom it named how many were right.
German: 850 news articles annotated for a study of quotation (Petersen-Frey & Biemann 2024); English: 83 American news
articles (PolNeAR, Newell et al. 2018); both: 16 articles by people who knew no rule. The gold readings of the tests are
left out, as rules were written with them in view, but for German roles that lead to a name, which are few. Whom a
pronoun means was counted only where somebody had read it. Somebody called by a role alone ("der Anwalt") is as sure as
a role that leads to a name.

A rule with fewer than `_ENOUGH` sentences is filled up to them with what its way to the speaker does as a whole,
and no rule is surer than its way where that is a guess.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from retrieval.attribution.attribution import Confidence, Resolution

_STRONG = 0.95
_FAIR = 0.9
_NAMED = 0.6
_ENOUGH = 10
_UNMEASURED = 0.75
# Each line that begins a block names a language and a way to the speaker; then each rule with right/named.
_MEASURED = """
    de carried
        reported_mood 235/272, quotation_goes_on 105/124, unreal_mood 46/62, said_to_go_on 32/45,
        quotation_follows 24/29, said_to_have 16/21, quotation_alone 12/18, anaphoric_source 4/5
    de contested
        says_in_reported_mood 2/5, quotation_goes_on 1/1, says_words 0/1, verb_then_quotation 1/1
    de named
        says_in_reported_mood 282/298, statement_of 222/228, source_preposition 151/153,
        verb_then_quotation 124/135, idiom_of_saying 128/132, speech_act 126/132, says_to_do 95/101,
        says_that 79/82, this_says_speaker 71/73, quotation_then_verb 68/69, as_speaker_says 62/64,
        so_speaker 58/60, source_postposition 49/52, quotation_alone 39/47, clause_in_reported_mood 31/37,
        says_main_clause 31/32, it_says_in 26/30, says_words 23/25, quotation_goes_on 18/18,
        noun_of_saying 16/18, cited 6/6, named_source 5/5, anaphoric_source 1/2, opinion_of 0/1,
        reported_mood 1/1
    de pronoun
        says_in_reported_mood 20/22, quotation_then_verb 9/9, speech_act 7/8, idiom_of_saying 6/7,
        says_to_do 5/5, verb_then_quotation 4/5, statement_of 4/4, clause_in_reported_mood 1/3,
        opinion_of 3/3, quotation_alone 2/3, says_that 1/3, source_preposition 2/2, as_speaker_says 1/1,
        cited 1/1, says_words 1/1, source_postposition 1/1
    de role
        says_in_reported_mood 9/10, source_preposition 3/4, statement_of 3/4, so_speaker 3/3, speech_act 3/3,
        verb_then_quotation 2/3, clause_in_reported_mood 1/1, idiom_of_saying 1/1, quotation_goes_on 1/1,
        quotation_then_verb 1/1, says_that 1/1
    de subject
        reported_mood 28/40, quotation_alone 4/12, anaphoric_source 0/1
    en carried
        quotation_goes_on 132/140, quotation_follows 94/98, quotation_alone 12/16
    en contested
        says_main_clause 0/1, source_preposition 0/1, speech_act 1/1
    en named
        quotation_then_verb 167/171, says_that 141/145, says_main_clause 124/127, verb_then_quotation 89/90,
        speech_act 53/54, source_preposition 35/35, says_words 30/30, quotation_goes_on 27/29,
        says_at_the_end 20/20, named_source 13/13, says_to_do 12/12, quotation_alone 8/10,
        idiom_of_saying 8/8, as_speaker_says 4/4
    en pronoun
        quotation_then_verb 4/5, says_main_clause 3/5, says_at_the_end 3/3, says_that 2/3,
        as_speaker_says 0/1, idiom_of_saying 1/1, says_words 1/1, speech_act 1/1, verb_then_quotation 1/1
"""


def share_of(language: str, resolution: Resolution, rule: str) -> float:
    """How often the rule names the right person, from 0 to 1, in the language with this code."""
    if resolution is Resolution.ANSWER:
        return 1.0
    cells = read_measurements().get((language, str(resolution)))
    if not cells:
        return _UNMEASURED
    right, named = cells.get(rule, (0, 0))
    whole = sum(r for r, _ in cells.values()) / sum(n for _, n in cells.values())
    missing = max(0, _ENOUGH - named)
    share = (right + missing * whole) / (named + missing)
    return share if whole >= _FAIR else min(share, whole)


def is_named(share: float) -> bool:
    """Whether somebody is named at all who is right this often."""
    return share >= _NAMED


def confidence_of(share: float) -> Confidence:
    """The tier of what is right this often: only strong and fair ones are told flatly."""
    if share >= _STRONG:
        return Confidence.STRONG
    return Confidence.FAIR if share >= _FAIR else Confidence.WEAK


@cache
def read_measurements() -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    """By language and way to the speaker, for each rule how many speakers were right, and how many were named."""
    cells: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    block = ("", "")
    for line in filter(None, map(str.strip, _MEASURED.splitlines())):
        if "/" not in line:
            language, resolution = line.split()
            block = (language, resolution)
            continue
        for cell in filter(None, map(str.strip, line.split(","))):
            rule, counts = cell.split()
            right, named = map(int, counts.split("/"))
            cells[block][rule] = (right, named)
    return dict(cells)
