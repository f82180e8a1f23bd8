#include "graph/evidence_reader.h"

#include <algorithm>

#include "graph/edge_scan.h"
#include "text/error.h"

namespace graph {
namespace {

// The names of one entity; nominals only where it is not named.
void mark(const ArticleHead& article, const SentenceRecord& sentence,
          EntityId entity, std::vector<text::Span>& marks) {
  std::vector<text::Span> names;
  std::vector<text::Span> nominals;
  for (const NameMark& name : sentence.marks) {
    if (article.entity(name.entity) != entity) continue;
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

const ArticleHead& EvidenceReader::article(text::ArticleId id) {
  const auto known = articles_.find(id);
  if (known != articles_.end()) return known->second.head;
  Value value = database_.view(Column::kArticles, article_key(id));
  if (!value.exists()) {
    throw text::StorageError("articles", "evidence has no article");
  }
  return keep(id, std::move(value));
}

void EvidenceReader::read_ahead(std::vector<ArticleNumber> articles) {
  std::ranges::sort(articles);
  const auto repeated = std::ranges::unique(articles);
  articles.erase(repeated.begin(), repeated.end());
  std::vector<text::ArticleId> ids;
  std::vector<std::string> keys;
  for (const ArticleNumber number : articles) {
    ids.push_back(database_.catalogue().article(number).id);
    keys.push_back(article_key(ids.back()));
  }
  auto values = database_.view_all(Column::kArticles, keys);
  for (size_t i = 0; i < ids.size(); ++i) {
    if (values[i].exists()) keep(ids[i], std::move(values[i]));
  }
}

const ArticleHead& EvidenceReader::keep(text::ArticleId id, Value value) {
  const auto [known, is_new] = articles_.try_emplace(id);
  Article& article = known->second;
  if (is_new) {
    article.value = std::move(value);
    article.head = decode_article_head(article.value.bytes());
  }
  return article.head;
}

std::optional<Evidence> EvidenceReader::of_article(text::ArticleId id,
                                                   EntityId first,
                                                   EntityId second) {
  const ArticleHead& head = article(id);
  std::optional<uint32_t> best;
  for (uint32_t i = 0; i < head.sentence_count; ++i) {
    const SentenceRecord sentence = decode_sentence(head, i);
    const auto names = [&](EntityId entity) {
      return std::ranges::any_of(sentence.marks, [&](const NameMark& mark) {
        return head.entity(mark.entity) == entity;
      });
    };
    if (!names(second)) continue;
    if (names(first)) return of_sighting({id, i}, first, second);
    if (!best) best = i;
  }
  if (!best) return std::nullopt;
  return of_sighting({id, *best}, first, second);
}

Evidence EvidenceReader::of_sighting(const Sighting& sighting, EntityId first,
                                     EntityId second) {
  const ArticleHead& shown = article(sighting.article);
  SentenceRecord sentence = decode_sentence(shown, sighting.sentence);
  Evidence evidence;
  evidence.article = sighting.article;
  evidence.title = shown.title;
  evidence.source = shown.source;
  evidence.published = shown.published;
  evidence.span = sentence.span;
  evidence.in_title = sentence.in_title;
  mark(shown, sentence, first, evidence.marks);
  mark(shown, sentence, second, evidence.marks);
  evidence.sentence = std::move(sentence.text);
  std::ranges::sort(evidence.marks);
  const auto repeated = std::ranges::unique(evidence.marks);
  evidence.marks.erase(repeated.begin(), repeated.end());
  return evidence;
}

Evidence EvidenceReader::of_record(const EvidenceRecord& record,
                                   EntityId source, EntityId target) {
  Evidence evidence =
      of_sighting({record.article, record.sentence}, source, target);
  evidence.modality = record.modality;
  evidence.negated = record.negated;
  evidence.confidence = record.confidence;
  evidence.date = record.date;
  evidence.rule = record.rule;
  return evidence;
}

std::vector<Evidence> EvidenceReader::of_edge(const EvidenceKey& edge,
                                              size_t limit) {
  std::vector<Evidence> all;
  for (const EvidenceRecord& record : read_evidence(database_, edge, limit)) {
    all.push_back(of_record(record, edge.source, edge.target));
  }
  return all;
}

}  // namespace graph
