"""One view model a screen: QML binds to these and decides nothing."""
