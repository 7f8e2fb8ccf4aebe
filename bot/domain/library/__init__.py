"""Documents, clauses and their standing; what a question asks, what answers it, and when nothing does."""
