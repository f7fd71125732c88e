"""Prints the shell lines of a file for a CI service.

steps.py action FILE: each step's `run` of a composite action, after a look at
what GitHub demands of it.
steps.py gitlab FILE: the variables and the script of the one job.
"""

import re
import sys

try:
    import yaml
except ImportError:
    print("skipped: no python3-yaml")
    sys.exit(77)


def action(data):
    assert data["name"] and data["description"]
    inputs = data["inputs"]
    assert set(inputs) == {"path", "args", "fail-level", "sarif-upload",
                           "version"}
    assert all(it["description"] for it in inputs.values())
    runs = data["runs"]
    assert runs["using"] == "composite"
    ids = {it["id"] for it in runs["steps"] if "id" in it}
    used = set()
    for step in runs["steps"]:
        for name, kind in re.findall(
                r"(?:inputs\.([\w-]+)|steps\.(\w+)\.)", str(step)):
            used.update([name] if name else [])
            assert not kind or kind in ids, kind
        if "run" not in step:
            assert "@" in step["uses"], step
            continue
        assert step["shell"] == "bash"
        # Inputs are values of variables: text of a script would be run.
        assert "${{" not in step["run"], step["run"]
        print(step["run"])
    assert used == set(inputs), used ^ set(inputs)


def gitlab(data):
    job = data["harden"]
    assert job["artifacts"]["when"] == "always"
    assert job["artifacts"]["reports"]["codequality"]
    for name, value in job["variables"].items():
        print(f": \"${{{name}={value}}}\"")
    for line in job["script"]:
        assert isinstance(line, str), line
        print(line)


with open(sys.argv[2], encoding="utf-8") as file:
    {"action": action, "gitlab": gitlab}[sys.argv[1]](yaml.safe_load(file))
