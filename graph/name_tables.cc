#include "graph/name_tables.h"

#include <array>
#include <map>
#include <string>

#include "graph/entity_summary.h"
#include "graph/keys.h"
#include "graph/partitioned_sorter.h"

namespace graph {
namespace {

constexpr size_t kBudget = 16u << 20;  // bytes, of one lane
// Names that are kept for one prefix, the best.
constexpr size_t kPrefixNames = 64;

using Sorters = std::vector<std::unique_ptr<ExternalSorter>>;

Sorters make_sorters(const std::filesystem::path& prefix, size_t lanes) {
  Sorters sorters;
  for (size_t lane = 0; lane < lanes; ++lane) {
    sorters.push_back(std::make_unique<ExternalSorter>(
        prefix.string() + "-" + std::to_string(lane), kBudget));
  }
  return sorters;
}

SortedRecords take(Sorters& sorters) {
  std::vector<ExternalSorter*> sorted;
  for (const auto& sorter : sorters) {
    sorter->sort();
    sorted.push_back(sorter.get());
  }
  return SortedRecords(std::move(sorted));
}

// Names come in order, so those with one prefix follow each other: only the
// best of the prefixes of the name at hand are held.
class PrefixRows {
 public:
  explicit PrefixRows(ExternalSorter& rows) : rows_(rows) {}

  void add(const NameKey& name, std::string_view written) {
    const auto prefixes = list_prefixes(name);
    for (size_t i = 0; i < prefixes.size(); ++i) {
      Prefix& prefix = prefixes_[i];
      if (prefix.folded != prefixes[i].folded) {
        hand_over(prefix);
        prefix.folded = prefixes[i].folded;
      }
      // Two names of an entity may begin alike: the first is kept.
      prefix.best.try_emplace(encode(prefixes[i]), written);
      if (prefix.best.size() > kPrefixNames) {
        prefix.best.erase(std::prev(prefix.best.end()));
      }
    }
  }

  void finish() {
    for (Prefix& prefix : prefixes_) hand_over(prefix);
  }

 private:
  struct Prefix {
    std::string folded;
    std::map<std::string, std::string> best;  // key -> name as written
  };

  void hand_over(Prefix& prefix) {
    for (const auto& [key, written] : prefix.best) rows_.add(key, written);
    prefix.best.clear();
  }

  ExternalSorter& rows_;
  std::array<Prefix, kPrefixCharacters> prefixes_;  // by length
};

}  // namespace

NameTables::NameTables(const std::filesystem::path& directory, size_t lanes)
    : directory_(directory),
      names_(make_sorters(directory / "sort-names", lanes)),
      ranked_(make_sorters(directory / "sort-ranked", lanes)) {}

void NameTables::add(size_t lane, EntityId entity, const EntityRecord& record) {
  for (const NameRow& row : list_names(record)) {
    names_[lane]->add(encode(row.key), row.written);
  }
  ranked_[lane]->add(
      encode(RankedKey{record.entity.type, record.story_count, entity}), "");
}

void NameTables::write_names(Database& database) {
  ExternalSorter prefixes(directory_ / "sort-prefixes", kBudget);
  PrefixRows best(prefixes);
  TableWriter names(database, Column::kNames);
  for (auto rows = take(names_); rows.valid(); rows.next()) {
    names.add(rows.key(), rows.value());
    best.add(decode_name_key(rows.key()), rows.value());
  }
  names.finish();
  best.finish();
  TableWriter table(database, Column::kPrefixes);
  for (prefixes.sort(); prefixes.valid(); prefixes.next()) {
    table.add(prefixes.key(), prefixes.value());
  }
  table.finish();
}

void NameTables::write_ranked(Database& database) {
  TableWriter table(database, Column::kRanked);
  for (auto rows = take(ranked_); rows.valid(); rows.next()) {
    table.add(rows.key(), rows.value());
  }
  table.finish();
}

}  // namespace graph
