"""What can be asked of a draft, and how a text is changed by words."""
