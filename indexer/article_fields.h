// How exporters call the fields of an article.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace indexer {

enum class ArticleField : uint8_t {
  kTitle,
  kBody,
  kSummary,  // stands for a body that is missing
  kUrl,
  kPublished,
  kModified,
  kSource,
  kAuthors,
  kLanguage,
  kSection,
};

// The names of `field` as normal_field_name() writes them, the best first.
std::span<const std::string_view> field_names(ArticleField field);

// Lower case, without what is neither letter nor digit: `datepublished` of
// `date_published` and `Date Published`. Bytes outside of ASCII stay.
std::string normal_field_name(std::string_view name);

// What exporters put around an article: `{"_source": {…}}`.
std::span<const std::string_view> wrapper_names();
bool is_wrapper(std::string_view name);

// True if `name`, in any spelling, is a name of `field`.
bool is_field(std::string_view name, ArticleField field);

}  // namespace indexer
