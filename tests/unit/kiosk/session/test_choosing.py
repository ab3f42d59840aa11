"""From the first touch to a procedure's guide and the notice: what is found, and what is left without a trace."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.extract_stage import ExtractStage

from kiosk.session import screens
from kiosk.session.screens import Errand
from kiosk.session.session import Session


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage()


def test_a_guide_is_three_touches_from_home(stage: ExtractStage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.GUIDE)
    assert "death" in [event.key for event in stage.screen(screens.ChooseEvent).events]
    stage.session.choose_event("death")
    chosen = stage.screen(screens.ChooseProcedure)
    assert [procedure.code for procedure in chosen.procedures] == ["1.000656", "2.000635"]
    stage.session.choose_procedure("1.000656")
    assert stage.screen(screens.Guide).procedure.code == "1.000656"
    stage.session.go_back()
    assert stage.screen(screens.ChooseProcedure) == chosen
    stage.session.go_back()
    stage.screen(screens.ChooseEvent)


def test_those_who_know_the_name_see_all_procedures(stage: ExtractStage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_event("no such event")
    stage.screen(screens.ChooseEvent)
    stage.session.show_all_procedures()
    shown = stage.screen(screens.ChooseProcedure)
    assert (shown.event, len(shown.procedures)) == (None, 17)


def test_a_procedure_is_found_as_it_is_typed(stage: ExtractStage) -> None:
    stage.session.start()
    stage.session.search("khai tu")
    stage.session.choose_errand(Errand.FILE)
    stage.session.open_search()
    assert stage.screen(screens.Search) == screens.Search()
    stage.session.search("khai tu")
    found = stage.screen(screens.Search).found
    assert (found[0].code, len(found) <= 4) == ("1.000656", True)
    stage.session.search("xyzxyz")
    assert stage.screen(screens.Search) == screens.Search("xyzxyz")
    stage.session.search("khai tu")
    stage.session.choose_procedure("1.000656")
    stage.screen(screens.Guide)
    stage.session.go_back()
    assert stage.screen(screens.Search) == screens.Search("khai tu", found)
    stage.session.wipe()
    assert (stage.session.typed, stage.session.found) == ("", ())


def test_the_search_goes_with_the_catalogue(stage: ExtractStage) -> None:
    catalogue = stage.session.services.catalogue
    assert catalogue.find("khai tu", 1)[0].code == "1.000656"
    assert catalogue.find("", 4) == ()
    gone = replace(catalogue, procedures=tuple(one for one in catalogue.procedures if one.code != "1.000656"))
    assert "1.000656" not in [one.code for one in gone.find("khai tu", 4)]


def test_a_few_procedures_are_shown_at_once(stage: ExtractStage) -> None:
    services = stage.session.services
    few = replace(services.catalogue, procedures=services.catalogue.procedures[:6])
    session = Session(replace(services, catalogue=few))
    session.start()
    session.choose_errand(Errand.FILE)
    assert isinstance(session.view.screen, screens.ChooseProcedure)


def test_a_guide_is_left_without_a_question_as_long_as_nothing_was_agreed_to(stage: ExtractStage) -> None:
    stage.guide()
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    stage.identify()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet()


def test_what_is_done_elsewhere_is_explained_and_leads_back_to_the_errands(stage: ExtractStage) -> None:
    stage.guide("2.000815")
    guide = stage.screen(screens.Guide)
    assert guide.progress is None
    assert guide.procedure.handoff is not None
    stage.session.accept_guide()
    stage.screen(screens.Home)


def test_going_back_from_a_guide_leads_to_the_choice_of_another(stage: ExtractStage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_procedure("2.000815")
    stage.session.go_back()
    stage.session.choose_procedure("2.000635")
    assert stage.screen(screens.Guide).progress is not None


def test_leaving_a_guide_wipes_what_was_read(stage: ExtractStage) -> None:
    stage.guide("2.000815")
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    assert stage.session.procedure is None


def test_who_does_not_agree_leaves_without_a_trace(stage: ExtractStage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_procedure("2.000635")
    stage.session.accept_guide()
    assert "15 ngày" in stage.screen(screens.Notice).full.vi
    stage.session.decline_notice()
    assert isinstance(stage.session.view.sheet, screens.DeclinedSheet)
    stage.session.close_sheet()
    stage.screen(screens.Notice)
    stage.session.decline_notice()
    stage.session.wipe()
    stage.screen(screens.Attract)
    assert stage.session.draft is None
    assert stage.outbox.stored == {}
