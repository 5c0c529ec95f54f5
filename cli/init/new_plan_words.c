/* The texts of a new plan. Data that a rule requires (dates, names, decisions, measurements) is left out of the plan, so that
 * validate reports it; the texts here mention only what no rule checks. */
#include "cli/init/new_plan_words.h"

#include "cli/print/lang.h"

#define DA "Udfyld: "
#define EN "Fill in: "

static const struct {
  const char *da, *en;
} S_words[NEW_PLAN_WORDS] = {
    [WORD_MARK] = {"Udfyld:", "Fill in:"},
    [WORD_LANGUAGE] = {"da", "en"},
    [WORD_PLAN_ID] = {"ny-helhedsplan", "new-plan"},
    [WORD_TITLE] = {DA "planens titel, fx »Boligsocial helhedsplan for Lindparken 2026-2029«",
                    EN "the plan's title, such as “Social development plan for Lindparken 2026-2029”"},
    [WORD_TITLE_OF] = {"Boligsocial helhedsplan for {}", "Social development plan for {}"},
    [WORD_AREA] = {DA "boligområdets navn, fx »Lindparken«", EN "the housing area's name, such as “Lindparken”"},
    [WORD_VISION] = {DA "hvordan området skal være, når planen er gennemført",
                     EN "what the area should be like when the plan has been carried out"},
    [WORD_MISSION] = {DA "hvad parterne vil gøre sammen for at nå dertil",
                      EN "what the parties will do together to get there"},
    [WORD_APPROACH] = {DA
                       "hvordan arbejdet gribes an, fx hvordan beboerne inddrages, og hvordan indsatsen hænger sammen "
                       "med kommunens kerneopgaver",
                       EN "how the work is organised, such as how residents take part, and how it relates to the "
                          "municipality's own services"},
    [WORD_SUMMARY] =
        {DA "planen i korte træk. Alle tekster, der begynder med »Udfyld:«, skal erstattes eller slettes. Beløbene er "
            "kun et forslag; de opfylder netop kravet om mindst {} lokal medfinansiering. Hver boligorganisation "
            "skrives som en part for sig. Kommunekoden skrives i municipality_code og fondens sagsnummer i "
            "lbf_number.",
         EN
         "the plan in short. Replace or delete every text that begins with “Fill in:”. The amounts are only a "
         "suggestion; they exactly meet the requirement of at least {} of local co-financing. Enter each housing "
         "organisation as a separate party. The code of the municipality goes into municipality_code, the fund's case "
         "number into lbf_number."},
    [WORD_SOURCE] = {DA "hvor planens oplysninger kommer fra, fx kommunens statistik eller en beboerundersøgelse",
                     EN "where the plan's facts come from, such as the municipality's statistics or a survey among "
                        "the residents"},
    [WORD_MUNICIPALITY_ID] = {"kommunen", "municipality"},
    [WORD_MUNICIPALITY] = {DA "kommunens navn, fx »Lindby Kommune«",
                           EN "the municipality's name, such as “Lindby Kommune”"},
    [WORD_HOUSING_ID] = {"boligorganisationen", "housing-organisation"},
    [WORD_HOUSING] = {DA "boligorganisationens navn, fx »Lindby Boligforening«",
                      EN "the housing organisation's name, such as “Lindby Boligforening”"},
    [WORD_FUND_ID] = {"landsbyggefonden", "landsbyggefonden"},
    [WORD_FUND] = {"Landsbyggefonden", "Landsbyggefonden"},
    [WORD_SECRETARIAT_ID] = {"sekretariatet", "secretariat"},
    [WORD_SECRETARIAT] = {DA "sekretariatets navn, fx »Sekretariatet for Lindparken«",
                          EN "the secretariat's name, such as “Sekretariatet for Lindparken”"},
    [WORD_GOAL_ID] = {"maal-1", "goal-1"},
    [WORD_GOAL] = {DA "et politisk mål, fx »Flere unge i uddannelse og job«",
                   EN "a political goal, such as “More young people in education and work”"},
    [WORD_STRATEGY_ID] = {"strategi-1", "strategy-1"},
    [WORD_STRATEGY] = {DA "en strategi, fx »Strategi for social udvikling«",
                       EN "a strategy, such as “Strategy for social development”"},
    [WORD_STRATEGY_AIM] = {DA "hvad strategien skal føre til", EN "the intended result of the strategy"},
    [WORD_FOCUS_CODE] = {"indsatsomraade", "focus-area"},
    [WORD_FOCUS] = {DA "indsatsområdets navn", EN "the focus area's name"},
    [WORD_FOCUS_PURPOSE] = {DA "hvad der skal opnås inden for »{}«", EN "what should be achieved within “{}”"},
    [WORD_FOCUS_SUB_GOAL] =
        {DA "et målbart delmål, fx »40 unge har et fritidsjob ved planens udløb«",
         EN "a measurable sub-goal, such as “40 young people have a part-time job when the plan ends”"},
    [WORD_ACTIVITY_ID] = {"aktivitet-{}", "activity-{}"},
    [WORD_ACTIVITY] = {DA "en aktivitet inden for »{}«", EN "an activity within “{}”"},
    [WORD_ACTIVITY_PURPOSE] = {DA "hvad aktiviteten skal føre til", EN "the intended result of the activity"},
    [WORD_ACTIVITY_GROUP] = {DA "hvem aktiviteten er for; alderen kan stå i age_min og age_max",
                             EN "who the activity is for; ages go into age_min and age_max"},
    [WORD_ACTIVITY_ELEMENT] = {DA "hvad der sker i aktiviteten, fx »Jobværksted på skolen«",
                               EN "what is done in the activity, such as “Job workshop at the school”"},
    [WORD_STRATEGIC_ID] = {"strategisk-samarbejdsaftale", "strategic-agreement"},
    [WORD_STRATEGIC] = {"Strategisk samarbejdsaftale", "Strategic cooperation agreement"},
    [WORD_SUB_ID] = {"delaftale-{}", "sub-agreement-{}"},
    [WORD_SUB] = {"Delaftale: {}", "Sub-agreement: {}"},
    [WORD_LEAD_TITLE] = {DA "lederens titel, fx »Boligsocial leder«",
                         EN "the leader's title, such as “Head of social development”"},
    [WORD_BOARD_CHAIR] = {DA "formandens navn; skriv top_management i level, når formanden er fra den øverste ledelse",
                          EN "the chair's name; set level to top_management if the chair is from top management"},
    [WORD_BOARD_MEMBER] = {DA "medlemmets navn, og level som ovenfor", EN "the member's name, and level as above"},
    [WORD_INDICATOR_ID] = {"indikator-1", "indicator-1"},
    [WORD_INDICATOR] = {DA "hvad der måles, fx »Andel af de 18-29-årige, der er i uddannelse eller job«",
                        EN "what is measured, such as “Share of those aged 18-29 who are in education or work”"},
    [WORD_INDICATOR_SOURCE] = {DA "hvor tallene kommer fra; udgangspunktet skrives i value og måltallene i periods", EN
                               "where the figures come from; the baseline goes into value, the targets into periods"},
    [WORD_MILESTONE_ID] = {"milepael-{}", "milestone-{}"},
    [WORD_MILESTONE] = {DA "hvad der skal være nået i {}", EN "what should be achieved by the end of {}"},
};

const char *new_plan_words(example_word word, int32_t lang) {
  return in_lang(lang, S_words[word].da, S_words[word].en);
}
