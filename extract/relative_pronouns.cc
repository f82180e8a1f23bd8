#include "extract/relative_pronouns.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/sentence_view.h"

namespace extract {
namespace {

using text::EntityType;

constexpr float kConfidence = 0.85F;

enum class Pronoun : uint8_t { kWho, kWhose, kWhich, kWhere };

std::optional<Pronoun> pronoun_of(const Token& token) {
  const std::string_view word = token.folded;
  if (word == "who" || word == "whom") return Pronoun::kWho;
  if (word == "whose") return Pronoun::kWhose;
  if (word == "which") return Pronoun::kWhich;
  if (word == "where") return Pronoun::kWhere;
  return std::nullopt;
}

bool may_mean(Pronoun pronoun, EntityType type) {
  switch (pronoun) {
    case Pronoun::kWho:
      return type == EntityType::kPerson;
    case Pronoun::kWhose:
      return true;
    case Pronoun::kWhich:
      return type != EntityType::kPerson;
    case Pronoun::kWhere:
      return type == EntityType::kPlace || type == EntityType::kFacility ||
             type == EntityType::kCompany ||
             type == EntityType::kOrganization ||
             type == EntityType::kGovernment;
  }
  return false;
}

class SentenceRelatives {
 public:
  SentenceRelatives(const Reading& reading, size_t passage, size_t sentence)
      : passage_(passage),
        sentence_(sentence),
        view_(reading, passage, sentence) {}

  std::vector<Found> find() const {
    std::vector<Found> found;
    for (size_t i = view_.first(); i < view_.last(); ++i) {
      if (view_.mention_at(i) != nullptr) continue;
      const auto pronoun = pronoun_of(view_.token(i));
      if (!pronoun) continue;
      const Found* meant = just_before(i);
      const bool fits = meant != nullptr && !meant->office &&
                        may_mean(*pronoun, meant->type());
      if (fits) found.push_back(make(i, *meant));
    }
    return found;
  }

 private:
  Found make(size_t token, const Found& meant) const {
    Found found;
    found.passage = passage_;
    found.sentence = sentence_;
    found.first = token;
    found.last = token + 1;
    found.readings = {&meant.entity()};
    found.nominal = true;
    found.confidence = kConfidence * meant.confidence;
    found.how = "nominal";
    return found;
  }

  // `Nyrstar, which`
  const Found* just_before(size_t at) const {
    if (at == view_.first()) return nullptr;
    size_t before = at - 1;
    if (view_.token(before).folded == "," && before > view_.first()) --before;
    return view_.mention_at(before);
  }

  size_t passage_;
  size_t sentence_;
  SentenceView view_;
};

}  // namespace

void find_relative_pronouns(Reading& reading) {
  std::vector<Found> added;
  for (size_t p = 0; p < reading.passages.size(); ++p) {
    for (size_t s = 0; s < reading.passages[p].sentences.size(); ++s) {
      const SentenceRelatives relatives(reading, p, s);
      std::ranges::move(relatives.find(), std::back_inserter(added));
    }
  }
  if (added.empty()) return;
  std::ranges::move(added, std::back_inserter(reading.found));
  reading.arrange();
}

}  // namespace extract
