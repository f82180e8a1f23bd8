#include "search/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "search/schema.h"
#include "text/analysis.h"

namespace search {

namespace {

constexpr size_t kTerms = 30;
constexpr size_t kLeastDocuments = 2;
constexpr size_t kLeastBytes = 2;
constexpr double kMostFrequent = 0.2;

struct Occurrences {
  double weighted = 0;
  size_t documents = 0;
};

using Gathered = std::map<std::string, Occurrences>;

bool is_telling(std::string_view stem) {
  return stem.size() >= kLeastBytes && !text::is_stop_word(stem, "");
}

void gather(const Xapian::Database& database, Xapian::docid document,
            double weight, Gathered& gathered) {
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  for (term.skip_to(std::string(kStemPrefix)); term != end; ++term) {
    const std::string name = *term;
    if (!name.starts_with(kStemPrefix)) return;
    if (name.starts_with(kTitleStemPrefix)) continue;
    if (!is_telling(std::string_view(name).substr(kStemPrefix.size()))) {
      continue;
    }
    Occurrences& known = gathered[name];
    known.weighted += weight * term.get_wdf();
    ++known.documents;
  }
}

// Bo1 of a term that occurs `occurrences` times where it is looked for and
// `frequency` times in an article on average.
double bose_einstein(double occurrences, double frequency) {
  return occurrences * std::log2((1 + frequency) / frequency) +
         std::log2(1 + frequency);
}

}  // namespace

std::vector<FeedbackTerm> choose_feedback(
    const Xapian::Database& database, std::span<const ScoredDocument> best) {
  const double total = std::accumulate(
      best.begin(), best.end(), 0.0,
      [](double sum, const auto& document) { return sum + document.score; });
  if (total <= 0) return {};
  const double mean = total / static_cast<double>(best.size());
  const double usual = database.get_avlength();
  Gathered gathered;
  for (const ScoredDocument& found : best) {
    const double length = database.get_doclength(found.document);
    gather(database, found.document,
           found.score / mean * 2 * usual / (usual + length), gathered);
  }
  const double all = database.get_doccount();
  std::vector<FeedbackTerm> terms;
  for (const auto& [term, known] : gathered) {
    if (known.documents < std::min(kLeastDocuments, best.size())) continue;
    if (database.get_termfreq(term) > kMostFrequent * all) continue;
    const auto frequency =
        static_cast<double>(database.get_collection_freq(term)) / all;
    terms.push_back({term, bose_einstein(known.weighted, frequency)});
  }
  std::ranges::stable_sort(terms, std::ranges::greater(),
                           &FeedbackTerm::weight);
  terms.resize(std::min(terms.size(), kTerms));
  if (terms.empty()) return terms;
  const double most = terms.front().weight;
  for (FeedbackTerm& term : terms) term.weight /= most;
  return terms;
}

}  // namespace search
