"""JSON that follows a schema."""

import json

from skipped import Skipped

try:
    import jsonschema
except ImportError:
    jsonschema = None


def read(report):
    # Not lenient: bytes that are not UTF-8 are errors.
    return json.loads(report.decode("utf-8"))


class Schema:
    def __init__(self, schema):
        if jsonschema is None:
            raise Skipped("no python3-jsonschema")
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        self.validator = kind(schema)

    @classmethod
    def of_file(cls, path):
        with open(path, encoding="utf-8") as file:
            return cls(json.load(file))

    def check(self, value):
        errors = [
            f"/{'/'.join(map(str, it.absolute_path))}: {it.message[:500]}"
            for it in self.validator.iter_errors(value)
        ]
        assert not errors, "\n".join(errors)
