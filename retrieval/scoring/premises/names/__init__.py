"""Names and places of a question that the article does not have, or of somebody else."""
