"""A unit's own wordings: what it bans, what it prefers."""
