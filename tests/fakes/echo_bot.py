"""A bare python-telegram-bot that repeats what it hears: the yardstick. `python -m tests.fakes.echo_bot URL`."""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.fakes.account import TOKEN
from tests.fakes.child import READY


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it again."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def ready(_: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Tell whoever started us."""
    print(READY, file=sys.stderr, flush=True)


def main(url: str) -> None:
    """Run until stopped."""
    bot = Application.builder().token(TOKEN).base_url(f"{url}/bot").post_init(ready).build()
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.run_polling(timeout=10, allowed_updates=[Update.MESSAGE])


if __name__ == "__main__":
    main(sys.argv[1])
