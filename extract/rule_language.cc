#include "extract/rule_language.h"

#include <array>
#include <charconv>
#include <fstream>

#include "extract/resource_files.h"
#include "text/error.h"

namespace extract {
namespace {

struct Line {
  std::filesystem::path file;
  int number = 0;
  bool indented = false;
  std::string text;
};

[[noreturn]] void fail(const Line& line, const std::string& message) {
  throw text::InputError(at_line(line.file, line.number) + message);
}

// Splits at spaces, keeps "quoted words" together, without their quotes.
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  bool any = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (!quoted && (c == ' ' || c == '\t')) {
      if (any) words.push_back(std::move(word));
      word.clear();
      any = false;
    } else {
      word.push_back(c);
      any = true;
    }
  }
  if (any) words.push_back(std::move(word));
  return words;
}

std::vector<Line> read_lines(const std::filesystem::path& folder) {
  std::vector<Line> lines;
  for (const auto& file : resource_files(folder, ".rules")) {
    std::ifstream in(file);
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
      const size_t begin = text.find_first_not_of(" \t\r");
      if (begin == std::string::npos || text[begin] == '#') continue;
      text.erase(text.find_last_not_of(" \t\r") + 1);
      lines.push_back({file, number, begin > 0, text.substr(begin)});
    }
  }
  return lines;
}

size_t parse_limit(std::string_view digits, const Line& line) {
  size_t limit = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), limit);
  if (error != std::errc() || limit == 0 || limit > 40) {
    fail(line, "a gap is ~N or ~~N with N from 1 to 40");
  }
  return limit;
}

constexpr std::array<std::pair<std::string_view, Voice>, 5> kVoices = {{
    {"active(", Voice::kActive},
    {"passive(", Voice::kPassive},
    {"participle(", Voice::kParticiple},
    {"gerund(", Voice::kGerund},
    {"infinitive(", Voice::kInfinitive},
}};

class PatternParser {
 public:
  PatternParser(Lexicon& lexicon, const Line& line)
      : lexicon_(lexicon), line_(line) {}

  std::vector<Pattern> parse() {
    std::vector<Pattern> patterns{{}};
    std::string spaced;
    for (const char c : line_.text) {
      if (c == '[' || c == ']')
        spaced += std::string(" ") + c + " ";
      else
        spaced.push_back(c);
    }
    const auto words = split_words(spaced);
    size_t next = 0;
    expand(words, next, patterns);
    if (next != words.size()) fail(line_, "`]` without `[`");
    for (Pattern& pattern : patterns) check(pattern);
    return patterns;
  }

 private:
  void expand(const std::vector<std::string>& words, size_t& next,
              std::vector<Pattern>& patterns) {
    while (next < words.size() && words[next] != "]") {
      if (words[next] != "[") {
        const Element element = parse_element(words[next++]);
        for (Pattern& p : patterns) p.elements.push_back(element);
        continue;
      }
      std::vector<Pattern> with = patterns;
      expand(words, ++next, with);
      if (next == words.size()) fail(line_, "`[` without `]`");
      ++next;
      patterns.insert(patterns.begin(), with.begin(), with.end());
      if (patterns.size() > 32) fail(line_, "too many optional parts");
    }
  }

  Element parse_element(const std::string& word) {
    Element element;
    if (const auto slot = slot_of(word)) {
      element.kind = Element::Kind::kSlot;
      element.role = slot->role;
      element.types = slot->types;
      return element;
    }
    if (word == "'s") {
      element.kind = Element::Kind::kPossessive;
      return element;
    }
    if (word.starts_with('~')) {
      element.kind = Element::Kind::kGap;
      element.loose = word.starts_with("~~");
      element.limit = parse_limit(
          std::string_view(word).substr(element.loose ? 2 : 1), line_);
      return element;
    }
    return parse_verb_or_words(word);
  }

  Element parse_verb_or_words(const std::string& word) {
    Element element;
    for (const auto& [prefix, voice] : kVoices) {
      if (!word.starts_with(prefix) || !word.ends_with(')')) continue;
      element.kind = Element::Kind::kVerb;
      element.voice = voice;
      element.set =
          set(word.substr(prefix.size(), word.size() - prefix.size() - 1));
      return element;
    }
    element.kind = Element::Kind::kWords;
    if (word == ",") {
      element.set = set("comma");
      return element;
    }
    if (word.starts_with('{') && word.ends_with('}')) {
      element.set = set(word.substr(1, word.size() - 2));
      return element;
    }
    std::vector<std::string> choices;
    for (size_t begin = 0; begin <= word.size();) {
      const size_t end = std::min(word.find('|', begin), word.size());
      choices.push_back(word.substr(begin, end - begin));
      begin = end + 1;
    }
    const std::string name = "\"" + word + "\"";
    lexicon_.add_words(name, choices);
    element.set = lexicon_.set(name);
    return element;
  }

  std::optional<SlotName> slot_of(const std::string& word) const {
    try {
      return parse_slot(word);
    } catch (const text::InputError& error) {
      fail(line_, error.what());
    }
  }

  SetId set(const std::string& name) const {
    try {
      return lexicon_.set(name);
    } catch (const text::InputError& error) {
      fail(line_, error.what());
    }
  }

  void check(Pattern& pattern) const {
    size_t sources = 0;
    size_t targets = 0;
    bool comma = false;
    const SetId comma_set = lexicon_.set("comma");
    for (Element& e : pattern.elements) {
      comma |= e.kind == Element::Kind::kWords && e.set == comma_set;
      e.apposed = e.kind == Element::Kind::kSlot && comma;
      if (e.kind == Element::Kind::kWords || e.kind == Element::Kind::kVerb) {
        pattern.needs.set(e.set);
      }
      if (e.kind != Element::Kind::kSlot) continue;
      sources += e.role == Role::kSource ? 1 : 0;
      targets += e.role == Role::kTarget ? 1 : 0;
    }
    if (sources != 1 || targets != 1) {
      fail(line_, "a pattern has one S: and one O:");
    }
    if (pattern.elements.front().kind == Element::Kind::kGap) {
      fail(line_, "a pattern can't begin with a gap");
    }
  }

  Lexicon& lexicon_;
  const Line& line_;
};

// `"sentence" A > B ; C > D`
Example parse_example(const Line& line) {
  const size_t open = line.text.find('"');
  const size_t close = line.text.rfind('"');
  if (open == close) fail(line, "an example is a sentence in quotes");
  Example example{
      line.text.substr(open + 1, close - open - 1), {}, line.number};
  std::string pairs = line.text.substr(close + 1);
  const auto trim = [](std::string s) {
    s.erase(0, std::min(s.find_first_not_of(' '), s.size()));
    s.erase(s.find_last_not_of(' ') + 1);
    return s;
  };
  while (!trim(pairs).empty()) {
    const size_t end = std::min(pairs.find(';'), pairs.size());
    const std::string pair = pairs.substr(0, end);
    const size_t arrow = pair.find('>');
    if (arrow == std::string::npos) fail(line, "expected `source > target`");
    example.expected.emplace_back(trim(pair.substr(0, arrow)),
                                  trim(pair.substr(arrow + 1)));
    pairs.erase(0, std::min(end + 1, pairs.size()));
  }
  return example;
}

class Loader {
 public:
  explicit Loader(RuleBook& book) : book_(book) {}

  // The logical line is `line` with its continuations, for declarations.
  void declare(const Line& line) {
    const auto words = split_words(line.text);
    if (words[0] == "verb" && words.size() > 1) {
      book_.lexicon.add_irregular({words.begin() + 1, words.end()});
    } else if (words.size() > 2 && words[2] == "=" &&
               (words[0] == "words" || words[0] == "verbs" ||
                words[0] == "nouns")) {
      const std::vector<std::string> members(words.begin() + 3, words.end());
      if (words[0] == "words")
        book_.lexicon.add_words(words[1], members);
      else if (words[0] == "nouns")
        book_.lexicon.add_nouns(words[1], members);
      else
        book_.lexicon.add_verbs(words[1], members);
    } else if (words[0] == "rule") {
      begin_rule(line, words);
    } else {
      fail(line, "expected words, nouns, verbs, verb or rule");
    }
  }

  void add_to_rule(const Line& line) {
    Rule& rule = book_.rules.back();
    if (line.text.starts_with("yes ") || line.text.starts_with("no ")) {
      rule.examples.push_back(parse_example(line));
      const bool positive = line.text.starts_with("yes ");
      if (positive == rule.examples.back().expected.empty()) {
        fail(line, "`yes` needs its relations and `no` has none");
      }
      return;
    }
    if (line.text.starts_with("tree ")) {
      add_tree(line);
      return;
    }
    for (Pattern& p : PatternParser(book_.lexicon, line).parse()) {
      rule.patterns.push_back(std::move(p));
    }
  }

 private:
  void begin_rule(const Line& line, const std::vector<std::string>& words) {
    if (words.size() < 4) fail(line, "expected rule NAME RELATION CONFIDENCE");
    Rule rule;
    rule.name = words[1];
    const auto type = text::parse_relation_type(words[2]);
    if (!type) fail(line, "no relation is named `" + words[2] + "`");
    rule.type = *type;
    const auto [end, error] = std::from_chars(
        words[3].data(), words[3].data() + words[3].size(), rule.confidence);
    if (error != std::errc() || rule.confidence <= 0 || rule.confidence > 1) {
      fail(line, "a confidence lies above 0 and not above 1");
    }
    for (size_t i = 4; i < words.size(); ++i) {
      if (words[i] == "negated") {
        rule.negated = true;
      } else if (words[i] == "cjk") {
        rule.cjk = true;
      } else if (words[i] == "known") {
        rule.known = true;
      } else if (!(rule.modality = text::parse_modality(words[i]))) {
        fail(line, "no modality is named `" + words[i] + "`");
      }
    }
    book_.rules.push_back(std::move(rule));
  }

  void add_tree(const Line& line) {
    Rule& rule = book_.rules.back();
    std::vector<std::string> words = split_words(line.text);
    words.erase(words.begin());
    try {
      rule.trees.push_back(parse_tree_pattern(book_.lexicon, words));
    } catch (const text::InputError& error) {
      fail(line, error.what());
    }
    book_.trees_of.resize(Lexicon::kMaxSets);
    for (const SetId trigger : rule.trees.back().triggers) {
      book_.tree_triggers.set(trigger);
      book_.trees_of[trigger].push_back(
          {book_.rules.size() - 1, rule.trees.size() - 1});
    }
  }

  RuleBook& book_;
};

}  // namespace

TreeWords::TreeWords(const Lexicon& lexicon)
    : planned(lexicon.set("tree.planned")),
      possible(lexicon.set("tree.possible")),
      rumoured(lexicon.set("tree.rumoured")),
      denied(lexicon.set("tree.denied")),
      plain(lexicon.set("tree.plain")),
      ended(lexicon.set("tree.ended")),
      former(lexicon.set("tree.former")),
      lesser(lexicon.set("tree.lesser")),
      light(lexicon.set("tree.light")),
      becoming(lexicon.set("tree.becoming")),
      through(lexicon.set("tree.through")) {}

RuleBook load_rules(const std::filesystem::path& folder) {
  RuleBook book;
  Loader loader(book);
  const std::vector<Line> lines = read_lines(folder);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].indented) fail(lines[i], "indented without a declaration");
    Line logical = lines[i];
    const bool rule = logical.text.starts_with("rule ");
    size_t last = i;
    while (last + 1 < lines.size() && lines[last + 1].indented) ++last;
    for (size_t k = i + 1; !rule && k <= last; ++k) {
      logical.text += " " + lines[k].text;
    }
    loader.declare(logical);
    for (size_t k = i + 1; rule && k <= last; ++k) loader.add_to_rule(lines[k]);
    i = last;
  }
  if (book.tree_triggers.any()) book.tree_words = TreeWords(book.lexicon);
  return book;
}

}  // namespace extract
