"""Prints what policy.json says as variables of bash.

policy_values.py FILE: user (UID:GID), start, capabilities, memory, swap, pids
and cpu (thousandths), image_has_shell, and `paths`: one word for each writable
path, "KIND PATH SIZE VOLUME" with a `-` for what it has not.
"""
import json
import shlex
import sys

with open(sys.argv[1]) as file:
    policy = json.load(file)


def value(key, inside=policy):
    return inside[key]["value"]


def show(name, text):
    print(f"{name}={shlex.quote(str(text))}")


def show_list(name, texts):
    print(f"{name}=({' '.join(map(shlex.quote, texts))})")


limits = policy["limits"]
show("user", "{uid}:{gid}".format(**value("user")))
show("start", value("start"))
show_list("capabilities", [it["value"] for it in policy["capabilities"]])
show("memory", value("memory", limits))
show("swap", value("memory_swap", limits) - value("memory", limits))
show("pids", value("pids", limits))
show("cpu", round(value("cpus", limits) * 1000))
show("image_has_shell", "yes" if policy["has_shell"] else "no")
show_list(
    "paths",
    [
        "{} {} {} {}".format(
            it["kind"], it["path"], it.get("size", "-"), it.get("volume", "-")
        )
        for it in (path["value"] for path in policy["writable"])
    ],
)
