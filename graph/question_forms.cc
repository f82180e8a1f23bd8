#include "graph/question_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/error.h"

namespace graph {
namespace {

[[noreturn]] void fail(size_t line, const std::string& what) {
  throw text::InputError("questions: line " + std::to_string(line) + ": " +
                         what);
}

// A form that is neither parted into alternatives nor into options yet.
enum class PieceKind : uint8_t { kWords, kSet, kSlot, kOpen, kClose };

struct Piece {
  PieceKind kind{};
  std::string text;
};

bool is_special(char c) {
  return c == '{' || c == '<' || c == '[' || c == ']' || c == ' ';
}

std::vector<Piece> split_pieces(std::string_view form, size_t line) {
  std::vector<Piece> pieces;
  for (size_t at = 0; at < form.size();) {
    const char c = form[at];
    if (c == ' ') {
      ++at;
    } else if (c == '[' || c == ']') {
      pieces.push_back({c == '[' ? PieceKind::kOpen : PieceKind::kClose, ""});
      ++at;
    } else if (c == '{' || c == '<') {
      const size_t end = form.find(c == '{' ? '}' : '>', at);
      if (end == form.npos) fail(line, "a bracket is not closed");
      pieces.push_back({c == '{' ? PieceKind::kSlot : PieceKind::kSet,
                        std::string(form.substr(at + 1, end - at - 1))});
      at = end + 1;
    } else {
      const size_t begin = at;
      while (at < form.size() && !is_special(form[at])) ++at;
      pieces.push_back(
          {PieceKind::kWords, std::string(form.substr(begin, at - begin))});
    }
  }
  return pieces;
}

// `connected/linked`
std::vector<Phrase> parse_words(std::string_view words) {
  std::vector<Phrase> phrases;
  while (!words.empty()) {
    const size_t end = std::min(words.find('/'), words.size());
    phrases.push_back(split_phrase(words.substr(0, end)));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return phrases;
}

// Turns pieces into the ways to write them; Read makes an Element of a piece.
template <typename Element, typename Read>
class Expander {
 public:
  using Way = std::vector<Element>;

  Expander(std::vector<Piece> pieces, Read read, size_t line)
      : pieces_(std::move(pieces)), read_(std::move(read)), line_(line) {}

  std::vector<Way> expand() {
    auto ways = read_group();
    if (at_ < pieces_.size()) fail(line_, "a bracket is not opened");
    return ways;
  }

 private:
  std::vector<Way> read_group() {
    std::vector<Way> ways(1);
    while (at_ < pieces_.size() && pieces_[at_].kind != PieceKind::kClose) {
      const Piece& piece = pieces_[at_++];
      if (piece.kind == PieceKind::kOpen) {
        add_option(ways);
      } else {
        for (Way& way : ways) way.push_back(read_(piece));
      }
    }
    return ways;
  }

  void add_option(std::vector<Way>& ways) {
    auto options = read_group();
    if (at_ == pieces_.size()) fail(line_, "a bracket is not closed");
    ++at_;
    const bool is_words = options.size() == 1 && options[0].size() == 1 &&
                          !options[0][0].phrases.empty();
    if (is_words) {
      options[0][0].phrases.push_back({});
    } else {
      options.push_back({});
    }
    std::vector<Way> longer;
    for (const Way& way : ways) {
      for (const Way& option : options) {
        longer.push_back(way);
        longer.back().insert(longer.back().end(), option.begin(), option.end());
      }
    }
    ways = std::move(longer);
  }

  std::vector<Piece> pieces_;
  Read read_;
  size_t line_;
  size_t at_ = 0;
};

constexpr std::array<std::pair<std::string_view, Slot>, 10> kSlots = {{
    {"X", Slot::kName},
    {"Y", Slot::kOtherName},
    {"P", Slot::kPlace},
    {"C", Slot::kCommodity},
    {"N", Slot::kKind},
    {"V", Slot::kVerb},
    {"A", Slot::kAgent},
    {"O", Slot::kObject},
    {"M", Slot::kMeasure},
    {"T", Slot::kPeriod},
}};

constexpr std::array<std::pair<std::string_view, PeriodField>, 7> kFields = {{
    {"year", PeriodField::kYear},
    {"month", PeriodField::kMonthName},
    {"number", PeriodField::kMonth},
    {"quarter", PeriodField::kQuarter},
    {"day", PeriodField::kDay},
    {"first", PeriodField::kFirst},
    {"last", PeriodField::kLast},
}};

constexpr std::array<std::pair<std::string_view, QuestionKind>, 7> kKinds = {{
    {"related", QuestionKind::kRelated},
    {"path", QuestionKind::kPath},
    {"entities", QuestionKind::kEntities},
    {"placed", QuestionKind::kPlaced},
    {"facts", QuestionKind::kFacts},
    {"events", QuestionKind::kEvents},
    {"both", QuestionKind::kBoth},
}};

template <typename Pairs>
auto find_name(const Pairs& pairs, std::string_view name)
    -> std::optional<typename Pairs::value_type::second_type> {
  for (const auto& [known, value] : pairs) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::vector<FormElement>> parse_form(std::string_view form,
                                                 const PhraseSets& sets,
                                                 size_t line) {
  const auto read = [&](const Piece& piece) -> FormElement {
    if (piece.kind == PieceKind::kWords) return {parse_words(piece.text), {}};
    if (piece.kind == PieceKind::kSet) {
      const auto set = sets.find(piece.text);
      if (set == sets.end()) fail(line, "no words `" + piece.text + "`");
      return {set->second, {}};
    }
    const auto slot = find_name(kSlots, piece.text);
    if (!slot) fail(line, "no slot `" + piece.text + "`");
    return {{}, slot};
  };
  return Expander<FormElement, decltype(read)>(split_pieces(form, line), read,
                                               line)
      .expand();
}

std::vector<std::vector<PeriodElement>> parse_period_form(std::string_view form,
                                                          size_t line) {
  const auto read = [&](const Piece& piece) -> PeriodElement {
    if (piece.kind == PieceKind::kWords) return {parse_words(piece.text), {}};
    const auto field = find_name(kFields, piece.text);
    if (!field) fail(line, "no field `" + piece.text + "`");
    return {{}, field};
  };
  return Expander<PeriodElement, decltype(read)>(split_pieces(form, line), read,
                                                 line)
      .expand();
}

std::optional<QuestionKind> parse_question_kind(std::string_view name) {
  return find_name(kKinds, name);
}

}  // namespace graph
