"""The word lists of English, and its rules made of them."""
