"""What a test says when it cannot run here."""


class Skipped(Exception):
    pass
