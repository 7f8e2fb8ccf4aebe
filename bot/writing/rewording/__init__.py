"""Tables of rules that turn chat words into report words, one idea a table; wording.py says in which order."""
