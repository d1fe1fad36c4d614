"""Pages and feeds from servers, and their addresses."""
