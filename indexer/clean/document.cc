#include "indexer/clean/document.h"

#include <algorithm>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/plain_text.h"
#include "text/language.h"

namespace indexer {
namespace {

// `en` of `en-US`, `EN_us`; empty if that is no language code.
std::string primary_language(std::string_view tag) {
  const std::string_view code = tag.substr(0, tag.find_first_of("-_"));
  if (code.size() != 2) return {};
  std::string lower = to_lower_ascii(code);
  const bool letters =
      std::ranges::all_of(lower, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters ? lower : std::string();
}

bool is_cjk_language(std::string_view language) {
  return language == "zh" || language == "ja" || language == "ko";
}

}  // namespace

text::ArticleId identify(const text::Article& article) {
  const bool brief = article.kind == text::ArticleKind::kBrief;
  return text::make_article_id(
      {.url = article.url,
       .source = article.source,
       .published = brief ? std::nullopt : article.published,
       .external_id = article.external_id,
       .title = article.title,
       .body = article.body});
}

std::string language_of(const text::Article& article) {
  const std::string declared = primary_language(article.language);
  const std::string detected =
      text::detect_language(article.title + "\n\n" + article.body);
  if (!detected.empty()) return detected;
  const bool cjk = has_cjk(article.title) || has_cjk(article.body);
  return is_cjk_language(declared) == cjk ? declared : std::string();
}

}  // namespace indexer
