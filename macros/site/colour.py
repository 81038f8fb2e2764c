"""Colours of a bassin for pictures, from the hue that its sites use in CSS."""

import math

RGB = tuple[int, int, int]
_LINEAR_BELOW = 0.0031308


def oklch(lightness: float, chroma: float, hue: float) -> RGB:
    """Convert an OKLCH colour to 8-bit sRGB; what sRGB lacks is cut off.

    Lightness is 0 to 1, hue in degrees. Matrices: CSS Color 4, section 10.
    """
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _byte(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _byte(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _byte(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def hexadecimal(colour: RGB) -> str:
    """Write a colour as CSS does: `#1a4f8b`."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def mixed(over: RGB, under: RGB, share: float) -> RGB:
    """Lay a colour over another with an opacity of `share`."""
    red, green, blue = (
        round(share * top + (1 - share) * low) for top, low in zip(over, under, strict=True)
    )
    return red, green, blue


def _byte(linear: float) -> int:
    """Apply the transfer function of sRGB (IEC 61966-2-1)."""
    value = min(max(linear, 0.0), 1.0)
    curved = 12.92 * value if value <= _LINEAR_BELOW else 1.055 * value ** (1 / 2.4) - 0.055
    return round(255 * curved)
