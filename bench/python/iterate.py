"""Reads a plan of 100,000 activities from Python and iterates over it. Prints a table of ratios: the time of each step
divided by that of json.load. The argument is the number of rounds.

The package must be importable; `make bench-python` builds it."""

import json
import os
import random
import statistics
import sys
import tempfile
import time

import helhedsplan

COUNT = 100_000


def document(count=COUNT):
    """Generates about 1 kB for each activity, from a fixed seed."""
    chance = random.Random(20160401)
    goals = [{"id": f"maal-{i}", "title": f"Flere unge i uddannelse {i}"} for i in range(20)]
    areas = [{"id": f"omraade-{i}", "code": "uddannelse", "title": f"Uddannelse {i}"} for i in range(4)]
    parties = [{"id": f"part-{i}", "name": f"Boligforening {i}", "kind": "housing_organisation"} for i in range(10)]
    words = "børn unge familie skole lektier arbejde nabo trivsel tryghed sundhed motion café forening".split()
    activities = [{
        "id": f"aktivitet-{i}", "title": f"Aktivitet nr. {i}", "focus_areas": [chance.choice(areas)["id"]],
        "goals": [goal["id"] for goal in chance.sample(goals, 2)], "purpose": " ".join(chance.choices(words, k=60)),
        "target_group": {"text": " ".join(chance.choices(words, k=4)), "age_min": chance.randint(0, 20), "age_max": 30},
        "elements": [" ".join(chance.choices(words, k=8)) for _ in range(4)],
        "parties": [party["id"] for party in chance.sample(parties, 2)], "lead": chance.choice(parties)["id"],
        "start": "2016-08-01", "end": "2020-07-31",
    } for i in range(count)]
    return {"format": "helhedsplan/1", "id": "stor-plan", "title": "Stor plan", "status": "draft",
            "scheme": "lbf-2015-2018", "area": "Vollsmose", "parties": parties, "goals": goals, "focus_areas": areas,
            "activities": activities}


def load_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def titles_of_json(plan):
    return sum(len(each["title"]) for each in plan["activities"])


def titles(plan):
    return sum(len(each.title) for each in plan.activities)


def every_field_of_json(plan):
    return sum(len(each["goals"]) + each["target_group"]["age_min"] + len(each["purpose"]) + len(each["start"])
               for each in plan["activities"])


def every_field(plan):
    return sum(len(each.goals) + each.target_group.age_min + len(each.purpose) + len(str(each.start))
               for each in plan.activities)


def timed(function, *arguments):
    begin = time.perf_counter()
    result = function(*arguments)
    return time.perf_counter() - begin, result


def one_round(path):
    base, tree = timed(load_json, path)
    loading, plan = timed(helhedsplan.Plan.load, path)
    walks = [timed(titles, plan), timed(titles_of_json, tree), timed(every_field, plan), timed(every_field_of_json, tree)]
    assert walks[0][1] == walks[1][1] and walks[2][1] == walks[3][1] and len(plan.activities) == COUNT
    validating, report = timed(plan.validate)
    assert report.is_complete
    records, rows = timed(plan.to_records, "activities")
    assert len(rows) == COUNT
    spent = [loading, *(each for each, _ in walks), loading + walks[2][0], base + walks[3][0], validating, records]
    return [each / base for each in spent]


LINES = ("Plan.load", "title of each activity", "the same of json's dicts", "four fields of each activity",
         "the same of json's dicts", "Plan.load and four fields", "json.load and four fields", "validate",
         'to_records("activities")')


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.helhedsplan.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document(), file, ensure_ascii=False, indent=2)
        size = os.path.getsize(path)
        found = [one_round(path) for _ in range(rounds)]
    print(f"{COUNT:,} activities, {size / 1e6:.0f} MB; json.load is 1; median, least and most of {rounds} rounds")
    for name, values in zip(LINES, zip(*found)):
        print(f"  {name:30} {statistics.median(values):6.2f}  {min(values):6.2f}  {max(values):6.2f}")


if __name__ == "__main__":
    main()
