"""Who a mention stands for: the article's names, what was told so far, and how pronouns and roles resolve."""
