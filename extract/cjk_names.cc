#include "extract/cjk_names.h"

#include <algorithm>
#include <iterator>

#include "extract/han_names.h"
#include "extract/knowledge.h"
#include "models/cjk_name_tagger.h"

namespace extract {

struct CjkModels::State {
  explicit State(const std::filesystem::path& folder)
      : korean(folder / "names-ko.bin") {}

  models::CjkNameTagger korean;
};

CjkModels::CjkModels(const std::filesystem::path& folder)
    : state_(new State(folder)) {}

CjkModels::~CjkModels() = default;

namespace {

using models::CjkNameTagger;
using models::NameClass;
using text::EntityType;

// What the models must be sure of, 0..1, to read a name in Latin letters.
constexpr float kForeign = 0.6F;

// What scripts some tokens are written in.
struct Scripts {
  size_t han = 0;
  size_t kana = 0;
  size_t hangul = 0;
  size_t others = 0;

  size_t cjk() const { return han + kana + hangul; }
};

Scripts count_scripts(std::span<const Token> tokens) {
  Scripts scripts;
  for (const Token& token : tokens) {
    switch (token.kind) {
      case TokenKind::kHan:
        ++scripts.han;
        break;
      case TokenKind::kKana:
        ++scripts.kana;
        break;
      case TokenKind::kHangul:
        ++scripts.hangul;
        break;
      default:
        ++scripts.others;
    }
  }
  return scripts;
}

class PassageNames {
 public:
  PassageNames(const Knowledge& knowledge, const CjkModels& models,
               const Passage& passage)
      : knowledge_(knowledge),
        lexicon_(knowledge.lexicon()),
        models_(models.state()),
        passage_(passage),
        scripts_(count_scripts(passage.tokens)),
        legal_form_(lexicon_.set("cjk.legal.form")),
        company_(lexicon_.set("cjk.company")),
        government_(lexicon_.set("cjk.government")),
        organization_(lexicon_.set("cjk.organization")),
        facility_(lexicon_.set("cjk.facility")) {}

  std::vector<CjkName> find() const {
    std::vector<CjkName> names;
    if (scripts_.cjk() == 0) return names;
    for (const Sentence& sentence : passage_.sentences) {
      std::ranges::move(names_of(sentence), std::back_inserter(names));
    }
    return names;
  }

 private:
  std::span<const Token> tokens(size_t first, size_t last) const {
    return std::span(passage_.tokens).subspan(first, last - first);
  }

  // Null where no model reads the language of the sentence.
  const CjkNameTagger* tagger_of(std::span<const Token> sentence) const {
    const Scripts scripts = count_scripts(sentence);
    if (scripts.cjk() * 4 < scripts.others) return nullptr;
    return scripts.hangul > 0 ? &models_.korean : nullptr;
  }

  // A passage with kana is Japanese, even where a sentence has none.
  bool is_chinese(std::span<const Token> sentence) const {
    const Scripts scripts = count_scripts(sentence);
    return scripts.han > 0 && scripts.hangul == 0 && scripts.kana == 0 &&
           scripts_.kana * 10 <= scripts_.han;
  }

  std::vector<CjkName> form_names_of(const Sentence& sentence) const {
    auto names = find_han_names(knowledge_, passage_, sentence);
    for (CjkName& name : names) {
      if (name.type == EntityType::kPerson) continue;
      name.type = type_of(NameClass::kOrganization, name);
      name.name = canonical(name);
    }
    return names;
  }

  std::vector<CjkName> names_of(const Sentence& sentence) const {
    const auto read = tokens(sentence.first, sentence.last);
    if (is_chinese(read)) return form_names_of(sentence);
    const CjkNameTagger* tagger = tagger_of(read);
    std::vector<CjkName> names;
    if (tagger == nullptr) return names;
    std::vector<models::CjkToken> seen;
    seen.reserve(read.size());
    for (const Token& token : read) {
      seen.push_back(
          {text::slice(passage_.utf8, token.span), token.space_before});
    }
    for (const models::NameSpan& span : tagger->tag(seen)) {
      const auto words = read.subspan(span.first, span.last - span.first);
      if (span.name_class == NameClass::kOther ||
          (count_scripts(words).cjk() == 0 && span.confidence < kForeign)) {
        continue;
      }
      CjkName name;
      name.first = sentence.first + span.first;
      name.last = sentence.first + span.last;
      name.type = type_of(span.name_class, name);
      name.name = canonical(name);
      name.confidence = span.confidence;
      if (!name.name.empty()) names.push_back(std::move(name));
    }
    return names;
  }

  EntityType type_of(NameClass name_class, const CjkName& name) const {
    if (name_class == NameClass::kPerson) return EntityType::kPerson;
    if (name_class == NameClass::kLocation) {
      return ending_size(facility_, name) > 0 ? EntityType::kFacility
                                              : EntityType::kPlace;
    }
    const size_t government = ending_size(government_, name);
    const size_t organization = ending_size(organization_, name);
    const size_t company = ending_size(company_, name);
    if (std::max(government, organization) <= company) {
      return EntityType::kCompany;
    }
    return government > organization ? EntityType::kGovernment
                                     : EntityType::kOrganization;
  }

  // The tokens of the longest phrase of `set` that ends the name; those that
  // are all of it count too.
  size_t ending_size(SetId set, const CjkName& name) const {
    constexpr size_t kReach = 8;
    const size_t from = name.last - std::min(kReach, name.last - name.first);
    for (size_t i = from; i < name.last; ++i) {
      const size_t size = lexicon_.match(set, tokens(i, name.last)).size;
      if (i + size == name.last) return size;
    }
    return 0;
  }

  // The name without the legal forms at its ends.
  std::string canonical(const CjkName& name) const {
    CjkName bare = name;
    const size_t lead =
        lexicon_.match(legal_form_, tokens(name.first, name.last)).size;
    if (lead < bare.last - bare.first) bare.first += lead;
    const size_t tail = ending_size(legal_form_, bare);
    if (tail < bare.last - bare.first) bare.last -= tail;
    std::string text;
    for (size_t i = bare.first; i < bare.last; ++i) {
      const Token& token = passage_.tokens[i];
      if (i > bare.first && token.space_before) text += ' ';
      text += text::slice(passage_.utf8, token.span);
    }
    return text;
  }

  const Knowledge& knowledge_;
  const Lexicon& lexicon_;
  const CjkModels::State& models_;
  const Passage& passage_;
  Scripts scripts_;
  SetId legal_form_;
  SetId company_;
  SetId government_;
  SetId organization_;
  SetId facility_;
};

}  // namespace

std::vector<CjkName> find_cjk_names(const Knowledge& knowledge,
                                    const CjkModels& models,
                                    const Passage& passage) {
  return PassageNames(knowledge, models, passage).find();
}

}  // namespace extract
