#include "search/feedback.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "search/schema.h"
#include "tests/search/test_segment.h"

using namespace search;

namespace {

// Two articles on smelters that share `furnace`, and four on other things.
class Smelters {
 public:
  Smelters() {
    const std::vector<IndexedArticle> articles = {
        {make_article(1, "Smelter one", "A furnace and slag at the smelter.")},
        {make_article(2, "Smelter two", "The furnace of a smelter, and gas.")},
        {make_article(3, "Ship", "A ship sails.")},
        {make_article(4, "Wheat", "The wheat grows.")},
        {make_article(5, "Court", "A court rules.")},
        {make_article(6, "Train", "The train waits.")},
        {make_article(7, "Song", "The song ends.")},
        {make_article(8, "Rain", "The rain falls.")},
        {make_article(9, "Fish", "The fish swims.")},
        {make_article(10, "Snow", "The snow melts.")},
        {make_article(11, "Tree", "The tree falls.")},
    };
    write_segment(directory_.path() / "segment", articles);
    database_ = open_segment(directory_.path() / "segment");
  }

  std::vector<std::string> shared_by(std::vector<ScoredDocument> best) const {
    std::vector<std::string> terms;
    for (const FeedbackTerm& told : choose_feedback(database_, best)) {
      terms.push_back(told.term);
    }
    return terms;
  }

  std::vector<FeedbackTerm> weighted(std::vector<ScoredDocument> best) const {
    return choose_feedback(database_, best);
  }

 private:
  TemporaryDirectory directory_;
  Xapian::Database database_;
};

}  // namespace

TEST_CASE("what the best articles share is told, the most telling first") {
  const Smelters smelters;
  CHECK(smelters.shared_by({{1, 2.0}, {2, 1.0}}) ==
        std::vector<std::string>{"Zsmelter", "Zfurnac"});
  const auto weighted = smelters.weighted({{1, 2.0}, {2, 1.0}});
  CHECK(weighted.front().weight == 1);
  CHECK(weighted.back().weight < 1);
}

TEST_CASE("articles that share nothing tell nothing, nor do none at all") {
  const Smelters smelters;
  CHECK(smelters.shared_by({{1, 1.0}, {3, 1.0}}).empty());
  CHECK(smelters.shared_by({}).empty());
  CHECK(smelters.shared_by({{1, 0.0}, {2, 0.0}}).empty());
}
