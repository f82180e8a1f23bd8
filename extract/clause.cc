#include "extract/clause.h"

#include <algorithm>

namespace extract {

Clause::Clause(const Knowledge& knowledge, const Reading& reading,
               size_t passage, size_t sentence)
    : knowledge_(&knowledge),
      passage_(&reading.passages[passage]),
      sentence_(&passage_->sentences[sentence]) {
  const auto& owner = reading.owner[passage];
  for (size_t i = sentence_->first;
       i < sentence_->last && items_.size() < kMaxItems;) {
    const Found* found =
        owner[i] == kNoMention ? nullptr : &reading.found[owner[i]];
    const size_t last = found == nullptr ? i + 1 : found->last;
    items_.push_back({i, last, found});
    if (found == nullptr) {
      sets_ |= knowledge.lexicon().sets_of(passage_->tokens[i].symbol);
    }
    i = last;
  }
}

std::span<const Token> Clause::words_from(size_t i) const {
  size_t end = i;
  while (end < size() && end < i + 24 && mention(end) == nullptr) ++end;
  if (end == i) return {};
  return std::span(passage_->tokens).subspan(items_[i].first, end - i);
}

std::span<const Token> Clause::tokens_from(size_t i) const {
  if (i >= size()) return {};
  const size_t first = items_[i].first;
  return std::span(passage_->tokens)
      .subspan(first, std::min(items_.back().last, first + 60) - first);
}

bool Clause::is_possessive(size_t i) const {
  return passage_->tokens[items_[i].last - 1].possessive ||
         (mention(i) != nullptr && mention(i)->nominal &&
          knowledge_->in(knowledge_->grammar().pronoun_its, token(i)));
}

size_t Clause::find_object(size_t at, size_t reach,
                           const std::function<bool(size_t)>& is_wanted) const {
  const Grammar& grammar = knowledge_->grammar();
  for (size_t i = at; i < size() && i <= at + reach; ++i) {
    if (const Found* found = mention(i)) {
      if (!is_possessive(i) && is_wanted(i)) return i;
      const bool passed = is_possessive(i) ||
                          found->type() == text::EntityType::kCommodity ||
                          found->type() == text::EntityType::kPlace;
      if (!passed) return size();
      continue;
    }
    const Token& word = token(i);
    if (word.kind == TokenKind::kPunctuation && word.folded != "-" &&
        word.folded != "%" && word.folded != "$") {
      return size();
    }
    const bool opens = in(grammar.determiner, i) || in(grammar.indefinite, i);
    if (!opens && (in(grammar.function, i) || in(grammar.finite, i))) {
      return size();
    }
  }
  return size();
}

bool Clause::ends_phrase(size_t i) const {
  if (is_possessive(i)) return false;
  const size_t next = i + 1;
  if (next >= size()) return true;
  if (mention(next) != nullptr) {
    return is_cjk(token(next).kind);
  }
  const Token& word = token(next);
  if (word.kind != TokenKind::kWord) {
    return word.folded != "-" && word.folded != "/";
  }
  const Grammar& grammar = knowledge_->grammar();
  const bool person = mention(i)->type() == text::EntityType::kPerson;
  return in(grammar.function, next) || in(grammar.follower, next) ||
         word.folded.ends_with("ly") || word.folded.ends_with("ed") ||
         (person && !word.capitalised);
}

size_t Clause::preposition_of(size_t i) const {
  const Grammar& grammar = knowledge_->grammar();
  // `said on Monday that it`
  if (i > 0 && is_word(i - 1, "that") && mention(i)->nominal) return size();
  for (size_t at = i; at > 0 && i - at < 7; --at) {
    const size_t before = at - 1;
    if (in(grammar.listing, before)) return size();
    if (in(grammar.preposition, before)) return before;
    if (in(grammar.determiner, before) || in(grammar.indefinite, before)) {
      continue;
    }
    if (mention(before) != nullptr) {
      if (!is_possessive(before) &&
          mention(before)->type() != text::EntityType::kCommodity) {
        return size();
      }
      continue;
    }
    // `In February 2025 the ministry banned`
    const bool date =
        token(before).kind == TokenKind::kNumber || in(grammar.month, before);
    if (date || token(before).kind == TokenKind::kPunctuation ||
        in(grammar.function, before)) {
      return size();
    }
  }
  return size();
}

bool Clause::passes_owner(size_t first, size_t last) const {
  for (size_t i = first; i < last; ++i) {
    if (mention(i) != nullptr && is_possessive(i) &&
        mention(i)->type() == text::EntityType::kCompany) {
      return true;
    }
  }
  return false;
}

bool Clause::opens_clause(size_t at) const {
  const Grammar& grammar = knowledge_->grammar();
  return in(grammar.be, at) || in(grammar.have, at) ||
         in(grammar.modal_planned, at) || in(grammar.modal_possible, at);
}

bool Clause::begins_clause(size_t i) const {
  const Grammar& grammar = knowledge_->grammar();
  const size_t after = skip_attachments(i + 1);
  const size_t inserted = skip_insertion(after);
  const bool apposed = inserted > after && in(grammar.finite, inserted);
  return in(grammar.finite, after) || opens_clause(after) || apposed;
}

bool Clause::is_singular(size_t at) const {
  while (in(knowledge_->grammar().adverb, at)) ++at;
  if (at >= size() || mention(at) != nullptr) return false;
  return is_word(at, "has") || is_word(at, "is") || is_word(at, "was") ||
         token(at).folded.ends_with("s");
}

bool Clause::begins_sentence(size_t i) const {
  for (size_t before = 0; before < i; ++before) {
    if (mention(before) != nullptr && !is_possessive(before)) return false;
  }
  return i < 6;
}

size_t Clause::skip_brackets(size_t at) const {
  if (!is_word(at, "(")) return at;
  for (size_t i = at + 1; i < size() && i < at + 12; ++i) {
    if (is_word(i, ")")) return i + 1;
  }
  return at;
}

size_t Clause::skip_attachments(size_t at) const {
  const Grammar& grammar = knowledge_->grammar();
  for (int round = 0; round < 4 && at + 1 < size(); ++round) {
    if (is_word(at, "(")) {
      const size_t past = skip_brackets(at);
      if (past == at) return at;
      at = past;
      continue;
    }
    const bool of_company =
        is_word(at, "of") && at > 0 && mention(at - 1) != nullptr &&
        mention(at - 1)->type() == text::EntityType::kCompany;
    const bool leads =
        in(grammar.place_preposition, at) || is_word(at, ",") || of_company;
    if (!leads) return at;
    size_t place = at + 1;
    if (in(grammar.determiner, place)) ++place;
    const bool is_place = place < size() && mention(place) != nullptr &&
                          mention(place)->type() == text::EntityType::kPlace &&
                          !is_possessive(place) && ends_phrase(place);
    if (!is_place) return at;
    at = place + 1;
  }
  return at;
}

size_t Clause::skip_insertion(size_t at) const {
  if (!is_word(at, ",")) return at;
  for (size_t i = at + 1; i < size() && i < at + 26; ++i) {
    if (is_word(i, ";") || is_word(i, ":") || is_word(i, "\"")) return at;
    if (i == at + 1 || !is_word(i, ",")) continue;
    const bool listed = i + 2 < size() && mention(i + 1) != nullptr &&
                        (is_word(i + 2, ",") || is_word(i + 2, "and"));
    if (!listed) return i + 1;
  }
  return at;
}

size_t Clause::skip_coordinator(size_t at) const {
  const Grammar& grammar = knowledge_->grammar();
  size_t i = at;
  // A Chinese comma ends a clause; lists have `、`.
  const bool comma =
      is_word(i, ",") && i + 1 < size() && token(i + 1).kind != TokenKind::kHan;
  if (comma || is_word(i, "、") || is_word(i, "·")) ++i;
  return i +
         knowledge_->lexicon().match(grammar.conjunction, words_from(i)).size;
}

const KnownEntity* reading_of(const Found& found, TypeSet types) {
  if (found.office) {
    return (types & kOfficeBit) != 0 ? found.readings.front() : nullptr;
  }
  for (const KnownEntity* reading : found.readings) {
    const auto bit =
        static_cast<TypeSet>(1U << static_cast<unsigned>(reading->entity.type));
    if ((types & bit) != 0) return reading;
  }
  return nullptr;
}

}  // namespace extract
