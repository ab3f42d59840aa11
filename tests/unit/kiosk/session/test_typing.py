"""How the citizen types is kept through the journey and forgotten with everything else."""

from __future__ import annotations

from doubles.stage import Stage

from kiosk.vietnamese.methods import Method


def test_the_way_of_typing_holds_through_the_journey_and_not_for_the_next_citizen() -> None:
    stage = Stage()
    stage.session.type_with(Method.VNI)
    stage.identify()
    assert stage.session.view.typing is Method.VNI
    stage.session.wipe()
    assert stage.session.view.typing is None
