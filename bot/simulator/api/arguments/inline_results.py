"""InlineQueryResult, as bots send it: only articles are modelled."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from pydantic import Field, model_validator

from bot.simulator import limits
from bot.simulator.api.arguments.formatted_text import EntityList, FindUser, read_formatted_text
from bot.simulator.api.arguments.link_previews import InputLinkPreview
from bot.simulator.api.arguments.reply_markup import InlineMarkupPart, read_keyboard
from bot.simulator.api.parameters import Part, as_description, complaint
from bot.simulator.errors import BadRequest
from bot.simulator.world.inline import InlineResult

# core.telegram.org/bots/api#inlinequeryresult
_OTHER_TYPES: Final = (
    *("audio", "contact", "document", "game", "gif", "location"),
    *("mpeg4_gif", "photo", "sticker", "venue", "video", "voice"),
)


class InputText(Part):
    """InputTextMessageContent."""

    unmodelled: ClassVar = frozenset({"parse_mode"})

    message_text: str = ""
    entities: EntityList = Field(default_factory=list)
    link_preview_options: InputLinkPreview | None = None


class InputResult(Part):
    """InlineQueryResultArticle."""

    unmodelled: ClassVar = frozenset({"thumbnail_url", "thumbnail_width", "thumbnail_height"})

    type: str
    id: str
    title: str
    input_message_content: InputText
    description: str = ""
    url: str | None = None
    reply_markup: InlineMarkupPart | None = None

    @model_validator(mode="before")
    @classmethod
    def _check_is_article(cls, value: Any) -> Any:
        kind = value.get("type") if isinstance(value, dict) else None
        if isinstance(kind, str) and kind in _OTHER_TYPES:
            raise complaint(f'this simulator models no inline query result but the article, not "{kind}"')
        return value


def read_inline_result(given: InputResult, find_user: FindUser, *, within: str = "") -> InlineResult:
    """The result as it will be offered, its text by the rules of sendMessage.

    Args:
        given: what the bot has sent.
        find_user: who can be mentioned.
        within: what Telegram puts before its complaints about how the result is written.

    Raises:
        BadRequest: something in it that Telegram does not take.
    """
    if given.type.lower() != "article":
        raise BadRequest(as_description(f'{within}type "{given.type}" is unsupported for the inline query result'))
    content = given.input_message_content
    if not content.message_text:
        raise BadRequest(as_description(f"{within}Input message content is not specified"))
    if len(content.message_text.encode()) > limits.MESSAGE_TEXT_BYTES:
        raise BadRequest(as_description(f"{within}Text is too long"))
    text, entities = read_formatted_text(content.message_text, content.entities, find_user)
    keyboard = read_keyboard(given.reply_markup)
    # The rest is what Telegram's servers refuse: core.telegram.org/method/messages.setInlineBotResults
    if not 1 <= len(given.id.encode()) <= limits.INLINE_RESULT_ID_BYTES:
        raise BadRequest("RESULT_ID_INVALID")
    if not given.title.strip():
        raise BadRequest("ARTICLE_TITLE_EMPTY")
    return InlineResult(
        id=given.id,
        title=given.title,
        description=given.description,
        url=given.url,
        text=text,
        entities=entities,
        keyboard=keyboard,
        link_preview=content.link_preview_options.as_link_preview() if content.link_preview_options else None,
    )
