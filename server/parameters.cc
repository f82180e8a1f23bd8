#include "server/parameters.h"

#include <charconv>

namespace server {
namespace {

template <typename T>
std::optional<T> parse_number(std::string_view digits) {
  T number{};
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

}  // namespace

Parameters::Parameters(
    std::initializer_list<std::pair<std::string, std::string>> values) {
  for (const auto& [name, value] : values) add(name, value);
}

void Parameters::add(std::string name, std::string value) {
  if (value.empty()) return;
  values_[std::move(name)].push_back(std::move(value));
}

void Parameters::set(const std::string& name, std::string value) {
  values_.erase(name);
  add(name, std::move(value));
}

std::vector<std::string> Parameters::all(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return {};
  return found->second;
}

std::optional<std::string> Parameters::one(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  if (found->second.size() > 1) {
    throw text::BadRequest(name + ": given more than once");
  }
  return found->second.front();
}

std::string Parameters::required(const std::string& name) const {
  auto value = one(name);
  if (!value) throw text::BadRequest(name + ": is missing");
  return *std::move(value);
}

uint32_t Parameters::integer(const std::string& name, uint32_t otherwise,
                             IntegerRange range) const {
  const auto value = one(name);
  if (!value) return otherwise;
  const auto number = parse_number<uint32_t>(*value);
  if (!number || *number < range.min || *number > range.max) {
    throw text::BadRequest(name + ": must be a whole number from " +
                           std::to_string(range.min) + " to " +
                           std::to_string(range.max));
  }
  return *number;
}

std::optional<double> Parameters::share(const std::string& name) const {
  const auto value = one(name);
  if (!value) return std::nullopt;
  const auto number = parse_number<double>(*value);
  if (!number || !(*number >= 0 && *number <= 1)) {
    throw text::BadRequest(name + ": must be a number from 0 to 1");
  }
  return number;
}

std::optional<text::Timestamp> Parameters::time(const std::string& name) const {
  const auto value = one(name);
  if (!value) return std::nullopt;
  const auto time = text::parse_rfc3339(*value);
  if (!time) {
    throw text::BadRequest(name + ": must be a date or time like 2025-12-16");
  }
  return time;
}

void refuse_value(const std::string& name, std::string_view value) {
  throw text::BadRequest(name + ": there is no `" + std::string(value) + "`");
}

}  // namespace server
