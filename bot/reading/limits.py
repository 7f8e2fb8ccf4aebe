"""What a file may cost before it is refused. The limits are applied in child.py and checked in gate.py."""

FILE_BYTES = 20_000_000
TEXT_BYTES = 5_000_000
PAGES = 500
SECONDS = 20
MEMORY_BYTES = 768 * 1024 * 1024
LINES = 50_000
CHARACTERS = 3_000_000
ZIP_ENTRIES = 2_000
ZIP_ENTRY_BYTES = 50_000_000
ZIP_TOTAL_BYTES = 200_000_000
ZIP_RATIO = 100
