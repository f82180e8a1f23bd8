#include "extract/facility_heads.h"

#include "text/error.h"

namespace extract {

bool compatible(HeadClass a, HeadClass b) {
  return a == b || a == HeadClass::kAny || b == HeadClass::kAny ||
         a == HeadClass::kNone || b == HeadClass::kNone;
}

FacilityHeads::FacilityHeads(const Lexicon& lexicon) : lexicon_(&lexicon) {
  singular_ = sets_of("head.");
  plural_ = sets_of("heads.");
  kinds_ = sets_of("kind.");
}

FacilityHeads::Sets FacilityHeads::sets_of(const std::string& prefix) {
  Sets sets;
  for (const auto& [name, set] : lexicon_->sets_beginning(prefix)) {
    sets.emplace_back(class_named(name.substr(prefix.size())), set);
  }
  return sets;
}

HeadClass FacilityHeads::class_named(const std::string& name) {
  const auto known = classes_.find(name);
  if (known != classes_.end()) return known->second;
  const size_t next = classes_.size() + 1;
  if (next > UINT8_MAX) throw text::InputError("more than 254 head classes");
  return classes_[name] = static_cast<HeadClass>(next);
}

std::pair<HeadClass, size_t> FacilityHeads::longest(
    const Sets& sets, std::span<const Token> tokens) const {
  std::pair<HeadClass, size_t> best{HeadClass::kNone, 0};
  for (const auto& [head, set] : sets) {
    const size_t size = lexicon_->match(set, tokens).size;
    if (size > best.second) best = {head, size};
  }
  return best;
}

HeadClass FacilityHeads::of_kind(std::string_view kind) const {
  Token word;
  word.symbol = lexicon_->symbols().find(kind);
  for (const auto& [head, set] : kinds_) {
    if (lexicon_->contains(set, word)) return head;
  }
  return HeadClass::kNone;
}

}  // namespace extract
