"""A question in, quotes out: sentences, terms, ranking, excerpts, refusal, attribution. Knows nothing of chats."""

from retrieval.answering.answer import Answer, Hit
from retrieval.answering.explanation import AskedWord, Explanation, RankedPassage, Reasons
from retrieval.answering.retriever import Retriever
from retrieval.attribution import Attribution, Confidence, attributions
from retrieval.base.errors import EncoderUnavailable, EngineUnavailable, InvalidSpan, NothingToSearch, RetrievalError
from retrieval.base.spans import Span
from retrieval.encoder import WORDS_ALONE, Encoder
from retrieval.index.bm25 import BM25Index
from retrieval.language.recognition import certain_language_of, language_of
from retrieval.query.follow_up_intent import FollowUpIntent
from retrieval.quotes.citation import cite
from retrieval.quotes.quote import Quote
from retrieval.quotes.speakers import SpeakerPassages, voices
from retrieval.scoring.candidates import Engines
from retrieval.scoring.verdict import Verdict

__all__ = [
    "WORDS_ALONE",
    "Answer",
    "AskedWord",
    "Attribution",
    "BM25Index",
    "Confidence",
    "Encoder",
    "EncoderUnavailable",
    "EngineUnavailable",
    "Engines",
    "Explanation",
    "FollowUpIntent",
    "Hit",
    "InvalidSpan",
    "NothingToSearch",
    "Quote",
    "RankedPassage",
    "Reasons",
    "RetrievalError",
    "Retriever",
    "Span",
    "SpeakerPassages",
    "Verdict",
    "attributions",
    "certain_language_of",
    "cite",
    "language_of",
    "voices",
]
