#include "extract/syntax.h"

#include <algorithm>

namespace extract {
namespace {

// A longer one is no sentence, and nothing in it depends on anything.
constexpr size_t kMaxTokensOfTree = 2000;

// A third faster than the beam that the parser learned with, and a third of a
// point less accurate (docs/models.md).
constexpr models::BeamLimits kBeam = {.width = 4, .margin = 120};

bool can_have_tree(const Passage& passage, const Sentence& sentence) {
  const size_t size = sentence.last - sentence.first;
  if (size == 0 || size > kMaxTokensOfTree) return false;
  const auto cjk = std::ranges::count_if(
      std::span(passage.tokens).subspan(sentence.first, size),
      [](const Token& token) { return is_cjk(token.kind); });
  return 2 * static_cast<size_t>(cjk) <= size;
}

// How many arcs each word is away from the root.
std::vector<uint32_t> depths_of(const models::Tree& tree) {
  constexpr uint32_t kUnknown = UINT32_MAX;
  std::vector<uint32_t> depths(tree.size(), kUnknown);
  std::vector<uint32_t> path;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    uint32_t word = i;
    while (word != models::kNoHead && depths[word] == kUnknown) {
      path.push_back(word);
      word = tree[word].head;
    }
    uint32_t depth = word == models::kNoHead ? 0 : depths[word] + 1;
    for (; !path.empty(); path.pop_back()) depths[path.back()] = depth++;
  }
  return depths;
}

}  // namespace

SyntaxModels::SyntaxModels(const std::filesystem::path& folder,
                           const models::WordClasses& classes)
    : tagger_(folder / "tagger.bin", classes),
      parser_(folder / "parser.bin", classes, kBeam) {}

SentenceSyntax::SentenceSyntax(const SyntaxModels& models,
                               const Passage& passage, const Sentence& sentence)
    : models_(&models),
      passage_(&passage),
      sentence_(&sentence),
      has_tree_(can_have_tree(passage, sentence)) {}

models::WordTag SentenceSyntax::word_tag(size_t token) const {
  read_tags();
  return tags_[word_of(token)];
}

size_t SentenceSyntax::head(size_t token) const { return place(token).head; }

models::Dependency SentenceSyntax::dependency(size_t token) const {
  return place(token).dependency;
}

std::span<const size_t> SentenceSyntax::children(size_t token) const {
  const Place& at = place(token);
  return std::span(children_).subspan(at.children_begin,
                                      at.children_end - at.children_begin);
}

TokenRange SentenceSyntax::subtree(size_t token) const {
  return place(token).subtree;
}

std::optional<Ending> SentenceSyntax::ending(size_t token) const {
  read_tree();
  const size_t word = word_of(token) + 1;
  if (word >= words_.words.size() || words_.tokens[word].first != token) {
    return std::nullopt;
  }
  if (!has_tree_) return Ending{tags_[word]};
  return Ending{tags_[word], tree_[word].dependency,
                token_of(tree_[word].head)};
}

size_t SentenceSyntax::root() const {
  read_tree();
  return root_;
}

const models::TaggedSentence& SentenceSyntax::tagged() const {
  read_tags();
  return tagged_;
}

TokenRange SentenceSyntax::tokens_of(size_t first_word,
                                     size_t last_word) const {
  read_tags();
  if (first_word >= last_word) return {};
  return {words_.tokens[first_word].first, words_.tokens[last_word - 1].last};
}

size_t SentenceSyntax::word_of(size_t token) const {
  return words_.first_words[token - sentence_->first];
}

size_t SentenceSyntax::token_of(uint32_t word) const {
  return word == models::kNoHead ? kNoToken : words_.tokens[word].first;
}

const SentenceSyntax::Place& SentenceSyntax::place(size_t token) const {
  read_tree();
  return places_[token - sentence_->first];
}

void SentenceSyntax::read_tags() const {
  if (has_tags_) return;
  has_tags_ = true;
  words_ = cut_words(*passage_, *sentence_);
  tagged_.words = words_.words;
  tags_ = models_->tagger().tag_finely(tagged_.words);
  tagged_.tags.reserve(tags_.size());
  for (const models::WordTag& tag : tags_) tagged_.tags.push_back(tag.tag);
}

void SentenceSyntax::read_tree() const {
  if (has_places_) return;
  has_places_ = true;
  read_tags();
  places_.resize(sentence_->last - sentence_->first);
  for (size_t i = 0; i < places_.size(); ++i) {
    const size_t token = sentence_->first + i;
    places_[i].subtree = {token, token + 1};
  }
  if (!has_tree_) return;
  tree_ = models_->parser().parse(tagged_.words, tags_);
  place_tokens();
  list_children();
  measure_subtrees();
}

// A token hangs where that of its words hangs that is nearest to the root, so
// that tokens make a tree as words do.
void SentenceSyntax::place_tokens() const {
  const std::vector<uint32_t> depths = depths_of(tree_);
  for (size_t i = 0; i < places_.size(); ++i) {
    const size_t token = sentence_->first + i;
    const size_t word = word_of(token);
    const TokenRange tokens = words_.tokens[word];
    if (tokens.first != token) {  // the rest of a run
      places_[i].head = tokens.first;
      places_[i].dependency = tags_[word].tag == models::Tag::kPunct
                                  ? models::Dependency::kPunct
                                  : models::Dependency::kFlat;
      continue;
    }
    const bool below_ending = word + 1 < words_.words.size() &&
                              words_.tokens[word + 1].first == token &&
                              depths[word + 1] < depths[word];
    const models::Node& node = tree_[below_ending ? word + 1 : word];
    places_[i].head = token_of(node.head);
    places_[i].dependency = node.dependency;
    if (places_[i].head == kNoToken) root_ = token;
  }
}

void SentenceSyntax::list_children() const {
  const auto place_of = [&](size_t token) -> Place& {
    return places_[token - sentence_->first];
  };
  for (const Place& at : places_) {
    if (at.head != kNoToken) ++place_of(at.head).children_end;
  }
  uint32_t begin = 0;
  for (Place& at : places_) {
    at.children_begin = begin;
    begin += at.children_end;
    at.children_end = at.children_begin;
  }
  children_.resize(begin);
  for (size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].head == kNoToken) continue;
    children_[place_of(places_[i].head).children_end++] = sentence_->first + i;
  }
}

void SentenceSyntax::measure_subtrees() const {
  std::vector<size_t> downwards;
  downwards.reserve(places_.size());
  if (root_ != kNoToken) downwards.push_back(root_);
  for (size_t i = 0; i < downwards.size(); ++i) {
    const auto below = children(downwards[i]);
    downwards.insert(downwards.end(), below.begin(), below.end());
  }
  for (size_t i = downwards.size(); i-- > 1;) {
    const Place& at = places_[downwards[i] - sentence_->first];
    TokenRange& above = places_[at.head - sentence_->first].subtree;
    above.first = std::min(above.first, at.subtree.first);
    above.last = std::max(above.last, at.subtree.last);
  }
}

}  // namespace extract
