"""What can go wrong in the queue that is not an expected outcome.

QueueError
├── StorageError       the machine: disk, permissions, a damaged or newer database
│   └── NoSpaceError   the disk is full, or a quota or limit acts as if it were
├── SealingError       no usable recipient to seal to
├── DamagedError       sealed bytes on disk do not match their digest
├── AlreadyRunningError  another sender holds the lock
├── RouteError         proxy or certificates of the settings cannot be used
├── StoppedError       the sender is to stop, in the middle of a piece
└── WrongMoveError     our bug: a state was to follow one that it cannot follow
"""

from __future__ import annotations


class QueueError(Exception):
    """The root of this package's errors."""


class StorageError(QueueError):
    """The disk or the database cannot be used."""


class NoSpaceError(StorageError):
    """The disk is full, or a quota or limit acts as if it were."""


class SealingError(QueueError):
    """There is no usable recipient."""


class DamagedError(QueueError):
    """Bytes on disk are not those that were stored; the message says where."""


class AlreadyRunningError(QueueError):
    """Another sender works on this outbox."""


class RouteError(QueueError):
    """The way to the gateway cannot be taken as the settings say; the message names the key and the mend."""


class StoppedError(QueueError):
    """The sender was told to stop while it was sending; every state is in the rows."""


class WrongMoveError(QueueError):
    """A change of state that the machine does not know."""
