#include "indexer/clean/document.h"

#include <algorithm>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/main_script.h"
#include "indexer/clean/plain_text.h"
#include "text/language.h"
#include "text/utf8.h"

namespace indexer {
namespace {

// Of a text, where the title alone does not tell it from others.
constexpr size_t kOpeningBytes = 256;

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
  // Of a teaser, some pages state the date and others do not.
  const bool is_teaser =
      article.kind == text::ArticleKind::kBrief && !article.body.empty();
  const bool is_known = is_teaser || article.published.has_value() ||
                        !article.source.empty() || !article.external_id.empty();
  return text::make_article_id(
      {.url = article.url,
       .source = article.source,
       .published = is_teaser ? std::nullopt : article.published,
       .external_id = article.external_id,
       .title = article.title,
       .body = article.body,
       .opening = is_known ? std::string_view()
                           : text::cut_utf8(article.body, kOpeningBytes)});
}

std::string language_of(const text::Article& article) {
  const std::string declared = primary_language(article.language);
  const std::string detected = text::detect_language(
      text_in_main_script(article.title + "\n\n" + article.body));
  if (!detected.empty()) return detected;
  const bool cjk = has_cjk(article.title) || has_cjk(article.body);
  return is_cjk_language(declared) == cjk ? declared : std::string();
}

}  // namespace indexer
