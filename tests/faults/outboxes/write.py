"""Writes ``schema-N.sql``: an outbox of the newest schema with rows in every state, as text that is kept for ever.

Run ``python tests/faults/outboxes/write.py`` once when a step was added to the migrations, before it is released.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from pathlib import Path

import apsw
import pyrage

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from doubles.manual import START, ManualClock  # noqa: E402 - the path is set first
from doubles.submissions import submission  # noqa: E402

from kiosk.domain.outbox import ItemState  # noqa: E402
from kiosk.domain.portal import Receipt  # noqa: E402
from offline_queue import schema  # noqa: E402
from offline_queue.outbox import SqliteOutbox  # noqa: E402
from offline_queue.work_rows import Work, WorkRows  # noqa: E402

TABLES = ("submission", "sealed_file", "chunk", "day_counter", "line")


def fill(folder: Path) -> None:
    """Store nine dossiers and leave them in every state that there is."""
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    with closing(SqliteOutbox(folder, "AH-01", (recipient,), ManualClock())) as outbox:
        for number in range(9):
            outbox.store(submission(*([600] if number % 3 else [])))
    with closing(WorkRows(folder)) as rows:
        first, second, third, *works = rows.waiting()
        _file(rows, first, "H00.00-261012-0001")
        _file(rows, second, None)
        _file(rows, third, "H00.00-261012-0003")
        rows._connection.execute(
            "UPDATE submission SET state = 'filed' WHERE submission_id = ?", (str(third.submission_id),)
        )
        rows.set_aside(works[0], "422: kind is unknown")
        rows.move(works[1], ItemState.UPLOADING)
        rows.begin_upload(works[1], rows.uploads(works[1].submission_id)[0], "u-1")
        rows.move(works[2], ItemState.UPLOADING)
        rows.move(works[2], ItemState.UPLOADED)
        rows.put_off(works[3], START.timestamp() + 300, "the portal is busy (503)")
        rows.line(online=True, alarm="the portal does not accept this kiosk (403: no)")


def _file(rows: WorkRows, work: Work, code: str | None) -> None:
    rows.move(work, ItemState.UPLOADING)
    rows.move(work, ItemState.UPLOADED)
    rows.filed(work, Receipt(work.submission_id, work.manifest_sha256, START, code))


def dump(folder: Path, version: int) -> str:
    """Write the rows as SQL under the schema of a version, as far as it has their columns."""
    with closing(apsw.Connection(":memory:")) as empty, closing(apsw.Connection(str(folder / schema.FILE))) as full:
        for step in schema._MIGRATIONS[:version]:
            empty.execute(step)
        lines = [f"PRAGMA user_version={version};", *(step.strip() for step in schema._MIGRATIONS[:version])]
        lines.append("DELETE FROM line;")
        for table in TABLES:
            names = [str(name) for (_, name, *_rest) in empty.execute(f"PRAGMA table_info({table})")]
            for row in full.execute(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608 - names of the schema
                values = ", ".join(apsw.format_sql_value(value) for value in row)
                lines.append(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values});")  # noqa: S608 - names of the schema
    return "\n".join(lines) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        for version in range(1, len(schema._MIGRATIONS) + 1):
            file = HERE / f"schema-{version}.sql"
            if not file.exists():
                file.write_text(dump(Path(folder), version), encoding="utf-8")


if __name__ == "__main__":
    main()
