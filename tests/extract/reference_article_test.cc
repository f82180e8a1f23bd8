#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

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

}  // namespace
}  // namespace extract
