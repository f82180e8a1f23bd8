#include "indexer/exported/triple.h"

#include <algorithm>
#include <charconv>

#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_name_byte(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == ':' || (c & 0x80) != 0;
}

// What an IRI may not hold, apart from control characters.
constexpr std::string_view kNotInIri = " <\"{}|^`";

class TripleParser {
 public:
  explicit TripleParser(std::string_view line) : line_(line) {}

  std::optional<Triple> parse() {
    skip_blanks();
    if (at_end()) return std::nullopt;
    Triple triple;
    triple.subject = read_resource("an IRI or a blank node");
    skip_blanks();
    triple.predicate = read_iri("an IRI");
    skip_blanks();
    triple.object = peek() == '"' ? read_literal()
                                  : read_resource(
                                        "an IRI, a blank node or a "
                                        "literal");
    skip_blanks();
    expect('.', "a full stop");
    skip_blanks();
    if (!at_end()) fail("the end of the line");
    return triple;
  }

 private:
  // NUL at the end, which stands nowhere else.
  char peek() const { return at_ < line_.size() ? line_[at_] : '\0'; }
  bool at_end() const { return at_ == line_.size() || peek() == '#'; }

  void skip_blanks() {
    while (at_ < line_.size() && is_blank(line_[at_])) ++at_;
  }

  [[noreturn]] void fail(std::string_view expected) const {
    throw text::InputError("no triple: " + std::string(expected) +
                           " is missing at byte " + std::to_string(at_ + 1));
  }

  void expect(char c, std::string_view name) {
    if (at_ == line_.size() || peek() != c) fail(name);
    ++at_;
  }

  Term read_resource(std::string_view expected) {
    if (peek() == '_') return read_blank();
    return {TermKind::kIri, read_iri(expected)};
  }

  Term read_blank() {
    ++at_;
    expect(':', "the name of a blank node");
    Term term{TermKind::kBlank, read_name()};
    // A full stop ends a statement, never a name.
    while (term.text.ends_with('.')) {
      term.text.pop_back();
      --at_;
    }
    if (term.text.empty()) fail("the name of a blank node");
    return term;
  }

  std::string read_name() {
    const size_t begin = at_;
    while (at_ < line_.size() && is_name_byte(line_[at_])) ++at_;
    return std::string(line_.substr(begin, at_ - begin));
  }

  std::string read_iri(std::string_view expected) {
    if (peek() != '<') fail(expected);
    ++at_;
    std::string iri;
    while (peek() != '>') {
      const char c = peek();
      const bool is_control = (c & 0x80) == 0 && c < 0x20;
      if (is_control || kNotInIri.find(c) != std::string_view::npos) {
        fail("the end of an IRI");
      }
      if (c == '\\') {
        iri += read_escape(false);
      } else {
        iri += c;
        ++at_;
      }
    }
    ++at_;
    return iri;
  }

  Term read_literal() {
    ++at_;
    Term term{TermKind::kLiteral, {}};
    while (at_ < line_.size() && line_[at_] != '"') {
      // Up to the next quote or escape at once.
      const size_t end =
          std::min(line_.find_first_of("\"\\", at_), line_.size());
      term.text.append(line_.substr(at_, end - at_));
      at_ = end;
      if (peek() == '\\') term.text += read_escape(true);
    }
    expect('"', "a closing quote");
    if (peek() == '@') {
      ++at_;
      term.language = read_name();
      if (term.language.empty()) fail("a language");
    } else if (line_.substr(at_).starts_with("^^")) {
      at_ += 2;
      term.datatype = read_iri("the IRI of a datatype");
    }
    return term;
  }

  // `in_text` allows those of one letter.
  std::string read_escape(bool in_text) {
    ++at_;
    const char c = peek();
    ++at_;
    if (c == 'u') return read_code_point(4);
    if (c == 'U') return read_code_point(8);
    constexpr std::string_view kLetters = "tbnrf\"'\\";
    constexpr std::string_view kMeanings = "\t\b\n\r\f\"'\\";
    const size_t letter = kLetters.find(c);
    if (!in_text || letter == std::string_view::npos) fail("a known escape");
    return {kMeanings[letter]};
  }

  std::string read_code_point(size_t digits) {
    const std::string_view hex =
        line_.substr(std::min(at_, line_.size()), digits);
    uint32_t value = 0;
    const auto read =
        std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    const bool is_whole = hex.size() == digits && read.ec == std::errc() &&
                          read.ptr == hex.data() + hex.size();
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (!is_whole || is_surrogate || value > 0x10FFFF) fail("a code point");
    at_ += digits;
    return text::encode_utf8(value);
  }

  std::string_view line_;
  size_t at_ = 0;
};

}  // namespace

std::optional<Triple> parse_triple(std::string_view line) {
  return TripleParser(line).parse();
}

}  // namespace indexer
