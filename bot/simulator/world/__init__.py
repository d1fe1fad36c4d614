"""What there is in the simulated Telegram: data that everything else may know."""
