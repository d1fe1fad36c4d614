"""Updates from the moment they arrive until they are answered, across restarts and processes.

Several processes may share an inbox: each update is added once, whoever brings it, and is in one process's hand at a
time, by a lease that is renewed while the process lives. Of a lane (a chat) one update is in hand at a time, the oldest
first, so that order is kept.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, Update, and_, bindparam, delete, func, not_, or_, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from bot.store.tables import INSERTS, UPDATES

# Telegram repeats an update for at most a day; as long an identifier must be remembered.
_REMEMBERED = 2 * 24 * 3600.0

# An update that was in hand this often when its process ended without a word is suspected of having ended it. So are
# all that were in hand beside it, hundreds perhaps.
SUSPECTED_AFTER = 3

_WAITS = UPDATES.c.done_at.is_(None)


class Arrival(NamedTuple):
    """An update that has come in. `payload` is its JSON; updates of one `lane` are handled in order."""

    update_id: int
    lane: str
    private: bool
    payload: str

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that tell it from another update with its number."""
        return hashlib.blake2s(self.payload.encode(), digest_size=8).hexdigest()


class QueuedUpdate(NamedTuple):
    """An update that is to be answered now, under the number that the inbox has given it.

    `attempts` counts this one, `received_at` is Unix time in seconds.
    """

    number: int
    private: bool
    payload: str
    attempts: int
    received_at: float


class Inbox:
    """The updates of the bot with this name, seen from the process named `process`.

    Every method takes part in the connection's transaction and the time `now` (Unix seconds, of a clock that the
    sharing processes agree on to within a second). Leases last `lease` seconds.
    """

    def __init__(self, bot: str, process: str, lease: float) -> None:
        self._ours = UPDATES.c.bot == bot
        self._bot = bot
        self._process = process
        self._lease = lease
        # What every question needs is put together once: that takes SQLAlchemy as long as all else it does for it.
        self._heads = self._free_heads()
        self._take = self._take_statement()
        self._done = self._finish_statement()
        mine = and_(self._ours, _WAITS, UPDATES.c.leased_by == process)
        self._in_hand = update(UPDATES).where(mine, UPDATES.c.id.in_(bindparam("numbers", expanding=True)))
        self._renewal = self._in_hand.values(leased_until=bindparam("until")).returning(UPDATES.c.id)

    def add(self, connection: Connection, arrivals: Sequence[Arrival], now: float) -> int:
        """Writes down those updates that have not come before; how many these are."""
        row = {"bot": self._bot, "received_at": now, "attempts": 0}
        rows = [arrival._asdict() | row | {"digest": arrival.digest} for arrival in sorted(arrivals)]
        if not rows:
            return 0
        return len(connection.execute(_ADD[connection.dialect.name], rows).all())

    def claim(
        self,
        connection: Connection,
        *,
        private: int,
        groups: int,
        held: Collection[int],
        suspects: int,
        take_over: bool,
        now: float,
    ) -> list[QueuedUpdate]:
        """Takes the oldest update of each of at most so many private lanes, and of groups, into this process's hand.

        Not of the lanes of those that are `held` by it, whether or not their lease has run out; and what another has
        leased only if its lease has run out, and it may `take_over`. A lease that ends later than one can is of a time
        when the clock was ahead, as on a machine that has no battery for it: nobody has renewed it since. Of `suspects`
        it takes so many at the most.
        """
        ended = {
            "ended_before": now if take_over else 0.0,
            "latest_end": now + 2 * self._lease if take_over else math.inf,
        }
        found: list[Row[int, int]] = []
        for is_private, limit in ((True, private), (False, groups)):
            if limit > 0:
                wanted = {"private": is_private, "limit": limit, "held": list(held)}
                found += connection.execute(self._heads, ended | wanted)
        heads = [number for number, attempts in found if attempts < SUSPECTED_AFTER]
        heads += sorted(number for number, attempts in found if attempts >= SUSPECTED_AFTER)[:suspects]
        if not heads:
            return []
        taken = connection.execute(self._take, ended | {"until": now + self._lease, "heads": heads})
        return sorted(map(QueuedUpdate._make, taken))

    def renew(self, connection: Connection, numbers: Collection[int], now: float) -> frozenset[int]:
        """Keeps these updates in this process's hand; those that still are, and not in another's."""
        renewing = {"numbers": list(numbers), "until": now + self._lease}
        return frozenset(connection.scalars(self._renewal, renewing))

    def release(self, connection: Connection, numbers: Collection[int]) -> None:
        """Gives back what was not answered: whoever comes next may take it at once."""
        given_back = {"leased_by": None, "leased_until": None, "attempts": UPDATES.c.attempts - 1}
        connection.execute(self._in_hand.values(given_back), {"numbers": list(numbers)})

    def finish(self, connection: Connection, number: int, now: float) -> None:
        """The update is answered: its text is deleted, and its lane, which names a person; its identifier stays, so
        that it is not answered again."""
        connection.execute(self._done, {"number": number, "now": now})

    def depth(self, connection: Connection) -> int:
        """How many updates are not answered yet, those in hand included."""
        return connection.scalar(select(func.count()).select_from(UPDATES).where(self._ours, _WAITS)) or 0

    def forget(self, connection: Connection, now: float) -> None:
        """Deletes the identifiers of updates that cannot come again."""
        connection.execute(delete(UPDATES).where(self._ours, UPDATES.c.done_at < now - _REMEMBERED))

    def _free_heads(self) -> Select[int, int]:
        is_leased = or_(
            UPDATES.c.leased_until.between(bindparam("ended_before"), bindparam("latest_end")),
            UPDATES.c.id.in_(bindparam("held", expanding=True)),
        )
        leased = select(UPDATES.c.lane).where(self._ours, _WAITS, is_leased)
        heads = (
            select(func.min(UPDATES.c.id).label("head"))
            .where(self._ours, _WAITS, UPDATES.c.lane.not_in(leased), UPDATES.c.private == bindparam("private"))
            .group_by(UPDATES.c.lane)
            .subquery()
        )
        return (
            select(UPDATES.c.id, UPDATES.c.attempts)
            .join(heads, UPDATES.c.id == heads.c.head)
            .order_by(UPDATES.c.attempts >= SUSPECTED_AFTER, UPDATES.c.id)
            .limit(bindparam("limit"))
        )

    def _take_statement(self) -> ReturningUpdate[tuple[int, bool, str, int, float]]:
        # Asked again while taking: on PostgreSQL another process may have taken one since.
        is_free = or_(
            UPDATES.c.leased_until.is_(None),
            not_(UPDATES.c.leased_until.between(bindparam("ended_before"), bindparam("latest_end"))),
        )
        return (
            update(UPDATES)
            .where(self._ours, _WAITS, UPDATES.c.id.in_(bindparam("heads", expanding=True)), is_free)
            .values(leased_by=self._process, leased_until=bindparam("until"), attempts=UPDATES.c.attempts + 1)
            .returning(UPDATES.c.id, UPDATES.c.private, UPDATES.c.payload, UPDATES.c.attempts, UPDATES.c.received_at)
        )

    def _finish_statement(self) -> Update:
        return (
            update(UPDATES)
            .where(self._ours, UPDATES.c.id == bindparam("number"))
            .values(payload=None, lane="", leased_by=None, leased_until=None, done_at=bindparam("now"))
        )


_ADD = {
    # The target is named: a number that a table filled by hand has already is a fault, and no update that came before.
    dialect: insert(UPDATES)
    .on_conflict_do_nothing(index_elements=("bot", "update_id", "digest"))
    .returning(UPDATES.c.id)
    for dialect, insert in INSERTS.items()
}
