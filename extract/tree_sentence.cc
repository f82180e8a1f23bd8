#include "extract/tree_sentence.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace extract {
namespace {

using models::Dependency;
using models::Tag;

bool is_nominal(Tag tag) {
  return tag == Tag::kNoun || tag == Tag::kPropn || tag == Tag::kPron;
}

}  // namespace

SentenceTree tree_of(const SentenceSyntax& syntax, const Sentence& sentence) {
  SentenceTree tree;
  if (!syntax.has_tree()) return tree;
  for (size_t i = sentence.first; i < sentence.last; ++i) {
    const size_t head = syntax.head(i);
    tree.tags.push_back(syntax.tag(i));
    tree.nodes.push_back(
        {head == kNoToken ? kNoWord : static_cast<Word>(head - sentence.first),
         syntax.dependency(i)});
  }
  return tree;
}

TreeSentence::TreeSentence(const Knowledge& knowledge, const Reading& reading,
                           size_t passage, size_t sentence, SentenceTree tree)
    : knowledge_(&knowledge),
      tags_(std::move(tree.tags)),
      nodes_(std::move(tree.nodes)),
      mentions_(tags_.size(), nullptr),
      inner_(tags_.size(), false) {
  const Passage& text = reading.passages[passage];
  first_ = text.sentences[sentence].first;
  tokens_ = std::span(text.tokens).subspan(first_, tags_.size());
  merge_mentions(reading, passage);
  list_children();
}

void TreeSentence::merge_mentions(const Reading& reading, size_t passage) {
  const auto& owner = reading.owner[passage];
  std::vector<Word> word_of(size());
  for (Word i = 0; i < size();) {
    word_of[i] = i;
    const size_t index = owner[first_ + i];
    if (index == kNoMention) {
      ++i;
      continue;
    }
    const Found& found = reading.found[index];
    const Word last = static_cast<Word>(std::min(found.last - first_, size()));
    const Word head = head_of_span(i, last);
    mentions_[head] = &found;
    for (; i < last; ++i) {
      word_of[i] = head;
      inner_[i] = i != head;
    }
  }
  for (Word i = 0; i < size(); ++i) {
    Word& head = nodes_[i].head;
    if (inner_[i]) {
      head = word_of[i];
    } else if (head != kNoWord) {
      head = word_of[head];
    }
  }
}

// The word nearest to the root, so that no word is above itself; the last noun
// of several.
Word TreeSentence::head_of_span(Word first, Word last) const {
  Word best = first;
  size_t least = SIZE_MAX;
  for (Word i = first; i < last; ++i) {
    size_t depth = is_nominal(tags_[i]) ? 0 : 1;
    for (Word at = nodes_[i].head; at != kNoWord && depth <= 2 * size();
         at = nodes_[at].head) {
      depth += 2;
    }
    if (depth <= least) {
      least = depth;
      best = i;
    }
  }
  return best;
}

void TreeSentence::list_children() {
  first_child_.assign(size() + 1, 0);
  for (Word i = 0; i < size(); ++i) {
    if (!inner_[i] && head(i) != kNoWord) ++first_child_[head(i) + 1];
  }
  for (size_t i = 1; i < first_child_.size(); ++i) {
    first_child_[i] += first_child_[i - 1];
  }
  children_.resize(first_child_.back());
  std::vector<uint32_t> next = first_child_;
  for (Word i = 0; i < size(); ++i) {
    if (!inner_[i] && head(i) != kNoWord) children_[next[head(i)]++] = i;
  }
}

bool TreeSentence::is_possessive(Word word) const {
  return tokens_[end_of(word) - 1].possessive ||
         dependency(word) == Dependency::kNmodPoss;
}

Word TreeSentence::end_of(Word word) const {
  const Found* found = mention(word);
  if (found == nullptr) return word + 1;
  return static_cast<Word>(std::min(found->last - first_, size()));
}

bool TreeSentence::is_of(SetId set, Word word) const {
  if (mention(word) != nullptr || is_inner(word)) return false;
  constexpr Word kLongest = 4;
  for (Word back = 0; back <= std::min<Word>(word, kLongest); ++back) {
    const auto match = knowledge_->lexicon().match(set, from(word - back));
    if (match.size == back + 1 || (back == 0 && match.size > 0)) return true;
  }
  return false;
}

Word TreeSentence::child(Word word, Dependency dependency) const {
  for (const Word c : children(word)) {
    if (this->dependency(c) == dependency) return c;
  }
  return kNoWord;
}

bool TreeSentence::has_case(Word word,
                            std::span<const uint32_t> prepositions) const {
  bool led = false;
  for (const Word c : children(word)) {
    const bool leads = dependency(c) == Dependency::kCase ||
                       (dependency(c) == Dependency::kMark && c < word);
    if (!leads || c > word) continue;
    led = true;
    if (std::ranges::find(prepositions, token(c).symbol) !=
        prepositions.end()) {
      return true;
    }
  }
  const bool listed =
      dependency(word) == Dependency::kConj && head(word) < word;
  return !led && listed && has_case(head(word), prepositions);
}

bool TreeSentence::is_below(Word word, Word top) const {
  for (size_t steps = 0; word != kNoWord && steps <= size(); ++steps) {
    if (word == top) return true;
    word = head(word);
  }
  return false;
}

}  // namespace extract
