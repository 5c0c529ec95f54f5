"""Reads a plan, prints its errors and the shortfall in kroner, corrects it, and writes it under another name."""

import sys

import helhedsplan


def main(source: str, target: str) -> None:
    plan = helhedsplan.Plan.load(source)
    print(f"{plan.title}: {len(plan.activities)} activities, {len(plan.goals)} goals")

    for finding in plan.validate(today="2016-04-01").errors:
        print(f"{finding.rule} {finding.message()}")
        print(f"  {finding.remedy()}")

    money = plan.cofinancing()
    if money.shortfall_at_total:
        print(f"short of {helhedsplan.kroner_text(money.shortfall_at_total)}: it {money.verdict}")

    # The municipality pays the missing amount, and the grant is lowered by the same amount.
    plan.financing.contributions[0].amount = money.required_at_total
    plan.financing.grant.awarded = money.largest_grant_at_total
    print(f"corrected: it {plan.cofinancing().verdict}")

    cafe = plan.activities.add(
        "natcafe",
        title="Natcafé",
        focus_areas=[plan.focus_areas[0].id],
        goals=[plan.goals[0].id],
        target_group={"age_min": 13, "age_max": 17},
        start="2017-08",
    )
    cafe.elements.append("Hjælp til lektier")
    plan.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
