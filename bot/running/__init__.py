"""The bot at work: connected to Telegram, by polling or by webhook, until it is told to stop.

In which file:

    service        from settings to a bot at work, and to its clean end
    connection     reaching Telegram for the first time
    polling        updates that the bot asks for
    webhook        updates that Telegram posts; web_server is what it posts to
    update_parser  from raw updates to the inbox, and back
    dispatcher     from the inbox to the answers
    retrying_store  the store, asked until it answers
    menus          the command menu and the descriptions
    daemon_thread  work that nobody waits for at the end
    retry          calls tried again until they succeed, or the process is to stop
    monitoring/    the bot as seen from outside
"""

from bot.running.daemon_thread import in_daemon_thread
from bot.running.service import Site, SiteLoader, run

__all__ = ["Site", "SiteLoader", "in_daemon_thread", "run"]
