"""What can be made to go wrong at the portal while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Trouble:
    """``fail_status`` is answered to the next ``fail_times`` requests; ``break_after`` bytes of a body end the line."""

    online: bool = True
    fail_status: int = 503
    fail_times: int = 0
    retry_after: int | None = None
    break_after: int | None = None
    bytes_per_second: float | None = None
    captive: bool = False
    wrong_receipt: bool = False
    late_codes: bool = False
    expire_uploads: bool = False
    refuse_tokens: bool = False

    def change(self, changes: dict[str, Any]) -> None:
        """Set fields by name. Raises KeyError for an unknown one."""
        for name, value in changes.items():
            if name not in self.__slots__:
                raise KeyError(name)
            setattr(self, name, value)

    def takes_failure(self) -> bool:
        """Say whether this request is one of those that fail, and count it."""
        if self.fail_times <= 0:
            return False
        self.fail_times -= 1
        return True

    def report(self) -> dict[str, Any]:
        """Return all fields."""
        return {name: getattr(self, name) for name in self.__slots__}
