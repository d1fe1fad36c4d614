"""A question in, quotes out: sentences, terms, ranking, excerpts, refusal, attribution. Knows nothing of chats."""

from retrieval.answers import Answer, Hit
from retrieval.attribution import Attribution, Confidence, attributions
from retrieval.bm25 import BM25Index
from retrieval.citing import cite
from retrieval.encoder import WORDS_ALONE, Encoder
from retrieval.errors import EncoderUnavailable, EngineUnavailable, InvalidSpan, NothingToSearch, RetrievalError
from retrieval.explanation import AskedWord, Explanation, RankedPassage, Reasons
from retrieval.language.recognition import certain_language_of, language_of
from retrieval.leaning import Leaning
from retrieval.quotes import Quote
from retrieval.retriever import Retriever
from retrieval.scoring.candidates import Engines
from retrieval.spans import Span
from retrieval.verdict import Verdict
from retrieval.voices import Voice, voices

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
    "Hit",
    "InvalidSpan",
    "Leaning",
    "NothingToSearch",
    "Quote",
    "RankedPassage",
    "Reasons",
    "RetrievalError",
    "Retriever",
    "Span",
    "Verdict",
    "Voice",
    "attributions",
    "certain_language_of",
    "cite",
    "language_of",
    "voices",
]
