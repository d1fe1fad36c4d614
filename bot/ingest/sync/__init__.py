"""A folder of articles follows a feed."""
