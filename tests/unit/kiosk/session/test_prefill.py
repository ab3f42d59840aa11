"""What the applicant has said or the card tells fills the form's person block, for the applicant alone."""

from __future__ import annotations

import pytest
from doubles.stage import Stage

from kiosk.domain.dates import PartialDate
from kiosk.domain.identity import IdCard, IdentitySource, Sex
from kiosk.session import screens
from kiosk.session.draft import Section, card_values

BLOCK = ["citizenHoVaTen", "citizenNgaySinh", "citizenGioiTinh", "citizenSoDinhDanh"]
MYSELF, SOMEBODY_ELSE = "Bản thân", "Người khác"


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.identify()
    return stage


def block(stage: Stage) -> dict[str, object]:
    draft = stage.session.draft
    assert draft is not None
    form = draft.forms[Section.FORM]
    return {name: value for name in BLOCK if (value := form.answer(name)) not in (None, "")}


def test_the_card_fills_the_block_of_who_registers_for_themselves(stage: Stage) -> None:
    stage.read_card()
    stage.session.use_card()
    stage.session.answer(MYSELF)
    assert block(stage) == {
        "citizenHoVaTen": "NGUYỄN THỊ HOA",
        "citizenNgaySinh": "05/02/1953",
        "citizenGioiTinh": "2",
        "citizenSoDinhDanh": "087153004821",
    }
    assert stage.screen(screens.AskQuestion).value == "NGUYỄN THỊ HOA"


def test_the_card_fills_nothing_for_somebody_else(stage: Stage) -> None:
    stage.read_card()
    stage.session.use_card()
    stage.session.answer(SOMEBODY_ELSE)
    assert block(stage) == {}


def test_who_types_their_name_need_not_type_it_again_and_nothing_else_is_known(stage: Stage) -> None:
    stage.session.type_identity()
    stage.answer(full_name="trần thị mười", id_number="087165001234")
    stage.session.answer(MYSELF)
    assert block(stage) == {"citizenHoVaTen": "TRẦN THỊ MƯỜI", "citizenSoDinhDanh": "087165001234"}


def test_a_name_that_was_put_right_stays_as_the_citizen_wrote_it(stage: Stage) -> None:
    stage.read_card()
    stage.session.use_card()
    stage.session.answer(MYSELF)
    stage.session.answer("nguyễn thị hòa")
    stage.session.go_back()
    assert stage.screen(screens.AskQuestion).value == "NGUYỄN THỊ HÒA"


def test_a_card_that_was_turned_down_fills_nothing(stage: Stage) -> None:
    stage.read_card()
    stage.session.type_identity()
    stage.answer(full_name="trần thị mười", id_number="087165001234")
    stage.session.answer(MYSELF)
    assert block(stage) == {"citizenHoVaTen": "TRẦN THỊ MƯỜI", "citizenSoDinhDanh": "087165001234"}


def test_a_card_that_was_taken_back_fills_nothing(stage: Stage) -> None:
    stage.read_card()
    stage.session.use_card()
    stage.session.go_back()
    stage.session.type_identity()
    stage.answer(full_name="trần thị mười", id_number="087165001234")
    stage.session.answer(MYSELF)
    assert block(stage) == {"citizenHoVaTen": "TRẦN THỊ MƯỜI", "citizenSoDinhDanh": "087165001234"}


def test_who_goes_back_to_type_is_asked_again_with_what_was_typed(stage: Stage) -> None:
    stage.session.type_identity()
    stage.answer(full_name="trần thị mười", id_number="087165001234")
    for _ in range(3):
        stage.session.go_back()
    stage.screen(screens.Identify)
    stage.session.type_identity()
    assert stage.asked == "full_name"
    assert stage.screen(screens.AskQuestion).value == "TRẦN THỊ MƯỜI"


def test_a_card_with_another_name_is_self_declared_by_typing(stage: Stage) -> None:
    stage.read_card()
    stage.session.use_card()
    draft = stage.session.draft
    assert draft is not None
    assert draft.identity is IdentitySource.CARD_QR
    stage.session.go_back()
    stage.session.type_identity()
    assert draft.identity is IdentitySource.TYPED


@pytest.mark.parametrize(
    ("day", "iso", "text"),
    [
        (PartialDate(1953, 9, 2), "1953-09-02", "02/09/1953"),
        (PartialDate(1953, None, None), None, "1953"),
        (None, None, None),
    ],
)
def test_a_card_with_half_a_date_gives_no_day(day: PartialDate | None, iso: str | None, text: str | None) -> None:
    values = card_values(IdCard("087153004821", None, "NGUYỄN THỊ HOA", day, Sex.FEMALE, None, None))
    assert (values["birth_date"], values["birth_date_text"], values["sex"]) == (iso, text, "female")


def test_an_address_begins_at_the_place_of_the_kiosk() -> None:
    stage = Stage(code="1.001193")
    stage.identify()
    draft = stage.session.draft
    assert draft is not None
    form = draft.forms[Section.FORM]
    form.put("citizenNoisinhnks_TinhThanh", "01")
    assert form.answer("citizenNoisinhnks_PhuongXa") in (None, "")
    form.put("citizenNoisinhnks_TinhThanh", "82")
    assert form.answer("citizenNoisinhnks_PhuongXa") == "29869"
    assert form.answer("citizenQuequannks_TinhThanh") == "82"
