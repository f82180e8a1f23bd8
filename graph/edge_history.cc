#include "graph/edge_history.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/edge_scan.h"
#include "graph/edge_summary.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"

namespace graph {
namespace {

using Records = std::vector<EvidenceRecord>;

struct KeptReports {
  EntityId source{};
  EntityId target{};
  EdgeReports told;  // best first, at most kReportsRead
};

// A symmetric edge is known by either order of its ends.
EdgeName kept_as(EdgeName name) {
  if (text::is_symmetric(name.type) && name.target < name.source) {
    std::swap(name.source, name.target);
  }
  return name;
}

std::optional<KeptReports> read_reports(const Database& database,
                                        const EdgeName& asked) {
  const EdgeName name = kept_as(asked);
  const auto source = find_entity(database, name.source);
  const auto target = find_entity(database, name.target);
  if (!source || !target) return std::nullopt;
  KeptReports found;
  found.source = make_entity_key(name.source);
  found.target = make_entity_key(name.target);
  Records records = read_evidence(
      database, {found.source, name.type, found.target}, kReportsRead + 1);
  if (records.empty()) return std::nullopt;
  found.told.is_cut = records.size() > kReportsRead;
  if (found.told.is_cut) records.pop_back();
  found.told.edge = make_edge(name.type, summarize_edge(records).edge);
  found.told.edge.source = summarize(*source);
  found.told.edge.target = summarize(*target);
  found.told.records = std::move(records);
  return found;
}

text::Timestamp month_of(text::Timestamp time) {
  const text::CivilTime civil = text::to_civil(time);
  return text::to_timestamp({.year = civil.year, .month = civil.month}).value();
}

// `records` are dated.
std::vector<MonthOfEdge> count_months(const Records& records) {
  struct Stories {
    std::set<text::ArticleId> stating;
    std::set<text::ArticleId> denying;
    std::optional<text::Modality> modality;
  };
  std::map<text::Timestamp, Stories> by_month;
  for (const EvidenceRecord& record : records) {
    Stories& month = by_month[month_of(record.published.value())];
    (record.negated ? month.denying : month.stating).insert(record.story);
    if (record.negated) continue;
    if (!month.modality || record.modality < *month.modality) {
      month.modality = record.modality;
    }
  }
  std::vector<MonthOfEdge> months;
  for (const auto& [begin, stories] : by_month) {
    months.push_back({begin, static_cast<uint32_t>(stories.stating.size()),
                      static_cast<uint32_t>(stories.denying.size()),
                      stories.modality});
  }
  return months;
}

// `records` come oldest first.
Records choose_turns(const Records& records) {
  Records turns;
  std::optional<text::Modality> firmest;
  bool is_denied = false;
  for (const EvidenceRecord& record : records) {
    const bool is_turn =
        record.negated ? !is_denied : !firmest || record.modality < *firmest;
    if (!is_turn) continue;
    turns.push_back(record);
    if (record.negated) {
      is_denied = true;
    } else {
      firmest = record.modality;
    }
  }
  return turns;
}

// The newest of one side, one for each story.
Records choose_side(const Records& oldest_first, bool negated) {
  Records chosen;
  std::set<text::ArticleId> stories;
  for (auto record = oldest_first.rbegin();
       record != oldest_first.rend() && chosen.size() < kEvidenceShown;
       ++record) {
    if (record->negated != negated) continue;
    if (stories.insert(record->story).second) chosen.push_back(*record);
  }
  return chosen;
}

// Orders by date, and sets those without one apart.
Records take_undated(Records& records) {
  std::ranges::stable_sort(records, {}, [](const EvidenceRecord& record) {
    return std::tuple(!record.published, encode_time(record.published),
                      record.article);
  });
  const auto first = std::ranges::find_if(
      records, [](const EvidenceRecord& record) { return !record.published; });
  Records undated(first, records.end());
  records.erase(first, records.end());
  return undated;
}

}  // namespace

std::string to_string(const EdgeName& name) {
  return name.source + "|" + std::string(text::to_string(name.type)) + "|" +
         name.target;
}

std::optional<EdgeName> parse_edge_name(std::string_view text) {
  const size_t first = text.find('|');
  if (first == text.npos) return std::nullopt;
  const size_t second = text.find('|', first + 1);
  if (second == text.npos) return std::nullopt;
  const auto type =
      text::parse_relation_type(text.substr(first + 1, second - first - 1));
  if (!type) return std::nullopt;
  return EdgeName{std::string(text.substr(0, first)), *type,
                  std::string(text.substr(second + 1))};
}

EdgeHistory tell_history(EdgeReports reports, const ShowEvidence& show) {
  EdgeHistory history;
  history.edge = std::move(reports.edge);
  history.is_cut = reports.is_cut;
  Records dated = std::move(reports.records);
  const Records undated = take_undated(dated);
  history.undated = static_cast<uint32_t>(undated.size());
  history.months = count_months(dated);

  Records all = dated;
  all.insert(all.end(), undated.begin(), undated.end());
  for (const EvidenceRecord& turn : choose_turns(all)) {
    history.turns.push_back({turn.modality, turn.negated, show(turn)});
  }
  Records undated_first = undated;
  undated_first.insert(undated_first.end(), dated.begin(), dated.end());
  for (const auto& record : choose_side(undated_first, false)) {
    history.stating.push_back(show(record));
  }
  for (const auto& record : choose_side(undated_first, true)) {
    history.denying.push_back(show(record));
  }
  return history;
}

std::optional<EdgeHistory> find_history(const Database& database,
                                        const EdgeName& name) {
  auto found = read_reports(database, name);
  if (!found) return std::nullopt;
  EvidenceReader reader(database);
  return tell_history(std::move(found->told), [&](const auto& record) {
    return reader.of_record(record, found->source, found->target);
  });
}

EvidenceAnswer find_evidence(const Database& database,
                             const EvidenceRequest& request) {
  EvidenceAnswer answer;
  auto found = read_reports(database, request.edge);
  if (!found) return answer;
  const Records& records = found->told.records;
  answer.edge = found->told.edge;
  answer.total = records.size();
  answer.total_is_exact = !found->told.is_cut;
  EvidenceReader reader(database);
  const size_t end =
      std::min(records.size(), size_t{request.offset} + request.limit);
  for (size_t i = request.offset; i < end; ++i) {
    answer.evidence.push_back(
        reader.of_record(records[i], found->source, found->target));
  }
  return answer;
}

}  // namespace graph
