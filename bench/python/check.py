"""The CPU time of helhedsplan.check(bytes), beside that of json.loads and fastjsonschema with the JSON Schema of plans: what a
Python program would do without the library. Prints a table of ratios. The argument is the number of rounds.

The package must be importable; `make bench-python` builds it. Without fastjsonschema the ratio is to json.loads alone."""

import json
import statistics
import sys
import time

import helhedsplan
import iterate

try:
    import fastjsonschema
except ImportError:
    fastjsonschema = None

SIZES = (30, 1000)


def cpu(function, argument, times):
    begin = time.process_time()
    for _ in range(times):
        function(argument)
    return (time.process_time() - begin) / times


def by_schema():
    """Reads and checks bytes by schema; the schema is compiled once, before."""
    if fastjsonschema is None:
        return None
    check = fastjsonschema.compile(helhedsplan.json_schema("plan", "draft-07"))
    return lambda data: check(json.loads(data))


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    rival = by_schema()
    names = {"check(bytes)": helhedsplan.check, "check(bytes, sha256=False)": lambda data: helhedsplan.check(data, sha256=False),
             "json.loads": json.loads}
    if rival is None:
        print("fastjsonschema is not here (on Debian: python3-fastjsonschema); beside json.loads alone")
    else:
        names["json.loads and fastjsonschema"] = rival
    base = list(names)[-1]
    for size in SIZES:
        data = json.dumps(iterate.document(size), ensure_ascii=False, indent=2).encode()
        if rival is not None:
            rival(data)  # it accepts the document
        times = max(1, 300_000 // len(data)) * 3
        found = [{name: cpu(function, data, times) for name, function in names.items()} for _ in range(rounds)]  # interleaved
        print(f"{size:,} activities, {len(data) / 1000:,.0f} kB; {base} is 1; median, least and most of {rounds} rounds")
        for name in names:
            ratios = [each[name] / each[base] for each in found]
            print(f"  {name:30} {statistics.median(ratios):6.3f}  {min(ratios):6.3f}  {max(ratios):6.3f}")


if __name__ == "__main__":
    main()
