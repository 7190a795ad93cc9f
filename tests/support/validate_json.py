#!/usr/bin/env python3
"""validate_json.py SCHEMA DOCUMENT: exit 0 valid, 1 not, 77 where jsonschema is not installed."""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as schema_file:
    schema = json.load(schema_file)
with open(sys.argv[2], encoding="utf-8") as document_file:
    document = json.load(document_file)

validator = jsonschema.Draft202012Validator
validator.check_schema(schema)
errors = list(validator(schema).iter_errors(document))
for error in errors[:5]:
    print(f"{sys.argv[2]}: {error.json_path}: {error.message[:300]}", file=sys.stderr)
sys.exit(1 if errors else 0)
