#include "search/document.h"

#include "search/schema.h"
#include "search/stored_article.h"
#include "text/analysis.h"

namespace search {

namespace {

// A word of the title counts as often (docs/search_format.md says why).
constexpr Xapian::termcount kTitleWeight = 3;

// No phrase reaches from the title into the body.
constexpr Xapian::termpos kGap = 100;

struct Field {
  std::string_view prefix;
  std::string_view stem_prefix;
  Xapian::termpos offset = 0;
  Xapian::termcount weight = 1;
};

void add_terms(Xapian::Document& document, const Field& field,
               std::span<const text::Term> terms) {
  for (const text::Term& term : terms) {
    if (term.kind == text::TermKind::kStem) {
      document.add_term(std::string(field.stem_prefix).append(term.text),
                        field.weight);
    } else {
      document.add_posting(std::string(field.prefix).append(term.text),
                           field.offset + term.position, field.weight);
    }
  }
}

void add_text(Xapian::Document& document, const text::Article& article) {
  const auto title = text::analyze(article.title, article.language);
  const auto body = text::analyze(article.body, article.language);
  add_terms(document,
            {.prefix = "", .stem_prefix = kStemPrefix, .weight = kTitleWeight},
            title);
  add_terms(document, {.prefix = kTitlePrefix, .stem_prefix = kTitleStemPrefix},
            title);
  const uint32_t title_end = title.empty() ? 0 : title.back().position;
  add_terms(
      document,
      {.prefix = "", .stem_prefix = kStemPrefix, .offset = title_end + kGap},
      body);
}

void add_source(Xapian::Document& document, const text::Article& article) {
  if (article.source.empty()) return;
  document.add_boolean_term(make_source_term(article.source));
  for (const text::Term& term :
       text::analyze(article.source, article.language)) {
    if (term.kind == text::TermKind::kStem) continue;
    document.add_boolean_term(make_filter_term(kSourceWordPrefix, term.text));
  }
}

void add_entities(Xapian::Document& document,
                  std::span<const std::string> entities) {
  for (const std::string& entity : entities) {
    document.add_boolean_term(make_filter_term(kEntityPrefix, entity));
    if (const auto type = text::type_of_entity_id(entity)) {
      document.add_boolean_term(
          make_filter_term(kTypePrefix, text::to_string(*type)));
    }
  }
}

}  // namespace

Xapian::Document make_document(const text::Article& article,
                               std::span<const std::string> entities,
                               std::span<const text::RelationType> relations) {
  Xapian::Document document;
  add_text(document, article);
  add_source(document, article);
  document.add_boolean_term(make_id_term(article.id));
  document.add_boolean_term(
      make_filter_term(kKindPrefix, text::to_string(article.kind)));
  if (!article.language.empty()) {
    document.add_boolean_term(
        make_filter_term(kLanguagePrefix, article.language));
  }
  add_entities(document, entities);
  for (const text::RelationType relation : relations) {
    document.add_boolean_term(
        make_filter_term(kRelationPrefix, text::to_string(relation)));
  }
  document.add_value(kOrderSlot, encode_order(article.published, article.id));
  document.set_data(encode_article(article));
  return document;
}

}  // namespace search
