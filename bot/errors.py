"""Every error that Shibao raises on purpose.

ShibaoError
├── InputError            what was handed in cannot be served (exit status 1)
│   └── UnreadableFile    a document that cannot be read, or must not be
├── SettingsError         a setting is missing or wrong
├── HomeInUse             another process owns the data folder
├── StorageError          the records cannot be written or read (disk full, no rights)
├── Overtaken             someone else was first; read again and decide anew
├── TelegramUnavailable   Telegram cannot be reached
├── IndexUnavailable      the vector projection is broken; keyword search goes on
└── ModelError            the model service did not give a usable reply
    ├── ModelUnavailable  down, slow, over quota, or the breaker is open (retryable)
    ├── ModelRefused      the provider's content filter said no (not retryable)
    ├── ModelGarbled      an answer came, but not of the shape that was asked for (retryable)
    └── ModelUngrounded   what it wrote did not pass the checks (retryable)
"""


class ShibaoError(Exception):
    """Base of the tree. `str(error)` is one Chinese line for the user: what is wrong and what to do."""

    retryable = False

    def __init__(self, user_message: str) -> None:
        super().__init__(user_message)
        self.user_message = user_message


class InputError(ShibaoError):
    """The input cannot be served as it is; tell the user what to change."""


class IllegalStep(InputError):
    """The event may not follow; the message tells the person how things stand."""


class UnreadableFile(InputError):
    """The file is broken, locked, too large or of a kind that is not read."""


class SettingsError(ShibaoError):
    """A setting is missing or wrong; name the variable to set."""


class HomeInUse(ShibaoError):
    """Another process owns the data folder; stop it or choose another SHIBAO_HOME."""


class StorageError(ShibaoError):
    """The records cannot be written or read; nothing was half-written. Retry after the cause is gone."""

    retryable = True


class Overtaken(ShibaoError):
    """Someone else wrote first, nothing was written; read how things stand now and decide anew."""

    retryable = True

    def __init__(self) -> None:
        super().__init__("刚才有人同时在处理，请再试一次。")


class TelegramUnavailable(ShibaoError):
    """Telegram, or the Bot API server that stands for it, cannot be reached; try again later."""

    retryable = True


class IndexUnavailable(ShibaoError):
    """A projection cannot be used now; answer by what is left and rebuild it."""

    retryable = True


class ModelError(ShibaoError):
    """The model's reply cannot be used; give the offline result."""


class ModelUnavailable(ModelError):
    """The service is down, slow or over quota, or the breaker is open."""

    retryable = True


class ModelRefused(ModelError):
    """The provider's content filter refused; do not send the same text again, keep nothing of it."""


class ModelGarbled(ModelError):
    """The reply is not of the asked shape; `fault` tells the model why. Ask again or give up."""

    retryable = True

    def __init__(self, fault: str) -> None:
        super().__init__("模型的回复不合格式，没有采用。")
        self.fault = fault


class Stopped(ModelError):
    """The person asked for the work to stop; what was there before stands."""

    retryable = True

    def __init__(self) -> None:
        super().__init__("停下了，原来的没有动。")


class ModelUngrounded(ModelError):
    """Nothing of what the model wrote passed the checks; another try may fare better."""

    retryable = True
