#include "graph/curated_reports.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/curated_edges.h"
#include "graph/records.h"

namespace graph {
namespace {

bool is_rejected(const Curation& curation, const EdgeName& edge,
                 const Evidence& evidence) {
  return curation.identity().rejection({edge.type, edge.source, edge.target,
                                        evidence.article, evidence.sentence}) !=
         nullptr;
}

// The names under which the graph may have an edge.
std::vector<EdgeName> parts_of(const Curation& curation, const EdgeName& edge) {
  std::vector<EdgeName> names;
  for (const std::string& source : curation.parts(edge.source)) {
    for (const std::string& target : curation.parts(edge.target)) {
      names.push_back({source, edge.type, target});
      if (text::is_symmetric(edge.type) && target < source) {
        names.back() = {target, edge.type, source};
      }
    }
  }
  return names;
}

std::optional<Event> curate_event(const Curation& curation, Event event) {
  if (is_rejected(curation, {event.source.id, event.type, event.target.id},
                  event.evidence)) {
    return std::nullopt;
  }
  const auto source = curation.show(event.source);
  const auto target = curation.show(event.target);
  if (!source || !target || source->id == target->id) return std::nullopt;
  event.source = *source;
  event.target = *target;
  return event;
}

// Undated events last in either order.
auto place_of(const Event& event, TimeOrder order) {
  const uint64_t time = encode_time(event.evidence.published);
  return order == TimeOrder::kNewestFirst ? ~time : time == 0 ? ~time : time;
}

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

void join(FactSeries&& series, FactSeries& into) {
  std::ranges::move(series.points, std::back_inserter(into.points));
  std::ranges::stable_sort(into.points, {}, &FactPoint::date);
  if (into.points.size() > kPointsShown) into.points.resize(kPointsShown);
  into.point_count += series.point_count;
  into.disputed = into.disputed || series.disputed;
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
                                     TimelineRequest request) {
  const size_t offset = request.offset;
  const size_t limit = request.limit;
  const auto entities = curation.parts(request.entity);
  const auto others = request.other.empty() ? std::vector<std::string>{""}
                                            : curation.parts(request.other);
  request.offset = 0;
  request.limit += static_cast<uint32_t>(offset);
  TimelineAnswer answer;
  for (const std::string& entity : entities) {
    for (const std::string& other : others) {
      request.entity = entity;
      request.other = other;
      TimelineAnswer read = find_timeline(database, request);
      answer.total += read.total;
      answer.is_cut = answer.is_cut || read.is_cut;
      for (Event& event : read.events) {
        if (auto shown = curate_event(curation, std::move(event))) {
          answer.events.push_back(*std::move(shown));
        } else {
          --answer.total;
        }
      }
    }
  }
  std::ranges::stable_sort(answer.events, {}, [&](const Event& event) {
    return place_of(event, request.order);
  });
  keep_page(answer.events, offset, limit);
  return answer;
}

EvidenceAnswer find_curated_evidence(const Database& database,
                                     const Curation& curation,
                                     const EvidenceRequest& request) {
  EvidenceAnswer answer;
  EvidenceRequest part = request;
  part.offset = 0;
  part.limit = request.offset + request.limit;
  for (const EdgeName& name : parts_of(curation, request.edge)) {
    part.edge = name;
    EvidenceAnswer read = find_evidence(database, part);
    if (!read.edge) continue;
    auto edge = curate_edge(database, curation, *std::move(read.edge));
    if (!edge) continue;
    edge->evidence.clear();
    answer.edge = answer.edge ? join(*answer.edge, *edge) : *edge;
    answer.total += read.total;
    answer.total_is_exact = answer.total_is_exact && read.total_is_exact;
    for (Evidence& evidence : read.evidence) {
      if (is_rejected(curation, name, evidence)) {
        --answer.total;
      } else {
        answer.evidence.push_back(std::move(evidence));
      }
    }
  }
  keep_page(answer.evidence, request.offset, request.limit);
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
  std::optional<EdgeHistory> best;
  for (const EdgeName& part : parts_of(curation, name)) {
    auto history = find_history(database, part);
    if (!history) continue;
    auto edge = curate_edge(database, curation, std::move(history->edge));
    if (!edge) continue;
    edge->evidence.clear();
    history->edge = *std::move(edge);
    const auto rejected = [&](const Evidence& evidence) {
      return is_rejected(curation, part, evidence);
    };
    std::erase_if(history->stating, rejected);
    std::erase_if(history->denying, rejected);
    std::erase_if(history->turns,
                  [&](const Turn& turn) { return rejected(turn.evidence); });
    if (!best || history->edge.story_count > best->edge.story_count) {
      best = std::move(history);
    }
  }
  return best;
}

}  // namespace graph
