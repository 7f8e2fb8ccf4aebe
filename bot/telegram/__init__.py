"""The Telegram door: python-telegram-bot is imported in this room alone."""
