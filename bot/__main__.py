"""`python -m bot` and the `shibao` command: the outermost frame, where no trace ever reaches a person."""

import os
import sys


def main() -> None:
    """Run the command line and leave with its status."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    from bot.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
