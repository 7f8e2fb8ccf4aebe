"""What a message wants, what lies on the desk, and what passes through a door."""
