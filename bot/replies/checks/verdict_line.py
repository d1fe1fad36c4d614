"""What is said of a quotation, above the article's own words."""

from __future__ import annotations

from bot.messages.formatting import FormattedText, without_autolinks
from bot.messages.texts import Texts
from bot.replies.quotes.source_line import speaker_name
from bot.replies.wording import enumeration, in_marks
from content import Article
from retrieval import Confidence, QuotationChange, QuotationCheck, QuotationVerdict, Span, SpeakerVerdict
from retrieval.base.words import normalise, words_of
from retrieval.language import rules_of
from retrieval.language.rules import fold_case
from retrieval.scoring.premises.people import is_role

# More changes would not be read.
_MOST = 3

_FULL_NAME = 2

# Written small within names.
_PARTICLES = fold_case("von van vom zu zum zur de del della di da der den du la le bin al el")

# Code points: a word that the article has so near to where the message has it only stands elsewhere.
_NEAR = 30


def verdict_line(text: str, check: QuotationCheck, articles: int, texts: Texts) -> FormattedText:
    """How the quotation of the message `text` compares, in one line; of `articles` in all."""
    sentences = [_verdict(text, check, articles, texts), _speaker(check, texts)]
    return without_autolinks(" ".join(filter(None, sentences)))


def _verdict(text: str, check: QuotationCheck, articles: int, texts: Texts) -> str:
    match check.verdict:
        case QuotationVerdict.EXACT:
            return texts("verdict-exact")
        case QuotationVerdict.ABSENT:
            return texts("verdict-absent", articles=articles)
        case QuotationVerdict.SHORTENED:
            return _shortened(check, texts)
    return _altered(text, check, texts)


def _shortened(check: QuotationCheck, texts: Texts) -> str:
    if check.quote is None or len(check.omissions) != 1:
        return texts("verdict-shortened")
    words = in_marks(_written(check.quote.article, check.omissions[0]), texts)
    return texts("verdict-shortened" if "…" in words else "verdict-shortened-by", words=words)


def _altered(text: str, check: QuotationCheck, texts: Texts) -> str:
    if check.quote is None:
        return ""
    article = check.quote.article
    changes = _told_changes(text, check, article)
    if len(changes) == 1:
        return texts(f"verdict-{_kind(text, changes[0], article)}", **_words(text, changes[0], article, texts))
    more = len(changes) - _MOST
    shown = [
        texts(f"change-{_kind(text, change, article)}", **_words(text, change, article, texts))
        for change in changes[:_MOST]
    ]
    shown += [texts("changes-more", count=more)] if more > 0 else []
    return texts("verdict-several", changes=enumeration(shown, texts))


def _told_changes(text: str, check: QuotationCheck, article: Article) -> list[QuotationChange]:
    """The changes in the article's order, and then what is only left out; a word that was moved is not left out."""
    moved = {
        word.form
        for change in check.changes
        if _kind(text, change, article) == "moved"
        for word in words_of(text, change.written)
    }
    left_out = [span for span in check.omissions if {word.form for word in words_of(article.text, span)} - moved]
    return [*check.changes, *(QuotationChange(Span(0, 0), span) for span in left_out)]


def _words(text: str, change: QuotationChange, article: Article, texts: Texts) -> dict[str, str]:
    """What the message has and what the article has, in quotation marks."""
    written, original = text[slice(*change.written)], _written(article, change.original)
    return {"written": in_marks(written, texts), "original": in_marks(original, texts)}


def _kind(text: str, change: QuotationChange, article: Article) -> str:
    """What the change is called in the names of texts."""
    written, original = change
    if written.start == written.end:
        return "left-out"
    if original.start < original.end:
        return "replaced"
    near = words_of(article.text, Span(max(0, original.start - _NEAR), original.end + _NEAR))
    moved = {word.form for word in words_of(text, written)} <= {word.form for word in near}
    return "moved" if moved else "added"


def _written(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def _speaker(check: QuotationCheck, texts: Texts) -> str:
    """Who says it in the article, where the message names somebody else; empty unless the article is sure of it."""
    if check.speaker is not SpeakerVerdict.WRONG or check.quote is None or check.named is None:
        return ""
    place = check.original or check.quote.spans[0]
    said = [each for each in check.quote.attributions if each.start < place.end and place.start < each.end]
    if not said or any(each.confidence is Confidence.WEAK or each.speaker is None for each in said):
        return ""
    speakers = {each.speaker or "" for each in said}
    speaker = speakers.pop() if len(speakers) == 1 else ""
    named = _named(check.named, check.quote.article, texts)
    if not _is_full_name(speaker):
        return texts("verdict-speaker-other", named=named)
    key = "verdict-speaker-there" if check.verdict is QuotationVerdict.EXACT else "verdict-speaker"
    return texts(key, speaker=speaker_name(speaker), named=named)


def _is_full_name(speaker: str) -> bool:
    """Whether it can stand in a sentence as it is: a first and a last name. "Stadt" could not."""
    words = speaker.split()
    return len(words) >= _FULL_NAME and all(word[:1].isupper() for word in (words[0], words[-1]))


def _named(named: str, article: Article, texts: Texts) -> str:
    """The name, or in quotation marks the word by which the message calls somebody: "nicht „Bürgermeister“"."""
    is_name = " " in named or not is_role(normalise(named), rules_of(article.language))
    return _name(named) if is_name else in_marks(named, texts)


def _name(named: str) -> str:
    """The name without what stands behind it: "Vogt" of "Vogt im Rat"."""
    words = named.split()
    last = next((at for at, word in enumerate(words) if at and word.islower() and word not in _PARTICLES), len(words))
    return speaker_name(" ".join(words[:last]))
