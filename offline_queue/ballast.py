"""Room on the disk: how much is left, and a file that is there only to be thrown overboard.

On a full disk even a deletion fails, for SQLite writes before it forgets. Thrown away, the ballast gives the sender the
room to bring the queue down; once there is room again it is laid anew (DESIGN 17).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from offline_queue.schema import sync_folder

_FILE = "ballast"


@dataclass(frozen=True, slots=True)
class Room:
    """The room of one data directory, in bytes: no new dossier below ``watermark``, and the size of the ``ballast``."""

    data_dir: Path
    watermark: int
    ballast: int

    def free(self) -> int:
        """Return the bytes that this user may still write. Raises OSError."""
        disk = os.statvfs(self.data_dir)
        return disk.f_bavail * disk.f_frsize

    def is_enough(self) -> bool:
        """Whether a new dossier may be begun. A folder that is not there yet is not judged."""
        try:
            return self.free() >= self.watermark
        except OSError:
            return True

    def lay_ballast(self) -> None:
        """Lay the ballast where it is missing, whole or not at all, if the disk has room beside the watermark."""
        file = self.data_dir / _FILE
        try:
            if self.ballast == 0 or file.exists() or self.free() < self.watermark + self.ballast:
                return
            handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.posix_fallocate(handle, 0, self.ballast)
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError:
            self.drop_ballast()

    def drop_ballast(self) -> bool:
        """Throw the ballast overboard; False when there was none."""
        try:
            (self.data_dir / _FILE).unlink()
            sync_folder(self.data_dir)
        except OSError:
            return False
        return True
