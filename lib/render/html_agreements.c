/* Agreements and signatures as a matrix: a row for each party, a column for each agreement. */
#include "render/html.h"

#include <stdlib.h>

#include "model/model.h"

enum { PER_TABLE = 8, MOST_AGREEMENTS = 24, MOST_PARTIES = 40 };

/* What a party is to an agreement. */
enum { NOT_PARTY, UNSIGNED, SIGNED };

typedef struct {
  uint8_t cells[MOST_PARTIES][MOST_AGREEMENTS];
  uint8_t *is_in; /* by party, of all: is party to an agreement that is shown, or has signed it */
} S_matrix;

static void S_mark(S_matrix *matrix, const hhp_agreement *agreement, uint32_t column, const char *id, uint8_t state) {
  const hhp__object *party = hhp__object_with_id(&agreement->object, HHP__E_party, id);
  if (party == NULL)
    return;
  matrix->is_in[party->index] = 1;
  if (party->index < MOST_PARTIES)
    matrix->cells[party->index][column] = state;
}

static size_t S_left_out(const hhp_plan *plan, const S_matrix *matrix) {
  size_t count = 0;
  for (uint32_t p = MOST_PARTIES; p < plan->parties.count; p++)
    count += matrix->is_in[p];
  return count;
}

static uint32_t S_shown(const hhp_plan *plan) {
  return plan->agreements.count < MOST_AGREEMENTS ? plan->agreements.count : MOST_AGREEMENTS;
}

/* A signature counts as such whether or not its party is listed among the parties (HP325 checks the parties). */
static void S_fill(S_matrix *matrix, const hhp_plan *plan) {
  for (uint32_t i = 0; i < S_shown(plan); i++) {
    const hhp_agreement *agreement = plan->agreements.items[i];
    for (uint32_t k = 0; k < agreement->parties.count; k++)
      S_mark(matrix, agreement, i, agreement->parties.items[k], UNSIGNED);
    for (uint32_t k = 0; k < agreement->signatures.count; k++)
      S_mark(matrix, agreement, i, ((const hhp_signature *)agreement->signatures.items[k])->party, SIGNED);
  }
}

static void S_put_validity(hhp__page *page, const hhp_agreement *agreement) {
  if (agreement->valid_from == 0 && agreement->valid_to == 0)
    return;
  hhp__html(page, ", ");
  hhp__html_date(page, agreement->valid_from);
  hhp__html(page, " – ");
  hhp__html_date(page, agreement->valid_to);
}

static void S_put_key(hhp__page *page, const hhp_plan *plan, uint32_t from, uint32_t to) {
  const hhp__enum *kinds = &hhp__enums[HHP__V_agreement_kind];
  hhp__html(page, "<ul class=\"letters\">\n");
  for (uint32_t i = from; i < to; i++) {
    const hhp_agreement *agreement = plan->agreements.items[i];
    const hhp__value *kind = hhp__value_of(kinds, agreement->kind);
    hhp__html(page, "<li><b>");
    hhp__html_number(page, i + 1);
    hhp__html(page, "</b> ");
    hhp__html_plan_text(page, agreement->title, HHP__HTML_LONGEST_NAME);
    hhp__html(page, "<small> ");
    if (kind != NULL)
      hhp__html_phrase(page, kind->title);
    S_put_validity(page, agreement);
    hhp__html(page, "</small></li>\n");
  }
  hhp__html(page, "</ul>\n");
}

static void S_put_cell(hhp__page *page, uint8_t state) {
  static const struct {
    const char *class_name;
    const char *sign;
    hhp__phrase words;
  } states[] = {
      [NOT_PARTY] = {"c not", "·", {"ikke part", "not a party"}},
      [UNSIGNED] = {"c open", "○", {"mangler underskrift", "not signed"}},
      [SIGNED] = {"c yes", "✓", {"underskrevet", "signed"}},
  };
  hhp__html(page, "<td class=\"");
  hhp__html(page, states[state].class_name);
  hhp__html(page, "\"><span aria-hidden=\"true\">");
  hhp__html(page, states[state].sign);
  hhp__html(page, "</span><span class=\"vh\">");
  hhp__html_phrase(page, states[state].words);
  hhp__html(page, "</span></td>");
}

static void S_put_table(hhp__page *page, const hhp_plan *plan, const S_matrix *matrix, uint32_t from, uint32_t to) {
  hhp__html(page, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  hhp__html_phrase(
      page, (hhp__phrase){"Tabel: aftaler og underskrifter, fra nr. ", "Table: agreements and signatures, from no. "});
  hhp__html_number(page, from + 1);
  hhp__html(page, "\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">");
  hhp__html_phrase(page, (hhp__phrase){"Part", "Party"});
  hhp__html(page, "</th>");
  for (uint32_t i = from; i < to; i++) {
    hhp__html(page, "<th scope=\"col\" class=\"c\">");
    hhp__html_number(page, i + 1);
    hhp__html(page, "</th>");
  }
  hhp__html(page, "</tr></thead>\n<tbody>\n");
  for (uint32_t p = 0; p < plan->parties.count && p < MOST_PARTIES; p++) {
    if (!matrix->is_in[p])
      continue;
    hhp__html(page, "<tr><th scope=\"row\">");
    hhp__html_plan_text(page, ((const hhp_party *)plan->parties.items[p])->name, HHP__HTML_LONGEST_NAME);
    hhp__html(page, "</th>");
    for (uint32_t i = from; i < to; i++)
      S_put_cell(page, matrix->cells[p][i]);
    hhp__html(page, "</tr>\n");
  }
  hhp__html(page, "</tbody></table></div>\n");
}

static void S_put_section(hhp__page *page, const hhp_plan *plan, const S_matrix *matrix) {
  uint32_t shown = S_shown(plan);
  hhp__html_section(page, "agreements", (hhp__phrase){"Aftaler og underskrifter", "Agreements and signatures"});
  hhp__html(page, "<p>");
  hhp__html_phrase(page, (hhp__phrase){"✓ underskrevet, ○ part, der mangler at skrive under, · ikke part i aftalen.",
                                       "✓ signed, ○ a party that has not signed, · not a party to the agreement."});
  hhp__html(page, "</p>\n");
  for (uint32_t from = 0; from < shown; from += PER_TABLE) {
    uint32_t to = from + PER_TABLE < shown ? from + PER_TABLE : shown;
    S_put_key(page, plan, from, to);
    S_put_table(page, plan, matrix, from, to);
  }
  hhp__html_left_out(page, (hhp__phrase){"Aftaler, der ikke er vist: ", "Agreements not shown: "},
                     plan->agreements.count - shown);
  hhp__html_left_out(
      page,
      (hhp__phrase){"Parter i aftalerne ovenfor, der ikke er vist: ", "Parties to the agreements above not shown: "},
      S_left_out(plan, matrix));
  hhp__html_section_end(page);
}

void hhp__html_agreements(hhp__page *page, const hhp_plan *plan) {
  if (plan->agreements.count == 0)
    return;
  S_matrix *matrix = calloc(1, sizeof(*matrix));
  uint8_t *is_in = calloc((size_t)plan->parties.count + 1, 1);
  if (matrix == NULL || is_in == NULL) {
    page->out->failed = 1;
  } else {
    matrix->is_in = is_in;
    S_fill(matrix, plan);
    S_put_section(page, plan, matrix);
  }
  free(is_in);
  free(matrix);
}
