#include "indexer/exported/evidence_list.h"

#include <nlohmann/json.hpp>
#include <string>

#include "indexer/article_line.h"
#include "text/error.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

Json parse_list(std::string_view json) {
  std::string object = R"({"list":)";
  object.append(json).append("}");
  Json list = parse_line_object(object)["list"];
  if (!list.is_array()) throw text::InputError("not a JSON list");
  return list;
}

bool is_pair(const Json& value) {
  return value.is_array() && value.size() == 2 &&
         value[0].is_number_unsigned() && value[1].is_number_unsigned();
}

// `[[0,10],[42,49]]` as `0-10 42-49`.
std::string marks_of(const Json& list) {
  std::string marks;
  for (const Json& mark : list) {
    if (!is_pair(mark)) throw text::InputError("a mark is not two offsets");
    if (!marks.empty()) marks += ' ';
    marks += mark[0].dump() + "-" + mark[1].dump();
  }
  return marks;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) return marks_of(value);
  return value.is_primitive() && !value.is_null() ? value.dump()
                                                  : std::string();
}

}  // namespace

std::vector<Fields> parse_evidence_list(std::string_view json) {
  std::vector<Fields> list;
  for (const Json& one : parse_list(json)) {
    if (!one.is_object()) throw text::InputError("evidence is not an object");
    Fields fields;
    for (const auto& [name, value] : one.items()) {
      // An edge has a source, too.
      fields[name == "source" ? "publisher" : name] = text_of(value);
    }
    list.push_back(std::move(fields));
  }
  return list;
}

std::vector<std::string> parse_text_list(std::string_view json) {
  std::vector<std::string> texts;
  for (const Json& one : parse_list(json)) {
    if (!one.is_string()) throw text::InputError("a list of more than texts");
    texts.push_back(one.get<std::string>());
  }
  return texts;
}

}  // namespace indexer
