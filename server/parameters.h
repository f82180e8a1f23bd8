// The parameters of a request: names with one or more values.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/error.h"
#include "text/timestamp.h"

namespace server {

struct IntegerRange {
  uint32_t min = 0;
  uint32_t max = UINT32_MAX;
};

// Empty values count as absent, as a form sends them for empty fields. The
// reading functions throw text::BadRequest naming the parameter when a value
// can't be read, and, except all(), when there are several.
class Parameters {
 public:
  Parameters() = default;
  Parameters(std::initializer_list<std::pair<std::string, std::string>> values);

  void add(std::string name, std::string value);
  // Replaces whatever `name` had.
  void set(const std::string& name, std::string value);

  std::vector<std::string> all(const std::string& name) const;
  std::optional<std::string> one(const std::string& name) const;
  // Absent is a BadRequest too.
  std::string required(const std::string& name) const;
  uint32_t integer(const std::string& name, uint32_t otherwise,
                   IntegerRange range) const;
  // A share between 0 and 1.
  std::optional<double> share(const std::string& name) const;
  // RFC 3339 or a prefix of it: `2025`, `2025-12-16`.
  std::optional<text::Timestamp> time(const std::string& name) const;

  // Ordered by name; what a cursor is good for.
  const std::map<std::string, std::vector<std::string>>& values() const {
    return values_;
  }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

// The BadRequest of a value that is none of those known.
[[noreturn]] void refuse_value(const std::string& name, std::string_view value);

// All values of `name`, read by `parse` (text::parse_entity_type, ...). Throws
// text::BadRequest for one that it doesn't know.
template <typename T>
std::vector<T> parse_all(const Parameters& parameters, const std::string& name,
                         std::optional<T> (*parse)(std::string_view)) {
  std::vector<T> parsed;
  for (const std::string& value : parameters.all(name)) {
    const std::optional<T> known = parse(value);
    if (!known) refuse_value(name, value);
    parsed.push_back(*known);
  }
  return parsed;
}

}  // namespace server
