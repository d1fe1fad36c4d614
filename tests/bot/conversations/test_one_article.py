"""With one article in the library nothing is told differently because there could be more."""

import json

from tests.bot.one_article import WRITTEN, said


def test_every_reply_is_as_it_was_before_there_could_be_many() -> None:
    written = json.loads(WRITTEN.read_text("utf-8"))
    now = said()
    assert sorted(now) == sorted(written)
    assert {what: reply for what, reply in now.items() if reply != written[what]} == {}
