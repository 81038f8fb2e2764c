"""A sample project for each rule: the rule fires on it, and is silent once it is mended."""

from tests.checks.specimens.data import DATA
from tests.checks.specimens.reading import READING
from tests.checks.specimens.specimen import Specimen, shown
from tests.checks.specimens.texts import TEXTS

SPECIMENS: dict[str, Specimen] = {**READING, **DATA, **TEXTS}
"""The samples by rule. A rule that is not among them is shown by its own example alone."""

__all__ = ["SPECIMENS", "Specimen", "shown"]
