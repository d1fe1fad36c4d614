"""That the articles do not answer, or that the bot cannot tell; and what they do answer."""

from __future__ import annotations

from bot.messages.formatting import without_autolinks
from bot.messages.reply import AnswerOutcome, Reply
from bot.messages.texts import Texts
from bot.replies.questions.outcomes import outcome_of
from bot.replies.questions.unsupported import refused_parts
from bot.replies.samples import nearest_samples, question_buttons
from bot.replies.style import ReplyStyle
from bot.replies.wording import enumeration
from retrieval import Answer, Retriever, Verdict

# The languages of articles that the bot has a name for.
_READS = {"de": "cannot-read-de", "en": "cannot-read-en"}

_REFUSED = ("refused", "refused-part")


def refusal_reply(answer: Answer, retriever: Retriever, style: ReplyStyle) -> Reply:
    """One line; in private with sample questions that are answered, the nearest first."""
    texts = style.texts
    text, outcome = refusal_text(answer, retriever, texts), refusal_outcome(answer, retriever, texts)
    questions = (
        () if style.in_group else nearest_samples(answer.question, retriever, by_words_alone=answer.by_words_alone)
    )
    if not questions:
        return Reply(without_autolinks(text), outcome=outcome)
    return Reply(without_autolinks(f"{text} {texts('refused-samples')}"), question_buttons(questions), outcome=outcome)


def refusal_text(answer: Answer, retriever: Retriever, texts: Texts, keys: tuple[str, str] = _REFUSED) -> str:
    """That the articles do not answer, and which name of the question they do not have; where the question's language
    cannot be read, that instead.

    `keys` are those of the text that refuses, and of the one that tells a name, too.
    """
    if can_read(answer, retriever):
        lacking = refused_parts(answer, retriever, texts)
        words = enumeration(lacking, texts)
        return texts(keys[bool(lacking)], articles=len(retriever.articles), words=words, count=len(lacking))
    languages = {article.language for article in retriever.articles}
    return texts(_READS.get(next(iter(languages)), "cannot-read") if len(languages) == 1 else "cannot-read")


def refusal_outcome(answer: Answer, retriever: Retriever, texts: Texts) -> AnswerOutcome:
    """What is counted of a refusal."""
    if can_read(answer, retriever):
        return outcome_of(answer, texts)._replace(verdict=Verdict.NONE)
    return AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=False, reason="unknown-language")


def can_read(answer: Answer, retriever: Retriever) -> bool:
    """Whether the question could be understood: by its words, in a language of the articles, or by its meaning."""
    if answer.language in {"", *(article.language for article in retriever.articles)}:
        return True
    if retriever.vectors is None or answer.by_words_alone:
        return False
    return retriever.vectors.question(answer.question) is not None
