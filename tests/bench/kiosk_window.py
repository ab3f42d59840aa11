"""Run by benches in a process of its own: the kiosk's window as ``aps-kiosk run`` opens it, which tells its frames."""

from __future__ import annotations

import sys
from pathlib import Path

from ui import app


class TellingUi(app.KioskUi):
    """The real window; says on standard output when a frame is there."""

    def _prepare_view(self) -> None:
        super()._prepare_view()
        self.view.frameSwapped.connect(lambda: print("frame", flush=True))


if __name__ == "__main__":
    app.KioskUi = TellingUi  # type: ignore[misc]  # nothing but the frames' news is new
    from kiosk.bootstrap.window import run_kiosk
    from kiosk.cli.configuration import read_settings

    sys.exit(run_kiosk(read_settings(Path(sys.argv[1])), windowed=True, size=(1080, 1920)))
