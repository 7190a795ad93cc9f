#!/usr/bin/env python3
"""yaml_to_json.py DOCUMENT [1.1]: prints it as JSON, dates as texts; exit 77 where PyYAML is not installed.

Read as YAML 1.2, or as YAML 1.1, for which on, off, yes, no, y and n are truth values too.
"""
import json
import re
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)


class Old(yaml.SafeLoader):
    """Reads as YAML 1.1, but a date is a text."""


class New(yaml.SafeLoader):
    """Reads as YAML 1.2: a date is a text, and only true and false are truth values."""


DATE, TRUTH = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"
RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers.items()
Old.yaml_implicit_resolvers = {first: [r for r in forms if r[0] != DATE] for first, forms in RESOLVERS}
# PyYAML leaves out y and n, which YAML 1.1 has.
for letter in "yYnN":
    Old.add_implicit_resolver(TRUTH, re.compile("^[yYnN]$"), letter)
Old.bool_values = {**yaml.SafeLoader.bool_values, "y": True, "n": False}
New.yaml_implicit_resolvers = {
    first: [r for r in forms if r[0] != DATE and (r[0] != TRUTH or first in "tTfF")] for first, forms in RESOLVERS
}

with open(sys.argv[1], encoding="utf-8") as document:
    json.dump(yaml.load(document, Old if sys.argv[2:] == ["1.1"] else New), sys.stdout)
