#include "extract/name_types.h"

#include <algorithm>
#include <array>

namespace extract {
namespace {

using models::NameClass;
using models::NameList;
using text::EntityType;

// What a clue is worth, in points. A head noun outweighs all but three
// mentions beside telling words.
constexpr int kHead = 6;
constexpr int kInnerWord = 2;
constexpr int kLegalForm = 8;
constexpr int kListed = 3;
constexpr int kBeside = 2;
constexpr int kMostBeside = 6;  // of all mentions together

struct Points {
  int company = 0;
  int government = 0;
  int organization = 0;
};

class BodyType {
 public:
  BodyType(const Knowledge& knowledge, const Reading& reading)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        reading_(reading) {}

  EntityType choose(std::span<const TaggedName> mentions) {
    const TaggedName& longest = *std::ranges::max_element(
        mentions, {}, [](const TaggedName& n) { return n.last - n.first; });
    add_words(longest);
    for (const TaggedName& name : mentions) add_beside(name);
    add_lists(mentions);
    points_.company += std::min(beside_.company, kMostBeside);
    points_.government += std::min(beside_.government, kMostBeside);
    points_.organization += std::min(beside_.organization, kMostBeside);
    if (points_.government > std::max(points_.company, points_.organization)) {
      return EntityType::kGovernment;
    }
    return points_.company > points_.organization ? EntityType::kCompany
                                                  : EntityType::kOrganization;
  }

 private:
  std::span<const Token> tokens(const TaggedName& name, size_t first,
                                size_t last) const {
    return std::span(reading_.passages[name.passage].tokens)
        .subspan(first, last - first);
  }

  size_t match(SetId set, std::span<const Token> words) const {
    return knowledge_.lexicon().match(set, words).size;
  }

  // The last words are the head, but where there is an `of` or `for` those
  // before it are.
  void add_words(const TaggedName& name) {
    size_t head_end = name.last;
    while (head_end > name.first + 1 &&
           knowledge_.in(grammar_.legal_form,
                         tokens(name, head_end - 1, head_end)[0])) {
      --head_end;
      points_.company += kLegalForm;
    }
    const auto whole = tokens(name, name.first, head_end);
    const auto link = std::ranges::find_if(whole, [](const Token& t) {
      return t.folded == "of" || t.folded == "for";
    });
    if (link != whole.begin()) {
      head_end = name.first + static_cast<size_t>(link - whole.begin());
    }
    for (size_t i = name.first; i < head_end; ++i) {
      const auto rest = tokens(name, i, head_end);
      add_word(points_.company, grammar_.name_company, rest);
      add_word(points_.company, grammar_.company_noun, rest);
      add_word(points_.government, grammar_.name_government, rest);
      add_word(points_.organization, grammar_.name_organization, rest);
    }
  }

  void add_word(int& points, SetId set, std::span<const Token> rest) const {
    const size_t size = match(set, rest);
    if (size == 0) return;
    points += size == rest.size() ? kHead : kInnerWord;
  }

  void add_lists(std::span<const TaggedName> mentions) {
    const auto listed = [&](NameList list) {
      return std::ranges::any_of(
          mentions, [&](const TaggedName& n) { return n.is_listed(list); });
    };
    if (listed(NameList::kCompany)) points_.company += kListed;
    if (listed(NameList::kOrganization)) points_.organization += kListed;
    if (listed(NameList::kTeam)) points_.organization += kListed;
  }

  void add_beside(const TaggedName& name) {
    const Sentence& sentence =
        reading_.passages[name.passage].sentences[name.sentence];
    const auto after = tokens(name, name.last, sentence.last);
    size_t first = name.first;
    if (first > sentence.first &&
        tokens(name, first - 1, first)[0].folded == "the") {
      --first;
    }
    const auto count = [&](int& points, SetId before_set, SetId after_set) {
      if (match(after_set, after) > 0) points += kBeside;
      for (size_t back = 1; back <= 4 && first >= sentence.first + back;
           ++back) {
        if (match(before_set, tokens(name, first - back, first)) == back) {
          points += kBeside;
          return;
        }
      }
    };
    count(beside_.company, grammar_.beside_company_before,
          grammar_.beside_company_after);
    count(beside_.government, grammar_.beside_government_before,
          grammar_.beside_government_after);
    count(beside_.organization, grammar_.beside_organization_before,
          grammar_.beside_organization_after);
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  const Reading& reading_;
  Points points_;
  Points beside_;
};

bool ends_as_facility(const Knowledge& knowledge, const Reading& reading,
                      const TaggedName& name) {
  const auto words = std::span(reading.passages[name.passage].tokens)
                         .subspan(name.first, name.last - name.first);
  for (size_t i = 1; i < words.size(); ++i) {
    const auto rest = words.subspan(i);
    const size_t size = knowledge.lexicon()
                            .match(knowledge.grammar().place_facility, rest)
                            .size;
    const size_t head = knowledge.heads().match(rest).second;
    if (std::max(size, head) == rest.size()) return true;
  }
  return false;
}

}  // namespace

EntityType choose_type(const Knowledge& knowledge, const Reading& reading,
                       std::span<const TaggedName> mentions) {
  switch (mentions.front().name_class) {
    case NameClass::kPerson:
      return EntityType::kPerson;
    case NameClass::kOrganization:
      return BodyType(knowledge, reading).choose(mentions);
    case NameClass::kLocation:
      return std::ranges::any_of(mentions,
                                 [&](const TaggedName& name) {
                                   return ends_as_facility(knowledge, reading,
                                                           name);
                                 })
                 ? EntityType::kFacility
                 : EntityType::kPlace;
    case NameClass::kOther:
      break;
  }
  return EntityType::kProduct;
}

}  // namespace extract
