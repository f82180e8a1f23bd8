#include "search/explain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "search/schema.h"

namespace search {

namespace {

using Xapian::Query;

// Less than this of a score is rounding.
constexpr double kRounding = 1e-6;

using Named = std::unordered_map<std::string, ScorePart>;

// The name of a part that is not one of the query's words.
ScorePart name_part(const Query& query, bool is_feedback) {
  ScorePart part{.kind = is_feedback ? PartKind::kFeedback : PartKind::kOther};
  const std::string term =
      query.empty() ? "" : std::string(*query.get_terms_begin());
  for (const std::string_view prefix :
       {kTitleStemPrefix, kStemPrefix, kEntityPrefix, kTitlePrefix}) {
    if (!term.starts_with(prefix)) continue;
    part.title_only = prefix == kTitleStemPrefix || prefix == kTitlePrefix;
    part.text = term.substr(prefix.size());
    return part;
  }
  part.text = term;
  return part;
}

// Where `query` stands in the sum: what it adds is `feedback`, and counts for
// articles of `within` alone, if that is not empty.
struct Place {
  bool is_feedback = false;
  Query within{};
};

bool has_conditions(const Query& query) {
  return query.get_type() != Query::OP_OR && query.get_num_subqueries() > 1;
}

// The summands of a score, each with its name.
class Summands {
 public:
  explicit Summands(std::span<const QueryPart> parts) {
    for (const QueryPart& known : parts) {
      named_.emplace(known.query.get_description(), known.part);
    }
  }

  void add(const Query& query, const Place& place) {
    if (query.empty()) return;
    const auto named = named_.find(query.get_description());
    if (named != named_.end()) {
      add_one(query, named->second, place);
      return;
    }
    switch (query.get_type()) {
      case Query::OP_AND:
        for (size_t i = 0; i < query.get_num_subqueries(); ++i) {
          add(query.get_subquery(i), place);
        }
        return;
      case Query::OP_OR:
        add_any(query, 0, place);
        return;
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
        add(query.get_subquery(0), place);
        return;
      case Query::OP_AND_MAYBE:
        add(query.get_subquery(0), place);
        add_any(query, 1, {.is_feedback = true, .within = place.within});
        return;
      default:
        add_one(query, name_part(query, place.is_feedback), place);
    }
  }

  const std::vector<QueryPart>& found() const { return found_; }

 private:
  void add_one(const Query& query, const ScorePart& part, const Place& place) {
    found_.push_back({place.within.empty()
                          ? query
                          : Query(Query::OP_FILTER, query, place.within),
                      part});
  }

  // Subqueries from `first` on, of which an article may match some alone.
  void add_any(const Query& query, size_t first, const Place& place) {
    for (size_t i = first; i < query.get_num_subqueries(); ++i) {
      const Query one = query.get_subquery(i);
      Place inside = place;
      if (has_conditions(one)) {
        inside.within = place.within.empty()
                            ? one
                            : Query(Query::OP_AND, place.within, one);
      }
      add(one, inside);
    }
  }

  Named named_;
  std::vector<QueryPart> found_;
};

Query only(const Xapian::Database& database,
           std::span<const ScoredDocument> found) {
  std::vector<Query> ids;
  const std::string prefix(kIdPrefix);
  for (const ScoredDocument& one : found) {
    auto term = database.termlist_begin(one.document);
    term.skip_to(prefix);
    if (term != database.termlist_end(one.document)) ids.emplace_back(*term);
  }
  return Query(Query::OP_OR, ids.begin(), ids.end());
}

// What the same part adds in two places is told once.
void add_part(std::vector<ScorePart>& parts, const ScorePart& part) {
  for (ScorePart& known : parts) {
    if (known.kind == part.kind && known.text == part.text &&
        known.title_only == part.title_only) {
      known.score += part.score;
      return;
    }
  }
  parts.push_back(part);
}

// What no part of the query accounts for.
void add_rest(std::vector<ScorePart>& parts, double score) {
  double sum = 0;
  for (const ScorePart& part : parts) sum += part.score;
  if (std::abs(score - sum) > kRounding * std::max(1.0, score)) {
    parts.push_back({.kind = PartKind::kOther, .score = score - sum});
  }
}

}  // namespace

std::string_view to_string(PartKind kind) {
  switch (kind) {
    case PartKind::kStem:
      return "stem";
    case PartKind::kExact:
      return "exact";
    case PartKind::kPhrase:
      return "phrase";
    case PartKind::kPrefix:
      return "prefix";
    case PartKind::kFuzzy:
      return "fuzzy";
    case PartKind::kName:
      return "name";
    case PartKind::kEntity:
      return "entity";
    case PartKind::kFeedback:
      return "feedback";
    case PartKind::kOther:
      break;
  }
  return "other";
}

std::vector<std::vector<ScorePart>> explain(
    const Xapian::Database& database, const ExplainedQuery& query,
    std::span<const ScoredDocument> found) {
  std::vector<std::vector<ScorePart>> explained(found.size());
  if (found.empty()) return explained;
  std::map<Xapian::docid, size_t> place;
  for (size_t i = 0; i < found.size(); ++i) place[found[i].document] = i;
  Summands summands(query.parts);
  summands.add(query.ranked, {});
  const Query these = only(database, found);
  // An article that was replaced has its id in several segments.
  const auto most =
      static_cast<Xapian::doccount>(found.size() * database.size());
  for (const QueryPart& summand : summands.found()) {
    const Xapian::MSet scores =
        find_best(database, Query(Query::OP_FILTER, summand.query, these), most,
                  {.writing = query.writing});
    for (auto hit = scores.begin(); hit != scores.end(); ++hit) {
      const auto wanted = place.find(*hit);
      if (wanted == place.end() || hit.get_weight() == 0) continue;
      ScorePart part = summand.part;
      part.score = hit.get_weight();
      add_part(explained[wanted->second], part);
    }
  }
  for (size_t i = 0; i < found.size(); ++i) {
    add_rest(explained[i], found[i].score);
    std::ranges::stable_sort(explained[i], std::ranges::greater(),
                             &ScorePart::score);
  }
  return explained;
}

}  // namespace search
