// An article whose names a test marks as the tagger would: `[Ann Lee/PER] of
// [Oxfam/ORG] said`, read with the project's gazetteer.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/coreference.h"
#include "extract/mention_finder.h"
#include "extract/short_forms.h"
#include "tests/extract/reading_article.h"

namespace extract {

inline const Knowledge& knowledge() {
  static const Knowledge kKnowledge(resources());
  return kKnowledge;
}

class MarkedArticle {
 public:
  explicit MarkedArticle(std::string_view marked, float confidence = 0.9F) {
    const std::vector<Mark> marks = unmark(marked);
    reading_.passages.push_back(read_passage(*text_, false));
    knowledge().lexicon().symbols().label(reading_.passages[0].tokens);
    std::vector<TaggedName> names;
    for (const Mark& mark : marks) names.push_back(name_of(mark, confidence));
    find_names(knowledge(), std::move(names), reading_);
    find_short_forms(knowledge(), reading_);
    find_nominals(knowledge(), reading_);
  }

  // Whom the n-th mention of these words names, `type:slug`; `nobody` if it
  // names an unknown one, empty if there is no such mention.
  std::string entity(std::string_view words, int n = 1) const {
    const Found* found = find(words, n);
    if (found == nullptr) return "";
    return found->stranger() ? "nobody" : found->entity().entity.id;
  }

  std::string how(std::string_view words) const {
    const Found* found = find(words, 1);
    return found == nullptr ? "" : found->how;
  }

 private:
  struct Mark {
    size_t begin = 0;
    size_t end = 0;
    models::NameClass name_class{};
  };

  std::vector<Mark> unmark(std::string_view marked) {
    using models::NameClass;
    const std::map<std::string_view, NameClass> classes = {
        {"PER", NameClass::kPerson},
        {"ORG", NameClass::kOrganization},
        {"LOC", NameClass::kLocation},
        {"MISC", NameClass::kOther}};
    std::vector<Mark> marks;
    for (size_t at = 0; at < marked.size();) {
      const size_t open = std::min(marked.find('[', at), marked.size());
      *text_ += marked.substr(at, open - at);
      if (open == marked.size()) break;
      const size_t slash = marked.find('/', open);
      const size_t close = marked.find(']', slash);
      Mark mark;
      mark.begin = text_->size();
      *text_ += marked.substr(open + 1, slash - open - 1);
      mark.end = text_->size();
      mark.name_class = classes.at(marked.substr(slash + 1, close - slash - 1));
      marks.push_back(mark);
      at = close + 1;
    }
    return marks;
  }

  TaggedName name_of(const Mark& mark, float confidence) const {
    const Passage& passage = reading_.passages[0];
    TaggedName name;
    name.name_class = mark.name_class;
    name.confidence = confidence;
    const auto& tokens = passage.tokens;
    while (tokens[name.first].span.begin < mark.begin) ++name.first;
    name.last = name.first;
    while (name.last < tokens.size() &&
           tokens[name.last].span.end <= mark.end) {
      ++name.last;
    }
    while (passage.sentences[name.sentence].last <= name.first) {
      ++name.sentence;
    }
    return name;
  }

  const Found* find(std::string_view words, int n) const {
    for (const Found& found : reading_.found) {
      const auto span = span_of(reading_.passages[0], found.first, found.last);
      if (text::slice(*text_, span) == words && --n == 0) return &found;
    }
    return nullptr;
  }

  std::unique_ptr<std::string> text_ = std::make_unique<std::string>();
  Reading reading_;
};

}  // namespace extract
