#include "search/word_trie.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "text/utf8.h"

namespace search {
namespace {

// Nodes that one look-up visits at most.
constexpr size_t kMaxVisited = 60000;
// Nodes below a beginning that are looked through for its commonest word.
constexpr size_t kMaxBelow = 2000;

using Letters = std::u16string;

std::optional<Letters> letters_of(std::string_view word) {
  Letters letters;
  for (size_t i = 0; i < word.size();) {
    const text::CodePoint next = text::code_point_at(word, i);
    if (next.value > 0xffff || letters.size() == kMaxWordLetters) {
      return std::nullopt;
    }
    letters.push_back(static_cast<char16_t>(next.value));
    i += next.size;
  }
  return letters;
}

std::string to_utf8(const Letters& letters) {
  std::string word;
  for (const char16_t letter : letters) word += text::encode_utf8(letter);
  return word;
}

// Words come in order of their letters.
class TrieWriter {
 public:
  void add(const Letters& word, uint32_t count) {
    size_t shared = 0;
    while (shared < std::min(word.size(), path_.size()) &&
           labels_[path_[shared]] == word[shared]) {
      ++shared;
    }
    close(shared);
    for (size_t i = shared; i < word.size(); ++i) {
      path_.push_back(static_cast<uint32_t>(labels_.size()));
      labels_.push_back(word[i]);
      ends_.push_back(0);
      counts_.push_back(0);
    }
    constexpr uint32_t kMost = std::numeric_limits<uint16_t>::max();
    counts_[path_.back()] = static_cast<uint16_t>(std::min(count, kMost));
  }

  std::string finish() {
    close(0);
    std::string bytes;
    append_number(bytes, static_cast<uint32_t>(labels_.size()));
    for (const uint32_t end : ends_) append_number(bytes, end);
    for (const char16_t label : labels_) append_number(bytes, label);
    for (const uint16_t count : counts_) append_number(bytes, count);
    return bytes;
  }

 private:
  // Ends the nodes of the path from `depth` on.
  void close(size_t depth) {
    while (path_.size() > depth) {
      ends_[path_.back()] = static_cast<uint32_t>(labels_.size());
      path_.pop_back();
    }
  }

  std::vector<uint32_t> path_;
  std::vector<uint32_t> ends_;
  std::vector<char16_t> labels_;
  std::vector<uint16_t> counts_;
};

}  // namespace

std::string encode_word_trie(const WordCounts& words) {
  TrieWriter writer;
  for (const auto& [word, count] : words) {
    const auto letters = letters_of(word);
    if (letters && !letters->empty()) writer.add(*letters, count);
  }
  return writer.finish();
}

uint32_t mistakes_allowed(size_t letters) {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

WordTrie::WordTrie(std::string_view bytes) {
  const uint64_t nodes = take_number<uint32_t>(bytes);
  ends_ = NumberView<uint32_t>(take_bytes(bytes, nodes * 4));
  labels_ = NumberView<uint16_t>(take_bytes(bytes, nodes * 2));
  counts_ = NumberView<uint16_t>(take_bytes(bytes, nodes * 2));
}

uint32_t WordTrie::count(std::string_view word) const {
  const auto letters = letters_of(word);
  if (!letters || letters->empty()) return 0;
  size_t node = 0;
  size_t end = ends_.size();
  for (size_t i = 0; i < letters->size(); ++i) {
    while (node < end && labels_[node] != (*letters)[i]) node = end_of(node);
    if (node >= end) return 0;
    if (i + 1 == letters->size()) return counts_[node];
    end = end_of(node);
    ++node;
  }
  return 0;
}

// Goes down the tree with one row of the table of optimal string alignment
// for each letter on the way, and only the columns near the diagonal: row d,
// column j holds the mistakes between the first d letters of the way and the
// first j of the typed word.
class WordTrie::Walk {
 public:
  Walk(const WordTrie& trie, const Letters& typed, Ending ending,
       uint32_t allowed)
      : trie_(&trie), typed_(typed), ending_(ending), allowed_(allowed) {
    for (size_t j = 0; j <= typed_.size(); ++j) {
      rows_[0][j] = static_cast<uint8_t>(std::min<size_t>(j, allowed_ + 1));
    }
    best_[0] = mistakes_at(0);
  }

  std::vector<WordGuess> run() {
    size_t visited = 0;
    for (size_t node = 0; node < trie_->ends_.size();) {
      while (!ends_.empty() && node >= ends_.back()) leave();
      const uint32_t end = trie_->end_of(node);
      if (end <= node || ++visited > kMaxVisited) break;
      if (!enter(node, end)) {
        node = end;
        continue;
      }
      offer(node, end);
      ++node;
    }
    return std::move(guesses_);
  }

 private:
  using Row = std::array<uint8_t, kMaxWordLetters + 1>;

  uint32_t mistakes_at(size_t depth) const {
    return rows_[depth][typed_.size()];
  }

  void leave() {
    ends_.pop_back();
    way_.pop_back();
  }

  // False where nothing below can be near enough.
  bool enter(size_t node, uint32_t end) {
    const size_t depth = way_.size() + 1;
    if (depth > kMaxWordLetters) return false;
    way_.push_back(static_cast<char16_t>(trie_->labels_[node]));
    const uint32_t least = fill_row(depth);
    // What is below an open ending's best beginning is offered with it.
    const bool gains =
        ending_ == Ending::kTyped || least < best_[depth] ||
        (best_[depth] < best_[depth - 1] && best_[depth] <= allowed_);
    if (least > allowed_ || !gains) {
      way_.pop_back();
      return false;
    }
    ends_.push_back(end);
    return true;
  }

  // The least number of the row.
  uint32_t fill_row(size_t depth) {
    const auto far = static_cast<uint8_t>(allowed_ + 1);
    Row& row = rows_[depth];
    const Row& above = rows_[depth - 1];
    row.fill(far);
    const size_t begin = depth > allowed_ ? depth - allowed_ : 0;
    const size_t end = std::min(depth + allowed_, typed_.size());
    uint8_t least = far;
    for (size_t j = begin; j <= end; ++j) {
      uint32_t cost = above[j] + 1U;
      if (j > 0) {
        const bool same = typed_[j - 1] == way_[depth - 1];
        cost =
            std::min({cost, row[j - 1] + 1U, above[j - 1] + (same ? 0U : 1U)});
        if (j > 1 && depth > 1 && typed_[j - 1] == way_[depth - 2] &&
            typed_[j - 2] == way_[depth - 1]) {
          cost = std::min(cost, rows_[depth - 2][j - 2] + 1U);
        }
      }
      row[j] = static_cast<uint8_t>(std::min<uint32_t>(cost, far));
      least = std::min(least, row[j]);
    }
    best_[depth] = std::min(best_[depth - 1], mistakes_at(depth));
    return least;
  }

  void offer(size_t node, uint32_t end) {
    const size_t depth = way_.size();
    if (ending_ == Ending::kTyped) {
      if (trie_->counts_[node] > 0 && mistakes_at(depth) <= allowed_) {
        add(way_, mistakes_at(depth), trie_->counts_[node]);
      }
    } else if (best_[depth] <= allowed_ && best_[depth] < best_[depth - 1]) {
      offer_commonest(node, end);
    }
  }

  // The commonest word that begins with the letters of the way.
  void offer_commonest(size_t node, uint32_t end) {
    Letters way = way_;
    Letters best;
    uint32_t count = 0;
    std::vector<uint32_t> ends{end};
    const size_t last = std::min<size_t>(end, node + kMaxBelow);
    for (size_t below = node; below < last; ++below) {
      if (below > node) {
        while (ends.size() > 1 && below >= ends.back()) {
          ends.pop_back();
          way.pop_back();
        }
        ends.push_back(trie_->end_of(below));
        way.push_back(static_cast<char16_t>(trie_->labels_[below]));
      }
      if (trie_->counts_[below] > count) {
        count = trie_->counts_[below];
        best = way;
      }
    }
    if (count > 0) add(best, best_[way_.size()], count);
  }

  void add(const Letters& word, uint32_t mistakes, uint32_t count) {
    guesses_.push_back({to_utf8(word), mistakes, count});
  }

  const WordTrie* trie_;
  const Letters& typed_;
  Ending ending_;
  uint32_t allowed_;
  std::array<Row, kMaxWordLetters + 1> rows_{};  // by letters of the way
  std::array<uint32_t, kMaxWordLetters + 1>
      best_{};  // last column, rows so far
  Letters way_;
  std::vector<uint32_t> ends_;  // of each node of the way
  std::vector<WordGuess> guesses_;
};

std::vector<WordGuess> WordTrie::guess(std::string_view word,
                                       Ending ending) const {
  return guess(word, ending, mistakes_allowed(text::count_code_points(word)));
}

std::vector<WordGuess> WordTrie::guess(std::string_view word, Ending ending,
                                       uint32_t mistakes) const {
  const auto letters = letters_of(word);
  if (!letters || letters->empty()) return {};
  return Walk(*this, *letters, ending, std::min(mistakes, 2U)).run();
}

}  // namespace search
