"""A report's life after it was handed in: log, states, rights, people, counts."""
