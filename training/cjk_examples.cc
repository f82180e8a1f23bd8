#include "training/cjk_examples.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "extract/gazetteer.h"
#include "extract/tokens.h"
#include "models/model_file.h"
#include "text/error.h"

namespace training {
namespace {

using models::NameClass;
using models::NamePart;

// In the order of their bits; the first is models::CjkFeatures' particle.
constexpr std::array<std::string_view, 14> kKinds = {
    "particle",  "surname",     "given",        "person", "foreign",
    "place",     "country",     "organization", "title",  "organization-end",
    "place-end", "common-word", "company",      "nation",
};

uint8_t kind_of(std::string_view name, const std::string& where) {
  const auto found = std::ranges::find(kKinds, name);
  if (found == kKinds.end()) {
    throw text::InputError(where + ": no kind of hint is named `" +
                           std::string(name) + "`");
  }
  return static_cast<uint8_t>(found - kKinds.begin());
}

std::string_view kind_name(text::EntityType type) {
  switch (type) {
    case text::EntityType::kPerson:
      return "person";
    case text::EntityType::kCompany:
      return "company";
    case text::EntityType::kGovernment:
    case text::EntityType::kOrganization:
      return "organization";
    case text::EntityType::kPlace:
    case text::EntityType::kFacility:
      return "place";
    default:
      return "common-word";
  }
}

constexpr size_t kClasses = 3;  // that count: person, organisation, location

uint32_t allow(NameClass name_class, NamePart part) {
  return 1U << models::name_label(static_cast<uint8_t>(name_class), part);
}

// A name that ends inside a token takes all of it.
std::vector<uint32_t> labels_of(const LabelledText& text,
                                const std::vector<extract::Token>& tokens) {
  std::vector<uint32_t> labels(tokens.size(), 1U << models::kOutside);
  size_t at = 0;
  for (const LabelledName& name : text.names) {
    while (at < tokens.size() && tokens[at].span.end <= name.begin) ++at;
    const size_t first = at;
    while (at < tokens.size() && tokens[at].span.begin < name.end) ++at;
    for (size_t i = first; i < at; ++i) {
      const NamePart part = at - first == 1 ? NamePart::kOnly
                            : i == first    ? NamePart::kBegin
                            : i + 1 == at   ? NamePart::kLast
                                            : NamePart::kInside;
      labels[i] = allow(name.name_class, part);
    }
  }
  return labels;
}

bool is_name(std::span<const uint32_t> labels, const models::NameSpan& name) {
  if (name.last - name.first == 1) {
    return labels[name.first] == allow(name.name_class, NamePart::kOnly);
  }
  const auto inside =
      labels.subspan(name.first + 1, name.last - name.first - 2);
  return labels[name.first] == allow(name.name_class, NamePart::kBegin) &&
         labels[name.last - 1] == allow(name.name_class, NamePart::kLast) &&
         std::ranges::count(inside,
                            allow(name.name_class, NamePart::kInside)) ==
             std::ssize(inside);
}

}  // namespace

std::vector<models::Hint> read_hints(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw text::InputError(file.string() + ": can't be read");
  std::vector<models::Hint> hints;
  std::string line;
  uint8_t kind = 0;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with('#')) continue;
    if (line.starts_with('[') && line.ends_with(']')) {
      kind = kind_of(std::string_view(line).substr(1, line.size() - 2),
                     file.string() + ":" + std::to_string(number));
      continue;
    }
    std::istringstream words(line);
    for (std::string word; words >> word;) hints.push_back({word, kind});
  }
  return hints;
}

std::vector<models::Hint> gazetteer_hints(const std::filesystem::path& folder) {
  const extract::Gazetteer gazetteer(folder);
  std::vector<models::Hint> hints;
  for (const extract::Alias& alias : gazetteer.aliases()) {
    const auto tokens = extract::tokenize(alias.name);
    const bool cjk = std::ranges::any_of(
        tokens, [](const auto& token) { return extract::is_cjk(token.kind); });
    if (!cjk || tokens.size() < 2) continue;
    const auto type = gazetteer.entities()[alias.entity].entity.type;
    hints.push_back({alias.name, kind_of(kind_name(type), alias.name)});
  }
  return hints;
}

ChainExample make_example(const LabelledText& text,
                          const models::NameHints& hints) {
  const auto tokens = extract::tokenize(text.utf8);
  std::vector<models::CjkToken> seen;
  for (const extract::Token& token : tokens) {
    seen.push_back({text::slice(text.utf8, token.span), token.space_before});
  }
  models::CjkFeatures features(seen, hints);
  ChainExample example;
  example.allowed = labels_of(text, tokens);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const auto of_token = features.at(i);
    example.features.emplace_back(of_token.begin(), of_token.end());
  }
  return example;
}

double NameCounts::precision() const {
  return told == 0 ? 0 : static_cast<double>(right) / static_cast<double>(told);
}

double NameCounts::recall() const {
  return there == 0 ? 0
                    : static_cast<double>(right) / static_cast<double>(there);
}

double NameCounts::f1() const {
  return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
}

std::vector<NameCounts> count_names(const ChainExample& example,
                                    std::span<const models::NameSpan> names,
                                    double min_confidence) {
  std::vector<NameCounts> counts(kClasses);
  for (const models::NameSpan& name : names) {
    const auto name_class = static_cast<size_t>(name.name_class);
    if (name_class >= kClasses || name.confidence < min_confidence) continue;
    ++counts[name_class].told;
    counts[name_class].right += is_name(example.allowed, name) ? 1 : 0;
  }
  for (const uint32_t labels : example.allowed) {
    for (size_t c = 0; c < kClasses; ++c) {
      const auto name_class = static_cast<NameClass>(c);
      const bool begins = labels == allow(name_class, NamePart::kBegin) ||
                          labels == allow(name_class, NamePart::kOnly);
      counts[c].there += begins ? 1 : 0;
    }
  }
  return counts;
}

void write_tagger(const ChainLearner& learner,
                  const std::vector<models::NameHints::Entry>& hints,
                  size_t max_weights, const std::filesystem::path& file) {
  std::vector<float> transitions;
  for (const auto& row : learner.transitions()) {
    transitions.insert(transitions.end(), row.begin(), row.end());
  }
  models::ModelFileWriter writer("cjk-names");
  writer.add("transitions", std::span<const float>(transitions));
  writer.add("hints", std::span<const models::NameHints::Entry>(hints));
  add_weights(writer, "names", learner.weights(), max_weights);
  writer.write(file);
}

}  // namespace training
