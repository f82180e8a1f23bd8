#include "search/columns.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "search/schema.h"
#include "search/time_number.h"

namespace search {

namespace {

constexpr uint64_t kDaySeconds = 24 * 60 * 60;

struct Posting {
  Xapian::docid document = 0;
  ValueNumber value = 0;
};

// Calls `each` for every article of every term of this prefix, and returns the
// terms.
template <typename Each>
std::vector<std::string> visit_terms(const Xapian::Database& database,
                                     std::string_view prefix, Each each) {
  std::vector<std::string> terms(1);
  const std::string begin(prefix);
  for (auto term = database.allterms_begin(begin);
       term != database.allterms_end(begin); ++term) {
    const auto number = static_cast<ValueNumber>(terms.size());
    terms.push_back(*term);
    for (auto document = database.postlist_begin(terms.back());
         document != database.postlist_end(terms.back()); ++document) {
      each(Posting{*document, number});
    }
  }
  return terms;
}

Column read_column(const Xapian::Database& database, std::string_view prefix) {
  Column column;
  column.of.resize(database.get_lastdocid() + 1);
  column.terms = visit_terms(database, prefix, [&](const Posting& posting) {
    column.of[posting.document] = posting.value;
  });
  return column;
}

ListColumn read_list_column(const Xapian::Database& database,
                            std::string_view prefix) {
  std::vector<Posting> postings;
  ListColumn column;
  column.begin.resize(database.get_lastdocid() + 2);
  column.terms = visit_terms(database, prefix, [&](const Posting& posting) {
    postings.push_back(posting);
    ++column.begin[posting.document + 1];
  });
  std::partial_sum(column.begin.begin(), column.begin.end(),
                   column.begin.begin());
  column.values.resize(postings.size());
  std::vector<uint32_t> next = column.begin;
  for (const Posting& posting : postings) {
    column.values[next[posting.document]++] = posting.value;
  }
  return column;
}

uint64_t read_big_endian(std::string_view bytes) {
  uint64_t value = 0;
  for (const char byte : bytes) {
    value = value << 8 | static_cast<unsigned char>(byte);
  }
  return value;
}

Order decode_order(std::string_view bytes) {
  return {.time = read_big_endian(bytes.substr(0, kOrderTimeBytes)),
          .id = text::ArticleId{read_big_endian(
              bytes.substr(std::min(kOrderTimeBytes, bytes.size())))}};
}

void read_orders(const Xapian::Database& database, Columns& columns) {
  columns.orders.resize(database.get_lastdocid() + 1);
  for (auto value = database.valuestream_begin(kOrderSlot);
       value != database.valuestream_end(kOrderSlot); ++value) {
    columns.orders[value.get_docid()] = decode_order(*value);
  }
}

uint32_t day_of(const Order& order) {
  const auto time = from_number(order.time);
  return time ? number_of_day(*time) : kNoDay;
}

void number_days(Columns& columns) {
  std::vector<uint32_t>& numbers = columns.day_numbers;
  numbers.push_back(kNoDay);
  for (const Order& order : columns.orders) numbers.push_back(day_of(order));
  std::ranges::sort(numbers);
  const auto repeated = std::ranges::unique(numbers);
  numbers.erase(repeated.begin(), repeated.end());
  for (const Order& order : columns.orders) {
    const auto day = std::ranges::lower_bound(numbers, day_of(order));
    columns.days.push_back(static_cast<ValueNumber>(day - numbers.begin()));
  }
}

void number_stories(const StoryList& stories, Columns& columns) {
  std::unordered_map<text::ArticleId, text::ArticleId> story_of(stories.begin(),
                                                                stories.end());
  std::unordered_map<text::ArticleId, uint32_t> numbers;
  for (const Order& order : columns.orders) {
    const auto known = story_of.find(order.id);
    const auto story = known == story_of.end() ? order.id : known->second;
    const auto next = static_cast<uint32_t>(numbers.size());
    columns.stories.push_back(numbers.emplace(story, next).first->second);
  }
  columns.story_count = static_cast<uint32_t>(numbers.size());
}

}  // namespace

uint32_t number_of_day(text::Timestamp time) {
  return static_cast<uint32_t>((to_number(time) - 1) / kDaySeconds) + 1;
}

text::Timestamp begin_of_day(uint32_t day) {
  return *from_number((day - 1) * kDaySeconds + 1);
}

int year_of_day(uint32_t day) { return text::to_civil(begin_of_day(day)).year; }

Columns read_columns(const Xapian::Database& database,
                     const StoryList& stories) {
  Columns columns;
  columns.sources = read_column(database, kSourcePrefix);
  columns.languages = read_column(database, kLanguagePrefix);
  columns.kinds = read_column(database, kKindPrefix);
  columns.entities = read_list_column(database, kEntityPrefix);
  read_orders(database, columns);
  number_days(columns);
  number_stories(stories, columns);
  return columns;
}

}  // namespace search
