#include "models/parser_features.h"

#include <algorithm>

#include "models/tagger_features.h"

namespace models {
namespace {

constexpr uint32_t kRootTag = 0x10000;
constexpr uint32_t kNoTag = 0x20000;

ParserWord read_word(std::string_view word, const WordTag& tag,
                     const WordClasses& classes) {
  const TaggerWord seen = look_at(word, classes);
  ParserWord made;
  made.form = seen.lower;
  made.coarse = static_cast<uint32_t>(tag.tag);
  made.tag = made.coarse << 8U | static_cast<uint32_t>(tag.penn);
  made.class4 = seen.word_class.prefix(4);
  made.class6 = seen.word_class.prefix(6);
  made.class10 = seen.word_class.prefix(10);
  made.class_all = seen.word_class.prefix(32);
  made.end = seen.end & 0xFFFFFFU;
  return made;
}

ParserWord named(uint32_t tag) {
  ParserWord word;
  word.form = word.tag = word.coarse = tag;
  word.class4 = word.class6 = word.class10 = word.class_all = tag;
  return word;
}

size_t kind_between(std::string_view word, Tag tag) {
  switch (tag) {
    case Tag::kPunct:
      return word == "," ? 0 : 1;
    case Tag::kVerb:
    case Tag::kAux:
      return 2;
    case Tag::kCconj:
    case Tag::kSconj:
      return 3;
    default:
      return 4;
  }
}

uint64_t distance_class(size_t distance) {
  if (distance <= 5) return distance;
  return distance <= 10 ? 6 : 7;
}

}  // namespace

ParserSentence::ParserSentence(Words words, std::span<const WordTag> tags,
                               const WordClasses& classes)
    : counts_(words.size() + 1) {
  words_.reserve(words.size() + 2);
  for (size_t i = 0; i < words.size(); ++i) {
    words_.push_back(read_word(words[i], tags[i], classes));
    counts_[i + 1] = counts_[i];
    const size_t kind = kind_between(words[i], tags[i].tag);
    if (kind < counts_[i].size()) ++counts_[i + 1][kind];
  }
  words_.push_back(named(kRootTag));
  words_.push_back(named(kNoTag));
}

uint32_t ParserSentence::between(size_t first, size_t last) const {
  if (last <= first + 1 || last >= counts_.size()) return 0;
  uint32_t seen = 0;
  for (size_t kind = 0; kind < counts_[0].size(); ++kind) {
    const int count = counts_[last][kind] - counts_[first + 1][kind];
    seen = seen << 2U | static_cast<uint32_t>(std::min(count, 3));
  }
  return seen;
}

ParserKernel::ParserKernel(const ParserState& state, const ParserStacks& stacks)
    : front(state.front),
      headless(static_cast<uint8_t>(std::min<uint16_t>(state.headless, 4))) {
  uint32_t stack = state.stack;
  for (ParserNode* node : {&top, &second, &third}) {
    if (stack == ParserStacks::kEmpty) break;
    *node = stacks.top(stack);
    stack = stacks.below(stack);
  }
  for (Children* children : {&second.left, &second.right}) {
    const uint64_t dependencies = children->dependencies;
    *children = {};
    children->dependencies = dependencies;
  }
  third.left = third.right = {};
}

struct ParserFeatures::View {
  View(const ParserKernel& kernel, const ParserSentence& sentence)
      : top(kernel.top),
        second(kernel.second),
        third(kernel.third),
        front(kernel.front),
        headless(kernel.headless) {
    const auto word = [&](const Child& child) {
      return &sentence.word(child.word);
    };
    s0 = &sentence.word(top.word);
    s1 = &sentence.word(second.word);
    s2 = &sentence.word(third.word);
    n0 = &sentence.word(front.word);
    n1 = &sentence.word(front.word + size_t{1});
    n2 = &sentence.word(front.word + size_t{2});
    before = front.word > 0 ? &sentence.word(front.word - size_t{1})
                            : &sentence.word(kNoWord);
    s0_left = word(top.left.outer);
    s0_left2 = word(top.left.inner);
    s0_right = word(top.right.outer);
    s0_right2 = word(top.right.inner);
    n0_left = word(front.left.outer);
    n0_left2 = word(front.left.inner);
    // In this transition system a head lies just below its right child.
    head = top.has_head() ? s1 : &sentence.word(kNoWord);
    head2 = top.has_head() && second.has_head() ? s2 : &sentence.word(kNoWord);
    if (top.word != kNoWord) {
      distance = distance_class(front.word - top.word);
      between = sentence.between(top.word, front.word);
    }
  }

  const ParserNode& top;
  const ParserNode& second;
  const ParserNode& third;
  const ParserNode& front;
  const ParserWord *s0, *s1, *s2, *n0, *n1, *n2, *before;
  const ParserWord *s0_left, *s0_left2, *s0_right, *s0_right2;
  const ParserWord *n0_left, *n0_left2, *head, *head2;
  uint64_t headless;
  uint64_t distance = 0;
  uint64_t between = 0;
};

std::span<const Feature> ParserFeatures::of(Part part,
                                            const ParserKernel& kernel,
                                            const ParserSentence& sentence) {
  part_ = part;
  count_ = 0;
  template_ = 0;
  const View view(kernel, sentence);
  add_words(view);
  add_pairs(view);
  add_context(view);
  add_classes(view);
  if (part == Part::kArcs) {
    add_children(view);
    add_arcs(view);
    add_attachment(view);
  }
  return std::span(features_).first(count_);
}

void ParserFeatures::add_words(const View& v) {
  const uint64_t has_head = v.top.has_head() ? 1 : 0;
  add(v.s0->tag, has_head);
  for (const ParserWord* word : {v.s0, v.n0, v.n1, v.n2}) {
    add_shared(word->form);
    add_shared(word->tag);
    add_shared(word->form, word->tag);
  }
  add(v.s1->form);
  add(v.s1->tag);
  add(v.s1->form, v.s1->tag);
  add_shared(v.n0->end, v.n0->coarse);
  add_shared(v.s0->end, v.s0->coarse);
}

void ParserFeatures::add_pairs(const View& v) {
  const uint64_t s0_both = mix(v.s0->form, v.s0->tag);
  const uint64_t n0_both = mix(v.n0->form, v.n0->tag);
  add_shared(s0_both, n0_both);
  add_shared(s0_both, v.n0->tag);
  add_shared(v.s0->tag, n0_both);
  add_shared(v.s0->form, v.n0->form);
  add_shared(v.s0->tag, v.n0->tag);
  add_shared(v.s0->coarse, v.n0->coarse, v.between);
  add_shared(v.s0->form, v.between);
  add_shared(v.n0->form, v.between);
  add_shared(v.n0->tag, v.n1->tag);
  add_shared(v.n0->form, v.n1->form);
  add_shared(v.n0->tag, v.n1->form);
}

void ParserFeatures::add_context(const View& v) {
  add_shared(v.n0->tag, v.n1->tag, v.n2->tag);
  add_shared(v.s0->tag, v.n0->tag, v.n1->tag);
  add_shared(mix(v.s0->tag, v.n0->tag), v.n1->tag, v.n2->tag);
  add_shared(v.s0->tag, v.n0->form, v.n1->tag);
  add_shared(v.s0->form, v.n0->tag, v.n1->tag);
  add(v.s1->tag, v.s0->tag, v.n0->tag);
  add(mix(v.s2->coarse, v.s1->coarse), v.s0->coarse, v.n0->coarse);
  add(v.s1->form, v.n0->form);
  add(v.s1->tag, v.n0->tag);
  add(v.s1->form, v.s0->tag, v.n0->tag);
  add_shared(v.before->form, v.n0->tag);
  add_shared(v.before->tag, v.n0->tag, v.s0->tag);
  add_shared(v.distance, v.s0->form);
  add_shared(v.distance, v.s0->tag);
  add_shared(v.distance, v.n0->form);
  add_shared(v.distance, v.n0->tag);
  add_shared(v.distance, v.s0->tag, v.n0->tag);
  add_shared(v.distance, v.s0->form, v.n0->form);
}

void ParserFeatures::add_classes(const View& v) {
  add_shared(v.s0->class_all);
  add_shared(v.n0->class_all);
  add_shared(v.n1->class_all);
  add_shared(v.s0->class6, v.n0->class6);
  add_shared(v.s0->class4, v.n0->class4, v.between);
  add_shared(v.s0->class10, v.n0->class10);
  add_shared(v.s0->class_all, v.n0->class_all);
  add_shared(v.s0->class10, v.n0->tag);
  add_shared(v.s0->tag, v.n0->class10);
  add_shared(v.s0->class_all, v.n0->form);
  add_shared(v.s0->form, v.n0->class_all);
  add_shared(v.s0->class6, v.n0->class6, v.n1->class6);
  add(v.s1->class6, v.s0->class6, v.n0->class6);
  add(v.s1->class10, v.n0->class10);
  add_shared(v.n0->class10, v.n1->class10);
}

void ParserFeatures::add_children(const View& v) {
  const uint64_t s0 = v.s0->tag;
  const uint64_t n0 = v.n0->tag;
  for (const ParserWord* word :
       {v.head, v.head2, v.s0_left, v.s0_left2, v.s0_right, v.s0_right2,
        v.n0_left, v.n0_left2}) {
    add(word->form);
    add(word->tag);
  }
  add(v.head->tag, s0, n0);
  add(s0, v.s0_left->tag, n0);
  add(s0, v.s0_right->tag, n0);
  add(s0, v.n0_left->tag, n0);
  add(s0, v.s0_left->tag, v.s0_left2->tag);
  add(s0, v.s0_right->tag, v.s0_right2->tag);
  add(s0, v.head->tag, v.head2->tag);
  add(n0, v.n0_left->tag, v.n0_left2->tag);
}

void ParserFeatures::add_arcs(const View& v) {
  const Children& left = v.top.left;
  const Children& right = v.top.right;
  const Children& front = v.front.left;
  add(v.s0->form, left.count);
  add(v.s0->tag, left.count);
  add(v.s0->form, right.count);
  add(v.s0->tag, right.count);
  add(v.n0->form, front.count);
  add(v.n0->tag, front.count);
  add(v.s0->form, left.dependencies);
  add(v.s0->tag, left.dependencies);
  add(v.s0->form, right.dependencies);
  add(v.s0->tag, right.dependencies);
  add(v.n0->form, front.dependencies);
  add(v.n0->tag, front.dependencies);
  add(v.s0->tag, v.n0->tag, right.dependencies);
  add(v.s0->tag, v.n0->tag, front.dependencies);
  add(mix(v.s0->tag, left.dependencies), right.dependencies, v.n0->tag);
  add(v.top.dependency);
  add(v.top.dependency, v.s0->tag, v.n0->tag);
  add(v.top.dependency, v.second.dependency, v.n0->tag);
  add(left.outer.dependency, left.inner.dependency, v.s0->tag);
  add(right.outer.dependency, right.inner.dependency, v.s0->tag);
  add(front.outer.dependency, front.inner.dependency, v.n0->tag);
  add(right.outer.dependency, v.s0->tag, v.n0->tag);
  add(v.second.right.dependencies, v.s1->coarse, v.n0->coarse);
  add(v.second.left.dependencies, v.s1->coarse, v.n0->coarse);
}

// What a preposition or conjunction before the front word hangs it on.
void ParserFeatures::add_attachment(const View& v) {
  const uint64_t marker = v.n0_left->form;
  add(v.s0->form, marker);
  add(v.s0->tag, marker, v.n0->tag);
  add(v.s0->form, marker, v.n0->form);
  add(v.head->form, marker);
  add(v.head->form, v.s0->form, marker);
  add(v.head->coarse, v.s0->coarse, marker);
  add(v.s1->form, marker, v.n0->coarse);
  add(v.s0->class10, marker, v.n0->class10);
  add(v.s0->class6, marker, v.n0->class6);
  add(marker, v.n0->form);
  add(marker, v.n0->tag, v.distance);
  add(v.s0->tag, v.s0_right->form, v.n0->tag);
  add(v.s0->tag, v.s0_left->form, v.n0->tag);
  add(v.head->form, v.n0->form);
  add(v.head->tag, v.n0->form);
  add(v.s0_left->form, v.s0->form);
  add(mix(v.s0->tag, v.s1->tag), marker, v.n0->tag);
  add(mix(v.s1->coarse, v.s2->coarse), marker, v.n0->coarse);
  add(v.s1->class6, marker, v.n0->class6);
  add(v.head->class10, marker, v.n0->class10);
  add(v.head->class10, v.s0->class10, marker);
  add(v.s0->class10 == v.n0->class10 ? v.n0->class6 : 0,
      v.s1->class10 == v.n0->class10 ? 1 : 0, marker);
  add(v.headless, v.n0->tag);
  add(v.headless, v.n0->form, v.s0->coarse);
  add(v.headless, mix(v.s0->tag, v.top.dependency), v.n0->tag);
}

}  // namespace models
