#include "tests/graph/tiny_archive.h"

#include <algorithm>
#include <stdexcept>

#include "graph/database.h"
#include "text/sentences.h"

namespace graph {
namespace {

std::string name_of(std::string_view typed_name) {
  return std::string(typed_name.substr(typed_name.find(':') + 1));
}

text::EntityType type_of(std::string_view typed_name) {
  return text::parse_entity_type(typed_name.substr(0, typed_name.find(':')))
      .value();
}

void mention_all(const std::string& typed_name, std::string_view text,
                 bool in_title, text::Annotation& annotation) {
  const std::string name = name_of(typed_name);
  for (size_t at = text.find(name); at != text.npos;
       at = text.find(name, at + name.size())) {
    text::Mention mention;
    mention.span = {static_cast<uint32_t>(at),
                    static_cast<uint32_t>(at + name.size())};
    mention.in_title = in_title;
    mention.entity = id_of(typed_name);
    mention.type = type_of(typed_name);
    mention.name = name;
    mention.how = "gazetteer";
    annotation.mentions.push_back(mention);
  }
}

text::Span sentence_naming(const std::string& body, const std::string& one,
                           const std::string& other) {
  for (const text::Span span : text::find_sentences(body)) {
    const auto sentence = text::slice(body, span);
    if (sentence.find(one) != sentence.npos &&
        sentence.find(other) != sentence.npos) {
      return span;
    }
  }
  throw std::logic_error("no sentence names " + one + " and " + other);
}

}  // namespace

std::string id_of(std::string_view typed_name) {
  return text::make_entity_id(type_of(typed_name), name_of(typed_name));
}

AnnotatedArticle annotate(const Draft& draft) {
  AnnotatedArticle made;
  made.article.id = text::ArticleId{draft.id};
  made.article.title = draft.title;
  made.article.body = draft.body;
  made.article.published = text::parse_rfc3339(draft.published);
  made.article.source = "SMM";
  made.article.language = "en";
  for (const std::string& name : draft.names) {
    made.entities.push_back({id_of(name), type_of(name), name_of(name), {}});
    mention_all(name, draft.title, true, made.annotation);
    mention_all(name, draft.body, false, made.annotation);
  }
  std::ranges::sort(made.annotation.mentions, {}, [](const auto& mention) {
    return std::pair(!mention.in_title, mention.span);
  });
  for (const StatedRelation& stated : draft.relations) {
    text::Relation relation;
    relation.type = stated.type;
    relation.source = id_of(stated.source);
    relation.target = id_of(stated.target);
    relation.sentence = sentence_naming(draft.body, name_of(stated.source),
                                        name_of(stated.target));
    relation.modality = stated.modality;
    relation.negated = stated.negated;
    relation.confidence = stated.confidence;
    relation.rule = "test.rule";
    made.annotation.relations.push_back(relation);
  }
  return made;
}

GraphCounts build(const std::filesystem::path& directory,
                  const std::vector<Draft>& drafts,
                  const std::optional<std::filesystem::path>& previous) {
  GraphBuilder builder(directory, previous);
  for (const Draft& draft : drafts) {
    const AnnotatedArticle made = annotate(draft);
    builder.add(made.article, made.annotation, made.entities);
  }
  return builder.finish();
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char byte : bytes) {
    hex += kDigits[static_cast<uint8_t>(byte) >> 4];
    hex += kDigits[static_cast<uint8_t>(byte) & 0xf];
  }
  return hex;
}

std::map<std::string, std::string> dump(
    const std::filesystem::path& directory) {
  std::map<std::string, std::string> records;
  const Database database = Database::open(directory);
  for (int i = 0; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    for (auto scan = database.scan(column, ""); scan.valid(); scan.next()) {
      records[std::string(to_string(column)) + " " + to_hex(scan.key())] =
          to_hex(scan.value());
    }
  }
  return records;
}

std::string filler(uint64_t number) {
  std::string text;
  for (uint64_t i = 0; i < 12; ++i) {
    text += " word" + std::to_string(number * 100 + i) + " and";
  }
  return "Then" + text + " so on.";
}

}  // namespace graph
