"""What the bot answers: from a request to a reply, without Telegram."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.articles.deep_links import INLINE_START, resolve_start_parameter
from bot.articles.identifiers import article_with_id, article_with_slug
from bot.articles.library import Library
from bot.articles.scope import ChatScope
from bot.callback.callback_data import ChooseAll, ChooseArticle, decode
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command, language_of_name
from bot.incoming.message_view import MessageView, ShownQuote
from bot.messages.formatting import join, plain
from bot.messages.reply import Reply
from bot.messages.texts import Catalogue, Texts
from bot.replies.callbacks import callback_reply
from bot.replies.checks.requested_check import requested_check, with_check_button
from bot.replies.commands import command_reply
from bot.replies.help import introduction, prompt_reply
from bot.replies.inline import InlinePage, inline_page, unavailable_page
from bot.replies.questions.answers import answer_reply, unavailable_reply, with_search_all_button
from bot.replies.questions.own_question import asks_by_itself, leans
from bot.replies.style import ReplyStyle
from content import Article
from retrieval import CandidatesUnavailable, Retriever, certain_language_of, language_of

EMPTY_VIEW = MessageView()


@dataclass(eq=False, slots=True)
class Conversation:
    """Answers requests from a library, which may be replaced. `language` is used where the asker's is not known."""

    library: Library
    catalogue: Catalogue
    language: InterfaceLanguage

    @property
    def retriever(self) -> Retriever:
        """What answers now. Who needs it twice for one answer takes it once."""
        return self.library.retriever

    def replace_library(self, library: Library) -> None:
        """Answers from this library from now on."""
        self.library = library

    def texts_for(self, language_code: str | None) -> Texts:
        """The interface texts for somebody whose client has this language tag."""
        return self.catalogue.for_code(language_code, self.language)

    def scope_of(self, choice: str | None) -> ChatScope:
        """What a chat is answered from that has settled on the article with this slug; None: on none."""
        library = self.retriever
        article = article_with_slug(choice, library.articles) if choice is not None else None
        return ChatScope(library, article, missing=None if article else choice)

    def article_of(self, tap: ChooseArticle | ChooseAll, scope: ChatScope) -> Article | None:
        """The article that the tap is about; None when it is not there any more."""
        return article_with_id(tap.article, scope.library.articles)

    def linked_article(self, request: UserRequest, scope: ChatScope) -> Article | None:
        """The article that somebody comes to by a link; None when they do not, or when it is not there."""
        if request.command is not Command.START or request.words in ("", INLINE_START) or not scope.has_choice:
            return None
        return resolve_start_parameter(request.words, scope.library.articles)

    def text_reply(self, key: str, request: UserRequest, language_code: str | None, *, in_group: bool) -> Reply:
        """The text with this key, in reply to somebody who speaks to the bot."""
        return Reply(plain(self._texts(request, language_code, in_group=in_group)(key)))

    def _texts(self, request: UserRequest, language_code: str | None, *, in_group: bool) -> Texts:
        """The texts of the language of what is said, if we have them; else of the command's name, in a group.

        In private the client's language is the person's own: only a question, and only a sure sign, prevails over it.
        """
        words, all_words = request.words, f"{request.words} {request.about}"
        if in_group:
            said = words if _language_of(words) or request.command_name else all_words
            return self.texts_for(_language_of(said) or language_of_name(request.command_name) or language_code)
        if not request.is_question:
            return self.texts_for(language_code)
        known = tuple(InterfaceLanguage)
        certain = certain_language_of(words, known) or certain_language_of(all_words, known)
        return self.texts_for(certain or language_code)

    def reply_to(
        self,
        request: UserRequest,
        me: BotIdentity,
        language_code: str | None,
        *,
        in_group: bool = False,
        is_guest: bool = False,
        scope: ChatScope | None = None,
    ) -> Reply | None:
        """The reply to somebody who speaks to the bot; None: silence, in a group to mere talk.

        `in_group`: in the message's language, a refusal in one line. `is_guest`: nobody there knows which articles the
        bot has. `scope` is what the chat is answered from: everything, if not told otherwise.
        """
        scope = scope or ChatScope(self.retriever)
        texts = self._texts(request, language_code, in_group=in_group)
        style = ReplyStyle(texts, in_group, None if is_guest else scope.only_article)
        try:
            reply = self._reply_to(request, me, style, scope)
        except CandidatesUnavailable:
            reply = unavailable_reply(texts)
        if reply and scope.missing is not None:
            return replace(reply, text=join("\n", [texts("choice-gone"), reply.text]))
        return reply

    def _reply_to(self, request: UserRequest, me: BotIdentity, style: ReplyStyle, scope: ChatScope) -> Reply | None:
        retriever = scope.retriever
        replied_quote = request.answer.find_quote(scope.library.articles) if request.answer else None
        if checked := requested_check(request, retriever, style, me, replied_quote):
            return checked
        if not request.is_question:
            return command_reply(request, me, style, scope)
        if not request.question:
            return prompt_reply(retriever.articles, style.texts)
        if replied_quote and scope.article and replied_quote.quote.article is not scope.article:
            retriever = scope.library  # asked on about a quote from before: answered where that stands
        question, post_quote = _question_of(request, retriever)
        reply = answer_reply(question, retriever, style, replied_quote=replied_quote or post_quote)
        if reply and request.is_forwarded:
            reply = with_check_button(reply, style.texts)
        if reply is None or scope.article is None or replied_quote:
            return reply
        # Words of somebody else that are asked about are not in the message that the answer replies to.
        can_be_read_back = question == request.words
        return with_search_all_button(reply, question, style.texts, can_be_read_back=can_be_read_back)

    def inline_page(self, query: str, offset: str, language_code: str | None) -> InlinePage:
        """What is offered to somebody who types `query` after the bot's name, from this page's offset on."""
        texts = self.texts_for(certain_language_of(query, tuple(InterfaceLanguage)) or language_code)
        try:
            return inline_page(query, offset, self.retriever, texts)
        except CandidatesUnavailable:
            return unavailable_page(texts)

    def introduction(self, me: BotIdentity, language_code: str | None) -> Reply:
        """What the bot says when it joins a group."""
        return introduction(self.retriever.articles, me, self.texts_for(language_code))

    def reply_to_callback(
        self,
        data: str,
        language_code: str | None,
        view: MessageView = EMPTY_VIEW,
        *,
        scope: ChatScope | None = None,
        me: BotIdentity | None = None,
    ) -> Reply | None:
        """The reply to a tap on a button of a message; None when what it stood for is no longer there.

        What stands above a quote stays, and a message keeps its language, whoever taps. `scope` is what the chat is
        answered from: everything, if not told otherwise. `me` is whom links to articles lead to.
        """
        language = self.catalogue.language_of_buttons(view.labels, view.first_line)
        texts = self.catalogue[language] if language else self.texts_for(language_code)
        scope = scope or ChatScope(self.retriever)
        style = ReplyStyle(texts, view.in_group, None if view.is_elsewhere else scope.only_article)
        try:
            return callback_reply(decode(data), view, scope, style, me)
        except CandidatesUnavailable:
            return unavailable_reply(texts)


def _question_of(request: UserRequest, retriever: Retriever) -> tuple[str, ShownQuote | None]:
    """What is asked, and the quote that it leans on: the one that answers the message that it is about.

    A question of its own stands for itself; fewer words only narrow down what that message asks.
    """
    if request.about and request.words:
        answer = retriever.answer(request.words)
        if answer.topic or asks_by_itself(answer):
            return request.words, None
        if answer.subject and not answer.follow_up and leans(request.words):
            told = retriever.answer(request.about)
            if told.quotes and not told.topic:
                return request.words, ShownQuote(told.quotes[0])
    return request.question, None


def _language_of(said: str) -> str | None:
    """The language that something is said in, if it is one that the bot speaks."""
    language = language_of(said, tuple(InterfaceLanguage))
    return language if language in tuple(InterfaceLanguage) else None
