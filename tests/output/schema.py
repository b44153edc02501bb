"""As much of JSON Schema (draft 7) as our schemas use."""

import re

_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}
_KNOWN = {"$schema", "title", "description", "definitions", "$ref", "type", "required", "properties",
          "additionalProperties", "items", "minItems", "maxItems", "enum", "const", "pattern", "minimum"}


def errors(value, schema, root=None, at="$"):
    """What is wrong with the value, as a list of texts."""
    root = root or schema
    unknown = set(schema) - _KNOWN
    assert not unknown, f"the validator does not know {unknown}"
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        return errors(value, target, root, at)
    wrong = []
    if "const" in schema and value != schema["const"]:
        wrong.append(f"{at}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        wrong.append(f"{at}: {value!r} is none of {schema['enum']}")
    if "type" in schema:
        expected = _TYPES[schema["type"]]
        if not isinstance(value, expected) or (schema["type"] in ("integer", "number") and isinstance(value, bool)):
            return wrong + [f"{at}: {value!r} is no {schema['type']}"]
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        wrong.append(f"{at}: {value!r} does not match {schema['pattern']}")
    if "minimum" in schema and isinstance(value, (int, float)) and value < schema["minimum"]:
        wrong.append(f"{at}: {value} is less than {schema['minimum']}")
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                wrong.append(f"{at}: no {name}")
        known = schema.get("properties", {})
        for name, member in value.items():
            if name in known:
                wrong += errors(member, known[name], root, f"{at}.{name}")
            elif schema.get("additionalProperties") is False:
                wrong.append(f"{at}: unknown member {name}")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0) or len(value) > schema.get("maxItems", len(value)):
            wrong.append(f"{at}: {len(value)} items")
        if "items" in schema:
            for i, item in enumerate(value):
                wrong += errors(item, schema["items"], root, f"{at}[{i}]")
    return wrong
