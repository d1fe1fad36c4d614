"""Messages that follow on a quote: answered from around it, or from elsewhere with its help."""
