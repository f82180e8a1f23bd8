#include "graph/evidence_reader.h"

#include <algorithm>

#include "text/error.h"

namespace graph {
namespace {

// The names of one entity; nominals only where it is not named.
void mark(const ArticleRecord& article, const SentenceRecord& sentence,
          EntityId entity, std::vector<text::Span>& marks) {
  std::vector<text::Span> names;
  std::vector<text::Span> nominals;
  for (const NameMark& name : sentence.marks) {
    if (article.entities[name.entity] != entity) continue;
    (name.nominal ? nominals : names).push_back(name.span);
  }
  if (names.empty()) names = std::move(nominals);
  std::ranges::move(names, std::back_inserter(marks));
}

}  // namespace

EdgeEnds orient(Side side, std::string_view entity, std::string_view other) {
  const bool turned =
      side == Side::kIn || (side == Side::kEither && other < entity);
  return turned ? EdgeEnds{other, entity} : EdgeEnds{entity, other};
}

const ArticleRecord& EvidenceReader::article(text::ArticleId id) {
  if (const auto known = articles_.find(id); known != articles_.end()) {
    return known->second;
  }
  const auto bytes = database_.get(Column::kArticles, article_key(id));
  if (!bytes) throw text::StorageError("articles", "evidence has no article");
  return articles_.emplace(id, decode_article(*bytes)).first->second;
}

Evidence EvidenceReader::of_sighting(const Sighting& sighting, EntityId first,
                                     EntityId second) {
  const ArticleRecord& shown = article(sighting.article);
  if (sighting.sentence >= shown.sentences.size()) {
    throw text::StorageError("articles", "evidence has no sentence");
  }
  const SentenceRecord& sentence = shown.sentences[sighting.sentence];
  Evidence evidence;
  evidence.article = sighting.article;
  evidence.title = shown.title;
  evidence.source = shown.source;
  evidence.published = shown.published;
  evidence.span = sentence.span;
  evidence.in_title = sentence.in_title;
  evidence.sentence = sentence.text;
  mark(shown, sentence, first, evidence.marks);
  mark(shown, sentence, second, evidence.marks);
  std::ranges::sort(evidence.marks);
  const auto repeated = std::ranges::unique(evidence.marks);
  evidence.marks.erase(repeated.begin(), repeated.end());
  return evidence;
}

std::vector<Evidence> EvidenceReader::of_edge(const EvidenceKey& edge,
                                              size_t limit) {
  std::vector<Evidence> all;
  for (auto scan = database_.scan(Column::kEvidence, evidence_prefix(edge));
       all.size() < limit && scan.valid(); scan.next()) {
    const EvidenceRecord record = decode_evidence(scan.value());
    Evidence evidence = of_sighting({record.article, record.sentence},
                                    edge.source, edge.target);
    evidence.modality = record.modality;
    evidence.negated = record.negated;
    evidence.confidence = record.confidence;
    evidence.date = record.date;
    evidence.rule = record.rule;
    all.push_back(std::move(evidence));
  }
  return all;
}

}  // namespace graph
