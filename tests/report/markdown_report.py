"""Markdown: a table whose rows all have its columns, and nothing beside it.

Split as GitHub does: at each `|` that has no backslash before it.
"""

import html
import re

class Reader:
    def __init__(self, _root, _build):
        pass

    def check(self, report, case):
        lines = report.decode("utf-8").split("\n")
        assert lines[:2] == ["## harden check", ""]
        table = lines[2:lines.index("", 2)]
        rows = [self.cells(it) for it in table]
        assert all(len(it) == 5 for it in rows), rows
        severities = [it[2].strip("*") for it in rows[2:]]
        assert severities.count("failure") == case.failures
        found = [it for it in severities
                 if it in ("error", "warning", "info", "note")]
        assert len(found) >= case.least
        summary = lines[2 + len(table):]
        assert len(summary) == 3 and summary[2] == ""
        assert summary[1].startswith(f"{len(found)} finding")

    @staticmethod
    def cells(line):
        assert line.startswith("|") and line.endswith("|"), line
        assert "\\" not in line and "`" not in line, line
        cells = [it.strip() for it in line[1:-1].split("|")]
        for it in cells:
            # Of HTML there is what harden writes.
            rest = re.sub(r"</?code>|<br>|\*\*(failure|error)\*\*", "", it)
            assert "<" not in rest and "*" not in rest, it
            assert "@" not in html.unescape(rest).replace("@\u200b", "") or \
                "<code>" in it, it
        return cells
