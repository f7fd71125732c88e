"""GitLab: what its documentation asks of a Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import schemas

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity",
                     "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 8},
            "severity": {"enum": ["info", "minor", "major", "critical",
                                  "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    # Relative to the repository, without `./`.
                    "path": {"type": "string", "minLength": 1,
                             "not": {"pattern": "^(\\./|/)"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


class Reader:
    def __init__(self, _root, _build):
        self.schema = schemas.Schema(SCHEMA)

    def check(self, report, case):
        value = schemas.read(report)
        self.schema.check(value)
        failures = [it for it in value if it["check_name"] == "failure"]
        assert len(failures) == case.failures
        assert len(value) - len(failures) >= case.least
        prints = [it["fingerprint"] for it in value]
        assert len(set(prints)) == len(prints), "a fingerprint twice"
