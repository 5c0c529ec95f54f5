/* The examples of command lines. The tests run each of them. */
#include "cli/docs/command_examples.h"

static const cli_command_example S_command_examples[] = {
    {"validate", "helhedsplan validate plan.helhedsplan.json", "Kontrollér én plan", "Check one plan"},
    {"validate", "helhedsplan validate --stage prequal --show info plan.helhedsplan.json",
     "Vis alt, hvad der mangler, før planen kan prækvalificeres",
     "Show everything that is missing before the plan can be prequalified"},
    {"validate", "helhedsplan validate -j 0 --format text --format json=report.json plans",
     "Kontrollér alle planer i en mappe, én ad gangen for hver processor, og gem også resultatet som JSON",
     "Check every plan in a folder, one at a time for each processor, and save the result as JSON too"},
    {"validate", "find . -name '*.helhedsplan.json' -print0 | xargs -0 helhedsplan validate",
     "Kontrollér de filer, som et andet program finder", "Check the files that another program finds"},
    {"show", "helhedsplan show plan.helhedsplan.json", "Vis en plan", "Show a plan"},
    {"show", "helhedsplan show --lang da plan.helhedsplan.json | less", "Vis den på dansk, side for side",
     "Show it in Danish, page by page"},
    {"cofinancing", "helhedsplan cofinancing plan.helhedsplan.json", "Beregn for en plan", "Calculate for a plan"},
    {"cofinancing", "helhedsplan cofinancing --grant 35.000.000 --local 11.000.000",
     "Beregn ud fra beløb, før der er en plan", "Calculate from amounts, before there is a plan"},
    {"fmt", "helhedsplan fmt --check .", "Vis de planer i mappen, der ikke er i kanonisk form",
     "List the plans in the folder that are not in canonical form"},
    {"fmt", "helhedsplan fmt --write plan.helhedsplan.json", "Omskriv en plan til kanonisk form",
     "Rewrite a plan in canonical form"},
    {"init", "helhedsplan init --area Lindparken --output lindparken.helhedsplan.json",
     "Opret en plan for et boligområde", "Create a plan for a housing area"},
    {"diff", "helhedsplan diff before.helhedsplan.json plan.helhedsplan.json", "Vis, hvad der er ændret",
     "Show what has changed"},
    {"rules", "helhedsplan rules HP4", "Vis reglerne om finansiering", "List the rules on financing"},
    {"rules", "helhedsplan rules --stage full --format markdown=rules.md",
     "Gem en tabel over de regler, der gælder for en godkendt plan",
     "Save a table of the rules that apply to an approved plan"},
    {"explain", "helhedsplan explain HP401", "Forklar reglen om den lokale medfinansiering",
     "Explain the rule on local co-financing"},
    {"explain", "helhedsplan explain HP401 --example failing | helhedsplan validate -",
     "Se bemærkningen til reglens eksempel", "See the finding in the example of the rule"},
    {"schemes", "helhedsplan schemes lbf-2019-2026", "Vis en ordning, med dens indsatsområder",
     "Show a scheme, with its focus areas"},
    {"schema", "helhedsplan schema --draft-07 >helhedsplan.schema.json", "Gem skemaet til en editor",
     "Save the schema for an editor"},
    {"help", "helhedsplan help validate", "Vis hjælp til en kommando", "Show help on a command"},
    {"help", "helhedsplan help --completion bash >helhedsplan.bash", "Gem fuldførelsen til bash",
     "Save the completion script for bash"},
};

const cli_command_example *command_example_at(size_t index) {
  return index < sizeof(S_command_examples) / sizeof(S_command_examples[0]) ? &S_command_examples[index] : NULL;
}
