// Reads a plan, prints its title and errors, corrects its financing, and adds an activity.
#include <iostream>

#include "helhedsplan.hpp"

using namespace helhedsplan;

int main(int, char **words) try {
  plan vollsmose = plan::load(words[1]);
  std::cout << std::string(vollsmose["title"]) << ": " << vollsmose["activities"].size() << " activities\n";

  report found;
  vollsmose.validate(found);
  for (size_t i = 0; i < hhp_report_count(found.get()); i++) {
    const hhp_finding *finding = hhp_report_at(found.get(), i);
    if (hhp_finding_severity(finding) == HHP_SEVERITY_ERROR)
      std::cout << hhp_finding_rule(finding) << " at " << hhp_finding_pointer(finding) << ": "
                << hhp_finding_message(finding, HHP_LANG_DA) << "\n  " << hhp_finding_remedy(finding, HHP_LANG_DA)
                << "\n";
  }
  std::cout << "SARIF: " << (found.render(HHP_FORMAT_SARIF).find("\"HP401\"") != std::string::npos) << "\n";

  hhp_cofinancing_result money = vollsmose.cofinancing();
  if (money.verdict == HHP_VERDICT_FAILS) { // while amounts are missing there are no figures to correct it with
    node financing = vollsmose["financing"].object();
    financing["contributions"].objects()[0]["amount"] = money.required_at_total;
    financing["grant"].object()["awarded"] = money.largest_grant_at_total;
  }
  std::cout << "corrected: " << (vollsmose.cofinancing().verdict == HHP_VERDICT_PASSES) << "\n";

  node cafe = vollsmose["activities"].add("natcafe");
  cafe["title"] = "Natcafé";
  cafe["start"] = 20170800;
  cafe["goals"] = "mindre-kriminalitet";
  cafe["target_group"].object()["age_min"] = 13;
  std::cout << std::string(cafe["title"]) << " serves " << cafe["goals"].texts()[0] << " from "
            << int64_t(cafe["start"]) << ", for those of " << int64_t(cafe["target_group"].object()["age_min"]) << "\n";
  try {
    vollsmose["status"] = "begun";
  } catch (const error &refused) {
    std::cout << "rejected: " << hhp_status_name(refused.status) << "\n";
  }
  return 0;
} catch (const std::exception &fault) {
  std::cerr << fault.what() << "\n";
  return 2;
}
