"""What a Telegram client shows and does, as JSON: for programs that put a screen before this Telegram.

view        all that is to be seen, in the Bot API's own form where it has one
watching    what has changed since the last look
actions     from JSON to something done; made of these parts:
  action        what every action is, and where it finds what it names
  writing       write, edit, delete, tap
  inlining      ask a bot by inline mode, scroll, choose
  settings      privacy mode, faults
"""

from bot.simulator.client.action import message_at
from bot.simulator.client.actions import Actions
from bot.simulator.client.view import chat_key, world_json
from bot.simulator.client.watching import Event, Watch

__all__ = ["Actions", "Event", "Watch", "chat_key", "message_at", "world_json"]
