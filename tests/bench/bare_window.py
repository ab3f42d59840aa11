"""Run by benches in a process of its own: a bare PySide6 window of the kiosk's size, as the floor of comparisons."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bench.first_touch import touch_at_the_first_frame
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView


def main() -> int:
    """Say on standard output when the first frame is there and when a touch is answered, then stand still."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = QGuiApplication(sys.argv[:1])
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(1080, 1920)
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_name("bare") / "Bare.qml")))
    touch_at_the_first_frame(view, "swap", lambda: view.rootObject().property("page"))
    view.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
