"""Fonts, which all drawing measures with, need an application."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def application(qapp):
    """Let there be one, whichever test comes first."""
    return qapp
