"""Which passage and which sentence match a question best; `premises` and `decision` say whether they answer it."""
