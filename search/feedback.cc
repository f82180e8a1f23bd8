#include "search/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "search/schema.h"
#include "text/analysis.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace search {

namespace {

constexpr size_t kTerms = 40;
// The best articles tell more than the last of them.
constexpr double kScorePower = 3;
constexpr size_t kLeastDocuments = 2;
constexpr size_t kLeastBytes = 2;
constexpr double kMostFrequent = 0.2;

struct Occurrences {
  double weighted = 0;
  size_t documents = 0;
};

// No term of CJK characters begins with a lesser byte.
constexpr char kFirstCjkByte = '\xe3';

bool is_telling_stem(std::string_view term) {
  if (term.starts_with(kTitleStemPrefix)) return false;
  const auto stem = term.substr(kStemPrefix.size());
  return stem.size() >= kLeastBytes && !text::is_stop_word(stem, "");
}

// Two and more Chinese characters or Katakana; Korean has stems.
bool is_telling_cjk(std::string_view term) {
  size_t characters = 0;
  for (size_t i = 0; i < term.size(); ++characters) {
    const text::CodePoint next = text::code_point_at(term, i);
    const text::Script script = text::script_of(next.value);
    const bool tells =
        script == text::Script::kHan ||
        (script == text::Script::kKana && !text::is_hiragana(next.value));
    if (!tells) return false;
    i += next.size;
  }
  return characters >= 2;
}

// Adds the terms of articles, each times its weight.
class Gathering {
 public:
  explicit Gathering(const Xapian::Database& database) : database_(database) {}

  void add(Xapian::docid document, double weight) {
    const auto end = database_.termlist_end(document);
    auto term = database_.termlist_begin(document);
    for (term.skip_to(std::string(kStemPrefix)); term != end; ++term) {
      const std::string name = *term;
      if (!name.starts_with(kStemPrefix)) break;
      if (is_telling_stem(name)) add(name, weight * term.get_wdf());
    }
    if (term == end) return;
    for (term.skip_to(std::string(1, kFirstCjkByte)); term != end; ++term) {
      const std::string name = *term;
      if (is_telling_cjk(name)) add(name, weight * term.get_wdf());
    }
  }

  const std::map<std::string, Occurrences>& terms() const { return terms_; }

 private:
  void add(const std::string& term, double weighted) {
    Occurrences& known = terms_[term];
    known.weighted += weighted;
    ++known.documents;
  }

  const Xapian::Database& database_;
  std::map<std::string, Occurrences> terms_;
};

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
  Gathering gathered(database);
  for (const ScoredDocument& found : best) {
    const double length = database.get_doclength(found.document);
    gathered.add(found.document, std::pow(found.score / mean, kScorePower) * 2 *
                                     usual / (usual + length));
  }
  const double all = database.get_doccount();
  std::vector<FeedbackTerm> terms;
  for (const auto& [term, known] : gathered.terms()) {
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
