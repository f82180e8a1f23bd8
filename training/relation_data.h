// Sets of texts whose relations people have marked.

#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "models/relation_classifier.h"
#include "text/span.h"

namespace training {

struct MarkedSpan {
  text::Span span;  // bytes of the text
  text::EntityType type{};
};

struct MarkedPair {
  text::Span source;
  text::Span target;
  models::PairLabel label{};
};

struct MarkedText {
  std::string text;
  std::vector<MarkedSpan> spans;  // names and pronouns, as far as marked
  std::vector<MarkedPair> pairs;
  // Labels that a pair bears only if it is marked with it. Of the others a
  // text tells nothing but what is marked.
  std::array<bool, models::kPairLabelCount> complete{};
  int fold = 0;      // of the set, if it has folds
  float weight = 1;  // how far its marks are to be trusted
};

// `index TAB word TAB BIO TAB relations TAB heads` lines under `#doc` lines, as
// CoNLL04 is often laid out. Throws InputError naming file and line.
std::vector<MarkedText> read_conll04(const std::filesystem::path& file);

// KnowledgeNet's JSON lines, one a fact or a lack of one. Throws InputError
// naming file and line.
std::vector<MarkedText> read_knowledge_net(const std::filesystem::path& file);

// Re-DocRED's JSON: sentences of words; relations of Wikidata between
// entities, each of several mentions. Pairs within one sentence are taken.
// Throws InputError naming the file.
std::vector<MarkedText> read_re_docred(const std::filesystem::path& file);

}  // namespace training
