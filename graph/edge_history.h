// One edge through time: when it was reported, by how many, and how firmly.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_reader.h"

namespace graph {

class Database;
struct EvidenceRecord;

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

// The reports of one calendar month (UTC); a story counts once a month.
struct MonthOfEdge {
  text::Timestamp begin{};
  uint32_t stating = 0;  // stories
  uint32_t denying = 0;
  // The firmest of those that state it.
  std::optional<text::Modality> modality{};
};

// A report that changed what was known: the first one, the first denial, and
// each that states it more firmly than all before.
struct Turn {
  text::Modality modality{};
  bool negated = false;
  Evidence evidence;
};

struct EdgeHistory {
  Edge edge;                        // as of all its reports, without evidence
  std::vector<MonthOfEdge> months;  // with a report, oldest first
  std::vector<Turn> turns;          // oldest first, an undated one last
  std::vector<Evidence> stating;    // newest first, at most kEvidenceShown
  std::vector<Evidence> denying;    // the same
  uint32_t undated = 0;             // reports without a date
  bool is_cut = false;              // there are more reports than kReportsRead
};

// At most so many pieces of evidence of one edge are read, the best.
inline constexpr size_t kReportsRead = 2000;

// What an edge adds up to, without evidence, and all that is said of it.
struct EdgeReports {
  Edge edge;
  std::vector<EvidenceRecord> records;
  bool is_cut = false;
};
using ShowEvidence = std::function<Evidence(const EvidenceRecord&)>;
EdgeHistory tell_history(EdgeReports reports, const ShowEvidence& show);

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
  bool total_is_exact = true;
};

EvidenceAnswer find_evidence(const Database& database,
                             const EvidenceRequest& request);

}  // namespace graph
