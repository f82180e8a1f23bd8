#include "training/wire_lines.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <random>
#include <string_view>

namespace training {
namespace {

using models::NameClass;

// Words apart by spaces. {P} is a person, {S} a surname, {T} a team, {K} a
// team in capitals, {L} a place, {D} a place in capitals, {n} a number, {s} a
// score, {d} a date, {r} a person's rank with a full stop; {M} is the
// adjective of a country.
struct Pattern {
  std::initializer_list<std::string_view> heads;  // one of them, once
  std::initializer_list<std::string_view> lines;  // again and again
};

const std::initializer_list<Pattern> kPatterns = {
    {{"SOCCER - {N} FIRST DIVISION RESULTS .",
      "SOCCER - {N} LEAGUE STANDINGS AFTER SATURDAY 'S MATCHES .",
      "Results of {M} first division soccer matches on Sunday :"},
     {"{T} {n} {T} {n}", "{T} {n} {T} {n} ( halftime {s} )",
      "{T} {n} {T} {n} {n} {n} {n} {n}", "{T} {n} {n} {n} {n} {n} {n} {n}",
      "Scorers :", "{T} - {P} ( {n} ) , {P} ( {n} )",
      "{P} ( {n}th minute ) , {S} ( {n} penalty )", "Attendance : {n}",
      "Standings ( tabulated under played , won , drawn , lost ) :"}},
    {{"BASEBALL - RESULTS OF MAJOR LEAGUE GAMES .",
      "HOCKEY - STANDINGS AFTER FRIDAY 'S GAMES .",
      "Results of league basketball games played on Tuesday ( home team in "
      "CAPS ) :"},
     {"{K} {n} {T} {n}", "{T} {n} {K} {n}", "{T} {n} {K} {n} ( OT )",
      "{T} AT {T}", "{T} at {T}", "{T} {n} {n} .{n} -", "{T} {n} {n} .{n} {n}",
      "{T} {n} {n} {n} {n} {n} {n}", "W L PCT GB", "EASTERN DIVISION",
      "( {T} leads series {s} )", "{T} vs {T}"}},
    {{"TENNIS - RESULTS AT THE {N} OPEN .", "ATHLETICS - RESULTS OF MEETING .",
      "Leading results from the meeting on Sunday :"},
     {"{n}. {P} ( {L} ) {n}", "{n} . {P} ( {L} ) {n} points",
      "{r} {P} ( {L} ) beat {P} ( {L} ) {s} {s}",
      "{P} ( {L} ) beat {r} {P} ( {L} ) {s} {s} {s}",
      "Women 's singles :", "{P} ( {L} ) , {P} ( {L} ) , {P} ( {L} )",
      "{n} {P} , {L} , {n} metres", "{P} , {L} , {n} minutes {n} seconds",
      "{S} and {S} ( {L} ) beat {S} and {S} ( {L} ) {s} {s}"}},
    {{"CRICKET - {N} TOUR MATCH SCOREBOARD .",
      "Close of play scores on Friday :"},
     {"{S} c {S} b {S} {n}", "{P} c {S} b {P} {n}", "{S} not out {n}",
      "{P} run out {n}", "{S} lbw b {S} {n}", "Extras ( lb-{n} nb-{n} ) {n}",
      "Bowling : {S} {s} , {S} {s} , {S} {s}",
      "Fall of wickets : {n} , {n} , {n}",
      "{T} {n} and {n} for {n} ( {P} {n} ) , {T} {n}",
      "To bat : {P} , {P} , {P}"}},
    {{"SOCCER - {N} NAME SQUAD FOR QUALIFIER .",
      "Teams for the match on Saturday :"},
     {"Goalkeepers : {P} ( {T} ) , {P} ( {T} ) .",
      "Defenders - {P} ( {T} ) , {P} ( {T} ) , {P} ( {T} ) .",
      "Forwards : {P} , {P} , {P} .", "{L} : {P} , {P} , {P} ( captain ) .",
      "{n} - {P} , {n} - {P} , {n} - {P}",
      "{T} : {n} - {P} ; {n} - {P} ( {S} , {n} )"}},
    {{"{D} {d}", "{D} , {d}"},
     {"{D} {d}", "-- {P} , {L} newsroom +{n} {n} {n}",
      "-- {L} newsroom , {n} {n} {n}", "( {L} , {d} )",
      "{P} told reporters in {L} on Monday .",
      "{T} beat {T} {s} in {L} on Saturday .",
      "{T} striker {P} scored twice against {T} .",
      "{M} forward {P} joined {T} from {T} on Friday .",
      "{T} coach {P} said his team would play in {L} next week ."}},
};

constexpr std::array<std::string_view, 12> kAdjectives = {
    "English",  "French",   "German", "Italian", "Spanish",   "Dutch",
    "Scottish", "American", "Polish", "Russian", "Brazilian", "Japanese"};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

class WireWriter {
 public:
  WireWriter(const WireNames& names, uint64_t seed)
      : names_(names), random_(seed) {}

  MarkedArticle article() {
    const Pattern& pattern = kPatterns.begin()[below(kPatterns.size())];
    MarkedArticle article;
    article.sentences.push_back(line(pick(pattern.heads)));
    // A result list repeats its two or three kinds of lines.
    const std::array<std::string_view, 3> kinds = {
        pick(pattern.lines), pick(pattern.lines), pick(pattern.lines)};
    for (size_t i = 0; i < 8; ++i) {
      const bool other = below(4) == 0;
      article.sentences.push_back(
          line(other ? pick(pattern.lines) : kinds[below(kinds.size())]));
    }
    return article;
  }

 private:
  size_t below(size_t end) { return random_() % end; }
  std::string_view pick(std::initializer_list<std::string_view> texts) {
    return texts.begin()[below(texts.size())];
  }
  const std::string& place() {
    return names_.places[below(names_.places.size())];
  }
  const std::string& person() {
    return names_.people[below(names_.people.size())];
  }
  std::string number() {
    return std::to_string(below(below(2) == 0 ? 10 : 90));
  }

  // Teams are towns, most often by their bare names.
  std::string team() {
    static constexpr std::array<std::string_view, 10> kEndings = {
        "City",  "United", "Rovers", "Town",  "FC",
        "Lions", "Tigers", "Bulls",  "Stars", "Athletic"};
    const std::string& town = place();
    if (below(10) < 7) return town;
    return town + " " + std::string(kEndings[below(kEndings.size())]);
  }

  MarkedSentence line(std::string_view pattern) {
    MarkedSentence sentence;
    for (const std::string& word : split(pattern)) {
      if (word.size() >= 3 && word[0] == '{') {
        fill(word[1], sentence);
        if (word.size() > 3) sentence.words.back() += word.substr(3);
      } else if (const size_t slot = word.find('{'); slot != word.npos) {
        sentence.words.push_back(word.substr(0, slot) + number() +
                                 word.substr(slot + 3));
      } else {
        sentence.words.push_back(word);
      }
    }
    return sentence;
  }

  void fill(char slot, MarkedSentence& sentence) {
    switch (slot) {
      case 'P':
        return name(person(), NameClass::kPerson, sentence);
      case 'S':
        return name(split(person()).back(), NameClass::kPerson, sentence);
      case 'T':
        return name(team(), NameClass::kOrganization, sentence);
      case 'K':
        return name(upper(team()), NameClass::kOrganization, sentence);
      case 'L':
        return name(place(), NameClass::kLocation, sentence);
      case 'D':
        return name(upper(place()), NameClass::kLocation, sentence);
      case 'M':
        return name(adjective(), NameClass::kOther, sentence);
      case 'N':
        return name(upper(adjective()), NameClass::kOther, sentence);
      case 's':
        for (const std::string& word : {number(), std::string("-"), number()}) {
          sentence.words.push_back(word);
        }
        return;
      case 'r':
        sentence.words.push_back(std::to_string(below(16) + 1));
        sentence.words.push_back("-");
        return;
      case 'd':
        sentence.words.push_back("19" + std::to_string(10 + below(90)) + "-0" +
                                 std::to_string(1 + below(9)) + "-1" +
                                 std::to_string(below(10)));
        return;
      default:
        sentence.words.push_back(number());
    }
  }

  std::string adjective() {
    return std::string(kAdjectives[below(kAdjectives.size())]);
  }

  static void name(const std::string& text, NameClass name_class,
                   MarkedSentence& sentence) {
    const auto first = static_cast<uint32_t>(sentence.words.size());
    for (std::string& word : split(text)) {
      sentence.words.push_back(std::move(word));
    }
    sentence.names.push_back(
        {first, static_cast<uint32_t>(sentence.words.size()), name_class});
  }

  const WireNames& names_;
  std::mt19937_64 random_;
};

bool has_capitals(const std::vector<std::string>& words,
                  const MarkedName& name) {
  for (uint32_t i = name.first; i < name.last; ++i) {
    if (words[i][0] < 'A' || words[i][0] > 'Z' || words[i].size() < 3) {
      return false;
    }
  }
  return true;
}

}  // namespace

WireNames collect_wire_names(const std::vector<MarkedArticle>& articles) {
  WireNames names;
  for (const MarkedArticle& article : articles) {
    for (const MarkedSentence& sentence : article.sentences) {
      for (const MarkedName& name : sentence.names) {
        if (!has_capitals(sentence.words, name)) continue;
        std::string text;
        for (uint32_t i = name.first; i < name.last; ++i) {
          if (i > name.first) text += ' ';
          text += sentence.words[i];
        }
        const uint32_t size = name.last - name.first;
        if (name.name_class == NameClass::kPerson && size > 1) {
          names.people.push_back(std::move(text));
        } else if (name.name_class == NameClass::kLocation && size < 3) {
          names.places.push_back(std::move(text));
        }
      }
    }
  }
  return names;
}

std::vector<MarkedArticle> make_wire_articles(const WireNames& names,
                                              size_t count, uint64_t seed) {
  std::vector<MarkedArticle> articles;
  if (names.people.empty() || names.places.empty()) return articles;
  WireWriter writer(names, seed);
  for (size_t i = 0; i < count; ++i) articles.push_back(writer.article());
  return articles;
}

}  // namespace training
