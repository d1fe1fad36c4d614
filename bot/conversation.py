"""What the bot answers: from a call to a reply, without Telegram."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.addressing import Call, Identity
from bot.commands import Command, language_of_name
from bot.formatting import plain
from bot.library import Library
from bot.replies.answers import answer_reply, sample_reply
from bot.replies.article import article_reply
from bot.replies.help import ask_something, greeting, help_reply, introduction
from bot.replies.inline import Page, inline_page
from bot.replies.quote_view import context_view, quote_view
from bot.replies.reply import Reply
from bot.replies.samples import sampled_question
from bot.replies.unavailable import cannot_look, nothing_offered
from bot.replies.voices import voice_reply, voices_reply
from bot.settings import InterfaceLanguage
from bot.shown import Shown
from bot.taps import AskSample, ListVoices, ShowContext, ShowQuote, ShowVoice, decode
from bot.texts import Catalogue, Texts
from retrieval import EngineUnavailable, Retriever, language_of

NOTHING_SHOWN = Shown()


@dataclass(frozen=True, eq=False, slots=True)
class Conversation:
    """Answers calls from one library. `language` is used where the asker's is not known."""

    library: Library
    catalogue: Catalogue
    language: InterfaceLanguage

    @property
    def retriever(self) -> Retriever:
        """What answers now: an article that has changed is taken up while the bot runs."""
        return self.library.retriever

    def texts_for(self, language_code: str | None) -> Texts:
        """The interface texts for somebody whose client has this language tag."""
        return self.catalogue.for_code(language_code, self.language)

    def texts_in_group(self, said: str, language_code: str | None, command: str = "") -> Texts:
        """The interface texts for a group: of the language of what was said there, else of the command's name."""
        return self.texts_for(_language_of(said) or language_of_name(command) or language_code)

    def reply_to(self, call: Call, me: Identity, language_code: str | None, *, in_group: bool = False) -> Reply:
        """The reply to somebody who speaks to the bot. `in_group`: in its language, and a refusal in one line."""
        texts = self.texts_for(language_code)
        if in_group:
            said = call.words if _language_of(call.words) or call.written else f"{call.words} {call.about}"
            texts = self.texts_in_group(said, language_code, call.written)
        if call.command is not None and call.command is not Command.ASK:
            return self._told(call.command, me, texts)
        question = f"{call.about} {call.words}".strip()
        if not question:
            return ask_something(self.retriever.articles, texts)
        standing = call.answer.standing(self.retriever.articles) if call.answer else None
        try:
            return answer_reply(question, self.retriever, texts, brief=in_group, standing=standing)
        except EngineUnavailable:
            return cannot_look(texts)

    def _told(self, command: Command, me: Identity, texts: Texts) -> Reply:
        articles = self.retriever.articles
        match command:
            case Command.START:
                return greeting(articles, texts)
            case Command.ARTICLE:
                return article_reply(articles, texts)
            case Command.SOURCES:
                return voices_reply(articles, texts)
            case Command.PRIVACY:
                return Reply(plain(texts("privacy")))
            case _:
                return help_reply(me, texts)

    def inline_page(self, query: str, offset: str, language_code: str | None) -> Page:
        """What is offered to somebody who types `query` after the bot's name, from this page's offset on."""
        texts = self.texts_for(language_code)
        try:
            return inline_page(query, offset, self.retriever, texts)
        except EngineUnavailable:
            return nothing_offered(texts)

    def introduction(self, me: Identity, language_code: str | None) -> Reply:
        """What the bot says when it joins a group."""
        return introduction(self.retriever.articles, me, self.texts_for(language_code))

    def too_many(self, language_code: str | None, said_in_group: str = "") -> Reply:
        """What somebody is told who asks more than their share."""
        return Reply(plain(self.texts_in_group(said_in_group, language_code)("too-many")))

    def reply_to_tap(self, data: str, language_code: str | None, shown: Shown = NOTHING_SHOWN) -> Reply | None:
        """The reply to a tap on a button of a message; None when what it stood for is no longer there.

        What stands above a quote stays, and a message in a group keeps its language, whoever taps.
        """
        language = self.catalogue.speaking(shown.labels) if shown.in_group else None
        articles, texts = (
            self.retriever.articles,
            self.catalogue[language] if language else self.texts_for(language_code),
        )
        match tap := decode(data):
            case AskSample():
                return self._sampled(tap, texts)
            case ShowQuote(references):
                return quote_view(references, articles, texts, shown.heading)
            case ShowContext(references):
                return context_view(references, articles, texts, shown.heading)
            case ShowVoice():
                return voice_reply(tap, articles, texts)
            case ListVoices():
                return replace(voices_reply(articles, texts), in_place=True)
            case None:
                return None

    def _sampled(self, tap: AskSample, texts: Texts) -> Reply | None:
        question = sampled_question(tap, self.retriever.articles)
        try:
            return sample_reply(question, self.retriever, texts) if question else None
        except EngineUnavailable:
            return cannot_look(texts)


def _language_of(said: str) -> str | None:
    return language_of(said, tuple(InterfaceLanguage))
