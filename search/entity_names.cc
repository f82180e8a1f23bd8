#include "search/entity_names.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "search/typing_form.h"
#include "text/utf8.h"
#include "text/words.h"

namespace search {

namespace {

using Nodes = std::vector<QueryNode>;

char32_t last_character(std::string_view utf8) {
  size_t begin = utf8.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(utf8[begin]) >> 6) == 2) {
    --begin;
  }
  return text::code_point_at(utf8, begin).value;
}

bool is_plain_word(const QueryNode& node) {
  return node.kind == NodeKind::kWord && node.field == Field::kAnywhere;
}

// Words side by side as one text.
class Run {
 public:
  explicit Run(Nodes words) : words_(std::move(words)) {
    for (const QueryNode& word : words_) {
      if (!text_.empty()) text_ += ' ';
      begins_.push_back(static_cast<uint32_t>(text_.size()));
      text_ += word.text;
    }
  }

  const std::string& text() const { return text_; }

  // True if words end at `offset`: where one was written so, or beside a
  // character of a script without spaces.
  bool is_boundary(uint32_t offset) const {
    if (offset == 0 || offset == text_.size()) return true;
    const char32_t last =
        last_character(std::string_view(text_).substr(0, offset));
    const char32_t next = text::code_point_at(text_, offset).value;
    return last == U' ' || next == U' ' || is_cjk(last) || is_cjk(next);
  }

  // The words within `span`, those that go beyond it cut.
  Nodes within(text::Span span) const {
    Nodes found;
    for (size_t i = 0; i < words_.size(); ++i) {
      const auto size = static_cast<uint32_t>(words_[i].text.size());
      const uint32_t begin = std::max(span.begin, begins_[i]);
      const uint32_t end = std::min(span.end, begins_[i] + size);
      if (begin >= end) continue;
      found.push_back(words_[i]);
      found.back().text = text_.substr(begin, end - begin);
    }
    return found;
  }

 private:
  Nodes words_;
  std::vector<uint32_t> begins_;
  std::string text_;
};

class NameMarker {
 public:
  NameMarker(const NameRecognizer& recognize, Naming naming)
      : recognize_(recognize), naming_(naming) {}

  QueryNode mark(QueryNode node) {
    if (node.kind == NodeKind::kNot || node.kind == NodeKind::kNear) {
      return node;
    }
    if (is_plain_word(node)) return mark_word(std::move(node));
    Nodes marked;
    Nodes run;
    for (QueryNode& child : node.children) {
      if (node.kind == NodeKind::kGroup && is_plain_word(child)) {
        run.push_back(std::move(child));
        continue;
      }
      mark_run(std::exchange(run, {}), marked);
      marked.push_back(mark(std::move(child)));
    }
    mark_run(std::move(run), marked);
    node.children = std::move(marked);
    return node;
  }

 private:
  QueryNode mark_word(QueryNode word) {
    Nodes marked;
    mark_run({std::move(word)}, marked);
    if (marked.size() == 1) return std::move(marked.front());
    QueryNode group{.kind = NodeKind::kGroup};
    group.children = std::move(marked);
    return group;
  }

  void mark_run(Nodes words, Nodes& marked) {
    if (words.empty()) return;
    const Run run(std::move(words));
    uint32_t done = 0;
    for (FoundName& found : recognize_(run.text())) {
      if (!is_wanted(found) || !run.is_boundary(found.span.begin) ||
          !run.is_boundary(found.span.end)) {
        continue;
      }
      std::ranges::move(run.within({done, found.span.begin}),
                        std::back_inserter(marked));
      QueryNode name{.kind = NodeKind::kName,
                     .text = std::string(slice(run.text(), found.span)),
                     .entity = std::move(found.entity)};
      name.children = run.within(found.span);
      marked.push_back(std::move(name));
      done = found.span.end;
      ++names_;
    }
    std::ranges::move(
        run.within({done, static_cast<uint32_t>(run.text().size())}),
        std::back_inserter(marked));
  }

  bool is_wanted(const FoundName& found) const {
    return names_ < kMaxNames && (found.is_telling || naming_ == Naming::kAll);
  }

  const NameRecognizer& recognize_;
  Naming naming_;
  size_t names_ = 0;
};

// The beginning of `text` that has `left` words, which are taken from it.
std::string_view take_words(std::string_view text, size_t& left) {
  if (left == 0) return {};
  size_t end = 0;
  for (const text::Word& word : text::find_words(text)) {
    if (word.kind == text::WordKind::kPunctuation) continue;
    if (left == 0) return text.substr(0, end);
    --left;
    end = word.span.end;
  }
  return text;
}

}  // namespace

NameRecognizer within_budget(const NameRecognizer& recognize) {
  if (!recognize) return {};
  using Known = std::map<std::string, std::vector<FoundName>, std::less<>>;
  return [&recognize, known = Known(),
          left = kMaxNamedWords](std::string_view words) mutable {
    const auto found = known.find(words);
    if (found != known.end()) return found->second;
    const std::string_view looked_at = take_words(words, left);
    if (looked_at.empty()) return std::vector<FoundName>();
    return known[std::string(words)] = recognize(looked_at);
  };
}

QueryNode mark_names(QueryNode root, const NameRecognizer& recognize,
                     Naming naming) {
  return NameMarker(recognize, naming).mark(std::move(root));
}

}  // namespace search
