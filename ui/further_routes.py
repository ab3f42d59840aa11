"""Which view model belongs to a screen beyond the first two, or to a sheet. A new one that is forgotten fails mypy."""

from __future__ import annotations

from typing import assert_never

from kiosk.session import screens
from kiosk.session.screens import FurtherScreen, Screen, Sheet
from ui.viewmodels.board import QrBoardModel
from ui.viewmodels.check import CheckModel
from ui.viewmodels.choosing import ChooseEventModel, ChooseProcedureModel
from ui.viewmodels.dossier import DossierFoundModel, LookingUpModel, NoDossierModel
from ui.viewmodels.farewell import OutOfOrderModel, PractisedModel, RateModel, TakeOriginalsModel
from ui.viewmodels.guide import GuideModel
from ui.viewmodels.help import HelpSheetModel
from ui.viewmodels.identity import CardReadModel, CardReadyModel, CardScanningModel, IdentifyModel
from ui.viewmodels.list_of_items import AskListModel
from ui.viewmodels.notice import DeclinedSheetModel, NoticeModel
from ui.viewmodels.papers import PapersModel, ScanningModel, ScanReadyModel
from ui.viewmodels.print_paper import PrintPaperModel
from ui.viewmodels.question import AskQuestionModel
from ui.viewmodels.review import RemovePageSheetModel, ReviewPagesModel
from ui.viewmodels.scan_fault import ScanFaultModel
from ui.viewmodels.screen import ScreenModel
from ui.viewmodels.search import SearchModel
from ui.viewmodels.sending import DeclareModel, NotSavedModel, SendingModel
from ui.viewmodels.sheets import AtDeskSheetModel, DisplaySheetModel, IdleSheetModel, LeaveSheetModel
from ui.viewmodels.show_slip import ShowSlipModel, SlipScanningModel
from ui.viewmodels.slip import SlipReadyModel
from ui.viewmodels.turn_stack import TurnStackModel
from ui.viewmodels.welcome import AttractModel, HomeModel


def model_of_screen(screen: FurtherScreen) -> type[ScreenModel]:  # noqa: C901, PLR0912 - one line a screen
    """Return the view model's class."""
    match screen:
        case screens.QrBoard():
            return QrBoardModel
        case screens.ChooseEvent():
            return ChooseEventModel
        case screens.ChooseProcedure():
            return ChooseProcedureModel
        case screens.Search():
            return SearchModel
        case screens.Guide():
            return GuideModel
        case screens.PrintPaper():
            return PrintPaperModel
        case screens.ShowSlip():
            return ShowSlipModel
        case screens.SlipScanning():
            return SlipScanningModel
        case screens.LookingUp():
            return LookingUpModel
        case screens.DossierFound():
            return DossierFoundModel
        case screens.NoDossier():
            return NoDossierModel
        case screens.Notice():
            return NoticeModel
        case screens.Identify():
            return IdentifyModel
        case screens.CardReady():
            return CardReadyModel
        case screens.CardScanning():
            return CardScanningModel
        case screens.CardRead():
            return CardReadModel
        case screens.AskQuestion():
            return AskQuestionModel
        case screens.AskList():
            return AskListModel
        case screens.Papers():
            return PapersModel
        case screens.ScanReady():
            return ScanReadyModel
        case screens.Scanning():
            return ScanningModel
        case screens.ScanFault():
            return ScanFaultModel
        case screens.TurnStack():
            return TurnStackModel
        case screens.ReviewPages():
            return ReviewPagesModel
        case screens.Check():
            return CheckModel
        case screens.Declare():
            return DeclareModel
        case screens.Sending():
            return SendingModel
        case screens.NotSaved():
            return NotSavedModel
        case screens.SlipReady():
            return SlipReadyModel
        case screens.TakeOriginals():
            return TakeOriginalsModel
        case screens.Rate():
            return RateModel
        case screens.Practised():
            return PractisedModel
        case screens.OutOfOrder():
            return OutOfOrderModel
        case _:
            assert_never(screen)


def model_of_sheet(sheet: Sheet) -> type[ScreenModel]:
    """Return the view model's class."""
    match sheet:
        case screens.LeaveSheet():
            return LeaveSheetModel
        case screens.IdleSheet():
            return IdleSheetModel
        case screens.HelpSheet():
            return HelpSheetModel
        case screens.AtDeskSheet():
            return AtDeskSheetModel
        case screens.DeclinedSheet():
            return DeclinedSheetModel
        case screens.RemovePageSheet():
            return RemovePageSheetModel
        case screens.DisplaySheet():
            return DisplaySheetModel
        case _:
            assert_never(sheet)


_LIKELY_AFTER: dict[type[Screen], type[ScreenModel]] = {
    screens.Home: ChooseEventModel,
    screens.ChooseEvent: ChooseProcedureModel,
    screens.ChooseProcedure: GuideModel,
    screens.Search: GuideModel,
    screens.Guide: NoticeModel,
    screens.PrintPaper: GuideModel,
    screens.ShowSlip: SlipScanningModel,
    screens.SlipScanning: LookingUpModel,
    screens.LookingUp: DossierFoundModel,
    screens.DossierFound: PrintPaperModel,
    screens.NoDossier: LookingUpModel,
    screens.Notice: IdentifyModel,
    screens.Identify: AskQuestionModel,  # who has a card at hand sees CardReady, which is quickly made
    screens.CardReady: CardScanningModel,
    screens.CardScanning: CardReadModel,
    screens.CardRead: AskQuestionModel,
    screens.AskQuestion: PapersModel,
    screens.AskList: AskQuestionModel,
    screens.Papers: ScanReadyModel,
    screens.ScanReady: ScanningModel,
    screens.Scanning: ReviewPagesModel,
    screens.ScanFault: ScanningModel,
    screens.TurnStack: ScanningModel,
    screens.ReviewPages: PapersModel,
    screens.Check: DeclareModel,
    screens.Declare: SendingModel,
    screens.Sending: SlipReadyModel,
    screens.SlipReady: TakeOriginalsModel,
    screens.TakeOriginals: RateModel,
    screens.Rate: AttractModel,
    screens.Practised: HomeModel,
    screens.OutOfOrder: AttractModel,
}


def likely_after(screen: Screen) -> type[ScreenModel] | None:
    """Return the view model of the screen of another kind that is most often the next, None where nobody knows."""
    match screen:
        case screens.Papers(next_row=None):
            return AskQuestionModel
        case screens.AskQuestion(progress=progress) if progress.step == progress.steps - 1:  # how the result is to come
            return CheckModel
        case _:
            return _LIKELY_AFTER.get(type(screen))
