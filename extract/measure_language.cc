#include "extract/measure_language.h"

#include <algorithm>
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

// A declaration may go on in indented lines that begin with `"` or `|`-free
// words; patterns are one line each.
std::vector<Line> read_lines(const std::filesystem::path& folder) {
  std::vector<Line> lines;
  for (const auto& file : resource_files(folder, ".measures")) {
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

// Splits at spaces outside of quotes; brackets are words of their own. Quotes
// stay out.
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ' ' || c == '\t')) {
      end_word();
    } else if (!quoted && (c == '[' || c == ']')) {
      end_word();
      words.emplace_back(1, c);
    } else {
      word.push_back(c);
    }
  }
  end_word();
  return words;
}

std::vector<std::string> split_choices(const std::string& word) {
  std::vector<std::string> choices;
  for (size_t begin = 0; begin <= word.size();) {
    const size_t end = std::min(word.find('|', begin), word.size());
    if (end > begin) choices.push_back(word.substr(begin, end - begin));
    begin = end + 1;
  }
  return choices;
}

TypeSet parse_types(const std::string& names, const Line& line) {
  const auto bit = [](text::EntityType type) {
    return static_cast<TypeSet>(1U << static_cast<unsigned>(type));
  };
  using enum text::EntityType;
  TypeSet types = 0;
  for (const std::string& name : split_choices(names)) {
    if (name == "org") {
      types = static_cast<TypeSet>(types | bit(kCompany) | bit(kGovernment) |
                                   bit(kOrganization));
      continue;
    }
    const auto type = text::parse_entity_type(name);
    if (!type) fail(line, "no entity type `" + name + "`");
    types = static_cast<TypeSet>(types | bit(*type));
  }
  return types;
}

// A pattern as written, with the quantity among its elements.
using Elements = std::vector<FactElement>;

class PatternParser {
 public:
  PatternParser(Lexicon& lexicon, const Line& line, TypeSet entities)
      : lexicon_(lexicon), line_(line), entities_(entities) {}

  std::vector<Elements> parse(const std::vector<std::string>& words,
                              size_t first) {
    std::vector<Elements> all{{}};
    size_t next = first;
    expand(words, next, all);
    if (next != words.size()) fail(line_, "`]` without `[`");
    return all;
  }

 private:
  void expand(const std::vector<std::string>& words, size_t& next,
              std::vector<Elements>& all) {
    while (next < words.size() && words[next] != "]") {
      if (words[next] != "[") {
        const FactElement element = parse_element(words[next++]);
        for (Elements& elements : all) elements.push_back(element);
        continue;
      }
      std::vector<Elements> with = all;
      expand(words, ++next, with);
      if (next == words.size()) fail(line_, "`[` without `]`");
      ++next;
      all.insert(all.begin(), with.begin(), with.end());
      if (all.size() > 32) fail(line_, "too many optional parts");
    }
  }

  FactElement parse_element(const std::string& word) {
    FactElement element;
    using enum FactElement::Kind;
    if (word == "Q") {
      element.kind = kQuantity;
    } else if (word == "N") {
      element.kind = kOther;
    } else if (word == "P") {
      element.kind = kPrice;
    } else if (word == "C") {
      element.kind = kCommodity;
    } else if (word == "'s") {
      element.kind = kPossessive;
    } else if (word == "E" || word.starts_with("E:")) {
      element.kind = kEntity;
      element.types =
          word == "E" ? entities_ : parse_types(word.substr(2), line_);
    } else if (word.starts_with('~')) {
      element.kind = kGap;
      element.loose = word.starts_with("~~");
      element.limit = parse_limit(word.substr(element.loose ? 2 : 1));
    } else {
      element.kind = kWords;
      element.set = words_set(word);
    }
    return element;
  }

  size_t parse_limit(const std::string& digits) const {
    size_t limit = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), limit);
    if (error != std::errc() || limit == 0 || limit > 40) {
      fail(line_, "a gap is ~N or ~~N with N from 1 to 40");
    }
    return limit;
  }

  SetId words_set(const std::string& word) {
    try {
      if (word.starts_with('{') && word.ends_with('}')) {
        return lexicon_.set(word.substr(1, word.size() - 2));
      }
      const std::string name = "\"" + word + "\"";
      lexicon_.add_words(name, split_choices(word));
      return lexicon_.set(name);
    } catch (const text::InputError& error) {
      fail(line_, error.what());
    }
  }

  Lexicon& lexicon_;
  const Line& line_;
  TypeSet entities_;
};

// Parts a pattern at its quantity.
FactPattern part(const Elements& elements, OwnerKind owner, bool negative,
                 const Line& line) {
  const auto is_quantity = [](const FactElement& e) {
    return e.kind == FactElement::Kind::kQuantity;
  };
  const auto at = std::ranges::find_if(elements, is_quantity);
  if (at == elements.end() ||
      std::ranges::count_if(elements, is_quantity) > 1) {
    fail(line, "a pattern has one Q");
  }
  const bool named = std::ranges::any_of(elements, [](const FactElement& e) {
    return e.kind == FactElement::Kind::kEntity;
  });
  if (named != (owner == OwnerKind::kNamed)) {
    fail(line, "only a pattern of `named` has a slot E, and it must");
  }
  FactPattern pattern{
      owner, negative, {elements.begin(), at}, {at + 1, elements.end()}};
  std::ranges::reverse(pattern.left);
  return pattern;
}

FactExample parse_example(const Line& line) {
  const size_t open = line.text.find('"');
  const size_t close = line.text.rfind('"');
  if (open == close) fail(line, "an example is a sentence in quotes");
  FactExample example{
      line.text.substr(open + 1, close - open - 1), {}, line.number};
  std::string rest = line.text.substr(close + 1);
  for (size_t begin = 0; begin < rest.size();) {
    const size_t end = std::min(rest.find(';', begin), rest.size());
    std::string fact = rest.substr(begin, end - begin);
    fact.erase(0, std::min(fact.find_first_not_of(' '), fact.size()));
    fact.erase(fact.find_last_not_of(' ') + 1);
    if (!fact.empty()) example.expected.push_back(fact);
    begin = end + 1;
  }
  return example;
}

class Loader {
 public:
  explicit Loader(MeasureBook& book) : book_(book) {}

  void declare(const Line& line) {
    const auto words = split_words(line.text);
    if (words[0] == "verb" && words.size() > 1) {
      book_.lexicon.add_irregular({words.begin() + 1, words.end()});
    } else if (words[0] == "words" && words.size() > 3 && words[2] == "=") {
      book_.lexicon.add_words(words[1], {words.begin() + 3, words.end()});
    } else if (words[0] == "measure" && words.size() > 1) {
      Measure measure;
      measure.name = line.text.substr(line.text.find(' ') + 1);
      book_.measures.push_back(std::move(measure));
    } else {
      fail(line, "expected verb, words or measure");
    }
  }

  void add_to_measure(const Line& line) {
    Measure& measure = book_.measures.back();
    const auto words = split_words(line.text);
    if (words[0] == "kinds") {
      measure.kinds.assign(words.begin() + 1, words.end());
    } else if (words[0] == "entity" && words.size() == 2) {
      measure.entities = parse_types(words[1], line);
    } else if (words[0] == "facility") {
      measure.prefers_facility = true;
      measure.takes_topic_facility = words.size() > 1 && words[1] == "topic";
    } else if (words[0] == "commodity") {
      measure.has_commodity = true;
      measure.takes_topic_commodity = words.size() > 1 && words[1] == "topic";
    } else if (words[0] == "over" && words.size() > 1) {
      measure.over = line.text.substr(line.text.find(' ') + 1);
    } else if (words[0] == "inherits" && words.size() > 1) {
      measure.inherits = line.text.substr(line.text.find(' ') + 1);
    } else if (words[0] == "shared") {
      measure.shares = true;
    } else if (words[0] == "yes" || words[0] == "no") {
      add_example(measure, line);
    } else {
      add_pattern(measure, line, words);
    }
  }

 private:
  void add_example(Measure& measure, const Line& line) {
    measure.examples.push_back(parse_example(line));
    if (line.text.starts_with("yes") ==
        measure.examples.back().expected.empty()) {
      fail(line, "`yes` needs its facts and `no` has none");
    }
  }

  void add_pattern(Measure& measure, const Line& line,
                   const std::vector<std::string>& words) {
    constexpr std::array<std::pair<std::string_view, OwnerKind>, 4> kOwners = {{
        {"named", OwnerKind::kNamed},
        {"subject", OwnerKind::kSubject},
        {"possessor", OwnerKind::kPossessor},
        {"of-commodity", OwnerKind::kCommodity},
    }};
    const auto owner = std::ranges::find(kOwners, words[0],
                                         &decltype(kOwners)::value_type::first);
    if (owner == kOwners.end()) {
      fail(line, "expected kinds, entity, a kind of owner or an example");
    }
    const bool negative = words.size() > 1 && words[1] == "minus";
    PatternParser parser(book_.lexicon, line, measure.entities);
    for (const Elements& elements : parser.parse(words, negative ? 2 : 1)) {
      measure.patterns.push_back(part(elements, owner->second, negative, line));
    }
  }

  MeasureBook& book_;
};

}  // namespace

MeasureBook::MeasureBook(const std::filesystem::path& folder)
    : quantities(folder, lexicon.symbols()) {
  Loader loader(*this);
  const std::vector<Line> lines = read_lines(folder);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].indented) fail(lines[i], "indented without a declaration");
    Line logical = lines[i];
    size_t last = i;
    while (last + 1 < lines.size() && lines[last + 1].indented) ++last;
    const bool measure = logical.text.starts_with("measure ");
    for (size_t k = i + 1; !measure && k <= last; ++k) {
      logical.text += " " + lines[k].text;
    }
    loader.declare(logical);
    for (size_t k = i + 1; measure && k <= last; ++k) {
      loader.add_to_measure(lines[k]);
    }
    i = last;
  }
  delta = lexicon.set("delta");
  pronouns = lexicon.set("pronoun.its");
}

}  // namespace extract
