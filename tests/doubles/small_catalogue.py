"""A catalogue of one procedure, and ways to damage it, for tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import config

SHIPPED = Path(config.__file__).parent
CODE = "2.000635"


class SmallCatalogue:
    """A copy of what ships, with one procedure only."""

    def __init__(self, folder: Path) -> None:
        for part in ("reference", "applicant", "delivery", "notices", f"procedures/{CODE}"):
            shutil.copytree(SHIPPED / part, folder / part)
        self.folder = folder
        self.edition = folder / "procedures" / CODE
        self.procedure = self.edition / "procedure.toml"
        self.form = self.edition / "form.json"
        self.examples = self.edition / "examples"

    def replace(self, old: str, new: str, file: Path | None = None) -> None:
        """Write one passage of procedure.toml anew, or of another file."""
        file = file or self.procedure
        before = file.read_text(encoding="utf-8")
        assert old in before
        file.write_text(before.replace(old, new, 1), encoding="utf-8")

    def add_version(self, name: str, first: str, last: str = "") -> Path:
        """Put a further version beside the first, in force on the days given."""
        edition = self.edition / name
        shutil.copytree(self.edition, edition, ignore=shutil.ignore_patterns("20*"))
        file = edition / "procedure.toml"
        self.replace("effective_from = 2026-01-01", f"effective_from = {first}", file)
        self.replace("effective_until = 2027-02-28", f"effective_until = {last}" if last else "", file)
        return file

    def write_example(self, name: str, content: Any) -> Path:
        """Write an example of the procedure."""
        file = self.examples / f"{name}.json"
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return file

    def answers(self) -> dict[str, Any]:
        """Return answers that the form accepts."""
        answers: dict[str, Any] = json.loads((self.examples / "ok-for-son.json").read_text(encoding="utf-8"))["answers"]
        return answers
