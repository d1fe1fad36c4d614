"""Who is quoted: the list of /quellen, and its passages."""

from __future__ import annotations

from bot.callback.callback_data import ShowSpeaker, decode
from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.quoted_speakers import speaker_reply, speakers_reply
from bot.replies.style import ReplyStyle
from content import Article

FIRE = Article.from_text(
    "Ida Falk sagte, die Treppe sei morsch. Der Turm steht am Markt.\n\n"
    "Der Pächter soll das Feuer gelegt haben.\n\n"
    "Laut Ida Falk fehlt Geld.",
    title="Der Turm",
    language="de",
)
GERMAN = Catalogue()[InterfaceLanguage.GERMAN]


def test_hearsay_is_one_entry_at_the_end_with_its_passages() -> None:
    listed = speakers_reply([FIRE], GERMAN)
    assert listed.text.text.splitlines()[1:] == ["• Ida Falk: 2 Stellen", "• Ohne klaren Namen: 1 Stelle"]
    callback = decode(listed.buttons[0][1].data or "")
    assert isinstance(callback, ShowSpeaker)
    passage = speaker_reply(callback, [FIRE], ReplyStyle(GERMAN, article=FIRE))
    assert passage is not None
    assert passage.text.text == (
        "Ohne klaren Namen, Stelle 1 von 1\n"
        "Der Pächter soll das Feuer gelegt haben.\nohne klare Angabe, wer das sagt · Absatz 2"
    )
