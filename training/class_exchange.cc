#include "training/class_exchange.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "training/class_counts.h"

namespace training {
namespace {

constexpr uint32_t kNoClass = UINT32_MAX;

// The words beside each word.
class Neighbours {
 public:
  struct Neighbour {
    uint32_t word = 0;
    uint32_t count = 0;
  };

  Neighbours(uint32_t word_count, std::span<const Bigram> bigrams,
             uint32_t Bigram::*from, uint32_t Bigram::*to)
      : begins_(word_count + 1), neighbours_(bigrams.size()) {
    for (const Bigram& bigram : bigrams) ++begins_[bigram.*from + 1];
    for (uint32_t word = 0; word < word_count; ++word) {
      begins_[word + 1] += begins_[word];
    }
    std::vector<size_t> next(begins_.begin(), begins_.end() - 1);
    for (const Bigram& bigram : bigrams) {
      neighbours_[next[bigram.*from]++] = {bigram.*to, bigram.count};
    }
  }

  std::span<const Neighbour> of(uint32_t word) const {
    return std::span(neighbours_)
        .subspan(begins_[word], begins_[word + 1] - begins_[word]);
  }

 private:
  std::vector<size_t> begins_;
  std::vector<Neighbour> neighbours_;
};

// Counts of classes, of which few are not zero.
class SparseCounts {
 public:
  explicit SparseCounts(uint32_t size) : counts_(size) {}

  void add(uint32_t class_id, uint32_t count) {
    if (counts_[class_id] == 0) used_.push_back(class_id);
    counts_[class_id] += count;
  }
  void clear() {
    for (const uint32_t class_id : used_) counts_[class_id] = 0;
    used_.clear();
  }
  uint32_t operator[](uint32_t class_id) const { return counts_[class_id]; }
  const std::vector<uint32_t>& used() const { return used_; }

 private:
  std::vector<uint32_t> counts_;
  std::vector<uint32_t> used_;
};

class Exchange {
 public:
  Exchange(const ClassRequest& request, std::span<const Bigram> bigrams)
      : request_(request),
        size_(request.fixed_count + request.class_count),
        before_(request.word_count, bigrams, &Bigram::second, &Bigram::first),
        after_(request.word_count, bigrams, &Bigram::first, &Bigram::second),
        class_of_(request.word_count, kNoClass),
        counts_(size_),
        totals_(size_),
        words_in_(size_),
        classes_before_(size_),
        classes_after_(size_),
        gains_(size_) {}

  std::vector<uint32_t> run() {
    insert_all();
    for (int round = 0; round < request_.rounds; ++round) {
      if (move_all() < request_.word_count / 500) break;
    }
    return std::move(class_of_);
  }

 private:
  // The most frequent words found the classes; the others, by falling
  // frequency, join the class that suits them best.
  void insert_all() {
    for (uint32_t word = 0; word < request_.word_count; ++word) {
      look_at(word);
      put(word, word < size_ ? word : best_class());
    }
  }

  uint32_t move_all() {
    uint32_t moved = 0;
    for (uint32_t word = request_.fixed_count; word < request_.word_count;
         ++word) {
      const uint32_t from = class_of_[word];
      look_at(word);
      take(word);
      const uint32_t to = best_class();
      put(word, to);
      moved += to != from ? 1 : 0;
    }
    return moved;
  }

  // Counts the classes around `word`, itself apart.
  void look_at(uint32_t word) {
    classes_before_.clear();
    classes_after_.clear();
    self_ = 0;
    total_ = 0;
    for (const auto& [other, count] : before_.of(word)) {
      total_ += count;
      if (other == word) {
        self_ = count;
      } else if (class_of_[other] != kNoClass) {
        classes_before_.add(class_of_[other], count);
      }
    }
    for (const auto& [other, count] : after_.of(word)) {
      if (other != word && class_of_[other] != kNoClass) {
        classes_after_.add(class_of_[other], count);
      }
    }
  }

  void put(uint32_t word, uint32_t class_id) {
    class_of_[word] = class_id;
    change(class_id, 1);
  }
  void take(uint32_t word) {
    const uint32_t class_id = class_of_[word];
    class_of_[word] = kNoClass;
    change(class_id, UINT32_MAX);
  }

  // Adds the word that was looked at to a class, or takes it out (sign -1).
  void change(uint32_t class_id, uint32_t sign) {
    for (const uint32_t other : classes_before_.used()) {
      counts_.add(other, class_id, sign * classes_before_[other]);
    }
    for (const uint32_t other : classes_after_.used()) {
      counts_.add(class_id, other, sign * classes_after_[other]);
    }
    counts_.add(class_id, class_id, sign * self_);
    totals_[class_id] += sign * total_;
    words_in_[class_id] += sign;
  }

  // The class where the word that was looked at, now in none, tells most.
  uint32_t best_class() {
    std::ranges::fill(gains_, 0);
    for (const uint32_t other : classes_before_.used()) {
      add_gains(counts_.row(other), classes_before_[other]);
    }
    for (const uint32_t other : classes_after_.used()) {
      add_gains(counts_.column(other), classes_after_[other]);
    }
    uint32_t best = request_.fixed_count;
    double best_gain = -std::numeric_limits<double>::infinity();
    for (uint32_t k = request_.fixed_count; k < size_; ++k) {
      const double gain = gains_[k] + correction(k) + prior(k) -
                          2 * (f_(totals_[k] + total_) - f_(totals_[k]));
      if (gain > best_gain) {
        best = k;
        best_gain = gain;
      }
    }
    return best;
  }

  void add_gains(const uint32_t* line, uint32_t count) {
    for (uint32_t k = request_.fixed_count; k < size_; ++k) {
      gains_[k] += f_(line[k] + count) - f_(line[k]);
    }
  }

  // A class of many words is likelier to have one more: without this, rare
  // words would scatter over the classes of single frequent words.
  double prior(uint32_t k) const { return std::log(words_in_[k] + 1.0); }

  // Inside class k, what stands before the word, after it and the word itself
  // meet in one cell; add_gains() took them apart.
  double correction(uint32_t k) const {
    const uint32_t before = classes_before_[k];
    const uint32_t after = classes_after_[k];
    if (before + after + self_ == 0) return 0;
    const uint32_t here = counts_.at(k, k);
    return f_(here + before + after + self_) - f_(here + before) -
           f_(here + after) + f_(here);
  }

  ClassRequest request_;
  uint32_t size_;
  Neighbours before_;
  Neighbours after_;
  std::vector<uint32_t> class_of_;
  ClassCounts counts_;
  std::vector<uint32_t> totals_;    // occurrences
  std::vector<uint32_t> words_in_;  // different words
  EntropyTable f_;
  // The word that is looked at.
  SparseCounts classes_before_;
  SparseCounts classes_after_;
  uint32_t self_ = 0;
  uint32_t total_ = 0;
  std::vector<double> gains_;
};

}  // namespace

std::vector<uint32_t> find_classes(const ClassRequest& request,
                                   std::span<const Bigram> bigrams) {
  return Exchange(request, bigrams).run();
}

}  // namespace training
