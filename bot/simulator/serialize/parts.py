"""What a message is made of besides its text: entities, keyboards, link previews."""

from __future__ import annotations

from bot.simulator.serialize.fields import Json, omit_none
from bot.simulator.serialize.users import user_json
from bot.simulator.world.message_content.entities import Entity
from bot.simulator.world.message_content.keyboards import Button, Keyboard
from bot.simulator.world.message_content.link_previews import LinkPreview


def entity_json(entity: Entity) -> Json:
    """MessageEntity."""
    return omit_none(
        type=entity.type,
        offset=entity.offset,
        length=entity.length,
        url=entity.url,
        user=user_json(entity.user) if entity.user else None,
        language=entity.language,
    )


def keyboard_json(keyboard: Keyboard) -> Json:
    """InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_button_json(button) for button in row] for row in keyboard.rows]}


def _button_json(button: Button) -> Json:
    return omit_none(
        text=button.text,
        style=button.style,
        url=button.url,
        callback_data=button.callback_data,
        copy_text=None if button.copy_text is None else {"text": button.copy_text},
        switch_inline_query=button.switch_inline_query,
        switch_inline_query_current_chat=button.switch_inline_query_current_chat,
    )


def link_preview_json(preview: LinkPreview) -> Json:
    """LinkPreviewOptions."""
    return omit_none(
        is_disabled=preview.is_disabled or None,
        url=preview.url,
        prefer_small_media=preview.prefer_small_media or None,
        prefer_large_media=preview.prefer_large_media or None,
        show_above_text=preview.show_above_text or None,
    )
