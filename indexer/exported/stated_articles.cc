#include "indexer/exported/stated_articles.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/exported/article_parts.h"
#include "indexer/exported/sort_keys.h"
#include "text/error.h"

namespace indexer {
namespace {

// How the parts of an article begin, in the order in which they come back.
constexpr char kArticle = 'A';
constexpr char kEntity = 'E';
constexpr char kFact = 'F';
constexpr char kStatement = 'S';

// How what is said of an entity begins: descriptions come back first.
constexpr char kDescription = 'D';
constexpr char kUse = 'U';

std::string key_of(text::ArticleId article) {
  return number_bytes(static_cast<uint64_t>(article));
}

// One entity: what it is, and in which articles.
class DescribedEntity {
 public:
  DescribedEntity(std::string id, const std::string& archive,
                  const RecordSink& sink)
      : id_(std::move(id)), archive_(archive), sink_(sink) {}

  const std::string& id() const { return id_; }

  // What encode() made of it, if it is known.
  const std::optional<std::string>& bytes() const { return bytes_; }

  void describe(std::string_view value) {
    const uint64_t record = take_number(value);
    if (!bytes_) {
      bytes_ = value;
      record_ = record;
    } else if (*bytes_ != value) {
      reject(record, id_ + " is " + told(value) + " here and " + told(*bytes_) +
                         " in record " + std::to_string(record_) +
                         ", which counts");
    }
  }

  // Rejects the first use of what is unknown.
  void miss(uint64_t record) {
    if (std::exchange(is_missed_, true)) return;
    reject(record, "the file does not say what `" + id_ +
                       "` is: its edges and facts are left out");
  }

 private:
  static std::string told(std::string_view bytes) {
    const text::Entity entity = decode_entity(bytes);
    std::string what = "the " + std::string(text::to_string(entity.type)) +
                       " `" + entity.name + "`";
    if (!entity.aliases.empty()) {
      what += " (" + std::to_string(entity.aliases.size()) + " aliases)";
    }
    return what;
  }

  void reject(uint64_t record, std::string reason) const {
    sink_.on_reject({archive_, record, std::move(reason)});
  }

  std::string id_;
  const std::string& archive_;
  const RecordSink& sink_;
  std::optional<std::string> bytes_;
  uint64_t record_ = 0;
  bool is_missed_ = false;
};

using RejectPart = std::function<void(uint64_t record, std::string reason)>;

// Told twice by the file.
bool is_same(const Statement& a, const Statement& b) {
  return a.relation == b.relation && a.sentence.text == b.sentence.text;
}
bool is_same(const StatedFact& a, const StatedFact& b) {
  return a.fact == b.fact && a.sentence.text == b.sentence.text;
}

// Appends what is not there: equal values follow each other.
template <typename Value>
void append_new(std::vector<Value>& values, Value value) {
  if (values.empty() || !is_same(values.back(), value)) {
    values.push_back(std::move(value));
  }
}

// One article, part by part.
class GatheredArticle {
 public:
  explicit GatheredArticle(text::ArticleId id) {
    parts_.stated.article.id = id;
    parts_.stated.story = id;
  }

  text::ArticleId id() const { return parts_.stated.article.id; }

  // Calls `reject` for what can't be part of the article.
  void add(std::string_view value, const RejectPart& reject) {
    if (value == last_) return;
    last_ = value;
    if (is_too_long_) return;
    bytes_ += value.size();
    is_too_long_ = bytes_ > kMaxRecordBytes;
    if (is_too_long_) {
      parts_.statements.clear();
      parts_.facts.clear();
      return reject(
          0, "the article " + text::to_string(id()) + " is larger than 64 MB");
    }
    const std::string_view bytes = value.substr(1);
    switch (value.front()) {
      case kArticle:
        return set_article(bytes);
      case kEntity:
        return add_entity(bytes);
      case kFact:
        return add_fact(decode_stated_fact(bytes), reject);
      default:
        return add_statement(decode_statement(bytes), reject);
    }
  }

  bool is_empty() const {
    return parts_.statements.empty() && parts_.facts.empty();
  }

  // The lowest record that a statement or a fact is of.
  uint64_t record() const { return record_; }
  ArticleParts take() { return std::move(parts_); }

 private:
  void set_article(std::string_view bytes) {
    if (!std::exchange(is_told_, true)) {
      parts_.stated = decode_stated_article(bytes);
    }
  }

  void add_entity(std::string_view bytes) {
    text::Entity entity = decode_entity(bytes);
    parts_.entities.try_emplace(entity.id, entity);
  }

  void add_fact(StatedFact stated, const RejectPart& reject) {
    const text::Fact& fact = stated.fact;
    const bool is_known =
        parts_.entities.contains(fact.entity) &&
        (fact.commodity.empty() || parts_.entities.contains(fact.commodity));
    if (!is_known || !check_place(stated.sentence, fact.in_title, reject)) {
      return;
    }
    append_new(parts_.facts, std::move(stated));
  }

  void add_statement(Statement statement, const RejectPart& reject) {
    const text::Relation& relation = statement.relation;
    const bool is_known = parts_.entities.contains(relation.source) &&
                          parts_.entities.contains(relation.target);
    if (!is_known ||
        !check_place(statement.sentence, relation.in_title, reject)) {
      return;
    }
    append_new(parts_.statements, std::move(statement));
  }

  bool check_place(const StatedSentence& sentence, bool in_title,
                   const RejectPart& reject) {
    if (!has_place(parts_.stated, sentence, in_title)) {
      reject(sentence.record, "the sentence is not in the title");
      return false;
    }
    record_ =
        record_ == 0 ? sentence.record : std::min(record_, sentence.record);
    return true;
  }

  ArticleParts parts_;
  std::string last_;  // to pass over what is said twice
  size_t bytes_ = 0;
  uint64_t record_ = 0;
  bool is_told_ = false;
  bool is_too_long_ = false;
};

void hand_over(GatheredArticle article, const std::string& archive,
               const RecordSink& sink) {
  if (article.is_empty()) return;
  Record record;
  record.archive = archive;
  record.number = article.record();
  record.kind = RecordKind::kArticleLine;
  record.bytes = graph_line_of(article.take());
  sink.on_record(std::move(record));
}

}  // namespace

StatedArticles::StatedArticles(std::string archive, size_t sort_bytes)
    : archive_(std::move(archive)),
      entities_(folder_.path() / "entities", sort_bytes),
      parts_(folder_.path() / "parts", sort_bytes) {}

void StatedArticles::add(const text::Entity& entity, uint64_t record) {
  entities_.add(entity.id,
                kDescription + number_bytes(record) + encode(entity));
}

void StatedArticles::add(const StatedArticle& article) {
  parts_.add(key_of(article.article.id), kArticle + encode(article));
}

void StatedArticles::add(text::ArticleId article, const Statement& statement) {
  is_empty_ = false;
  parts_.add(key_of(article), kStatement + encode(statement));
  use(statement.relation.source, article, statement.sentence.record);
  use(statement.relation.target, article, statement.sentence.record);
}

void StatedArticles::add(text::ArticleId article, const StatedFact& stated) {
  is_empty_ = false;
  parts_.add(key_of(article), kFact + encode(stated));
  use(stated.fact.entity, article, stated.sentence.record);
  if (stated.fact.commodity.empty()) return;
  use(stated.fact.commodity, article, stated.sentence.record);
}

void StatedArticles::use(const std::string& entity, text::ArticleId article,
                         uint64_t record) {
  entities_.add(entity, kUse + number_bytes(record) + key_of(article));
}

void StatedArticles::finish(const RecordSink& sink) {
  describe_entities(sink);
  assemble(sink);
}

// Gives each article the entities that it speaks of.
void StatedArticles::describe_entities(const RecordSink& sink) {
  std::optional<DescribedEntity> entity;
  for (entities_.sort(); entities_.valid(); entities_.next()) {
    if (!entity || entity->id() != entities_.key()) {
      entity.emplace(std::string(entities_.key()), archive_, sink);
    }
    std::string_view value = entities_.value();
    const char kind = value.front();
    value.remove_prefix(1);
    if (kind == kDescription) {
      entity->describe(value);
      continue;
    }
    const uint64_t record = take_number(value);
    if (entity->bytes()) {
      parts_.add(value, kEntity + *entity->bytes());
    } else {
      entity->miss(record);
    }
  }
  entities_.clear();
}

void StatedArticles::assemble(const RecordSink& sink) {
  const RejectPart reject = [&](uint64_t record, std::string reason) {
    sink.on_reject({archive_, record, std::move(reason)});
  };
  std::optional<GatheredArticle> article;
  for (parts_.sort(); parts_.valid(); parts_.next()) {
    std::string_view key = parts_.key();
    const text::ArticleId id{take_number(key)};
    if (!article || article->id() != id) {
      if (article) hand_over(*std::exchange(article, {}), archive_, sink);
      article.emplace(id);
    }
    article->add(parts_.value(), reject);
  }
  if (article) hand_over(*std::move(article), archive_, sink);
  parts_.clear();
}

}  // namespace indexer
