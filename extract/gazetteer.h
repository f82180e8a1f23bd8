// The gazetteer: the names that are known before any text is read
// (corpora/gazetteer/README.md).

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/entity.h"

namespace extract {

struct KnownEntity {
  text::Entity entity;
  // `country`, `operator`, `leads`, ...: used to resolve names, never told as
  // relations. A key may occur several times.
  std::vector<std::pair<std::string, std::string>> facts;

  bool has_fact(std::string_view key, std::string_view value) const;
  std::string_view fact(std::string_view key) const;  // the first, or empty
};

struct Alias {
  size_t entity = 0;  // index into Gazetteer::entities()
  std::string name;
  bool case_sensitive = false;
  bool weak = false;  // counts only where something else names the entity
};

// An office and the organisation that its holder leads.
struct Office {
  std::string phrase;
  std::string relation;
  std::string target;  // entity id
};

class Gazetteer {
 public:
  Gazetteer() = default;

  // Reads every *.tsv of `folder`, in the order of their names. Throws
  // InputError naming file and line.
  explicit Gazetteer(const std::filesystem::path& folder);

  const std::vector<KnownEntity>& entities() const { return entities_; }
  const std::vector<Alias>& aliases() const { return aliases_; }
  const std::vector<Office>& offices() const { return offices_; }

  // Null if there is none of this id.
  const KnownEntity* find(std::string_view id) const;

 private:
  struct Row {
    const std::vector<std::string_view>& columns;
    std::vector<std::string_view> cells;

    std::string_view cell(std::string_view column) const;  // empty if absent
  };

  void read(const std::filesystem::path& file);
  void add_row(const Row& row);
  void add_entity(const Row& row);
  void add_alias(size_t entity, std::string_view marked);

  std::vector<KnownEntity> entities_;
  std::vector<Alias> aliases_;
  std::vector<Office> offices_;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const {
      return std::hash<std::string_view>()(s);
    }
  };
  std::unordered_map<std::string, size_t, Hash, std::equal_to<>> by_id_;
};

}  // namespace extract
