#include "server/api/suggest.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "search/suggestions.h"
#include "search/typing_form.h"
#include "server/api/entity_suggestions.h"
#include "server/api/page.h"
#include "server/api/spelling.h"
#include "text/utf8.h"

namespace server::api {
namespace {

constexpr uint32_t kSuggestions = 10;
// Nothing that is offered begins with more.
constexpr size_t kMaxTypedBytes = 200;
// With fewer found, mistakes are looked past.
constexpr size_t kEnough = 3;
constexpr size_t kMaxCorrected = 4;  // readings of what was typed
constexpr size_t kMaxPieces = 6;     // more words are left as they are

struct Offer {
  Tier tier{};
  int kind = 0;  // entities, phrases, titles
  std::string key;
  Json json;
};

Json offer_json(std::string_view kind, Tier tier, const std::string& text,
                text::Span match) {
  Json json = {{"kind", kind}, {"tier", to_string(tier)}, {"text", text}};
  std::vector<text::Span> marks;
  if (match.begin < match.end) marks.push_back(match);
  json["marks"] = marks_json(text, marks);
  return json;
}

// What is offered, each entity, phrase and title once, at its first tier.
class Offers {
 public:
  Offers(const generation::Generation& generation, size_t limit)
      : generation_(&generation), limit_(limit) {}

  void add_all(std::string_view typed, bool is_corrected) {
    const std::string form = search::typing_form(typed);
    const auto tier_of = [&](const search::SuggestedText& text) {
      if (is_corrected) return Tier::kFuzzy;
      return search::typing_form(text.text) == form ? Tier::kExact
                                                    : Tier::kPrefix;
    };
    for (auto& entity : suggest_entities(typed, limit_, generation_->graph())) {
      if (is_corrected) entity.tier = Tier::kFuzzy;
      add_entity(entity);
    }
    for (const auto& phrase :
         generation_->suggestions().phrases(typed, limit_)) {
      Json json =
          offer_json("phrase", tier_of(phrase), phrase.text, phrase.match);
      add(tier_of(phrase), 1, search::typing_form(phrase.text),
          std::move(json));
    }
    for (const auto& title : generation_->suggestions().titles(typed, limit_)) {
      Json json = offer_json("title", tier_of(title), title.text, title.match);
      json["article"] = text::to_string(title.article);
      add(tier_of(title), 2, search::typing_form(title.text), std::move(json));
    }
  }

  size_t size() const { return offers_.size(); }

  // Room that one kind leaves is another's.
  Json take() {
    std::ranges::stable_sort(offers_, [](const Offer& a, const Offer& b) {
      return std::tuple(a.tier, a.kind) < std::tuple(b.tier, b.kind);
    });
    leave_room();
    Json json = Json::array();
    for (Offer& offer : offers_) json.push_back(std::move(offer.json));
    return json;
  }

 private:
  void add_entity(const SuggestedEntity& entity) {
    const graph::NamedEntity& named = entity.named;
    Json json = offer_json("entity", entity.tier, named.matched, entity.match);
    json["entity"] = entity_json(named.entity);
    json["matched"] = named.matched;
    json["match"] = to_string(named.match);
    add(entity.tier, 0, "entity " + named.entity.id, std::move(json));
    seen_.insert(search::typing_form(named.matched));
  }

  // A phrase that is an entity's name, and a title that is a phrase, say
  // nothing more.
  void add(Tier tier, int kind, std::string key, Json json) {
    if (!seen_.insert(key).second) return;
    offers_.push_back({tier, kind, std::move(key), std::move(json)});
  }

  // Phrases and titles keep a quarter each of what there is room for, if there
  // are so many.
  void leave_room() {
    const auto count = [&](int kind) {
      return static_cast<size_t>(
          std::ranges::count(offers_, kind, &Offer::kind));
    };
    const size_t phrases = std::min(count(1), limit_ / 4);
    const size_t titles = std::min(count(2), limit_ / 4);
    std::array<size_t, 3> room{limit_ - phrases - titles, 0, 0};
    room[0] = std::min(room[0], count(0));
    room[1] = std::min(count(1), limit_ - room[0] - titles);
    room[2] = std::min(count(2), limit_ - room[0] - room[1]);
    std::erase_if(offers_, [&](const Offer& offer) {
      size_t& left = room[static_cast<size_t>(offer.kind)];
      if (left == 0) return true;
      --left;
      return false;
    });
  }

  const generation::Generation* generation_;
  size_t limit_;
  std::set<std::string> seen_;
  std::vector<Offer> offers_;
};

// What each piece of a query may be: itself where that is known.
std::vector<std::string> readings(const QueryPiece& piece, bool is_last,
                                  const generation::Generation& generation) {
  constexpr size_t kReadings = 3;
  const auto& known = generation.suggestions();
  if (!piece.is_cjk && !is_last && known.count(piece.folded) > 0) {
    return {piece.folded};
  }
  const auto ending = is_last ? search::Ending::kOpen : search::Ending::kTyped;
  if (is_last && !piece.is_cjk) {
    const auto best = known.guess(piece.folded, ending);
    if (!best.empty() && best.front().mistakes == 0) return {piece.folded};
  }
  auto guesses = guess_piece(piece, ending, kReadings, generation);
  if (guesses.empty()) guesses.push_back(piece.folded);
  return guesses;
}

// What may have been meant, best first.
std::vector<std::string> correct_typed(
    std::string_view typed, const generation::Generation& generation) {
  std::vector<std::string> corrected{""};
  size_t end = 0;
  const auto pieces = find_pieces(typed);
  if (pieces.size() > kMaxPieces) return {};
  for (size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view gap = typed.substr(end, pieces[i].span.begin - end);
    const auto read = readings(pieces[i], i + 1 == pieces.size(), generation);
    std::vector<std::string> longer;
    for (const std::string& begun : corrected) {
      for (const auto& reading : read) {
        if (longer.size() == kMaxCorrected) break;
        longer.push_back(begun + std::string(gap) + reading);
      }
    }
    corrected = std::move(longer);
    end = pieces[i].span.end;
  }
  for (std::string& whole : corrected) whole += typed.substr(end);
  return corrected;
}

}  // namespace

Json suggest(const Parameters& parameters,
             const generation::Generation& generation) {
  const std::string typed =
      text::make_valid_utf8(parameters.one("q").value_or(""));
  const uint32_t limit =
      parameters.integer("limit", kSuggestions, {1, kMaxLimit});
  Offers offers(generation, limit);
  if (!typed.empty() && typed.size() <= kMaxTypedBytes) {
    offers.add_all(typed, false);
    if (offers.size() < kEnough) {
      for (const std::string& meant : correct_typed(typed, generation)) {
        if (meant != typed) offers.add_all(meant, true);
      }
    }
  }
  Json json = {{"suggestions", offers.take()}};
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
