"""docs/harden.schema.json, held against the program on every harden.toml there
is: what harden takes the schema takes, and what `harden config` prints is a
harden.toml of the same meaning.

usage: config_schema.py HARDEN REPOSITORY
"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

try:
    import jsonschema
except ImportError:
    print("skipped: no python3-jsonschema")
    sys.exit(77)

# What harden refuses and a schema cannot tell: words and numbers among others.
ONLY_HARDEN_KNOWS = {
    "capability-all-is-refused", "capability-misspelt",
    "host-namespace-is-refused", "port-that-is-none", "relabel-of-a-home",
    "relabel-of-a-volume", "relabel-that-is-none", "root-is-refused",
    "selinux-disabled", "selinux-legacy-type", "selinux-level-that-is-none",
    "selinux-type-that-confines-nothing", "slice-is-needed",
    "ignore-without-a-reason", "ignore-of-an-unknown-rule",
    "ignore-of-a-broken-pattern", "severity-of-an-unknown-rule",
    "severity-given-twice",
}
DATES = (datetime.date, datetime.datetime, datetime.time)


def plain(value):
    """As editors see it: dates are strings."""
    if isinstance(value, dict):
        return {key: plain(it) for key, it in value.items()}
    if isinstance(value, list):
        return [plain(it) for it in value]
    return value.isoformat() if isinstance(value, DATES) else value


class Program:
    def __init__(self, path):
        self.path = path

    def config(self, file, *options):
        return subprocess.run(
            [self.path, "config", "--config", file, *options], cwd="/",
            capture_output=True, timeout=60, check=False)

    def settings(self, file):
        """Their values, without where they come from."""
        report = json.loads(self.config(file, "--format", "json").stdout)
        return [(it["table"], it["key"], it["value"])
                for it in report[0]["settings"]]


def objections(validator, text):
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [str(error)]
    return [f"/{'/'.join(map(str, it.absolute_path))}: {it.message[:300]}"
            for it in validator.iter_errors(plain(value))]


def check_printed(program, validator, file, printed):
    said = objections(validator, printed)
    assert not said, f"{file}: what is printed: {said}\n{printed}"
    with tempfile.TemporaryDirectory() as folder:
        again = pathlib.Path(folder, "harden.toml")
        again.write_text(printed, encoding="utf-8")
        assert program.settings(again) == program.settings(file), (
            f"{file}: what is printed means something else\n{printed}")


def check_file(program, validator, file):
    said = objections(validator, file.read_text(encoding="utf-8"))
    result = program.config(file)
    assert result.returncode in (0, 2), (file, result)
    if result.returncode == 0:
        assert not said, f"{file}: harden takes it: {said}"
        check_printed(program, validator, file, result.stdout.decode())
    elif file.parent.name not in ONLY_HARDEN_KNOWS:
        assert said, f"{file}: harden refuses it: {result.stderr.decode()}"
    return result.returncode


def main():
    program, root = Program(sys.argv[1]), pathlib.Path(sys.argv[2])
    schema = json.loads((root / "docs/harden.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    files = [it for folder in ("tests/golden", "samples")
             for it in sorted((root / folder).rglob("harden.toml"))]
    statuses = [check_file(program, validator, it) for it in files]
    taken, refused = statuses.count(0), statuses.count(2)
    assert taken >= 10 and refused >= 20, (taken, refused)
    print(f"{taken} files taken, {refused} refused")


if __name__ == "__main__":
    main()
