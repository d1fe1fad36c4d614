"""The Bot API: its methods, and what Telegram checks before it fulfils them."""
