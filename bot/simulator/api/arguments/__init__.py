"""What bots send as arguments of methods: from JSON to what a message has, or Telegram's refusal."""
