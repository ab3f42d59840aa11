"""``aps-kiosk gifts``: the vouchers, for those who hand the gifts out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.gifts import gift_shelf
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.domain.gift import Redemption
from kiosk.ports.gifts import GiftBook

gifts = typer.Typer(name="gifts", no_args_is_help=True, help="The vouchers on the slips.")
app.add_typer(gifts)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _shelf(config: ConfigOption) -> GiftBook:
    try:
        shelf = gift_shelf(read_settings(config))
    except CannotStartError as error:
        refuse(str(error))
    if shelf is None:
        refuse("there are no vouchers: set [gifts] codes_file (docs/receipt.md)")
    return shelf


@gifts.command("show")
def show(config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002 - typer
    """Count what lies ready, was given and was redeemed."""
    try:
        stock = _shelf(config).stock()
    except (OSError, ValueError) as error:
        refuse(str(error))
    if as_json:
        typer.echo(json.dumps(asdict(stock)))
        return
    typer.echo(f"{stock.left} left, {stock.given} given, {stock.redeemed} redeemed")


@gifts.command("redeem")
def redeem(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code on the slip.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,  # noqa: FBT002 - typer
) -> None:
    """Write down that a gift was handed out. Exit 1 when it must not be: the code was never given, or came before."""
    try:
        answer = _shelf(config).redeem(code)
    except OSError as error:
        refuse(f"nothing was written down: {error}")
    if as_json:
        typer.echo(json.dumps({"outcome": answer.outcome, "on": answer.on and answer.on.isoformat()}))
    else:
        typer.echo(_WORDS[answer.outcome].format(code=code.strip().upper(), on=answer.on))
    if answer.outcome is not Redemption.REDEEMED:
        raise typer.Exit(1)


_WORDS = {
    Redemption.REDEEMED: "{code}: hand the gift out",
    Redemption.REDEEMED_BEFORE: "{code}: the gift was handed out on {on}",
    Redemption.NEVER_GIVEN: "{code}: this machine never gave such a code; compare it with the slip letter by letter",
}
