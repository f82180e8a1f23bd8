#include "search/query_builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "search/entity_query.h"
#include "search/expanded_query.h"
#include "search/filter_query.h"
#include "search/query_part.h"
#include "search/query_suffix.h"
#include "search/schema.h"
#include "search/text_query.h"
#include "text/analysis.h"
#include "text/article.h"
#include "text/characters.h"
#include "text/entity.h"
#include "text/utf8.h"

namespace search {

namespace {

using Xapian::Query;

bool looks_for_text(const QueryNode& node) {
  return node.field == Field::kAnywhere || node.field == Field::kTitle;
}

// `WHO`, `IT`: two capitals or more and nothing else.
bool is_acronym(std::string_view word) {
  size_t letters = 0;
  for (size_t i = 0; i < word.size();) {
    const text::CodePoint next = text::code_point_at(word, i);
    if (!text::is_upper(next.value)) return false;
    ++letters;
    i += next.size;
  }
  return letters > 1;
}

// True if a word of it has letters that are no capitals.
bool has_small_letters(const QueryNode& node) {
  const std::string_view word = looks_for_text(node) ? node.text : "";
  for (size_t i = 0; i < word.size();) {
    const text::CodePoint next = text::code_point_at(word, i);
    if (text::is_letter(next.value) && !text::is_upper(next.value)) return true;
    i += next.size;
  }
  return std::ranges::any_of(node.children, has_small_letters);
}

class TreeBuilder {
 public:
  TreeBuilder(const BuildOptions& options, const EntityResolver& resolve)
      : options_(options), resolve_(resolve) {}

  BuiltQuery run(const QueryNode& root) {
    knows_acronyms_ = has_small_letters(root);
    drops_stop_words_ = has_telling_words(root);
    built_.is_bag = options_.match == MatchWords::kAny;
    if (auto part = build(root)) {
      built_.query = part->is_negated ? Query(Query::OP_AND_NOT,
                                              make_all_query(), part->query)
                                      : part->query;
      built_.read_as = part->read_as;
    }
    if (!dropped_.empty()) {
      built_.notes.push_back("frequent words left out: " +
                             join(dropped_, ", "));
    }
    if (positions_ >= kMaxQueryPositions) {
      built_.notes.emplace_back("the query is too long: its end was left out");
    }
    return std::move(built_);
  }

 private:
  using MaybePart = std::optional<Part>;

  // True if a word or phrase is looked for that is not a mere stop word.
  bool has_telling_words(const QueryNode& node) const {
    if (node.kind == NodeKind::kNot) return false;
    if (looks_for_text(node)) {
      if (node.kind == NodeKind::kPhrase) return true;
      if (node.kind == NodeKind::kWord) return !is_frequent(node.text);
      if (node.kind == NodeKind::kPrefix || node.kind == NodeKind::kFuzzy) {
        return find_words(node, options_.language, *options_.vocabulary) ||
               !is_frequent(node.text);
      }
    }
    return std::ranges::any_of(node.children, [&](const QueryNode& child) {
      return has_telling_words(child);
    });
  }

  // In a query that is not all capitals, those of a word tell a name.
  bool is_frequent(const std::string& word) const {
    return !(knows_acronyms_ && is_acronym(word)) &&
           has_only_stop_words(word, options_.language);
  }

  MaybePart build(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kWord:
      case NodeKind::kPhrase:
        return build_value(node);
      case NodeKind::kPrefix:
      case NodeKind::kFuzzy:
        return build_expanded(node);
      case NodeKind::kDates:
        return build_filter(node);
      case NodeKind::kNear:
        return build_near(node);
      case NodeKind::kNot:
        return build_not(node.children.front());
      case NodeKind::kName:
        return build_name(node);
      case NodeKind::kGroup:
      case NodeKind::kAnd:
      case NodeKind::kOr:
        break;
    }
    return build_children(node);
  }

  MaybePart build_children(const QueryNode& node) {
    std::vector<Part> parts;
    for (const QueryNode& child : node.children) {
      if (auto part = build(child)) parts.push_back(std::move(*part));
    }
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return std::move(parts.front());
    if (node.kind == NodeKind::kOr) return or_parts(parts);
    const bool any = node.kind != NodeKind::kAnd &&
                     node.kind != NodeKind::kNear &&
                     options_.match == MatchWords::kAny;
    return and_parts(parts, any);
  }

  MaybePart build_not(const QueryNode& child) {
    const size_t patterns = built_.patterns.size();
    const size_t parts = built_.parts.size();
    const size_t words = built_.words;
    MaybePart part = build(child);
    built_.patterns.resize(patterns);
    built_.parts.resize(parts);
    built_.words = words;
    if (!part) return std::nullopt;
    part->read_as = "NOT " + read_inside(*part);
    part->is_compound = false;
    part->is_text = false;
    part->is_negated = !part->is_negated;
    return part;
  }

  MaybePart build_value(const QueryNode& node) {
    switch (node.field) {
      case Field::kEntity:
        return build_entity(node);
      case Field::kAnywhere:
      case Field::kTitle:
        return build_text(node, node.field == Field::kTitle);
      default:
        return build_filter(node);
    }
  }

  MaybePart build_text(const QueryNode& node, bool title_only) {
    if (drops_stop_words_ && node.kind == NodeKind::kWord &&
        is_frequent(node.text)) {
      dropped_.push_back(node.text);
      return std::nullopt;
    }
    const bool quoted = node.kind == NodeKind::kPhrase;
    const bool any = options_.match == MatchWords::kAny;
    TextQuery text = make_text_query(
        node.text,
        {.language = options_.language,
         .reading = quoted ? Reading::kPhrase
                           : (any ? Reading::kLoose : Reading::kCompact),
         .title_only = title_only,
         .max_positions = kMaxQueryPositions - positions_,
         .boost = node.boost,
         .vocabulary = options_.vocabulary});
    if (text.query.empty()) return std::nullopt;
    const Places phrases =
        places_of_phrases(text, title_only ? kTitlePrefix : "");
    if (!phrases.empty() && !options_.vocabulary->may_read_positions(phrases)) {
      return build_words_of_phrase(node);
    }
    return add_text(std::move(text),
                    (title_only ? "title:" : "") + read_value(node), node);
  }

  Part add_text(TextQuery text, const std::string& read_as,
                const QueryNode& node) {
    positions_ += text.positions;
    if (inside_name_) {
      std::ranges::move(text.patterns, std::back_inserter(built_.patterns));
    } else {
      built_.patterns =
          join_patterns(std::move(built_.patterns), std::move(text.patterns));
    }
    std::ranges::move(text.parts, std::back_inserter(built_.parts));
    ++built_.words;
    built_.is_cjk = built_.is_cjk || text.is_cjk;
    return {.query = text.query,
            .read_as = read_as + write_boost(node.boost),
            .is_text = true};
  }

  // Of a phrase that too many articles would have to be looked at for.
  MaybePart build_words_of_phrase(const QueryNode& node) {
    built_.notes.push_back("\"" + node.text +
                           "\" is too frequent for a phrase: words of it");
    return build_children(telling_words(node, options_.language));
  }

  // The words of the archive for a cut or mistyped one.
  MaybePart build_expanded(const QueryNode& node) {
    const auto words =
        find_words(node, options_.language, *options_.vocabulary);
    if (!words) {
      built_.notes.push_back(written_with_sign(node) + " was read as " +
                             node.text);
      QueryNode plain = node;
      plain.kind = NodeKind::kWord;
      return build_text(plain, node.field == Field::kTitle);
    }
    if (words->words.empty() && !words->is_all) {
      built_.notes.push_back(written_with_sign(node) +
                             " was left out: too many words to look at");
      return std::nullopt;
    }
    built_.notes.push_back(describe(node, *words));
    const char* field = node.field == Field::kTitle ? "title:" : "";
    return add_text(make_expanded_query(node, *words),
                    field + written_with_sign(node), node);
  }

  // Words of which each stands near the one before.
  MaybePart build_near(const QueryNode& node) {
    const bool drops_stop_words = std::exchange(drops_stop_words_, false);
    std::vector<Part> parts;
    std::vector<Places> places;
    for (const QueryNode& child : node.children) {
      auto part = build(child);
      if (!part) continue;
      auto found = find_places(child, options_.language, *options_.vocabulary);
      if (found) places.push_back(std::move(*found));
      parts.push_back(std::move(*part));
    }
    drops_stop_words_ = drops_stop_words;
    if (parts.size() < 2 || places.size() != node.children.size()) {
      built_.notes.emplace_back(
          "NEAR stands between words or phrases: read as AND");
      if (parts.empty()) return std::nullopt;
      return parts.size() == 1 ? parts.front() : and_parts(parts, false);
    }
    if (!may_read(places)) {
      built_.notes.emplace_back("words are too frequent for NEAR: read as AND");
      return and_parts(parts, false);
    }
    return near_parts(parts, places, node.distances);
  }

  bool may_read(const std::vector<Places>& places) {
    Places all;
    for (const Places& some : places)
      all.insert(all.end(), some.begin(), some.end());
    return options_.vocabulary->may_read_positions(all);
  }

  // The words of a name, or the articles that name the entity.
  MaybePart build_name(const QueryNode& node) {
    const auto first = static_cast<uint32_t>(built_.patterns.size());
    inside_name_ = true;
    MaybePart part = build_children(node);
    inside_name_ = false;
    if (!part) return std::nullopt;
    const auto last = static_cast<uint32_t>(built_.patterns.size());
    EntityQuery entity = make_entity_query(node.entity, node.text);
    for (MatchPattern& pattern : entity.patterns) {
      pattern.stands_from = first;
      pattern.stands_to = last;
      built_.patterns.push_back(std::move(pattern));
    }
    part->query = or_entity(part->query, entity);
    add_name_parts(node, entity, part->query);
    part->read_as =
        read_inside(*part) + " OR entity:" + node.entity.ids.front();
    part->is_compound = true;
    built_.names.push_back({node.text, node.entity.ids.front()});
    return part;
  }

  // `query` is or_entity()'s.
  void add_name_parts(const QueryNode& node, const EntityQuery& entity,
                      const Query& query) {
    built_.parts.push_back(
        {.query = entity.naming,
         .part = {.kind = PartKind::kEntity, .text = node.entity.ids.front()}});
    if (entity.called.empty()) return;
    built_.parts.push_back(
        {.query = query.get_subquery(0),
         .part = {.kind = PartKind::kName, .text = node.text}});
  }

  static std::string read_value(const QueryNode& node) {
    return node.kind == NodeKind::kPhrase ? "\"" + node.text + "\"" : node.text;
  }

  static std::string read_field(const QueryNode& node) {
    return std::string(to_string(node.field)) + ":" + read_value(node);
  }

  MaybePart build_filter(const QueryNode& node) {
    const FilterQuery filter = make_filter_query(node);
    if (filter.query) {
      return Part{.query = *filter.query, .read_as = read_field(node)};
    }
    built_.notes.push_back(filter.note);
    return std::nullopt;
  }

  MaybePart build_entity(const QueryNode& node) {
    std::vector<std::string> ids;
    if (resolve_) {
      ids = resolve_(node.text);
    } else if (text::type_of_entity_id(node.text)) {
      ids.push_back(node.text);
    }
    if (!ids.empty()) {
      return Part{.query = make_any_query(kEntityPrefix, ids),
                  .read_as = read_field(node)};
    }
    built_.notes.push_back("no entity is named " + node.text +
                           ": read as words");
    QueryNode phrase = node;
    phrase.kind = NodeKind::kPhrase;
    return build_text(phrase, false);
  }

  BuildOptions options_;
  const EntityResolver& resolve_;
  bool drops_stop_words_ = false;
  bool knows_acronyms_ = false;  // WHO is no `who`
  bool inside_name_ = false;     // whose patterns must be side by side
  size_t positions_ = 0;
  std::vector<std::string> dropped_;
  BuiltQuery built_;
};

}  // namespace

BuiltQuery build_query(const QueryNode& root, const BuildOptions& options,
                       const EntityResolver& resolve) {
  return TreeBuilder(options, resolve).run(root);
}

Query make_any_query(std::string_view prefix,
                     const std::vector<std::string>& names) {
  std::vector<Query> queries;
  for (const std::string& name : names) {
    queries.emplace_back(make_filter_term(prefix, name));
  }
  return without_weight(Query(Query::OP_OR, queries.begin(), queries.end()));
}

}  // namespace search
