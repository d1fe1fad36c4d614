"""A question in, quotes out: sentences, terms, ranking, excerpts, refusal, attribution. Knows nothing of chats."""

from retrieval.answering.answer import Answer, Hit
from retrieval.answering.explanation import ExplainedPassage, Explanation, QuestionExplanation, SubjectWord
from retrieval.answering.retriever import Retriever
from retrieval.attribution import Attribution, Confidence, attributions, interview_guests
from retrieval.base.errors import (
    CandidatesUnavailable,
    EncoderUnavailable,
    InvalidSpan,
    NothingToSearch,
    RetrievalError,
)
from retrieval.base.spans import Span
from retrieval.checking.quotation_check import QuotationChange, QuotationCheck, QuotationVerdict, SpeakerVerdict
from retrieval.checking.quote_excerpt import excerpt_of
from retrieval.encoder import WORDS_ALONE, Encoder
from retrieval.index.bm25 import BM25Index
from retrieval.language.identification import certain_language_of, language_of
from retrieval.query.check_request import CheckRequest, check_request
from retrieval.query.follow_up_intent import FollowUpIntent
from retrieval.query.topic import Topic
from retrieval.quotes.citation import cite
from retrieval.quotes.quote import Quote
from retrieval.quotes.quoted_speakers import SpeakerPassages, quoted_speakers
from retrieval.scoring.candidates import CandidateFinderFactory
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

__all__ = [
    "WORDS_ALONE",
    "Answer",
    "Attribution",
    "BM25Index",
    "CandidateFinderFactory",
    "CandidatesUnavailable",
    "CheckRequest",
    "Confidence",
    "Encoder",
    "EncoderUnavailable",
    "ExplainedPassage",
    "Explanation",
    "FollowUpIntent",
    "Hit",
    "InvalidSpan",
    "NothingToSearch",
    "PartKind",
    "QuestionExplanation",
    "QuotationChange",
    "QuotationCheck",
    "QuotationVerdict",
    "Quote",
    "RetrievalError",
    "Retriever",
    "Span",
    "SpeakerPassages",
    "SpeakerVerdict",
    "SubjectWord",
    "Topic",
    "UnsupportedPart",
    "Verdict",
    "attributions",
    "certain_language_of",
    "check_request",
    "cite",
    "excerpt_of",
    "interview_guests",
    "language_of",
    "quoted_speakers",
]
