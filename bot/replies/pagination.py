"""The buttons that turn pages: back, on, and where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.messages.reply import ReplyButton
from bot.messages.texts import Texts


def pagination_buttons(
    page: int, count: int, data_of: Callable[[int], str], texts: Texts, *, onward: str = ""
) -> Iterator[ReplyButton]:
    """ "◀" and "2 von 3 ▶" on the page with this number, from 0: none on the only one, none that leads nowhere.

    `data_of` gives what a button to a page carries; `onward` stands on the one that leads on from the first page.
    """
    is_last = page == count - 1
    position = {"page": page + 1, "count": count}
    if page > 0:
        label = texts("turn-back-from", **position) if is_last else texts("turn-back")
        yield ReplyButton(label, data=data_of(page - 1))
    if not is_last:
        label = onward if onward and not page else texts("turn-on-from", **position)
        yield ReplyButton(label, data=data_of(page + 1))
