#include "indexer/archive/kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/front_matter.h"
#include "indexer/archive/header_lines.h"
#include "indexer/archive/json_list.h"
#include "indexer/archive/markup_kind.h"
#include "indexer/archive/mbox_reader.h"
#include "indexer/archive/packing.h"
#include "indexer/archive/table_reader.h"
#include "indexer/exported/triple.h"
#include "text/error.h"

namespace indexer {
namespace {

using namespace std::string_view_literals;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

bool is_tar(std::string_view bytes) {
  return bytes.size() > 262 && bytes.substr(257, 5) == "ustar";
}

// Text has next to no control characters.
bool looks_binary(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return false;
  if (bytes.starts_with("%PDF-")) return true;
  size_t controls = 0;
  for (const char c : bytes) {
    const bool escape = c == '\x1B';  // ISO-2022 text has it.
    if (c >= 0 && c < ' ' && !is_space(c) && !escape) ++controls;
  }
  return controls * 50 > bytes.size();
}

// JSON lines, if the first line is complete; `text` begins with a brace.
Kind json_kind(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  const bool whole = line.size() < text.size();
  const auto list = find_json_list(text).list;
  if (list && list->begin > line.size()) return Kind::kJsonValues;
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  const bool one_object = line.ends_with('}') || (!whole && line.size() > 1024);
  const std::string_view inside = skip_space(line.substr(1));
  const bool opens_only =
      inside.empty() || (whole && std::string_view(",[{").find(inside.back()) !=
                                      std::string_view::npos);
  return one_object || !opens_only ? Kind::kJsonLines : Kind::kJsonValues;
}

// True if `text` begins a value that is no text in brackets such as `[1]`.
bool is_json_array(std::string_view text) {
  const std::string_view inside = skip_space(text.substr(1));
  if (inside.starts_with('{') || inside.starts_with(']')) return true;
  if (inside.starts_with('[')) return is_json_array(inside);
  const bool quoted = inside.starts_with('"');
  const size_t end = quoted ? inside.find('"', 1)
                            : inside.find_first_not_of(
                                  "abcdefghijklmnopqrstuvwxyzIN0123456789-.");
  if (end == std::string_view::npos) return false;
  const std::string_view word = inside.substr(0, end);
  const bool scalar = quoted || word == "null" || word == "true" ||
                      word == "false" || word == "NaN" ||
                      word.find_first_of("0123456789") == 0;
  return scalar &&
         skip_space(inside.substr(quoted ? end + 1 : end)).starts_with(',');
}

bool is_graph_table(std::string_view text) {
  return text.starts_with("source,source_name,source_type,relation,target,");
}

bool is_other_table(std::string_view text) {
  return text.starts_with("id,type,name,aliases,article_count,") ||
         text.starts_with("entity,measure,commodity,value,unit,");
}

bool is_graph_xml(std::string_view text) {
  if (!text.starts_with('<')) return false;
  const std::string_view root = root_element(text);
  return root == "graphml" || root == "gexf";
}

// A mailbox: `From a@b Thu Jan  2 03:04:05 2025` above header lines.
bool is_mailbox(std::string_view text) {
  const std::string_view line = take_line(text);
  return is_mbox_separator(line) && is_header_line(text);
}

// Header lines that only mail has, up to an empty line or the end. The header
// of a message that passed many programs is longer than what is seen of it.
bool is_mail_header(std::string_view text) {
  if (text.starts_with("From ")) text.remove_prefix(text.find('\n') + 1);
  std::vector<HeaderLine> headers;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (trim_ascii(line).empty()) break;
    const bool continues = line.front() == ' ' || line.front() == '\t';
    const size_t colon = line.find(':');
    const bool is_name =
        colon != std::string_view::npos && colon > 0 && line.find(' ') > colon;
    if (!continues && !is_name && end < text.size()) return false;
    add_header_line(headers, line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const auto has = [&](std::string_view name) {
    return !find_header(headers, name).empty();
  };
  static constexpr auto kOthers = std::to_array<std::string_view>(
      {"date", "subject", "message-id", "mime-version", "organization",
       "lines"});
  if (has("from") && std::ranges::count_if(kOthers, has) >= 2) return true;
  return text.empty() && (has("received") || has("delivered-to") ||
                          has("return-path") || has("arc-seal"));
}

// A heading, and below it what is no accident in plain text.
bool is_bare_markdown(std::string_view text) {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"\n## ", "\n### ", "](http", "**", "\n- ", "\n* ", "\n> "});
  return text.starts_with("# ") &&
         std::ranges::any_of(kMarks, [&](std::string_view mark) {
           return text.find(mark) != std::string_view::npos;
         });
}

// Its first line is a triple.
bool is_triples(std::string_view text) {
  if (text.starts_with("<urn:lode:")) return true;
  if (!text.starts_with("<") && !text.starts_with("_:")) return false;
  const size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  try {
    return parse_triple(text.substr(0, end)).has_value();
  } catch (const text::InputError&) {
    return false;
  }
}

}  // namespace

Kind recognise(std::string_view beginning, const FieldMap& fields) {
  if (packing_of(beginning)) return Kind::kPacked;
  if (beginning.starts_with("PK\x03\x04"sv) ||
      beginning.starts_with("PK\x05\x06"sv) || is_tar(beginning) ||
      beginning.starts_with("7z\xBC\xAF\x27\x1C"sv)) {
    return Kind::kContainer;
  }
  if (beginning.starts_with("WARC/")) return Kind::kWarc;
  if (beginning.starts_with(kUtf8Mark))
    beginning.remove_prefix(kUtf8Mark.size());
  const std::string_view text = skip_space(beginning);
  if (text.empty()) return Kind::kEmpty;
  if (looks_binary(text)) return Kind::kBinary;
  if (text.starts_with('{')) return json_kind(text);
  if (is_graph_table(text)) return Kind::kGraphTable;
  if (is_other_table(text)) return Kind::kOtherTable;
  if (is_graph_xml(text)) return Kind::kGraphXml;
  if (is_triples(text)) return Kind::kTriples;
  if (text.starts_with('[') && is_json_array(text)) return Kind::kJsonValues;
  if (text.starts_with("<doc ")) return Kind::kDocBlocks;
  if (text.starts_with('<')) return markup_kind(text);
  if (is_mailbox(text)) return Kind::kMbox;
  if (is_mail_header(text)) {
    return text.starts_with("From ") ? Kind::kMbox : Kind::kMail;
  }
  const bool cut = beginning.size() + kUtf8Mark.size() >= kKindBytes;
  if (front_matter_size(text) > 0 || (cut && begins_front_matter(text))) {
    return Kind::kMarkdown;
  }
  if (is_table(text, fields)) return Kind::kTable;
  if (is_bare_markdown(text)) return Kind::kMarkdown;
  return Kind::kText;
}

}  // namespace indexer
