#include "graph/identity_candidates.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace graph {
namespace {

constexpr size_t kEntities = 3000;
constexpr size_t kPairs = 400;  // that neighbours are compared for
// Entities of one name: the most reported are compared with each other, the
// rest with the first.
constexpr size_t kGroup = 8;
constexpr uint32_t kNeighbours = 12;  // of each entity
constexpr size_t kOtherScripts = 60;  // entities with names in other scripts
constexpr size_t kPeople = 60;        // that are looked at for splitting
constexpr size_t kSharedShown = 5;
constexpr size_t kLeastSpelling = 7;  // characters of names one letter apart
constexpr size_t kLeastShared = 3;    // neighbours across scripts
constexpr size_t kLeastGroup = 3;

// What a reason alone is worth; shared neighbours add to it.
double weight(MergeReason reason) {
  constexpr std::array kWeights = {0.7, 0.3, 0.45, 0.35, 0.1};
  return kWeights.at(static_cast<size_t>(reason));
}

// What one may be taken for the other.
bool are_compatible(text::EntityType one, text::EntityType other) {
  using enum text::EntityType;
  if (one == other) return true;
  const auto is_body = [](text::EntityType type) {
    return type == kCompany || type == kOrganization || type == kGovernment;
  };
  const auto is_thing = [](text::EntityType type) {
    return type == kCommodity || type == kProduct;
  };
  return (is_body(one) && is_body(other)) || (is_thing(one) && is_thing(other));
}

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words(1);
  for (const char c : folded) {
    if (c != ' ' && c != '-') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string initials_of(const std::string& folded) {
  std::string initials;
  for (const std::string& word : words_of(folded)) initials += word.front();
  return initials;
}

bool has_other_script(const std::string& name) {
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::code_point_at(name, at);
    if (text::is_letter(point.value) &&
        text::script_of(point.value) != text::Script::kLatin) {
      return true;
    }
    at += point.size;
  }
  return false;
}

// `name` and each form of it that lacks one character: two names are one letter
// apart only if they share one of these.
std::vector<std::string> deletions(const std::string& name) {
  std::vector<std::string> forms = {name};
  for (size_t at = 0; at < name.size();) {
    const size_t size = text::code_point_at(name, at).size;
    forms.push_back(name.substr(0, at) + name.substr(at + size));
    at += size;
  }
  return forms;
}

bool has_digit(const std::string& name) {
  return std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

std::span<const size_t> first_of(const std::vector<size_t>& places) {
  return std::span(places).first(std::min(places.size(), kGroup));
}

std::vector<std::pair<size_t, size_t>> pairs_of(
    const std::vector<size_t>& places) {
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 1; i < places.size(); ++i) {
    const size_t end = i < kGroup ? i : 1;
    for (size_t j = 0; j < end; ++j) pairs.emplace_back(places[j], places[i]);
  }
  return pairs;
}

struct Known {
  EntitySummary summary;
  std::string folded;
  std::vector<std::string> names;  // folded, its own first
};

struct Pair {
  size_t one = 0;    // less reported
  size_t other = 0;  // more reported
  MergeReason reason{};
  std::string detail;
};

class CandidateSearch {
 public:
  explicit CandidateSearch(const GraphReader& graph) : graph_(graph) {
    for (EntitySummary& summary : graph.entities(std::nullopt, 0, kEntities)) {
      Known known;
      known.folded = text::fold_name(summary.name);
      known.names.push_back(known.folded);
      const auto detail = graph.entity(summary.id).value();
      for (const auto& alias : detail.aliases) {
        known.names.push_back(text::fold_name(alias));
      }
      known.summary = std::move(summary);
      places_[known.summary.id] = known_.size();
      known_.push_back(std::move(known));
    }
  }

  IdentityCandidates find(size_t limit) {
    find_same_names();
    find_longer_names();
    find_spellings();
    find_other_scripts();
    IdentityCandidates found;
    found.entities_read = static_cast<uint32_t>(known_.size());
    found.merges = weigh_merges();
    if (found.merges.size() > limit) found.merges.resize(limit);
    found.splits = find_splits();
    if (found.splits.size() > limit) found.splits.resize(limit);
    return found;
  }

 private:
  // By folded name: whose it is. Initials are looked up among names.
  void find_same_names() {
    std::map<std::string, std::vector<size_t>> by_name;
    for (size_t i = 0; i < known_.size(); ++i) {
      std::set<std::string> names(known_[i].names.begin(),
                                  known_[i].names.end());
      for (const std::string& name : names) {
        if (!name.empty()) by_name[name].push_back(i);
      }
    }
    for (const auto& [name, places] : by_name) {
      for (const auto& [one, other] : pairs_of(places)) {
        add(one, other, MergeReason::kSameName, name);
      }
    }
    for (size_t i = 0; i < known_.size(); ++i) {
      const std::string initials = initials_of(known_[i].folded);
      if (initials.size() < 3) continue;
      const auto found = by_name.find(initials);
      if (found == by_name.end()) continue;
      for (const size_t place : found->second) {
        add(i, place, MergeReason::kInitials,
            initials + ": " + known_[i].summary.name);
      }
    }
  }

  // `korea zinc` and `korea zinc company limited`.
  void find_longer_names() {
    std::map<std::string, std::vector<size_t>> by_name;
    for (size_t i = 0; i < known_.size(); ++i) {
      by_name[known_[i].folded].push_back(i);
    }
    for (const auto& [name, places] : by_name) {
      const auto words = words_of(name);
      std::string begin;
      for (size_t i = 0; i + 1 < words.size(); ++i) {
        begin += (i > 0 ? " " : "") + words[i];
        if (i == 0) continue;  // one word begins many names
        const auto found = by_name.find(begin);
        if (found == by_name.end()) continue;
        for (const size_t place : first_of(places)) {
          for (const size_t other : first_of(found->second)) {
            add(place, other, MergeReason::kLongerName, begin + " / " + name);
          }
        }
      }
    }
  }

  void find_spellings() {
    std::map<std::string, std::vector<size_t>> by_form;
    for (size_t i = 0; i < known_.size(); ++i) {
      const std::string& name = known_[i].folded;
      if (text::count_code_points(name) < kLeastSpelling) continue;
      if (has_digit(name)) continue;  // another number is another thing
      for (const std::string& form : deletions(name)) {
        by_form[form].push_back(i);
      }
    }
    for (const auto& [form, places] : by_form) {
      for (const auto& [one, other] : pairs_of(places)) {
        if (known_[one].folded == known_[other].folded) continue;
        add(one, other, MergeReason::kSpelling,
            known_[one].folded + " / " + known_[other].folded);
      }
    }
  }

  // Who stands beside the neighbours of a name in another script, more than
  // once, under a Latin name.
  void find_other_scripts() {
    size_t looked = 0;
    for (size_t i = 0; i < known_.size() && looked < kOtherScripts; ++i) {
      if (!has_other_script(known_[i].summary.name)) continue;
      ++looked;
      std::map<size_t, size_t> shared;
      for (const EntitySummary& neighbour : neighbours(known_[i].summary.id)) {
        for (const EntitySummary& near : neighbours(neighbour.id)) {
          const auto place = places_.find(near.id);
          if (place != places_.end()) ++shared[place->second];
        }
      }
      for (const auto& [place, count] : shared) {
        if (count < kLeastShared || place == i) continue;
        if (has_other_script(known_[place].summary.name)) continue;
        add(i, place, MergeReason::kOtherScript,
            known_[i].summary.name + " / " + known_[place].summary.name);
      }
    }
  }

  void add(size_t one, size_t other, MergeReason reason, std::string detail) {
    if (one == other) return;
    const EntitySummary* less = &known_[one].summary;
    const EntitySummary* more = &known_[other].summary;
    if (!are_compatible(less->type, more->type)) return;
    if (graph_.are_different(less->id, more->id)) return;
    if (std::tuple(less->story_count, more->id) >
        std::tuple(more->story_count, less->id)) {
      std::swap(one, other);
    }
    const auto [known, is_new] = pairs_.try_emplace(
        std::pair(one, other), Pair{one, other, reason, std::move(detail)});
    if (!is_new && weight(reason) > weight(known->second.reason)) {
      known->second.reason = reason;
      known->second.detail = std::move(detail);
    }
  }

  std::vector<MergeCandidate> weigh_merges() {
    std::vector<Pair> pairs;
    for (auto& [places, pair] : pairs_) pairs.push_back(std::move(pair));
    std::ranges::stable_sort(pairs, [&](const Pair& a, const Pair& b) {
      return weight(a.reason) > weight(b.reason);
    });
    if (pairs.size() > kPairs) pairs.resize(kPairs);
    std::vector<MergeCandidate> merges;
    for (Pair& pair : pairs) {
      if (auto merge = weigh(std::move(pair))) {
        merges.push_back(*std::move(merge));
      }
    }
    std::ranges::stable_sort(merges, std::greater(), &MergeCandidate::score);
    return merges;
  }

  std::optional<MergeCandidate> weigh(Pair pair) {
    MergeCandidate merge{known_[pair.one].summary,
                         known_[pair.other].summary,
                         0,
                         pair.reason,
                         std::move(pair.detail),
                         {}};
    const auto& near = neighbours(merge.entity.id);
    std::set<std::string> ids;
    for (const EntitySummary& one : neighbours(merge.other.id)) {
      ids.insert(one.id);
    }
    size_t shared = 0;
    for (const EntitySummary& one : near) {
      if (!ids.contains(one.id)) continue;
      if (++shared <= kSharedShown) merge.shared.push_back(one);
    }
    if (pair.reason == MergeReason::kOtherScript && shared < kLeastShared) {
      return std::nullopt;
    }
    const double least = static_cast<double>(
        std::max<size_t>(1, std::min(near.size(), ids.size())));
    merge.score = 1 - (1 - weight(pair.reason)) *
                          (1 - 0.7 * static_cast<double>(shared) / least);
    return merge;
  }

  // A person's neighbours, tied where one is a neighbour of the other.
  std::vector<SplitCandidate> find_splits() {
    std::vector<SplitCandidate> splits;
    size_t looked = 0;
    for (const Known& known : known_) {
      if (looked == kPeople) break;
      if (known.summary.type != text::EntityType::kPerson) continue;
      ++looked;
      if (auto split = split_of(known.summary)) {
        splits.push_back(*std::move(split));
      }
    }
    std::ranges::stable_sort(splits, std::greater(), &SplitCandidate::score);
    return splits;
  }

  std::optional<SplitCandidate> split_of(const EntitySummary& person) {
    const std::vector<EntitySummary> near = neighbours(person.id);
    std::vector<size_t> group(near.size());
    for (size_t i = 0; i < near.size(); ++i) group[i] = i;
    for (size_t i = 0; i < near.size(); ++i) {
      for (const EntitySummary& other : neighbours(near[i].id)) {
        const auto at = std::ranges::find(near, other.id, &EntitySummary::id);
        if (at == near.end()) continue;
        const size_t from = group[static_cast<size_t>(at - near.begin())];
        std::ranges::replace(group, from, group[i]);
      }
    }
    std::map<size_t, std::vector<EntitySummary>> groups;
    for (size_t i = 0; i < near.size(); ++i) {
      groups[group[i]].push_back(near[i]);
    }
    SplitCandidate split;
    split.entity = person;
    for (auto& [first, members] : groups) {
      if (members.size() >= kLeastGroup) {
        split.groups.push_back(std::move(members));
      }
    }
    if (split.groups.size() < 2) return std::nullopt;
    std::ranges::stable_sort(split.groups, std::greater(),
                             &std::vector<EntitySummary>::size);
    split.score = 2.0 * static_cast<double>(split.groups[1].size()) /
                  static_cast<double>(near.size());
    return split;
  }

  const std::vector<EntitySummary>& neighbours(const std::string& id) {
    const auto [known, is_new] = neighbours_.try_emplace(id);
    if (is_new) {
      for (Related& related :
           graph_.related({.entity = id, .limit = kNeighbours}).related) {
        known->second.push_back(std::move(related.entity));
      }
    }
    return known->second;
  }

  const GraphReader& graph_;
  std::vector<Known> known_;  // most reported first
  std::map<std::string, size_t> places_;
  std::map<std::pair<size_t, size_t>, Pair> pairs_;
  std::map<std::string, std::vector<EntitySummary>> neighbours_;
};

}  // namespace

std::string_view to_string(MergeReason reason) {
  constexpr std::array<std::string_view, 5> kNames = {
      "same_name", "initials", "spelling", "longer_name", "other_script"};
  return kNames.at(static_cast<size_t>(reason));
}

IdentityCandidates find_candidates(const GraphReader& graph, size_t limit) {
  return CandidateSearch(graph).find(limit);
}

}  // namespace graph
