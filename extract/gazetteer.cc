#include "extract/gazetteer.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "extract/resource_files.h"
#include "text/error.h"

namespace extract {
namespace {

using Cells = std::vector<std::string_view>;

// Calls `visit` with each part of `text` between separators.
template <typename Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  size_t begin = 0;
  for (;;) {
    const size_t end = text.find(separator, begin);
    visit(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return;
    begin = end + 1;
  }
}

Cells split(std::string_view line, char separator) {
  Cells parts;
  for_each_part(line, separator,
                [&](std::string_view part) { parts.push_back(part); });
  return parts;
}

// `a=x,y` is `a=x` and `a=y`; a comma inside words (`title=Minister, Trade`)
// separates nothing.
std::vector<std::pair<std::string, std::string>> parse_facts(
    std::string_view cell) {
  std::vector<std::pair<std::string, std::string>> facts;
  for_each_part(cell, ';', [&](std::string_view fact) {
    const size_t equals = fact.find('=');
    if (equals == std::string_view::npos) return;
    const std::string_view key = fact.substr(0, equals);
    const std::string_view value = fact.substr(equals + 1);
    if (value.find(':') == std::string_view::npos) {
      facts.emplace_back(key, value);
      return;
    }
    for_each_part(value, ',',
                  [&](std::string_view one) { facts.emplace_back(key, one); });
  });
  return facts;
}

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in || in.bad()) {
    throw text::InputError(file.string() + ": can't be read");
  }
  return bytes;
}

// About as many rows as files of their size have.
size_t guess_rows(const std::vector<std::filesystem::path>& files) {
  constexpr uintmax_t kBytesPerRow = 100;
  uintmax_t bytes = 0;
  for (const auto& file : files) {
    std::error_code unreadable;  // read() says so
    const uintmax_t size = std::filesystem::file_size(file, unreadable);
    if (!unreadable) bytes += size;
  }
  return bytes / kBytesPerRow;
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
  const auto files = resource_files(folder, ".tsv");
  const size_t rows = guess_rows(files);
  entities_.reserve(rows);
  by_id_.reserve(rows);
  for (const auto& file : files) read(file);
}

const KnownEntity* Gazetteer::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &entities_[found->second];
}

void Gazetteer::read(const std::filesystem::path& file) {
  const std::string bytes = read_whole(file);
  Cells columns;
  int number = 0;
  for (std::string_view line : split(bytes, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    Cells cells = split(line, '\t');
    if (columns.empty()) {
      columns = std::move(cells);
      continue;
    }
    try {
      if (cells.size() > columns.size()) {
        throw text::InputError("more cells than columns");
      }
      add_row({columns, std::move(cells)});
    } catch (const text::InputError& error) {
      throw text::InputError(at_line(file, number) + error.what());
    }
  }
}

std::string_view Gazetteer::Row::cell(std::string_view column) const {
  const auto at = std::ranges::find(columns, column) - columns.begin();
  const auto i = static_cast<size_t>(at);
  return i < cells.size() ? cells[i] : std::string_view();
}

void Gazetteer::add_row(const Row& row) {
  const std::string_view phrase = row.cell("phrase");
  if (phrase.empty()) {
    add_entity(row);
    return;
  }
  const size_t marks = phrase.find_first_not_of("=?");
  offices_.push_back(
      {std::string(phrase.substr(std::min(marks, phrase.size()))),
       std::string(row.cell("relation")), std::string(row.cell("target"))});
}

void Gazetteer::add_entity(const Row& row) {
  const std::string id(row.cell("id"));
  const std::string name(row.cell("name"));
  const auto type = text::type_of_entity_id(id);
  if (!type) throw text::InputError("`" + id + "` is no entity id");
  if (name.empty()) throw text::InputError(id + " has no name");
  if (!by_id_.emplace(id, entities_.size()).second) {
    throw text::InputError(id + " occurs twice");
  }
  const size_t index = entities_.size();
  entities_.push_back({{id, *type, name, {}}, parse_facts(row.cell("facts"))});
  // A name that is an alias too has that alias's marks.
  bool marked = false;
  for (const char* column : {"en", "zh", "ko", "ja"}) {
    for_each_part(row.cell(column), '|', [&](std::string_view alias) {
      add_alias(index, alias);
      marked |= (alias.starts_with('=') || alias.starts_with('?')) &&
                alias.ends_with(name) && alias.size() <= name.size() + 2;
    });
  }
  if (!marked) aliases_.push_back({index, name, false, false});
}

void Gazetteer::add_alias(size_t entity, std::string_view marked) {
  const size_t size = std::min(marked.find_first_not_of("=?"), marked.size());
  const std::string_view marks = marked.substr(0, size);
  const std::string_view name = marked.substr(size);
  if (name.empty()) return;
  entities_[entity].entity.aliases.emplace_back(name);
  aliases_.push_back({entity, std::string(name),
                      marks.find('=') != std::string_view::npos,
                      marks.find('?') != std::string_view::npos});
}

}  // namespace extract
