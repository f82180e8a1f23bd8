#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::Modality;
using text::RelationType;

std::filesystem::path article_path() {
  return std::filesystem::path(LODE_SOURCE_DIR) /
         "../shared/data/articles/us-zinc-supply-chains.txt";
}

Extraction read_article() {
  std::ifstream in(article_path());
  std::string text((std::istreambuf_iterator<char>(in)),
                   std::istreambuf_iterator<char>());
  return read_body(text.substr(0, text.find("Data Source Statement")));
}

bool states(const Extraction& read, const char* source, RelationType type,
            const char* target) {
  return find_relation(read, source, type, target) != nullptr;
}

TEST_CASE("the reference article tells who does what with which smelter" *
          doctest::skip(!std::filesystem::exists(article_path()))) {
  const Extraction read = read_article();
  const auto* purchase =
      find_relation(read, "company:korea-zinc", RelationType::kAcquires,
                    "facility:clarksville-smelter");
  REQUIRE(purchase != nullptr);
  CHECK(purchase->modality == Modality::kPlanned);
  CHECK(states(read, "company:nyrstar", RelationType::kOperates,
               "facility:clarksville-smelter"));
  CHECK(states(read, "facility:clarksville-smelter", RelationType::kLocatedIn,
               "place:tennessee"));
  CHECK(states(read, "person:howard-lutnick", RelationType::kLeads,
               "government:us-department-of-commerce"));
  CHECK(states(read, "facility:port-pirie-smelter", RelationType::kProduces,
               "commodity:antimony"));
  CHECK(states(read, "company:nyrstar", RelationType::kOperates,
               "facility:port-pirie-smelter"));
  CHECK(states(read, "facility:port-pirie-smelter", RelationType::kLocatedIn,
               "place:south-australia"));
  CHECK(states(read, "company:korea-zinc", RelationType::kBuilds,
               "facility:clarksville-smelter"));
  CHECK(states(read, "government:us-department-of-defense",
               RelationType::kSupports, "company:korea-zinc"));
}

TEST_CASE("the reference article names its metals, places and framework" *
          doctest::skip(!std::filesystem::exists(article_path()))) {
  const Extraction read = read_article();
  for (const char* id :
       {"commodity:zinc", "commodity:lead", "commodity:copper",
        "commodity:antimony", "commodity:germanium", "commodity:gallium",
        "commodity:indium", "place:united-states", "place:tennessee",
        "place:south-australia",
        "agreement:us-australia-critical-minerals-and-rare-earths-framework"}) {
    CAPTURE(id);
    CHECK(find_mention(read, id) != nullptr);
  }
}

struct Stated {
  const char* entity;
  const char* measure;
  double value;
  const char* unit;
};

size_t count_facts(const Extraction& read, const Stated& stated) {
  return static_cast<size_t>(
      std::ranges::count_if(read.annotation.facts, [&](const text::Fact& f) {
        return f.entity == stated.entity && f.measure == stated.measure &&
               f.value == stated.value && f.unit == stated.unit;
      }));
}

TEST_CASE("the reference article tells how much antimony Port Pirie will make" *
          doctest::skip(!std::filesystem::exists(article_path()))) {
  const Extraction read = read_article();
  const auto& facts = read.annotation.facts;
  const auto capacity =
      std::ranges::find(facts, "capacity", &text::Fact::measure);
  REQUIRE(capacity != facts.end());
  CHECK(capacity->entity == "facility:port-pirie-smelter");
  CHECK(capacity->value == 5000);
  CHECK(capacity->unit == "t/year");
  CHECK(capacity->date == "2028");
  CHECK(count_facts(read, {"facility:port-pirie-smelter", "supply share", 15,
                           "%"}) == 1);
}

TEST_CASE("the briefs under the reference article tell prices and forecasts" *
          doctest::skip(!std::filesystem::exists(article_path()))) {
  std::ifstream in(article_path());
  const std::string text((std::istreambuf_iterator<char>(in)),
                         std::istreambuf_iterator<char>());
  const Extraction read =
      read_body(text.substr(text.find("[Tungsten Concentrate Tender")));
  const char* lot = "commodity:tungsten-concentrate";
  CHECK(count_facts(read, {lot, "price", 10155, "CNY/mtu"}) == 2);
  CHECK(count_facts(read, {lot, "price", 10160, "CNY/mtu"}) == 1);
  struct Forecast {
    const char* commodity;
    const char* unit;
    double price;
    double rise;
    double percent;
  };
  const Forecast forecasts[] = {
      {"commodity:black-tungsten-concentrate", "CNY/mtu", 670000, 210000,
       45.65},
      {"commodity:ammonium-paratungstate", "CNY/t", 970000, 300000, 44.78},
      {"commodity:tungsten-powder", "CNY/kg", 1630, 480, 41.74}};
  for (const Forecast& f : forecasts) {
    CAPTURE(f.commodity);
    CHECK(count_facts(read, {f.commodity, "price forecast", f.price, f.unit}) ==
          1);
    CHECK(count_facts(read, {f.commodity, "price change", f.rise, f.unit}) ==
          1);
    CHECK(count_facts(read, {f.commodity, "price change", f.percent, "%"}) ==
          1);
  }
}

}  // namespace
}  // namespace extract
