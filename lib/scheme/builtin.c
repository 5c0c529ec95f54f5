/* Landsbyggefonden's schemes as data. Focus areas, years and documents are from the fund's own pages on each scheme;
 * that the minimum share is one of the total, not of the grant, is stated by five independent sources and contradicted
 * by none (see HP401). The six months for the annual report are documented for the 2011-14 funds, and assumed for the
 * others. */
#include "scheme/builtin.h"

#define AREA(name, code_, da, en)       \
  static const hhp_scheme_area name = { \
      .object = {.entity = HHP__E_scheme_area}, .code = code_, .title_da = da, .title_en = en}
#define AT(name) ((void *)(uintptr_t) & (name))

AREA(S_2011_children, "boern-unge-og-familie", "Børn, unge og familie", "Children, young people and families");
AREA(S_2011_work, "uddannelse-beskaeftigelse-og-erhverv", "Uddannelse, beskæftigelse og erhverv",
     "Education, employment and business");
AREA(S_2011_residents, "beboernetvaerk-inddragelse-og-demokrati", "Beboernetværk, inddragelse og demokrati",
     "Residents' networks, involvement and democracy");
AREA(S_2011_health, "sundhed", "Sundhed", "Health");
AREA(S_2011_vulnerable, "udsatte-grupper", "Udsatte grupper", "Vulnerable groups");
AREA(S_2011_culture, "kultur-og-fritid", "Kultur og fritid", "Culture and leisure");
AREA(S_2011_image, "image-og-kommunikation", "Image og kommunikation", "Image and communication");

AREA(S_2015_safety, "tryghed-og-trivsel", "Tryghed og trivsel", "Safety and well-being");
AREA(S_2015_crime, "kriminalpraeventiv-indsats", "Kriminalpræventiv indsats", "Crime prevention");
AREA(S_2015_work, "uddannelse-og-beskaeftigelse", "Uddannelse og beskæftigelse", "Education and employment");
AREA(S_2015_parents, "forebyggelse-og-foraeldreansvar", "Forebyggelse og forældreansvar",
     "Prevention and parental responsibility");

AREA(S_2019_education, "uddannelse-og-livschancer", "Uddannelse og livschancer", "Education and life chances");
AREA(S_2019_work, "beskaeftigelse", "Beskæftigelse", "Employment");
AREA(S_2019_crime, "kriminalitetsforebyggelse", "Kriminalitetsforebyggelse", "Crime prevention");
AREA(S_2019_cohesion, "sammenhaengskraft-og-medborgerskab", "Sammenhængskraft og medborgerskab",
     "Cohesion and citizenship");

static void *const S_2011_areas[] = {AT(S_2011_children),   AT(S_2011_work),    AT(S_2011_residents), AT(S_2011_health),
                                     AT(S_2011_vulnerable), AT(S_2011_culture), AT(S_2011_image)};
static void *const S_2015_areas[] = {AT(S_2015_safety), AT(S_2015_crime), AT(S_2015_work), AT(S_2015_parents)};
static void *const S_2019_areas[] = {AT(S_2019_education), AT(S_2019_work), AT(S_2019_crime), AT(S_2019_cohesion)};

/* The lists of a plan may grow; these are constant and never written to. */
#define LIST(items_) \
  { .items = (void **)(uintptr_t)items_, .count = sizeof(items_) / sizeof(items_[0]) }

const hhp_scheme hhp__builtin_schemes[HHP__BUILTIN_SCHEMES] = {
    {.object = {.entity = HHP__E_scheme},
     .format = "helhedsplan-scheme/1",
     .id = "lbf-2011-2014",
     .title_da = "Landsbyggefondens 2011-14-midler",
     .title_en = "Landsbyggefonden's 2011-14 funds",
     .min_local_bp = 2500,
     .base = HHP_SHARE_BASE_TOTAL,
     .nominal_years = 4,
     .gives_from = 2011,
     .gives_to = 2014,
     .focus_areas = LIST(S_2011_areas),
     .requires_sub_agreements = 0,
     .requires_board = 0,
     .requires_contingency_plan = 0,
     .annual_report_months = 6,
     .source = "lbf.dk: Ansøgning om støtte til en boligsocial indsats afsat inden for rammerne af 2011-14-midlerne; "
               "Indberetningskrav til de boligsociale indsatser inden for rammerne af 2011-14-midlerne"},
    {.object = {.entity = HHP__E_scheme},
     .format = "helhedsplan-scheme/1",
     .id = "lbf-2015-2018",
     .title_da = "Landsbyggefondens 2015-18-midler",
     .title_en = "Landsbyggefonden's 2015-18 funds",
     .min_local_bp = 2500,
     .base = HHP_SHARE_BASE_TOTAL,
     .nominal_years = 4,
     .gives_from = 2015,
     .gives_to = 2018,
     .focus_areas = LIST(S_2015_areas),
     .requires_sub_agreements = 1,
     .requires_board = 1,
     .requires_contingency_plan = 1,
     .annual_report_months = 6,
     .source = "lbf.dk: Ansøgning om støtte til en boligsocial indsats afsat inden for rammerne af 2015-18-midlerne; "
               "regulativ af 19. marts 2015"},
    {.object = {.entity = HHP__E_scheme},
     .format = "helhedsplan-scheme/1",
     .id = "lbf-2019-2026",
     .title_da = "Landsbyggefondens 2019-26-midler",
     .title_en = "Landsbyggefonden's 2019-26 funds",
     .min_local_bp = 2500,
     .base = HHP_SHARE_BASE_TOTAL,
     .nominal_years = 4,
     .gives_from = 2019,
     .gives_to = 2026,
     .focus_areas = LIST(S_2019_areas),
     .requires_sub_agreements = 1,
     .requires_board = 1,
     .requires_contingency_plan = 1,
     .annual_report_months = 6,
     .source = "lbf.dk: Boligsociale indsatser; Organisation og økonomiske rammer; regulativ af 11. december 2019"},
};
