// The headline of a page, told from the name of the paper beside it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/page_facts.h"

namespace indexer {

// `title` without the name of the paper before or behind a mark: `Zinc rises -
// The Paper`, `The Paper: Zinc rises`, `锌价上涨_港口日报`. The paper is one of
// `site_names`, or what a host of theirs is called.
std::string without_site(std::string_view title,
                         const std::vector<std::string>& site_names);

// The headline that `facts` state: of JSON-LD, <meta> and <title> the first, or
// the <h1> that is all of that but the name of a paper; otherwise the first
// <h1>. Empty if there is none.
std::string headline_of(const PageFacts& facts,
                        const std::vector<std::string>& site_names);

}  // namespace indexer
