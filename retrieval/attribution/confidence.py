"""How sure an attribution is: by how often its rule named the right person.

For each language, each way to the speaker and each rule, `_MEASURED` has of how many whom it named how many were right.
German: 850 news articles annotated for a study of quotation (Petersen-Frey & Biemann 2024), and 18 articles written for
tests (12 of them by people who knew no rule, six of them longer ones of one genre each). English: 83 American news
articles (PolNeAR, Newell et al. 2018), and eight written for tests. Whom a pronoun means was counted only where
somebody had read it. Somebody called by a role alone ("der Anwalt") is as sure as a role that leads to a name.

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
        reported_mood 274/317, quotation_goes_on 107/138, unreal_mood 53/70, said_to_go_on 36/49,
        quotation_follows 29/39, said_to_have 16/21, quotation_alone 12/18, anaphoric_source 8/10
    de contested
        says_in_reported_mood 1/3, verb_then_quotation 1/2, quotation_goes_on 1/1,
        quotation_then_verb 0/1, says_words 0/1
    de named
        says_in_reported_mood 300/319, statement_of 228/242, source_preposition 149/151,
        verb_then_quotation 129/141, speech_act 131/138, idiom_of_saying 130/135, says_to_do 100/106,
        says_that 86/88, quotation_then_verb 72/74, this_says_speaker 73/74, as_speaker_says 63/65,
        so_speaker 60/62, quotation_alone 45/57, source_postposition 54/57, clause_in_reported_mood 35/44,
        says_main_clause 33/34, it_says_in 26/31, says_words 25/27, noun_of_saying 16/18,
        quotation_goes_on 18/18, cited 6/6, named_source 5/5, anaphoric_source 2/3, opinion_of 0/2,
        reported_mood 1/1
    de pronoun
        says_in_reported_mood 21/23, quotation_then_verb 10/10, says_to_do 8/8, speech_act 6/7,
        idiom_of_saying 5/6, clause_in_reported_mood 3/4, quotation_alone 3/4, statement_of 3/4,
        verb_then_quotation 3/3, as_speaker_says 2/2, says_that 0/2, cited 1/1, opinion_of 1/1,
        says_words 1/1
    de role
        says_in_reported_mood 9/10, source_preposition 3/4, statement_of 3/4, so_speaker 3/3,
        speech_act 3/3, verb_then_quotation 2/3, clause_in_reported_mood 1/1, idiom_of_saying 1/1,
        quotation_goes_on 1/1, quotation_then_verb 1/1, says_that 1/1
    de subject
        reported_mood 28/38, quotation_alone 4/12, anaphoric_source 0/1
    en carried
        quotation_goes_on 134/142, quotation_follows 101/105, quotation_alone 13/17
    en contested
        says_main_clause 0/1, source_preposition 0/1, speech_act 1/1
    en named
        quotation_then_verb 171/176, says_that 158/162, says_main_clause 131/134,
        verb_then_quotation 98/99, speech_act 55/56, source_preposition 37/37, says_words 31/31,
        quotation_goes_on 27/29, says_at_the_end 22/22, named_source 14/14, says_to_do 12/12,
        quotation_alone 8/10, idiom_of_saying 8/8, as_speaker_says 4/4
    en pronoun
        quotation_then_verb 8/9, says_main_clause 7/9, says_that 6/7, says_at_the_end 5/5, says_words 2/2,
        source_preposition 2/2, speech_act 2/2, as_speaker_says 0/1, idiom_of_saying 1/1,
        verb_then_quotation 1/1
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
