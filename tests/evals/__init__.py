"""Cases and scores: what the writers, the checkers and the answers are measured with."""
