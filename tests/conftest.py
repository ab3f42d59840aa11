"""How made-up examples are chosen: the same in every run, so that a change is judged by what it changes.

``HYPOTHESIS_PROFILE=wandering make unit`` looks for new ones, ten times as many.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("wandering", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
