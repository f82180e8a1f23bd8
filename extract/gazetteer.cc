#include "extract/gazetteer.h"

#include <algorithm>
#include <fstream>

#include "extract/resource_files.h"
#include "text/error.h"

namespace extract {
namespace {

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (;;) {
    const size_t end = line.find(separator, begin);
    parts.emplace_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::vector<std::pair<std::string, std::string>> parse_facts(
    std::string_view cell) {
  std::vector<std::pair<std::string, std::string>> facts;
  for (const std::string& fact : split(cell, ';')) {
    const size_t equals = fact.find('=');
    if (equals == std::string::npos) continue;
    facts.emplace_back(fact.substr(0, equals), fact.substr(equals + 1));
  }
  return facts;
}

}  // namespace

bool KnownEntity::has_fact(std::string_view key, std::string_view value) const {
  return std::ranges::any_of(facts, [&](const auto& fact) {
    return fact.first == key && fact.second == value;
  });
}

std::string_view KnownEntity::fact(std::string_view key) const {
  for (const auto& [name, value] : facts) {
    if (name == key) return value;
  }
  return {};
}

Gazetteer::Gazetteer(const std::filesystem::path& folder) {
  for (const auto& file : resource_files(folder, ".tsv")) read(file);
}

const KnownEntity* Gazetteer::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &entities_[found->second];
}

void Gazetteer::read(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::vector<std::string> columns;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    if (cells.size() > columns.size()) {
      throw text::InputError(at_line(file, number) + "more cells than columns");
    }
    std::map<std::string, std::string> row;
    for (size_t i = 0; i < cells.size(); ++i) row[columns[i]] = cells[i];
    try {
      if (row.contains("phrase")) {
        const size_t marks = row["phrase"].find_first_not_of("=?");
        offices_.push_back(
            {row["phrase"].substr(std::min(marks, row["phrase"].size())),
             row["relation"], row["target"]});
      } else {
        add_entity(row);
      }
    } catch (const text::InputError& error) {
      throw text::InputError(at_line(file, number) + error.what());
    }
  }
  if (in.bad()) throw text::InputError(file.string() + ": can't be read");
}

void Gazetteer::add_entity(const std::map<std::string, std::string>& row) {
  const auto cell = [&](const char* column) {
    const auto found = row.find(column);
    return found == row.end() ? std::string() : found->second;
  };
  const std::string id = cell("id");
  const auto type = text::type_of_entity_id(id);
  if (!type) throw text::InputError("`" + id + "` is no entity id");
  if (cell("name").empty()) throw text::InputError(id + " has no name");
  if (!by_id_.emplace(id, entities_.size()).second) {
    throw text::InputError(id + " occurs twice");
  }
  const size_t index = entities_.size();
  entities_.push_back(
      {{id, *type, cell("name"), {}}, parse_facts(cell("facts"))});
  // A name that is an alias too has that alias's marks.
  bool marked = false;
  for (const char* column : {"en", "zh", "ko", "ja"}) {
    const std::string names = cell(column);
    add_aliases(index, names);
    for (const std::string& name : split(names, '|')) {
      marked |= !name.empty() && (name[0] == '=' || name[0] == '?') &&
                name.ends_with(cell("name")) &&
                name.size() <= cell("name").size() + 2;
    }
  }
  if (!marked) aliases_.push_back({index, cell("name"), false, false});
}

void Gazetteer::add_aliases(size_t entity, std::string_view cell) {
  for (std::string& name : split(cell, '|')) {
    Alias alias{entity, {}, false, false};
    size_t prefix = 0;
    for (; prefix < name.size(); ++prefix) {
      if (name[prefix] == '=')
        alias.case_sensitive = true;
      else if (name[prefix] == '?')
        alias.weak = true;
      else
        break;
    }
    alias.name = name.substr(prefix);
    if (alias.name.empty()) continue;
    entities_[entity].entity.aliases.push_back(alias.name);
    aliases_.push_back(std::move(alias));
  }
}

}  // namespace extract
