"""What of a question the articles do not support, though its answer depends on it.

Only what is sure is told: a part that is wrongly called unsupported costs more trust than one that is not noticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from retrieval.index.parsed_article import Sentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.figures.figure_conflicts import unsupported_figures
from retrieval.scoring.premises.figures.misplaced_figures import misplaced_figures
from retrieval.scoring.premises.names.absent_names import unsupported_names
from retrieval.scoring.premises.names.misplaced_names import misplaced_names
from retrieval.scoring.premises.names.misplaced_places import misplaced_places
from retrieval.scoring.premises.opposites.negated_words import negated_words
from retrieval.scoring.premises.opposites.opposites import unsupported_opposites
from retrieval.scoring.premises.part import UnsupportedPart
from retrieval.scoring.premises.roles.role_swaps import unsupported_roles
from retrieval.scoring.search_result import SearchResult


def unsupported_parts(found: SearchResult, sentence: Sentence) -> tuple[UnsupportedPart, ...]:
    """The parts of the question that nothing found supports, in order; `sentence` is the best that was found."""
    index = found.index_of(sentence)
    others = tuple(other.facts for other in found.indexes.values() if other is not index)
    context = PremiseContext(found.query, sentence, index, others)
    # Words of another language are other words; its figures are the same.
    parts = unsupported_figures(context) if context.is_foreign else _parts(context)
    return _without_overlaps(parts)


def _parts(context: PremiseContext) -> Iterator[UnsupportedPart]:
    return chain(
        unsupported_names(context),
        unsupported_figures(context),
        unsupported_roles(context),
        list(misplaced_names(context)) or misplaced_figures(context),
        misplaced_places(context),
        unsupported_opposites(context),
        negated_words(context),
    )


def _without_overlaps(parts: Iterable[UnsupportedPart]) -> tuple[UnsupportedPart, ...]:
    kept: list[UnsupportedPart] = []
    for part in parts:
        if not any(part.span.overlaps(other.span) for other in kept):
            kept.append(part)
    return tuple(sorted(kept, key=lambda part: part.span))
