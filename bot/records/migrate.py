"""Bringing a database to the newest schema; Alembic costs a second and is imported only to upgrade.

The revisions stand in migrations/versions; a new database is made from the tables and stamped.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import StorageError

# Their tables join the same catalogue.
from bot.records import library_schema, log_schema  # noqa: F401
from bot.records.schema import metadata
from bot.records.store import Store

HEAD = "0011"

_SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(store: Store) -> None:
    """Create or upgrade the tables in one transaction; a newer database than this program is refused."""
    stored = await store.read(_revision)
    if stored != HEAD:
        await store.write(_create if stored is None else _upgrade)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError("数据目录是用更新版本的实报建的，请升级程序后再打开。") from error
