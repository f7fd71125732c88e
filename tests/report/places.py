"""Lines and columns of a file, turned into bytes the slow and plain way."""

import os
import urllib.parse

MARK = b"\xef\xbb\xbf"


class Lines:
    def __init__(self, content):
        self.begin = len(MARK) if content.startswith(MARK) else 0
        # Each byte that is not UTF-8 stays one character.
        text = content[self.begin:].decode("utf-8", "surrogateescape")
        self.lines = text.split("\n")

    def offset(self, line, column, units):
        """Of a place whose column counts `units(character)`."""
        before = self.lines[:line - 1]
        offset = self.begin + sum(len(self.encoded(it)) + 1 for it in before)
        left = column - 1
        for character in self.lines[line - 1]:
            if left <= 0:
                break
            left -= units(character)
            offset += len(self.encoded(character))
        assert left == 0, "no such column"
        return offset

    @staticmethod
    def encoded(text):
        return text.encode("utf-8", "surrogateescape")


def code_points(_character):
    return 1


def utf16_units(character):
    return 2 if ord(character) > 0xFFFF else 1


def file_named(folder, uri):
    """The file's bytes by its URI, or by its name in JSON."""
    path = urllib.parse.unquote_to_bytes(uri)
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()
