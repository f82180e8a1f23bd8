// The languages by whose rules the words of a query are stemmed: an article has
// the stems of its own language only.

#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

namespace search {

struct QueryLanguages {
  std::string first;                // by its rules, whatever the article
  std::vector<std::string> others;  // by theirs, in articles of that language
};

// ISO 639-1 codes of the archive's articles, most articles first, equals by
// code; empty for those without. At most 32.
std::vector<std::string> list_languages(const Xapian::Database& database);

// Those that are asked for; all that the archive has, if none is. Several begin
// with the rules that words of no other language have.
QueryLanguages choose_languages(std::span<const std::string> asked,
                                std::span<const std::string> archive);

}  // namespace search
