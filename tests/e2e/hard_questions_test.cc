// Questions that are unanswerable, garbled, ambiguous, misspelt or about the
// wrong thing, and what a careful reader of the sample archive would say.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/e2e/command.h"

namespace e2e {
namespace {

using Json = nlohmann::json;
using Ids = std::set<std::string>;

Json ask(const std::string& question) {
  return lode_json({"ask", "--data", sample_data(), question, "--json"});
}

Ids ids_of(const Json& asked) {
  Ids ids;
  for (const auto& one : asked["answer"].value("entities", Json::array())) {
    ids.insert(one["entity"]["id"]);
  }
  return ids;
}

struct Answered {
  std::string question;
  Ids ids;
};

struct Refused {
  std::string question;
  std::string message;     // a part of it
  std::string suggestion;  // one of them; empty: any
};

const std::string kNoForm = "no question that can be answered";
const std::string kNothing = "Nothing in the archive says that";
const std::string kUnknown = "Nothing in the archive is called";

}  // namespace

TEST_CASE("who has a title is whom a sentence gives it, and nobody else") {
  const std::vector<Answered> cases = {
      {"Who is the CEO of Korea Zinc?", {"person:park-ki-deok"}},
      {"chairman of Korea Zinc", {"person:choi-yun-birm"}},
      {"고려아연 CEO는 누구인가?", {"person:park-ki-deok"}},
      {"谁是高丽亚铅的董事长", {"person:choi-yun-birm"}},
      {"Who is the chief executive of Nyrstar?", {"person:guido-janssen"}},
      {"Secretary of the US Department of Commerce", {"person:howard-lutnick"}},
  };
  for (const auto& [question, ids] : cases) {
    CAPTURE(question);
    CHECK(ids_of(ask(question)) == ids);
  }
}

TEST_CASE("what is planned or rumoured is not told as done") {
  const auto asked = ask("Did Korea Zinc acquire Clarksville smelter?");
  REQUIRE(asked["answer"]["entities"].size() == 1);
  CHECK(asked["answer"]["entities"][0]["edges"][0]["modality"] == "planned");
}

TEST_CASE("a range of months is understood") {
  const auto asked =
      ask("what happened to Korea Zinc between November 2025 and January 2026");
  CHECK(asked["reading"]["from"] == "2025-11-01T00:00:00Z");
  CHECK(asked["reading"]["to"] == "2026-02-01T00:00:00Z");
  CHECK_FALSE(asked["answer"]["articles"].empty());
}

TEST_CASE("what can't be answered is refused with the reason and a way on") {
  const std::vector<Refused> cases = {
      // Nobody is said to have this post.
      {"CFO of Korea Zinc", kNothing, "who leads Korea Zinc"},
      // The town has none; what lies in it has.
      {"capacity of Seokpo", kNothing, "capacity of Seokpo smelter"},
      {"capacity of Howard Lutnick", kNothing, ""},
      // What somebody paid for a share is no price of the company.
      {"price of Korea Zinc", kNothing, ""},
      {"smelters in zinc", "is of the type commodity, not place",
       "who produces zinc"},
      {"Who produces zinc in Korea Zinc?", "is of the type company, not place",
       "who produces zinc"},
      {"Who owns Mars?", kUnknown, ""},
      {"谁拥有火星", kUnknown, ""},
      {"related to Korea Zink", kUnknown, "related to Korea Zinc"},
      {"owner of Nystar", kUnknown, "owner of Nyrstar"},
      {"what will happen to Glencore in 2031", kNoForm, ""},
      {"What happened to Codelco in February 1998?", kNothing,
       "what happened to Codelco"},
      {"2019年嘉能可发生了什么？", kNothing, "what happened to Glencore"},
      {"capacity of Onsan smelter in 1950", kNothing, ""},
      {"what happened to Nyrstar from March 2026 to March 2025",
       "ends before it begins", "what happened to Nyrstar"},
      {"Who does Trafigura not own?", kNoForm, "what does Trafigura own"},
      {"Who owned Nyrstar before Trafigura?", kNoForm, "who owns Nyrstar"},
      {"which companies other than Glencore produce cobalt", kNoForm,
       "who produces cobalt"},
      {"price of zinc in Tennessee", kNoForm, ""},
      {"Is Korea Zinc owned by Glencore?", kNothing, ""},
      {"고려아연의 주가는 얼마인가?", kNoForm, ""},
      {"what does zinc own", kNothing, "who produces zinc"},
      {"where is antimony headquartered", kNothing, ""},
      {"asdf qwer zxcv", kNoForm, ""},
      {"who supplies", kUnknown, ""},
  };
  for (const auto& [question, message, suggestion] : cases) {
    CAPTURE(question);
    const auto asked = ask(question);
    REQUIRE(asked.contains("message"));
    CAPTURE(asked.value("suggestions", Json::array()).dump());
    const std::string said = asked["message"];
    CAPTURE(said);
    CHECK(said.find(message) != said.npos);
    REQUIRE_FALSE(asked["suggestions"].empty());
    const auto all = asked["suggestions"].get<std::vector<std::string>>();
    CHECK(std::ranges::find(all, question) == all.end());
    if (suggestion.empty()) continue;
    CHECK(std::ranges::find(all, suggestion) != all.end());
  }
}

}  // namespace e2e
