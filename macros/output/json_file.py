"""JSON as the sites publish it: readable, in UTF-8, with the words of both languages as written."""

import json


def json_file(document: object) -> bytes:
    """Write a document as the content of a file."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
