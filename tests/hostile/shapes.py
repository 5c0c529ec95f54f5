"""Documents that grow with n in one dimension, each chosen to expose a step that is not linear."""

import copy
import json
import random
from pathlib import Path

HEAD = {
    "format": "helhedsplan/1", "id": "plan", "title": "Plan", "status": "running", "scheme": "lbf-2015-2018", "area": "Bydel",
    "period": {"start": "2016-01-01", "end": "2019-12-31"},
}  # fmt: skip

AREA = {"id": "omraade", "code": "tryghed-og-trivsel", "title": "Tryghed"}


def plan(**members):
    return {**HEAD, **members}


def party(i, kind="municipality"):
    return {"id": f"part-{i}", "name": f"Part {i}", "kind": kind}


def goal(i, **members):
    return {"id": f"maal-{i}", "title": f"Mål {i}", **members}


def activity(i, **members):
    return {"id": f"akt-{i}", "title": f"Aktivitet {i}", "focus_areas": ["omraade"], **members}


def unknown_references(n):
    return plan(strategies=[{"id": "strategi", "title": "S", "goals": [f"ukendt-{i}" for i in range(n)]}])


def near_references(n):
    """Each reference has similar ids of goals, of the maximum length."""
    head = "a" * 58
    goals = [{"id": f"{head}{i:06}", "title": "Mål"} for i in range(n)]
    return plan(goals=goals, strategies=[{"id": "s", "title": "S", "goals": [f"{head[:-1]}b{i:06}" for i in range(n)]}])


def duplicate_ids(n):
    return plan(goals=[{"id": "samme", "title": "Mål"} for _ in range(n)])


def unknown_members(n):
    return plan(**{f"ukendt {i}": i for i in range(n)})


def near_members(n):
    return plan(**{f"visio{i}": i for i in range(n)})


def duplicate_members(n):
    return Twice({"x-a": ("{", [f'"a": {i}' for i in range(n)], "}")})


def duplicates_under_long_name(n):
    """A JSON Pointer to each of them would be as long as the name."""
    return Twice({"x-" + "a" * (8 * n): ("{", [f'"a": {i}' for i in range(n)], "}")})


def duplicates_of_long_name(n):
    """Each has a different long name."""
    return Twice({"x-a": ("{", [f'"{"b" * 400}": {i}' for i in range(n // 10)], "}")})


def wrong_elements(n):
    return plan(sources=list(range(n)))


def wrong_values(n):
    return plan(milestones=[{"id": f"m-{i}", "title": "", "due": "2015-02-29"} for i in range(n)])


def empty_objects(n):
    return plan(activities=[{} for _ in range(n)])


def free_objects(n):
    return plan(**{"x-a": [{} for _ in range(n)]})


def free_members(n):
    return plan(**{"x-a": {f"navn {i}": 0.1 for i in range(n)}})


def parties_in_one_activity(n):
    parties = [party(i) for i in range(n)]
    ids = [p["id"] for p in parties]
    lines = [{"category": "staff", "year": 2016, "party": i, "amount": 7} for i in ids]
    return plan(
        parties=parties,
        focus_areas=[AREA],
        activities=[activity(0, parties=ids)],
        agreements=[{"id": "aftale", "kind": "sub", "title": "Aftale", "parties": ids, "signatures": [{"party": i} for i in ids]}],
        governance={"leads": ids, "board": [{"party": i} for i in ids]},
        financing={"grant": {"applied": 100}, "contributions": [{"parties": ids, "amount": 5}], "budget": lines},
    )


def contributions(n):
    """Every amount is a related location of each finding about the sum; the budget of every party is wrong."""
    parties = [party(i) for i in range(n)]
    given = [{"parties": [p["id"]], "amount": 10, "qualifier": "minimum"} for p in parties]
    lines = [{"category": "staff", "year": 2031, "party": p["id"], "amount": 7} for p in parties]
    financing = {"frame": 1, "total": 2, "grant": {"applied": 10**11}, "contributions": given, "budget": lines}
    return plan(parties=parties, financing=financing)


def amounts(n):
    """Every amount is a related location of the one finding about the share."""
    given = [{"parties": ["part-0"], "amount": 10} for _ in range(n)]
    return plan(parties=[party(0)], financing={"grant": {"applied": 10**11}, "contributions": given})


def overlapping_ages(n):
    groups = [{"age_min": i % 60, "age_max": 60 + i % 60} for i in range(n)]
    return plan(
        focus_areas=[AREA],
        activities=[
            activity(i, title=f"Leg ({g['age_min']}-{g['age_max']} år)", target_group=g) for i, g in enumerate(groups)
        ],
    )


def same_titles(n):
    return plan(focus_areas=[AREA], activities=[activity(i, title="Den samme") for i in range(n)])


def chained_goals(n):
    """Each is below the next; the last is below the first."""
    goals = [goal(i, parent=f"maal-{(i + 1) % n}") for i in range(n)]
    return plan(goals=goals, strategies=[{"id": "s", "title": "S", "goals": [g["id"] for g in goals]}])


def goals(n):
    return plan(goals=[goal(i) for i in range(n)], strategies=[{"id": "s", "title": "S"}])


def focus_areas(n):
    return plan(focus_areas=[{**AREA, "id": f"o-{i}", "open_for_input": True} for i in range(n)])


def served_everywhere(n):
    """Every activity is in each of many lists."""
    wide = max(n // 10, 1)
    goals = [goal(i) for i in range(wide)]
    areas = [{**AREA, "id": f"o-{i}"} for i in range(wide)]
    ids = {"goals": [g["id"] for g in goals], "focus_areas": [a["id"] for a in areas]}
    return plan(goals=goals, focus_areas=areas, activities=[activity(i, **ids) for i in range(10)])


def agreements(n):
    """Each covers everything, and none has all the parties of any activity."""
    return plan(
        parties=[party(0), party(1), party(2)],
        focus_areas=[AREA],
        activities=[activity(i, parties=["part-0", "part-1"]) for i in range(n)],
        agreements=[{"id": f"aft-{i}", "kind": "sub", "title": "A", "parties": [f"part-{1 + i % 2}"]} for i in range(n)],
    )


def waivers(n):
    """As many waivers as findings, each for another location."""
    return plan(
        focus_areas=[{**AREA, "id": f"o-{i}", "open_for_input": True} for i in range(n)],
        waivers=[{"rule": "HP215", "target": f"o-{i}" if i % 2 else f"/focus_areas/{i}", "reason": "Aftalt"} for i in range(n)],
    )


def waivers_of_one(n):
    """All for the same rule and the whole plan."""
    return plan(goals=[goal(i) for i in range(n)], waivers=[{"rule": "HP205", "reason": "Aftalt"} for _ in range(n)])


def different_agreements(n):
    """Each has different parties, and none has all those of any activity."""
    pick = lambda i, k: f"part-{(i * 7919 + k * 104729) % n}"  # noqa: E731
    return plan(
        parties=[party(i) for i in range(n)],
        activities=[activity(i, parties=[pick(i, k) for k in range(8)]) for i in range(n)],
        agreements=[{"id": f"aft-{i}", "kind": "sub", "title": "A", "parties": [pick(i, k) for k in range(1, 9)]} for i in range(n)],
        focus_areas=[AREA],
    )


def expired_agreements(n):
    """Each is of other parties, has all parties of every activity, and ended before the plan begins."""
    return plan(
        parties=[party(i) for i in range(n + 1)],
        focus_areas=[AREA],
        activities=[activity(i, parties=["part-0"]) for i in range(n)],
        agreements=[{"id": f"aft-{i}", "kind": "sub", "title": "A", "parties": ["part-0", f"part-{i + 1}"], "valid_to": "2015"} for i in range(n)],
    )  # fmt: skip


def lists_in_one_agreement(n):
    """As many parties as activities; each activity lacks the same party."""
    return plan(
        parties=[party(i) for i in range(n + 1)],
        focus_areas=[AREA],
        activities=[activity(i, parties=[f"part-{n}"]) for i in range(n)],
        agreements=[{"id": "aftale", "kind": "sub", "title": "A", "parties": [f"part-{i}" for i in range(n)],
                     "activities": [f"akt-{i}" for i in range(n)]}],
    )  # fmt: skip


def late_hyphen(n):
    return plan(vision="a" * (8 * n) + "-", mission="a-" * (4 * n))


def follow_up(n):
    return plan(
        goals=[goal(i) for i in range(n)],
        indicators=[{"id": f"i-{i}", "title": "I", "goal": f"maal-{i}", "periods": [{"start": "2016"}]} for i in range(n)],
        milestones=[{"id": f"m-{i}", "title": "M", "due": "2030"} for i in range(n)],
        approvals=[{"kind": "council", "outcome": "approved", "decided_on": "2015"} for _ in range(n)],
        reports=[{"year": 2016 + i % 4, "submitted_on": "2030"} for i in range(n)],
    )


def given_twice(n):
    """Duplicate references, aliases and signatures; and signatures of many people."""
    signatures = [{"party": "part-0", "name": f"Navn {i % (n // 2)}"} for i in range(n)]
    return plan(
        parties=[{**party(0), "aliases": [f"Alias {i % (n // 2)}" for i in range(n)]}],
        goals=[goal(0)],
        strategies=[{"id": "s", "title": "S", "goals": ["maal-0"] * n}],
        agreements=[{"id": "a", "kind": "sub", "title": "A", "parties": ["part-0"], "signatures": signatures},
                    {"id": "b", "kind": "sub", "title": "B", "parties": ["part-0"], "signatures": [{"party": "part-0"}] * n}],
    )


def notes(n):
    """Words, lines and spaces that begin like a placeholder text."""
    return plan(vision="lorem " * n, mission="to\n" * n, approach="to" + " " * (8 * n) + "x", summary="xx-" * n + "x",
                sources=["TODO"] * n)


def municipalities(n):
    """None of them matches the code, so all have to be compared."""
    parties = [{**party(i), "name": "Aarhus Kommune, forvaltning", "aliases": ["Aarhus", f"Forvaltning {i}"]} for i in range(n)]
    return plan(municipality_code="461", parties=parties)


def implausible_years(n):
    """A label that takes long to parse is parsed once, however often it is used."""
    return {
        **plan(milestones=[{"id": f"m-{i}", "title": "M", "due": "1916"} for i in range(n)], reports=[{"year": 1916}] * n),
        "period": {"label": "2016" + " " * (8 * n) + "- 2019"},
    }


class Twice:
    """A plan with members that JSON allows, but a dict cannot hold: name -> (opening, parts, closing)."""

    def __init__(self, members):
        self.members = members


def joint_contributions(n):
    """Each is of another pair of parties, and each party has a budget."""
    parties = [party(i) for i in range(n)]
    given = [{"parties": [f"part-{i}", f"part-{(i * 7919 + 1) % n}"], "amount": 10} for i in range(n)]
    lines = [{"category": "staff", "year": 2016, "party": p["id"], "amount": 7} for p in parties]
    return plan(parties=parties, financing={"grant": {"applied": 10}, "contributions": given, "budget": lines})


def sets_of_few_parties(n):
    """Thousands of different sets of the same parties, in activities and in agreements (HP321)."""
    draw, count = random.Random(1), 40
    pick = lambda most: [f"part-{i}" for i in draw.sample(range(count), most)]  # noqa: E731
    return plan(
        parties=[party(i) for i in range(count)],
        focus_areas=[AREA],
        activities=[activity(i, parties=pick(6)) for i in range(n)],
        agreements=[{"id": f"aft-{i}", "kind": "sub", "title": "A", "parties": pick(20)} for i in range(n)],
    )


def long_texts(n):
    """Of escapes, quotes, marks and words without a place to break."""
    return plan(vision="\u0001\\\"" * n, mission="e\u0301" * (4 * n), summary="- " * (4 * n), area="x" * (16 * n),
                sources=["\u202e" * n, "\U0001f600" * n, "|<&>`*_" * n])


def deep_member(n):
    return Twice({"x-a": ("[" * n, ["1"], "]" * n)})


SHAPES = [
    unknown_references, near_references, duplicate_ids, unknown_members, near_members, duplicate_members,
    duplicates_under_long_name, duplicates_of_long_name, wrong_elements, wrong_values, empty_objects, free_objects,
    free_members, parties_in_one_activity, contributions, overlapping_ages, same_titles, chained_goals, goals, focus_areas,
    served_everywhere, agreements, different_agreements, expired_agreements, lists_in_one_agreement,
    waivers, waivers_of_one, late_hyphen, follow_up, given_twice, notes, municipalities, implausible_years,
    joint_contributions, sets_of_few_parties, long_texts, deep_member,
]  # fmt: skip

# --- Each list of the format, wide ---

EVERY = Path(__file__).resolve().parents[1] / "faults/every.helhedsplan.json"


def lists_in(value, path=()):
    """The paths of all lists in the value that belong to the format; in lists, of the first element."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("x-"):
                yield from lists_in(inner, (*path, name))
    elif isinstance(value, list) and value:
        yield path
        yield from lists_in(value[0], (*path, 0))


def another(element, i):
    """A copy with an id of its own, or another text."""
    if isinstance(element, str):
        return f"{element}-{i}"
    return {**copy.deepcopy(element), **({"id": f"{element['id']}-{i}"} if "id" in element else {})}


def wide(path):
    def shape(n):
        document = json.loads(EVERY.read_text(encoding="utf-8"))
        held = document
        for step in path:
            held = held[step]
        held += [another(held[0], i) for i in range(n)]
        return document

    shape.__name__ = ".".join(name for name in path if name != 0)
    return shape


WIDE = [wide(path) for path in lists_in(json.loads(EVERY.read_text(encoding="utf-8")))]
