"""The word lists of German, and its rules made of them."""
