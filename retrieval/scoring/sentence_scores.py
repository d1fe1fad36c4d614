"""How well each sentence of an article answers a question."""

from __future__ import annotations

import numpy as np

from retrieval.analysis.answer_type import offers_something_new
from retrieval.base.arrays import Floats
from retrieval.query.query import Query
from retrieval.scoring.article_index import ArticleIndex
from retrieval.scoring.hybrid import fuse, scale_of

# What words count beside meaning when it is chosen among the sentences of one article, whose words all speak of the
# same matter. This and the next numbers were chosen on questions by people who had read no more than a headline
# (tests/gold/reader); anything from .3 to .6 does.
_WORDS = 0.4

# What a sentence gains that offers what the question asks for.
_OFFER = 0.4

# What a sentence loses that is itself a question: it seldom answers one.
_ASKS = 0.5

# What an interviewer's question loses: more than a sentence gains, as it answers nothing, and what does stands below.
_INTERVIEWS = 20.0

# What the first sentence of an article loses: it names what all of the article is about, as do all questions about it.
_LEAD = 0.6

# What a sentence of the speaker whom the question names gains: more than words and meaning together make up for.
_SPEAKER = 3.0


def sentence_scores(query: Query, index: ArticleIndex) -> Floats:
    """A score each, in the order of the article: of the sentence itself and, as much, of its passage."""
    passages, sentences = index.passages(query), index.sentences(query)
    words = _WORDS * (sentences.words + passages.words[index.passage_of])
    meaning = sentences.meaning + passages.meaning[index.passage_of]
    scale = scale_of(query.encoder)
    scores = fuse(words, meaning, scale, scale.sentences) - _ASKS * index.asks
    scores -= _INTERVIEWS * index.interviews
    scores[0] -= _LEAD * index.opening_weight
    if (kind := query.answer_type) is not None:
        offers = [
            offers_something_new(index.parsed.offers(kind, sentence), query.forms)
            for sentence in index.parsed.sentences
        ]
        scores += _OFFER * np.array(offers)
    for number in index.speakers.sentences_of(query):
        scores[number] += _SPEAKER
    return scores
