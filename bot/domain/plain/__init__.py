"""Empty talk: what a sentence says that could be checked, and the verdict on it."""
