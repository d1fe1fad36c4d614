"""Updates as Telegram could send them: every kind and every field of Bot API 10.1, missing, extra and extreme ones too.

Fields that matter to the bot, and the commonest others, have the shape that Telegram gives them; the rest has that of
any JSON, which python-telegram-bot takes or refuses. A part of the updates is spoilt afterwards: something is left out,
or is as extreme as its type allows.
"""

from __future__ import annotations

import copy
import inspect
import json
from functools import cache
from typing import Any

from hypothesis import strategies as st
from telegram import ChatMemberAdministrator, ChatMemberRestricted

from bot.articles.library import Library
from bot.config.settings import InterfaceLanguage
from bot.incoming.addressing import BotIdentity, UserRequest
from bot.incoming.commands import Command
from bot.messages.reply import Reply
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from tests.support.bot.articles import ARCHIVE, BRIDGE
from tests.support.bot.replying import reply_of

USERNAME = "AnyBot"

MESSAGES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_message",
    "edited_business_message",
    "guest_message",
)
OTHER_KINDS = (
    *("business_connection", "deleted_business_messages", "message_reaction", "message_reaction_count"),
    *("chosen_inline_result", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer"),
    *("chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot", "a_kind_to_come"),
)

# Of Message: what the bot does not look at. Without `business_connection_id`: the local Telegram knows no business.
OTHER_FIELDS = (
    *("direct_messages_topic", "sender_boost_count", "sender_business_bot", "sender_tag"),
    *("external_reply", "reply_to_story", "reply_to_checklist_task_id", "reply_to_poll_option_id"),
    *("guest_bot_caller_user", "guest_bot_caller_chat", "edit_date", "has_protected_content", "is_from_offline"),
    *("is_paid_post", "media_group_id", "author_signature", "paid_star_count", "link_preview_options"),
    *("suggested_post_info", "effect_id", "rich_message", "animation", "audio", "document", "live_photo", "paid_media"),
    *("photo", "sticker", "story", "video", "video_note", "voice", "show_caption_above_media", "has_media_spoiler"),
    *("checklist", "contact", "dice", "game", "poll", "venue", "location", "new_chat_members", "left_chat_member"),
    *("chat_owner_left", "chat_owner_changed", "new_chat_title", "new_chat_photo", "delete_chat_photo"),
    *("group_chat_created", "supergroup_chat_created", "channel_chat_created", "message_auto_delete_timer_changed"),
    *("migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "invoice", "successful_payment"),
    *("refunded_payment", "users_shared", "chat_shared", "gift", "unique_gift", "gift_upgrade_sent"),
    *("connected_website", "write_access_allowed", "passport_data", "proximity_alert_triggered", "boost_added"),
    *("chat_background_set", "checklist_tasks_done", "checklist_tasks_added", "direct_message_price_changed"),
    *("forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden"),
    *("general_forum_topic_unhidden", "giveaway_created", "giveaway", "giveaway_winners", "giveaway_completed"),
    *("managed_bot_created", "paid_message_price_changed", "poll_option_added", "poll_option_deleted"),
    *("suggested_post_approved", "suggested_post_approval_failed", "suggested_post_declined", "suggested_post_paid"),
    *("suggested_post_refunded", "video_chat_scheduled", "video_chat_started", "video_chat_ended"),
    *("video_chat_participants_invited", "web_app_data", "a_field_to_come"),
)

# fmt: off
ENTITY_TYPES = (
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
    "custom_emoji", "date_time", "a_type_to_come",
)
SAYINGS = (
    "Wer bezahlt die Reparatur?", "/artikel Risse", "/start bruecke", "/artikel", "/quellen", "/start weg",
    "@AnyBot Wer bezahlt?", "/frage@AnyBot Wer?", "/frage Wer?", "/ask@AnyBot", "/start",
    "/hilfe@anybot", "/frage@OtherBot Wer?", "Und warum?", "Wer sagt das?", "Was noch?", "Who says that?", "Why?",
    "/pruefen", "/check@AnyBot „bis August gesperrt“", "@AnyBot stimmt das?", "„Die Brücke bleibt bis Mai gesperrt“",
    "What else?", "Mehr", "Wann war das?", "👍", "🇩🇪👩\u200d🚀", "Bus " * 2000, "мост закрыт?", "橋はいつまで閉鎖？",
    "متى يفتح الجسر؟", "\u202eeis", "a\u0300" * 90, "", " ",
)
# fmt: on

EXTREMES: dict[type, tuple[Any, ...]] = {
    int: (-(2**63), -1, 0, 2**31, 2**53, 2**63 - 1),
    str: ("", " ", "\0", "\ufeff", "x" * 5000, "👍" * 2100, "\u200b" * 300, "\n" * 50),
    list: ([],),
}

MISSING = object()

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.sampled_from(SAYINGS)
INTEGER = st.integers(-(2**52), 2**52)
SMALL = st.integers(0, 40)
DATE = SMALL | SMALL | SMALL | SMALL | SMALL | st.sampled_from([2**31 - 1, 2**31, -1])
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | INTEGER | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=8), inner, max_size=2),
    max_leaves=4,
)


def users(me: int) -> st.SearchStrategy[dict[str, Any]]:
    somebody = st.fixed_dictionaries(
        {"id": INTEGER, "is_bot": st.booleans(), "first_name": TEXT},
        optional={
            "username": TEXT,
            "language_code": st.sampled_from(["de", "de-AT", "en-GB", "ru", "", "x" * 50]),
            "is_premium": JSON,
            "something_new": JSON,
        },
    )
    return somebody | st.just({"id": me, "is_bot": True, "first_name": "Belegbot", "username": USERNAME})


CHAT = st.fixed_dictionaries(
    {"id": INTEGER, "type": st.sampled_from(["private", "group", "supergroup", "channel", "sender", "new"])},
    optional={"title": TEXT, "username": TEXT, "is_forum": st.booleans(), "is_direct_messages": st.booleans()},
)


def entities(me: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    entity = st.fixed_dictionaries(
        {"type": st.sampled_from(ENTITY_TYPES), "offset": SMALL, "length": SMALL},
        optional={"user": users(me), "url": TEXT, "language": TEXT, "custom_emoji_id": TEXT},
    )
    whole = st.sampled_from(
        [[{"type": "bot_command", "offset": 0, "length": length}] for length in (4, 6, 8, 13)]
        + [[{"type": "mention", "offset": 0, "length": 7}]]
    )
    return st.lists(entity, max_size=3) | whole


def origins(me: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(
        st.fixed_dictionaries({"type": st.just("user"), "date": DATE, "sender_user": users(me)}),
        st.fixed_dictionaries({"type": st.just("hidden_user"), "date": DATE, "sender_user_name": TEXT}),
        st.fixed_dictionaries({"type": st.just("chat"), "date": DATE, "sender_chat": CHAT}),
        st.fixed_dictionaries({"type": st.just("channel"), "date": DATE, "chat": CHAT, "message_id": SMALL}),
    )


@cache
def answers() -> tuple[dict[str, Any], ...]:
    """What messages of the bot's hold: answers, help, voices, lists, and the views that taps change them into."""
    conversation = Conversation(Library([BRIDGE]), Catalogue(), InterfaceLanguage.GERMAN)
    me = BotIdentity(1, USERNAME)
    said = [
        reply_of(conversation, UserRequest(None, question), me, "de")
        for question in ("Was kostet die Brücke?", "Hallo")
    ]
    said += [reply_of(conversation, UserRequest(command, ""), me, "en") for command in (Command.START, Command.SOURCES)]
    archive = Conversation(Library(ARCHIVE), Catalogue(), InterfaceLanguage.GERMAN)
    listed = [
        reply_of(archive, UserRequest(Command.ARTICLE, words), me, "de") for words in ("", "Verein", "Verein " * 20)
    ]
    listed += [reply_of(archive, UserRequest(None, "Wie lange bleibt die Brücke gesperrt?"), me, "de")]
    listed += [
        reply_of(archive, UserRequest(None, words), me, "de", scope=archive.scope_of("freibad"))
        for words in SAYINGS[:1]
    ]
    told = [*_with_views(conversation, said), *_with_views(archive, listed)]
    return tuple(map(_content, told))


def _with_views(conversation: Conversation, said: list[Reply]) -> list[Reply]:
    data = [button.data for reply in said for row in reply.buttons for button in row if button.data]
    views = [conversation.reply_to_callback(tap, "de") for tap in data]
    return [*said, *(view for view in views if view)]


def _content(reply: Reply) -> dict[str, Any]:
    text, formats = reply.text.for_telegram()
    keyboard = reply.keyboard.to_dict() if reply.keyboard else {"inline_keyboard": []}
    entities = [json.loads(entity.to_json()) for entity in formats]
    return {"text": text, "entities": entities, "reply_markup": keyboard}


def keyboards() -> st.SearchStrategy[dict[str, Any]]:
    button = st.fixed_dictionaries(
        {"text": TEXT},
        optional={"callback_data": data(), "url": TEXT, "copy_text": st.fixed_dictionaries({"text": TEXT})},
    )
    return st.fixed_dictionaries({"inline_keyboard": st.lists(st.lists(button, max_size=2), max_size=2)})


def data() -> st.SearchStrategy[str]:
    known = [
        button["callback_data"]
        for answer in answers()
        for row in answer["reply_markup"]["inline_keyboard"]
        for button in row
        if "callback_data" in button
    ]
    return st.sampled_from(known) | TEXT


def messages(me: int, replied: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    quote = st.fixed_dictionaries({"text": TEXT, "position": SMALL}, optional={"is_manual": st.booleans()})
    plain = st.fixed_dictionaries(
        {"message_id": SMALL, "date": DATE, "chat": CHAT},
        optional={
            "from": users(me),
            "sender_chat": CHAT,
            "text": TEXT,
            "entities": entities(me),
            "caption": TEXT,
            "caption_entities": entities(me),
            "message_thread_id": SMALL,
            "is_topic_message": st.booleans(),
            "is_automatic_forward": st.booleans(),
            "forward_origin": origins(me),
            "via_bot": users(me),
            "reply_to_message": replied,
            "quote": quote,
            "reply_markup": keyboards(),
            "forum_topic_created": st.fixed_dictionaries({"name": TEXT, "icon_color": SMALL}),
            "guest_query_id": TEXT,
        },
    )
    known = st.fixed_dictionaries({}, optional=other_content(me))
    rest: st.SearchStrategy[dict[str, Any]] = st.dictionaries(st.sampled_from(OTHER_FIELDS), JSON, max_size=2)
    others: st.SearchStrategy[dict[str, Any]] = st.just({}) | known | known | rest
    own = st.sampled_from(answers()).map(copy.deepcopy)
    whole = st.builds(lambda message, more, shown: {**message, **more, **shown}, plain, others, st.just({}) | own)
    return whole | st.builds(lambda message, more: {**message, **more}, speech(me), others)


def speech(me: int) -> st.SearchStrategy[dict[str, Any]]:
    """What people say to the bot: plain messages, replies to its answers, with a passage marked in them or not."""
    bot = {"id": me, "is_bot": True, "first_name": "Belegbot", "username": USERNAME}
    about = [
        {"message_id": 3, "date": 1, "chat": {"id": 1, "type": "private"}, "from": bot, **shown} for shown in answers()
    ]
    passage = st.sampled_from([shown["text"][:20] for shown in answers()]) | TEXT
    return st.fixed_dictionaries(
        {
            "message_id": SMALL,
            "date": SMALL,
            "chat": CHAT,
            "from": st.fixed_dictionaries({"id": INTEGER, "is_bot": st.just(False), "first_name": TEXT}),
            "text": st.sampled_from(SAYINGS) | TEXT,
        },
        optional={
            "entities": entities(me),
            "reply_to_message": st.sampled_from(about).map(copy.deepcopy),
            "quote": st.fixed_dictionaries({"text": passage, "position": SMALL, "is_manual": st.just(True)}),
            "guest_query_id": TEXT,
        },
    )


def other_content(me: int) -> dict[str, st.SearchStrategy[Any]]:
    """The commonest of what a message may hold besides: media, places, and what a service message tells."""
    file = {"file_id": TEXT, "file_unique_id": TEXT}
    sized = st.fixed_dictionaries({**file, "width": INTEGER, "height": INTEGER})
    timed = {**file, "width": SMALL, "height": SMALL, "duration": INTEGER}
    return {
        "photo": st.lists(sized, max_size=2),
        "video": st.fixed_dictionaries(timed),
        "animation": st.fixed_dictionaries(timed),
        "document": st.fixed_dictionaries(file, optional={"file_name": TEXT, "file_size": INTEGER}),
        "voice": st.fixed_dictionaries({**file, "duration": INTEGER}),
        "location": st.fixed_dictionaries({"latitude": st.floats(-90, 90), "longitude": st.floats(-180, 180)}),
        "contact": st.fixed_dictionaries({"phone_number": TEXT, "first_name": TEXT}, optional={"user_id": INTEGER}),
        "dice": st.fixed_dictionaries({"emoji": TEXT, "value": INTEGER}),
        "new_chat_members": st.lists(users(me), max_size=2),
        "left_chat_member": users(me),
        "new_chat_title": TEXT,
        "group_chat_created": st.just(True),
        "migrate_to_chat_id": INTEGER,
        "migrate_from_chat_id": INTEGER,
        "pinned_message": st.fixed_dictionaries({"chat": CHAT, "message_id": SMALL, "date": st.just(0)}),
        "edit_date": DATE,
        "media_group_id": TEXT,
        "has_protected_content": st.just(True),
        "sender_business_bot": users(me),
        "guest_bot_caller_user": users(me),
        "link_preview_options": st.fixed_dictionaries({}, optional={"url": TEXT, "is_disabled": st.booleans()}),
    }


def members(me: int) -> st.SearchStrategy[dict[str, Any]]:
    statuses = ["creator", "administrator", "member", "restricted", "left", "kicked", "new"]
    rights = {
        name: st.booleans()
        for kind in (ChatMemberAdministrator, ChatMemberRestricted)
        for name in inspect.signature(kind).parameters
        if name.startswith(("can_", "is_"))
    }
    return st.fixed_dictionaries(
        {"status": st.sampled_from(statuses), "user": users(me), "until_date": DATE, **rights},
        optional={"custom_title": TEXT, "tag": TEXT},
    )


def kinds(me: int) -> dict[str, st.SearchStrategy[Any]]:
    message = messages(me, messages(me, st.nothing()))
    inaccessible = st.fixed_dictionaries({"chat": CHAT, "message_id": SMALL, "date": st.just(0)})
    change = st.fixed_dictionaries(
        {"chat": CHAT, "from": users(me), "date": DATE, "old_chat_member": members(me), "new_chat_member": members(me)},
        optional={"via_join_request": st.booleans(), "invite_link": JSON},
    )
    return {
        **dict.fromkeys(MESSAGES, message),
        **dict.fromkeys(OTHER_KINDS, JSON),
        **other_updates(me),
        "my_chat_member": change,
        "chat_member": change,
        "callback_query": st.fixed_dictionaries(
            {"id": TEXT, "from": users(me), "chat_instance": TEXT},
            optional={
                "message": message | inaccessible,
                "inline_message_id": TEXT,
                "data": data(),
                "game_short_name": TEXT,
            },
        ),
        "inline_query": st.fixed_dictionaries(
            {
                "id": TEXT,
                "from": users(me),
                "query": TEXT,
                "offset": TEXT | st.sampled_from(["10", "²", "-1", "9" * 64]),
            },
            optional={"chat_type": TEXT, "location": JSON},
        ),
    }


def other_updates(me: int) -> dict[str, st.SearchStrategy[Any]]:
    """What the bot does not ask Telegram for, in the shape that it would have."""
    placed = {"chat": CHAT, "message_id": SMALL, "date": DATE}
    reactions = st.lists(st.fixed_dictionaries({"type": st.just("emoji"), "emoji": TEXT}), max_size=2)
    invoiced = {"id": TEXT, "from": users(me), "invoice_payload": TEXT}
    option = st.fixed_dictionaries({"text": TEXT, "voter_count": SMALL, "persistent_id": TEXT})
    poll = {"id": TEXT, "question": TEXT, "options": st.lists(option, max_size=2), "total_voter_count": SMALL}
    settings = dict.fromkeys(
        ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), st.booleans()
    )
    answer = {"poll_id": TEXT, "option_ids": st.lists(SMALL, max_size=2), "option_persistent_ids": st.just([])}
    return {
        "message_reaction": st.fixed_dictionaries({**placed, "old_reaction": reactions, "new_reaction": reactions}),
        "message_reaction_count": st.fixed_dictionaries({**placed, "reactions": st.just([])}),
        "chosen_inline_result": st.fixed_dictionaries({"result_id": TEXT, "from": users(me), "query": TEXT}),
        "pre_checkout_query": st.fixed_dictionaries({**invoiced, "currency": TEXT, "total_amount": INTEGER}),
        "purchased_paid_media": st.fixed_dictionaries({"from": users(me), "paid_media_payload": TEXT}),
        "poll": st.fixed_dictionaries({**poll, **settings, "type": TEXT}),
        "poll_answer": st.fixed_dictionaries(answer),
        "chat_join_request": st.fixed_dictionaries(
            {"chat": CHAT, "from": users(me), "user_chat_id": INTEGER, "date": DATE}
        ),
        "deleted_business_messages": st.fixed_dictionaries(
            {"business_connection_id": TEXT, "chat": CHAT, "message_ids": st.lists(SMALL, max_size=2)}
        ),
    }


def updates(me: int) -> st.SearchStrategy[dict[str, Any]]:
    """Updates for the bot with this identifier."""
    known = kinds(me)
    meant = ("message", "edited_message", "guest_message", "callback_query", "inline_query", "my_chat_member")
    whole = st.sampled_from([*sorted(known), *meant, *meant]).flatmap(
        lambda kind: st.fixed_dictionaries({"update_id": INTEGER, kind: known[kind]}, optional={"extra": JSON})
    )
    return whole | whole | whole | spoilt(whole)


@st.composite
def spoilt(draw: st.DrawFn, whole: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """An update of which one field, wherever it is, is missing or extreme."""
    update = draw(whole)
    parts = [part for part in _objects(update) if part and part is not update]
    if parts:
        part = draw(st.sampled_from(parts))
        key = draw(st.sampled_from(sorted(part)))
        extremes = EXTREMES.get(type(part[key]), ())
        becomes: Any = draw(st.sampled_from([MISSING, *extremes]))
        if becomes is MISSING:
            del part[key]
        else:
            part[key] = becomes
    return update


def _objects(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [each for part in inner for each in _objects(part)]
    return [value, *found] if isinstance(value, dict) else found
