#include "server/api/spelling.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "search/near_text.h"
#include "search/typing_form.h"
#include "server/api/query_words.h"
#include "text/analysis.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace server::api {
namespace {

constexpr size_t kMaxQueryBytes = 512;  // longer ones are left as they are
constexpr size_t kMaxPieces = 16;
constexpr size_t kMaxDoubtful = 3;    // words of one query
constexpr size_t kMaxGuesses = 3;     // of one word
constexpr size_t kMaxNamesRead = 64;  // of one beginning
// A word that so many articles have is right.
constexpr uint64_t kRightArticles = 3;
// A word that an article has gives way only to one that so many times as many
// have.
constexpr uint64_t kClearlyMore = 10;

bool is_word_character(char32_t c) {
  return text::is_letter(c) || text::is_mark(c) || c == U'-' || c == U'\'' ||
         c == U'’';
}

// What stands before and after words and is no part of them.
bool is_sentence_mark(char32_t c) {
  constexpr std::u32string_view kMarks =
      U".,;:!?…'‘’«»‹›()[]{}、。，；！？・《》";
  return kMarks.find(c) != std::u32string_view::npos;
}

// The stretch of the query that is a word alone, without the marks around it.
// Nothing where it holds anything else: digits, `*`, `~`, `^`.
std::optional<text::Span> plain_word(std::string_view query, text::Span span) {
  text::Span word{span.begin, span.begin};
  for (uint32_t i = span.begin; i < span.end;) {
    const text::CodePoint next = text::code_point_at(query, i);
    i += next.size;
    if (!is_word_character(next.value) && !is_sentence_mark(next.value)) {
      return std::nullopt;
    }
    if (!is_sentence_mark(next.value)) {
      word.end = i;
    } else if (word.end == word.begin) {
      word = {i, i};
    }
  }
  for (uint32_t i = word.begin; i < word.end;) {
    const text::CodePoint next = text::code_point_at(query, i);
    if (!is_word_character(next.value)) return std::nullopt;
    i += next.size;
  }
  return word;
}

// The words of a chunk, which is all word characters: parted by hyphens, and
// where CJK text begins and ends.
void add_pieces(std::string_view query, text::Span chunk,
                std::vector<QueryPiece>& pieces) {
  bool is_open = false;
  for (uint32_t i = chunk.begin; i < chunk.end;) {
    const text::CodePoint next = text::code_point_at(query, i);
    const bool cjk = search::is_cjk(next.value);
    const bool joins = next.value != U'-';
    if (joins && (!is_open || cjk != pieces.back().is_cjk)) {
      if (pieces.size() == kMaxPieces) return;
      pieces.push_back({{i, i}, "", cjk});
    }
    is_open = joins;
    i += next.size;
    if (joins) pieces.back().span.end = i;
  }
}

// The folded word without a possessive ending.
std::string folded_word(std::string_view word) {
  for (const text::Term& term : text::analyze(word, "en")) {
    if (term.kind == text::TermKind::kWord) return term.text;
  }
  return {};
}

// How many articles that pass the filters of `request` have all of `query`.
uint64_t count_articles(search::SearchRequest request, const std::string& query,
                        const generation::Generation& generation) {
  request.query = query;
  request.sort = search::Sort::kRelevance;
  request.fold_stories = false;
  request.offset = 0;
  request.limit = 1;
  request.snippets = false;
  request.facets.clear();
  request.histogram.reset();
  const auto nothing = [](std::string_view) {
    return std::vector<std::string>();
  };
  return generation.index().search(request, nothing).total;
}

uint64_t articles_with(const QueryPiece& piece,
                       const generation::Generation& generation) {
  const uint64_t known =
      piece.is_cjk ? 0 : generation.suggestions().count(piece.folded);
  if (known >= kRightArticles) return known;
  return count_articles(
      {}, piece.is_cjk ? '"' + piece.folded + '"' : piece.folded, generation);
}

// Names of entities that differ from the piece as little as a piece of a title
// may, those with the fewest mistakes first.
std::vector<std::string> near_names(const QueryPiece& piece,
                                    const generation::Generation& generation) {
  const std::u32string typed = search::folded_characters(piece.folded);
  const uint32_t allowed = search::cjk_mistakes_allowed(typed.size());
  if (allowed == 0) return {};
  std::vector<std::pair<uint32_t, std::string>> found;
  const std::string first = text::encode_utf8(typed.front());
  for (const graph::NamedEntity& named :
       generation.graph().suggest(first, kMaxNamesRead)) {
    const uint32_t mistakes =
        search::count_mistakes(typed, search::folded_characters(named.matched));
    if (mistakes > 0 && mistakes <= allowed) {
      found.emplace_back(mistakes, named.matched);
    }
  }
  std::ranges::stable_sort(found, {},
                           [](const auto& one) { return one.first; });
  std::vector<std::string> names;
  for (auto& [mistakes, name] : found) names.push_back(std::move(name));
  return names;
}

struct Doubt {
  const QueryPiece* piece = nullptr;
  std::vector<std::string> guesses;
  bool is_unknown = false;
};

bool is_part_of_name(std::string_view word, const graph::GraphReader& graph) {
  return !graph.resolve(word, 1).empty();
}

std::vector<Doubt> find_doubts(const std::vector<QueryPiece>& pieces,
                               const generation::Generation& generation) {
  std::vector<Doubt> doubts;
  for (const QueryPiece& piece : pieces) {
    if (doubts.size() == kMaxDoubtful) break;
    const size_t size = text::count_code_points(piece.folded);
    if (size < (piece.is_cjk ? 3U : 4U)) continue;
    if (!piece.is_cjk &&
        (generation.suggestions().count(piece.folded) >= kRightArticles ||
         text::is_stop_word(piece.folded, "en"))) {
      continue;
    }
    if (is_part_of_name(piece.folded, generation.graph())) continue;
    const uint64_t articles = articles_with(piece, generation);
    if (articles >= (piece.is_cjk ? 1 : kRightArticles)) continue;
    auto guesses =
        guess_piece(piece, search::Ending::kTyped, kMaxGuesses, generation);
    std::erase_if(guesses, [&](const std::string& guess) {
      return articles > 0 &&
             generation.suggestions().count(guess) < kClearlyMore * articles;
    });
    if (guesses.empty()) continue;
    doubts.push_back({&piece, std::move(guesses), articles == 0});
  }
  return doubts;
}

// Which guess is taken for each doubt.
using Choice = std::vector<size_t>;

// Counts the choices up, the first doubt fastest. False after the last.
bool next_choice(Choice& choice, const std::vector<Doubt>& doubts) {
  for (size_t i = 0; i < choice.size(); ++i) {
    if (++choice[i] < doubts[i].guesses.size()) return true;
    choice[i] = 0;
  }
  return false;
}

std::string_view written_piece(const QueryPiece& piece,
                               const std::vector<Doubt>& doubts,
                               const Choice& choice) {
  for (size_t i = 0; i < doubts.size(); ++i) {
    if (doubts[i].piece == &piece) return doubts[i].guesses[choice[i]];
  }
  return piece.folded;
}

// The plain words of the query so corrected, all of which must be there.
std::string write_together(const std::vector<QueryPiece>& pieces,
                           const std::vector<Doubt>& doubts,
                           const Choice& choice) {
  std::string query;
  for (const QueryPiece& piece : pieces) {
    const std::string_view written = written_piece(piece, doubts, choice);
    if (!query.empty()) query += " AND ";
    query += piece.is_cjk ? '"' + std::string(written) + '"' : written;
  }
  return query;
}

bool has_filters(const search::SearchRequest& request) {
  return !request.entities.empty() || !request.sources.empty() ||
         !request.languages.empty() || !request.kinds.empty() ||
         !request.types.empty() || !request.relations.empty() ||
         !request.years.empty() || request.from || request.to;
}

// Nothing where no article that passes the filters has the words, as corrected.
std::optional<Choice> best_choice(const std::vector<QueryPiece>& pieces,
                                  const std::vector<Doubt>& doubts,
                                  const search::SearchRequest& request,
                                  const generation::Generation& generation) {
  Choice best(doubts.size());
  const bool filtered = has_filters(request);
  if (pieces.size() == 1 && !filtered) return best;  // They are in order.
  Choice choice = best;
  uint64_t most = 0;
  do {
    const uint64_t count = count_articles(
        request, write_together(pieces, doubts, choice), generation);
    if (count > most) {
      most = count;
      best = choice;
    }
  } while (next_choice(choice, doubts));
  if (filtered && most == 0) return std::nullopt;
  return best;
}

// `guess` in capitals where `written` is, or with one where it begins so.
std::string in_style_of(std::string_view written, std::string guess) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (written.empty() || !is_capital(written.front())) return guess;
  const bool all =
      written.size() > 1 && std::ranges::all_of(written, is_capital);
  const size_t count = all ? guess.size() : std::min<size_t>(1, guess.size());
  for (size_t i = 0; i < count; ++i) {
    if (guess[i] >= 'a' && guess[i] <= 'z') {
      guess[i] = static_cast<char>(guess[i] - 'a' + 'A');
    }
  }
  return guess;
}

SpelledQuery write_corrected(std::string_view query,
                             const std::vector<Doubt>& doubts,
                             const Choice& choice) {
  SpelledQuery spelled;
  size_t end = 0;
  for (size_t i = 0; i < doubts.size(); ++i) {
    const text::Span span = doubts[i].piece->span;
    spelled.query += query.substr(end, span.begin - end);
    const auto begin = static_cast<uint32_t>(spelled.query.size());
    spelled.query +=
        in_style_of(slice(query, span), doubts[i].guesses[choice[i]]);
    spelled.marks.push_back(
        {begin, static_cast<uint32_t>(spelled.query.size())});
    spelled.replaces |= doubts[i].is_unknown;
    end = span.end;
  }
  spelled.query += query.substr(end);
  return spelled;
}

}  // namespace

std::vector<QueryPiece> find_pieces(std::string_view query) {
  std::vector<QueryPiece> pieces;
  for (const WordRun& run : searched_words(query)) {
    for (const search::Token& token : run) {
      const bool is_text = token.field == search::Field::kAnywhere ||
                           token.field == search::Field::kTitle;
      if (!is_text || token.kind != search::TokenKind::kWord) continue;
      if (const auto word = plain_word(query, token.span)) {
        add_pieces(query, *word, pieces);
      }
    }
  }
  for (QueryPiece& piece : pieces) {
    const std::string_view written = slice(query, piece.span);
    piece.folded = piece.is_cjk ? text::fold(written) : folded_word(written);
  }
  std::erase_if(pieces, [](const QueryPiece& p) { return p.folded.empty(); });
  return pieces;
}

std::vector<std::string> guess_piece(const QueryPiece& piece,
                                     search::Ending ending, size_t limit,
                                     const generation::Generation& generation) {
  std::vector<std::string> guesses;
  if (piece.is_cjk) {
    guesses = near_names(piece, generation);
    for (auto& guess : generation.suggestions().guess_cjk(piece.folded)) {
      if (guesses.size() >= limit) break;
      if (std::ranges::find(guesses, guess.text) == guesses.end()) {
        guesses.push_back(std::move(guess.text));
      }
    }
    if (guesses.size() > limit) guesses.resize(limit);
    return guesses;
  }
  uint32_t least = 0;
  for (auto& guess : generation.suggestions().guess(piece.folded, ending)) {
    if (guess.mistakes == 0 && ending == search::Ending::kTyped) continue;
    if (guesses.empty()) least = guess.mistakes;
    if (guess.mistakes != least || guesses.size() == limit) break;
    guesses.push_back(std::move(guess.word));
  }
  return guesses;
}

std::optional<SpelledQuery> correct_query(
    const search::SearchRequest& request,
    const generation::Generation& generation) {
  const std::string& query = request.query;
  if (query.size() > kMaxQueryBytes || !text::is_valid_utf8(query)) {
    return std::nullopt;
  }
  const std::vector<QueryPiece> pieces = find_pieces(query);
  const std::vector<Doubt> doubts = find_doubts(pieces, generation);
  if (doubts.empty()) return std::nullopt;
  const auto choice = best_choice(pieces, doubts, request, generation);
  if (!choice) return std::nullopt;
  return write_corrected(query, doubts, *choice);
}

Json suggestion_json(const SpelledQuery& spelled, bool searched) {
  return {{"query", spelled.query},
          {"marks", marks_json(spelled.query, spelled.marks)},
          {"searched", searched}};
}

}  // namespace server::api
