#include "exchange/ntriples_writer.h"

#include <string>
#include <string_view>

#include "exchange/evidence_json.h"
#include "exchange/numbers.h"
#include "exchange/rdf_terms.h"

namespace exchange {
namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kLabel =
    "http://www.w3.org/2000/01/rdf-schema#label";
constexpr std::string_view kAltLabel =
    "http://www.w3.org/2004/02/skos/core#altLabel";
constexpr std::string_view kTerms = "http://purl.org/dc/terms/";

std::string rdf(std::string_view name) {
  return known_iri(std::string(kRdf) + std::string(name));
}
std::string terms(std::string_view name) {
  return known_iri(std::string(kTerms) + std::string(name));
}
std::string property(std::string_view name) {
  return lode_iri("property", name);
}
std::string entity_iri(std::string_view id) { return lode_iri("entity", id); }
std::string article_iri(text::ArticleId id) {
  return lode_iri("article", text::to_string(id));
}

std::string flag(bool value) {
  return literal(value ? "true" : "false", "boolean");
}
std::string count(uint64_t value) {
  return literal(std::to_string(value), "integer");
}
std::string share(float confidence) {
  return literal(confidence_text(confidence), "double");
}

// The statements of one subject, line by line.
class Subject {
 public:
  explicit Subject(std::string iri) : iri_(std::move(iri)) {}

  void add(std::string_view predicate, std::string_view object) {
    lines_ += triple(iri_, predicate, object);
  }
  void add_text(std::string_view predicate, std::string_view text) {
    if (!text.empty()) add(predicate, literal(text));
  }
  void add_time(std::string_view predicate,
                std::optional<text::Timestamp> time) {
    if (time) add(predicate, literal(text::to_rfc3339(*time), "dateTime"));
  }

  const std::string& iri() const { return iri_; }
  std::string take() { return std::move(lines_); }

 private:
  std::string iri_;
  std::string lines_;
};

std::string evidence_lines(const graph::ExportedEvidence& exported,
                           const std::string& edge, const std::string& iri) {
  const graph::Evidence& evidence = exported.evidence;
  Subject subject(iri);
  subject.add(rdf("type"), lode_iri("type", "evidence"));
  subject.add(property("supports"), edge);
  subject.add(terms("source"), article_iri(evidence.article));
  subject.add(property("sentence"), literal(evidence.sentence));
  subject.add(property("sentence_begin"), count(evidence.span.begin));
  if (evidence.in_title) subject.add(property("in_title"), flag(true));
  subject.add_text(property("source_marks"),
                   marks_text(evidence.sentence, exported.source_marks));
  subject.add_text(property("target_marks"),
                   marks_text(evidence.sentence, exported.target_marks));
  subject.add_text(property("modality"), text::to_string(evidence.modality));
  subject.add(property("negated"), flag(evidence.negated));
  subject.add(property("confidence"), share(evidence.confidence));
  subject.add_text(property("date"), evidence.date);
  subject.add_text(property("rule"), evidence.rule);
  return subject.take();
}

// Empty where the words of the number are not in the sentence.
std::string quantity_mark(const text::Fact& fact, std::string_view sentence) {
  if (!fact.sentence.contains(fact.quantity)) return {};
  const uint32_t begin = fact.sentence.begin;
  return marks_text(sentence,
                    {{fact.quantity.begin - begin, fact.quantity.end - begin}});
}

std::string fact_lines(const text::Fact& fact, const ReadText& read,
                       const std::string& iri) {
  const std::string& text =
      fact.in_title ? read.article.title : read.article.body;
  Subject subject(iri);
  subject.add(rdf("type"), lode_iri("type", "fact"));
  subject.add(property("entity"), entity_iri(fact.entity));
  subject.add_text(property("measure"), fact.measure);
  if (!fact.commodity.empty()) {
    subject.add(property("commodity"), entity_iri(fact.commodity));
  }
  subject.add(property("value"), literal(number_text(fact.value), "double"));
  subject.add_text(property("unit"), fact.unit);
  subject.add_text(property("date"), fact.date);
  const std::string_view sentence = slice(text, fact.sentence);
  subject.add(property("sentence"), literal(sentence));
  subject.add(property("sentence_begin"), count(fact.sentence.begin));
  if (fact.in_title) subject.add(property("in_title"), flag(true));
  subject.add_text(property("quantity"), quantity_mark(fact, sentence));
  subject.add(terms("source"), article_iri(read.article.id));
  return subject.take();
}

}  // namespace

std::string NtriplesWriter::entity(const graph::EntityDetail& entity) {
  const graph::EntitySummary& summary = entity.summary;
  Subject subject(entity_iri(summary.id));
  subject.add(rdf("type"), lode_iri("type", text::to_string(summary.type)));
  subject.add(known_iri(kLabel), literal(summary.name));
  for (const std::string& alias : entity.aliases) {
    subject.add(known_iri(kAltLabel), literal(alias));
  }
  subject.add(property("article_count"), count(summary.article_count));
  subject.add(property("story_count"), count(summary.story_count));
  subject.add_time(property("first_reported"), entity.first_reported);
  subject.add_time(property("last_reported"), entity.last_reported);
  return subject.take();
}

std::string NtriplesWriter::edge(const graph::ExportedEdge& exported) {
  const graph::Edge& edge = exported.edge;
  const std::string source = entity_iri(edge.source.id);
  const std::string relation = lode_iri("relation", text::to_string(edge.type));
  const std::string target = entity_iri(edge.target.id);
  Subject subject(lode_iri("edge", edge_id(edge)));
  subject.add(rdf("type"), rdf("Statement"));
  subject.add(rdf("subject"), source);
  subject.add(rdf("predicate"), relation);
  subject.add(rdf("object"), target);
  subject.add_text(property("modality"), text::to_string(edge.modality));
  subject.add(property("negated"), flag(edge.negated));
  subject.add(property("confidence"), share(edge.confidence));
  subject.add(property("story_count"), count(edge.story_count));
  subject.add(property("opposing_story_count"),
              count(edge.opposing_story_count));
  subject.add_time(property("first_reported"), edge.first_reported);
  subject.add_time(property("last_reported"), edge.last_reported);
  std::string lines;
  // What is planned, rumoured or denied is told of, not stated.
  if (edge.modality == text::Modality::kAsserted && !edge.negated) {
    lines = triple(source, relation, target);
  }
  const std::string statement = subject.iri();
  lines += subject.take();
  for (size_t i = 0; i < exported.evidence.size(); ++i) {
    lines += evidence_lines(
        exported.evidence[i], statement,
        lode_iri("evidence", edge_id(edge) + "|" + std::to_string(i + 1)));
  }
  return lines;
}

std::string NtriplesWriter::article(const ReadText& read) {
  const text::Article& article = read.article;
  Subject subject(article_iri(article.id));
  subject.add(rdf("type"), lode_iri("type", "article"));
  subject.add_text(terms("title"), article.title);
  subject.add_text(terms("publisher"), article.source);
  subject.add_text(terms("language"), article.language);
  subject.add_time(terms("issued"), article.published);
  const std::string iri = url_iri(article.url);
  if (!iri.empty()) subject.add(terms("identifier"), iri);
  // An IRI does not tell what had to be encoded in it.
  if (iri != known_iri(article.url)) {
    subject.add_text(property("url"), article.url);
  }
  subject.add_text(property("kind"), text::to_string(article.kind));
  subject.add(property("story"), lode_iri("story", to_string(read.story)));
  std::string lines = subject.take();
  size_t number = 0;
  for (const text::Fact& fact : read.annotation.facts) {
    lines += fact_lines(fact, read,
                        lode_iri("fact", text::to_string(article.id) + ":" +
                                             std::to_string(++number)));
  }
  return lines;
}

}  // namespace exchange
