"""What somebody can do in a Telegram client."""
