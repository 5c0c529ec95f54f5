"""Plans or schemes, valid and invalid, generated from the JSON Schema: every field of every entity with values of
every type."""

import copy
import json
import random
import re

SEED = 2016

WORDS = [
    "", " ", "a", "A", "a-1", "-a", "a-", "a_b", "a b", "a" * 64, "a" * 65, "æ", "a\u0301", "a\n", "\na", "a\r", "a\u2028",
    "٤٦١", "４６１", "461", "0461", "1461", "00461", "46", "461\n", "\n461", "461 ", "-461", "4.1",
    "12345678", "1234567", "123456789", "12345678\n", "1234 678", "٠١٢٣٤٥٦٧",
    "0", "-0", "-0.0", "+1", "01", "-01", "00", "1.", ".5", "1.0000", "1.00000", "99999999999999", "100000000000000",
    "-99999999999999.9999", "1e5", "-", "--1", "1,5", "12.5", "12.5\n", "12.5 ", "1.5.5", "٣",
    "0000", "0001", "9999", "10000", "2015", "2015-00", "2015-01", "2015-12", "2015-13", "2015-1", "2015-10", "2015-10\n",
    "2015-10-00", "2015-10-31", "2015-11-31", "2015-02-29", "2016-02-29", "1900-02-29", "2000-02-29", "2100-02-29",
    "2400-02-29", "0004-02-29", "0000-02-29", "0000-01-01", "2015-04-30", "2015-04-31", "2015-12-31", "2015-12-32",
    "2015-10-1", "20151001", "2015/10/01", "2015-10-01T00:00:00", "-2015", "2015-", "2015-10-", " 2015", "2015 ", "２０１５",
    "2016-02-30", "2016-02-29\n", "helhedsplan/1", "helhedsplan/2", "helhedsplan/1\n", "Helhedsplan/1",
    "null", "true", "draft", "Draft", "draft ", "draft\n", "drafts", "cash", "yes", "DKK", "dkk", "\U0001f600", "\x7f", "\x00",
    "\t\n\r", "\x1c\x1f", "\x85", "\xa0", "\xad", "\u034f", "\u061c", "\u1160", "\u1680", "\u17b5", "\u180e", "\u2007", "\u200b",
    " \u200b\u00a0 ", "\u200d", "\u2028", "\u202e", "\u205f", "\u2060", "\u2065", "\u206f", "\u2800", "\u3000", "\u3164", "\ufdd0",
    "\ufe0f", "\ufeff", "\uffa0", "\ufff9", "\ufffd", "\ufffe", "\u200bx", "\u0301", "\u2010", "\U000e0041", "\U0001fffe",
    " \U0001f600 ",
]  # fmt: skip

NUMBERS = [
    0, 1, -1, 120, 121, 1899, 1900, 2016, 2199, 2200, 2**31 - 1, 2**31, -(2**31) + 1, -(2**31), 10**9, 10**9 + 1,
    10**12, 10**12 + 1, 2**53, 2**53 + 2, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**30, 1.5, -0.5, 1e-9, 1.5e300,
]  # fmt: skip

# Whole numbers written with a fraction or an exponent.
WHOLE_REALS = ["2016.0", "2.016e3", "46000000.0", "0.0", "-0.0", "1E0", "1e12"]

OTHERS = [None, True, False, [], [None], [1], [[]], [{}], {}, {"a": 1}, {"x-a": 1}]

STRANGERS = [
    "x", "X-a", "x_a", " x-a", "-x", "", "titel", "titles", "$id", "$ref", "$comment", "__proto__", "constructor",
    "toString", "hasOwnProperty", "length", "ID", "Title", "id ", "æ", "patternProperties", "$schema",
]  # fmt: skip

FREE = [
    None, 1, "a", [], {}, {"": [1, {"a": None}]}, [[[[]]]], 0.1, 2**53 + 1, {"id": 1, "x-": {}}, "\U0001f600",
    2**63 - 1, -(2**63), 2**63, [10**30], {"a": -(2**63) - 1},
]  # fmt: skip

# A value that matches each pattern in the schema.
SAMPLES = ["a-1", "12345678", "461", "12.5", "2016-02-29"]


class Raw:
    """A number with its notation."""

    def __init__(self, text):
        self.text = text


def write(document):
    """The document on one line."""
    numbers = []

    def keep(value):
        numbers.append(value.text)
        return f"\ue000{len(numbers) - 1}\ue000"

    line = json.dumps(document, ensure_ascii=False, default=keep)
    return re.sub("\"\ue000([0-9]+)\ue000\"", lambda match: numbers[int(match[1])], line)


class Maker:
    def __init__(self, schema):
        self.schema = schema
        self.definitions = schema["$defs"]
        used = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', json.dumps(schema)))
        assert set(self.definitions) == used, set(self.definitions) ^ used  # what is not referred to is no part of the format
        self.random = random.Random(SEED)

    def entity(self, schema):
        """The entity that a field contains, itself or in a list; None for others."""
        reference = schema.get("$ref") or schema.get("items", {}).get("$ref")
        return reference.rsplit("/", 1)[1] if reference else None

    def description(self, name):
        return self.schema if name is None else self.definitions[name]

    def sample(self, schema):
        """A value that the schema of a field accepts."""
        if "$ref" in schema:
            return self.least(self.entity(schema))
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][-1]
        if schema["type"] == "integer":
            return min(max(0, schema["minimum"]), schema["maximum"])
        if schema["type"] == "boolean":
            return True
        if schema["type"] == "array":
            return [self.sample(schema["items"])]
        return next(text for text in SAMPLES if re.search(schema.get("pattern", ""), text))

    def least(self, name):
        """An entity with only the required fields."""
        description = self.description(name)
        return {field: self.sample(description["properties"][field]) for field in description.get("required", [])}

    def full(self, name):
        """An entity with all of its fields."""
        return {field: self.sample(schema) for field, schema in self.description(name)["properties"].items()}

    def ways(self):
        """For each entity, the fields that lead to it from the plan, by the shortest path."""
        ways = {None: []}
        waiting = [None]
        while waiting:
            name = waiting.pop(0)
            for field, schema in self.description(name)["properties"].items():
                inner = self.entity(schema)
                if inner is not None and inner not in ways:
                    ways[inner] = [*ways[name], (field, "items" in schema)]
                    waiting.append(inner)
        return ways

    def around(self, way, entity):
        """The smallest plan with the entity in it."""
        if not way:
            return entity
        plan = top = self.least(None)
        name = None
        for step, (field, is_list) in enumerate(way):
            is_last = step == len(way) - 1
            name = self.entity(self.description(name)["properties"][field])
            inner = entity if is_last else self.least(name)
            top[field] = [inner] if is_list else inner
            top = inner
        return plan

    def values(self, schema, is_new_shape):
        """The values to try in a field: all if its type has not been tried yet, otherwise some of them."""
        items = schema.get("items", {})
        values = [*OTHERS, *NUMBERS, *map(Raw, WHOLE_REALS), *schema.get("enum", []), *WORDS]
        if items and "$ref" not in items:
            values += [[word] for word in WORDS] + [[self.sample(items), word] for word in (None, 1, "", "A")]
        if not is_new_shape:
            values = self.random.sample(values, 12) + [None, "", [], {}, Raw("-0")]
        return values

    def documents(self):
        shapes = set()
        for name, way in self.ways().items():
            full = self.full(name)
            yield self.around(way, full)
            yield self.around(way, self.least(name))
            for field, schema in self.description(name)["properties"].items():
                without = {key: value for key, value in full.items() if key != field}
                yield self.around(way, without)
                shape = json.dumps({key: value for key, value in schema.items() if key not in ("description", "default")})
                for value in self.values(schema, shape not in shapes):
                    yield self.around(way, {**full, field: value})
                shapes.add(shape)
            for stranger in STRANGERS:
                yield self.around(way, {**full, stranger: "a"})
            for free in FREE:
                yield self.around(way, {**full, self.random.choice(["x-", "x-a", "x-æ", "x-title", "x-\n"]): free})
        yield from self.roots()
        if "prequalified_on" in self.schema["properties"]:
            yield from self.days()
        yield from self.pairs(400)

    def roots(self):
        yield from (value for value in [*OTHERS, "a", 1, 1.5])

    def days(self):
        """Every day of the calendar, and invalid ones."""
        for year in (1900, 2000, 2015, 2016):
            for month in range(14):
                for day in (0, 1, 9, 10, 19, 20, 27, 28, 29, 30, 31, 32):
                    yield {**self.least(None), "prequalified_on": f"{year:04}-{month:02}-{day:02}"}

    def pairs(self, count):
        """Two changes in one plan, at random."""
        ways = self.ways()
        names = list(ways)
        for _ in range(count):
            plan = self.full(None)
            for name in self.random.sample(names, 2):
                field, schema = self.random.choice(list(self.description(name)["properties"].items()))
                entity = {**self.full(name), field: self.random.choice(self.values(schema, True))}
                plan = {**plan, **self.around(ways[name], entity)}
            yield copy.deepcopy(plan)

    def fields(self):
        return sum(len(self.description(name)["properties"]) for name in self.ways())
