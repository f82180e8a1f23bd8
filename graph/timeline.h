// What was reported when: the dated events of an entity, and the history of
// one edge. Nothing is retired: what was denied later stays beside its denial.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"

namespace graph {

class Database;

// An edge by its public name.
struct EdgeName {
  std::string source;  // public id
  text::RelationType type{};
  std::string target;  // public id

  bool operator==(const EdgeName&) const = default;
};

// `company:korea-zinc|acquires|facility:clarksville-smelter`
std::string to_string(const EdgeName& name);
std::optional<EdgeName> parse_edge_name(std::string_view text);

// What one article says of one edge.
struct Event {
  text::RelationType type{};
  EntitySummary source;
  EntitySummary target;
  text::ArticleId story{};  // reprints tell the same one
  Evidence evidence;        // the article's best; tells date and modality
};

enum class TimeOrder : uint8_t { kNewestFirst, kOldestFirst };

struct TimelineRequest {
  std::string entity;                              // public id
  std::vector<text::RelationType> relations = {};  // empty: any
  std::string other = {};  // public id: only edges with this entity
  Period period = {};
  TimeOrder order = TimeOrder::kNewestFirst;
  uint32_t offset = 0;
  uint32_t limit = 20;
};

struct TimelineAnswer {
  std::vector<Event> events;  // undated ones last, in an open period only
  bool has_more = false;
  // So many articles were read that the rest was left out.
  bool is_cut = false;
};

TimelineAnswer find_timeline(const Database& database,
                             const TimelineRequest& request);

// The reports of one calendar month (UTC), one for each story and month.
struct MonthOfEdge {
  text::Timestamp begin{};
  uint32_t stating = 0;  // stories
  uint32_t denying = 0;
  // Of those that state it: the firmest.
  std::optional<text::Modality> modality{};
};

// A report that changed what was known: the first one, the first denial, and
// each that is firmer than all before it.
struct Turn {
  std::optional<text::Timestamp> published;
  text::Modality modality{};
  bool negated = false;
  Evidence evidence;
};

struct EdgeHistory {
  Edge edge;                        // as of all its reports, with no evidence
  std::vector<MonthOfEdge> months;  // with a report, oldest first
  std::vector<Turn> turns;          // oldest first
  std::vector<Evidence> stating;    // newest first, at most kEvidenceShown
  std::vector<Evidence> denying;    // the same; empty unless contradicted
  uint32_t undated = 0;             // reports without a date
  bool is_cut = false;              // there are more reports than kReportsRead
};

// At most so many pieces of evidence of one edge are read.
inline constexpr size_t kReportsRead = 2000;

// Nothing where the graph has no such edge.
std::optional<EdgeHistory> find_history(const Database& database,
                                        const EdgeName& name);

struct EvidenceRequest {
  EdgeName edge;
  uint32_t offset = 0;
  uint32_t limit = 20;
};

struct EvidenceAnswer {
  std::optional<Edge> edge;        // without evidence; nothing if there is none
  std::vector<Evidence> evidence;  // best first
  uint64_t total = 0;
};

EvidenceAnswer find_evidence(const Database& database,
                             const EvidenceRequest& request);

}  // namespace graph
