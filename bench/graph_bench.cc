// How long it takes to build a graph and to ask it:
//
//   graph_bench ARTICLES
//
// The archive is made up, the same for the same number of articles. How often
// an entity is named falls off as a power law (the n-th is named in proportion
// to 1 / n), and so does whom it is named with. Every request is made once
// before it is measured, so that what it reads is in memory.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measure.h"
#include "graph/graph_builder.h"
#include "graph/graph_reader.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace {

constexpr uint64_t kSeed = 20251216;
constexpr int kSentences = 12;  // of an article
constexpr int kNames = 3;       // of a sentence
constexpr int kRelations = 3;   // of an article

// The same everywhere, unlike the distributions of the standard library.
class Chance {
 public:
  explicit Chance(uint64_t seed) : engine_(seed) {}

  double fraction() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  size_t below(size_t end) {
    return static_cast<size_t>(fraction() * static_cast<double>(end));
  }
  // 0 is drawn most often, n in proportion to 1 / (n + 1).
  size_t power_law(size_t end) {
    const double drawn = std::pow(static_cast<double>(end) + 1, fraction()) - 1;
    return std::min(static_cast<size_t>(drawn), end - 1);
  }

 private:
  std::mt19937_64 engine_;
};

std::vector<text::Entity> make_entities(size_t count) {
  constexpr std::string_view kSyllables[] = {"ka", "lo",  "mi", "ren", "sta",
                                             "tu", "vor", "ze", "bal", "dri"};
  std::vector<text::Entity> entities;
  for (size_t i = 0; i < count; ++i) {
    text::Entity entity;
    entity.type = static_cast<text::EntityType>(i % text::kEntityTypeCount);
    for (size_t rest = i + 10; rest > 0; rest /= 10) {
      entity.name += kSyllables[rest % 10];
    }
    entity.name += " " + std::to_string(i);
    entity.id = text::make_entity_id(entity.type, entity.name);
    entities.push_back(std::move(entity));
  }
  return entities;
}

struct AnnotatedArticle {
  text::Article article;
  text::Annotation annotation;
  std::vector<text::Entity> entities;
};

// Writes one article after the other.
class Archive {
 public:
  explicit Archive(size_t article_count)
      : entities_(make_entities(article_count / 4 + 50)), chance_(kSeed) {}

  const std::vector<text::Entity>& entities() const { return entities_; }

  AnnotatedArticle next() {
    AnnotatedArticle made;
    ++number_;
    made.article.id = text::ArticleId{number_};
    made.article.title = "Article " + std::to_string(number_);
    made.article.source = "Bench";
    made.article.language = "en";
    made.article.published =
        text::Timestamp{1700000000 + static_cast<int64_t>(number_) * 60};
    const auto cast = choose_cast();
    for (int i = 0; i < kSentences; ++i) write_sentence(cast, made);
    for (const size_t entity : cast) made.entities.push_back(entities_[entity]);
    return made;
  }

 private:
  // Whom an article is about: one entity, some of those that stand near it in
  // the list, and some that anything is named with.
  std::vector<size_t> choose_cast() {
    const size_t about = chance_.power_law(entities_.size());
    std::vector<size_t> cast = {about};
    for (int i = 0; i < 7; ++i) {
      const size_t step = 1 + chance_.power_law(entities_.size() / 8);
      cast.push_back((about + step) % entities_.size());
      cast.push_back(chance_.power_law(entities_.size()));
    }
    std::ranges::sort(cast);
    const auto repeated = std::ranges::unique(cast);
    cast.erase(repeated.begin(), repeated.end());
    return cast;
  }

  void write_sentence(const std::vector<size_t>& cast, AnnotatedArticle& made) {
    std::string& body = made.article.body;
    const auto begin = static_cast<uint32_t>(body.size());
    std::vector<size_t> named;
    for (int i = 0; i < kNames; ++i) {
      named.push_back(cast[chance_.below(cast.size())]);
      add_mention(entities_[named.back()], made);
      body +=
          " moved " + std::to_string(chance_.below(1000000)) + " tonnes to ";
    }
    body += "port. ";
    const auto end = static_cast<uint32_t>(body.size()) - 1;
    auto& relations = made.annotation.relations;
    if (relations.size() >= kRelations || named[0] == named[1]) return;
    text::Relation relation;
    relation.type = static_cast<text::RelationType>(
        chance_.below(text::kRelationTypeCount));
    relation.source = entities_[named[0]].id;
    relation.target = entities_[named[1]].id;
    relation.sentence = {begin, end};
    relation.confidence = 0.9f;
    relation.rule = "bench";
    relations.push_back(std::move(relation));
  }

  static void add_mention(const text::Entity& entity, AnnotatedArticle& made) {
    std::string& body = made.article.body;
    text::Mention mention;
    mention.span.begin = static_cast<uint32_t>(body.size());
    body += entity.name;
    mention.span.end = static_cast<uint32_t>(body.size());
    mention.entity = entity.id;
    mention.type = entity.type;
    mention.name = entity.name;
    mention.how = "gazetteer";
    made.annotation.mentions.push_back(std::move(mention));
  }

  std::vector<text::Entity> entities_;
  Chance chance_;
  uint64_t number_ = 0;
};

void build(Archive& archive, size_t article_count,
           const std::filesystem::path& directory) {
  const auto start = bench::Clock::now();
  graph::GraphBuilder builder(directory, std::nullopt);
  for (size_t i = 0; i < article_count; ++i) {
    const AnnotatedArticle made = archive.next();
    builder.add(made.article, made.annotation, made.entities);
  }
  const graph::GraphCounts counts = builder.finish();
  std::printf(
      "build          %8.2f s  %llu articles, %llu entities, %llu edges\n",
      bench::seconds_since(start),
      static_cast<unsigned long long>(counts.articles),
      static_cast<unsigned long long>(counts.entities),
      static_cast<unsigned long long>(counts.edges));
}

// Asks about entities that are drawn as often as they are named.
template <typename Ask>
void measure(const char* what, const Archive& archive, Ask ask) {
  Chance chance(kSeed + 1);
  const auto [p50, p95] = bench::measure_requests(
      [&] {
        return &archive.entities()[chance.power_law(archive.entities().size())];
      },
      [&](const text::Entity* entity) { ask(*entity); });
  std::printf("%-14s %8.3f ms %8.3f ms\n", what, p50, p95);
}

void measure_all(const Archive& archive, const graph::GraphReader& reader) {
  std::printf("                    p50         p95\n");
  measure("related", archive, [&](const text::Entity& entity) {
    reader.related({.entity = entity.id});
  });
  measure("related, type", archive, [&](const text::Entity& entity) {
    reader.related({.entity = entity.id, .types = {text::EntityType::kPerson}});
  });
  measure("related, rel.", archive, [&](const text::Entity& entity) {
    reader.related(
        {.entity = entity.id, .relations = {text::RelationType::kAcquires}});
  });
  measure("relations", archive, [&](const text::Entity& entity) {
    reader.relations({.entity = entity.id});
  });
  measure("neighbourhood", archive, [&](const text::Entity& entity) {
    reader.neighbourhood({.entities = {entity.id}});
  });
  measure("resolve", archive,
          [&](const text::Entity& entity) { reader.resolve(entity.name, 5); });
  measure("suggest, 1", archive, [&](const text::Entity& entity) {
    reader.suggest(entity.name.substr(0, 1), 10);
  });
  measure("suggest, 4", archive, [&](const text::Entity& entity) {
    reader.suggest(entity.name.substr(0, 4), 10);
  });
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const size_t article_count = argc == 2 ? std::stoul(argv[1]) : 0;
    if (article_count == 0) throw std::invalid_argument("graph_bench ARTICLES");
    const bench::TemporaryDirectory directory("graph-bench");
    Archive archive(article_count);
    const auto graph_path = directory / "graph";
    build(archive, article_count, graph_path);
    measure_all(archive, graph::GraphReader(graph_path));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
