#include "search/index_reader.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "search/best_articles.h"
#include "search/columns.h"
#include "search/database_pool.h"
#include "search/deleted_documents.h"
#include "search/explain.h"
#include "search/filters.h"
#include "search/full_search.h"
#include "search/index_counts.h"
#include "search/query_builder.h"
#include "search/query_languages.h"
#include "search/query_parser.h"
#include "search/ranking.h"
#include "search/schema.h"
#include "search/similar.h"
#include "search/snippet.h"
#include "search/stored_article.h"
#include "search/suggestion_file.h"
#include "text/error.h"

namespace search {

namespace {

using Xapian::Query;

std::vector<std::filesystem::path> directories(
    const std::vector<Segment>& segments) {
  std::vector<std::filesystem::path> directories;
  for (const Segment& segment : segments) {
    directories.push_back(segment.directory);
  }
  return directories;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void check_limit(uint32_t limit) {
  if (limit <= kMaxLimit) return;
  throw text::BadRequest("limit is above " + std::to_string(kMaxLimit));
}

Hit make_hit(const Xapian::Document& document, const SearchRequest& request,
             std::span<const MatchPattern> patterns) {
  Hit hit;
  hit.article = decode_article(document.get_data());
  hit.id = hit.article.id;
  if (request.snippets) {
    const std::string& language = hit.article.language;
    hit.title_marks = merge_spans(
        find_matches(text::analyze(hit.article.title, language), patterns));
    hit.snippet = make_snippet(hit.article.body, language, patterns,
                               snippet_source_bytes(request.limit));
  }
  hit.article.body.clear();
  return hit;
}

// A few words say what they mean; what the best articles for a sentence share
// says better what it is about.
bool gains_by_feedback(const BuiltQuery& built, const SearchRequest& request) {
  constexpr size_t kSentenceWords = 3;
  return built.is_bag && built.words >= kSentenceWords &&
         request.sort == Sort::kRelevance;
}

SearchAnswer make_answer(const Xapian::Database& database,
                         const RankedPage& found, const SearchRequest& request,
                         const BuiltQuery& built) {
  SearchAnswer answer;
  answer.total = found.total;
  answer.total_is_exact = found.total_is_exact;
  answer.read_as = built.read_as;
  answer.notes = built.notes;
  answer.names = built.names;
  for (const ScoredDocument& hit : found.page) {
    answer.hits.push_back(
        make_hit(database.get_document(hit.document), request, built.patterns));
    answer.hits.back().score = hit.score;
  }
  return answer;
}

text::Article read_head(const Xapian::Database& database,
                        Xapian::docid document) {
  text::Article article =
      decode_article(database.get_document(document).get_data());
  article.body.clear();
  return article;
}

SearchAnswer make_answer(const Xapian::Database& database, FullResult result,
                         const SearchRequest& request,
                         const BuiltQuery& built) {
  SearchAnswer answer;
  answer.total = result.total;
  answer.facets = std::move(result.facets);
  answer.histogram = std::move(result.histogram);
  answer.read_as = built.read_as;
  answer.notes = built.notes;
  answer.names = built.names;
  for (const FoundDocument& found : result.page) {
    Hit hit = make_hit(database.get_document(found.best.document), request,
                       built.patterns);
    hit.score = found.best.score;
    hit.story_articles = found.story_articles;
    for (const Xapian::docid other : found.others) {
      hit.others.push_back(read_head(database, other));
    }
    answer.hits.push_back(std::move(hit));
  }
  return answer;
}

std::vector<ScoredDocument> best_of(const FullResult& result) {
  std::vector<ScoredDocument> best;
  for (const FoundDocument& found : result.page) best.push_back(found.best);
  return best;
}

// `found` are the documents of the hits. Orders by time know no scores.
void add_parts(SearchAnswer& answer, const Xapian::Database& database,
               const ExplainedQuery& query,
               std::span<const ScoredDocument> found) {
  auto explained = explain(database, query, found);
  for (size_t i = 0; i < answer.hits.size(); ++i) {
    answer.hits[i].parts = std::move(explained[i]);
  }
}

void add_notes(std::vector<std::string>& notes,
               const std::vector<std::string>& more) {
  for (const std::string& note : more) {
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
  }
}

}  // namespace

struct IndexReader::State {
  State(const std::vector<Segment>& segments,
        std::function<StoryList()> stories)
      : databases(directories(segments)),
        deleted(segments),
        best(segments, deleted),
        list_stories(std::move(stories)) {
    for (const Segment& segment : segments) {
      words.emplace_back(segment.directory);
    }
    languages = databases.borrow("languages", list_languages);
  }

  BuiltQuery build(const QueryNode& root, const QueryLanguages& stemmed,
                   BuildOptions options, const EntityResolver& resolve) {
    return databases.borrow("words of a query", [&](const Xapian::Database&
                                                        database) {
      Vocabulary vocabulary({database, words}, *options.work, stemmed.others);
      options.vocabulary = &vocabulary;
      return build_query(root, options, resolve);
    });
  }

  SearchAnswer answer(const SearchRequest& request, const BuiltQuery& built) {
    return databases.borrow_handles("search", [&](const Handles& handles) {
      const Xapian::Database& database = handles.all;
      const Query matching =
          deleted.exclude_from(add_term_filters(built.query, request));
      FullQuery query{
          .matching = matching,
          .ranked = add_column_filters(matching, request),
          .writing = built.is_cjk ? Writing::kCjk : Writing::kAlphabet};
      if (gains_by_feedback(built, request)) {
        query.ranked = expand(database, query.ranked, query.writing);
      }
      const bool explains = request.explain && request.sort == Sort::kRelevance;
      const ExplainedQuery explained{.ranked = query.ranked,
                                     .writing = query.writing,
                                     .parts = built.parts};
      if (!needs_all_matches(request)) {
        const RankedPage page =
            best.find(handles, query.ranked, request, query.writing);
        SearchAnswer answer = make_answer(database, page, request, built);
        if (explains) add_parts(answer, database, explained, page.page);
        return answer;
      }
      FullResult result = find_and_count(handles, query, request);
      name_sources(database, request, result.facets);
      const std::vector<ScoredDocument> found = best_of(result);
      SearchAnswer answer =
          make_answer(database, std::move(result), request, built);
      if (explains) add_parts(answer, database, explained, found);
      return answer;
    });
  }

  FullResult find_and_count(const Handles& handles, const FullQuery& query,
                            const SearchRequest& request) {
    return search_all(handles, {columns(handles.all), best}, query, request);
  }

  const Columns& columns(const Xapian::Database& database) {
    std::call_once(columns_were_read, [&] {
      all_columns =
          read_columns(database, list_stories ? list_stories() : StoryList());
    });
    return all_columns;
  }

  // Chosen ones as the request names them.
  void name_sources(const Xapian::Database& database,
                    const SearchRequest& request,
                    std::vector<FacetCounts>& facets) const {
    for (FacetCounts& counts : facets) {
      if (counts.facet != Facet::kSource) continue;
      for (FacetValue& value : counts.values) {
        const auto chosen =
            std::ranges::find(request.sources, value.value, make_source_term);
        value.value = chosen != request.sources.end()
                          ? *chosen
                          : source_name(database, deleted, value.value);
      }
    }
  }

  std::vector<SimilarArticle> similar(const Xapian::Database& database,
                                      const SimilarTo& wanted) {
    const Columns& known = columns(database);
    std::vector<SimilarArticle> similar;
    for (const ScoredDocument& found :
         find_similar(database, known, deleted, wanted)) {
      similar.push_back(
          {.article = read_head(database, found.document),
           .score = found.score,
           .shared = shared_entities(database, known, wanted.document,
                                     found.document)});
    }
    return similar;
  }

  uint64_t count_articles() {
    return databases.borrow(
        "count articles", [&](const Xapian::Database& database) {
          return uint64_t{database.get_doccount()} - deleted.documents().size();
        });
  }

  // True if a document with the term is not deleted.
  bool is_alive(const Xapian::Database& database, const std::string& term) {
    return std::any_of(
        database.postlist_begin(term), database.postlist_end(term),
        [&](Xapian::docid document) { return !deleted.contains(document); });
  }

  DatabasePool databases;
  DeletedDocuments deleted;
  BestArticles best;
  std::vector<SuggestionFile> words;   // by segment
  std::vector<std::string> languages;  // of articles
  std::function<StoryList()> list_stories;
  std::once_flag columns_were_read;
  Columns all_columns;
};

IndexReader::IndexReader(std::vector<Segment> segments,
                         std::function<StoryList()> list_stories)
    : state_(std::make_unique<State>(segments, std::move(list_stories))) {}

IndexReader::~IndexReader() = default;

void IndexReader::warm_up() const {
  state_->databases.borrow("columns", [&](const Xapian::Database& database) {
    state_->columns(database);
    return true;
  });
}

SearchAnswer IndexReader::search(const SearchRequest& request,
                                 const EntityResolver& resolve,
                                 const NameRecognizer& recognize) const {
  check_limit(request.limit);
  if (is_blank(request.query)) {
    BuiltQuery all;
    all.query = make_all_query();
    SearchAnswer answer = state_->answer(request, all);
    if (!answer.total_is_exact && !has_filters(request)) {
      answer.total = state_->count_articles();
      answer.total_is_exact = true;
    }
    return answer;
  }
  const bool bag_of_words = request.match == MatchWords::kAny;
  const ParsedQuery parsed = parse_query(
      request.query, bag_of_words ? Operators::kAsWords : Operators::kRead);
  const QueryLanguages languages =
      choose_languages(request.languages, state_->languages);
  VocabularyWork work;
  BuildOptions options{
      .language = languages.first, .match = request.match, .work = &work};
  const NameRecognizer names = within_budget(recognize);
  const auto build = [&](Naming naming) {
    if (!parsed.root) return BuiltQuery();
    const auto build_tree = [&](const QueryNode& root) {
      return state_->build(root, languages, options, resolve);
    };
    if (bag_of_words || !names) return build_tree(*parsed.root);
    return build_tree(mark_names(*parsed.root, names, naming));
  };
  const BuiltQuery built = build(Naming::kTelling);
  SearchAnswer answer = state_->answer(request, built);
  const auto widen = [&](Naming naming, const char* note) {
    if (answer.total > 0) return;
    SearchAnswer wider = state_->answer(request, build(naming));
    if (wider.total == 0) return;
    answer = std::move(wider);
    answer.notes.emplace_back(note);
  };
  if (parsed.root && !bag_of_words) {
    if (recognize) {
      widen(Naming::kAll,
            "no article has all the words: also those that name the same "
            "otherwise");
    }
    options.match = MatchWords::kAny;
    widen(Naming::kTelling, "no article has all the words: any of them");
  }
  std::vector<std::string> notes = parsed.notes;
  add_notes(notes, answer.notes);
  if (built.read_as.empty()) {
    notes.emplace_back("there is nothing in the query to look for");
  }
  answer.notes = std::move(notes);
  return answer;
}

std::optional<text::Article> IndexReader::article(text::ArticleId id) const {
  using Found = std::optional<text::Article>;
  return state_->databases.borrow(
      "read article " + text::to_string(id),
      [&](const Xapian::Database& database) -> Found {
        const std::string term = make_id_term(id);
        for (auto document = database.postlist_begin(term);
             document != database.postlist_end(term); ++document) {
          if (state_->deleted.contains(*document)) continue;
          return decode_article(database.get_document(*document).get_data());
        }
        return std::nullopt;
      });
}

std::vector<SimilarArticle> IndexReader::similar(text::ArticleId id,
                                                 uint32_t limit) const {
  check_limit(limit);
  using Found = std::vector<SimilarArticle>;
  return state_->databases.borrow(
      "articles like " + text::to_string(id),
      [&](const Xapian::Database& database) -> Found {
        const std::string term = make_id_term(id);
        for (auto document = database.postlist_begin(term);
             document != database.postlist_end(term); ++document) {
          if (state_->deleted.contains(*document)) continue;
          return state_->similar(database, {*document, limit});
        }
        return {};
      });
}

std::vector<text::ArticleId> IndexReader::article_ids() const {
  return state_->databases.borrow(
      "list articles", [&](const Xapian::Database& database) {
        std::vector<text::ArticleId> ids;
        const std::string prefix(kIdPrefix);
        for (auto term = database.allterms_begin(prefix);
             term != database.allterms_end(prefix); ++term) {
          const auto id = text::parse_article_id(
              std::string_view(*term).substr(prefix.size()));
          if (!id) throw text::StorageError("article id", *term);
          if (!state_->deleted.names(*id) ||
              state_->is_alive(database, *term)) {
            ids.push_back(*id);
          }
        }
        return ids;
      });
}

IndexCounts IndexReader::counts() const {
  return state_->databases.borrow("count articles",
                                  [&](const Xapian::Database& database) {
                                    return count_all(database, state_->deleted);
                                  });
}

}  // namespace search
