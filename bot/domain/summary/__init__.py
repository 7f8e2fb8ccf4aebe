"""A year's records become the parts and lines of a summary, each with its sources."""
