"""How the process is set up: settings, logging, and the errors that keep it from running."""
