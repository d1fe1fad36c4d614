"""From a message to its answer: look-up, verdict, quotes, follow-ups, explanation."""
