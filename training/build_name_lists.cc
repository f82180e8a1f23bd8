// Builds the name lists from their sources (docs/data-sources.md).
//
//   build_name_lists OUTPUT OWN_LISTS GAZETTEER SOURCES
//
// SOURCES is a folder of: enwiki/ and wikinews/ (corpora), companies.csv.gz,
// company-descriptions.jsonl.gz, cities.tsv, people.tsv and iso-codes/.

#include <array>
#include <iostream>

#include "training/corpus.h"
#include "training/name_collection.h"
#include "training/name_sources.h"
#include "training/word_case.h"

namespace training {
namespace {

using models::NameList;

WordCase read_case(const std::filesystem::path& sources) {
  WordCase word_case;
  for (const char* corpus :
       {"enwiki", "wikinews", "company-descriptions.jsonl.gz"}) {
    read_corpus(sources / corpus, [&](const CorpusArticle& article) {
      for (const auto& sentence : whole_sentences(article.body)) {
        word_case.add(sentence);
      }
    });
  }
  return word_case;
}

void print_counts(const NameCollection& names) {
  constexpr std::array<const char*, models::kNameListCount> kNames = {
      "given names", "surnames",   "people",      "countries",     "cities",
      "regions",     "facilities", "companies",   "organisations", "teams",
      "peoples",     "works",      "common words"};
  for (size_t i = 0; i < kNames.size(); ++i) {
    std::cout << kNames[i] << '\t' << names.count(static_cast<NameList>(i))
              << '\n';
  }
}

void build(const std::array<std::filesystem::path, 4>& paths) {
  const auto& [output, own_lists, gazetteer, sources] = paths;
  NameCollection names;
  add_own_lists(own_lists, names);
  add_gazetteer(gazetteer, names);
  add_iso_codes(sources / "iso-codes", names);
  add_cities(sources / "cities.tsv", names);
  add_parts_of_names(sources / "people.tsv", names);
  add_article_titles(sources / "enwiki", names);
  add_listed_companies(sources / "companies.csv.gz", names);
  add_described_companies(sources / "company-descriptions.jsonl.gz", names);
  const WordCase word_case = read_case(sources);
  for (const char* corpus : {"enwiki", "wikinews"}) {
    add_surnames_of_text(sources / corpus, word_case, names);
  }
  names.drop_common_words(word_case);
  for (const std::string& word : word_case.common_words()) {
    names.add(word, NameList::kCommonWord);
  }
  names.write(output);
  print_counts(names);
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "build_name_lists OUTPUT OWN_LISTS GAZETTEER SOURCES\n";
    return 2;
  }
  try {
    training::build({argv[1], argv[2], argv[3], argv[4]});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
