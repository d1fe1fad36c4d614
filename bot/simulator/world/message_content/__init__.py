"""What a message carries besides its text."""
