"""Numbers, years and dates of a question that the article has otherwise, or of something else."""
