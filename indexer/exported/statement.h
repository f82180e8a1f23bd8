// What an exported file tells of one article: its edges' sentences and facts.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/annotation.h"
#include "text/article.h"

namespace indexer {

// Values by name, as text: what cells of CSV, members of JSON and properties of
// RDF come to. Absent is not known.
using Fields = std::map<std::string, std::string, std::less<>>;

struct StatedEdge {
  text::RelationType type{};
  std::string source;  // entity ids
  std::string target;
};

// A sentence, and where the file tells it.
struct StatedSentence {
  uint64_t record = 0;
  std::string text;
  uint32_t begin = 0;  // where it stood in its article; only for the order
};

// Spans of `relation` and `fact` are set when the article is put together;
// marks and quantity are bytes of the sentence.
struct Statement {
  StatedSentence sentence;
  text::Relation relation;
  std::vector<text::Span> source_marks;
  std::vector<text::Span> target_marks;
};

struct StatedFact {
  StatedSentence sentence;
  text::Fact fact;
};

// `article` is without its body.
struct StatedArticle {
  text::Article article;
  text::ArticleId story{};
};

// Throws InputError if `fields` have no article id as `article`.
text::ArticleId article_of(const Fields& fields);

// Reads `story` (if it is not there, the article is one of its own), `title`,
// `publisher`, `published`, `url`, `language`, `kind`. Throws InputError.
StatedArticle read_stated_article(const Fields& fields);

// Reads `relation`, `source`, `target`. Throws InputError.
StatedEdge read_stated_edge(const Fields& fields);

// Reads `sentence`, which must be there, `in_title`, `sentence_begin`,
// `source_marks`, `target_marks`, `modality`, `negated`, `confidence`, `date`,
// `rule`. Throws InputError.
Statement read_statement(const StatedEdge& edge, const Fields& fields,
                         uint64_t record);

// Reads `sentence`, which must be there, `in_title`, `sentence_begin`,
// `entity`, `measure`, `commodity`, `value`, `unit`, `date`, `quantity` (one
// mark). Throws InputError.
StatedFact read_stated_fact(const Fields& fields, uint64_t record);

// Throws InputError if `id` is not one of an entity.
const std::string& checked_entity_id(const std::string& id);

// For sorting; equal values have equal bytes, the record comes last.
std::string encode(const Statement& statement);
std::string encode(const StatedFact& fact);
std::string encode(const StatedArticle& article);
std::string encode(const text::Entity& entity);
// Of what encode() wrote.
Statement decode_statement(std::string_view bytes);
StatedFact decode_stated_fact(std::string_view bytes);
StatedArticle decode_stated_article(std::string_view bytes);
text::Entity decode_entity(std::string_view bytes);

}  // namespace indexer
