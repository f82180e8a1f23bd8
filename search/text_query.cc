#include "search/text_query.h"

#include <algorithm>
#include <string>
#include <utility>

#include "search/schema.h"
#include "text/analysis.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace search {

namespace {

// The terms at one position.
struct Place {
  uint32_t position = 0;
  std::string word;
  std::string stem;
  std::string character;
  std::string pair;  // this character and the next
};

std::string& term_of(Place& place, text::TermKind kind) {
  switch (kind) {
    case text::TermKind::kStem:
      return place.stem;
    case text::TermKind::kCharacter:
      return place.character;
    case text::TermKind::kPair:
      return place.pair;
    case text::TermKind::kWord:
      break;
  }
  return place.word;
}

std::vector<Place> find_places(std::string_view text, const TextStyle& style) {
  std::vector<Place> places;
  for (const text::Term& term : text::analyze(text, style.language)) {
    if (places.empty() || places.back().position != term.position) {
      if (places.size() == style.max_positions) break;
      places.emplace_back().position = term.position;
    }
    term_of(places.back(), term.kind) = term.text;
  }
  if (!places.empty()) places.back().pair.clear();
  return places;
}

// A word, or a run of CJK characters that are linked by pairs.
struct Piece {
  std::string stem;
  std::vector<std::string> words;  // of CJK characters
  std::vector<std::string> terms;  // at consecutive positions
  std::string last_character;      // stands after `terms`, if not empty
};

std::vector<Piece> find_pieces(std::span<const Place> places) {
  std::vector<Piece> pieces;
  bool linked = false;
  for (const Place& place : places) {
    if (!linked) pieces.emplace_back().stem = place.stem;
    Piece& piece = pieces.back();
    if (!place.character.empty() && !place.word.empty()) {
      piece.words.push_back(place.word);
    }
    if (place.character.empty()) {
      piece.terms.push_back(place.word);
    } else if (!place.pair.empty()) {
      piece.terms.push_back(place.pair);
    } else if (piece.terms.empty()) {
      piece.terms.push_back(place.character);
    } else {
      piece.last_character = place.character;
    }
    linked = !place.pair.empty();
  }
  return pieces;
}

// What a part of a query is to the reader, and its weight.
struct Told {
  std::string text;
  double weight = 1;
};

// Builds queries in one field and remembers their patterns and parts.
class TextQueryBuilder {
 public:
  TextQueryBuilder(std::string_view text, const TextStyle& style)
      : text_(text), style_(style) {}

  const std::string& text() const { return text_; }

  Xapian::Query phrase(std::vector<std::string> terms, const Told& told) {
    std::vector<std::string> prefixed;
    for (const std::string& term : terms) {
      prefixed.push_back(std::string(style_.title_only ? kTitlePrefix : "") +
                         term);
    }
    add_pattern(std::move(terms), false);
    if (prefixed.size() == 1) {
      return part(Xapian::Query(prefixed.front()), PartKind::kExact, told);
    }
    return part(Xapian::Query(Xapian::Query::OP_PHRASE, prefixed.begin(),
                              prefixed.end(),
                              static_cast<Xapian::termcount>(prefixed.size())),
                PartKind::kPhrase, told);
  }

  Xapian::Query stem(const std::string& stem, const Told& told) {
    add_pattern({stem}, true);
    return part(Xapian::Query(std::string(style_.title_only ? kTitleStemPrefix
                                                            : kStemPrefix) +
                              stem),
                PartKind::kStem, told);
  }

  Xapian::Query any_form(const Piece& piece) {
    return piece.stem.empty() ? phrase(piece.terms, {text_})
                              : stem(piece.stem, {text_});
  }

  Xapian::Query any_form_best_exact(const Piece& piece,
                                    const std::string& text) {
    if (piece.stem.empty()) return phrase(piece.terms, {text});
    const Xapian::Query by_stem = stem(piece.stem, {text});
    return Xapian::Query(Xapian::Query::OP_OR, by_stem,
                         phrase(piece.terms, {text, kExactWeight}));
  }

  Xapian::Query any_part(const Piece& piece, bool is_only) {
    if (piece.terms.size() == 1 && piece.words.empty()) {
      return any_form_best_exact(piece, is_only ? text_ : piece.terms.front());
    }
    std::vector<Xapian::Query> parts;
    for (const std::string& term : piece.terms) {
      parts.push_back(phrase({term}, {term, weight_of(term)}));
    }
    for (const std::string& word : piece.words) {
      parts.push_back(phrase({word}, {word, weight_of(word) * kWordWeight}));
    }
    if (!piece.stem.empty()) {
      parts.push_back(stem(piece.stem, {is_only ? text_ : piece.stem}));
    }
    return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
  }

  std::vector<MatchPattern> take_patterns() { return std::move(patterns_); }
  std::vector<QueryPart> take_parts() { return std::move(parts_); }

 private:
  // Of a bag of words the exact form counts a little beside the stem that it
  // shares with others (docs/search_ranking.md has the measurement).
  static constexpr double kExactWeight = 0.2;
  // A word of a dictionary beside the pairs that it consists of.
  static constexpr double kWordWeight = 0.7;
  // Hiragana are mostly endings and particles.
  static constexpr double kHiraganaWeight = 0.2;
  static constexpr double kSomeHiraganaWeight = 0.5;

  Xapian::Query part(const Xapian::Query& query, PartKind kind,
                     const Told& told) {
    const Xapian::Query weighed =
        scale_weight(query, told.weight * style_.boost);
    parts_.push_back({.query = weighed,
                      .part = {.kind = kind,
                               .text = told.text,
                               .title_only = style_.title_only}});
    return weighed;
  }

  static double weight_of(std::string_view term) {
    size_t characters = 0;
    size_t hiragana = 0;
    for (size_t i = 0; i < term.size(); ++characters) {
      const text::CodePoint next = text::code_point_at(term, i);
      if (text::is_hiragana(next.value)) ++hiragana;
      i += next.size;
    }
    if (hiragana == 0) return 1;
    return hiragana == characters ? kHiraganaWeight : kSomeHiraganaWeight;
  }

  void add_pattern(std::vector<std::string> terms, bool is_stem) {
    patterns_.push_back({.terms = std::move(terms),
                         .is_stem = is_stem,
                         .title_only = style_.title_only});
  }

  std::string text_;
  const TextStyle& style_;
  std::vector<MatchPattern> patterns_;
  std::vector<QueryPart> parts_;
};

Xapian::Query whole_phrase(TextQueryBuilder& builder,
                           std::span<const Piece> pieces) {
  std::vector<std::string> terms;
  for (const Piece& piece : pieces) {
    terms.insert(terms.end(), piece.terms.begin(), piece.terms.end());
    const bool last = &piece == &pieces.back();
    if (!last && !piece.last_character.empty()) {
      terms.push_back(piece.last_character);
    }
  }
  return builder.phrase(std::move(terms), {builder.text()});
}

Xapian::Query read(TextQueryBuilder& builder, std::span<const Piece> pieces,
                   Reading reading) {
  if (pieces.empty()) return {};
  if (reading == Reading::kLoose) {
    std::vector<Xapian::Query> parts;
    for (const Piece& piece : pieces) {
      parts.push_back(builder.any_part(piece, pieces.size() == 1));
    }
    return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
  }
  const bool one = pieces.size() == 1 && reading == Reading::kCompact;
  return one ? builder.any_form(pieces.front()) : whole_phrase(builder, pieces);
}

}  // namespace

Xapian::Query scale_weight(const Xapian::Query& query, double weight) {
  if (weight == 1) return query;
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
}

TextQuery make_text_query(std::string_view text, const TextStyle& style) {
  const std::vector<Place> places = find_places(text, style);
  TextQueryBuilder builder(text, style);
  TextQuery result;
  result.query = read(builder, find_pieces(places), style.reading);
  result.patterns = builder.take_patterns();
  result.parts = builder.take_parts();
  result.positions = places.size();
  result.is_cjk = std::ranges::any_of(
      places, [](const Place& place) { return !place.character.empty(); });
  return result;
}

bool has_only_stop_words(std::string_view text, std::string_view language) {
  const auto terms = text::analyze(text, language);
  return !terms.empty() && std::ranges::all_of(terms, [&](const auto& term) {
    return term.kind == text::TermKind::kStem ||
           (term.kind == text::TermKind::kWord &&
            text::is_stop_word(term.text, language));
  });
}

}  // namespace search
