#include "extract/framing.h"

#include <algorithm>

namespace extract {
namespace {

using text::RelationType;

bool is_quote(const Token& token) {
  return token.folded == "\"" || token.folded == "”" || token.folded == "“" ||
         token.folded == "'" || token.folded == "’" || token.folded == "‘";
}

bool is_of_place(RelationType type) {
  return type == RelationType::kLocatedIn || type == RelationType::kPartOf ||
         type == RelationType::kHeadquarteredIn;
}

// What may have been so and be so no longer.
bool may_end(RelationType type) {
  return type == RelationType::kLeads || type == RelationType::kWorksFor ||
         type == RelationType::kOwns || type == RelationType::kOperates ||
         type == RelationType::kSubsidiaryOf ||
         type == RelationType::kMemberOf ||
         type == RelationType::kHeadquarteredIn ||
         type == RelationType::kLivesIn;
}

}  // namespace

bool is_question(const Passage& passage, const Sentence& sentence) {
  size_t last = sentence.last;
  bool quoted = false;
  while (last > sentence.first && is_quote(passage.tokens[last - 1])) {
    quoted = true;
    --last;
  }
  if (last == sentence.first) return false;
  const Token& end = passage.tokens[last - 1];
  const bool asks = end.folded == "?" || end.folded == "？";
  return asks && (!quoted || is_quote(passage.tokens[sentence.first]));
}

SentenceFraming::SentenceFraming(const Knowledge& knowledge,
                                 const Reading& reading, size_t passage,
                                 size_t sentence)
    : knowledge_(knowledge),
      view_(reading, passage, sentence),
      opening_(knowledge.lexicon().set("frame.opening")),
      inverted_(knowledge.lexicon().set("frame.inverted")),
      denied_(knowledge.lexicon().set("frame.denied")),
      denied_end_(knowledge.lexicon().set("frame.denied.end")),
      left_out_(knowledge.lexicon().set("frame.left-out")),
      lead_(knowledge.lexicon().set("frame.lead")),
      former_(knowledge.lexicon().set("frame.former")),
      formerly_(knowledge.lexicon().set("frame.formerly")),
      post_(knowledge.lexicon().set("frame.post")),
      state_(knowledge.lexicon().set("frame.state")),
      would_(knowledge.lexicon().set("frame.would")),
      asks_(is_question(reading.passages[passage],
                        reading.passages[passage].sentences[sentence])),
      hypothetical_(opens_hypothetically()) {
  const Grammar& grammar = knowledge_.grammar();
  for (size_t i = view_.first(); i < view_.last(); ++i) {
    has_condition_ |= is(grammar.condition, i);
  }
  find_denied();
}

std::optional<Framing> SentenceFraming::of(RelationType type,
                                           const Found& source,
                                           const Found& target) const {
  if (asks_) return std::nullopt;
  Framing framing;
  if (&source == &target) return framing;
  const bool forward = source.first < target.first;
  const Found& first = forward ? source : target;
  const Found& last = forward ? target : source;
  framing.negated = is_denied(first.first) || is_left_out(source) ||
                    is_left_out(target) ||
                    (may_end(type) && is_former(first, last));
  const bool doubtful = hypothetical_ || is_conditional(first, last);
  if (doubtful && !is_of_place(type)) {
    framing.modality = text::Modality::kPossible;
  }
  return framing;
}

bool SentenceFraming::is(SetId set, size_t token) const {
  return token < view_.last() && view_.mention_at(token) == nullptr &&
         knowledge_.lexicon().match(set, view_.from(token)).size > 0;
}

// `Imagine that`, `Had Glencore acquired`
bool SentenceFraming::opens_hypothetically() const {
  size_t at = view_.first();
  while (at < view_.last() && is_quote(view_.token(at))) ++at;
  if (is(opening_, at)) return true;
  if (!is(inverted_, at)) return false;
  ++at;
  if (is(knowledge_.grammar().determiner, at)) ++at;
  return at < view_.last() && view_.mention_at(at) != nullptr;
}

// What follows `it is not true that`, up to `but` or a semicolon.
void SentenceFraming::find_denied() {
  for (size_t i = view_.first(); i < view_.last(); ++i) {
    if (!is(denied_, i)) continue;
    size_t end = i + 1;
    while (end < view_.last() && !is(denied_end_, end)) ++end;
    denials_.emplace_back(i, end);
    i = end;
  }
}

bool SentenceFraming::is_denied(size_t token) const {
  return std::ranges::any_of(denials_, [&](const Tokens& denial) {
    return denial.first < token && token < denial.second;
  });
}

// `neither A nor B`, `from A, not from B`
bool SentenceFraming::is_left_out(const Found& member) const {
  constexpr size_t kLeads = 3;  // words such as `from the`
  for (size_t back = 1; back <= kLeads + 1; ++back) {
    if (member.first < view_.first() + back) return false;
    const size_t at = member.first - back;
    if (is(left_out_, at)) {
      // `whether or not A buys`
      return at == view_.first() || view_.token(at - 1).folded != "or";
    }
    if (!is(lead_, at)) return false;
  }
  return false;
}

// `former Glencore chief executive X`, `X, the former owner of Y`, `X, formerly
// owned by Y`.
bool SentenceFraming::is_former(const Found& first, const Found& last) const {
  constexpr size_t kReach = 40;
  if (last.first - first.first > kReach) return false;
  const size_t begin =
      first.first - std::min<size_t>(2, first.first - view_.first());
  const bool owner = view_.token(last.last - 1).possessive;
  const size_t end = last.last + (owner ? 1 : 0);
  for (size_t i = begin; i < std::min(end, view_.last()); ++i) {
    if (is(formerly_, i) && i > first.first && was_adverbially(i, last.first)) {
      return true;
    }
    if (!is(former_, i)) continue;
    const bool ex = view_.token(i).folded == "ex";
    const size_t noun = i + (ex ? 2 : 1);
    const bool hyphen =
        ex && noun <= view_.last() && view_.token(i + 1).folded == "-";
    if (ex != hyphen || (i < first.first && noun != first.first)) continue;
    if (names_post(noun, last.last) && !names_other(noun, last.first)) {
      return true;
    }
  }
  return false;
}

// `was formerly the chief executive of Y`, `previously owned by Y`
bool SentenceFraming::was_adverbially(size_t adverb, size_t last) const {
  constexpr size_t kLinks = 3;
  size_t at =
      adverb + knowledge_.lexicon().match(formerly_, view_.from(adverb)).size;
  for (size_t i = 0; i < kLinks && is(lead_, at); ++i) ++at;
  return (is(state_, at) || is(post_, at)) && !names_other(at, last);
}

// Whether a post is named in [begin, end), or just behind.
bool SentenceFraming::names_post(size_t begin, size_t end) const {
  constexpr size_t kReach = 10;
  for (size_t i = begin; i < std::min(end + 3, begin + kReach); ++i) {
    if (i >= view_.last()) return false;
    if (is(post_, i)) return true;
    if (view_.mention_at(i) != nullptr) continue;
    const Token& word = view_.token(i);
    const bool passes = word.kind == TokenKind::kWord
                            ? !is(knowledge_.grammar().preposition, i)
                            : word.folded == "-";
    if (!passes) return false;
  }
  return false;
}

// Whether a body or person begins in [begin, end) before the second of a pair:
// `former chief of A and now of B`.
bool SentenceFraming::names_other(size_t begin, size_t end) const {
  using enum text::EntityType;
  for (size_t i = begin; i < end; ++i) {
    const Found* found = view_.mention_at(i);
    if (found == nullptr || found->office) continue;
    const bool other = found->type() != kCommodity && found->type() != kPlace;
    if (other && found->first > begin) return true;
  }
  return false;
}

// `would buy B if`
bool SentenceFraming::is_conditional(const Found& first,
                                     const Found& last) const {
  constexpr size_t kReach = 40;
  if (!has_condition_ || last.first - first.first > kReach) return false;
  for (size_t i = first.last; i < last.first; ++i) {
    if (is(would_, i)) return true;
  }
  return false;
}

}  // namespace extract
