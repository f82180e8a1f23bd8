#include "graph/cooccurrence.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>

namespace graph {
namespace {

// A name that only a nominal (`the company`) stands for shows less.
constexpr uint32_t kNominalGap = 1000;
// Names of one sentence that are paired; the rest is a list without end.
constexpr size_t kMaxMarks = 256;

// The entities that are paired, and the best place of each pair of them.
class CooccurrenceTable {
 public:
  explicit CooccurrenceTable(const ArticleRecord& article)
      : columns_(article.entities.size()) {
    choose_entities(article);
    best_.resize(chosen_ * chosen_);
  }

  void offer(const Cooccurrence& place) {
    Cooccurrence ordered = place;
    if (ordered.first > ordered.second) {
      std::swap(ordered.first, ordered.second);
      std::swap(ordered.first_sentence, ordered.second_sentence);
    }
    const auto row = columns_[ordered.first];
    const auto column = columns_[ordered.second];
    if (!row || !column || row == column) return;
    auto& best = best_[*row * chosen_ + *column];
    if (!best || rank(ordered) < rank(*best)) best = ordered;
  }

  const std::vector<uint32_t>& entities() const { return entities_; }

  std::vector<Cooccurrence> list() const {
    std::vector<Cooccurrence> pairs;
    for (const auto& best : best_) {
      if (best) pairs.push_back(*best);
    }
    std::ranges::sort(pairs, {}, [](const Cooccurrence& pair) {
      return std::tuple(pair.first, pair.second);
    });
    return pairs;
  }

 private:
  static std::tuple<int, uint32_t, uint32_t> rank(const Cooccurrence& place) {
    return {-static_cast<int>(place.closeness), place.gap,
            place.first_sentence};
  }

  void choose_entities(const ArticleRecord& article) {
    std::vector<uint32_t> marks(article.entities.size());
    for (const SentenceRecord& sentence : article.sentences) {
      for (const NameMark& mark : sentence.marks) ++marks.at(mark.entity);
    }
    std::vector<uint32_t> order(article.entities.size());
    std::iota(order.begin(), order.end(), uint32_t{0});
    std::erase_if(order, [&](uint32_t entity) { return marks[entity] == 0; });
    std::ranges::stable_sort(order, std::greater(),
                             [&](uint32_t entity) { return marks[entity]; });
    chosen_ = std::min(order.size(), kMaxCooccurring);
    order.resize(chosen_);
    std::ranges::sort(order);
    for (size_t i = 0; i < chosen_; ++i) columns_[order[i]] = i;
    entities_ = std::move(order);
  }

  std::vector<uint32_t> entities_;              // that are paired, ascending
  std::vector<std::optional<size_t>> columns_;  // by entity; none: not chosen
  size_t chosen_ = 0;
  std::vector<std::optional<Cooccurrence>> best_;
};

uint32_t gap_between(const NameMark& a, const NameMark& b) {
  const uint32_t gap =
      a.span.end <= b.span.begin
          ? b.span.begin - a.span.end
          : (b.span.end <= a.span.begin ? a.span.begin - b.span.end : 0);
  return gap + (a.nominal ? kNominalGap : 0) + (b.nominal ? kNominalGap : 0);
}

std::span<const NameMark> paired_marks(const SentenceRecord& sentence) {
  return std::span(sentence.marks)
      .first(std::min(sentence.marks.size(), kMaxMarks));
}

void pair_within(const ArticleRecord& article, uint32_t at,
                 CooccurrenceTable& table) {
  const auto marks = paired_marks(article.sentences[at]);
  for (size_t i = 0; i < marks.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      table.offer({marks[j].entity, marks[i].entity, Closeness::kSentence,
                   gap_between(marks[j], marks[i]), at, at});
    }
  }
}

void pair_adjacent(const ArticleRecord& article, uint32_t at,
                   CooccurrenceTable& table) {
  if (at + 1 >= article.sentences.size()) return;
  const SentenceRecord& before = article.sentences[at];
  const SentenceRecord& after = article.sentences[at + 1];
  if (!before.number || after.number != *before.number + 1) return;
  for (const NameMark& first : paired_marks(before)) {
    for (const NameMark& second : paired_marks(after)) {
      const auto rest = static_cast<uint32_t>(before.text.size());
      const uint32_t gap = rest - std::min(first.span.end, rest) +
                           second.span.begin +
                           (first.nominal ? kNominalGap : 0) +
                           (second.nominal ? kNominalGap : 0);
      table.offer({first.entity, second.entity, Closeness::kAdjacentSentences,
                   gap, at, at + 1});
    }
  }
}

// Where each entity is named first, by its name rather than a nominal and in
// the body rather than the title.
std::vector<std::optional<uint32_t>> first_sentences(
    const ArticleRecord& article) {
  std::vector<std::optional<uint32_t>> first(article.entities.size());
  std::vector<int> flaws(article.entities.size());
  for (uint32_t at = 0; at < article.sentences.size(); ++at) {
    const SentenceRecord& sentence = article.sentences[at];
    for (const NameMark& mark : sentence.marks) {
      const int flaw = (mark.nominal ? 2 : 0) + (sentence.in_title ? 1 : 0);
      if (first[mark.entity] && flaws[mark.entity] <= flaw) continue;
      first[mark.entity] = at;
      flaws[mark.entity] = flaw;
    }
  }
  return first;
}

void pair_anywhere(const ArticleRecord& article, CooccurrenceTable& table) {
  const auto first = first_sentences(article);
  for (const uint32_t one : table.entities()) {
    for (const uint32_t other : table.entities()) {
      if (other == one) break;
      table.offer({other, one, Closeness::kArticle,
                   std::numeric_limits<uint32_t>::max(), first[other].value(),
                   first[one].value()});
    }
  }
}

}  // namespace

std::vector<Cooccurrence> find_cooccurrences(const ArticleRecord& article) {
  CooccurrenceTable table(article);
  pair_anywhere(article, table);
  for (uint32_t at = 0; at < article.sentences.size(); ++at) {
    pair_within(article, at, table);
    pair_adjacent(article, at, table);
  }
  return table.list();
}

}  // namespace graph
