"""Which message of the bot answers which question, so that an edited question edits its answer."""

from __future__ import annotations

from collections import OrderedDict

# As many answers can still be edited. Kept in memory: after a restart an edit leaves the old answer alone.
_MOST = 5_000


class Answered:
    """Remembers the answers to the latest questions, by chat and message identifiers."""

    def __init__(self) -> None:
        self._answers: OrderedDict[tuple[int, int], int] = OrderedDict()

    def note(self, chat: int, question: int, answer: int) -> None:
        """Notes that the message `answer` answers the message `question` of this chat."""
        self._answers[chat, question] = answer
        while len(self._answers) > _MOST:
            self._answers.popitem(last=False)

    def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers this one; None when it was not answered, or too long ago."""
        return self._answers.get((chat, question))
