#include "graph/facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/database.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/fact_rows.h"
#include "graph/keys.h"

namespace graph {
namespace {

// Facts of one subject that are read.
constexpr size_t kFactsRead = 20000;

struct Point {
  FactKey key;
  FactRecord fact;
  bool disputed = false;
};
using Series = std::vector<Point>;

// Points of one series agree in this.
auto series_of(const FactKey& key) {
  return std::tie(key.measure, key.entity, key.commodity, key.unit);
}

class FactReader {
 public:
  FactReader(const Database& database, const FactsRequest& request)
      : database_(database), request_(request), evidence_(database) {
    for (const std::string& id : request.commodities) {
      commodities_.push_back(make_entity_key(id));
    }
  }

  FactsAnswer read() {
    std::vector<Series> all = read_series();
    std::ranges::stable_sort(all, std::ranges::greater(), &Series::size);
    FactsAnswer answer;
    answer.total = all.size();
    answer.is_cut = is_cut_;
    const size_t end =
        std::min(all.size(), size_t{request_.offset} + request_.limit);
    for (size_t i = request_.offset; i < end; ++i) {
      answer.series.push_back(show(all[i]));
    }
    return answer;
  }

 private:
  std::vector<Series> read_series() {
    std::vector<Series> all;
    size_t read = 0;
    for (auto scan = database_.scan(
             Column::kFacts, entity_key(make_entity_key(request_.entity)));
         scan.valid(); scan.next()) {
      if (++read > kFactsRead) {
        is_cut_ = true;
        break;
      }
      FactKey key = decode_fact_key(scan.key());
      if (!is_wanted(key)) continue;
      if (all.empty() || series_of(all.back().back().key) != series_of(key)) {
        all.emplace_back();
      }
      all.back().push_back({std::move(key), decode_fact(scan.value())});
    }
    for (Series& series : all) mark_disputed(series);
    return all;
  }

  bool is_wanted(const FactKey& key) const {
    const auto& measures = request_.measures;
    if (!measures.empty() &&
        std::ranges::find(measures, key.measure) == measures.end()) {
      return false;
    }
    if (!commodities_.empty() &&
        std::ranges::none_of(commodities_, [&](EntityId commodity) {
          return commodity == key.commodity || commodity == key.entity;
        })) {
      return false;
    }
    return request_.period.contains(text::parse_rfc3339(key.date));
  }

  // Articles disagree on a date where they have no value in common: one that
  // tells two (this year's, and last year's beside it) does not. `series` is in
  // the order of its dates.
  static void mark_disputed(Series& series) {
    for (auto first = series.begin(); first != series.end();) {
      const auto end =
          std::find_if(first, series.end(), [&](const Point& point) {
            return point.key.date != first->key.date;
          });
      std::map<text::ArticleId, std::set<double>> values;
      for (auto point = first; point != end; ++point) {
        values[point->key.article].insert(point->fact.value);
      }
      for (auto point = first; point != end; ++point) {
        const auto& own = values[point->key.article];
        point->disputed = std::ranges::any_of(values, [&](const auto& other) {
          return std::ranges::none_of(
              own, [&](double value) { return other.second.contains(value); });
        });
      }
      first = end;
    }
  }

  FactSeries show(const Series& points) {
    const FactKey& key = points.front().key;
    FactSeries series;
    series.entity = summary(key.entity);
    series.measure = key.measure;
    if (key.commodity) series.commodity = summary(*key.commodity);
    series.unit = key.unit;
    series.point_count = static_cast<uint32_t>(points.size());
    series.disputed = std::ranges::any_of(points, &Point::disputed);
    const size_t left_out =
        points.size() - std::min(points.size(), kPointsShown);
    for (size_t i = left_out; i < points.size(); ++i) {
      series.points.push_back(show(points[i]));
    }
    return series;
  }

  FactPoint show(const Point& point) {
    const FactKey& key = point.key;
    FactPoint shown;
    shown.value = point.fact.value;
    shown.date = key.date;
    shown.date_is_stated = point.fact.date_is_stated;
    shown.disputed = point.disputed;
    shown.quantity = point.fact.quantity;
    shown.evidence =
        evidence_.of_sighting({key.article, point.fact.sentence}, key.entity,
                              key.commodity.value_or(key.entity));
    return shown;
  }

  const EntitySummary& summary(EntityId key) {
    const auto known = summaries_.find(key);
    if (known != summaries_.end()) return known->second;
    return summaries_.emplace(key, summary_at(database_, key)).first->second;
  }

  const Database& database_;
  const FactsRequest& request_;
  EvidenceReader evidence_;
  std::vector<EntityId> commodities_;
  std::map<EntityId, EntitySummary> summaries_;
  bool is_cut_ = false;
};

}  // namespace

FactsAnswer find_facts(const Database& database, const FactsRequest& request) {
  if (!find_entity(database, request.entity)) return {};
  return FactReader(database, request).read();
}

}  // namespace graph
