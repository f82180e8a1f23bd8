// Articles of plain-text corpora.

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace training {

struct CorpusArticle {
  std::string title;
  std::string body;
};

// Calls `visit` with each line of a file, gzipped or not, without its line
// break; a view lives as long as the call. Throws InputError naming the file
// if it can't be read.
void read_lines(const std::filesystem::path& file,
                const std::function<void(std::string_view)>& visit);

// Calls `visit` with each article of a file, or of the files of a folder in
// the order of their names. An article is a JSON line with `title` and `body`
// or `text`, or a `<doc>` block, whose first line is the title. Throws
// InputError as read_lines does, and for a line that is no JSON.
void read_corpus(const std::filesystem::path& path,
                 const std::function<void(const CorpusArticle&)>& visit);

// The sentences of an article's body as words (plain_words). Sentences that
// lost words, as those of stripped links do (`the of Brazil`), are left out.
std::vector<std::vector<std::string_view>> whole_sentences(
    std::string_view body);

}  // namespace training
