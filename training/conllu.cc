#include "training/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

#include "text/error.h"

namespace training {
namespace {

enum Column { kId, kForm, kUpos = 3, kXpos, kHead = 6, kRelation, kMisc = 9 };
using Columns = std::array<std::string_view, 10>;

std::optional<Columns> split_columns(std::string_view line) {
  Columns columns;
  for (size_t i = 0; i < columns.size(); ++i) {
    const size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == columns.size())) {
      return std::nullopt;
    }
    columns[i] = line.substr(0, tab);
    line.remove_prefix(std::min(line.size(), tab + 1));
  }
  return columns;
}

std::optional<uint32_t> parse_number(std::string_view text) {
  uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

bool is_word(std::string_view id) {
  return id.find_first_of("-.") == std::string_view::npos;
}

bool add_word(TreebankSentence& sentence, const Columns& columns) {
  const auto tag = models::parse_tag(columns[kUpos]);
  const auto head = parse_number(columns[kHead]);
  const auto dependency = models::parse_dependency(columns[kRelation]);
  if (!tag || !head || !dependency) return false;
  sentence.words.emplace_back(columns[kForm]);
  sentence.tags.push_back(*tag);
  sentence.fine_tags.emplace_back(columns[kXpos]);
  sentence.tree.push_back(
      {*head == 0 ? models::kNoHead : *head - 1, *dependency});
  sentence.relations.emplace_back(columns[kRelation]);
  sentence.space_after.push_back(columns[kMisc].find("SpaceAfter=No") ==
                                 std::string_view::npos);
  return true;
}

bool heads_fit(const TreebankSentence& sentence) {
  return std::ranges::all_of(sentence.tree, [&](const models::Node& node) {
    return node.head == models::kNoHead || node.head < sentence.words.size();
  });
}

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw text::InputError(path.string() + ": can't be read");
  return file;
}

}  // namespace

std::vector<TreebankSentence> read_conllu(const std::filesystem::path& path) {
  std::ifstream file = open(path);
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    const auto require = [&](bool condition, std::string_view what) {
      if (condition) return;
      throw text::InputError(path.string() + ": line " +
                             std::to_string(number) + ": " + std::string(what));
    };
    if (line.empty()) {
      require(heads_fit(sentence), "a head lies outside its sentence");
      if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
      sentence = {};
    } else if (line.front() != '#') {
      const auto columns = split_columns(line);
      require(columns.has_value(), "not ten columns");
      if (!is_word((*columns)[kId])) continue;
      require(add_word(sentence, *columns), "no tag, head or relation");
    }
  }
  return sentences;
}

std::vector<std::filesystem::path> gum_files(
    const std::filesystem::path& folder, std::string_view split) {
  std::ifstream file = open(folder / "splits.md");
  std::vector<std::filesystem::path> paths;
  std::string line;
  std::string section;
  while (std::getline(file, line)) {
    if (line.starts_with("## ")) section = line.substr(3);
    if (section != split || !line.starts_with("  * GUM_")) continue;
    const auto path = folder / (line.substr(4) + ".conllu");
    // Documents whose words may not be spread are listed, but not there.
    if (std::filesystem::exists(path)) paths.push_back(path);
  }
  std::ranges::sort(paths);
  return paths;
}

std::vector<TreebankSentence> read_training_set(
    const std::filesystem::path& syntax) {
  auto sentences = read_conllu(syntax / "ud-english-ewt" / "train.conllu");
  for (const auto& path : gum_files(syntax / "gum", "train")) {
    std::ranges::move(read_conllu(path), std::back_inserter(sentences));
  }
  return sentences;
}

void write_conllu(const std::vector<TreebankSentence>& sentences,
                  const std::filesystem::path& path) {
  std::ofstream file(path);
  for (const TreebankSentence& sentence : sentences) {
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      const uint32_t head = sentence.tree[i].head;
      file << i + 1 << '\t' << sentence.words[i] << "\t_\t"
           << to_string(sentence.tags[i]) << '\t' << sentence.fine_tags[i]
           << "\t_\t" << (head == models::kNoHead ? 0 : head + 1) << '\t'
           << sentence.relations[i] << "\t_\t"
           << (sentence.space_after[i] ? "_" : "SpaceAfter=No") << '\n';
    }
    file << '\n';
  }
  file.close();
  if (!file) throw text::InputError(path.string() + ": can't be written");
}

}  // namespace training
