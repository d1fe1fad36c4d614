"""Who somebody is, and who does what to whom: where the article has it otherwise."""
