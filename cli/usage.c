/* The examples of calls. The tests run each of them. */
#include "usage.h"

static const cli_usage S_usages[] = {
    {"validate", "helhedsplan validate plan.helhedsplan.json", "Kontrollér én plan", "Check one plan"},
    {"validate", "helhedsplan validate --stage prequal --show info plan.helhedsplan.json",
     "Se alt, hvad der mangler, før planen kan prækvalificeres",
     "See all that is missing before the plan can be prequalified"},
    {"validate", "helhedsplan validate -j 0 --format text --format json=report.json plans",
     "Kontrollér alle planer i en mappe, så mange ad gangen som muligt, og gem også resultatet som JSON",
     "Check every plan in a folder, as many at a time as can be, and keep the result as JSON too"},
    {"validate", "find . -name '*.helhedsplan.json' -print0 | xargs -0 helhedsplan validate",
     "Kontrollér de filer, som et andet program finder", "Check the files that another program finds"},
    {"show", "helhedsplan show plan.helhedsplan.json", "Vis en plan", "Show a plan"},
    {"show", "helhedsplan show --lang da plan.helhedsplan.json | less", "Vis den på dansk, side for side",
     "Show it in Danish, page by page"},
    {"cofinancing", "helhedsplan cofinancing plan.helhedsplan.json", "Regn på en plan", "Work on a plan"},
    {"cofinancing", "helhedsplan cofinancing --grant 35.000.000 --local 11.000.000", "Regn på tal, før der er en plan",
     "Work on numbers, before there is a plan"},
    {"fmt", "helhedsplan fmt --check .", "Nævn de planer i mappen, der ikke er i kanonisk form",
     "Name the plans in the folder that are not in canonical form"},
    {"fmt", "helhedsplan fmt --write plan.helhedsplan.json", "Bring en plan i kanonisk form",
     "Bring a plan into canonical form"},
    {"init", "helhedsplan init --area Lindparken --output lindparken.helhedsplan.json",
     "Begynd en plan for et boligområde", "Begin a plan for a housing area"},
    {"diff", "helhedsplan diff before.helhedsplan.json plan.helhedsplan.json", "Vis, hvad der er ændret",
     "Show what has changed"},
    {"rules", "helhedsplan rules HP4", "Vis reglerne om finansiering", "List the rules on financing"},
    {"rules", "helhedsplan rules --stage full --format markdown=rules.md",
     "Gem en tabel over de regler, der gælder en godkendt plan",
     "Keep a table of the rules that hold for an approved plan"},
    {"explain", "helhedsplan explain HP401", "Forklar reglen om den lokale medfinansiering",
     "Explain the rule on local co-financing"},
    {"explain", "helhedsplan explain HP401 --example failing | helhedsplan validate -", "Se reglen finde en fejl",
     "See the rule find a fault"},
    {"schemes", "helhedsplan schemes lbf-2019-2026", "Vis en ordning, med dens indsatsområder",
     "Show a scheme, with its focus areas"},
    {"schema", "helhedsplan schema --draft-07 >helhedsplan.schema.json", "Gem skemaet til en editor",
     "Keep the schema for an editor"},
    {"help", "helhedsplan help validate", "Vis hjælp til en kommando", "Show help on a command"},
    {"help", "helhedsplan help --completion bash >helhedsplan.bash", "Gem det, der fuldfører kommandoer i bash",
     "Keep what completes commands in bash"},
};

const cli_usage *usage_at(size_t index) {
  return index < sizeof(S_usages) / sizeof(S_usages[0]) ? &S_usages[index] : NULL;
}
