"""The bot's account in tests, apart from the emulator so that a child process need not load it."""

TOKEN = "123456:TEST-TOKEN-of-the-emulator"
USERNAME = "shibao_bot"
BOT_ID = 123456
