// The full names of an article and the short forms that stand for them:
// `Lutnick` for Howard Lutnick, `Barrick` for Barrick Gold, `WHO` for the
// World Health Organization.

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "extract/canonical_name.h"
#include "extract/reading.h"
#include "extract/tagged_names.h"

namespace extract {

// Equal names of one class are one cluster, named by its index.
class FullNames {
 public:
  // Takes in what `reading.found` names. Borrows both; `reading` must not
  // change while this is used.
  FullNames(const Knowledge& knowledge, const Reading& reading);

  void add(const TaggedName& name);
  // Tells which clusters are short forms of which, once all are added.
  void link();

  // The cluster of the full name that an added name stands for, its own if it
  // is no short form; nothing where it could stand for several.
  std::optional<size_t> owner_of(const TaggedName& name) const;

  // The entity that the gazetteer or a pattern has told; null if none.
  const KnownEntity* known(size_t cluster) const {
    return clusters_[cluster].known;
  }
  const Words& words(size_t cluster) const { return clusters_[cluster].words; }

 private:
  using Place = std::pair<size_t, size_t>;  // passage, token
  using Key = std::pair<models::NameClass, Words>;

  struct Cluster {
    Words words;
    models::NameClass name_class{};
    const KnownEntity* known = nullptr;
    std::vector<Place> places;
    bool upper = false;    // all in capitals, wherever it stands
    bool common = false;   // its words are common words
    float confidence = 0;  // the highest of its mentions
    // What it can be short for; the cluster itself is not among them.
    std::vector<size_t> full;
  };

  size_t cluster_of(const Key& key);
  Key key_of(const TaggedName& name) const;
  void take_in(const Found& found);
  bool is_upper(size_t passage, size_t first, size_t last) const;

  void link_variants();
  void link_people();
  void link_bodies();
  void link_acronyms();
  void link_bracketed();
  bool may_stand_alone(const Words& words, const Cluster& cluster) const;
  std::optional<size_t> latest_before(const std::vector<size_t>& candidates,
                                      Place place) const;

  const Knowledge& knowledge_;
  const Reading& reading_;
  std::map<Key, size_t> index_;
  std::vector<Cluster> clusters_;
  std::map<Place, std::pair<size_t, size_t>> ends_;  // begin -> end, cluster
};

}  // namespace extract
