#include "bench/passages.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "text/analysis.h"
#include "text/sentences.h"

namespace bench {
namespace {

constexpr int64_t kDay = 86'400;
constexpr uint32_t kSeed = 20261123;

std::vector<std::filesystem::path> list_files(
    const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() == ".gz") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string read_gzip(const std::filesystem::path& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(
      gzopen(path.c_str(), "rb"), gzclose);
  if (!file) throw std::runtime_error(path.string() + ": can't be read");
  std::string text;
  std::array<char, 65536> buffer{};
  int size = 0;
  while ((size = gzread(file.get(), buffer.data(), buffer.size())) > 0) {
    text.append(buffer.data(), static_cast<size_t>(size));
  }
  if (size < 0) throw std::runtime_error(path.string() + ": broken gzip");
  return text;
}

template <typename Use>
void each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

class PassageCutter {
 public:
  explicit PassageCutter(size_t bytes) : bytes_(bytes) {}

  void add_article(const std::string& title, std::string_view body) {
    title_ = title;
    each_line(body, [&](std::string_view paragraph) {
      for (const text::Span& sentence : text::find_sentences(paragraph)) {
        if (!body_.empty()) body_ += body_ends_paragraph_ ? "\n\n" : " ";
        body_ends_paragraph_ = false;
        body_ +=
            paragraph.substr(sentence.begin, sentence.end - sentence.begin);
        if (body_.size() >= bytes_) finish_passage();
      }
      body_ends_paragraph_ = true;
    });
    if (!body_.empty()) finish_passage();
  }

  std::vector<text::Article> take() { return std::move(passages_); }

 private:
  void finish_passage() {
    text::Article& passage = passages_.emplace_back();
    const auto number = static_cast<int64_t>(passages_.size());
    passage.id = text::ArticleId{static_cast<uint64_t>(number)};
    passage.external_id = std::to_string(number);
    passage.title = title_;
    passage.body = std::move(body_);
    passage.published = text::Timestamp{number * kDay};
    passage.language = "en";
    body_.clear();
  }

  size_t bytes_;
  std::string title_;
  std::string body_;
  bool body_ends_paragraph_ = false;
  std::vector<text::Article> passages_;
};

void read_news(const std::filesystem::path& path, PassageCutter& cutter) {
  each_line(read_gzip(path), [&](std::string_view line) {
    const auto article = nlohmann::json::parse(line);
    cutter.add_article(article.value("title", ""), article.value("body", ""));
  });
}

std::string attribute(std::string_view line, std::string_view name) {
  const size_t at = line.find(name);
  if (at == std::string_view::npos) return {};
  const size_t begin = at + name.size();
  return std::string(line.substr(begin, line.find('"', begin) - begin));
}

void read_encyclopaedia(const std::filesystem::path& path,
                        PassageCutter& cutter) {
  std::string title;
  std::string body;
  each_line(read_gzip(path), [&](std::string_view line) {
    if (line.starts_with("<doc ")) {
      title = attribute(line, "title=\"");
      body.clear();
    } else if (line.starts_with("</doc>")) {
      cutter.add_article(title, body);
    } else if (line != title) {
      body.append(line).append("\n");
    }
  });
}

bool is_word_byte(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80 || byte == '\'' ||
         std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

bool is_asked_for(const std::string& word) {
  return word.size() >= 3 &&
         std::ranges::all_of(
             word, [](char byte) { return byte >= 'a' && byte <= 'z'; }) &&
         !text::is_stop_word(word, "en");
}

// The words of a text in order, lower-case; an empty one where there is one
// that is not asked for, and where words are not neighbours.
std::vector<std::string> find_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char byte : text) {
    if (is_word_byte(byte)) {
      word.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32)
                                                : byte);
      continue;
    }
    if (!word.empty()) {
      words.push_back(is_asked_for(word) ? word : std::string());
    }
    if (byte != ' ') words.emplace_back();
    word.clear();
  }
  if (is_asked_for(word)) words.push_back(word);
  return words;
}

using Draw = std::mt19937;

const std::string& draw_word(const std::vector<std::string>& words,
                             Draw& draw) {
  for (;;) {
    const std::string& word = words[draw() % words.size()];
    if (!word.empty()) return word;
  }
}

WordQuery draw_words(const std::vector<std::string>& words, size_t count,
                     Draw& draw) {
  WordQuery query;
  while (query.words.size() < count) {
    const std::string& word = draw_word(words, draw);
    if (std::ranges::find(query.words, word) == query.words.end()) {
      query.words.push_back(word);
    }
  }
  return query;
}

WordQuery draw_phrase(const std::vector<std::string>& words, Draw& draw) {
  for (size_t tries = words.size(); tries > 0; --tries) {
    const size_t at = draw() % (words.size() - 1);
    const std::string& word = words[at];
    const std::string& next = words[at + 1];
    if (!word.empty() && !next.empty() && word != next) return {{word, next}};
  }
  return {};
}

std::vector<WordQuery> draw_by_frequency(
    const std::vector<text::Article>& passages, size_t count, Draw& draw) {
  constexpr std::array<uint32_t, 4> kBands = {10, 100, 1'000, 10'000};
  std::unordered_map<std::string, uint32_t> frequencies;
  for (const text::Article& passage : passages) {
    const auto words = find_words(passage.body);
    for (const std::string& word :
         std::unordered_set<std::string>(words.begin(), words.end())) {
      if (!word.empty()) ++frequencies[word];
    }
  }
  std::array<std::vector<std::string>, kBands.size()> bands;
  for (const auto& [word, frequency] : frequencies) {
    const auto above = std::ranges::upper_bound(kBands, frequency);
    if (above == kBands.begin()) continue;
    bands[static_cast<size_t>(above - kBands.begin() - 1)].push_back(word);
  }
  std::vector<WordQuery> queries;
  for (auto& band : bands) {
    std::ranges::sort(band);
    for (size_t i = 0; i < count / kBands.size() && !band.empty(); ++i) {
      queries.push_back({{band[draw() % band.size()]}});
    }
  }
  return queries;
}

}  // namespace

std::vector<text::Article> read_passages(const std::filesystem::path& corpora,
                                         size_t bytes) {
  PassageCutter cutter(bytes);
  for (const auto& file : list_files(corpora / "wikinews")) {
    read_news(file, cutter);
  }
  for (const auto& file : list_files(corpora / "enwiki")) {
    read_encyclopaedia(file, cutter);
  }
  return cutter.take();
}

QuerySets draw_queries(const std::vector<text::Article>& passages,
                       size_t count) {
  constexpr size_t kEnoughWords = 10;
  Draw draw(kSeed);
  QuerySets sets;
  sets.one = draw_by_frequency(passages, count, draw);
  while (sets.phrase.size() < count) {
    const auto words = find_words(passages[draw() % passages.size()].body);
    const std::unordered_set<std::string> different(words.begin(), words.end());
    if (different.size() < kEnoughWords) continue;
    const WordQuery phrase = draw_phrase(words, draw);
    if (phrase.words.empty()) continue;
    sets.phrase.push_back(phrase);
    sets.two_all.push_back(draw_words(words, 2, draw));
    sets.three_any.push_back(draw_words(words, 3, draw));
  }
  return sets;
}

}  // namespace bench
