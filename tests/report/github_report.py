"""GitHub: the commands as the runner reads them.

actions/runner: src/Runner.Common/ActionCommand.cs, TryParseV2
"""

PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}


def unescaped(text, property_value):
    marks = [("%0D", "\r"), ("%0A", "\n")]
    if property_value:
        marks += [("%3A", ":"), ("%2C", ",")]
    for mark, character in marks + [("%25", "%")]:
        text = text.replace(mark, character)
    return text


def parse(line):
    assert line.startswith("::"), f"no command: {line!r}"
    end = line.index("::", 2)
    command, _, rest = line[2:end].partition(" ")
    properties = {}
    for pair in rest.split(","):
        key, _, value = pair.partition("=")
        assert key in PROPERTIES and key not in properties, pair
        assert value, pair
        properties[key] = unescaped(value, True)
    return command, properties, unescaped(line[end + 2:], False)


class Reader:
    def __init__(self, _root, _build):
        pass

    def check(self, report, case):
        text = report.decode("utf-8")
        assert "\r" not in text and "\x1b" not in text
        assert not text or text.endswith("\n")
        commands = [parse(it) for it in text.split("\n")[:-1]]
        failures = [it for it in commands if "not checked" in it[1]["title"]]
        assert len(failures) == case.failures
        assert len(commands) - len(failures) >= case.least
        for command, properties, message in commands:
            assert command in ("error", "warning", "notice"), command
            assert message
            if "line" in properties:
                self.check_place(properties)

    @staticmethod
    def check_place(properties):
        line, end = int(properties["line"]), int(properties["endLine"])
        assert 1 <= line <= end
        # Columns count within one line only.
        assert ("col" in properties) == (line == end)
        if line == end:
            assert 1 <= int(properties["col"]) <= int(properties["endColumn"])
