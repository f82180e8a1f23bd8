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

// Words have fewer, unless they are made to have many.
constexpr size_t kMaxStems = 8;

// A stem, and the languages of the articles that have the word by it; of all,
// if there is none.
struct Stem {
  std::string text;
  std::vector<std::string> languages{};
};

// The terms at one position.
struct Place {
  uint32_t position = 0;
  std::string word;
  std::vector<Stem> stems;  // the last is of the whole word as it is written
  std::string character;
  std::string pair;       // this character and the next
  uint32_t end = 0;       // of what stands here, in bytes of the text
  uint32_t word_end = 0;  // of the word that begins here
};

void add_term(Place& place, const text::Term& term) {
  switch (term.kind) {
    case text::TermKind::kWord:
      place.word = term.text;
      place.word_end = place.end = term.span.end;
      break;
    case text::TermKind::kStem:
      place.stems.push_back({term.text});
      break;
    case text::TermKind::kCharacter:
      place.character = term.text;
      place.end = term.span.end;
      break;
    case text::TermKind::kPair:
      place.pair = term.text;
      break;
  }
}

void add_stem(Place& place, const std::string& stem,
              const std::string& language) {
  const auto known = std::ranges::find(place.stems, stem, &Stem::text);
  if (known == place.stems.end()) {
    if (place.stems.size() == kMaxStems) return;
    place.stems.push_back({stem, {language}});
  } else if (!known->languages.empty()) {
    known->languages.push_back(language);
  }
}

bool is_of_alphabet(const Place& place) {
  return place.character.empty() && !place.stems.empty();
}

void add_stems_of(std::vector<Place>& places, std::string_view text,
                  const std::string& language) {
  size_t at = 0;
  for (const text::Term& term : text::analyze(text, language)) {
    while (at < places.size() && places[at].position < term.position) ++at;
    if (at == places.size()) return;
    if (term.kind == text::TermKind::kStem && is_of_alphabet(places[at])) {
      add_stem(places[at], term.text, language);
    }
  }
}

std::vector<Place> find_places(std::string_view text, const TextStyle& style) {
  std::vector<Place> places;
  for (const text::Term& term : text::analyze(text, style.language)) {
    if (places.empty() || places.back().position != term.position) {
      if (places.size() == style.max_positions) break;
      places.emplace_back().position = term.position;
    }
    add_term(places.back(), term);
  }
  if (!places.empty()) places.back().pair.clear();
  if (style.vocabulary && std::ranges::any_of(places, is_of_alphabet)) {
    for (const std::string& language : style.vocabulary->languages()) {
      add_stems_of(places, text, language);
    }
  }
  return places;
}

// A word, or a run of CJK characters that are linked by pairs.
struct Piece {
  std::vector<Stem> stems;         // empty unless it is one word
  std::vector<std::string> words;  // of CJK characters
  std::vector<std::string> terms;  // at consecutive positions
  std::string last_character;      // stands after `terms`, if not empty
  uint32_t word_end = 0;           // of its first word, in bytes of the text
};

std::vector<Piece> find_pieces(std::span<const Place> places) {
  std::vector<Piece> pieces;
  bool linked = false;
  for (const Place& place : places) {
    if (!linked) {
      pieces.emplace_back().stems = place.stems;
      pieces.back().word_end = place.word_end;
    }
    Piece& piece = pieces.back();
    if (place.end > piece.word_end) piece.stems.clear();
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

// A word of Korean, without what may be its particle.
bool is_korean(const Piece& piece) {
  return !piece.stems.empty() && !piece.words.empty();
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
    patterns_.push_back(
        {.terms = std::move(terms), .title_only = style_.title_only});
    if (prefixed.size() == 1) {
      return part(Xapian::Query(prefixed.front()), PartKind::kExact, told);
    }
    return part(Xapian::Query(Xapian::Query::OP_PHRASE, prefixed.begin(),
                              prefixed.end(),
                              static_cast<Xapian::termcount>(prefixed.size())),
                PartKind::kPhrase, told);
  }

  Xapian::Query any_form(const Piece& piece) {
    if (piece.stems.empty()) return phrase(piece.terms, {text_});
    if (is_korean(piece)) return korean_word(piece);
    return any_stem(piece.stems, {text_});
  }

  Xapian::Query any_form_best_exact(const Piece& piece,
                                    const std::string& text) {
    if (piece.stems.empty()) return phrase(piece.terms, {text});
    const Xapian::Query by_stem = any_stem(piece.stems, {text});
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
    if (is_korean(piece)) {
      const std::string stem = korean_stem(piece);
      parts.push_back(any_stem({{stem}}, {is_only ? text_ : stem}));
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

  std::string_view stem_prefix() const {
    return style_.title_only ? kTitleStemPrefix : kStemPrefix;
  }

  Xapian::doccount count(std::string_view prefix,
                         const std::string& term) const {
    return style_.vocabulary
               ? style_.vocabulary->count(std::string(prefix).append(term))
               : 1;
  }

  // Those that articles have; one, if they have none.
  std::vector<Stem> known_stems(const std::vector<Stem>& stems) const {
    if (stems.size() == 1) return stems;
    std::vector<Stem> known;
    for (const Stem& stem : stems) {
      if (count(stem_prefix(), stem.text) > 0) known.push_back(stem);
    }
    return known.empty() ? std::vector{stems.front()} : known;
  }

  Xapian::Query query_of(const Stem& stem) const {
    const Xapian::Query query(std::string(stem_prefix()).append(stem.text));
    if (stem.languages.empty()) return query;
    std::vector<Xapian::Query> languages;
    for (const std::string& language : stem.languages) {
      languages.emplace_back(make_filter_term(kLanguagePrefix, language));
    }
    return Xapian::Query(Xapian::Query::OP_FILTER, query,
                         Xapian::Query(Xapian::Query::OP_OR, languages.begin(),
                                       languages.end()));
  }

  // A word by its stems, which count as one.
  Xapian::Query any_stem(const std::vector<Stem>& stems, const Told& told) {
    std::vector<Xapian::Query> queries;
    std::vector<std::string> terms;
    for (const Stem& stem : known_stems(stems)) {
      queries.push_back(query_of(stem));
      terms.push_back(stem.text);
    }
    const bool is_one = queries.size() == 1;
    patterns_.push_back({.terms = std::move(terms),
                         .is_stem = true,
                         .is_any = !is_one,
                         .title_only = style_.title_only});
    return part(is_one ? queries.front()
                       : Xapian::Query(Xapian::Query::OP_SYNONYM,
                                       queries.begin(), queries.end()),
                PartKind::kStem, told);
  }

  // Words that stand before particles, and not only a few times by mistake, end
  // in none themselves, though they may look so.
  std::string korean_stem(const Piece& piece) const {
    constexpr Xapian::doccount kFew = 10;
    const std::string& word = piece.words.front();
    const std::string& stem = piece.stems.back().text;
    if (stem == word || !style_.vocabulary) return stem;
    const auto before_particles = count(stem_prefix(), word);
    const auto as_written =
        count(style_.title_only ? kTitlePrefix : std::string_view(), word);
    return before_particles > as_written / kFew ? word : stem;
  }

  // Also within longer words; the index has the two syllables that these begin
  // and end with, and two within say too little.
  Xapian::Query korean_word(const Piece& piece) {
    const std::string stem = korean_stem(piece);
    const Xapian::Query by_stem = any_stem({{stem}}, {text_});
    const size_t pairs =
        std::min<size_t>(text::count_code_points(stem) - 1, piece.terms.size());
    if (pairs < 2) return by_stem;
    const auto end = piece.terms.begin() + static_cast<std::ptrdiff_t>(pairs);
    return Xapian::Query(Xapian::Query::OP_OR, by_stem,
                         phrase({piece.terms.begin(), end}, {text_}));
  }

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
