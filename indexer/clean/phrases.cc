#include "indexer/clean/phrases.h"

#include <algorithm>
#include <array>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/date_words.h"
#include "indexer/clean/phrase_forms.h"
#include "indexer/clean/plain_text.h"
#include "text/fold.h"

namespace indexer {
namespace {

// A phrase with its colon is no longer than this.
constexpr size_t kMaxLabelBytes = 60;

template <typename Accepts>
bool any_form(Phrase phrase, Accepts accepts) {
  const bool request =
      phrase == Phrase::kRequest || phrase == Phrase::kShortRequest;
  const auto forms = request ? request_forms() : phrase_forms();
  return std::ranges::any_of(forms, [&](const PhraseForm& form) {
    return form.phrase == phrase && accepts(form.folded);
  });
}

// Of ASCII or the first byte of one with an accent.
bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '\xC3' && c <= '\xC5');
}

std::string_view without_colon(std::string_view folded) {
  folded = trim_ascii(folded);
  while (folded.ends_with(':')) folded.remove_suffix(1);
  return trim_ascii(folded);
}

// Without the word for `by` before names.
std::string_view without_by(std::string_view line) {
  line = trim_ascii(line);
  for (const std::string_view by :
       {"Written by ", "Words by ", "Text by ", "Story by ", "Reported by ",
        "By ",         "BY ",       "by ",      "By: ",      "Author: ",
        "Autor: ",     "Von: ",     "Par : ",   "Por: ",     "Von ",
        "VON ",        "von ",      "Par ",     "PAR ",      "par ",
        "Por ",        "POR ",      "por ",     "Di ",       "Door "}) {
    if (line.starts_with(by)) return trim_ascii(line.substr(by.size()));
  }
  return line;
}

struct Cut {
  size_t at = 0;  // where a name ends
  size_t size = 0;
};

Cut find_separator(std::string_view line) {
  Cut first = {line.size(), 0};
  for (const std::string_view mark :
       {", ", "; ", " and ", " und ", " et ", " y ", " e ", " en ", " & ", "、",
        "，", " | ", "/"}) {
    const size_t at = line.find(mark);
    if (at < first.at) first = {at, mark.size()};
  }
  return first;
}

// Words that names have besides those that begin with a capital.
bool is_particle(std::string_view word) {
  static constexpr auto kParticles = std::to_array<std::string_view>(
      {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du",
       "ibn", "la", "le", "ten", "ter", "van", "von", "zu"});
  return std::ranges::find(kParticles, word) != kParticles.end();
}

// What the name of a person may be: one to five words, in capitals or of a
// script that has none (then two), without digits and addresses.
bool is_name(const std::string& text) {
  constexpr size_t kMaxBytes = 60;
  constexpr int kMaxWords = 5;
  constexpr int kMaxCjkWords = 2;
  constexpr std::string_view kOdd = "0123456789@:;!?()[]{}<>_=#\"";
  if (text.size() > kMaxBytes || text.find_first_of(kOdd) != text.npos) {
    return false;
  }
  int words = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest = trim_ascii(rest.substr(word.size()));
    const bool small = word.front() >= 'a' && word.front() <= 'z';
    if (small && !is_particle(word)) return false;
    ++words;
  }
  return words <= (has_cjk(text) ? kMaxCjkWords : kMaxWords);
}

// Without the word for a reporter that Korean and Chinese names have.
std::string_view without_title(std::string_view name) {
  for (const std::string_view title : {" 기자", " 특파원", " 記者", " 记者"}) {
    if (name.ends_with(title)) name.remove_suffix(title.size());
  }
  for (const std::string_view title : {"记者 ", "記者 ", "文/", "文／"}) {
    if (name.starts_with(title)) name.remove_prefix(title.size());
  }
  return trim_ascii(name);
}

// The names of `line`, without titles: first off the line, as `文/` holds what
// parts names.
std::vector<std::string> split_names(std::string_view line) {
  std::vector<std::string> names;
  line = without_title(trim_ascii(line));
  while (!line.empty()) {
    const Cut cut = find_separator(line);
    names.emplace_back(without_title(trim_ascii(line.substr(0, cut.at))));
    line.remove_prefix(std::min(line.size(), cut.at + cut.size));
  }
  std::erase(names, "");
  return names;
}

// True if `name` says what somebody is, and not who.
bool is_office(std::string_view name) {
  static constexpr auto kOffices = std::to_array<std::string_view>(
      {"Columnist", "Contributor", "Correspondent", "Editor", "Reporter",
       "Staff", "Writer"});
  return std::ranges::any_of(kOffices, [&](std::string_view office) {
    return name.find(office) != std::string_view::npos;
  });
}

bool is_month(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const std::string folded = text::fold(word);
  return std::ranges::any_of(latin_date_words(), [&](const DateForm& form) {
    return form.word == DateWord::kMonth && form.text == folded;
  });
}

bool is_weekday(std::string_view word) {
  static constexpr auto kDays = std::to_array<std::string_view>(
      {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
       "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
       "samstag", "sonntag"});
  return std::ranges::find(kDays, to_lower_ascii(word)) != kDays.end();
}

// `line` before its first digit and the month there.
std::string_view before_date(std::string_view line) {
  const size_t digit = line.find_first_of("0123456789");
  if (digit == std::string_view::npos) return line;
  line = trim_ascii(line.substr(0, digit));
  const size_t word = line.rfind(' ');
  if (word != std::string_view::npos && is_month(line.substr(word + 1))) {
    line = line.substr(0, word);
  }
  return line.substr(0, line.find_last_not_of(" |,(") + 1);
}

// What stands behind `by` in `Updated 20 Nov 2025 by Kim Lee`; nothing if a
// line that begins so names nobody.
std::string_view without_update(std::string_view line) {
  constexpr std::string_view kBy = " by ";
  const std::string lower = to_lower_ascii(line);
  const bool updated = std::ranges::any_of(
      std::to_array<std::string_view>({"updated", "published", "posted",
                                       "last updated", "first published"}),
      [&](std::string_view mark) { return lower.starts_with(mark); });
  if (!updated) return line;
  const size_t by = lower.find(kBy);
  return by == std::string::npos ? std::string_view()
                                 : line.substr(by + kBy.size());
}

// `line` before what somebody else did, and before an e-mail address.
std::string_view before_others(std::string_view line) {
  for (const std::string_view mark :
       {" Edited by ", " Photographs by ", " Photos by ", " Photography by ",
        " Updated", " Published", " Posted", " • ", " · ", " - ", " – ",
        " — "}) {
    line = line.substr(0, line.find(mark));
  }
  const size_t at = line.find('@');
  if (at == std::string_view::npos) return line;
  const size_t word = line.rfind(' ', at);
  return word == std::string_view::npos ? std::string_view()
                                        : line.substr(0, word);
}

}  // namespace

bool is_phrase(std::string_view line, Phrase phrase) {
  if (line.size() > kMaxLabelBytes) return false;
  const std::string folded = text::fold(line);
  const std::string_view bare = without_colon(folded);
  return any_form(phrase, [&](std::string_view form) { return bare == form; });
}

bool begins_with_phrase(std::string_view line, Phrase phrase) {
  const std::string folded = text::fold(line.substr(0, 2 * kMaxLabelBytes));
  return any_form(phrase, [&](std::string_view form) {
    return folded.starts_with(form) &&
           !(is_latin_letter(form.back()) && folded.size() > form.size() &&
             is_latin_letter(folded[form.size()]));
  });
}

bool has_phrase(std::string_view line, Phrase phrase) {
  const std::string folded = text::fold(line);
  return any_form(phrase, [&](std::string_view form) {
    return folded.find(form) != std::string::npos;
  });
}

std::optional<std::string_view> value_of(std::string_view line, Phrase phrase) {
  constexpr std::string_view kWideColon = "：";
  const size_t ascii = line.find(':');
  const size_t wide = line.find(kWideColon);
  const size_t colon = std::min(ascii, wide);
  if (colon == std::string_view::npos) return {};
  if (!is_phrase(line.substr(0, colon), phrase)) return {};
  const size_t width = colon == wide ? kWideColon.size() : 1;
  return trim_ascii(line.substr(colon + width));
}

std::vector<std::string> read_names(std::string_view line) {
  constexpr size_t kMaxBytes = 160;
  if (line.size() > kMaxBytes) return {};
  std::vector<std::string> names = split_names(without_by(line));
  return std::ranges::all_of(names, is_name) ? names
                                             : std::vector<std::string>();
}

std::vector<std::string> read_full_names(std::string_view line) {
  std::vector<std::string> names = read_names(line);
  const bool full = names.size() < 2 || std::ranges::all_of(names, [](auto& n) {
                      return n.find(' ') != std::string::npos;
                    });
  return full ? names : std::vector<std::string>();
}

std::vector<std::string> read_called_byline(std::string_view line) {
  constexpr size_t kMaxBytes = 300;
  if (line.size() > kMaxBytes) return {};
  std::vector<std::string> names =
      split_names(before_date(before_others(without_update(without_by(line)))));
  const auto end = std::ranges::find_if(names, [](const std::string& name) {
    return is_office(name) || is_month(name) || is_weekday(name) ||
           !is_name(name);
  });
  names.erase(end, names.end());
  return names;
}

std::vector<std::string> read_labelled_authors(std::string_view line) {
  if (without_by(line).size() != line.size() && !ends_sentence(line)) {
    std::vector<std::string> names = read_called_byline(line);
    const bool full = std::ranges::all_of(
        names, [](auto& name) { return name.find(' ') != std::string::npos; });
    return full ? names : std::vector<std::string>();
  }
  constexpr std::string_view kWideSpace = "　";
  for (size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    const size_t end =
        std::min({rest.find(' '), rest.find(kWideSpace), rest.size()});
    const auto value = value_of(rest.substr(0, end), Phrase::kAuthor);
    if (value && has_cjk(*value)) return read_names(*value);
    at += end + (rest.substr(end).starts_with(kWideSpace) ? 3 : 1);
  }
  return {};
}

std::vector<std::string> read_byline(std::string_view line) {
  if (without_by(line).size() == line.size() || ends_sentence(line)) return {};
  return read_names(line);
}

}  // namespace indexer
