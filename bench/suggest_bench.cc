// How long suggestions take while one types, on titles that are made up from a
// seed, and how long making them takes.
//
//   suggest_bench [TITLES]     145,000 by default
//   suggest_bench --segment DIRECTORY     a segment of one's own, read only
//   suggest_bench --make DIRECTORY        makes the file in it anew
//
// Types the beginnings of titles that the archive has, and of the same titles
// with a mistake in each.

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "search/index_writer.h"
#include "search/suggestion_file.h"
#include "search/suggestions.h"

namespace {

constexpr uint64_t kSeed = 20261123;
constexpr int kTyped = 4000;
constexpr int kRuns = 3;  // of which the best counts

// A language of its own: words of syllables, the first ones often.
class Words {
 public:
  explicit Words(size_t count) {
    const char* const kSyllables[] = {"ka", "ri",  "zin", "to",  "mel", "an",
                                      "or", "sta", "li",  "per", "gu",  "ne"};
    while (words_.size() < count) {
      std::string word;
      for (uint64_t i = 2 + random_() % 3; i > 0; --i) {
        word += kSyllables[random_() % std::size(kSyllables)];
      }
      words_.push_back(word);
    }
  }

  std::string text(size_t words) {
    std::string text;
    for (size_t i = 0; i < words; ++i) {
      const double share = std::generate_canonical<double, 32>(random_);
      const auto word = static_cast<size_t>(share * share * share *
                                            static_cast<double>(words_.size()));
      text += (i > 0 ? " " : "") + words_[word];
    }
    return text;
  }

  uint64_t random() { return random_(); }

 private:
  std::mt19937_64 random_{kSeed};
  std::vector<std::string> words_;
};

void make(const std::filesystem::path& segment) {
  const auto start = bench::Clock::now();
  search::write_suggestions(segment);
  std::printf("made in %.2f s, %.1f MB\n", bench::seconds_since(start),
              bench::megabytes(segment / "suggestions"));
}

std::vector<std::string> write_titles(const std::filesystem::path& segment,
                                      size_t count) {
  Words words(60'000);
  std::vector<std::string> titles;
  search::SegmentWriter writer(segment);
  for (size_t i = 0; i < count; ++i) {
    text::Article article;
    article.id = text::ArticleId{i + 1};
    article.title = words.text(5 + words.random() % 6);
    article.body = words.text(20);
    article.language = "en";
    titles.push_back(article.title);
    writer.add(article, {}, {});
  }
  writer.finish_for_merge();
  make(segment);
  return titles;
}

std::vector<std::string> titles_of(const search::Suggestions& suggestions) {
  std::vector<std::string> titles;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    for (const auto& title : suggestions.titles(std::string(1, letter), 200)) {
      titles.push_back(title.text);
    }
  }
  return titles;
}

struct Asked {
  std::vector<std::string> begun;
  std::vector<std::string> mistyped;  // words
};

Asked draw(const std::vector<std::string>& titles) {
  std::mt19937_64 random(kSeed);
  Asked asked;
  while (asked.begun.size() < kTyped) {
    const std::string& title = titles[random() % titles.size()];
    asked.begun.push_back(title.substr(0, 1 + random() % 14));
    const size_t end = title.find(' ');
    std::string word = title.substr(0, std::min(end, title.size()));
    if (word.size() > 4) {
      std::swap(word[random() % (word.size() - 1)], word.back());
    }
    asked.mistyped.push_back(word);
  }
  return asked;
}

template <typename Ask>
void report(const char* name, const std::vector<std::string>& asked, Ask ask) {
  std::vector<double> times;
  for (const std::string& typed : asked) ask(typed);
  for (const std::string& typed : asked) {
    double best = bench::milliseconds_of(typed, ask);
    for (int i = 1; i < kRuns; ++i) {
      best = std::min(best, bench::milliseconds_of(typed, ask));
    }
    times.push_back(best);
  }
  std::ranges::sort(times);
  std::printf("%-22s p50 %.3f ms, p99 %.3f ms, most %.3f ms\n", name,
              times[times.size() / 2], times[times.size() * 99 / 100],
              times.back());
}

void measure(const std::filesystem::path& segment,
             std::vector<std::string> titles) {
  const search::Suggestions suggestions({{segment, {}}});
  if (titles.empty()) titles = titles_of(suggestions);
  const Asked asked = draw(titles);
  report("titles", asked.begun,
         [&](const std::string& typed) { suggestions.titles(typed, 10); });
  report("phrases", asked.begun,
         [&](const std::string& typed) { suggestions.phrases(typed, 10); });
  report("mistyped, open", asked.mistyped, [&](const std::string& typed) {
    suggestions.guess(typed, search::Ending::kOpen);
  });
  report("mistyped, whole", asked.mistyped, [&](const std::string& typed) {
    suggestions.guess(typed, search::Ending::kTyped);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "--segment") == 0) {
    measure(argv[2], {});
    return 0;
  }
  if (argc == 3 && std::strcmp(argv[1], "--make") == 0) {
    make(argv[2]);
    return 0;
  }
  const size_t count = argc > 1 ? std::stoul(argv[1]) : 145'000;
  const bench::TemporaryDirectory directory("suggest-bench");
  const auto titles = write_titles(directory / "segment", count);
  measure(directory / "segment", titles);
}
