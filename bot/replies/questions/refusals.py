"""That the articles do not answer, or that the bot cannot tell; and what they do answer."""

from __future__ import annotations

from bot.messages.formatting import without_autolinks
from bot.messages.reply import AnswerOutcome, Reply
from bot.messages.texts import Texts
from bot.replies.questions.unsupported import refused_part
from bot.replies.samples import nearest_samples, question_buttons
from bot.replies.style import ReplyStyle
from retrieval import Answer, Retriever, Verdict

# The languages of articles that the bot has a name for.
_READS = {"de": "cannot-read-de", "en": "cannot-read-en"}


def refusal_reply(answer: Answer, retriever: Retriever, style: ReplyStyle) -> Reply:
    """One line; in private with sample questions that are answered, the nearest first."""
    texts = style.texts
    text = refusal_text(answer, retriever, texts)
    outcome = AnswerOutcome(Verdict.NONE, texts.language, was_looked_up=can_read(answer, retriever))
    questions = () if style.in_group else nearest_samples(answer.question, retriever)
    if not questions:
        return Reply(without_autolinks(text), outcome=outcome)
    return Reply(without_autolinks(f"{text} {texts('refused-samples')}"), question_buttons(questions), outcome=outcome)


def refusal_text(answer: Answer, retriever: Retriever, texts: Texts) -> str:
    """That the articles do not answer, and which name of the question they do not have; where the question's language
    cannot be read, that instead."""
    if can_read(answer, retriever):
        articles, lacking = len(retriever.articles), refused_part(answer, retriever, texts)
        return (
            texts("refused-part", articles=articles, words=lacking) if lacking else texts("refused", articles=articles)
        )
    languages = {article.language for article in retriever.articles}
    return texts(_READS.get(next(iter(languages)), "cannot-read") if len(languages) == 1 else "cannot-read")


def can_read(answer: Answer, retriever: Retriever) -> bool:
    """Whether the question could be understood: by its words, in a language of the articles, or by its meaning."""
    if answer.language in {"", *(article.language for article in retriever.articles)}:
        return True
    return retriever.vectors is not None and retriever.vectors.question(answer.question) is not None
