"""A view model tells QML of what changed, and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QMetaMethod

from ui.viewmodels.model import Model, camel_case, to_qml


class Colour(StrEnum):
    TEAL = "teal"


@dataclass(frozen=True, slots=True)
class Inner:
    row_name: str
    colour: Colour = Colour.TEAL


@dataclass(frozen=True, slots=True)
class SampleProps:
    step_name: str = "first"
    step: int = 1
    ticked: bool = False
    rows: tuple[Inner, ...] = ()
    colour: Colour = Colour.TEAL


class SampleModel(Model, props=SampleProps):
    pass


def test_names_are_spelt_as_qml_does() -> None:
    assert camel_case("step") == "step"
    assert camel_case("enlarged_index") == "enlargedIndex"


def test_frozen_values_become_plain_objects_and_lists() -> None:
    assert to_qml((Inner("a"), Inner("b"))) == [{"rowName": "a", "colour": "teal"}, {"rowName": "b", "colour": "teal"}]


def test_every_field_is_a_typed_property_with_its_own_signal() -> None:
    meta = SampleModel.staticMetaObject
    properties = [meta.property(index) for index in range(meta.propertyOffset(), meta.propertyCount())]
    assert {item.name(): item.typeName() for item in properties} == {
        "stepName": "QString",
        "step": "int",
        "ticked": "bool",
        "rows": "QVariantList",
        "colour": "QString",
    }
    methods = [meta.method(index) for index in range(meta.methodOffset(), meta.methodCount())]
    signals = {item.name().data() for item in methods if item.methodType() is QMetaMethod.MethodType.Signal}
    assert signals == {b"stepNameChanged", b"stepChanged", b"tickedChanged", b"rowsChanged", b"colourChanged"}


def test_only_what_changed_is_told() -> None:
    model = SampleModel()
    told: list[str] = []
    model.stepChanged.connect(lambda: told.append("step"))
    model.stepNameChanged.connect(lambda: told.append("stepName"))
    model.rowsChanged.connect(lambda: told.append("rows"))
    model.update(SampleProps())
    assert told == []
    model.update(replace(model.props, step=2))
    assert told == ["step"]
    model.update(replace(model.props, rows=(Inner("a"),)))
    assert told == ["step", "rows"]
    assert model.property("rows") == [{"rowName": "a", "colour": "teal"}]


def test_a_model_can_be_read_before_anything_was_shown() -> None:
    assert SampleModel().property("stepName") == "first"
