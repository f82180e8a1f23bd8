// The sources of the name lists (docs/data-sources.md).

#pragma once

#include <filesystem>

#include "training/name_collection.h"
#include "training/word_case.h"

namespace training {

// Each adds the names of one source. They throw InputError naming a file that
// can't be read.

// `NAME.txt` of a folder, by list: one name a line, `#` begins a comment.
void add_own_lists(const std::filesystem::path& folder, NameCollection& names);

// The TSV files of corpora/gazetteer.
void add_gazetteer(const std::filesystem::path& folder, NameCollection& names);

// Titles of Wikipedia's articles, by their first sentences.
void add_article_titles(const std::filesystem::path& corpus,
                        NameCollection& names);

// FinanceDatabase: the column `name` of companies that have a country, in CSV.
void add_listed_companies(const std::filesystem::path& csv,
                          NameCollection& names);

// FinanceDatabase: titles of descriptions, and names that they begin with.
void add_described_companies(const std::filesystem::path& lines,
                             NameCollection& names);

// iso_3166-1.json and iso_3166-2.json of iso-codes.
void add_iso_codes(const std::filesystem::path& folder, NameCollection& names);

// GeoNames: `name TAB country TAB population` a line.
void add_cities(const std::filesystem::path& tsv, NameCollection& names);

// `given TAB name` or `surname TAB name` a line.
void add_parts_of_names(const std::filesystem::path& tsv,
                        NameCollection& names);

// Words that follow several given names in plain text: surnames.
void add_surnames_of_text(const std::filesystem::path& corpus,
                          const WordCase& word_case, NameCollection& names);

}  // namespace training
