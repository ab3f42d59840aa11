"""Which properties a form document may have, and where. Anything else is refused by name, never ignored.

Properties of layout are taken and change nothing: a kiosk asks one question a screen in its own look.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LAYOUT = _names(
    """
    allowClear allowImagesPreview alternateRows autoGrow autocomplete cellErrorLocation colCount colSpan
    columnColCount columnMinWidth columnWidth confirmDelete confirmDeleteText currency descriptionLocation
    displayMode displayStyle emptyRowsText errorLocation fitToContainer format gridLayoutColumns hideNumber
    horizontalScroll id indent innerIndent inputSize itemSize labelFalse labelTrue maxWidth maximumFractionDigits
    minWidth minimumFractionDigits newPanelPosition noEntriesText panelNextText panelPrevText panelsState placeHolder
    placeholder questionDescriptionLocation questionErrorLocation questionStartIndex questionTitleLocation
    questionTitleWidth removePanelButtonLocation panelRemoveButtonLocation renderAs renderMode rightIndent rows
    searchEnabled separateSpecialChoices showHeader showNumber showPreview showQuestionNumbers showRangeInProgress
    size sourceType startWithNewLine state storeDataAsText swapOrder tabAlign templateErrorLocation templateTabTitle
    templateTitleLocation textUpdateMode titleLocation transposeData useGrouping verticalAlign waitForUpload width
    """
)

_SURVEY_LAYOUT = _names(
    """
    autoAdvanceEnabled autoGrowComment backgroundImage backgroundImageFit backgroundOpacity checkErrorsMode
    completeText completedBeforeHtml completedHtml cookieName editText fitToContainer focusFirstQuestionAutomatic
    focusOnFirstError goNextPageAutomatic headerView loadingHtml locale logo logoFit logoHeight logoPosition
    logoWidth maxOthersLength maxTextLength pageNextText pagePrevText previewText progressBarLocation
    progressBarShowPageNumbers progressBarShowPageTitles progressBarType questionDescriptionLocation
    questionErrorLocation questionStartIndex questionTitleLocation questionTitlePattern questionsOnPageMode
    requiredMark requiredText showCompletePage showCompletedPage showNavigationButtons showPageNumbers
    showPageTitles showPrevButton showPreviewBeforeComplete showProgressBar showQuestionNumbers showTOC showTitle
    textUpdateMode tocLocation useDisplayValuesInDynamicTexts width widthMode
    """
)

SURVEY = _SURVEY_LAYOUT | _names(
    "title description pages elements clearInvisibleValues calculatedValues triggers aps $schema"
)

_SHOWN = _names("name title description visible visibleIf enableIf readOnly aps")

PAGE = _SHOWN | LAYOUT | _names("elements navigationTitle navigationDescription navigationButtonsVisibility")
PANEL = _SHOWN | LAYOUT | _names("elements type")

_ASKED = (
    _SHOWN
    | LAYOUT
    | _names(
        """
        type isRequired requiredIf requiredErrorText defaultValue defaultValueExpression validators setValueIf
        setValueExpression resetValueIf clearIfInvisible
        """
    )
)
_CHOOSING = _ASKED | _names(
    """
    choices choicesByUrl choicesVisibleIf choicesEnableIf choicesOrder showOtherItem hasOther otherText otherErrorText
    otherPlaceholder showNoneItem hasNone noneText
    """
)
_REPEATED = _ASKED | _names("keyName keyDuplicationError")

ELEMENTS = {
    "panel": PANEL,
    "text": _ASKED
    | _names("inputType maxLength min max minValueExpression maxValueExpression minErrorText maxErrorText step"),
    "comment": _ASKED | _names("maxLength"),
    "radiogroup": _CHOOSING,
    "dropdown": _CHOOSING,
    "checkbox": _CHOOSING | _names("minSelectedChoices maxSelectedChoices"),
    "boolean": _ASKED | _names("valueTrue valueFalse"),
    "expression": _ASKED | _names("expression precision"),
    "html": _SHOWN | LAYOUT | _names("type html"),
    "file": _ASKED | _names("allowMultiple maxSize acceptedTypes"),
    "paneldynamic": _REPEATED
    | _names(
        """
        templateElements templateTitle templateDescription templateVisibleIf panelCount minPanelCount maxPanelCount
        defaultPanelValue panelAddText addPanelText panelRemoveText removePanelText
        """
    ),
    "matrixdynamic": _REPEATED
    | _names("columns cellType choices rowCount minRowCount maxRowCount defaultRowValue addRowText removeRowText"),
}
"""The element types, and the properties that each may have."""

COLUMN = (_CHOOSING | ELEMENTS["text"] | ELEMENTS["boolean"] | ELEMENTS["expression"] | {"cellType"}) - {"type"}
CELL_TYPES = _names("text comment radiogroup dropdown checkbox boolean expression")

INPUT_TYPES = _names("text number date month time tel email")

VALIDATORS = {
    "regex": _names("type text regex caseInsensitive insensitive"),
    "numeric": _names("type text minValue maxValue"),
    "text": _names("type text minLength maxLength allowDigits"),
    "email": _names("type text"),
    "answercount": _names("type text minCount maxCount"),
    "expression": _names("type text expression"),
}

TRIGGERS = {
    "setvalue": _names("type expression setToName setValue isVariable"),
    "copyvalue": _names("type expression setToName fromName"),
    "runexpression": _names("type expression setToName runExpression"),
}
CALCULATED = _names("name expression includeIntoResult")

CHOICE = _names("value text visibleIf enableIf aps")
CHOICES_BY_URL = _names("url path valueName titleName allowEmptyResponse")

APS_SURVEY = _names("paper")
APS_PAPER = _names("number recipient closing signatures")
APS_CHOICE = _names("gloss")
APS_QUESTION = _names(
    """
    ask input names sensitive readBack notAfterToday notBefore spoken address within unknown skip field
    """
)
APS_SKIP = _names("words through")
APS_PAGE = _names("")
APS_PANEL = _names("person")
ADDRESS_PARTS = _names("province commune detail")
PERSON_FIELDS = _names(
    """
    full_name birth_date sex ethnicity nationality id_number paper_kind paper_number paper_date paper_issuer residence
    """
)
LANGUAGES = _names("default vi vi-north en")

MEND = "remove it, or use what docs/forms.md lists"
