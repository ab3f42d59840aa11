"""Run by benches in a process of its own: a bare PySide6 window of the kiosk's size, as the floor of comparisons."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView


def main() -> int:
    """Say on standard output when the first frame is there, then stand still."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = QGuiApplication(sys.argv[:1])
    view = QQuickView()
    view.resize(1080, 1920)
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_name("bare") / "Bare.qml")))
    view.frameSwapped.connect(lambda: print("frame", flush=True))
    view.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
