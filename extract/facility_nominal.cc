#include "extract/facility_nominal.h"

#include <algorithm>

namespace extract {
namespace {

using text::EntityType;

class NominalReader {
 public:
  NominalReader(const Knowledge& knowledge, const SentenceView& sentence,
                const KnownEntity* subject)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        sentence_(sentence),
        subject_(subject) {}

  NominalRead read(size_t at) const {
    auto [head, size] = knowledge_.heads().match(sentence_.from(at));
    if (knowledge_.in(grammar_.site, sentence_.token(at))) {
      head = HeadClass::kAny;
      size = 1;
    }
    if (head == HeadClass::kNone) return {at + 1, {}};
    size_t end = at + size;
    if (end < sentence_.last() &&
        knowledge_.in(grammar_.site, sentence_.token(end))) {
      ++end;
    } else if (continues_compound(end)) {
      return {end, {}};
    }
    FacilityNominal nominal;
    nominal.description.head = head;
    nominal.first = describe_before(at, nominal.description);
    nominal.last = end;
    if (nominal.first > at) return {end, {}};
    describe_after(end, nominal.description);
    return {end, std::move(nominal)};
  }

 private:
  // `mine closures`, `plant manager`.
  bool continues_compound(size_t end) const {
    if (end >= sentence_.last() || sentence_.mention_at(end) != nullptr)
      return false;
    const Token& next = sentence_.token(end);
    return next.kind == TokenKind::kWord && !next.capitalised &&
           !knowledge_.in(grammar_.follower, next) &&
           !knowledge_.in(grammar_.function, next) &&
           !next.folded.ends_with("ed") && !next.folded.ends_with("ing") &&
           !next.folded.ends_with("s") && !next.folded.ends_with("ly");
  }

  // Walks left over `existing`, `zinc`, `Tennessee`, `Nyrstar's` to the
  // determiner. Returns where the span of the nominal begins (after any
  // mention), or more than `head` where there is no determiner.
  size_t describe_before(size_t head, FacilityDescription& description) const {
    size_t begin = head;
    bool fixed = false;
    for (size_t i = head; i > sentence_.first() && head - i < 9;) {
      const size_t before = i - 1;
      if (const Found* found = sentence_.mention_at(before)) {
        fixed = true;
        const Passed passed = describe_by(*found, before, description);
        if (passed == Passed::kEnd) return begin;
        if (passed == Passed::kOther) return head + 1;
        i = found->first;
        continue;
      }
      const Token& word = sentence_.token(before);
      if (opens(word, description)) return fixed ? begin : before;
      // `the adjoining refinery` is not the one spoken of.
      if (knowledge_.in(grammar_.other, word)) return head + 1;
      const bool modifier = modifies(word);
      const bool joined = word.folded == "and" || word.folded == ",";
      if (!modifier && !joined) break;
      if (!fixed && modifier) begin = before;
      i = before;
    }
    return description.places.empty() ? head + 1 : begin;
  }

  // What a mention before a nominal is to it: one of several that describe it,
  // the last that does, or no part of it.
  enum class Passed { kPart, kEnd, kOther };

  Passed describe_by(const Found& found, size_t last,
                     FacilityDescription& description) const {
    const bool possessor = sentence_.token(last).possessive;
    if (found.type() == EntityType::kPlace && !possessor) {
      description.places.push_back(&found.entity());
      description.definite = true;
      return Passed::kPart;
    }
    if (possessor || found.type() == EntityType::kCompany) {
      description.owner = &found.entity();
      description.definite = true;
      return Passed::kEnd;
    }
    if (found.type() != EntityType::kCommodity) return Passed::kOther;
    description.commodities.push_back(&found.entity());
    return Passed::kPart;
  }

  // `the`, `its`, `a`
  bool opens(const Token& word, FacilityDescription& description) const {
    if (!knowledge_.in(grammar_.determiner, word)) {
      return knowledge_.in(grammar_.indefinite, word);
    }
    description.definite = true;
    if (knowledge_.in(grammar_.pronoun_its, word)) {
      description.owner = subject_;
    }
    return true;
  }

  bool modifies(const Token& word) const {
    return word.kind == TokenKind::kWord
               ? !knowledge_.in(grammar_.function, word) && !word.possessive
               : word.folded == "-" || word.kind == TokenKind::kNumber;
  }

  // `at Port Pirie in South Australia`.
  void describe_after(size_t end, FacilityDescription& description) const {
    size_t i = end;
    for (int steps = 0; steps < 3 && i + 1 < sentence_.last(); ++steps) {
      const bool preposition =
          knowledge_.in(grammar_.place_preposition, sentence_.token(i));
      const bool comma = steps > 0 && sentence_.token(i).folded == ",";
      if (!preposition && !comma) return;
      size_t at = i + 1;
      if (sentence_.token(at).folded == "the" && at + 1 < sentence_.last())
        ++at;
      const Found* place = sentence_.mention_at(at);
      if (place == nullptr) return;
      const auto reading =
          std::ranges::find_if(place->readings, [](const KnownEntity* r) {
            return r->entity.type == EntityType::kPlace;
          });
      if (reading == place->readings.end()) return;
      description.places.push_back(*reading);
      i = place->last;
    }
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  const SentenceView& sentence_;
  const KnownEntity* subject_;
};

}  // namespace

NominalRead read_facility_nominal(const Knowledge& knowledge,
                                  const SentenceView& sentence, size_t at,
                                  const KnownEntity* subject) {
  return NominalReader(knowledge, sentence, subject).read(at);
}

}  // namespace extract
