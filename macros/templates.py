"""Where the HTML, CSS and JavaScript of the sites are."""

from pathlib import Path

OVERRIDES = Path(__file__).resolve().parents[1] / "overrides"
