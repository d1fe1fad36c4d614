"""What goes wrong on demand: the plan, the answers, the connection below them."""
