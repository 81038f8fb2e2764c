"""The search is tried in the Chromium and on the server of the other browser tests."""

from tests.browser.conftest import chromium, port

__all__ = ["chromium", "port"]
