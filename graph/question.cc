#include "graph/question.h"

#include <algorithm>
#include <array>
#include <optional>

namespace graph {
namespace {

constexpr size_t kCandidates = 5;

constexpr std::array<std::string_view, 4> kOpenings = {"what is ", "what's ",
                                                       "who is ", "what are "};
constexpr std::array<std::string_view, 2> kEnglishForms = {"related to ",
                                                           "connected to "};
// Longer endings come before those that they contain.
constexpr std::array<std::string_view, 6> kKoreanEndings = {
    "와 관련된 것은", "과 관련된 것은", "와 관련된",
    "과 관련된",      " 관련",          "관련"};
constexpr std::array<std::string_view, 4> kChineseOpenings = {"与", "與", "和",
                                                              "跟"};
constexpr std::array<std::string_view, 4> kChineseEndings = {"相关", "有关",
                                                             "相關", "有關"};
constexpr std::array<std::string_view, 3> kChineseTails = {"的有哪些",
                                                           "的是什么", "的"};
constexpr std::array<std::string_view, 6> kFinalMarks = {"?",  "？", ".",
                                                         "。", "!",  "！"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Single spaces, none around.
std::string squeeze(std::string_view words) {
  std::string squeezed;
  for (const char c : words) {
    if (!is_space(c)) {
      squeezed.push_back(c);
    } else if (!squeezed.empty() && squeezed.back() != ' ') {
      squeezed.push_back(' ');
    }
  }
  if (squeezed.ends_with(' ')) squeezed.pop_back();
  return squeezed;
}

// Letter case aside.
bool take_prefix(std::string_view& words, std::string_view prefix) {
  if (words.size() < prefix.size() ||
      !std::equal(prefix.begin(), prefix.end(), words.begin(),
                  [](char a, char b) { return a == lower(b); })) {
    return false;
  }
  words.remove_prefix(prefix.size());
  return true;
}

bool take_suffix(std::string_view& words, std::string_view suffix) {
  if (!words.ends_with(suffix)) return false;
  words.remove_suffix(suffix.size());
  return true;
}

template <size_t N>
bool take_one_prefix(std::string_view& words,
                     const std::array<std::string_view, N>& prefixes) {
  return std::ranges::any_of(
      prefixes, [&](auto prefix) { return take_prefix(words, prefix); });
}

template <size_t N>
bool take_one_suffix(std::string_view& words,
                     const std::array<std::string_view, N>& suffixes) {
  return std::ranges::any_of(
      suffixes, [&](auto suffix) { return take_suffix(words, suffix); });
}

std::optional<std::string_view> read_english(std::string_view words) {
  take_one_prefix(words, kOpenings);
  if (!take_one_prefix(words, kEnglishForms)) return std::nullopt;
  return words;
}

std::optional<std::string_view> read_korean(std::string_view words) {
  if (!take_one_suffix(words, kKoreanEndings)) return std::nullopt;
  return words;
}

std::optional<std::string_view> read_chinese(std::string_view words) {
  if (!take_one_prefix(words, kChineseOpenings)) return std::nullopt;
  take_one_suffix(words, kChineseTails);
  if (!take_one_suffix(words, kChineseEndings)) return std::nullopt;
  return words;
}

// The words that name the entity, if a form of the grammar fits.
std::optional<std::string> read_name(std::string_view words) {
  for (const auto read : {read_english, read_korean, read_chinese}) {
    if (const auto name = read(words)) {
      std::string squeezed = squeeze(*name);
      if (!squeezed.empty()) return squeezed;
    }
  }
  return std::nullopt;
}

std::vector<NamedEntity> find_candidates(std::string_view name,
                                         const GraphReader& graph) {
  auto candidates = graph.resolve(name, kCandidates);
  if (candidates.empty() && take_prefix(name, "the ")) {
    candidates = graph.resolve(name, kCandidates);
  }
  return candidates;
}

std::string make_example(const GraphReader& graph) {
  const auto entities = graph.entities(std::nullopt, 0, 1);
  return entities.empty() ? "" : "related to " + entities.front().name;
}

}  // namespace

Question read_question(std::string_view question, const GraphReader& graph) {
  const std::string squeezed = squeeze(question);
  std::string_view words = squeezed;
  while (take_one_suffix(words, kFinalMarks)) {
  }
  Question read;
  read.example = make_example(graph);
  const auto name = read_name(squeeze(words));
  if (!name) {
    read.not_understood = squeezed;
    return read;
  }
  read.kind = QuestionKind::kRelated;
  read.name = *name;
  read.candidates = find_candidates(*name, graph);
  if (read.candidates.empty()) read.not_understood = *name;
  return read;
}

}  // namespace graph
