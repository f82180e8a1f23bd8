// What a page states about itself, as it stands there.

#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/json_ld.h"
#include "indexer/clean/markup.h"

namespace indexer {

// Empty is not stated. Lists are in the order of the page.
struct PageFacts {
  // <meta> by `name`, `property` and `itemprop`, in lower case with `:` for
  // `.`; of several of one name the first that says something, first by
  // `property`.
  std::map<std::string, std::string, std::less<>> meta;
  std::map<std::string, std::string, std::less<>>
      itemprops;                      // the first of each
  std::vector<std::string> times;     // <time>
  std::vector<std::string> headings;  // <h1> but those that link home
  std::vector<std::string> authors;   // linked or named so
  std::vector<std::string> bylines;   // texts called so, but in comments
  std::string title;                  // <title>
  std::string canonical;              // address, as it is written
  std::string base;                   // what addresses are relative to
  std::string language;
  JsonLd json_ld;

  // The first that is stated of `names` of <meta>.
  std::string first_meta(std::initializer_list<std::string_view> names) const;
};

PageFacts collect_facts(const Markup& page);

}  // namespace indexer
