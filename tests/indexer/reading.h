// Reads the files of tests/indexer/data.

#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/articles.h"
#include "tests/temporary_directory.h"

namespace indexer {

inline std::string data_path(const std::string& name) {
  return std::string(LODE_SOURCE_DIR) + "/tests/indexer/data/" + name;
}

inline std::string file_content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<std::string> rejects;  // without the folder of the test data
  uint64_t bytes = 0;

  std::vector<std::string> titles() const {
    std::vector<std::string> titles;
    for (const auto& read : articles) titles.push_back(read.article.title);
    return titles;
  }
};

inline Reading read_paths(const std::vector<std::string>& paths,
                          int threads = 2) {
  Reading reading;
  const std::string folder = data_path("");
  read_articles(
      paths, {.threads = threads},
      {[&](ReadArticle read) { reading.articles.push_back(std::move(read)); },
       [&](const Reject& reject) {
         std::string line = to_string(reject);
         if (line.starts_with(folder)) line.erase(0, folder.size());
         reading.rejects.push_back(std::move(line));
       },
       [&](uint64_t bytes) { reading.bytes += bytes; }});
  return reading;
}

inline Reading read_data(const std::string& name, int threads = 2) {
  return read_paths({data_path(name)}, threads);
}

// What a file of `content` gives; rejects by their reasons alone.
inline Reading read_text(const std::string& content,
                         const ReadOptions& options = {}) {
  const TemporaryDirectory temporary;
  const auto file = temporary.path() / "file";
  std::ofstream(file, std::ios::binary) << content;
  Reading reading;
  read_articles(
      {file}, options,
      {[&](ReadArticle read) { reading.articles.push_back(std::move(read)); },
       [&](const Reject& reject) { reading.rejects.push_back(reject.reason); },
       {}});
  return reading;
}

// The article that a file of `content` gives.
inline text::Article read_one(const std::string& content,
                              const ReadOptions& options = {}) {
  const Reading reading = read_text(content, options);
  REQUIRE(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 1);
  return reading.articles[0].article;
}

}  // namespace indexer
