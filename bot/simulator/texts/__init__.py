"""What Telegram reads in a text."""
