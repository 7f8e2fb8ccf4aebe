"""When to call the model service and when to leave it alone: a circuit breaker and a budget of retries.

No network and no sleeping here; the clock is handed in.
"""

from collections.abc import Callable

from bot.errors import ModelUnavailable

Clock = Callable[[], float]


class Breaker:
    """Opens after `failures` failed conversations in a row; after `rest` seconds exactly one goes through."""

    def __init__(self, *, clock: Clock, failures: int = 3, rest: float = 30.0) -> None:
        self._clock = clock
        self._limit = failures
        self._rest = rest
        self._failed = 0
        self._open_until: float | None = None
        self._probe: object | None = None

    def admit(self) -> object | None:
        """A ticket where this call is the one probe of a half-open breaker. ModelUnavailable while open."""
        if self._open_until is None:
            return None
        if self._probe is not None or self._clock() < self._open_until:
            raise ModelUnavailable("模型服务刚才连续出错，正在歇一会儿，请稍后再试。")
        self._probe = object()
        return self._probe

    def succeeded(self) -> None:
        """The service answered; close."""
        self._failed = 0
        self._open_until = None
        self._probe = None

    def failed(self) -> None:
        """The service did not answer usably; open when it was the probe or one too many."""
        self._failed += 1
        if self._probe is not None or self._failed >= self._limit:
            self._open_until = self._clock() + self._rest
            self._probe = None

    def left(self, ticket: object | None) -> None:
        """The caller is gone. Where it was the probe and nothing was learnt, the next caller may probe."""
        if ticket is not None and ticket is self._probe:
            self._probe = None


class RetryBudget:
    """Retries are paid for by successes, so a sick service never gets more than about twice the calls."""

    def __init__(self, *, most: float = 10.0) -> None:
        self._most = most
        self._tokens = most

    def spend(self) -> bool:
        """Take one retry; False where none is left."""
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def earn(self) -> None:
        """A call succeeded."""
        self._tokens = min(self._most, self._tokens + 1)
