#include "models/relation_features.h"

#include <algorithm>
#include <string>

#include "text/fold.h"
#include "text/stemming.h"

namespace models {
namespace {

using text::EntityType;

constexpr size_t kReachMentions = 10;
constexpr uint32_t kReachWords = 45;
constexpr size_t kMaxPath = 9;

// What a mention may be, so coarsely that no tagger errs in it often.
enum class Kind : uint8_t { kPerson, kBody, kPlace, kFacility, kOther };

Kind kind_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return Kind::kPerson;
    case EntityType::kCompany:
    case EntityType::kGovernment:
    case EntityType::kOrganization:
      return Kind::kBody;
    case EntityType::kPlace:
      return Kind::kPlace;
    case EntityType::kFacility:
      return Kind::kFacility;
    default:
      return Kind::kOther;
  }
}

bool may_pair(Kind source, Kind target) {
  switch (source) {
    case Kind::kPerson:
      return target == Kind::kBody || target == Kind::kPlace;
    case Kind::kBody:
      return target == Kind::kBody || target == Kind::kPlace;
    case Kind::kPlace:
    case Kind::kFacility:
      return target == Kind::kPlace;
    default:
      return false;
  }
}

std::string lower(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return text::fold(word);
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

bool is_alphabetic(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Templates of features.
enum Template : uint64_t {
  kBias = 1,
  kNominal,
  kHead,
  kHeadPair,
  kHeadClass,
  kFullNominal,
  kBetweenBag,
  kBetweenPair,
  kBetweenAll,
  kBetweenStem,
  kBetweenClass,
  kBetweenShape,
  kBetweenCount,
  kBefore,
  kBeforePair,
  kAfter,
  kAfterPair,
  kFirstInside,
  kSecondInside,
  kAroundBag,
  kTitleBag,
  kRivals,
  kSequence,
  kPathLength,
  kPathFull,
  kPathDependencies,
  kPathStems,
  kPathTop,
  kPathEdge,
  kPathStem,
  kEnds,
  kTopChild,
  kGovernor,
  kPreposition,
  kChild,
};

constexpr uint64_t kPad = 0x5041442D50414421U;

}  // namespace

std::vector<MentionPair> candidate_pairs(
    size_t words, std::span<const MentionSpan> mentions) {
  std::vector<MentionPair> pairs;
  if (words > kMaxRelationWords) return pairs;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const size_t end = std::min(mentions.size(), i + 1 + kReachMentions);
    for (size_t j = i + 1; j < end; ++j) {
      if (mentions[j].first - mentions[i].last > kReachWords) break;
      const Kind a = kind_of(mentions[i].type);
      const Kind b = kind_of(mentions[j].type);
      const auto first = static_cast<uint32_t>(i);
      const auto second = static_cast<uint32_t>(j);
      if (may_pair(a, b)) pairs.push_back({first, second});
      if (may_pair(b, a)) pairs.push_back({second, first});
    }
  }
  return pairs;
}

// One ordered pair, and what was found of it so far.
struct RelationFeatures::Pair {
  const MentionSpan& source;
  const MentionSpan& target;
  const MentionSpan& left;
  const MentionSpan& right;
  uint64_t sign;  // kinds and order
  uint64_t kinds;
  std::vector<Feature>& features;

  // A feature that means something else for other kinds and in other order.
  void add(Template name, uint64_t a, uint64_t b = 0) {
    features.push_back(mix(mix(mix(mix(name, sign), a), b), name));
  }
  // A feature that is of the same meaning in either order.
  void add_either(Template name, uint64_t a, uint64_t b = 0) {
    features.push_back(mix(mix(mix(mix(name, kinds), a), b), name));
  }
};

RelationFeatures::RelationFeatures(const RelationSentence& sentence,
                                   const WordClasses& classes)
    : sentence_(sentence), mention_at_(sentence.words.size(), -1) {
  words_.reserve(sentence.words.size());
  for (const std::string_view word : sentence.words) {
    const std::string form = lower(word);
    const bool plain = form.size() > 2 && is_alphabetic(form);
    const uint64_t hash = hash_of(form);
    words_.push_back({hash, plain ? hash_of(text::stem(form, "en")) : hash,
                      classes.find(word)});
  }
  for (size_t m = 0; m < sentence.mentions.size(); ++m) {
    const MentionSpan& mention = sentence.mentions[m];
    std::fill(mention_at_.begin() + mention.first,
              mention_at_.begin() + mention.last, static_cast<int32_t>(m));
  }
}

bool RelationFeatures::within(const MentionSpan& mention, uint32_t word) const {
  return mention.first <= word && word < mention.last;
}

uint32_t RelationFeatures::head_of(const MentionSpan& mention) const {
  for (uint32_t i = mention.last; i-- > mention.first;) {
    const uint32_t head = sentence_.tree[i].head;
    if (head == kNoHead || !within(mention, head)) return i;
  }
  return mention.last - 1;
}

uint64_t RelationFeatures::form_at(int64_t word) const {
  if (word < 0 || word >= static_cast<int64_t>(words_.size())) return kPad;
  const auto at = static_cast<size_t>(word);
  const int32_t mention = mention_at_[at];
  if (mention < 0) return words_[at].form;
  const EntityType type = sentence_.mentions[static_cast<size_t>(mention)].type;
  return mix(kPad, static_cast<uint64_t>(kind_of(type)) + 1);
}

void RelationFeatures::find(MentionPair pair,
                            std::vector<Feature>& features) const {
  features.clear();
  const MentionSpan& source = sentence_.mentions[pair.source];
  const MentionSpan& target = sentence_.mentions[pair.target];
  const bool forward = pair.source < pair.target;
  const uint64_t kinds = static_cast<uint64_t>(kind_of(source.type)) * 8 +
                         static_cast<uint64_t>(kind_of(target.type));
  Pair found{source,
             target,
             forward ? source : target,
             forward ? target : source,
             kinds * 2 + (forward ? 1 : 0),
             kinds,
             features};
  found.add(kBias, 0);
  add_mentions(found);
  add_between(found);
  add_around(found);
  add_rivals(found);
  if (sentence_.tree.empty()) return;
  add_path(found);
  add_governors(found);
}

void RelationFeatures::add_mentions(Pair& pair) const {
  const uint64_t nominal =
      (pair.source.nominal ? 2U : 0U) + (pair.target.nominal ? 1U : 0U);
  pair.add(kNominal, nominal);
  const Word& source = words_[pair.source.last - 1];
  const Word& target = words_[pair.target.last - 1];
  pair.add_either(kHead, 0, source.form);
  pair.add_either(kHead, 1, target.form);
  for (const uint8_t bits : {uint8_t{6}, uint8_t{12}}) {
    pair.add_either(kHeadClass, bits, source.word_class.prefix(bits));
    pair.add_either(kHeadClass, bits + 100U, target.word_class.prefix(bits));
  }
  pair.add_either(kHeadPair, source.word_class.prefix(8),
                  target.word_class.prefix(8));
  pair.add_either(kFirstInside, words_[pair.source.first].form);
  pair.add_either(kSecondInside, words_[pair.target.first].form);
}

void RelationFeatures::add_between(Pair& pair) const {
  const uint32_t first = pair.left.last;
  const uint32_t last = pair.right.first;
  uint64_t all = last - first;
  uint64_t shape = 0;
  uint64_t previous = kPad;
  uint64_t step_before = 0;
  for (uint32_t i = first; i < last; ++i) {
    const uint64_t form = form_at(i);
    const bool inside = mention_at_[i] >= 0;
    all = mix(all, form);
    pair.add(kBetweenPair, previous, form);
    previous = form;
    const uint64_t step =
        inside || sentence_.words[i].size() == 1 ? form : uint64_t{1};
    if (step != step_before) shape = mix(shape, step);
    step_before = step;
    if (inside) continue;
    pair.add(kBetweenBag, form);
    pair.add_either(kBetweenStem, words_[i].stem);
    for (const uint8_t bits : {uint8_t{8}, uint8_t{32}}) {
      pair.add(kBetweenClass, words_[i].word_class.prefix(bits));
    }
  }
  pair.add(kBetweenPair, previous, kPad);
  if (last - first <= 8) pair.add(kBetweenAll, all);
  pair.add(kBetweenShape, shape);
  const uint32_t count = last - first;
  pair.add(kBetweenCount, count < 6 ? count : 6 + std::min(count / 6, 5U));
}

void RelationFeatures::add_around(Pair& pair) const {
  const int64_t left = pair.left.first;
  const int64_t right = pair.right.last;
  pair.add(kBefore, form_at(left - 1));
  pair.add(kBeforePair, form_at(left - 2), form_at(left - 1));
  pair.add(kAfter, form_at(right));
  pair.add(kAfterPair, form_at(right), form_at(right + 1));
  const auto size = static_cast<int64_t>(words_.size());
  for (int64_t i = std::max<int64_t>(0, left - 5); i < left; ++i) {
    pair.add(kTitleBag, form_at(i));
  }
  for (int64_t i = right; i < std::min(size, right + 5); ++i) {
    pair.add(kAroundBag, form_at(i));
  }
}

// Who else could stand in the relation instead.
void RelationFeatures::add_rivals(Pair& pair) const {
  uint64_t sources = 0;
  uint64_t targets = 0;
  uint64_t sequence = 0;
  for (const MentionSpan& other : sentence_.mentions) {
    if (other.first < pair.left.last || other.first >= pair.right.first) {
      continue;
    }
    sources += kind_of(other.type) == kind_of(pair.source.type);
    targets += kind_of(other.type) == kind_of(pair.target.type);
    sequence = mix(sequence, static_cast<uint64_t>(kind_of(other.type)) + 1);
  }
  pair.add(kRivals,
           std::min<uint64_t>(sources, 3) * 4 + std::min<uint64_t>(targets, 3));
  pair.add(kSequence, sequence);
}

std::vector<uint32_t> RelationFeatures::ancestors(uint32_t word) const {
  std::vector<uint32_t> chain;
  while (word != kNoHead && chain.size() < words_.size()) {
    chain.push_back(word);
    word = sentence_.tree[word].head;
  }
  return chain;
}

void RelationFeatures::add_path(Pair& pair) const {
  const auto up = ancestors(head_of(pair.source));
  const auto down = ancestors(head_of(pair.target));
  size_t rise = 0;
  size_t fall = down.size();
  for (; rise < up.size(); ++rise) {
    const auto met = std::ranges::find(down, up[rise]);
    if (met == down.end()) continue;
    fall = static_cast<size_t>(met - down.begin());
    break;
  }
  if (rise == up.size()) return;
  pair.add_either(kPathLength,
                  std::min<size_t>(rise, 5) * 8 + std::min<size_t>(fall, 5));
  if (rise + fall > kMaxPath) return;
  uint64_t full = 0;
  uint64_t dependencies = 0;
  uint64_t stems = 0;
  const auto pass = [&](uint32_t word, uint64_t direction, bool is_end) {
    const uint64_t dependency =
        static_cast<uint64_t>(sentence_.tree[word].dependency) * 2 + direction;
    dependencies = mix(dependencies, dependency);
    full = mix(full, dependency);
    if (is_end) return;
    full = mix(full, words_[word].stem);
    stems = mix(stems, words_[word].stem);
    pair.add_either(kPathStem, words_[word].stem);
    pair.add_either(kPathEdge, dependency, words_[word].stem);
    pair.add_either(kPathStem, 1, words_[word].word_class.prefix(32));
  };
  for (size_t i = 0; i < rise; ++i) pass(up[i], 0, i == 0);
  const uint32_t top = up[rise];
  const bool inner_top = rise > 0 && fall > 0;
  if (inner_top) {
    full = mix(full, words_[top].stem);
    stems = mix(stems, words_[top].stem);
    pair.add_either(kPathTop, words_[top].stem);
    pair.add_either(kPathTop, 1, words_[top].word_class.prefix(32));
  }
  for (size_t i = fall; i-- > 0;) pass(down[i], 1, i == 0);
  pair.add_either(kPathFull, full);
  pair.add_either(kPathDependencies, dependencies);
  pair.add_either(kPathStems, stems);
  const auto end_of = [&](uint32_t word) {
    return static_cast<uint64_t>(sentence_.tree[word].dependency);
  };
  pair.add_either(kEnds, end_of(up.front()) * 64 + end_of(down.front()),
                  words_[top].stem);
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (sentence_.tree[i].head != top || mention_at_[i] >= 0) continue;
    pair.add_either(kTopChild, end_of(i), words_[i].stem);
  }
}

void RelationFeatures::add_governors(Pair& pair) const {
  uint64_t side = 0;
  for (const MentionSpan* mention : {&pair.source, &pair.target}) {
    ++side;
    const uint32_t head = head_of(*mention);
    const Node& node = sentence_.tree[head];
    const auto dependency = static_cast<uint64_t>(node.dependency);
    const uint64_t governor =
        node.head == kNoHead ? kPad : words_[node.head].stem;
    pair.add_either(kGovernor, side * 64 + dependency, governor);
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (sentence_.tree[i].head != head || within(*mention, i)) continue;
      const Dependency child = sentence_.tree[i].dependency;
      if (child == Dependency::kCase) {
        pair.add_either(kPreposition, side, mix(words_[i].form, governor));
      }
      pair.add_either(kChild, side * 64 + static_cast<uint64_t>(child),
                      words_[i].stem);
    }
  }
}

}  // namespace models
