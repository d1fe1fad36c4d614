"""Which spans a quote of ours can have: what comes from outside, as the data of a button does, may be made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from content import Article
from retrieval.analysis.clauses import clause_borders, is_run_of_clauses
from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.language import rules_of

# Code points. A clause that has no room in a quote is cut behind a word: so long it is then at least, and the quote.
_LONG_CLAUSE = 170
_LEAST_LEFT = 100


def is_quotable(article: Article, spans: Sequence[Span]) -> bool:
    """Whether these are whole sentences of the article, or of each sentence one run of its clauses.

    So nobody can leave a "not" out of the middle of a sentence, and have it shown as quoted.
    """
    seen: set[Span] = set()
    for span in spans:
        end = span.start
        for sentence in _sentences_in(article, span):
            part = Span(max(span.start, sentence.start), min(span.end, sentence.end))
            if sentence in seen or article.text[end : part.start].strip() or not _is_run(article.text, sentence, part):
                return False
            seen.add(sentence)
            end = part.end
        if end != span.end:
            return False
    return True


def _sentences_in(article: Article, span: Span) -> Iterator[Span]:
    rules = rules_of(article.language)
    for paragraph in article.paragraphs:
        if paragraph.start < span.end and span.start < paragraph.end:
            sentences = split_sentences(article.text, Span(paragraph.start, paragraph.end), rules)
            yield from (each for each in sentences if each.start < span.end and span.start < each.end)


def _is_run(text: str, sentence: Span, part: Span) -> bool:
    if is_run_of_clauses(text, sentence, part):
        return True
    starts, ends = clause_borders(text, sentence)
    clause_end = min(end for end in ends if end > part.start)
    is_cut = part.start in starts and part.end < clause_end and text[part.end].isspace()
    return is_cut and clause_end - part.start >= _LONG_CLAUSE and part.end - part.start >= _LEAST_LEFT
