"""Tells QML the types of the view models: at run time by registration, to qmllint by a .qmltypes file.

``python -m ui.qmltypes DIR`` writes ``DIR/Aps/Models``; ``qmllint -I DIR`` then knows every property and slot.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMetaMethod, QMetaProperty
from PySide6.QtQml import qmlRegisterUncreatableType

from ui.viewmodels.model import Model

MODULE = "Aps.Models"
_INDENT = "    "
_REASON = cast("bytes", "the router makes it")  # the stubs promise bytes where Qt takes text


def all_models(base: type[Model] = Model) -> Iterator[type[Model]]:
    """Yield every view model that has been imported, bases first."""
    yield base
    for model in base.__subclasses__():
        yield from all_models(model)


_registered: set[type[Model]] = set()


def register_models() -> None:
    """Make all view models that have been loaded known to QML as ``Aps.Models``."""
    for model in all_models():
        if model not in _registered:
            _registered.add(model)
            qmlRegisterUncreatableType(model, MODULE, 1, 0, model.__name__, _REASON)


def describe(model: type[Model]) -> str:
    """Write one class as a qmltypes component, with what it adds to its base."""
    meta = model.staticMetaObject
    properties = [meta.property(index) for index in range(meta.propertyOffset(), meta.propertyCount())]
    methods = [meta.method(index) for index in range(meta.methodOffset(), meta.methodCount())]
    base = meta.superClass().className()
    lines = [
        f'name: "{model.__name__}"',
        'accessSemantics: "reference"',
        f'prototype: "{base}"',
        f'exports: ["{MODULE}/{model.__name__} 1.0"]',
        "isCreatable: false",
        "exportMetaObjectRevisions: [256]",
        *(_property(model, item) for item in properties),
        *(_method(item) for item in methods),
    ]
    return "\n".join([f"{_INDENT}Component {{", *(f"{_INDENT * 2}{line}" for line in lines), f"{_INDENT}}}"])


def _spelt(name: str | bytes | bytearray | memoryview[int]) -> str:
    """Read a name from Qt, whose stubs promise bytes where text comes."""
    return name if isinstance(name, str) else bytes(name).decode()


def _property(model: type[Model], item: QMetaProperty) -> str:
    name = _spelt(item.name())
    held = model.object_types.get(name)
    parts = [f'name: "{name}"', f'type: "{held or _spelt(item.typeName())}"', "isReadonly: true"]
    if held:
        parts.append("isPointer: true")
    if item.isConstant():
        parts.append("isPropertyConstant: true")
    else:
        parts.append(f'notify: "{name}Changed"')
    return f"Property {{ {'; '.join(parts)} }}"


def _method(item: QMetaMethod) -> str:
    kind = "Signal" if item.methodType() is QMetaMethod.MethodType.Signal else "Method"
    parts = [f'name: "{_spelt(item.name().data())}"']
    returned = _spelt(item.typeName())
    if returned not in {"", "void"}:
        parts.append(f'type: "{returned}"')
    values = [
        f'Parameter {{ name: "{_spelt(name.data())}"; type: "{_spelt(kind_of_value.data())}" }}'
        for name, kind_of_value in zip(item.parameterNames(), item.parameterTypes(), strict=True)
    ]
    return f"{kind} {{ {' '.join([f'{part};' for part in parts] + values)} }}"


def write_qmltypes(folder: Path) -> None:
    """Write the module's qmldir and qmltypes below ``folder``."""
    place = folder.joinpath(*MODULE.split("."))
    place.mkdir(parents=True, exist_ok=True)
    components = "\n".join(describe(model) for model in all_models())
    place.joinpath("qmldir").write_text(f"module {MODULE}\ntypeinfo models.qmltypes\n", encoding="utf-8")
    place.joinpath("models.qmltypes").write_text(
        f"import QtQuick.tooling 1.2\nModule {{\n{components}\n}}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    import ui.further_routes
    import ui.router  # noqa: F401

    write_qmltypes(Path(sys.argv[1]))
