#!/usr/bin/env python3
"""yaml_to_json.py DOCUMENT: prints it as JSON, dates as texts; exit 77 where PyYAML is not installed."""
import json
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)


class Loader(yaml.SafeLoader):
    """Reads as YAML 1.2: a date is a text, and only true and false are truth values."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag not in ("tag:yaml.org,2002:timestamp",)
            and (tag != "tag:yaml.org,2002:bool" or first in "tTfF")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as document:
    json.dump(yaml.load(document, Loader), sys.stdout)
