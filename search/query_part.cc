#include "search/query_part.h"

#include <utility>

#include "search/expanded_query.h"
#include "search/schema.h"

namespace search {

namespace {

using Xapian::Query;

Query combine(Query::op op, const std::vector<Query>& queries) {
  return Query(op, queries.begin(), queries.end());
}

}  // namespace

std::string join(const std::vector<std::string>& parts,
                 std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined.append(separator);
    joined.append(part);
  }
  return joined;
}

std::string read_inside(const Part& part) {
  return part.is_compound ? "(" + part.read_as + ")" : part.read_as;
}

Part and_parts(const std::vector<Part>& parts, bool any) {
  std::vector<Query> words;
  std::vector<Query> filters;
  std::vector<Query> excluded;
  std::vector<std::string> read_words;
  std::vector<std::string> read;
  for (const Part& part : parts) {
    const bool is_word = part.is_text && !part.is_negated;
    auto& queries = part.is_negated ? excluded : (is_word ? words : filters);
    queries.push_back(part.query);
    (is_word ? read_words : read).push_back(read_inside(part));
  }
  std::vector<Query> required = std::move(filters);
  if (!words.empty()) {
    required.push_back(combine(any ? Query::OP_OR : Query::OP_AND, words));
    const bool nested = any && words.size() > 1 && !read.empty();
    const std::string text = join(read_words, any ? " OR " : " AND ");
    read.insert(read.begin(), nested ? "(" + text + ")" : text);
  }
  if (required.empty()) required.push_back(make_all_query());
  Part part{.query = combine(Query::OP_AND, required),
            .read_as = join(read, " AND "),
            .is_text = !words.empty(),
            .is_compound = true};
  if (!excluded.empty()) {
    part.query =
        Query(Query::OP_AND_NOT, part.query, combine(Query::OP_OR, excluded));
  }
  return part;
}

Part or_parts(const std::vector<Part>& parts) {
  std::vector<Query> queries;
  std::vector<std::string> read;
  bool is_text = false;
  for (const Part& part : parts) {
    queries.push_back(
        part.is_negated ? Query(Query::OP_AND_NOT, make_all_query(), part.query)
                        : part.query);
    read.push_back(read_inside(part));
    is_text = is_text || part.is_text;
  }
  return {.query = combine(Query::OP_OR, queries),
          .read_as = join(read, " OR "),
          .is_text = is_text,
          .is_compound = true};
}

Part near_parts(const std::vector<Part>& parts,
                const std::vector<Places>& places,
                const std::vector<uint32_t>& distances) {
  std::vector<Query> words;
  std::vector<Query> near;
  std::string read_as;
  for (size_t i = 0; i < parts.size(); ++i) {
    words.push_back(parts[i].query);
    if (i > 0) {
      near.push_back(
          make_near_query(places[i - 1], places[i], distances[i - 1]));
      read_as += " NEAR/" + std::to_string(distances[i - 1]) + " ";
    }
    read_as += read_inside(parts[i]);
  }
  return {.query = Query(Query::OP_FILTER, combine(Query::OP_AND, words),
                         combine(Query::OP_AND, near)),
          .read_as = read_as,
          .is_text = true,
          .is_compound = true};
}

}  // namespace search
