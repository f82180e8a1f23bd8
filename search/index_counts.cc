#include "search/index_counts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "search/schema.h"
#include "search/stored_article.h"

namespace search {

namespace {

using Counts = std::map<std::string, uint64_t, std::less<>>;

// How many articles have each term of this prefix; keys are whole terms.
Counts count_terms(const Xapian::Database& database,
                   const DeletedDocuments& deleted, std::string_view prefix) {
  Counts counts;
  const std::string begin(prefix);
  for (auto term = database.allterms_begin(begin);
       term != database.allterms_end(begin); ++term) {
    counts[*term] = term.get_termfreq();
  }
  for (const Xapian::docid document : deleted.documents()) {
    auto term = database.termlist_begin(document);
    for (term.skip_to(begin);
         term != database.termlist_end(document) && (*term).starts_with(prefix);
         ++term) {
      --counts[*term];
    }
  }
  std::erase_if(counts, [](const auto& count) { return count.second == 0; });
  return counts;
}

std::vector<std::pair<std::string, uint64_t>> most_first(
    std::vector<std::pair<std::string, uint64_t>> counts) {
  std::ranges::sort(counts, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return counts;
}

}  // namespace

std::string source_name(const Xapian::Database& database,
                        const DeletedDocuments& deleted,
                        const std::string& term) {
  for (auto document = database.postlist_begin(term);
       document != database.postlist_end(term); ++document) {
    if (deleted.contains(*document)) continue;
    return decode_article(database.get_document(*document).get_data()).source;
  }
  return term.substr(kSourcePrefix.size());
}

IndexCounts count_all(const Xapian::Database& database,
                      const DeletedDocuments& deleted) {
  IndexCounts all;
  Counts kinds = count_terms(database, deleted, kKindPrefix);
  const auto count_kind = [&](text::ArticleKind kind) {
    return kinds[make_filter_term(kKindPrefix, text::to_string(kind))];
  };
  all.articles = count_kind(text::ArticleKind::kArticle);
  all.briefs = count_kind(text::ArticleKind::kBrief);
  for (const auto& [term, count] :
       count_terms(database, deleted, kSourcePrefix)) {
    all.by_source.emplace_back(source_name(database, deleted, term), count);
  }
  for (const auto& [term, count] :
       count_terms(database, deleted, kLanguagePrefix)) {
    all.by_language.emplace_back(term.substr(kLanguagePrefix.size()), count);
  }
  all.by_source = most_first(std::move(all.by_source));
  all.by_language = most_first(std::move(all.by_language));
  return all;
}

}  // namespace search
