"""Run by benches in a process of its own: the kiosk as ``aps-kiosk run`` opens it, which tells of its frames."""

from __future__ import annotations

from bench.first_touch import touch_at_the_first_frame

from ui import app


class TellingUi(app.KioskUi):
    """The real window; says on standard output when the first frame is there and when a touch is answered."""

    def _prepare_view(self) -> None:
        super()._prepare_view()
        touch_at_the_first_frame(self.view, "start", lambda: self.router.props.screen_source)


if __name__ == "__main__":
    app.KioskUi = TellingUi  # type: ignore[misc]  # nothing but the frames' news is new
    from kiosk.__main__ import main

    main()
