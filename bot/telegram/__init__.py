"""The Telegram door; python-telegram-bot is imported here alone."""

import os

# Without it the library warns on standard error with every flood control answer (22.2 and later).
os.environ.setdefault("PTB_TIMEDELTA", "true")
