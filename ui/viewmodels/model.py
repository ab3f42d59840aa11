"""The pattern of every view model: a frozen value of props that QML sees as read-only, typed properties.

A class that names its props, ``class HomeModel(ScreenModel, props=HomeProps)``, gets one Qt property for each field:
``step_name`` becomes ``stepName`` with the signal ``stepNameChanged``. ``update`` takes a new value of props and
emits the signals of the fields that really changed, so that nothing else on the screen is laid out again.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, ClassVar, cast

from PySide6.QtCore import Property, QObject, Signal

_QT_TYPES: dict[Any, type] = {str: str, bool: bool, int: int, float: float}
_PLAIN = frozenset(_QT_TYPES)
_ANYTHING = cast("type", "QVariant")  # Qt takes a C++ type's name as well; ``object`` would hide the value from QML


@cache
def camel_case(name: str) -> str:
    """Write a Python name as QML spells it: ``step_name`` as ``stepName``."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def to_qml(value: object) -> object:
    """Turn a frozen value into what QML reads: dataclasses as objects, tuples as lists, enums as their value."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_qml(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {camel_case(field.name): to_qml(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def _qt_type(annotation: object) -> type:
    if typing.get_origin(annotation) is tuple:
        return list
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return str
    return _QT_TYPES.get(annotation, _ANYTHING)


def _reader(name: str) -> Callable[[Model], object]:
    """Read one field. QML asks for it many times while a screen is built; it is made once."""
    return lambda model: model.read(name)


class PropsMeta(type(QObject)):  # type: ignore[misc]
    """Writes the Qt properties of a model from its dataclass of props; Qt only sees what the class body holds."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], props: type | None = None
    ) -> PropsMeta:
        """Make the class with a property and a signal for each field of ``props``."""
        if props is not None:
            hints = typing.get_type_hints(props)
            for field in dataclasses.fields(props):
                spelt = camel_case(field.name)
                if spelt in namespace:
                    raise TypeError(f"{name}.{spelt} is a field of the props and a slot: rename one")
                signal = namespace[f"{spelt}Changed"] = Signal()
                namespace[spelt] = Property(_qt_type(hints[field.name]), _reader(field.name), notify=signal)
            namespace["initial_props"] = props()
        return cast("PropsMeta", super().__new__(cls, name, bases, namespace))

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], props: type | None = None) -> None:
        del props
        super().__init__(name, bases, namespace)


class Model(QObject, metaclass=PropsMeta):
    """Holds one frozen value of props. Every field of a props class needs a default: QML may read it at once."""

    initial_props: ClassVar[Any] = None
    object_types: ClassVar[dict[str, str]] = {}
    """The class behind a property that holds an object; Qt itself only remembers that it is one."""

    def __init__(self) -> None:
        super().__init__()
        self.props: Any = self.initial_props
        self._seen: dict[str, object] = {}

    def read(self, name: str) -> object:
        """Return a field as QML reads it."""
        if name not in self._seen:
            self._seen[name] = to_qml(getattr(self.props, name))
        return self._seen[name]

    def update(self, props: object) -> None:
        """Take new props; tell QML only of the fields that are not equal to what they were."""
        before, self.props = self.props, props
        if props is before:
            return
        self._seen = {}
        for field in dataclasses.fields(cast("Any", props)):
            if getattr(before, field.name) != getattr(props, field.name):
                getattr(self, f"{camel_case(field.name)}Changed").emit()
