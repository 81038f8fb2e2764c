"""The sample project for these tests."""

from tests.samples import project

__all__ = ["project"]
