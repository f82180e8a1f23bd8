#include "search/query_languages.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "search/schema.h"
#include "text/stemming.h"

namespace search {

namespace {

constexpr size_t kMaxLanguages = 32;

// Without rules of its own a language has those of English.
bool has_own_rules(std::string_view language) {
  return language != "en" && text::has_stemming_rules(language);
}

}  // namespace

std::vector<std::string> list_languages(const Xapian::Database& database) {
  using Counted = std::pair<Xapian::doccount, std::string>;
  std::vector<Counted> counted;
  Xapian::doccount unknown = database.get_doccount();
  const std::string prefix(kLanguagePrefix);
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix); ++term) {
    counted.emplace_back(term.get_termfreq(), (*term).substr(prefix.size()));
    unknown -= std::min(unknown, term.get_termfreq());
  }
  if (unknown > 0) counted.insert(counted.begin(), {unknown, ""});
  std::ranges::stable_sort(counted, std::ranges::greater(), &Counted::first);
  std::vector<std::string> languages;
  for (auto& [count, language] : counted) {
    if (languages.size() == kMaxLanguages) break;
    languages.push_back(std::move(language));
  }
  return languages;
}

QueryLanguages choose_languages(std::span<const std::string> asked,
                                std::span<const std::string> archive) {
  const auto wanted = asked.empty() ? archive : asked;
  if (wanted.size() == 1) return {.first = wanted.front(), .others = {}};
  QueryLanguages chosen;
  std::ranges::copy_if(wanted, std::back_inserter(chosen.others),
                       has_own_rules);
  return chosen;
}

}  // namespace search
