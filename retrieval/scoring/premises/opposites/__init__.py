"""Words of a question that the article says the opposite of, or denies."""
