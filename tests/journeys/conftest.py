"""What journeys share: a simulated world, and the demo's own command run on it."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
