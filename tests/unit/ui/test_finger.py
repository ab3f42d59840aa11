"""The robot's finger does what a hand could do, and refuses what a hand could not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQuick import QQuickView

from ui.finger import Finger, FingerError

QML = """
import QtQuick
Item {
    id: root
    objectName: "root"
    property string pressed: ""
    property bool scrim: false
    property bool moving: false
    component Target: MouseArea {
        width: 200; height: 100
        onClicked: root.pressed += objectName + ";"
    }
    Target { objectName: "plain"; x: 10; y: 10 }
    Target { objectName: "small"; x: 10; y: 120; height: 30 }
    Target { objectName: "outside"; x: 350; y: 200 }
    Target { objectName: "hidden"; visible: false }
    Target { objectName: "disabled"; enabled: false }
    Target { objectName: "twice"; x: 10; y: 300 }
    Target { objectName: "twice"; x: 250; y: 300 }
    Repeater {
        model: ["a", "b"]
        Target { required property string modelData; required property int index
            objectName: "row:" + modelData; x: 250; y: index * 110 }
    }
    Target { id: late; objectName: "late"; x: 10; y: 400; visible: false }
    Timer { running: true; interval: 60; onTriggered: late.visible = true }
    MouseArea { objectName: "scrim"; anchors.fill: parent; visible: root.scrim }
    Loader { sourceComponent: Item { Item { objectName: "in-motion"; visible: root.moving } } }
}
"""


@pytest.fixture
def view(qapp: object, tmp_path: Path) -> Iterator[QQuickView]:
    file = tmp_path / "Targets.qml"
    file.write_text(QML, encoding="utf-8")
    window = QQuickView()
    window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    window.resize(500, 520)
    window.setSource(QUrl.fromLocalFile(str(file)))
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def finger(view: QQuickView) -> Finger:
    return Finger(view, patience=0.5)


def test_a_touch_reaches_what_it_aims_at(view: QQuickView, finger: Finger) -> None:
    finger.press("plain")
    assert view.rootObject().property("pressed") == "plain;"


def test_delegates_of_a_repeater_can_be_pressed(view: QQuickView, finger: Finger) -> None:
    finger.press("row:b")
    assert view.rootObject().property("pressed") == "row:b;"


def test_a_target_that_comes_later_is_waited_for(view: QQuickView) -> None:
    Finger(view, patience=20).press("late")
    assert view.rootObject().property("pressed") == "late;"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("small", "smaller than 31 px"),
        ("outside", "reaches out of the window"),
        ("hidden", "0 such targets"),
        ("disabled", "0 such targets"),
        ("twice", "2 such targets"),
        ("nowhere", "0 such targets"),
    ],
)
def test_what_a_hand_could_not_press_is_refused(finger: Finger, name: str, why: str) -> None:
    with pytest.raises(FingerError, match=why):
        finger.press(name)


def test_a_covered_target_is_refused(view: QQuickView, finger: Finger) -> None:
    view.rootObject().setProperty("scrim", True)
    with pytest.raises(FingerError, match="covered by scrim"):
        finger.press("plain")


def test_seeing_needs_something_visible_and_enabled(finger: Finger) -> None:
    assert finger.sees("plain")
    assert not finger.sees("hidden")
    assert not finger.sees("disabled")


def test_waiting_in_vain_says_what_is_on_the_screen(finger: Finger) -> None:
    with pytest.raises(FingerError, match=r"for rain; on the screen: .*plain"):
        finger.wait(lambda: False, "rain")


def test_a_picture_is_a_png_of_the_window(finger: Finger, tmp_path: Path) -> None:
    file = tmp_path / "window.png"
    finger.picture(file)
    assert file.read_bytes().startswith(b"\x89PNG")
    with pytest.raises(FingerError, match="could not be written"):
        finger.picture(tmp_path / "no such folder" / "window.png")


def test_a_screen_comes_to_rest_when_nothing_on_it_moves(view: QQuickView) -> None:
    view.rootObject().setProperty("moving", True)
    with pytest.raises(FingerError, match="does not come to rest"):
        Finger(view, patience=0.2).settle()
    view.rootObject().setProperty("moving", False)
    Finger(view, patience=20).settle()
