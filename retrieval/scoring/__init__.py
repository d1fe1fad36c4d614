"""Which passage and which sentence answer a question best, and whether they answer it at all."""
