"""What speed the product has: `python -m tests.bench [name…]`, or `make bench`."""
