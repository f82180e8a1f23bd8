// Treebanks in the CoNLL-U format (universaldependencies.org/format.html).

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/sentence.h"

namespace training {

// A sentence of a treebank: words, tags and tree, all of one size.
struct TreebankSentence {
  std::vector<std::string> words;
  std::vector<models::Tag> tags;
  std::vector<std::string> fine_tags;  // XPOS: of the Penn treebank
  models::Tree tree;
  std::vector<std::string> relations;  // as written: `nmod:unmarked`
  std::vector<bool> space_after;

  std::vector<std::string_view> views() const {
    return {words.begin(), words.end()};
  }
};

// The sentences of a file. Ranges of words (`3-4`), empty nodes (`3.1`) and
// enhanced dependencies are passed over. Throws InputError naming file and
// line where a tag, a relation or a head is none.
std::vector<TreebankSentence> read_conllu(const std::filesystem::path& path);

// The files of GUM's folder that its splits.md lists under `split` (`train`),
// by name; documents that are listed but not there are left out.
std::vector<std::filesystem::path> gum_files(
    const std::filesystem::path& folder, std::string_view split);

// What the models of syntax learn from: EWT's train and GUM's train, of the
// folders ud-english-ewt and gum of `syntax`.
std::vector<TreebankSentence> read_training_set(
    const std::filesystem::path& syntax);

// Throws InputError naming the file if it can't be written.
void write_conllu(const std::vector<TreebankSentence>& sentences,
                  const std::filesystem::path& path);

}  // namespace training
