"""What the bot says: pure functions from what it knows to a message."""
