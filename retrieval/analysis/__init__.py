"""From a text to what is compared: sentences, passages, tokens, terms, and what it offers (a date, a price)."""
