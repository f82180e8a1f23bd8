// What facets, dates and stories need to know of every article, by docid.
//
// A segment has all of it in its terms and its value slot; turned into columns
// once, counting over all matches of a query takes a few nanoseconds each.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/index_reader.h"
#include "text/article_id.h"
#include "text/timestamp.h"

namespace search {

// The number of a value in a column; 0 is none.
using ValueNumber = uint32_t;

// One value of each article.
struct Column {
  std::vector<std::string> terms;  // by number; whole terms, the first empty
  std::vector<ValueNumber> of;     // by docid
};

// Any number of values of each article.
struct ListColumn {
  std::vector<std::string> terms;
  std::vector<uint32_t> begin;  // by docid; the list ends where the next begins
  std::vector<ValueNumber> values;

  std::span<const ValueNumber> of(Xapian::docid document) const {
    return std::span(values).subspan(begin[document],
                                     begin[document + 1] - begin[document]);
  }
};

// Sorts as encode_order() does.
struct Order {
  uint64_t time = 0;  // to_number(), time_number.h
  text::ArticleId id{};

  auto operator<=>(const Order&) const = default;
};

// A day is told by how many there are since the year 1, from 1.
inline constexpr uint32_t kNoDay = 0;
uint32_t number_of_day(text::Timestamp time);
text::Timestamp begin_of_day(uint32_t day);
int year_of_day(uint32_t day);

// Immutable. Docids are those of all segments opened as one database. Some 100
// bytes an article.
struct Columns {
  Column sources;
  Column languages;
  Column kinds;
  ListColumn entities;
  std::vector<Order> orders;          // by docid
  std::vector<ValueNumber> days;      // by docid; into `day_numbers`
  std::vector<uint32_t> day_numbers;  // ascending; the first is kNoDay
  // By docid: articles of one story have one number, 0 .. story_count - 1.
  std::vector<uint32_t> stories;
  uint32_t story_count = 0;
};

// Articles that `stories` does not name are stories of their own.
Columns read_columns(const Xapian::Database& database,
                     const StoryList& stories);

}  // namespace search
