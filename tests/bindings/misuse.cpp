// Values that the C++ binding must reject: one of another type than the field would be treated as a pointer, or a
// pointer as a number. usage: misuse PLAN
#include <cstdio>
#include <functional>

#include "helhedsplan.hpp"

using namespace helhedsplan;

static_assert(std::is_assignable_v<field, int> && std::is_assignable_v<field, const char *>);
static_assert(!std::is_assignable_v<field, field>, "it would set no value");
static_assert(!std::is_assignable_v<field, std::nullptr_t>, "there is no text");
static_assert(!std::is_assignable_v<field, double>, "it would lose its decimals");

static int faults;

template <class Fault> void refuses(const char *what, const std::function<void()> &use) {
  try {
    use();
  } catch (const Fault &) {
    return;
  }
  std::printf("%s is not refused\n", what);
  faults++;
}

static void sees(const char *what, bool is_so) {
  if (!is_so) {
    std::printf("%s\n", what);
    faults++;
  }
}

int main(int count, char **words) {
  if (count != 2)
    return 2;
  node financing, activity;
  {
    plan gone = plan::load(words[1]);
    financing = gone["financing"].object();
    activity = gone["activities"].objects().at(0);
  } // the plan stays alive as long as its objects
  node contribution = financing["contributions"].objects().at(0);
  contribution["amount"] = int64_t{1000000000000};
  activity["start"] = 20170800;
  activity["goals"] = "styrket-civilsamfund";

  refuses<error>("a text for kroner", [&] { contribution["amount"] = "1000"; });
  refuses<error>("a text for a date", [&] { activity["start"] = "2017-08"; });
  refuses<error>("a text for a number", [&] { activity["target_group"].object()["age_min"] = "13"; });
  refuses<error>("a number for a text", [&] { activity["title"] = 13; });
  refuses<error>("a number for a list of texts", [&] { activity["goals"] = 13; });
  refuses<error>("a text for an object", [&] { activity["target_group"] = "unge"; });
  refuses<error>("a text for a list of objects", [&] { financing["contributions"] = "kommunen"; });
  refuses<error>("a number of more than 32 bits", [&] { activity["start"] = (int64_t{1} << 32) + 20170800; });
  refuses<error>("a word that there is not", [&] { contribution["kind"] = "gold"; });
  refuses<error>("a text with a NUL inside", [&] { activity["title"] = std::string("a\0b", 3); });
  refuses<error>("an id with a NUL inside", [&] { financing["budget"].add(std::string("a\0b", 3)); });
  refuses<error>("an object as a value", [&] { activity["target_group"].get(); });
  refuses<error>("a text as an object", [&] { activity["title"].object(); });
  refuses<error>("a number as an object", [&] { activity["start"].object(); });
  refuses<error>("references as objects", [&] { activity["goals"].objects(); });
  refuses<error>("objects as texts", [&] { financing["contributions"].texts(); });
  refuses<error>("an object more in a list of references", [&] { activity["goals"].add("flere-i-arbejde"); });
  refuses<error>("an object with an id in a list that has none", [&] { financing["budget"].add("x"); });
  refuses<std::logic_error>("a list as a value", [&] { activity["goals"].get(); });
  refuses<std::logic_error>("the size of a text", [&] { activity["title"].size(); });
  refuses<std::out_of_range>("a field that there is not", [&] { activity["tilte"]; });
  refuses<error>("a plan that there is not", [&] { plan::load("no-such-plan.json"); });
  refuses<std::bad_variant_access>("a number as a text",
                                   [&] { static_cast<void>(static_cast<std::string>(activity["start"])); });

  refuses<error>("an index past the end", [&] { activity["goals"].move(0, 1); });
  refuses<error>("the removal of nothing", [&] { activity["goals"].remove(1); });
  try {
    contribution["amount"] = -1;
  } catch (const error &fault) {
    sees("the error names the field", std::string(fault.what()) == "“amount” has to be between DKK 0 and DKK 1,000,000,000,000.");
    sees("the error has the status", fault.status == HHP_ERR_RANGE);
  }

  sees("the amount was touched", int64_t(contribution["amount"]) == 1000000000000);
  sees("the date was touched", int64_t(activity["start"]) == 20170800);
  sees("the title was touched", std::string(activity["title"]) == "Tryghedsvandring");
  sees("the goals were touched", activity["goals"].texts() == std::vector<std::string>{"styrket-civilsamfund"});
  sees("the contributions were touched", financing["contributions"].size() == 1);
  return faults == 0 ? 0 : 1;
}
