#include "training/corpus.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "text/error.h"
#include "text/sentences.h"
#include "training/plain_words.h"

namespace training {
namespace {

struct CloseGz {
  void operator()(gzFile file) const { ::gzclose(file); }
};

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw text::InputError(file.string() + ": can't be read");
}

std::string text_of(const nlohmann::json& line, const char* key) {
  const auto found = line.find(key);
  if (found == line.end() || !found->is_string()) return {};
  return found->get<std::string>();
}

CorpusArticle parse_json_line(std::string_view line,
                              const std::filesystem::path& file) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) {
    throw text::InputError(file.string() + ": a line is no JSON object");
  }
  CorpusArticle article = {text_of(json, "title"), text_of(json, "body")};
  if (article.body.empty()) article.body = text_of(json, "text");
  return article;
}

// Puts the lines of `<doc>` blocks together.
class DocBlocks {
 public:
  explicit DocBlocks(const std::function<void(const CorpusArticle&)>& visit)
      : visit_(visit) {}

  void add(std::string_view line) {
    if (line.starts_with("<doc ")) {
      article_ = {};
      in_title_ = true;
    } else if (line == "</doc>") {
      visit_(article_);
    } else if (in_title_) {
      article_.title = line;
      in_title_ = false;
    } else {
      article_.body.append(line).push_back('\n');
    }
  }

 private:
  const std::function<void(const CorpusArticle&)>& visit_;
  CorpusArticle article_;
  bool in_title_ = false;
};

void read_file(const std::filesystem::path& file,
               const std::function<void(const CorpusArticle&)>& visit) {
  DocBlocks blocks(visit);
  read_lines(file, [&](std::string_view line) {
    if (line.starts_with('{')) {
      visit(parse_json_line(line, file));
    } else {
      blocks.add(line);
    }
  });
}

bool is_hole(std::string_view before, std::string_view word) {
  constexpr std::array<std::string_view, 6> kOpen = {"the", "The", "a",
                                                     "an",  "of",  "("};
  constexpr std::array<std::string_view, 8> kClose = {",", ".",  ")",   "of",
                                                      ";", "in", "and", "on"};
  if (before == "," || before == "\"") return before == word;
  return std::ranges::find(kOpen, before) != kOpen.end() &&
         std::ranges::find(kClose, word) != kClose.end();
}

bool has_hole(const std::vector<std::string_view>& words) {
  if (words.front() == "," || words.front() == "of") return true;
  return std::ranges::adjacent_find(words, is_hole) != words.end();
}

}  // namespace

void read_lines(const std::filesystem::path& file,
                const std::function<void(std::string_view)>& visit) {
  const std::unique_ptr<gzFile_s, CloseGz> in(::gzopen(file.c_str(), "rb"));
  if (!in) fail(file);
  std::array<char, 1U << 16U> buffer{};
  std::string rest;
  int size = 0;
  while ((size = ::gzread(in.get(), buffer.data(), buffer.size())) > 0) {
    std::string_view bytes(buffer.data(), static_cast<size_t>(size));
    for (size_t end = 0; (end = bytes.find('\n')) != std::string_view::npos;
         bytes.remove_prefix(end + 1)) {
      rest.append(bytes.substr(0, end));
      visit(rest);
      rest.clear();
    }
    rest.append(bytes);
  }
  if (size < 0) fail(file);
  if (!rest.empty()) visit(rest);
}

void read_corpus(const std::filesystem::path& path,
                 const std::function<void(const CorpusArticle&)>& visit) {
  if (!std::filesystem::is_directory(path)) return read_file(path, visit);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const auto& file : files) read_file(file, visit);
}

std::vector<std::vector<std::string_view>> whole_sentences(
    std::string_view body) {
  std::vector<std::vector<std::string_view>> sentences;
  for (const auto& span : text::find_sentences(body)) {
    auto words = plain_words(body.substr(span.begin, span.end - span.begin));
    if (!words.empty() && !has_hole(words)) {
      sentences.push_back(std::move(words));
    }
  }
  return sentences;
}

}  // namespace training
