#include "graph/entity_summary.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>

#include "text/error.h"
#include "text/fold.h"

namespace graph {
namespace {

// Names longer than this are found by their beginning alone.
constexpr size_t kMaxNameBytes = 200;
constexpr size_t kMaxWordStarts = 16;

template <typename Value>
using Votes = std::map<Value, uint32_t>;

template <typename Value>
Value most_voted(const Votes<Value>& votes) {
  const auto best = std::ranges::max_element(
      votes, {}, [](const auto& vote) { return vote.second; });
  return best->first;  // The first of equals is the smallest.
}

std::vector<std::string> choose_aliases(const Votes<std::string>& votes,
                                        const std::string& name) {
  std::vector<std::pair<int64_t, std::string>> ordered;
  for (const auto& [alias, count] : votes) {
    if (alias != name && !alias.empty()) {
      ordered.emplace_back(-int64_t{count}, alias);
    }
  }
  std::ranges::sort(ordered);
  if (ordered.size() > kMaxAliases) ordered.resize(kMaxAliases);
  std::vector<std::string> aliases;
  for (auto& [count, alias] : ordered) aliases.push_back(std::move(alias));
  std::ranges::sort(aliases);
  return aliases;
}

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_continuation(char c) {
  return (static_cast<uint8_t>(c) & 0xc0) == 0x80;
}

// Code points from U+2E80 on, where the scripts without spaces are: their
// UTF-8 begins with 0xE2 0xBA or more.
bool is_east_asian(std::string_view rest) {
  const auto lead = static_cast<uint8_t>(rest[0]);
  return lead > 0xe2 || (lead == 0xe2 && rest.size() > 1 &&
                         static_cast<uint8_t>(rest[1]) >= 0xba);
}

// Byte offsets of a folded name where a word after its first begins.
std::vector<size_t> word_starts(std::string_view folded) {
  std::vector<size_t> starts;
  for (size_t i = 1; i < folded.size() && starts.size() < kMaxWordStarts; ++i) {
    if (is_continuation(folded[i])) continue;
    const char before = folded[i - 1];
    const bool after_break =
        static_cast<uint8_t>(before) < 0x80 && !is_ascii_alphanumeric(before);
    const bool is_letter = static_cast<uint8_t>(folded[i]) >= 0x80 ||
                           is_ascii_alphanumeric(folded[i]);
    if ((after_break && is_letter) || is_east_asian(folded.substr(i))) {
      starts.push_back(i);
    }
  }
  return starts;
}

std::string fold_for_key(std::string_view name) {
  std::string folded = text::fold_name(name);
  if (folded.size() > kMaxNameBytes) {
    size_t end = kMaxNameBytes;
    while (is_continuation(folded[end])) --end;
    folded.resize(end);
  }
  return folded;
}

// True inside a character of several bytes (UTF-8).
bool continues_character(char byte) {
  return (static_cast<uint8_t>(byte) & 0xc0) == 0x80;
}

}  // namespace

text::Entity merge_descriptions(const std::vector<Description>& descriptions) {
  assert(!descriptions.empty());
  Votes<text::EntityType> types;
  Votes<std::string> names;
  Votes<std::string> aliases;
  const std::string& id = descriptions.front().entity.id;
  const bool all_second_hand =
      std::ranges::all_of(descriptions, &Description::second_hand);
  for (const Description& description : descriptions) {
    const text::Entity& entity = description.entity;
    if (entity.id != id) {
      throw text::StorageError("entity ids with the same key",
                               id + " and " + entity.id);
    }
    if (!description.second_hand || all_second_hand) {
      types[entity.type] += description.article_count;
      names[entity.name] += description.article_count;
    }
    aliases[entity.name] += description.article_count;
    for (const auto& alias : entity.aliases) {
      aliases[alias] += description.article_count;
    }
  }
  text::Entity merged{id, most_voted(types), most_voted(names), {}};
  merged.aliases = choose_aliases(aliases, merged.name);
  return merged;
}

std::vector<NameRow> list_names(const EntityRecord& record) {
  std::map<std::string, std::pair<NameMatch, std::string>> found;
  const auto offer = [&](std::string folded, NameMatch match,
                         const std::string& written) {
    if (!folded.empty()) found.try_emplace(std::move(folded), match, written);
  };
  const text::Entity& entity = record.entity;
  offer(fold_for_key(entity.name), NameMatch::kExact, entity.name);
  for (const std::string& alias : entity.aliases) {
    offer(fold_for_key(alias), NameMatch::kAlias, alias);
  }
  std::vector<std::string> written = entity.aliases;
  written.insert(written.begin(), entity.name);
  for (const std::string& name : written) {
    const std::string folded = fold_for_key(name);
    for (const size_t start : word_starts(folded)) {
      offer(folded.substr(start), NameMatch::kWord, name);
    }
  }
  const EntityId id = make_entity_key(entity.id);
  std::vector<NameRow> rows;
  for (auto& [folded, row] : found) {
    rows.push_back({{folded, row.first, record.story_count, id}, row.second});
  }
  return rows;
}

std::vector<NameKey> list_prefixes(const NameKey& name) {
  std::vector<NameKey> prefixes;
  const std::string_view folded = name.folded;
  for (size_t end = 1; end <= folded.size(); ++end) {
    if (end < folded.size() && continues_character(folded[end])) continue;
    NameKey prefix = name;
    prefix.folded = folded.substr(0, end);
    if (end < folded.size() && name.match != NameMatch::kWord) {
      prefix.match = NameMatch::kPrefix;
    }
    prefixes.push_back(std::move(prefix));
    if (prefixes.size() == kPrefixCharacters) break;
  }
  return prefixes;
}

size_t count_characters(std::string_view folded) {
  return static_cast<size_t>(
      std::ranges::count_if(folded, std::not_fn(continues_character)));
}

}  // namespace graph
