"""The sample network for these tests."""

from tests.one_of_each import fr, network, nl, sample, small

__all__ = ["fr", "network", "nl", "sample", "small"]
