"""SARIF: the published schema, and that places and fixes are exact.

The schema is in the npm package @microsoft/jest-sarif, which is fetched once
into the build folder.
"""

import os
import shutil
import subprocess
import tarfile
import urllib.parse

import places
import schemas
from skipped import Skipped

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
ARCHIVE = "microsoft-jest-sarif-1.0.0-beta.0.tgz"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


def published_schema(folder):
    path = os.path.join(folder, os.path.basename(MEMBER))
    if os.path.exists(path):
        return path
    npm = shutil.which("npm")
    if npm is None:
        raise Skipped("no npm, which brings the schema of SARIF")
    got = subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder,
                         check=False, timeout=120, capture_output=True)
    archive = os.path.join(folder, ARCHIVE)
    if got.returncode != 0 or not os.path.exists(archive):
        raise Skipped(f"npm does not bring {PACKAGE}")
    with tarfile.open(archive) as tar:
        content = tar.extractfile(MEMBER).read()
    with open(path + ".part", "wb") as file:
        file.write(content)
    os.replace(path + ".part", path)
    return path


class Reader:
    def __init__(self, _root, build):
        self.schema = schemas.Schema.of_file(published_schema(build))

    def check(self, report, case):
        value = schemas.read(report)
        self.schema.check(value)
        run, = value["runs"]
        assert run["columnKind"] == "utf16CodeUnits"
        invocation, = run["invocations"]
        assert invocation["executionSuccessful"] == (case.failures == 0)
        notes = invocation.get("toolExecutionNotifications", [])
        assert len(notes) == case.failures
        assert len(run["results"]) >= case.least
        rules = run["tool"]["driver"]["rules"]
        for rule in rules:
            assert rule["help"]["markdown"] and rule["help"]["text"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            self.check_places(result, case.folder)

    def check_places(self, result, folder):
        for place in result["locations"] + result.get("relatedLocations", []):
            physical = place["physicalLocation"]
            uri = physical["artifactLocation"]["uri"]
            # As a browser would take it: nothing but a path.
            parts = urllib.parse.urlsplit(uri)
            assert parts.path == uri, uri
            uri.encode("ascii")
            lines = places.Lines(places.file_named(folder, uri))
            region = physical["region"]
            begin = lines.offset(region["startLine"], region["startColumn"],
                                 places.utf16_units)
            end = lines.offset(region["endLine"], region["endColumn"],
                               places.utf16_units)
            assert begin == region["byteOffset"], region
            assert end == begin + region["byteLength"], region
