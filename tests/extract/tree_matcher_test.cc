#include "extract/tree_matcher.h"

#include <doctest/doctest.h>

#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using Strings = std::set<std::string>;

const Knowledge& knowledge() {
  static const Knowledge kKnowledge(resources());
  return kKnowledge;
}

// A sentence with its tree written out: `Teck/PROPN/nsubj/3` a token, heads
// counted from 1, 0 for the root. A token that ends in `=company` is a mention.
class Parsed {
 public:
  explicit Parsed(const std::string& rows) {
    std::istringstream in(rows);
    std::string row;
    std::vector<std::pair<size_t, text::EntityType>> mentions;
    while (in >> row) add(row, mentions);
    reading_.passages.push_back(read_passage(text_, false));
    Passage& passage = reading_.passages.front();
    knowledge().lexicon().symbols().label(passage.tokens);
    REQUIRE(passage.tokens.size() == tree_.tags.size());
    for (const auto& [token, type] : mentions) {
      Found found;
      found.first = token;
      found.last = token + 1;
      found.readings = {reading_.bear(type, passage.tokens[token].folded)};
      reading_.found.push_back(found);
    }
    reading_.arrange();
  }
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;

  // `acquires glencore teck planned`
  Strings read() const {
    const TreeSentence sentence(knowledge(), reading_, 0, 0, tree_);
    Strings relations;
    for (const TreeMatch& match : match_trees(sentence)) {
      relations.insert(told(match));
    }
    return relations;
  }

 private:
  void add(const std::string& row,
           std::vector<std::pair<size_t, text::EntityType>>& mentions) {
    std::vector<std::string> cells(1);
    for (const char c : row) {
      if (c == '/')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    REQUIRE(cells.size() == 4);
    const size_t equals = std::min(cells[0].find('='), cells[0].size());
    if (equals < cells[0].size()) {
      const auto type = text::parse_entity_type(cells[0].substr(equals + 1));
      REQUIRE(type);
      mentions.emplace_back(tree_.tags.size(), *type);
    }
    if (!text_.empty()) text_ += ' ';
    text_ += cells[0].substr(0, equals);
    const auto head = static_cast<Word>(std::stoul(cells[3]));
    tree_.tags.push_back(*models::parse_tag(cells[1]));
    tree_.nodes.push_back(
        {head == 0 ? kNoWord : head - 1, *models::parse_dependency(cells[2])});
  }

  static std::string told(const TreeMatch& match) {
    const Stance& stance = match.stance;
    std::string text = std::string(to_string(match.rule->type)) + " " +
                       match.source.entity->entity.name + " " +
                       match.target.entity->entity.name + " " +
                       std::string(to_string(stance.modality));
    if (stance.negated) text += " negated";
    if (!stance.date.empty()) text += " " + stance.date;
    if (stance.speaker != nullptr) {
      text += " says " + stance.speaker->entity().entity.name;
    }
    return text;
  }

  std::string text_;
  Reading reading_;
  SentenceTree tree_;
};

TEST_CASE("one rule reads active, passive and relative clauses") {
  CHECK(Parsed("Glencore=company/PROPN/nsubj/3 has/AUX/aux/3 "
               "bought/VERB/root/0 Teck=company/PROPN/obj/3")
            .read() == Strings{"acquires glencore teck asserted"});
  CHECK(Parsed("Teck=company/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 "
               "bought/VERB/root/0 by/ADP/case/5 "
               "Glencore=company/PROPN/obl:agent/3")
            .read() == Strings{"acquires glencore teck asserted"});
  CHECK(Parsed("Teck=company/PROPN/nsubj/6 ,/PUNCT/punct/4 which/PRON/obj/5 "
               "Glencore=company/PROPN/nsubj/5 bought/VERB/acl:relcl/1 "
               "fell/VERB/root/0")
            .read() == Strings{"acquires glencore teck asserted"});
  CHECK(Parsed("Teck=company/PROPN/nsubj/5 bought/VERB/acl/1 by/ADP/case/4 "
               "Glencore=company/PROPN/obl/2 fell/VERB/root/0")
            .read() == Strings{"acquires glencore teck asserted"});
}

TEST_CASE("a noun says what its verb says") {
  CHECK(Parsed("Glencore=company/PROPN/nmod:poss/3 "
               "planned/ADJ/amod/3 purchase/NOUN/nsubj/6 of/ADP/case/5 "
               "Teck=company/PROPN/nmod/3 failed/VERB/root/0")
            .read() == Strings{"acquires glencore teck planned"});
  CHECK(Parsed("Glencore=company/PROPN/nsubj/2 rejected/VERB/root/0 "
               "the/DET/det/4 purchase/NOUN/obj/2 of/ADP/case/6 "
               "Teck=company/PROPN/nmod/4")
            .read() == Strings{"acquires glencore teck asserted negated"});
}

TEST_CASE("a verb shares the subject of the verb above, and its doubts") {
  CHECK(Parsed("Glencore=company/PROPN/nsubj/2 plans/VERB/root/0 "
               "to/PART/mark/4 buy/VERB/xcomp/2 Teck=company/PROPN/obj/4 "
               "by/ADP/case/7 2028/NUM/obl/4")
            .read() == Strings{"acquires glencore teck planned 2028"});
  CHECK(Parsed("Glencore=company/PROPN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 "
               "buy/VERB/root/0 Teck=company/PROPN/obj/4 and/CCONJ/cc/7 "
               "Nyrstar=company/PROPN/conj/5")
            .read() == Strings{"acquires glencore teck asserted negated",
                               "acquires glencore nyrstar asserted negated"});
}

TEST_CASE("who says so is kept, and what is denied") {
  CHECK(Parsed("Jane=person/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 "
               "Glencore=company/PROPN/nsubj/5 bought/VERB/ccomp/2 "
               "Teck=company/PROPN/obj/5")
            .read() == Strings{"acquires glencore teck asserted says jane"});
  CHECK(Parsed("Jane=person/PROPN/nsubj/2 denied/VERB/root/0 that/SCONJ/mark/5 "
               "Glencore=company/PROPN/nsubj/5 bought/VERB/ccomp/2 "
               "Teck=company/PROPN/obj/5")
            .read() ==
        Strings{"acquires glencore teck asserted negated says jane"});
}

TEST_CASE("who holds a post is told by apposition, copula and appointment") {
  CHECK(Parsed("Jane=person/PROPN/nsubj/7 ,/PUNCT/punct/4 the/DET/det/4 "
               "chairman/NOUN/appos/1 of/ADP/case/6 "
               "Teck=company/PROPN/nmod/4 spoke/VERB/root/0")
            .read() == Strings{"leads jane teck asserted"});
  CHECK(Parsed("Jane=person/PROPN/nsubj/4 is/AUX/cop/4 no/DET/det/4 "
               "chairman/NOUN/root/0 of/ADP/case/6 Teck=company/PROPN/nmod/4")
            .read() == Strings{"leads jane teck asserted negated"});
  CHECK(Parsed("Teck=company/PROPN/nsubj/2 named/VERB/root/0 "
               "Jane=person/PROPN/obj/2 as/ADP/case/5 chairman/NOUN/obl/2 "
               "of/ADP/case/7 Nyrstar=company/PROPN/nmod/5")
            .read() == Strings{"leads jane nyrstar asserted"});
  CHECK(Parsed("Jane=person/PROPN/nsubj/7 ,/PUNCT/punct/4 deputy/ADJ/amod/4 "
               "chairman/NOUN/appos/1 of/ADP/case/6 "
               "Teck=company/PROPN/nmod/4 spoke/VERB/root/0")
            .read()
            .empty());
}

TEST_CASE("a long chain of clauses is read in linear time") {
  std::string rows = "Glencore=company/PROPN/nsubj/2 said/VERB/root/0";
  for (int i = 2; i < 10'000; i += 2) {
    rows += " Teck=company/PROPN/nsubj/" + std::to_string(i + 2) +
            " bought/VERB/ccomp/" + std::to_string(i);
  }
  CHECK(Parsed(rows).read().empty());
}

}  // namespace
}  // namespace extract
