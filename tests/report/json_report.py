"""JSON: docs/check.schema.json, and that its places are right."""

import urllib.parse

import places
import schemas


class Reader:
    def __init__(self, root, _build):
        self.schema = schemas.Schema.of_file(root + "/docs/check.schema.json")

    def check(self, report, case):
        value = schemas.read(report)
        self.schema.check(value)
        files = value["files"]
        assert len(files) == len(case.files) == value["summary"]["files"]
        failures = [it for it in files if it["failure"] is not None]
        assert len(failures) == case.failures == value["summary"]["failures"]
        findings = [it for file in files for it in file["findings"]]
        assert len(findings) >= case.least, findings
        counted = sum(value["summary"][it]
                      for it in ("error", "warning", "info", "note"))
        assert counted == len(findings)
        prints = [(file["name"], it["fingerprint"])
                  for file in files for it in file["findings"]]
        assert len(set(prints)) == len(prints), "a fingerprint twice"
        if case.name == "a fix with a file":
            self.check_new_file(findings)
        for file in files:
            # U+FFFD stands for bytes of a name that nobody can tell.
            if file["findings"] and "\ufffd" not in file["name"]:
                self.check_places(file, case.folder)

    @staticmethod
    def check_new_file(findings):
        fixes = [it["fix"] for it in findings if it["rule"] == "HD101"]
        (new,) = fixes[0]["files"]
        assert new["path"] == "entry.secure.sh", new
        assert "gosu" in new["text"], new
        assert any("entry.secure.sh" in it["text"] for it in fixes[0]["edits"])

    @staticmethod
    def check_places(file, folder):
        lines = places.Lines(
            places.file_named(folder, urllib.parse.quote(file["name"])))
        for finding in file["findings"]:
            given = [finding["place"]]
            given += [it["place"] for it in finding["labels"]]
            for it in given:
                begin = lines.offset(it["line"], it["column"],
                                     places.code_points)
                end = lines.offset(it["end_line"], it["end_column"],
                                   places.code_points)
                assert (begin, end) == (it["begin_byte"], it["end_byte"]), it
