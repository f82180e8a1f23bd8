#include "training/relation_data.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>

#include "text/error.h"

namespace training {
namespace {

using models::PairLabel;
using nlohmann::json;
using text::EntityType;
using text::Span;

// A text put together from words, as it was before it was cut.
class WordJoiner {
 public:
  Span add(std::string_view word) {
    static const std::set<std::string_view> kClosing = {
        ".",  ",",  ";",   ":",   "!",   "?",   ")",  "]",  "}",  "%",
        "'s", "'S", "n't", "'re", "'ve", "'ll", "'d", "'m", "''",
    };
    static const std::set<std::string_view> kOpening = {"(", "[", "{",
                                                        "$", "`", "``"};
    const bool glued =
        text_.empty() || after_opening_ || kClosing.contains(word);
    if (!glued) text_ += ' ';
    after_opening_ = kOpening.contains(word);
    const auto begin = static_cast<uint32_t>(text_.size());
    text_ += word;
    return {begin, static_cast<uint32_t>(text_.size())};
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool after_opening_ = false;
};

[[noreturn]] void fail(const std::filesystem::path& file, size_t line,
                       const std::string& what) {
  throw text::InputError(file.string() + ": line " + std::to_string(line) +
                         ": " + what);
}

std::ifstream open(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw text::InputError(file.string() + ": can't be read");
  return in;
}

void complete(MarkedText& text, std::initializer_list<PairLabel> labels) {
  for (const PairLabel label : labels) {
    text.complete[static_cast<size_t>(label)] = true;
  }
}

// --- CoNLL04

std::optional<EntityType> conll04_type(std::string_view name) {
  if (name == "Peop") return EntityType::kPerson;
  if (name == "Org") return EntityType::kOrganization;
  if (name == "Loc") return EntityType::kPlace;
  return std::nullopt;
}

std::optional<PairLabel> conll04_label(std::string_view name) {
  if (name == "Work_For") return PairLabel::kAffiliated;
  if (name == "OrgBased_In") return PairLabel::kHeadquarteredIn;
  if (name == "Located_In") return PairLabel::kLocatedIn;
  if (name == "Live_In") return PairLabel::kLivesIn;
  return std::nullopt;
}

// `['Work_For', 'Live_In']` or `[22, 8]`.
std::vector<std::string> list_items(std::string_view list) {
  std::vector<std::string> items;
  std::string item;
  for (const char c : list) {
    if (c == ',' || c == ']') {
      items.push_back(std::move(item));
      item.clear();
    } else if (c != '[' && c != '\'' && c != ' ') {
      item += c;
    }
  }
  return items;
}

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// One `#doc` of CoNLL04 while it is read. A relation stands at the last word of
// its source and gives the last word of its target.
class Conll04Text {
 public:
  void add(const std::vector<std::string_view>& cells) {
    const Span span = joiner_.add(cells[1]);
    const std::string_view tag = cells[2];
    const bool inside = tag.starts_with("I-") && !entities_.empty() && open_;
    if (inside) {
      entities_.back().span.end = span.end;
      entities_.back().last_word = word_;
    } else if (tag != "O") {
      entities_.push_back({span, word_, conll04_type(tag.substr(2))});
    }
    open_ = tag != "O";
    const auto names = list_items(cells[3]);
    const auto heads = list_items(cells[4]);
    for (size_t i = 0; i < std::min(names.size(), heads.size()); ++i) {
      const auto label = conll04_label(names[i]);
      if (label) {
        links_.push_back({word_, std::stoul(heads[i]), *label});
      }
    }
    ++word_;
  }

  std::optional<MarkedText> finish() {
    if (word_ == 0) return std::nullopt;
    MarkedText text;
    for (const Entity& entity : entities_) {
      if (entity.type) text.spans.push_back({entity.span, *entity.type});
    }
    for (const Link& link : links_) {
      const auto source = find(link.source);
      const auto target = find(link.target);
      if (source && target) {
        text.pairs.push_back({*source, *target, link.label});
      }
    }
    text.text = joiner_.take();
    complete(text, {PairLabel::kAffiliated, PairLabel::kMember,
                    PairLabel::kFounded, PairLabel::kHeadquarteredIn,
                    PairLabel::kLocatedIn, PairLabel::kLivesIn});
    return text;
  }

 private:
  struct Entity {
    Span span;
    size_t last_word = 0;
    std::optional<EntityType> type;
  };
  struct Link {
    size_t source = 0;
    size_t target = 0;
    PairLabel label{};
  };

  std::optional<Span> find(size_t last_word) const {
    const auto found =
        std::ranges::find(entities_, last_word, &Entity::last_word);
    if (found == entities_.end()) return std::nullopt;
    return found->span;
  }

  WordJoiner joiner_;
  std::vector<Entity> entities_;
  std::vector<Link> links_;
  size_t word_ = 0;
  bool open_ = false;
};

// --- KnowledgeNet

struct Property {
  std::string_view name;
  EntityType subject;
  EntityType object;
  std::optional<PairLabel> label;
  bool swapped = false;  // our source is its object
};

const Property* find_property(std::string_view name) {
  constexpr auto kPerson = EntityType::kPerson;
  constexpr auto kBody = EntityType::kOrganization;
  constexpr auto kPlace = EntityType::kPlace;
  static const std::array<Property, 13> kProperties = {{
      {"SUBSIDIARY_OF", kBody, kBody, PairLabel::kSubsidiaryOf},
      {"HEADQUARTERS", kBody, kPlace, PairLabel::kHeadquarteredIn},
      {"CEO", kBody, kPerson, PairLabel::kLeads, true},
      {"FOUNDED_BY", kBody, kPerson, PairLabel::kFounded, true},
      {"EMPLOYEE_OR_MEMBER_OF", kPerson, kBody, PairLabel::kAffiliated},
      {"POLITICAL_AFFILIATION", kPerson, kBody, PairLabel::kMember},
      {"PLACE_OF_RESIDENCE", kPerson, kPlace, PairLabel::kLivesIn},
      {"PLACE_OF_BIRTH", kPerson, kPlace, {}},
      {"NATIONALITY", kPerson, kPlace, {}},
      {"EDUCATED_AT", kPerson, kBody, {}},
      {"CHILD_OF", kPerson, kPerson, {}},
      {"SPOUSE", kPerson, kPerson, {}},
      {"DATE_FOUNDED", kBody, kBody, {}},
  }};
  const auto found = std::ranges::find(kProperties, name, &Property::name);
  return found == kProperties.end() ? nullptr : &*found;
}

// Byte offsets of code points.
std::vector<uint32_t> code_point_offsets(std::string_view utf8) {
  std::vector<uint32_t> offsets;
  const auto size = static_cast<uint32_t>(utf8.size());
  for (uint32_t i = 0; i < size; ++i) {
    if ((static_cast<unsigned char>(utf8[i]) & 0xC0U) != 0x80U) {
      offsets.push_back(i);
    }
  }
  offsets.push_back(size);
  return offsets;
}

size_t number(const json& line, const char* key) {
  return std::stoul(line.at(key).get<std::string>());
}

void mark(MarkedText& text, Span span, EntityType type) {
  const auto known = std::ranges::find(text.spans, span, &MarkedSpan::span);
  if (known == text.spans.end()) text.spans.push_back({span, type});
}

void add_fact(MarkedText& text, const Property& property, const json& line) {
  const size_t start = number(line, "pass_start");
  const auto offsets = code_point_offsets(text.text);
  const auto span = [&](const char* begin, const char* end) {
    return Span{offsets.at(number(line, begin) - start),
                offsets.at(number(line, end) - start)};
  };
  const Span subject = span("sbj_start", "sbj_end");
  const Span object = span("obj_start", "obj_end");
  mark(text, subject, property.subject);
  if (property.name == "DATE_FOUNDED") return;
  mark(text, object, property.object);
  if (!property.label) return;
  text.pairs.push_back({property.swapped ? object : subject,
                        property.swapped ? subject : object, *property.label});
}

// --- Re-DocRED

struct WikidataProperty {
  std::string_view id;
  std::vector<PairLabel> labels;
  bool swapped = false;
};

const WikidataProperty* find_wikidata(std::string_view id) {
  using enum PairLabel;
  static const std::vector<WikidataProperty> kProperties = {
      {"P17", {kLocatedIn}},
      {"P131", {kLocatedIn}},
      {"P276", {kLocatedIn}},
      {"P159", {kHeadquarteredIn}},
      {"P112", {kFounded}, true},
      {"P169", {kLeads, kAffiliated}, true},
      {"P488", {kAffiliated}, true},
      {"P108", {kAffiliated}},
      {"P463", {kMember, kAffiliated}},
      {"P102", {kMember, kAffiliated}},
      {"P54", {kMember, kAffiliated}},
      {"P749", {kSubsidiaryOf}},
      {"P355", {kSubsidiaryOf}, true},
      {"P551", {kLivesIn}},
  };
  const auto found = std::ranges::find(kProperties, id, &WikidataProperty::id);
  return found == kProperties.end() ? nullptr : &*found;
}

std::optional<EntityType> docred_type(std::string_view name) {
  if (name == "PER") return EntityType::kPerson;
  if (name == "ORG") return EntityType::kOrganization;
  if (name == "LOC") return EntityType::kPlace;
  return std::nullopt;
}

MarkedText docred_sentence(const json& document, size_t sentence) {
  MarkedText text;
  WordJoiner joiner;
  std::vector<Span> words;
  for (const auto& word : document["sents"][sentence]) {
    words.push_back(joiner.add(word.get<std::string>()));
  }
  text.text = joiner.take();
  std::vector<std::vector<Span>> entities;  // the mentions in this sentence
  for (const auto& vertex : document["vertexSet"]) {
    auto& spans = entities.emplace_back();
    for (const auto& mention : vertex) {
      const auto type = docred_type(mention["type"].get<std::string>());
      if (mention["sent_id"] != sentence || !type) continue;
      const Span span = {words.at(mention["pos"][0].get<size_t>()).begin,
                         words.at(mention["pos"][1].get<size_t>() - 1).end};
      spans.push_back(span);
      mark(text, span, *type);
    }
  }
  for (const auto& fact : document["labels"]) {
    const auto* property = find_wikidata(fact["r"].get<std::string>());
    if (property == nullptr) continue;
    for (const Span head : entities.at(fact["h"].get<size_t>())) {
      for (const Span tail : entities.at(fact["t"].get<size_t>())) {
        for (const PairLabel label : property->labels) {
          text.pairs.push_back({property->swapped ? tail : head,
                                property->swapped ? head : tail, label});
        }
      }
    }
  }
  complete(text, {PairLabel::kLocatedIn, PairLabel::kFounded,
                  PairLabel::kAffiliated, PairLabel::kSubsidiaryOf});
  return text;
}

}  // namespace

std::vector<MarkedText> read_conll04(const std::filesystem::path& file) {
  std::vector<MarkedText> texts;
  std::ifstream in = open(file);
  Conll04Text text;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("#doc")) {
      if (auto done = text.finish()) texts.push_back(std::move(*done));
      text = {};
    } else if (!line.empty()) {
      const auto cells = split_tabs(line);
      if (cells.size() != 5) fail(file, number, "has not five columns");
      text.add(cells);
    }
  }
  if (auto done = text.finish()) texts.push_back(std::move(*done));
  return texts;
}

std::vector<MarkedText> read_knowledge_net(const std::filesystem::path& file) {
  std::map<std::pair<size_t, size_t>, MarkedText> texts;
  std::ifstream in = open(file);
  std::string bytes;
  for (size_t at = 1; std::getline(in, bytes); ++at) {
    const json line = json::parse(bytes, nullptr, false);
    if (!line.is_object()) fail(file, at, "is no JSON object");
    const auto* property =
        find_property(line.at("property").get<std::string>());
    if (property == nullptr) continue;
    MarkedText& text = texts[{number(line, "doc"), number(line, "pass_start")}];
    text.text = line.at("passage").get<std::string>();
    text.fold = static_cast<int>(number(line, "fold"));
    if (property->label && *property->label != PairLabel::kMember) {
      complete(text, {*property->label});
    }
    const auto& object = line.at("object");
    const bool is_fact =
        object.is_string() && !object.get_ref<const std::string&>().empty();
    if (is_fact) add_fact(text, *property, line);
  }
  std::vector<MarkedText> result;
  for (auto& [key, text] : texts) result.push_back(std::move(text));
  return result;
}

std::vector<MarkedText> read_re_docred(const std::filesystem::path& file) {
  std::ifstream in = open(file);
  const json documents = json::parse(in, nullptr, false);
  if (!documents.is_array()) {
    throw text::InputError(file.string() + ": is no JSON array");
  }
  std::vector<MarkedText> texts;
  for (const json& document : documents) {
    for (size_t i = 0; i < document.at("sents").size(); ++i) {
      texts.push_back(docred_sentence(document, i));
    }
  }
  return texts;
}

}  // namespace training
