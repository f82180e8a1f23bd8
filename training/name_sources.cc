#include "training/name_sources.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "text/error.h"
#include "text/fold.h"
#include "training/article_kind.h"
#include "training/corpus.h"

namespace training {
namespace {

using models::NameList;
using Cells = std::vector<std::string_view>;

Cells split(std::string_view line, char separator) {
  Cells cells;
  for (;;) {
    const size_t end = line.find(separator);
    cells.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

// The cells of a line of CSV, where `""` inside quotes is a quote.
std::vector<std::string> split_csv(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      const bool escaped = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (escaped) cells.back() += line[++i];
      if (!escaped) quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

NameList list_of_entity(std::string_view id, std::string_view facts) {
  const std::string_view type = id.substr(0, id.find(':'));
  if (type == "company") return NameList::kCompany;
  if (type == "person") return NameList::kPerson;
  if (type == "facility") return NameList::kFacility;
  if (type != "place") return NameList::kOrganization;
  if (facts.find("kind=country") != facts.npos) return NameList::kCountry;
  return facts.find("kind=city") != facts.npos ? NameList::kCity
                                               : NameList::kRegion;
}

void add_row(const Cells& cells, NameCollection& names) {
  const std::string_view type = cells[0].substr(0, cells[0].find(':'));
  if (type == "commodity" || type == "agreement" || type == "product") return;
  const NameList list = list_of_entity(cells[0], cells.back());
  names.add(cells[1], list);
  for (std::string_view alias : split(cells[2], '|')) {
    if (alias.starts_with('?')) continue;
    if (alias.starts_with('=')) alias.remove_prefix(1);
    names.add(alias, list);
  }
}

nlohmann::json read_json(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  auto json = nlohmann::json::parse(in, nullptr, false);
  if (json.is_discarded()) {
    throw text::InputError(file.string() + ": can't be read");
  }
  return json;
}

// `Acme Holdings, Inc. develops ...`: the words before the verb.
std::string_view described_name(std::string_view body) {
  constexpr std::array<std::string_view, 12> kVerbs = {
      " operates ", " provides ",     " engages ",
      " develops ", " is ",           " designs ",
      " produces ", " manufactures ", ", together with",
      ", through ", " offers ",       " focuses "};
  size_t end = std::string_view::npos;
  for (const std::string_view verb : kVerbs) {
    end = std::min(end, body.find(verb));
  }
  return end == std::string_view::npos || end > 80 ? std::string_view()
                                                   : body.substr(0, end);
}

}  // namespace

void add_own_lists(const std::filesystem::path& folder, NameCollection& names) {
  constexpr std::array<std::pair<std::string_view, NameList>, 6> kFiles = {
      std::pair{"countries.txt", NameList::kCountry},
      {"regions.txt", NameList::kRegion},
      {"companies.txt", NameList::kCompany},
      {"organizations.txt", NameList::kOrganization},
      {"peoples.txt", NameList::kPeople},
      {"teams.txt", NameList::kTeam}};
  for (const auto& [file, list] : kFiles) {
    read_lines(folder / file, [&](std::string_view line) {
      if (!line.empty() && !line.starts_with('#')) names.add(line, list);
    });
  }
}

void add_gazetteer(const std::filesystem::path& folder, NameCollection& names) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    read_lines(entry.path(), [&](std::string_view line) {
      const Cells cells = split(line, '\t');
      if (cells.size() == 7 && cells[0].find(':') != std::string_view::npos) {
        add_row(cells, names);
      }
    });
  }
}

void add_article_titles(const std::filesystem::path& corpus,
                        NameCollection& names) {
  read_corpus(corpus, [&](const CorpusArticle& article) {
    const auto named = read_first_sentence(article.title, article.body);
    if (!named) return;
    for (const std::string& name : named->names) {
      switch (named->list) {
        case NameList::kPerson:
          names.add_person(name);
          break;
        case NameList::kCompany:
          names.add_company(name);
          break;
        default:
          names.add(name, named->list);
      }
    }
  });
}

void add_listed_companies(const std::filesystem::path& csv,
                          NameCollection& names) {
  constexpr size_t kName = 0;
  constexpr size_t kCountry = 5;
  bool header = true;
  read_lines(csv, [&](std::string_view line) {
    const auto cells = split_csv(line);
    if (!header && cells.size() > kCountry && !cells[kCountry].empty()) {
      names.add_company(cells[kName]);
    }
    header = false;
  });
}

void add_described_companies(const std::filesystem::path& lines,
                             NameCollection& names) {
  read_corpus(lines, [&](const CorpusArticle& article) {
    names.add_company(article.title);
    names.add_company(described_name(article.body));
  });
}

void add_iso_codes(const std::filesystem::path& folder, NameCollection& names) {
  const auto countries = read_json(folder / "iso_3166-1.json");
  for (const auto& country : countries.at("3166-1")) {
    for (const char* key : {"name", "common_name", "official_name"}) {
      if (country.contains(key)) {
        names.add(country.at(key).get<std::string>(), NameList::kCountry);
      }
    }
  }
  const auto regions = read_json(folder / "iso_3166-2.json");
  for (const auto& region : regions.at("3166-2")) {
    const auto name = region.at("name").get<std::string>();
    names.add(name.substr(0, name.find_first_of("[(;")), NameList::kRegion);
  }
}

void add_cities(const std::filesystem::path& tsv, NameCollection& names) {
  constexpr int kMinPopulation = 5000;
  read_lines(tsv, [&](std::string_view line) {
    const Cells cells = split(line, '\t');
    int population = 0;
    std::from_chars(cells.back().data(),
                    cells.back().data() + cells.back().size(), population);
    if (population >= kMinPopulation) names.add(cells[0], NameList::kCity);
  });
}

void add_parts_of_names(const std::filesystem::path& tsv,
                        NameCollection& names) {
  read_lines(tsv, [&](std::string_view line) {
    const Cells cells = split(line, '\t');
    if (cells.size() != 2) return;
    names.add(cells[1],
              cells[0] == "given" ? NameList::kGivenName : NameList::kSurname);
  });
}

void add_surnames_of_text(const std::filesystem::path& corpus,
                          const WordCase& word_case, NameCollection& names) {
  constexpr size_t kMinGivenNames = 4;
  constexpr double kMinShare = 0.25;
  struct Uses {
    std::set<std::string> given_names;
    uint32_t after_given_name = 0;
    uint32_t all = 0;
  };
  const auto is_name = [](std::string_view word) {
    return word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z' &&
           word[1] >= 'a' && word[1] <= 'z';
  };
  std::map<std::string, Uses> uses;
  read_corpus(corpus, [&](const CorpusArticle& article) {
    for (const auto& words : whole_sentences(article.body)) {
      for (size_t i = 1; i < words.size(); ++i) {
        if (!is_name(words[i])) continue;
        Uses& use = uses[std::string(words[i])];
        ++use.all;
        const std::string before = text::fold_name(words[i - 1]);
        if (!is_name(words[i - 1]) ||
            !names.contains(before, NameList::kGivenName) ||
            word_case.is_mostly_lower(before, 1)) {
          continue;
        }
        ++use.after_given_name;
        use.given_names.insert(before);
      }
    }
  });
  for (const auto& [word, use] : uses) {
    const bool often = use.after_given_name >= kMinShare * use.all;
    if (use.given_names.size() >= kMinGivenNames && often &&
        !word_case.is_mostly_lower(text::fold_name(word), 0.5)) {
      names.add(word, NameList::kSurname);
    }
  }
}

}  // namespace training
