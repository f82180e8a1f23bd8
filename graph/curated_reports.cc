#include "graph/curated_reports.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/joined_evidence.h"
#include "graph/records.h"

namespace graph {
namespace {

// What one part of an entity reports, as it is shown.
struct ShownReport {
  Report report;
  EvidenceKey key;  // of the part's edge
  EntitySummary source;
  EntitySummary target;
};

// Reports of all parts of the entity, one for each article and shown edge.
class JoinedTimeline {
 public:
  JoinedTimeline(const Database& database, const Curation& curation,
                 const TimelineRequest& request)
      : database_(database), curation_(curation), request_(request) {}

  TimelineAnswer find() {
    TimelineAnswer answer;
    for (const std::string& id : curation_.parts(request_.entity)) {
      const auto part = find_entity(database_, id);
      if (part && add_part(summarize(*part))) answer.is_cut = true;
    }
    std::vector<ShownReport> reports;
    for (auto& [name, report] : reports_) reports.push_back(std::move(report));
    std::ranges::stable_sort(reports, [&](const auto& one, const auto& other) {
      return comes_before(one.report, other.report, request_.order);
    });
    answer.total = reports.size();
    EvidenceReader reader(database_);
    const size_t end =
        std::min(reports.size(), size_t{request_.offset} + request_.limit);
    for (size_t i = request_.offset; i < end; ++i) {
      const ShownReport& one = reports[i];
      const EvidenceRecord& evidence = one.report.evidence;
      answer.events.push_back(
          {one.key.type, one.source, one.target, evidence.story,
           reader.of_record(evidence, one.key.source, one.key.target)});
    }
    return answer;
  }

 private:
  // Returns true where more was there than is read.
  bool add_part(const EntitySummary& part) {
    TimelineRequest request = request_;
    request.other.clear();
    const auto others = request_.other.empty()
                            ? std::vector<std::string>{""}
                            : curation_.parts(request_.other);
    bool is_cut = false;
    for (const std::string& other : others) {
      request.other = other;
      Reports read = read_reports(database_, part, request);
      is_cut = is_cut || read.is_cut;
      for (Report& report : read.reports) add(part, std::move(report));
    }
    return is_cut;
  }

  void add(const EntitySummary& part, Report report) {
    const EntitySummary& other = summary(report.edge.other);
    const EdgeEnds ends = orient(report.edge.side, part.id, other.id);
    const CuratedEdge* edge =
        curation_.edge(report.edge.type, ends.source, ends.target);
    if (edge != nullptr && !replace_rejected(*edge, report.evidence)) return;
    const bool turned = ends.source != part.id;
    const auto source = curation_.show(turned ? other : part);
    const auto target = curation_.show(turned ? part : other);
    if (!source || !target || source->id == target->id) return;
    const bool swap =
        text::is_symmetric(report.edge.type) && target->id < source->id;
    ShownReport shown{std::move(report),
                      {},
                      swap ? *target : *source,
                      swap ? *source : *target};
    shown.key = evidence_key(shown.report.edge, part, other);
    keep_better(std::move(shown));
  }

  // The best that the article still says of the edge; false if nothing.
  static bool replace_rejected(const CuratedEdge& edge,
                               EvidenceRecord& evidence) {
    if (!edge.after) return false;
    const auto left = std::ranges::find(edge.after->evidence, evidence.article,
                                        &EvidenceRecord::article);
    if (left == edge.after->evidence.end()) return false;
    evidence = *left;
    return true;
  }

  void keep_better(ShownReport shown) {
    const std::tuple name(shown.key.type, shown.source.id, shown.target.id,
                          shown.report.evidence.article);
    const auto [known, is_new] = reports_.try_emplace(name, shown);
    if (is_new) return;
    ShownReport& kept = known->second;
    const auto rank = [](const ShownReport& one) {
      return std::pair(-one.report.evidence.confidence,
                       one.report.evidence.sentence);
    };
    if (rank(shown) < rank(kept)) kept = std::move(shown);
  }

  const EntitySummary& summary(EntityId key) {
    const auto known = summaries_.find(key);
    if (known != summaries_.end()) return known->second;
    return summaries_.emplace(key, summary_at(database_, key)).first->second;
  }

  const Database& database_;
  const Curation& curation_;
  const TimelineRequest& request_;
  std::map<EntityId, EntitySummary> summaries_;
  std::map<
      std::tuple<text::RelationType, std::string, std::string, text::ArticleId>,
      ShownReport>
      reports_;
};

template <typename Item>
void keep_page(std::vector<Item>& items, size_t offset, size_t limit) {
  items.erase(items.begin(),
              items.begin() +
                  static_cast<std::ptrdiff_t>(std::min(offset, items.size())));
  if (items.size() > limit) items.resize(limit);
}

using SeriesKey =
    std::tuple<std::string, std::string, std::string, std::string>;

std::optional<FactSeries> curate_series(const Curation& curation,
                                        FactSeries series) {
  const auto entity = curation.show(series.entity);
  if (!entity) return std::nullopt;
  series.entity = *entity;
  if (series.commodity) series.commodity = curation.show(*series.commodity);
  return series;
}

SeriesKey key_of(const FactSeries& series) {
  return {series.entity.id, series.measure,
          series.commodity ? series.commodity->id : "", series.unit};
}

// As Series of one id are (graph/facts.h): articles disagree on a date where
// they have no value in common. `points` are in the order of their dates.
void mark_disputed(std::vector<FactPoint>& points) {
  for (auto first = points.begin(); first != points.end();) {
    const auto end = std::find_if(first, points.end(), [&](const auto& point) {
      return point.date != first->date;
    });
    std::map<text::ArticleId, std::set<double>> values;
    for (const FactPoint& point : std::ranges::subrange(first, end)) {
      values[point.evidence.article].insert(point.value);
    }
    for (FactPoint& point : std::ranges::subrange(first, end)) {
      const auto& own = values[point.evidence.article];
      const auto differs = [&](const auto& other) {
        return std::ranges::none_of(
            other.second, [&](double value) { return own.contains(value); });
      };
      if (std::ranges::any_of(values, differs)) point.disputed = true;
    }
    first = end;
  }
}

// The newest points of both.
void join(FactSeries&& series, FactSeries& into) {
  auto& points = into.points;
  std::ranges::move(series.points, std::back_inserter(points));
  std::ranges::stable_sort(points, {}, &FactPoint::date);
  mark_disputed(points);
  const size_t left_out = points.size() - std::min(points.size(), kPointsShown);
  points.erase(points.begin(),
               points.begin() + static_cast<std::ptrdiff_t>(left_out));
  into.point_count += series.point_count;
  into.disputed = into.disputed || series.disputed ||
                  std::ranges::any_of(points, &FactPoint::disputed);
}

// Each combination of ids that stand for those of the request.
std::vector<std::string> commodity_parts(const Curation& curation,
                                         const std::vector<std::string>& ids) {
  std::vector<std::string> parts;
  for (const std::string& id : ids) {
    std::ranges::move(curation.parts(id), std::back_inserter(parts));
  }
  return parts;
}

}  // namespace

TimelineAnswer find_curated_timeline(const Database& database,
                                     const Curation& curation,
                                     const TimelineRequest& request) {
  return JoinedTimeline(database, curation, request).find();
}

EvidenceAnswer find_curated_evidence(const Database& database,
                                     const Curation& curation,
                                     const EvidenceRequest& request) {
  JoinedEvidence joined(database, curation, request.edge);
  EvidenceAnswer answer;
  answer.edge = joined.edge();
  answer.total = joined.records().size();
  answer.total_is_exact = !joined.is_cut();
  const size_t end =
      std::min(joined.records().size(), size_t{request.offset} + request.limit);
  for (size_t i = request.offset; i < end; ++i) {
    answer.evidence.push_back(joined.show(joined.records()[i]));
  }
  return answer;
}

FactsAnswer find_curated_facts(const Database& database,
                               const Curation& curation, FactsRequest request) {
  const size_t offset = request.offset;
  const size_t limit = request.limit;
  const bool any_commodity = request.commodities.empty();
  request.commodities = commodity_parts(curation, request.commodities);
  if (!any_commodity && request.commodities.empty()) return {};
  request.offset = 0;
  request.limit += static_cast<uint32_t>(offset);
  FactsAnswer answer;
  std::map<SeriesKey, size_t> places;
  for (const std::string& part : curation.parts(request.entity)) {
    request.entity = part;
    FactsAnswer read = find_facts(database, request);
    answer.total += read.total;
    answer.is_cut = answer.is_cut || read.is_cut;
    for (FactSeries& series : read.series) {
      auto shown = curate_series(curation, std::move(series));
      const auto [known, is_new] =
          shown ? places.try_emplace(key_of(*shown), answer.series.size())
                : std::pair(places.end(), false);
      if (is_new) {
        answer.series.push_back(*std::move(shown));
        continue;
      }
      --answer.total;
      if (shown) join(*std::move(shown), answer.series[known->second]);
    }
  }
  std::ranges::stable_sort(answer.series, std::greater(),
                           &FactSeries::point_count);
  keep_page(answer.series, offset, limit);
  return answer;
}

std::optional<EdgeHistory> find_curated_history(const Database& database,
                                                const Curation& curation,
                                                const EdgeName& name) {
  JoinedEvidence joined(database, curation, name);
  if (!joined.edge()) return std::nullopt;
  return tell_history({*joined.edge(), joined.records(), joined.is_cut()},
                      [&](const auto& record) { return joined.show(record); });
}

}  // namespace graph
