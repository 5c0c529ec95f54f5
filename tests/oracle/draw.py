"""Plans drawn at random, so that every rule of rules.py fires in some and not in others: what is usual is drawn often, and amounts,
dates and numbers lie at the limits of the rules. The same seed gives the same plan."""

import random

from facts import SCHEMES

STATUSES = ("draft", "prequalified", "submitted", "approved", "running", "closed", "cancelled")
USUAL = ("municipality", "housing_organisation", "housing_division")
KINDS = USUAL + ("fund", "police", "state", "school", "foundation", "association", "business", "secretariat", "other")
GRANTS = ("applied", "prequalified", "awarded", "disbursed")
TARGET_GROUPS = ({"text": "Unge"}, {"age_min": 0, "age_max": 6}, {"age_min": 10, "age_max": 5}, {"age_min": -1}, {"age_max": 121},
                 {"age_min": 120, "age_max": 120}, {})
MOST = 10**12  # kroner, in any one amount
VALUES = ("0", "50", "63.5", "-1", "101", "100", "100.0001")


def plan_of(seed):
    return Drawing(random.Random(seed)).plan()


def without_empty(data):
    """Nothing is written that was not drawn: no empty lists and objects, and no absent values. A target group may be empty."""
    return {name: value for name, value in data.items() if value is not None and (name == "target_group" or value not in ([], {}))}


class Drawing:
    def __init__(self, source):
        self.source, self.one_of, self.between = source, source.choice, source.randint

    def chance(self, share):
        return self.source.random() < share

    def maybe(self, share, value):
        """A drawn value, or None; a function is called for it."""
        if not self.chance(share):
            return None
        return value() if callable(value) else value

    def some(self, ids, most=3, none=0.3):
        """Some of the ids, in any order; now and then one of them twice."""
        if not ids or self.chance(none):
            return []
        drawn = self.source.sample(ids, min(len(ids), self.between(1, most)))
        return drawn + [drawn[0]] if self.chance(0.03) else drawn

    def date(self, earliest=2018, latest=2026):
        year, how = self.between(earliest, latest), self.source.random()
        if how < 0.15:
            return f"{year}"
        if how < 0.3:
            return f"{year}-{self.between(1, 12):02}"
        if how < 0.6:
            return f"{year}-{self.one_of(('01-01', '12-31', '06-30', '07-01'))}"
        return f"{year}-{self.between(1, 12):02}-{self.between(1, 28):02}"

    def amount(self):
        large = MOST if self.chance(0.02) else 500000
        return self.one_of((0, 1, 2, 3, 25, 75, 100, 100, 250000, 750000, self.between(0, 100), self.between(0, 10**7), 1000000,
                            3000000, large))

    def count(self, *numbers):
        return range(self.one_of(numbers))

    # --- The plan ---

    def plan(self):
        scheme = self.one_of(sorted(SCHEMES))
        data = {"format": "helhedsplan/1", "id": "plan", "title": "Plan", "status": self.one_of(STATUSES), "scheme": scheme,
                "area": "Lindparken", "period": self.maybe(0.8, self.period),
                "prequalified_on": self.maybe(0.5, lambda: self.date(2014, 2028)),
                "continues": self.maybe(0.2, lambda: [{"title": "Før", "how": self.one_of(("extension", "successor", "merger"))}])}
        kinds = USUAL[:2] if self.chance(0.5) else USUAL + KINDS
        data["parties"] = [{"id": f"p{i}", "name": f"Part {i}", "kind": self.one_of(kinds)} for i in range(self.between(0, 6))]
        self.parties = [each["id"] for each in data["parties"]]
        data["goals"] = self.goals()
        data["strategies"] = self.maybe(0.5, self.strategies)
        data["work_areas"] = self.maybe(0.4, self.work_areas)
        data["focus_areas"] = self.focus_areas(SCHEMES[scheme]["codes"])
        data["activities"] = [self.activity(i) for i in range(self.between(0, 4))]
        self.activities = [each["id"] for each in data["activities"]]
        data["agreements"] = [self.agreement(i) for i in self.count(0, 0, 1, 2, 3)]
        data["governance"] = self.governance()
        data["financing"] = self.maybe(0.9, self.financing)
        data["indicators"] = [self.indicator(i) for i in self.count(0, 0, 1, 2)]
        data["milestones"] = [{"id": f"m{i}", "title": "Milepæl", "due": due} for i, due in enumerate(self.due_dates())]
        data["approvals"] = [self.approval() for _ in self.count(0, 0, 2, 3, 4, 5, 6)]
        data["reports"] = [without_empty({"year": self.between(2018, 2026), "submitted_on": self.maybe(0.7, lambda: self.date(2018, 2027))})
                           for _ in self.count(0, 0, 1, 3, 5)]
        data["waivers"] = [self.waiver() for _ in self.count(0, 0, 0, 1)]
        return without_empty(data)

    def period(self):
        year = self.between(2013, 2022)
        starts = (f"{year}-01-01", f"{year}-01-01", f"{year}-07-01", f"{year}", f"{year}-05", self.date())
        ends = (f"{year + 3}-12-31", f"{year + 3}-12-31", f"{year + 4}-06-30", f"{year + 3}", f"{year + 4}", self.date())
        return without_empty({"label": self.maybe(0.4, f"{year}-{year + self.one_of((3, 4, 4, 3, 5))}"),
                              "start": self.maybe(0.85, self.one_of(starts)), "end": self.maybe(0.85, self.one_of(ends))})

    def goals(self):
        self.goal_ids = [f"g{i}" for i in range(self.between(0, 4))]
        return [without_empty({"id": goal, "title": f"Mål {goal}", "parent": self.maybe(0.4, lambda: self.one_of(self.goal_ids)),
                               "pursued": self.maybe(0.4, lambda: self.chance(0.5)), "adopted_by": self.maybe(0.5, "Byrådet"),
                               "adopted_on": self.maybe(0.5, self.date)}) for goal in self.goal_ids]

    def strategies(self):
        return [without_empty({"id": f"s{i}", "title": "Strategi", "goals": self.some(self.goal_ids)}) for i in self.count(1, 2)]

    def work_areas(self):
        return [without_empty({"id": f"w{i}", "title": "Arbejde", "contributes": [{"goal": each} for each in self.some(self.goal_ids, 1)]})
                for i in self.count(1, 2)]

    def focus_areas(self, codes):
        areas = [without_empty({"id": f"f{i}", "title": f"Område {i}", "code": self.one_of(codes if self.chance(0.95) else ["findes-ikke"]),
                                "purpose": self.maybe(0.6, "Formål"), "cross_cutting": self.maybe(0.2, lambda: self.chance(0.7)),
                                "open_for_input": self.maybe(0.2, lambda: self.chance(0.7))}) for i in range(self.between(0, 3))]
        self.areas = [each["id"] for each in areas]
        return areas

    def activity(self, i):
        return without_empty({
            "id": f"a{i}", "title": self.one_of(("Klub", "klub", "Café", "Café  ny", "CAFÉ NY", f"Aktivitet {i}")),
            "focus_areas": self.some(self.areas), "goals": self.some(self.goal_ids), "parties": self.some(self.parties),
            "target_group": self.maybe(0.4, lambda: dict(self.one_of(TARGET_GROUPS))),
            "lead": self.maybe(0.4, lambda: self.one_of(self.parties)) if self.parties else None,
            "coordinator": self.maybe(0.3, "N.N."), "start": self.maybe(0.4, self.date), "end": self.maybe(0.4, self.date)})

    def agreement(self, i):
        """Half of them with all parties, and signed by all."""
        parties = self.some(self.parties, 6, 0.1) if self.chance(0.5) else list(self.parties)
        signers = self.some(self.parties, 6, 0.2) if self.chance(0.5) else list(self.parties)
        return without_empty({
            "id": f"ag{i}", "kind": self.one_of(("strategic", "sub", "cooperation")), "title": f"Aftale {i}",
            "focus_area": self.maybe(0.5, lambda: self.one_of(self.areas)) if self.areas else None,
            "activities": self.some(self.activities, 3, 0.6), "parties": parties,
            "valid_from": self.maybe(0.3, self.date), "valid_to": self.maybe(0.3, self.date),
            "signatures": [without_empty({"party": party, "signed_on": self.maybe(0.8, self.date)}) for party in dict.fromkeys(signers)]})

    def governance(self):
        levels = ("top_management", "top_management", "other", "resident")
        board = [without_empty({"party": self.one_of(self.parties), "level": self.maybe(0.9, self.one_of(levels))})
                 for _ in range(self.between(1, 4))] if self.parties and self.chance(0.5) else []
        return without_empty({"leads": self.some(self.parties, 2), "board": board, "contingency_plan": self.maybe(0.5, "Ja")})

    def approval(self):
        """Close to each other, so that dates without a day overlap others."""
        return without_empty({"kind": self.one_of(("residents", "council", "board", "fund")),
                              "outcome": self.one_of(("approved", "approved", "approved", "rejected")),
                              "party": self.maybe(0.6, lambda: self.one_of(self.parties)) if self.parties else None,
                              "decided_on": self.maybe(0.85, lambda: self.date(2019, 2020))})

    def due_dates(self):
        if self.chance(0.3):
            return [f"{year}-12-01" for year in range(2013, 2028)]
        return [self.date() for _ in self.count(0, 0, 1, 3, 5)]

    def waiver(self):
        return without_empty({"rule": self.one_of(("HP322", "HP204", "HP101", "HP702", "HP401")), "reason": "Aftalt",
                              "until": self.maybe(0.5, lambda: self.date(2022, 2026))})

    # --- The money ---

    def financing(self):
        grant = {name: self.amount() for name in GRANTS if self.chance(0.35)}
        if self.parties and self.chance(0.5):
            grant["party"] = self.one_of(self.parties)
        contributions = [self.contribution() for _ in self.count(0, 1, 1, 2, 2, 3, 4)] if self.parties else []
        decisive = next((grant[name] for name in ("awarded", "prequalified", "applied") if name in grant), None)
        total = self.maybe(0.4, self.amount)
        if total is not None and self.chance(0.5) and all("amount" in each for each in contributions):
            total = min(MOST, (decisive or 0) + sum(each["amount"] for each in contributions))
        return without_empty({"frame": self.maybe(0.4, self.amount), "total": total, "grant": grant, "contributions": contributions,
                              "budget": self.maybe(0.4, lambda: self.budget(contributions, grant, decisive)) if self.parties else None})

    def contribution(self):
        data = without_empty({
            "parties": self.source.sample(self.parties, min(len(self.parties), self.one_of((1, 1, 1, 2)))),
            "kind": self.maybe(0.4, lambda: self.one_of(("cash", "in_kind_hours", "in_kind_premises", "in_kind_other"))),
            "amount": self.maybe(0.85, self.amount),
            "qualifier": self.maybe(0.25, lambda: self.one_of(("exact", "minimum", "maximum", "approximate"))),
            "counts_as_local": self.maybe(0.3, lambda: self.one_of(("yes", "no", "unclear"))),
            "hours": self.maybe(0.3, lambda: self.one_of((0, 10, 100))), "rate": self.maybe(0.3, lambda: self.one_of((0, 10, 100)))})
        if data.get("kind") == "in_kind_hours" and "hours" in data and "rate" in data and self.chance(0.4):
            data["amount"] = data["hours"] * data["rate"]
        return data

    def budget(self, contributions, grant, decisive):
        """Half of them match the contributions, or nearly."""
        if self.chance(0.5):
            return [{"category": "staff", "year": self.between(2016, 2027), "party": self.one_of(self.parties), "amount": self.amount()}
                    for _ in range(self.between(1, 4))]
        lines = [{"category": "staff", "year": 2021, "party": self.one_of(each["parties"]), "amount": each["amount"]}
                 for each in contributions if "amount" in each]
        if decisive is not None and "party" in grant:
            lines.append({"category": "other", "year": 2021, "party": grant["party"], "amount": decisive})
        if lines and self.chance(0.3):
            line = self.one_of(lines)
            line["amount"] += 1 if line["amount"] < MOST else -1
        if lines and self.chance(0.3):
            self.one_of(lines)["party"] = self.one_of(self.parties)
        return lines

    # --- Follow-up ---

    def indicator(self, i):
        periods = [without_empty({"start": self.maybe(0.5, self.date), "end": self.maybe(0.5, self.date),
                                  "target": self.maybe(0.7, lambda: self.one_of(VALUES)), "actual": self.maybe(0.5, lambda: self.one_of(VALUES))})
                   for _ in range(self.between(1, 2))]
        return without_empty({
            "id": f"i{i}", "title": "Indikator", "goal": self.maybe(0.7, lambda: self.one_of(self.goal_ids)) if self.goal_ids else None,
            "measure": self.maybe(0.4, lambda: self.one_of(("unit", "percent", "qualitative"))),
            "ascending": self.maybe(0.3, lambda: self.chance(0.5)),
            "baseline": self.maybe(0.6, lambda: without_empty({"value": self.maybe(0.8, lambda: self.one_of(VALUES)),
                                                               "year": self.maybe(0.5, 2019)})),
            "periods": self.maybe(0.7, periods)})
