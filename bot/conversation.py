"""What the bot answers: from a call to a reply, without Telegram."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.addressing import Call, Identity
from bot.commands import Command
from bot.replies.answers import answer_reply, sample_reply
from bot.replies.article import article_reply
from bot.replies.help import ask_something, greeting, help_reply
from bot.replies.reply import Reply
from bot.replies.samples import sampled_question
from bot.replies.voices import voice_reply, voices_reply
from bot.settings import InterfaceLanguage
from bot.taps import AskSample, ListVoices, ShowVoice, decode
from bot.texts import Catalogue, Texts
from retrieval import Retriever


@dataclass(frozen=True, eq=False, slots=True)
class Conversation:
    """Answers calls from one library. `language` is used where the asker's is not known."""

    retriever: Retriever
    catalogue: Catalogue
    language: InterfaceLanguage

    def texts_for(self, language_code: str | None) -> Texts:
        """The interface texts for somebody whose client has this language tag."""
        return self.catalogue.for_code(language_code, self.language)

    def reply_to(self, call: Call, me: Identity, language_code: str | None) -> Reply:
        """The reply to somebody who speaks to the bot."""
        articles, texts = self.retriever.articles, self.texts_for(language_code)
        match call.command:
            case Command.START:
                return greeting(articles, texts)
            case Command.HELP:
                return help_reply(me, texts)
            case Command.ARTICLE:
                return article_reply(articles, texts)
            case Command.SOURCES:
                return voices_reply(articles, texts)
            case _ if not call.words:
                return ask_something(articles, texts)
            case _:
                return answer_reply(call.words, self.retriever, texts)

    def reply_to_tap(self, data: str, language_code: str | None) -> Reply | None:
        """The reply to a tap on a button; None when what it stood for is no longer there."""
        articles, texts = self.retriever.articles, self.texts_for(language_code)
        match tap := decode(data):
            case AskSample():
                question = sampled_question(tap, articles)
                return sample_reply(question, self.retriever, texts) if question else None
            case ShowVoice():
                return voice_reply(tap, articles, texts)
            case ListVoices():
                return replace(voices_reply(articles, texts), in_place=True)
            case None:
                return None
