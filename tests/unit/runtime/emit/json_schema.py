"""Holds a file, YAML or JSON, against a JSON Schema: SCHEMA FILE."""

import json
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    document = yaml.safe_load(file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
errors = list(kind(schema).iter_errors(document))
for error in errors:
    print(f"/{'/'.join(map(str, error.absolute_path))}: {error.message}")
sys.exit(1 if errors else 0)
