#include "extract/full_names.h"

#include <algorithm>
#include <string>

namespace extract {
namespace {

using models::NameClass;
using text::EntityType;

// A name that could be short for more is short for none.
constexpr size_t kMostCandidates = 8;
// Less sure single words may be short for a name of another class.
constexpr float kSureOfClass = 0.75F;
constexpr float kSureOfPlace = 0.6F;

std::optional<NameClass> class_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return NameClass::kPerson;
    case EntityType::kCompany:
    case EntityType::kGovernment:
    case EntityType::kOrganization:
      return NameClass::kOrganization;
    case EntityType::kPlace:
    case EntityType::kFacility:
      return NameClass::kLocation;
    case EntityType::kCommodity:
    case EntityType::kAgreement:
    case EntityType::kProduct:
      break;
  }
  return std::nullopt;
}

bool is_initial(const std::string& word) { return word.size() == 1; }

// `George W Bush` and `George Bush`, not `George H Bush`.
bool middles_agree(const Words& a, const Words& b) {
  const size_t middles_a = a.size() - 2;
  const size_t middles_b = b.size() - 2;
  if (middles_a == 0 || middles_b == 0) return true;
  for (size_t i = 1; i <= std::min(middles_a, middles_b); ++i) {
    const bool same = is_initial(a[i]) || is_initial(b[i]) ? a[i][0] == b[i][0]
                                                           : a[i] == b[i];
    if (!same) return false;
  }
  return true;
}

}  // namespace

FullNames::FullNames(const Knowledge& knowledge, const Reading& reading)
    : knowledge_(knowledge), reading_(reading) {
  for (const Found& found : reading.found) {
    if (!found.office && !found.nominal) take_in(found);
  }
}

void FullNames::take_in(const Found& found) {
  const auto name_class = class_of(found.type());
  if (!name_class) return;
  TaggedName name;
  name.passage = found.passage;
  name.first = found.first;
  name.last = found.last;
  name.name_class = *name_class;
  name.confidence = found.confidence;
  add(name);
  Cluster& cluster = clusters_[index_.at(key_of(name))];
  if (cluster.known == nullptr) cluster.known = &found.entity();
}

FullNames::Key FullNames::key_of(const TaggedName& name) const {
  Words words = canonical_words(knowledge_, reading_.passages[name.passage],
                                name.first, name.last);
  const auto& symbols = knowledge_.lexicon().symbols();
  const auto is_suffix = [&](const std::string& word) {
    Token token;
    token.symbol = symbols.find(word);
    return knowledge_.in(knowledge_.grammar().name_suffix, token);
  };
  if (name.name_class == NameClass::kPerson) {
    while (words.size() > 2 && is_suffix(words.back())) words.pop_back();
  }
  return {name.name_class, std::move(words)};
}

bool FullNames::is_upper(size_t passage, size_t first, size_t last) const {
  const auto& tokens = reading_.passages[passage].tokens;
  for (size_t i = first; i < last; ++i) {
    if (!tokens[i].upper) return false;
  }
  return true;
}

size_t FullNames::cluster_of(const Key& key) {
  const auto [found, created] = index_.try_emplace(key, clusters_.size());
  if (created) {
    clusters_.emplace_back();
    clusters_.back().name_class = key.first;
    clusters_.back().words = key.second;
    clusters_.back().upper = true;
  }
  return found->second;
}

void FullNames::add(const TaggedName& name) {
  const size_t index = cluster_of(key_of(name));
  Cluster& cluster = clusters_[index];
  const Place place{name.passage, name.first};
  cluster.places.push_back(place);
  cluster.upper =
      cluster.upper && is_upper(name.passage, name.first, name.last);
  cluster.common = cluster.common || name.common;
  cluster.confidence = std::max(cluster.confidence, name.confidence);
  ends_[place] = {name.last, index};
}

void FullNames::link() {
  for (Cluster& cluster : clusters_) std::ranges::sort(cluster.places);
  link_variants();
  link_people();
  link_bracketed();
  link_acronyms();
  link_bodies();
}

// Of people called alike but for middle names the longest name is the full
// one; `G Bush` is George Bush if nobody else is.
void FullNames::link_variants() {
  std::map<std::pair<std::string, std::string>, std::vector<size_t>> people;
  for (size_t i = 0; i < clusters_.size(); ++i) {
    const Words& words = clusters_[i].words;
    if (clusters_[i].name_class != NameClass::kPerson || words.size() < 2) {
      continue;
    }
    people[{words.front(), words.back()}].push_back(i);
  }
  const auto longest = [&](const std::vector<size_t>& group) {
    return *std::ranges::max_element(
        group, {}, [&](size_t i) { return clusters_[i].words.size(); });
  };
  std::map<std::pair<std::string, std::string>, std::vector<size_t>> initials;
  for (const auto& [ends, group] : people) {
    const size_t full = longest(group);
    for (const size_t i : group) {
      if (i != full &&
          middles_agree(clusters_[i].words, clusters_[full].words)) {
        clusters_[i].full = {full};
      }
    }
    if (!is_initial(ends.first)) {
      initials[{ends.first.substr(0, 1), ends.second}].push_back(full);
    }
  }
  for (const auto& [ends, full] : initials) {
    const auto short_form = people.find(ends);
    if (short_form == people.end() || full.size() != 1) continue;
    for (const size_t i : short_form->second) clusters_[i].full = full;
  }
}

void FullNames::link_people() {
  std::map<std::string, std::vector<size_t>> by_surname;
  std::map<std::string, std::vector<size_t>> by_given_name;
  for (size_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    if (cluster.name_class != NameClass::kPerson || cluster.words.size() < 2 ||
        !cluster.full.empty()) {
      continue;
    }
    by_surname[cluster.words.back()].push_back(i);
    by_given_name[cluster.words.front()].push_back(i);
  }
  for (Cluster& cluster : clusters_) {
    const bool person = cluster.name_class == NameClass::kPerson ||
                        cluster.confidence < kSureOfClass;
    if (cluster.words.size() != 1 || !person || cluster.known != nullptr) {
      continue;
    }
    const std::string& word = cluster.words.front();
    if (const auto same = by_surname.find(word); same != by_surname.end()) {
      cluster.full = same->second;
    } else if (const auto given = by_given_name.find(word);
               given != by_given_name.end() && given->second.size() == 1) {
      cluster.full = given->second;
    }
  }
}

// `World Health Organization (WHO)`, `WHO (World Health Organization)`.
void FullNames::link_bracketed() {
  for (const auto& [place, named] : ends_) {
    const auto [end, index] = named;
    const auto& tokens = reading_.passages[place.first].tokens;
    if (end >= tokens.size() || tokens[end].folded != "(") continue;
    const auto inner = ends_.find({place.first, end + 1});
    if (inner == ends_.end()) continue;
    const auto [close, other] = inner->second;
    if (close >= tokens.size() || tokens[close].folded != ")") continue;
    const bool inner_short =
        clusters_[other].upper && clusters_[other].words.size() == 1;
    const size_t brief = inner_short ? other : index;
    const size_t full = inner_short ? index : other;
    const Cluster& long_name = clusters_[full];
    Cluster& acronym = clusters_[brief];
    const bool same_class = acronym.name_class == long_name.name_class ||
                            acronym.confidence < kSureOfClass;
    const bool fits = acronym.upper && acronym.words.size() == 1 &&
                      long_name.words.size() > 1 && same_class &&
                      std::ranges::any_of(long_name.words, [&](const auto& w) {
                        return w[0] == acronym.words[0][0];
                      });
    if (fits && acronym.known == nullptr) acronym.full = {full};
  }
}

void FullNames::link_acronyms() {
  std::map<std::string, std::vector<size_t>> by_initials;
  for (size_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    if (cluster.name_class != NameClass::kOrganization ||
        cluster.words.size() < 2) {
      continue;
    }
    std::string strong;
    std::string all;
    for (const std::string& word : cluster.words) {
      Token token;
      token.symbol = knowledge_.lexicon().symbols().find(word);
      all += word[0];
      if (!knowledge_.in(knowledge_.grammar().name_link, token)) {
        strong += word[0];
      }
    }
    by_initials[strong].push_back(i);
    if (all != strong) by_initials[all].push_back(i);
  }
  for (Cluster& cluster : clusters_) {
    if (!cluster.upper || cluster.words.size() != 1 || !cluster.full.empty() ||
        cluster.known != nullptr || cluster.words[0].size() < 3) {
      continue;
    }
    const auto full = by_initials.find(cluster.words[0]);
    if (full != by_initials.end() && full->second.size() == 1) {
      cluster.full = full->second;
    }
  }
}

// `Barrick` and `Barrick Gold`: what is left out are nouns that companies
// share, or all but a first word that is nobody else's.
void FullNames::link_bodies() {
  const Grammar& grammar = knowledge_.grammar();
  std::map<Words, std::vector<size_t>> by_stem;
  for (size_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    if (cluster.name_class != NameClass::kOrganization) continue;
    Words stem = cluster.words;
    const auto drops = [&](const std::string& word) {
      Token token;
      token.symbol = knowledge_.lexicon().symbols().find(word);
      return knowledge_.in(grammar.company_noun, token) ||
             knowledge_.in(grammar.name_company, token);
    };
    while (stem.size() > 1 && drops(stem.back())) {
      stem.pop_back();
      by_stem[stem].push_back(i);
    }
    if (stem.size() > 1) by_stem[{stem.front()}].push_back(i);
  }
  for (size_t i = 0; i < clusters_.size(); ++i) {
    Cluster& cluster = clusters_[i];
    const bool place = cluster.name_class == NameClass::kLocation;
    const bool body =
        cluster.name_class == NameClass::kOrganization ||
        cluster.confidence < (place ? kSureOfPlace : kSureOfClass);
    if (!body || cluster.known != nullptr || !cluster.full.empty()) continue;
    const auto full = by_stem.find(cluster.words);
    if (full == by_stem.end() || full->second.size() != 1 ||
        !may_stand_alone(cluster.words, cluster)) {
      continue;
    }
    cluster.full = full->second;
  }
}

bool FullNames::may_stand_alone(const Words& words,
                                const Cluster& cluster) const {
  if (words.size() > 1) return true;
  const Grammar& grammar = knowledge_.grammar();
  const auto& [passage, at] = cluster.places.front();
  const Token& word = reading_.passages[passage].tokens[at];
  return words[0].size() >= 3 && !cluster.common &&
         !knowledge_.in(grammar.not_short, word) &&
         !knowledge_.in(grammar.generic, word) &&
         knowledge_.names().exactly({{word.symbol}}).empty();
}

std::optional<size_t> FullNames::latest_before(
    const std::vector<size_t>& candidates, Place place) const {
  if (candidates.size() == 1) return candidates.front();
  if (candidates.size() > kMostCandidates) return std::nullopt;
  std::optional<size_t> latest;
  Place latest_place;
  for (const size_t candidate : candidates) {
    const auto& places = clusters_[candidate].places;
    const auto after = std::ranges::lower_bound(places, place);
    if (after == places.begin()) continue;
    const Place before = *(after - 1);
    if (before.first != place.first) continue;
    if (!latest || latest_place < before) {
      latest = candidate;
      latest_place = before;
    }
  }
  return latest;
}

std::optional<size_t> FullNames::owner_of(const TaggedName& name) const {
  size_t cluster = index_.at(key_of(name));
  // A short form may be of a variant, which is of a full name.
  for (int step = 0; step < 3 && !clusters_[cluster].full.empty(); ++step) {
    const auto full =
        latest_before(clusters_[cluster].full, {name.passage, name.first});
    if (!full) return std::nullopt;
    cluster = *full;
  }
  return cluster;
}

}  // namespace extract
