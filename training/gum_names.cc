#include "training/gum_names.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "training/corpus.h"
#include "training/name_conventions.h"

namespace training {
namespace {

using models::NameClass;

struct GumWord {
  std::string text;
  std::string tag;
  std::string relation;
  size_t head = 0;  // from 1
  std::string entities;
};

struct GumEntity {
  size_t first = 0;  // words [first, last), from 0
  size_t last = 0;
  std::string type;
};

size_t number(std::string_view digits) {
  size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    fields.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

std::string_view entities_of(std::string_view misc) {
  constexpr std::string_view kKey = "Entity=";
  for (const std::string_view field : split(misc, '|')) {
    if (field.starts_with(kKey)) return field.substr(kKey.size());
  }
  return {};
}

// The entities of a sentence from its brackets: `(1-person-...-2-...`, `1)`,
// `(3-place-...)`. Those that a sentence does not close are left out.
class EntityReader {
 public:
  void read(std::string_view brackets, size_t word) {
    while (!brackets.empty()) {
      const bool opens = brackets[0] == '(';
      const size_t end = std::min(brackets.find_first_of("()", opens ? 1 : 0),
                                  brackets.size());
      const bool closes = end < brackets.size() && brackets[end] == ')';
      const std::string_view content =
          brackets.substr(opens ? 1 : 0, end - (opens ? 1 : 0));
      const std::string id(content.substr(0, content.find('-')));
      if (opens) open(id, content, word);
      if (closes) close(id, word);
      brackets.remove_prefix(closes ? end + 1 : end);
    }
  }

  std::vector<GumEntity> take() { return std::move(done_); }

 private:
  void open(const std::string& id, std::string_view content, size_t word) {
    const auto fields = split(content, '-');
    if (fields.size() < 2) return;
    open_[id].push_back({word, 0, std::string(fields[1])});
  }
  void close(const std::string& id, size_t word) {
    auto& opened = open_[id];
    if (opened.empty()) return;
    GumEntity entity = std::move(opened.back());
    opened.pop_back();
    entity.last = word + 1;
    done_.push_back(std::move(entity));
  }

  std::map<std::string, std::vector<GumEntity>> open_;
  std::vector<GumEntity> done_;
};

// Finds the words of the name inside an entity.
class NameInEntity {
 public:
  NameInEntity(const std::vector<GumWord>& words, const GumEntity& entity)
      : words_(words), entity_(entity) {}

  // The word that all others of the entity depend on.
  size_t head() const {
    for (size_t word = entity_.first; word < entity_.last; ++word) {
      const size_t above = words_[word].head;
      if (above <= entity_.first || above > entity_.last) return word;
    }
    return entity_.first;
  }

  MarkedName find(NameClass name_class) const {
    const size_t head = this->head();
    size_t first = head;
    size_t last = head + 1;
    while (first > entity_.first && belongs(first - 1, head)) --first;
    while (last < entity_.last && belongs(last, head)) ++last;
    while (last < entity_.last && joins(last)) {
      size_t next = last + 1;
      while (next < entity_.last && words_[next].tag == "DET") ++next;
      if (name_class == NameClass::kPerson || next >= entity_.last ||
          !is_proper(next)) {
        break;
      }
      last = next + 1;
      while (last < entity_.last && is_proper(last)) ++last;
    }
    return {static_cast<uint32_t>(first), static_cast<uint32_t>(last),
            name_class};
  }

 private:
  bool is_proper(size_t word) const {
    return words_[word].tag == "PROPN" ||
           (words_[word].text[0] >= 'A' && words_[word].text[0] <= 'Z' &&
            (words_[word].tag == "NOUN" || words_[word].tag == "ADJ"));
  }
  bool belongs(size_t word, size_t head) const {
    const GumWord& next = words_[word];
    if (next.relation == "punct") {
      return next.text == "-" || next.text == "." || next.text == "'";
    }
    if (next.relation == "nmod:desc" || next.relation == "appos") return false;
    if (word > head && next.head > 0 && words_[next.head - 1].tag != "PROPN") {
      return false;
    }
    return is_proper(word) || (next.tag == "NUM" && word > head);
  }
  bool joins(size_t word) const {
    return words_[word].text == "of" || words_[word].text == "for" ||
           words_[word].text == "&";
  }

  const std::vector<GumWord>& words_;
  const GumEntity& entity_;
};

NameClass class_of_entity(std::string_view type) {
  if (type == "person") return NameClass::kPerson;
  if (type == "organization") return NameClass::kOrganization;
  if (type == "place") return NameClass::kLocation;
  return NameClass::kOther;
}

MarkedSentence read_sentence(const std::vector<GumWord>& words) {
  EntityReader reader;
  for (size_t i = 0; i < words.size(); ++i) {
    reader.read(words[i].entities, i);
  }
  std::vector<MarkedName> names;
  for (const GumEntity& entity : reader.take()) {
    const NameInEntity name(words, entity);
    if (entity.type == "time" || words[name.head()].tag != "PROPN") continue;
    names.push_back(name.find(class_of_entity(entity.type)));
  }
  MarkedSentence sentence;
  for (const GumWord& word : words) sentence.words.push_back(word.text);
  sentence.names = without_overlap(std::move(names));
  apply_conventions(sentence);
  return sentence;
}

}  // namespace

std::vector<MarkedArticle> read_gum_names(const std::filesystem::path& file) {
  MarkedArticle article;
  article.marks_others = false;
  std::vector<GumWord> words;
  const auto end_sentence = [&] {
    if (words.empty()) return;
    article.sentences.push_back(read_sentence(words));
    words.clear();
  };
  read_lines(file, [&](std::string_view line) {
    const auto fields = split(line, '\t');
    if (line.empty()) end_sentence();
    if (fields.size() < 10 || fields[0].find_first_of("-.") != fields[0].npos) {
      return;
    }
    words.push_back({std::string(fields[1]), std::string(fields[3]),
                     std::string(fields[7]), number(fields[6]),
                     std::string(entities_of(fields[9]))});
  });
  end_sentence();
  return {std::move(article)};
}

}  // namespace training
