"""The one truth: SQLAlchemy is imported in this room alone."""
