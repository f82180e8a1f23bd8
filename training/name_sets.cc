#include "training/name_sets.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "training/corpus.h"
#include "training/gum_names.h"
#include "training/name_conventions.h"
#include "training/plain_words.h"

namespace training {
namespace {

constexpr size_t kSentencesPerArticle = 8;

std::vector<std::string_view> split(std::string_view line,
                                    std::string_view separators) {
  std::vector<std::string_view> fields;
  for (size_t at = 0; at < line.size();) {
    const size_t end =
        std::min(line.find_first_of(separators, at), line.size());
    if (end > at) fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

struct LabelledWord {
  std::string word;
  std::string label;  // `B-PER`, `I-LOC`, `O`
};

// Where each name begins and ends by labels of any scheme of B, I and O.
std::vector<MarkedName> names_of(const std::vector<LabelledWord>& words) {
  std::vector<MarkedName> names;
  std::string open;
  for (uint32_t i = 0; i < words.size(); ++i) {
    const std::string& label = words[i].label;
    const std::string kind = label.size() > 2 ? label.substr(2) : "";
    const bool goes_on = !open.empty() && label[0] == 'I' && kind == open;
    if (goes_on) {
      names.back().last = i + 1;
      continue;
    }
    open.clear();
    const auto name_class = class_of_label(kind);
    if (!name_class) continue;
    open = kind;
    names.push_back({i, i + 1, *name_class});
  }
  return names;
}

// Cuts the words of a set as plain text is cut; names keep their places.
MarkedSentence cut_words(const std::vector<std::string>& words,
                         const std::vector<MarkedName>& names) {
  std::string text;
  std::vector<size_t> ends;
  for (const std::string& word : words) {
    text.append(word);
    ends.push_back(text.size());
    text.push_back(' ');
  }
  MarkedSentence sentence;
  std::vector<uint32_t> firsts(words.size() + 1);
  size_t at = 0;
  for (const std::string_view piece : plain_words(text)) {
    const auto offset = static_cast<size_t>(piece.data() - text.data());
    while (offset >= ends[at]) {
      firsts[++at] = static_cast<uint32_t>(sentence.words.size());
    }
    sentence.words.emplace_back(piece);
  }
  while (++at <= words.size()) {
    firsts[at] = static_cast<uint32_t>(sentence.words.size());
  }
  for (const MarkedName& name : names) {
    const MarkedName cut{firsts[name.first], firsts[name.last],
                         name.name_class};
    if (cut.last > cut.first) sentence.names.push_back(cut);
  }
  return sentence;
}

class ArticleCollector {
 public:
  explicit ArticleCollector(bool marks_others) : marks_others_(marks_others) {}

  void add(MarkedSentence sentence) {
    if (sentence.words.empty()) return;
    if (articles_.empty() || starts_article_) {
      articles_.push_back({{}, marks_others_});
      starts_article_ = false;
    }
    apply_conventions(sentence);
    articles_.back().sentences.push_back(std::move(sentence));
  }
  void end_article() { starts_article_ = true; }
  void cut_long() {
    if (!articles_.empty() &&
        articles_.back().sentences.size() >= kSentencesPerArticle) {
      end_article();
    }
  }
  std::vector<MarkedArticle> take() { return std::move(articles_); }

 private:
  bool marks_others_;
  bool starts_article_ = false;
  std::vector<MarkedArticle> articles_;
};

// Which fields of a line hold the word and its label.
std::optional<LabelledWord> read_word(std::string_view line, SetFormat format) {
  const auto fields =
      format == SetFormat::kColumns ? split(line, " \t") : split(line, "\t");
  if (fields.size() < 2) return std::nullopt;
  if (format == SetFormat::kColumns) {
    return LabelledWord{std::string(fields.front()),
                        std::string(fields.back())};
  }
  return LabelledWord{std::string(fields[1]), std::string(fields[2])};
}

std::vector<MarkedArticle> read_lines_of_words(
    const std::filesystem::path& file, SetFormat format) {
  std::vector<LabelledWord> words;
  bool marks_others = false;
  std::vector<std::pair<MarkedSentence, bool>> sentences;
  bool new_article = false;
  const auto end_sentence = [&] {
    if (words.empty()) return;
    std::vector<std::string> texts;
    for (const LabelledWord& word : words) texts.push_back(word.word);
    auto names = names_of(words);
    for (const MarkedName& name : names) {
      if (name.name_class == models::NameClass::kOther) marks_others = true;
    }
    sentences.emplace_back(cut_words(texts, names), new_article);
    new_article = false;
    words.clear();
  };
  read_lines(file, [&](std::string_view line) {
    if (line.starts_with("-DOCSTART-") || line.starts_with("# newdoc")) {
      end_sentence();
      new_article = true;
      return;
    }
    if (line.starts_with("# ") || line.starts_with("#doc")) {
      if (line.starts_with("#doc")) end_sentence();
      return;
    }
    auto word = read_word(line, format);
    if (word) {
      words.push_back(std::move(*word));
    } else {
      end_sentence();
    }
  });
  end_sentence();
  ArticleCollector articles(marks_others);
  for (auto& [sentence, starts] : sentences) {
    if (starts) articles.end_article();
    articles.cut_long();
    articles.add(std::move(sentence));
  }
  return articles.take();
}

std::vector<MarkedArticle> read_docred(const std::filesystem::path& file) {
  std::ifstream in(file);
  const auto documents = nlohmann::json::parse(in);
  ArticleCollector articles(true);
  for (const auto& document : documents) {
    std::vector<std::vector<MarkedName>> names(document["sents"].size());
    for (const auto& entity : document["vertexSet"]) {
      for (const auto& mention : entity) {
        const auto name_class =
            class_of_label(mention["type"].get<std::string>());
        const size_t sentence = mention["sent_id"].get<size_t>();
        if (!name_class) continue;
        names[sentence].push_back({mention["pos"][0].get<uint32_t>(),
                                   mention["pos"][1].get<uint32_t>(),
                                   *name_class});
      }
    }
    for (size_t i = 0; i < names.size(); ++i) {
      articles.add(
          cut_words(document["sents"][i].get<std::vector<std::string>>(),
                    without_overlap(std::move(names[i]))));
    }
    articles.end_article();
  }
  return articles.take();
}

}  // namespace

std::vector<MarkedArticle> read_name_set(const std::filesystem::path& file,
                                         SetFormat format) {
  if (format == SetFormat::kDocred) return read_docred(file);
  if (format == SetFormat::kGum) return read_gum_names(file);
  return read_lines_of_words(file, format);
}

}  // namespace training
