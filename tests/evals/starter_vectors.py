"""`python -m tests.evals.starter_vectors`, or `make vectors`: the starter library is embedded anew and kept.

To be run when a file of knowledge/ was changed, or how documents are cut; until then what changed is embedded at a
first start.
"""

import asyncio
import tempfile
from pathlib import Path

from bot.domain.library.passages import context
from bot.retrieval.embed import E5
from bot.retrieval.starter import FILE, keep
from tests.evals.statutes import MODELS
from tests.flows.library import opened

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


async def made() -> list[tuple[str, bytes]]:
    """(text that is embedded, vector) of every passage of the starter library."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), vectors=E5(MODELS)) as library:
            await library.ingesting.index([KNOWLEDGE])
            documents = [document.id for document in await library.shelf.documents()]
            return [
                (context(document, shelved.passage), shelved.vector)
                async for document, shelved in library.shelf.shelved(documents)
            ]


if __name__ == "__main__":
    count = keep(asyncio.run(made()))
    print(f"{count} 条，{FILE.stat().st_size / 1e3:.0f} KB：{FILE.name}")
