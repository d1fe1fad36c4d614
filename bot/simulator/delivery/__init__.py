"""How what happens in chats comes to the people and, as updates, to the bots there."""
