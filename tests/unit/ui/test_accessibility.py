"""What a screen reader, a switch, a keyboard and weak eyes find on every screen: the real tree, the real pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QObject, QUrl
from PySide6.QtQuick import QQuickView

from kiosk.domain.text import Language
from kiosk.session.display import Contrast, Display
from ui.accessibility import find_faults, tree
from ui.contrast import find_faint, ratio
from ui.samples.views import sample_views

LOOKS = [
    ((1080, 1920), Language.VIETNAMESE, 1, Display()),
    ((1920, 1080), Language.ENGLISH, 2, Display(Contrast.DARK)),
    ((1080, 1920), Language.ENGLISH, 3, Display(Contrast.LIGHT, lowered=True)),
    ((1920, 1080), Language.VIETNAMESE, 3, Display()),
]


@pytest.mark.parametrize(("size", "language", "text_size", "display"), LOOKS)
def test_every_screen_can_be_read_and_pressed_without_seeing_or_touching(
    shown: Callable[..., Any], size: tuple[int, int], language: Language, text_size: int, display: Display
) -> None:
    window = shown(size)
    faults = []
    for name, view in sample_views(language, text_size):
        window.show(replace(view, display=display))
        found = [*find_faults(window.ui.view), *find_faint(window.ui.view)]
        faults += [f"{name}: {fault}" for fault in found]
    assert faults == []


def test_a_switch_presses_everything_that_a_finger_can(shown: Callable[..., Any]) -> None:
    window = shown((1080, 1920))
    deaf = []
    for name, view in sample_views(Language.VIETNAMESE, 1):
        window.show(view)
        for node in tree(window.ui.view):
            deaf += [f"{name}: {node}"] if node.is_control and not acts(node.item, node.press) else []
    assert deaf == []


def acts(item: QObject, press: Callable[[], None]) -> bool:
    """Say whether pressing does what a touch does: the item's own signal. What has just gone needs no press."""
    heard: list[bool] = []

    def hear() -> None:
        heard.append(True)

    if not item.isEnabled() or not item.isVisible():  # type: ignore[attr-defined]
        return True
    QObject.connect(item, SIGNAL("activated()"), hear)
    press()
    return bool(heard)


# the eyes themselves

FAULTY = """
import QtQuick
Rectangle {
    color: "white"
    component Plain: Rectangle {
        property string label
        signal activated
        width: 200; height: 80; border.width: 4; border.color: "black"
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: label
        Accessible.onPressAction: activated()
    }
    Text { text: "Title"; font.pixelSize: 40; y: 300
        Accessible.role: Accessible.StaticText; Accessible.name: text }
    Text { text: "Last"; font.pixelSize: 40; y: 0
        Accessible.role: Accessible.Heading; Accessible.name: text }
    Text { text: "unread"; font.pixelSize: 40; x: 300 }
    Text { text: "pale"; color: "#8a8a8a"; font.pixelSize: 40; x: 300; y: 60
        Accessible.role: Accessible.StaticText; Accessible.name: text }
    Plain { x: 10; y: 400; label: "one" }
    Plain { x: 218; y: 400; label: "close" }
    Plain { x: 10; y: 500; objectName: "mute" }
    Plain { x: 10; y: 600; label: "untabbed"; activeFocusOnTab: false }
    Plain { x: 10; y: 700; label: "faint"; border.color: "#cccccc" }
    MouseArea { x: 400; y: 600; width: 100; height: 100 }
}
"""


@pytest.fixture
def faulty(qapp: object, tmp_path: Path) -> Iterator[QQuickView]:
    file = tmp_path / "Faulty.qml"
    file.write_text(FAULTY, encoding="utf-8")
    window = QQuickView()
    window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    window.resize(1080, 1080)
    window.setSource(QUrl.fromLocalFile(str(file)))
    window.show()
    yield window
    window.close()
    window.deleteLater()


def test_faults_are_told_in_sentences(faulty: QQuickView) -> None:
    assert find_faults(faulty) == [
        "Button mute has no name",
        "'unread' is drawn, and a screen reader does not find it",
        "what takes touches in Faulty is no control",
        "Button 'untabbed' is not reached by Tab",
        "Button 'one' and Button 'close' are less than 14 px apart",
        "Heading 'Last' stands above StaticText 'Title', and is read after it",
    ]


def test_what_is_faint_is_measured(faulty: QQuickView) -> None:
    pale, faint = find_faint(faulty)
    assert pale == "'pale' stands out by 3.5 to 1 only"
    assert faint == "the edge of Button 'faint' stands out by 1.6 to 1 only"


def test_the_measure_is_that_of_wcag() -> None:
    assert ratio(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert ratio(0x777777, 0xFFFFFF) == pytest.approx(4.48, abs=0.01)
