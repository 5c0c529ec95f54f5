"""Python: json.loads and fastjsonschema, for bench/rivals.py. Prints the number of activities.

usage: fast_json_schema.py RUNS PLAN SCHEMA
"""

import json
import sys
from pathlib import Path

import fastjsonschema

runs, plan, schema = sys.argv[1:]
validate = fastjsonschema.compile(json.loads(Path(schema).read_text("utf-8")))
text = Path(plan).read_bytes()
count = 0
for _ in range(int(runs)):
    document = json.loads(text)
    try:
        validate(document)
    except fastjsonschema.JsonSchemaException:
        sys.exit(1)
    count = len(document["activities"])
print(count)
