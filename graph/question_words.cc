#include "graph/question_words.h"

#include <algorithm>
#include <charconv>

#include "graph/question_forms.h"
#include "text/error.h"
#include "text/fold.h"

namespace graph {
namespace {

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = trim(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// `head = body`, on one line or with more of the body on indented lines.
struct Statement {
  size_t line = 0;
  std::vector<std::string> head;  // words
  std::string body;
};

[[noreturn]] void fail(size_t line, const std::string& what) {
  throw text::InputError("questions: line " + std::to_string(line) + ": " +
                         what);
}

std::vector<Statement> split_statements(std::string_view text) {
  std::vector<Statement> statements;
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view words = trim(line);
    if (words.empty() || words.starts_with('#')) continue;
    if (line.front() == ' ') {
      if (statements.empty()) fail(number, "nothing to continue");
      statements.back().body += " " + std::string(words);
      continue;
    }
    const size_t equals = words.find('=');
    if (equals == words.npos) fail(number, "no `=`");
    statements.push_back({number, split(words.substr(0, equals), ' '),
                          std::string(trim(words.substr(equals + 1)))});
  }
  return statements;
}

// Names of several words have underscores in the files.
std::string plain(std::string name) {
  std::ranges::replace(name, '_', ' ');
  return name;
}

template <typename Value>
std::optional<size_t> find_named(const std::vector<Value>& values,
                                 const std::string& name) {
  const auto found = std::ranges::find_if(values, [&](const Value& value) {
    return value.asked.name == plain(name);
  });
  if (found == values.end()) return std::nullopt;
  return static_cast<size_t>(found - values.begin());
}

class Parser {
 public:
  void add(const Statement& statement) {
    line_ = statement.line;
    if (statement.head.empty()) fail(line_, "no word before `=`");
    const std::string& word = statement.head[0];
    const std::string& body = statement.body;
    if (word == "article") {
      for (auto& name : split(body, '|')) words_.articles.push_back(name);
    } else if (word == "joiner") {
      for (auto& name : split(body, '|')) words_.joiners.push_back(name);
    } else if (word == "inside") {
      for (auto& name : split(body, '|')) words_.inside.push_back(name);
    } else if (word == "words") {
      add_set(argument(statement, 1), body);
    } else if (word == "month") {
      add_month(argument(statement, 1), body);
    } else if (word == "period") {
      add_period(argument(statement, 1), body);
    } else if (word == "relation") {
      add_relation(argument(statement, 1), body);
    } else if (word == "verb" || word == "agent" || word == "object") {
      append(phrases_of(word, argument(statement, 1)), body);
    } else {
      add_more(statement);
    }
  }

  QuestionWords take() { return std::move(words_); }

 private:
  void add_more(const Statement& statement) {
    const std::string& word = statement.head[0];
    const std::string& body = statement.body;
    if (word == "kind") {
      add_kind(argument(statement, 1), body);
    } else if (word == "noun") {
      append(known(words_.kinds, argument(statement, 1)).phrases, body);
    } else if (word == "measure") {
      add_measure(argument(statement, 1), body);
    } else if (word == "quantity") {
      append(known(words_.measures, argument(statement, 1)).phrases, body);
    } else if (word == "ask") {
      add_forms(statement);
    } else if (word == "say") {
      words_.wordings[head_of(statement)] = body;
    } else {
      fail(line_, "no statement `" + word + "`");
    }
  }

  const std::string& argument(const Statement& statement, size_t index) const {
    if (index >= statement.head.size()) fail(line_, "a name is missing");
    return statement.head[index];
  }

  template <typename Value>
  Value& known(std::vector<Value>& values, const std::string& name) const {
    const auto index = find_named(values, name);
    if (!index) fail(line_, "`" + name + "` is not defined above");
    return values[*index];
  }

  void append(std::vector<std::string>& phrases, std::string_view body) const {
    for (auto& phrase : split(body, '|')) phrases.push_back(std::move(phrase));
  }

  std::vector<std::string>& phrases_of(const std::string& word,
                                       const std::string& relation) {
    RelationWords& words = known(words_.relations, relation);
    if (word == "verb") return words.verbs;
    return word == "agent" ? words.agents : words.objects;
  }

  void add_set(const std::string& name, std::string_view body) {
    auto& phrases = sets_[name];
    for (const auto& phrase : split(body, '|')) {
      phrases.push_back(split_phrase(phrase));
    }
  }

  void add_month(const std::string& number, std::string_view body) {
    int month = 0;
    std::from_chars(number.data(), number.data() + number.size(), month);
    if (month < 1 || month > 12) fail(line_, "no month " + number);
    for (const auto& name : split(body, '|')) {
      words_.months[text::fold_name(name)] = month;
    }
  }

  void add_period(const std::string& bound, std::string_view body) {
    for (const auto& form : split(body, '|')) {
      for (auto& elements : parse_period_form(form, line_)) {
        words_.periods.push_back({bound_of(bound), std::move(elements)});
      }
    }
  }

  PeriodBound bound_of(const std::string& name) const {
    if (name == "in") return PeriodBound::kIn;
    if (name == "since") return PeriodBound::kSince;
    if (name == "before") return PeriodBound::kBefore;
    if (name == "range") return PeriodBound::kRange;
    fail(line_, "a period is `in`, `since`, `before` or `range`");
  }

  // `owns, subsidiary_of reversed; acquires`, `leads: chairman, 会长`
  void add_relation(const std::string& name, std::string_view body) {
    RelationWords words;
    words.asked.name = plain(name);
    const size_t colon = std::min(body.find(':'), body.size());
    if (colon < body.size()) {
      words.asked.titles = split(body.substr(colon + 1), ',');
      body = body.substr(0, colon);
    }
    const size_t semicolon = std::min(body.find(';'), body.size());
    words.asked.steps = parse_steps(body.substr(0, semicolon));
    if (semicolon < body.size()) {
      words.asked.otherwise = parse_steps(body.substr(semicolon + 1));
    }
    words_.relations.push_back(std::move(words));
  }

  std::vector<RelationStep> parse_steps(std::string_view body) const {
    constexpr std::string_view kReversed = " reversed";
    std::vector<RelationStep> steps;
    for (std::string& step : split(body, ',')) {
      const bool reversed = step.ends_with(kReversed);
      if (reversed) step.resize(step.size() - kReversed.size());
      const auto type = text::parse_relation_type(step);
      if (!type) fail(line_, "no relation `" + step + "`");
      steps.push_back({*type, reversed});
    }
    return steps;
  }

  std::vector<text::EntityType> parse_types(std::string_view names) const {
    std::vector<text::EntityType> types;
    for (const auto& name : split(names, ',')) {
      const auto type = text::parse_entity_type(name);
      if (!type) fail(line_, "no type `" + name + "`");
      types.push_back(*type);
    }
    return types;
  }

  // `commodity, product: price, price forecast`
  void add_measure(const std::string& name, std::string_view body) {
    MeasureWords words;
    words.asked.name = plain(name);
    const size_t colon = body.find(':');
    if (colon != body.npos) {
      words.asked.types = parse_types(body.substr(0, colon));
      body.remove_prefix(colon + 1);
    }
    words.asked.measures = split(body, ',');
    words_.measures.push_back(std::move(words));
  }

  // `facility, company: smelter, 제련소`
  void add_kind(const std::string& name, std::string_view body) {
    KindWords words;
    words.asked.name = plain(name);
    const size_t colon = std::min(body.find(':'), body.size());
    words.asked.types = parse_types(body.substr(0, colon));
    if (colon < body.size()) {
      for (const auto& word : split(body.substr(colon + 1), ',')) {
        words.asked.words.push_back(text::fold_name(word));
      }
    }
    words_.kinds.push_back(std::move(words));
  }

  // `ask entities out relation:located`
  FormHead head_of(const Statement& statement) const {
    FormHead head;
    const auto kind = parse_question_kind(argument(statement, 1));
    if (!kind) fail(line_, "no kind of question " + statement.head[1]);
    head.kind = *kind;
    for (size_t i = 2; i < statement.head.size(); ++i) {
      const std::string& word = statement.head[i];
      const std::string name = word.substr(word.find(':') + 1);
      if (word == "in" || word == "out") {
        head.direction = word == "in" ? Direction::kIn : Direction::kOut;
      } else if (word.starts_with("relation:")) {
        head.relation = find_named(words_.relations, name);
        if (!head.relation) fail(line_, "no relation " + name);
      } else if (word.starts_with("measure:")) {
        head.measure = find_named(words_.measures, name);
        if (!head.measure) fail(line_, "no measure " + name);
      } else if (word.starts_with("kind:")) {
        head.answer_kind = find_named(words_.kinds, name);
        if (!head.answer_kind) fail(line_, "no kind " + name);
      } else {
        fail(line_, "`" + word + "` is not understood");
      }
    }
    return head;
  }

  void add_forms(const Statement& statement) {
    const FormHead head = head_of(statement);
    for (const auto& form : split(statement.body, '|')) {
      for (auto& elements : parse_form(form, sets_, line_)) {
        words_.forms.push_back({head, std::move(elements)});
      }
    }
  }

  size_t line_ = 0;
  PhraseSets sets_;
  QuestionWords words_;
};

}  // namespace

QuestionWords parse_question_words(std::string_view text) {
  Parser parser;
  for (const Statement& statement : split_statements(text)) {
    parser.add(statement);
  }
  return parser.take();
}

}  // namespace graph
