"""What has to outlive the process: updates not answered yet, which message answers which question, what chats chose.

A SQLite file, or PostgreSQL where several processes share it. In which file:

    tables        what is kept, as tables
    migrations/   how older stores become of this form (Alembic); migration brings one up to date
    database      the connection, by `DATABASE_URL`
    availability  whether the database answers, and since when
    transfer      a store as a whole: copied into another database, or backed up
    inbox         updates, from the moment they arrive until they are answered
    exchanges     which message answers which question
    choices       which article a chat has settled on
    store         all of them, off the event loop
"""

from bot.store.exchanges import Exchange
from bot.store.inbox import SUSPECTED_AFTER, Arrival, QueuedUpdate
from bot.store.store import Store, name_of_bot, open_store

__all__ = ["SUSPECTED_AFTER", "Arrival", "Exchange", "QueuedUpdate", "Store", "name_of_bot", "open_store"]
