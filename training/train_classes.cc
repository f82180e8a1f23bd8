// Learns the word classes of plain text.
//
//   train_classes OUTPUT CORPUS...
//
// Writes the model (models/word_classes.h) and prints the classes, each with
// its path and its most frequent words.

#include <algorithm>
#include <bit>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/model_file.h"
#include "models/word_classes.h"
#include "training/class_exchange.h"
#include "training/class_tree.h"
#include "training/corpus.h"

namespace training {
namespace {

constexpr uint32_t kClassCount = 800;
constexpr int kRounds = 12;
constexpr uint32_t kMinCount = 4;
constexpr size_t kMaxWords = 110'000;

// The words that stand for others: the end of a sentence, then rare words by
// their look.
constexpr uint32_t kSentenceEnd = 0;
constexpr uint32_t kRareLower = 1;
constexpr uint32_t kRareCapital = 2;
constexpr uint32_t kRareOther = 3;
constexpr uint32_t kFixedCount = 4;

uint32_t rare_word(const std::string& key) {
  if (key[0] >= 'a' && key[0] <= 'z') return kRareLower;
  if (key[0] >= 'A' && key[0] <= 'Z') return kRareCapital;
  return kRareOther;
}

// A corpus as numbers of words; numbers are given as words come.
struct NumberedText {
  std::unordered_map<std::string, uint32_t> numbers;
  std::vector<uint32_t> words;  // kSentenceEnd after each sentence

  void add(const std::vector<std::string_view>& sentence) {
    for (const std::string_view word : sentence) {
      const auto next = static_cast<uint32_t>(numbers.size()) + kFixedCount;
      words.push_back(
          numbers.try_emplace(models::class_key(word), next).first->second);
    }
    words.push_back(kSentenceEnd);
  }
};

struct CountedWord {
  std::string key;
  uint32_t number = 0;  // in the text
  uint32_t count = 0;
};

// The words that get a class, by falling frequency.
std::vector<CountedWord> frequent_words(const NumberedText& text) {
  std::vector<uint32_t> counts(text.numbers.size() + kFixedCount);
  for (const uint32_t number : text.words) ++counts[number];
  std::vector<CountedWord> words;
  for (const auto& [key, number] : text.numbers) {
    if (counts[number] < kMinCount) continue;
    words.push_back({key, number, counts[number]});
  }
  std::ranges::sort(words, [](const auto& a, const auto& b) {
    return a.count != b.count ? a.count > b.count : a.key < b.key;
  });
  words.resize(std::min(words.size(), kMaxWords));
  return words;
}

// Renumbers the text: fixed words, then `words` in their order.
void renumber(NumberedText& text, const std::vector<CountedWord>& words) {
  std::vector<uint32_t> renamed(text.numbers.size() + kFixedCount);
  for (const auto& [key, number] : text.numbers) {
    renamed[number] = rare_word(key);
  }
  renamed[kSentenceEnd] = kSentenceEnd;
  for (size_t i = 0; i < words.size(); ++i) {
    renamed[words[i].number] = static_cast<uint32_t>(i) + kFixedCount;
  }
  for (uint32_t& word : text.words) word = renamed[word];
}

std::vector<Bigram> count_bigrams(const std::vector<uint32_t>& words) {
  std::vector<uint64_t> pairs;
  pairs.reserve(words.size());
  uint32_t before = kSentenceEnd;
  for (const uint32_t word : words) {
    pairs.push_back(uint64_t{before} << 32U | word);
    before = word;
  }
  std::ranges::sort(pairs);
  std::vector<Bigram> bigrams;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (i == 0 || pairs[i] != pairs[i - 1]) {
      bigrams.push_back({static_cast<uint32_t>(pairs[i] >> 32U),
                         static_cast<uint32_t>(pairs[i]), 0});
    }
    ++bigrams.back().count;
  }
  return bigrams;
}

std::vector<models::ClassSlot> table_of(const std::vector<CountedWord>& words,
                                        const std::vector<uint32_t>& class_of) {
  std::vector<models::ClassSlot> slots(std::bit_ceil(words.size() * 8 / 7));
  const size_t mask = slots.size() - 1;
  for (size_t i = 0; i < words.size(); ++i) {
    const uint64_t hash = models::class_hash(words[i].key);
    size_t at = hash & mask;
    while (slots[at].entry != 0) at = (at + 1) & mask;
    slots[at] = {static_cast<uint32_t>(hash >> 32U),
                 class_of[i + kFixedCount] - kFixedCount + 1};
  }
  return slots;
}

std::string steps_of(uint32_t path) {
  std::string steps;
  for (int bit = std::bit_width(path) - 2; bit >= 0; --bit) {
    steps += (path >> bit & 1U) != 0 ? '1' : '0';
  }
  return steps;
}

void print_classes(const std::vector<CountedWord>& words,
                   const std::vector<uint32_t>& class_of,
                   const std::vector<uint32_t>& paths) {
  std::vector<std::pair<std::string, std::vector<size_t>>> classes;
  for (const uint32_t path : paths) classes.push_back({steps_of(path), {}});
  for (size_t i = 0; i < words.size(); ++i) {
    classes[class_of[i + kFixedCount]].second.push_back(i);
  }
  std::ranges::sort(classes);
  for (const auto& [steps, members] : classes) {
    if (members.empty()) continue;
    std::cout << steps << '\t' << members.size();
    for (size_t i = 0; i < std::min<size_t>(members.size(), 20); ++i) {
      std::cout << (i == 0 ? '\t' : ' ') << words[members[i]].key;
    }
    std::cout << '\n';
  }
}

void train(const std::string& output, const std::vector<std::string>& corpora) {
  NumberedText text;
  for (const auto& corpus : corpora) {
    read_corpus(corpus, [&](const CorpusArticle& article) {
      for (const auto& sentence : whole_sentences(article.body)) {
        text.add(sentence);
      }
    });
  }
  const std::vector<CountedWord> words = frequent_words(text);
  renumber(text, words);
  const std::vector<Bigram> bigrams = count_bigrams(text.words);
  std::cerr << text.words.size() << " words and sentence ends, " << words.size()
            << " words with a class, " << bigrams.size() << " bigrams\n";
  const ClassRequest request = {
      .word_count = static_cast<uint32_t>(words.size()) + kFixedCount,
      .fixed_count = kFixedCount,
      .class_count = kClassCount,
      .rounds = kRounds};
  const auto class_of = find_classes(request, bigrams);
  const auto paths = find_paths(request, bigrams, class_of);
  models::ModelFileWriter writer("classes");
  writer.add<models::ClassSlot>("slots", table_of(words, class_of));
  writer.add<uint32_t>("paths", std::span(paths).subspan(kFixedCount));
  writer.write(output);
  print_classes(words, class_of, paths);
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "train_classes OUTPUT CORPUS...\n";
    return 2;
  }
  try {
    training::train(argv[1], {argv + 2, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
