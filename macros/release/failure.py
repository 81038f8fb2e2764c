"""Why a release did not happen, in words for those who merged."""

from macros.language import LANGS, Message


class ReleaseError(Exception):
    """Stops a release; the old one is served."""

    def __init__(self, message: Message) -> None:
        super().__init__("\n".join(message[lang] for lang in LANGS))
        self.message = message
