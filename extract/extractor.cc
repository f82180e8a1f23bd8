#include "extract/extractor.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/cjk_arbitration.h"
#include "extract/coreference.h"
#include "extract/facts.h"
#include "extract/fingerprint.h"
#include "extract/knowledge.h"
#include "extract/language_models.h"
#include "extract/measure_language.h"
#include "extract/mention_finder.h"
#include "extract/relation_finder.h"
#include "extract/relation_merge.h"
#include "extract/relation_model.h"
#include "extract/relative_pronouns.h"
#include "extract/short_forms.h"
#include "extract/tagged_names.h"

namespace extract {
namespace {

// Raised whenever the code reads the same text otherwise.
constexpr std::string_view kCodeVersion = "6";

text::Mention to_mention(const Reading& reading, const Found& found) {
  const Passage& passage = reading.passages[found.passage];
  text::Mention mention;
  mention.span =
      span_of(passage, found.first - (found.with_article ? 1 : 0), found.last);
  mention.in_title = passage.in_title;
  mention.nominal = found.nominal;
  mention.entity = found.entity().entity.id;
  mention.type = found.type();
  mention.name = found.entity().entity.name;
  mention.confidence = found.confidence;
  mention.how = found.how;
  return mention;
}

// What is said of somebody whom the article does not tell is said of nobody.
void drop_strangers(text::Annotation& annotation) {
  std::erase_if(annotation.relations, [](const text::Relation& relation) {
    return relation.source.empty() || relation.target.empty();
  });
  std::erase_if(annotation.facts,
                [](const text::Fact& fact) { return fact.entity.empty(); });
}

// Collects the entities that an annotation names.
class Named {
 public:
  Named(const Knowledge& knowledge, const Reading& reading)
      : knowledge_(knowledge), reading_(reading) {}

  void add(const std::string& id) {
    const auto born = reading_.born_by_id.find(id);
    const KnownEntity* known = knowledge_.gazetteer().find(id);
    if (known == nullptr && born != reading_.born_by_id.end()) {
      known = born->second;
    }
    if (known != nullptr) entities_.emplace(id, known->entity);
  }

  std::vector<text::Entity> sorted() const {
    std::vector<text::Entity> entities;
    for (const auto& [id, entity] : entities_) entities.push_back(entity);
    return entities;
  }

 private:
  const Knowledge& knowledge_;
  const Reading& reading_;
  std::map<std::string, text::Entity> entities_;
};

}  // namespace

struct Extractor::State {
  explicit State(const std::filesystem::path& resources)
      : knowledge(resources),
        measures(resources / "measures"),
        cjk_models(resources / "models"),
        language_models(resources / "models"),
        relation_model(resources / "models", knowledge,
                       language_models.classes()) {}

  Knowledge knowledge;
  MeasureBook measures;
  CjkModels cjk_models;
  LanguageModels language_models;
  RelationModel relation_model;
  std::string fingerprint;
};

Extractor::Extractor(const std::filesystem::path& resources)
    : state_(new State(resources)) {
  state_->fingerprint = fingerprint_of(resources, kCodeVersion);
}

Extractor::~Extractor() = default;

Extraction Extractor::extract(const text::Article& article) const {
  const Knowledge& knowledge = state_->knowledge;
  Reading reading;
  reading.passages.push_back(read_passage(article.title, true));
  reading.passages.push_back(read_passage(article.body, false));
  for (Passage& passage : reading.passages) {
    knowledge.lexicon().symbols().label(passage.tokens);
  }
  const ArticleSyntax syntax =
      read_syntax(state_->language_models, reading.passages);
  find_names(knowledge,
             find_tagged_names(knowledge, state_->language_models,
                               reading.passages, syntax),
             reading);
  add_cjk_names(knowledge, state_->cjk_models, reading);
  find_short_forms(knowledge, reading);
  find_nominals(knowledge, reading);

  Extraction extraction;
  const auto tree = [&](size_t passage, size_t sentence) {
    return tree_of(syntax[passage][sentence],
                   reading.passages[passage].sentences[sentence]);
  };
  extraction.annotation.relations = find_relations(knowledge, reading, tree);
  extraction.annotation.facts =
      find_facts(knowledge, state_->measures, reading);
  find_relative_pronouns(reading);
  extraction.annotation.relations =
      merge_relations(std::move(extraction.annotation.relations),
                      state_->relation_model.find(tree, reading));
  drop_strangers(extraction.annotation);
  Named named(knowledge, reading);
  for (const Found& found : reading.found) {
    if (found.office) continue;
    extraction.annotation.mentions.push_back(to_mention(reading, found));
    named.add(found.entity().entity.id);
  }
  for (const Found& found : reading.inner) {
    extraction.annotation.mentions.push_back(to_mention(reading, found));
    named.add(found.entity().entity.id);
  }
  std::ranges::stable_sort(
      extraction.annotation.mentions, {}, [](const text::Mention& mention) {
        return std::pair(!mention.in_title, mention.span.begin);
      });
  for (const text::Relation& relation : extraction.annotation.relations) {
    named.add(relation.source);
    named.add(relation.target);
  }
  for (const text::Fact& fact : extraction.annotation.facts) {
    named.add(fact.entity);
    named.add(fact.commodity);
  }
  extraction.entities = named.sorted();
  return extraction;
}

std::string Extractor::fingerprint() const { return state_->fingerprint; }

}  // namespace extract
