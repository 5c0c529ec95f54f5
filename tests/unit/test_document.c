/* HP104-HP110: errors in the document itself, each with its message, its location, and no consequential findings. In
 * the documents here « and » mark the expected location of the finding. */
#include <string.h>

#include "unit/marked.h"

/* --- A document without errors --- */

static void a_sound_document_is_complete(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", "");
  assert_int_equal(hhp_report_is_complete(report), 1);
  assert_string_equal(hhp_report_plan_id(report), "p");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2015-2018");
  assert_int_equal(hhp_report_stage(report), HHP_STAGE_DRAFT);
  for (size_t i = 0; i < hhp_report_count(report); i++)
    assert_true(strcmp(hhp_finding_rule(hhp_report_at(report, i)), "HP111") >= 0);
}

static void a_faulty_document_is_not(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'goals': [{'id': 'g'}], 'financing': {'grant': {'awarded': 3}, 'contributions': []}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104"); /* and no HP401 */
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_string_equal(hhp_report_plan_id(report), "p");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2015-2018");
  assert_int_equal(hhp_report_stage(report), HHP_STAGE_DRAFT);
}

static void a_document_that_cannot_be_read_has_no_stage(void **state) {
  (void)state;
  hhp_report *report = check_text("{");
  assert_int_equal(hhp_report_stage(report), 0);
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_null(hhp_report_plan_id(report));
}

/* --- HP104: missing members --- */

static void every_required_member_of_a_plan(void **state) {
  (void)state;
  hhp_report *report = check_text("{}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104 HP104 HP104 HP104 HP104 HP104");
  static const char *const required[] = {"format", "id", "title", "status", "scheme", "area"};
  for (size_t i = 0; i < COUNT_OF(required); i++) {
    const hhp_finding *f = nth(report, "HP104", i);
    assert_string_equal(text_argument(f, "member"), required[i]);
    assert_string_equal(hhp_finding_pointer(f), "");
    assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), text_of("The member “%s” is missing.", required[i]));
    assert_int_equal(hhp_finding_length(f), 1); /* the brace that opens the object */
  }
}

/* For every entity, the members required by the specification: an empty one lacks exactly these. */
static void every_required_member_of_every_entity(void **state) {
  (void)state;
  static const struct {
    const char *members;
    const char *pointer;
    const char *required;
  } rows[] = {
      {"'continues': [{}]", "/continues/0", "title how"},
      {"'parties': [{}]", "/parties/0", "id name kind"},
      {"'goals': [{}]", "/goals/0", "id title"},
      {"'strategies': [{}]", "/strategies/0", "id title"},
      {"'strategies': [{'id': 's', 'title': 'S', 'supports': [{}]}]", "/strategies/0/supports/0", "strategy"},
      {"'work_areas': [{}]", "/work_areas/0", "id title"},
      {"'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{}]}]", "/work_areas/0/contributes/0", "goal"},
      {"'work_areas': [{'id': 'w', 'title': 'W', 'supports': [{}]}]", "/work_areas/0/supports/0", "strategy"},
      {"'focus_areas': [{}]", "/focus_areas/0", "id code title"},
      {"'activities': [{}]", "/activities/0", "id title"},
      {"'agreements': [{}]", "/agreements/0", "id kind title"},
      {"'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'signatures': [{}]}]", "/agreements/0/signatures/0",
       "party"},
      {"'governance': {'board': [{}]}", "/governance/board/0", "party"},
      {"'financing': {'contributions': [{}]}", "/financing/contributions/0", "parties"},
      {"'financing': {'budget': [{}]}", "/financing/budget/0", "category year party amount"},
      {"'indicators': [{}]", "/indicators/0", "id title"},
      {"'indicators': [{'id': 'i', 'title': 'I', 'periods': [{}]}]", NULL, ""},
      {"'milestones': [{}]", "/milestones/0", "id title due"},
      {"'approvals': [{}]", "/approvals/0", "kind outcome"},
      {"'reports': [{}]", "/reports/0", "year"},
      {"'waivers': [{}]", "/waivers/0", "rule reason"},
      {"'period': {}, 'governance': {}, 'financing': {}", NULL, ""},
      {"'financing': {'grant': {}}", NULL, ""},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_report *report = check_plan("%s", rows[i].members);
    const char *names = "";
    for (size_t k = 0; k < count_of(report, "HP104"); k++) {
      const hhp_finding *f = nth(report, "HP104", k);
      assert_string_equal(hhp_finding_pointer(f), rows[i].pointer);
      assert_int_equal(hhp_finding_length(f), 1);
      names = text_of("%s%s%s", names, k == 0 ? "" : " ", text_argument(f, "member"));
    }
    assert_string_equal(names, rows[i].required);
  }
}

/* A plan from a file has all required members. */
static void what_lacks_a_member_is_not_read(void **state) {
  (void)state;
  assert_int_equal(parse("{}"), HHP_ERR_DOCUMENT);
  assert_int_equal(parse(plan_text("'goals': [{'id': 'g'}]")), HHP_ERR_DOCUMENT);
  assert_int_equal(parse(plan_text("'goals': [{'id': 'g', 'title': ''}]")), HHP_ERR_DOCUMENT);
  assert_int_equal(parse(plan_text("'goals': [{'id': 'g', 'title': 'G'}]")), HHP_OK);
}

/* Missing members of a plan built in memory are reported. */
static void missing_members_of_built_plans_are_reported(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  assert_int_equal(hhp_plan_add_goal(plan, "g", NULL), HHP_OK);
  hhp_report *report = validate(plan, NULL);
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104 HP104 HP104 HP104 HP104 HP104");
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_string_equal(hhp_finding_pointer(nth(report, "HP104", 5)), "/goals/0");
}

static void a_missing_member_is_missed_where_the_object_opens(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': 'a', 'title': 'A'},\n  «{»'id': 'g'}]", "HP104", "/goals/1",
               "The member “title” is missing.");
}

static void findings_name_their_entity(void **state) {
  (void)state;
  assert_string_equal(hhp_finding_entity(only(check_plan("'goals': [{'id': 'g'}]"), "HP104")), "g");
  assert_string_equal(hhp_finding_entity(only(check_plan("'goals': [{'title': 'G'}]"), "HP104")),
                      "p"); /* the closest with an id */
}

static void required_texts_are_not_empty(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("'goals': [{'id': 'g', 'title': «''»}]", "HP104", "/goals/0/title",
                                      "The member “title” is empty but has to be filled in.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA), "Udfyld »title«.");
  assert_fault("'waivers': [{'rule': 'HP401', 'reason': «''»}]", "HP104", "/waivers/0/reason",
               "The member “reason” is empty but has to be filled in.");
  assert_none(check_plan("'vision': '', 'sources': ['']"), "HP104"); /* optional members */
}

static void a_contribution_needs_a_party(void **state) {
  (void)state;
  assert_fault("'financing': {'contributions': [{'parties': «[]», 'amount': 1}]}", "HP104",
               "/financing/contributions/0/parties", "The member “parties” is empty but has to be filled in.");
  assert_fault("'financing': {'contributions': [«{»'amount': 1}]}", "HP104", "/financing/contributions/0",
               "The member “parties” is missing.");
}

/* --- HP105: types --- */

static void every_type_that_is_wrong(void **state) {
  (void)state;
  assert_fault("'vision': «1»", "HP105", "/vision", "“vision” has to be a text, not a whole number.");
  assert_fault("'vision': «null»", "HP105", "/vision", "“vision” has to be a text, not null.");
  assert_fault("'vision': «true»", "HP105", "/vision", "“vision” has to be a text, not true or false.");
  assert_fault("'vision': «['a', 'b']»", "HP105", "/vision", "“vision” has to be a text, not a list.");
  assert_fault("'vision': «{'a': {'b': 1}}»", "HP105", "/vision", "“vision” has to be a text, not an object.");
  assert_fault("'vision': «1.5»", "HP105", "/vision",
               "“vision” has to be a text, not a number with a fraction or exponent.");
  assert_fault("'sources': «'a'»", "HP105", "/sources", "“sources” has to be a list, not a text.");
  assert_fault("'goals': «{}»", "HP105", "/goals", "“goals” has to be a list, not an object.");
  assert_fault("'period': «[]»", "HP105", "/period", "“period” has to be an object, not a list.");
  assert_fault("'period': «null»", "HP105", "/period", "“period” has to be an object, not null.");
  assert_fault("'financing': {'frame': «'46000000'»}", "HP105", "/financing/frame",
               "“frame” has to be a whole number, not the text “46000000”.");
  assert_fault("'financing': {'frame': «'fem'»}", "HP105", "/financing/frame",
               "“frame” has to be a whole number, not a text.");
  assert_fault("'financing': {'frame': «false»}", "HP105", "/financing/frame",
               "“frame” has to be a whole number, not true or false.");
  assert_fault("'goals': [{'id': 'g', 'title': 'G', 'pursued': «'true'»}]", "HP105", "/goals/0/pursued",
               "“pursued” has to be true or false, not a text.");
  assert_fault("'goals': [{'id': 'g', 'title': 'G', 'pursued': «1»}]", "HP105", "/goals/0/pursued",
               "“pursued” has to be true or false, not a whole number.");
  assert_fault("'kind': «1»", "HP105", "/kind", "“kind” has to be a text, not a whole number.");
  assert_fault("'prequalified_on': «2015»", "HP105", "/prequalified_on",
               "“prequalified_on” has to be a text, not a whole number.");
  assert_fault("'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': «63.5»}}]", "HP105",
               "/indicators/0/baseline/value", "“value” has to be a text, not a number with a fraction or exponent.");
}

static void types_are_named_in_both_languages(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("'vision': «[]»", "HP105", "/vision", "“vision” has to be a text, not a list.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "»vision« skal være en tekst, ikke en liste.");
  assert_string_equal(text_argument(f, "expected"), "text");
  assert_string_equal(text_argument(f, "found"), "list");
  assert_int_equal(argument_kind(f, "found"), HHP_ARGUMENT_TEXT);
}

static void elements_of_the_wrong_type(void **state) {
  (void)state;
  assert_fault("'sources': ['a', «7»]", "HP105", "/sources/1",
               "Each element of “sources” has to be a text, not a whole number.");
  assert_fault("'goals': [{'id': 'a', 'title': 'A'}, «'b'», {'id': 'c', 'title': 'C'}]", "HP105", "/goals/1",
               "Each element of “goals” has to be an object, not a text.");
  assert_fault("'governance': {'leads': [«null»]}", "HP105", "/governance/leads/0",
               "Each element of “leads” has to be a text, not null.");
}

/* Elements after a wrong one keep their index. */
static void elements_behind_a_wrong_one_are_counted_right(void **state) {
  (void)state;
  hhp_report *report = check_plan("'goals': [7, {'id': 'g'}], 'sources': [1, 'b', 2]");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104 HP105 HP105 HP105");
  assert_string_equal(hhp_finding_pointer(only(report, "HP104")), "/goals/1");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP105", 2)), "/sources/2");
}

static void a_document_that_is_no_object(void **state) {
  (void)state;
  assert_only_fault("«[{}]»", "HP105", "", "The document has to be an object, not a list.");
  assert_only_fault(" «'plan'» ", "HP105", "", "The document has to be an object, not a text.");
  assert_only_fault("«1.5»", "HP105", "",
                    "The document has to be an object, not a number with a fraction or exponent.");
  assert_only_fault("«null»", "HP105", "", "The document has to be an object, not null.");
}

static void kroner_with_fraction_or_exponent(void **state) {
  (void)state;
  static const char *const numbers[] = {"46000000.0", "4.6e7", "46E6", "0.5", "-0.0"};
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    const hhp_finding *f =
        assert_fault(text_of("'financing': {'frame': «%s»}", numbers[i]), "HP105", "/financing/frame",
                     text_of("“frame” has to be a whole number without fraction or exponent, not %s.", numbers[i]));
    assert_string_equal(text_argument(f, "value"), numbers[i]);
  }
  assert_fault("'reports': [{'year': «2016.0»}]", "HP105", "/reports/0/year",
               "“year” has to be a whole number without fraction or exponent, not 2016.0.");
}

static void kroner_out_of_range(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("'financing': {'frame': «-1»}", "HP105", "/financing/frame",
                                      "“frame” is DKK -1, but has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_int_equal(hhp_finding_number(f, "actual"), -1);
  assert_int_equal(hhp_finding_number(f, "lowest"), 0);
  assert_int_equal(hhp_finding_number(f, "highest"), INT64_C(1000000000000));
  assert_int_equal(argument_kind(f, "actual"), HHP_ARGUMENT_KRONER);
  assert_fault("'financing': {'frame': «1000000000001»}", "HP105", "/financing/frame",
               "“frame” is DKK 1,000,000,000,001, but has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_none(check_plan("'financing': {'frame': 1000000000000, 'total': 0}"), "HP105");
}

static void kroner_beyond_int64(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'financing': {'frame': «99999999999999999999»}", "HP105", "/financing/frame",
                   "“frame” is 99999999999999999999, but has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_string_equal(text_argument(f, "actual"), "99999999999999999999");
  assert_fault("'financing': {'frame': «-9223372036854775809»}", "HP105", "/financing/frame",
               "“frame” is -9223372036854775809, but has to be between DKK 0 and DKK 1,000,000,000,000.");
}

static void integers_out_of_range(void **state) {
  (void)state;
  assert_fault("'reports': [{'year': «1899»}]", "HP105", "/reports/0/year",
               "“year” is 1899, but has to be between 1900 and 2199.");
  assert_fault("'reports': [{'year': «2200»}]", "HP105", "/reports/0/year",
               "“year” is 2200, but has to be between 1900 and 2199.");
  assert_none(check_plan("'reports': [{'year': 1900}, {'year': 2199}]"), "HP105");
  assert_int_equal(count_of(check_plan("'reports': [{'year': 4294969312}]"), "HP105"), 1); /* 2016 + 2^32 */
  assert_int_equal(
      count_of(check_plan("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_min': -2147483649}}]"),
               "HP105"),
      1);
  assert_int_equal(
      count_of(check_plan("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_max': 2147483648}}]"),
               "HP105"),
      1);
}

static void extension_numbers_that_cannot_be_kept(void **state) {
  (void)state;
  assert_fault("'x-a': [{'b': «9223372036854775808»}]", "HP105", "/x-a/0/b",
               "The number 9223372036854775808 is too large to be stored.");
  assert_fault("'x-a': «1e400»", "HP105", "/x-a", "The number 1e400 is too large to be stored.");
  for (char digit = '1'; digit <= '9'; digit++) /* too small to be distinguished from 0 */
    assert_string_equal(hhp_finding_pointer(only(check_plan("'x-a': -0.0%ce-400", digit), "HP105")), "/x-a");
}

/* --- HP106: values --- */

static void values_that_an_enum_does_not_have(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'kind': «'skib'»", "HP106", "/kind", "“skib” is not a possible value of “kind”.");
  assert_string_equal(text_argument(f, "allowed"), "boligsocial, fysisk");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Choose one of: boligsocial, fysisk.");
  f = assert_fault("'kind': «'boligsosial'»", "HP106", "/kind",
                   "“boligsosial” is not a possible value of “kind”. Did you mean “boligsocial”?");
  assert_string_equal(text_argument(f, "suggestion"), "boligsocial");
  assert_fault("'kind': «'Fysisk'»", "HP106", "/kind",
               "“Fysisk” is not a possible value of “kind”. Did you mean “fysisk”?");
  assert_fault("'kind': «''»", "HP106", "/kind", "“” is not a possible value of “kind”.");
  assert_fault("'financing': {'currency': «'EUR'»}", "HP106", "/financing/currency",
               "“EUR” is not a possible value of “currency”.");
}

static void invalid_ids(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': «'Mål 1'», 'title': 'G'}]", "HP106", "/goals/0/id",
               "“Mål 1” is not a valid id. Did you mean “maal-1”?");
  assert_fault("'goals': [{'id': «'-g'», 'title': 'G'}]", "HP106", "/goals/0/id",
               "“-g” is not a valid id. Did you mean “g”?");
  assert_fault("'goals': [{'id': «''», 'title': 'G'}]", "HP106", "/goals/0/id", "“” is not a valid id.");
  assert_fault("'goals': [{'id': 'g', 'title': 'G', 'parent': «'G'»}]", "HP106", "/goals/0/parent",
               "“G” is not a valid id. Did you mean “g”?");
  assert_fault("'governance': {'leads': [«'Kommunen'»]}", "HP106", "/governance/leads/0",
               "“Kommunen” is not a valid id.");
  assert_fault("'financing': {'contributions': [{'parties': [«'A B'»], 'amount': 1}]}", "HP106",
               "/financing/contributions/0/parties/0", "“A B” is not a valid id.");
}

/* References to the intended id are not reported as dangling. */
static void a_bad_id_breaks_no_references(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': «'Maal'», 'title': 'G'}, {'id': 'h', 'title': 'H', 'parent': 'maal'}],"
               "'strategies': [{'id': 's', 'title': 'S', 'goals': ['maal', 'h']}]",
               "HP106", "/goals/0/id", "“Maal” is not a valid id. Did you mean “maal”?");
}

static void dates_that_do_not_exist(void **state) {
  (void)state;
  static const char *const bad[] = {"2015-02-29", "2015-13", "0000", "29.02.2015"};
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_fault(text_of("'prequalified_on': «'%s'»", bad[i]), "HP106", "/prequalified_on",
                 text_of("“%s” is not a date that exists.", bad[i]));
  assert_none(check_plan("'prequalified_on': '2016-02-29'"), "HP106");
}

static void other_forms_that_are_wrong(void **state) {
  (void)state;
  assert_fault("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund', 'cvr': «'DK3520911'»}]", "HP106", "/parties/0/cvr",
               "“DK3520911” is not a CVR number.");
  assert_fault("'focus_areas': [{'id': 'f', 'code': «'Tryghed og hygge'», 'title': 'F'}]", "HP106",
               "/focus_areas/0/code", "“Tryghed og hygge” is not a valid code.");
  assert_fault("'municipality_code': «'Odense'»", "HP106", "/municipality_code",
               "“Odense” is the name of the municipality; its code belongs here.");
  assert_fault("'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': «'63,x'»}}]", "HP106",
               "/indicators/0/baseline/value", "“63,x” is not a decimal with at most four decimals.");
  assert_fault("'indicators': [{'id': 'i', 'title': 'I', 'periods': [{'target': «'1e-3'»}]}]", "HP106",
               "/indicators/0/periods/0/target", "“1e-3” is not a decimal with at most four decimals.");
}

static void a_scheme_that_is_not_a_code(void **state) {
  (void)state;
  assert_only_fault(
      "{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': «'LBF 2015'», 'area': 'A'}",
      "HP106", "/scheme", "“LBF 2015” is not a valid code."); /* and no HP110, nor HP104 */
}

/* --- HP107: ids --- */

static void a_duplicate_id(void **state) {
  (void)state;
  marked m = marked_text("{" HEAD ",\n 'goals': [{'id': 'g', 'title': 'G'},\n  {'id': «'g'», 'title': 'H'}]}");
  hhp_report *report = check_text(m.json);
  const hhp_finding *f = assert_fault_in(report, &m, "HP107", "/goals/1/id", "The id “g” is already used in the plan.");
  assert_int_equal(hhp_report_count(report), 1);
  assert_int_equal(hhp_finding_related_count(f), 1);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/goals/0/id");
  assert_int_equal(hhp_finding_related_line(f, 0), 2);
  assert_int_equal(hhp_finding_related_column(f, 0), 19);
  assert_string_equal(text_argument(f, "id"), "g");
  assert_string_equal(hhp_finding_entity(f), "g");
  assert_int_equal(parse(m.json), HHP_OK); /* it can be read, so that it can be corrected */
}

static void an_id_of_anything_else(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund'}], 'goals': [{'id': 'p', 'title': 'G'}],"
                 "'activities': [{'id': 'a', 'title': 'A'}],"
                 "'financing': {'contributions': [{'id': 'a', 'parties': ['a'], 'amount': 1}]}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP107 HP107 HP107");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP107", 0)), "/goals/0/id"); /* of the plan itself */
  assert_string_equal(hhp_finding_related_pointer(nth(report, "HP107", 0), 0), "/id");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP107", 1)), "/activities/0/id");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP107", 2)), "/financing/contributions/0/id");
  assert_string_equal(hhp_finding_related_pointer(nth(report, "HP107", 2), 0), "/parties/0/id");
}

/* In the order of the file, not of the format. */
static void the_second_in_the_file_is_the_duplicate(void **state) {
  (void)state;
  hhp_report *report = check_plan("'activities': [{'id': 'a', 'title': 'A'}], 'goals': [{'id': 'a', 'title': 'G'}]");
  assert_string_equal(hhp_finding_pointer(only(report, "HP107")), "/goals/0/id");
}

/* --- HP108: references --- */

static void a_reference_to_nothing(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'governance': {'secretariat': «'sekretariatet'»}", "HP108", "/governance/secretariat",
                   "Nothing has the id “sekretariatet”; a party to the plan is expected here.");
  assert_string_equal(text_argument(f, "id"), "sekretariatet");
  assert_string_equal(text_argument(f, "expected"), "party");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Intet har id'et »sekretariatet«; her skal stå en part i planen.");
  assert_int_equal(parse(plan_text("'governance': {'secretariat': 'x'}")), HHP_OK);
}

static void a_misspelt_reference(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'goals': [{'id': 'maal', 'title': 'G'}, {'id': 'h', 'title': 'H', 'parent': «'mal'»}]", "HP108",
                   "/goals/1/parent", "Nothing has the id “mal”; a goal is expected here. Did you mean “maal”?");
  assert_string_equal(text_argument(f, "suggestion"), "maal");
}

/* Either may be meant, and no goal is part of itself (HP206). */
static void a_misspelt_reference_with_no_suggestion(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': 'maal-1', 'title': 'G'}, {'id': 'maal-2', 'title': 'H'}, {'id': 'del', 'title': 'I', "
               "'parent': «'maal-3'»}]",
               "HP108", "/goals/2/parent", "Nothing has the id “maal-3”; a goal is expected here.");
  assert_fault("'goals': [{'id': 'del', 'title': 'G', 'parent': «'dell'»}, {'id': 'maal', 'title': 'H'}]", "HP108",
               "/goals/0/parent", "Nothing has the id “dell”; a goal is expected here.");
}

static void a_reference_to_the_wrong_type(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund'}], 'goals': [{'id': 'g', 'title': 'G'}],"
                   "'activities': [{'id': 'b', 'title': 'B', 'goals': ['g', «'a'»]}]",
                   "HP108", "/activities/0/goals/1", "“a” is a party to the plan, but a goal is expected here.");
  assert_string_equal(text_argument(f, "found"), "party");
  assert_string_equal(text_argument(f, "expected"), "goal");
  assert_int_equal(hhp_finding_related_count(f), 1);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/parties/0");
  assert_true(hhp_finding_related_line(f, 0) == 1 && hhp_finding_related_column(f, 0) > 1);
}

static void a_reference_to_the_plan_itself(void **state) {
  (void)state;
  assert_fault("'governance': {'leads': [«'p'»]}", "HP108", "/governance/leads/0",
               "“p” is a social development plan, but a party to the plan is expected here.");
}

/* Each reference of the format, to a missing entity. */
static void every_reference_is_checked(void **state) {
  (void)state;
  static const char *const rows[] = {
      "'goals': [{'id': 'a', 'title': 'A', 'parent': 'none'}]",
      "'strategies': [{'id': 'a', 'title': 'A', 'goals': ['none']}]",
      "'strategies': [{'id': 'a', 'title': 'A', 'supports': [{'strategy': 'none'}]}]",
      "'work_areas': [{'id': 'a', 'title': 'A', 'strategy': 'none'}]",
      "'work_areas': [{'id': 'a', 'title': 'A', 'contributes': [{'goal': 'none'}]}]",
      "'work_areas': [{'id': 'a', 'title': 'A', 'supports': [{'strategy': 'none'}]}]",
      "'activities': [{'id': 'a', 'title': 'A', 'focus_areas': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'work_areas': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'goals': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'parties': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'lead': 'none'}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'focus_area': 'none'}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'activities': ['none']}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'parties': ['none']}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'signatures': [{'party': 'none'}]}]",
      "'governance': {'leads': ['none']}",
      "'governance': {'secretariat': 'none'}",
      "'governance': {'board': [{'party': 'none'}]}",
      "'financing': {'grant': {'party': 'none'}}",
      "'financing': {'contributions': [{'parties': ['none'], 'amount': 1}]}",
      "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'none', 'amount': 1}]}",
      ("'parties': [{'id': 'k', 'name': 'K', 'kind': 'fund'}],"
       "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 1, 'activity': 'none'}]}"),
      "'indicators': [{'id': 'a', 'title': 'A', 'goal': 'none'}]",
      "'indicators': [{'id': 'a', 'title': 'A', 'activity': 'none'}]",
      "'milestones': [{'id': 'a', 'title': 'A', 'due': '2016', 'activity': 'none'}]",
      "'milestones': [{'id': 'a', 'title': 'A', 'due': '2016', 'focus_area': 'none'}]",
      "'approvals': [{'kind': 'council', 'outcome': 'approved', 'party': 'none'}]",
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_report *report = check_plan("%s", rows[i]);
    assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP108");
    const char *expected = plan_text("%s", rows[i]);
    assert_int_equal(hhp_finding_offset(only(report, "HP108")), (size_t)(strstr(expected, "\"none\"") - expected));
  }
}

static void later_parts_of_the_file_are_found(void **state) {
  (void)state;
  assert_none(
      check_plan("'financing': {'grant': {'party': 'f'}}, 'parties': [{'id': 'f', 'name': 'F', 'kind': 'fund'}]"),
      "HP108");
}

/* If a list could not be read, references to it are not reported. */
static void a_list_of_the_wrong_type_breaks_no_references(void **state) {
  (void)state;
  assert_fault("'parties': «'Odense'», 'governance': {'leads': ['odense']}", "HP105", "/parties",
               "“parties” has to be a list, not a text.");
  hhp_report *report = check_plan(
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund'}, 'odense'], 'governance': {'leads': ['odense']}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP105");
}

static void a_missing_id_breaks_no_references(void **state) {
  (void)state;
  assert_fault("'parties': [«{»'name': 'A', 'kind': 'fund'}], 'governance': {'leads': ['a']}", "HP104", "/parties/0",
               "The member “id” is missing.");
}

/* But only references to that type of entity are exempt. */
static void other_references_are_still_checked(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'parties': [{'id': 'A!', 'name': 'A', 'kind': 'fund'}], 'governance': {'leads': ['a']},"
                 "'strategies': [{'id': 's', 'title': 'S', 'goals': ['g']}]");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP106 HP108");
  assert_string_equal(hhp_finding_pointer(only(report, "HP108")), "/strategies/0/goals/0");
}

/* --- HP109 and HP110 --- */

static void another_version_of_the_format(void **state) {
  (void)state;
  const hhp_finding *f = assert_only_fault(
      "{'format': «'helhedsplan/2'», 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'lbf-2015-2018', 'area': "
      "'A'}",
      "HP109", "/format", "The file says that its format is “helhedsplan/2”; this version reads “helhedsplan/1”.");
  assert_string_equal(text_argument(f, "found"), "helhedsplan/2");
  assert_string_equal(text_argument(f, "expected"), "helhedsplan/1");
  assert_only_fault(
      "{'format': «''», 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'lbf-2015-2018', 'area': 'A'}", "HP109",
      "/format", "The file says that its format is “”; this version reads “helhedsplan/1”.");
  assert_int_equal(
      parse(quoted(
          "{'format': 'helhedsplan/2', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 's', 'area': 'A'}")),
      HHP_ERR_DOCUMENT);
}

#define WITH_SCHEME(scheme) \
  "{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': " scheme ", 'area': 'A'}"

static void an_unknown_scheme(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_only_fault(WITH_SCHEME("«'realdania'»"), "HP110", "/scheme", "The scheme “realdania” is not known.");
  assert_string_equal(text_argument(f, "allowed"), "lbf-2011-2014, lbf-2015-2018, lbf-2019-2026");
  f = assert_only_fault(WITH_SCHEME("«'lbf-2015-18'»"), "HP110", "/scheme",
                        "The scheme “lbf-2015-18” is not known. Did you mean “lbf-2015-2018”?");
  assert_string_equal(text_argument(f, "suggestion"), "lbf-2015-2018");
  assert_int_equal(parse(quoted(WITH_SCHEME("'realdania'"))), HHP_OK); /* the caller may know it */
}

static const hhp_finding *unknown_scheme(const char *id) {
  return only(check_text(quoted(text_of(WITH_SCHEME("'%s'"), id))), "HP110");
}

static void misspelt_schemes_are_recognised(void **state) {
  (void)state;
  static const char *const meant[][2] = {
      {"lfb-2015-2018", "lbf-2015-2018"},
      {"lbf-2015-18", "lbf-2015-2018"},
      {"2015-18-midlerne", "lbf-2015-2018"},
      {"midlerne-2019-26", "lbf-2019-2026"},
      {"lbf2011-2014", "lbf-2011-2014"},
      {"lbf-20112014", "lbf-2011-2014"},
      {"landsbyggefonden-2019-2026", "lbf-2019-2026"},
      {"landbyggefondens-2019-26-midler", "lbf-2019-2026"},
      {"2019-26", "lbf-2019-2026"},
      {"fb-2019-2026", "lbf-2019-2026"},
      {"lbf-2019-2026-x", "lbf-2019-2026"},
  };
  for (size_t i = 0; i < COUNT_OF(meant); i++)
    assert_string_equal(text_argument(unknown_scheme(meant[i][0]), "suggestion"), meant[i][1]);
}

/* Other years are another scheme: no plan of 2027 is checked against the funds of 2011-14. */
static void a_scheme_of_other_years_is_not_a_misspelt_one(void **state) {
  (void)state;
  static const char *const others[] = {
      "lbf-2027-2034",    "lbf-2027",      "lbf-2019-2028",    "lbf-2015-2081",      "lbf-2011-2015",
      "lbf-2015-2019",    "lbf-2019-2025", "lbf-2105-2018",    "lbf-2015",           "lbf",
      "lbf-2015-201",     "lbf-15-18",     "lbf-2015-8",       "lbf-2018-2015",      "lbf-2015-2018-2019",
      "lbf-2027-34",      "27-34",         "2027-34-midlerne", "byfonden-2015-2018", "realdania-2019-2026",
      "fysisk-2011-2014", "20152018201",
  };
  for (size_t i = 0; i < COUNT_OF(others); i++) {
    const hhp_finding *f = unknown_scheme(others[i]);
    assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), text_of("The scheme “%s” is not known.", others[i]));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_DA), "lbf-2011-2014, lbf-2015-2018, lbf-2019-2026"));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_DA), "--scheme FILE"));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "lbf-2011-2014, lbf-2015-2018, lbf-2019-2026"));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "--scheme FILE"));
  }
}

static void a_given_scheme_replaces_an_unknown_one(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  hhp_check_options_set_scheme(options, hhp_scheme_find("lbf-2011-2014"));
  const char *json = quoted(WITH_SCHEME("'realdania'"));
  hhp_report *report = check_bytes(json, strlen(json), options);
  assert_none(report, "HP110");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2011-2014");
}

/* --- All in one document --- */

static void every_error_is_reported_in_one_run(void **state) {
  (void)state;
  hhp_report *report = check_text(
      quoted("{'format': 'helhedsplan/9', 'id': 'P', 'title': '', 'status': 'daft', 'scheme': 'lbf-1999', 'area': 7,\n"
             " 'visoin': 'V', 'mission': 'a', 'mission': 'b', 'municipality_code': '46',\n"
             " 'period': {'start': '2015-02-30', 'x-big': 9223372036854775808},\n"
             " 'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'k', 'name': 'L', 'kind': 'fund', "
             "'cvr': '1'}],\n"
             " 'goals': [{'id': 'g', 'title': 'G', 'parent': 'gg'}],\n"
             " 'governance': {'leads': ['g']},\n"
             " 'financing': {'frame': 1.5, 'total': -1}}"));
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO),
                      "HP102 HP103 HP104 HP105 HP105 HP105 HP105 HP106 HP106 HP106 HP106 HP106 HP107 HP108 "
                      "HP108 HP109 HP110");
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_int_equal(hhp_report_error_count(report), 17);
}

/* --- Locations --- */

static void columns_count_code_points(void **state) {
  (void)state;
  marked m = marked_text("{" HEAD ",\n\t'vision': 'æøå😀', 'mission': «7»}");
  const hhp_finding *f = only(check_text(m.json), "HP105");
  assert_at(&m, f, "/mission");
  assert_int_equal(hhp_finding_line(f), 2);
  /* tab 1, 'vision': 2-10, blank 11, 'æøå😀' 12-17, comma 18, blank 19, 'mission': 20-29, blank 30 */
  assert_int_equal(hhp_finding_column(f), 31);
}

static void lines_end_in_lf_crlf_and_cr(void **state) {
  (void)state;
  assert_int_equal(hhp_finding_line(only(check_text(quoted("{" HEAD ",\r\n'mission':\r\n7}")), "HP105")), 3);
  const hhp_finding *f = only(check_text(quoted("{" HEAD ",\r'mission': 7}")), "HP105");
  assert_int_equal(hhp_finding_line(f), 2); /* as on old Macs */
  assert_int_equal(hhp_finding_column(f), 12);
  f = only(check_text(quoted("{" HEAD ",\r\r\n\n\r'mission': 7}")), "HP105");
  assert_int_equal(hhp_finding_line(f), 5);
  f = only(check_text(quoted("{'title': 'a\rb'}")), "HP101"); /* raw in a text */
  assert_int_equal(hhp_finding_line(f), 1);
  assert_int_equal(hhp_finding_end_line(f), 2);
}

static void the_length_may_be_left_to_the_nul(void **state) {
  (void)state;
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(quoted("{'id': 'p'}"), HHP_NUL_TERMINATED, NULL, report), HHP_OK);
  assert_int_equal(count_of(report, "HP104"), 5);
}

static void a_report_is_refilled(void **state) {
  (void)state;
  hhp_report *report = new_report();
  hhp_check("{", 1, NULL, report);
  assert_int_equal(hhp_report_count(report), 1);
  const char *json = plan_text("%s", "");
  hhp_check(json, strlen(json), NULL, report);
  assert_none(report, "HP101");
  assert_int_equal(hhp_report_is_complete(report), 1);
}

/* hhp_plan_parse reports the same findings as hhp_check, except for the scheme, which it does not check. */
static void parsing_reports_the_same_errors(void **state) {
  (void)state;
  static const char *const rows[] = {"'goals': [{'id': 'g'}]",
                                     "'vison': 1",
                                     "'kind': 'x'",
                                     "'financing': {'frame': 1.5}",
                                     "'governance': {'leads': ['x']}",
                                     "'goals': [{'id': 'p', 'title': 'G'}]",
                                     "'x-a': {'b': 1, 'b': 2}"};
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const char *json = plan_text("%s", rows[i]);
    hhp_report *checked = check_text(json);
    hhp_report *read = new_report();
    hhp_plan *plan = NULL;
    hhp_plan_parse(&plan, json, strlen(json), read);
    hhp_plan_free(plan);
    assert_int_equal(hhp_report_count(read), hhp_report_count(checked));
    for (size_t k = 0; k < hhp_report_count(read); k++) {
      assert_string_equal(hhp_finding_message(hhp_report_at(read, k), HHP_LANG_EN),
                          hhp_finding_message(hhp_report_at(checked, k), HHP_LANG_EN));
      assert_int_equal(hhp_finding_offset(hhp_report_at(read, k)), hhp_finding_offset(hhp_report_at(checked, k)));
      assert_int_equal(hhp_finding_column(hhp_report_at(read, k)), hhp_finding_column(hhp_report_at(checked, k)));
    }
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_sound_document_is_complete),
      TEST(a_faulty_document_is_not),
      TEST(a_document_that_cannot_be_read_has_no_stage),
      TEST(every_required_member_of_a_plan),
      TEST(every_required_member_of_every_entity),
      TEST(what_lacks_a_member_is_not_read),
      TEST(missing_members_of_built_plans_are_reported),
      TEST(a_missing_member_is_missed_where_the_object_opens),
      TEST(findings_name_their_entity),
      TEST(required_texts_are_not_empty),
      TEST(a_contribution_needs_a_party),
      TEST(every_type_that_is_wrong),
      TEST(types_are_named_in_both_languages),
      TEST(elements_of_the_wrong_type),
      TEST(elements_behind_a_wrong_one_are_counted_right),
      TEST(a_document_that_is_no_object),
      TEST(kroner_with_fraction_or_exponent),
      TEST(kroner_out_of_range),
      TEST(kroner_beyond_int64),
      TEST(integers_out_of_range),
      TEST(extension_numbers_that_cannot_be_kept),
      TEST(values_that_an_enum_does_not_have),
      TEST(invalid_ids),
      TEST(a_bad_id_breaks_no_references),
      TEST(dates_that_do_not_exist),
      TEST(other_forms_that_are_wrong),
      TEST(a_scheme_that_is_not_a_code),
      TEST(a_duplicate_id),
      TEST(an_id_of_anything_else),
      TEST(the_second_in_the_file_is_the_duplicate),
      TEST(a_reference_to_nothing),
      TEST(a_misspelt_reference),
      TEST(a_misspelt_reference_with_no_suggestion),
      TEST(a_reference_to_the_wrong_type),
      TEST(a_reference_to_the_plan_itself),
      TEST(every_reference_is_checked),
      TEST(later_parts_of_the_file_are_found),
      TEST(a_list_of_the_wrong_type_breaks_no_references),
      TEST(a_missing_id_breaks_no_references),
      TEST(other_references_are_still_checked),
      TEST(another_version_of_the_format),
      TEST(an_unknown_scheme),
      TEST(misspelt_schemes_are_recognised),
      TEST(a_scheme_of_other_years_is_not_a_misspelt_one),
      TEST(a_given_scheme_replaces_an_unknown_one),
      TEST(every_error_is_reported_in_one_run),
      TEST(columns_count_code_points),
      TEST(lines_end_in_lf_crlf_and_cr),
      TEST(the_length_may_be_left_to_the_nul),
      TEST(a_report_is_refilled),
      TEST(parsing_reports_the_same_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
