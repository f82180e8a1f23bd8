#include "server/api/entity_suggestions.h"

#include <algorithm>
#include <set>
#include <string>

#include "search/typing_form.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/simplify.h"
#include "text/utf8.h"

namespace server::api {
namespace {

// Names that one beginning is asked for, to be looked through.
constexpr size_t kNamesRead = 64;

// Bytes from which on a word of `name` begins `form`; the name's size if none
// does.
uint32_t find_begin(std::string_view name, std::string_view form) {
  bool in_word = false;
  for (uint32_t i = 0; i < name.size();) {
    const text::CodePoint next = text::code_point_at(name, i);
    const bool is_word =
        text::is_letter(next.value) || text::is_digit(next.value);
    const bool begins = is_word && (!in_word || search::is_cjk(next.value));
    if (begins && search::typing_form(name.substr(i)).starts_with(form)) {
      return i;
    }
    in_word = is_word;
    i += next.size;
  }
  return static_cast<uint32_t>(name.size());
}

// The last character of `typed` and where it begins.
struct Last {
  char32_t character = 0;
  size_t begin = 0;
};

Last last_character(std::string_view typed) {
  Last last;
  for (size_t i = 0; i < typed.size();) {
    last = {text::code_point_at(typed, i).value, i};
    i += text::code_point_at(typed, i).size;
  }
  return last;
}

std::string in_katakana(std::string_view folded) {
  constexpr char32_t kKatakanaFromHiragana = 0x60;
  std::string katakana;
  for (size_t i = 0; i < folded.size();) {
    const text::CodePoint next = text::code_point_at(folded, i);
    i += next.size;
    const bool is_turned = next.value >= U'ぁ' && next.value <= U'ゖ';
    katakana += text::encode_utf8(is_turned ? next.value + kKatakanaFromHiragana
                                            : next.value);
  }
  return katakana;
}

// What names may begin with that typed so far is on the way to, apart from
// itself; they are compared by typing_form() then.
std::vector<std::string> other_beginnings(const std::string& folded) {
  std::vector<std::string> beginnings;
  const Last last = last_character(folded);
  if (text::script_of(last.character) == text::Script::kHangul) {
    if (last.begin > 0) beginnings.push_back(folded.substr(0, last.begin));
    const char32_t index = last.character - U'가';
    if (last.character >= U'가' && index % 28 != 0) {
      beginnings.push_back(folded.substr(0, last.begin) +
                           text::encode_utf8(last.character - index % 28));
    }
  }
  for (const std::string& other :
       {in_katakana(folded), text::simplify(folded)}) {
    if (other != folded) beginnings.push_back(other);
  }
  return beginnings;
}

Tier tier_of(const graph::NamedEntity& named, std::string_view form) {
  if (search::typing_form(named.matched) == form) return Tier::kExact;
  return named.matched == named.entity.name ? Tier::kPrefix : Tier::kAlias;
}

class Collector {
 public:
  explicit Collector(std::string_view typed)
      : form_(search::typing_form(typed)) {
    // No name ends with the blank that parts it from what is typed next.
    if (form_.ends_with(' ')) form_.pop_back();
  }

  void add(graph::NamedEntity named) {
    if (seen_.contains(named.entity.id)) return;
    const uint32_t begin = find_begin(named.matched, form_);
    seen_.insert(named.entity.id);
    const auto match = search::typed_part(named.matched, begin, form_);
    const Tier tier = tier_of(named, form_);
    suggested_.push_back({std::move(named), tier, match});
  }

  void add_if_begun(graph::NamedEntity named) {
    if (find_begin(named.matched, form_) < named.matched.size()) {
      add(std::move(named));
    }
  }

  size_t size() const { return suggested_.size(); }

  std::vector<SuggestedEntity> take(size_t limit) {
    std::ranges::stable_sort(suggested_, {}, &SuggestedEntity::tier);
    if (suggested_.size() > limit) suggested_.resize(limit);
    return std::move(suggested_);
  }

 private:
  std::string form_;
  std::set<std::string> seen_;
  std::vector<SuggestedEntity> suggested_;
};

}  // namespace

std::string_view to_string(Tier tier) {
  switch (tier) {
    case Tier::kExact:
      return "exact";
    case Tier::kPrefix:
      return "prefix";
    case Tier::kAlias:
      return "alias";
    case Tier::kFuzzy:
      break;
  }
  return "fuzzy";
}

std::vector<SuggestedEntity> suggest_entities(std::string_view typed,
                                              size_t limit,
                                              const graph::GraphReader& graph) {
  const std::string folded = text::fold_name(typed);
  Collector collector(typed);
  for (auto& named : graph.suggest(folded, limit)) {
    collector.add(std::move(named));
  }
  if (collector.size() >= limit) return collector.take(limit);
  for (const std::string& beginning : other_beginnings(folded)) {
    for (auto& named : graph.suggest(beginning, kNamesRead)) {
      collector.add_if_begun(std::move(named));
    }
  }
  return collector.take(limit);
}

}  // namespace server::api
