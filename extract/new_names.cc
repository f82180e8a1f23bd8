#include "extract/new_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "extract/canonical_name.h"
#include "extract/full_names.h"
#include "extract/name_types.h"

namespace extract {
namespace {

using models::NameClass;
using text::EntityType;

// A name becomes an entity of the archive where one mention is this sure, or
// several are on the average. More words tell more.
constexpr float kSureWord = 0.8F;
constexpr float kSureWords = 0.6F;
constexpr float kSureOften = 0.6F;
// What reading a name as something else weighs against the names of this kind.
constexpr float kOther = 1.5F;

class NewNames {
 public:
  NewNames(const Knowledge& knowledge, std::vector<TaggedName> names,
           Reading& reading)
      : knowledge_(knowledge), names_(std::move(names)), reading_(reading) {}

  void identify() {
    make_classes_agree();
    FullNames full(knowledge_, reading_);
    for (const TaggedName& name : names_) full.add(name);
    full.link();
    std::map<size_t, std::vector<TaggedName>> entities;  // by full name
    for (const TaggedName& name : names_) {
      if (const auto owner = full.owner_of(name)) {
        entities[*owner].push_back(name);
      } else {
        add(name, reading_.bear_stranger(EntityType::kPerson, text_of(name)),
            "model");
      }
    }
    for (const auto& [owner, mentions] : entities) {
      add_entity(full.known(owner), full.words(owner), mentions);
    }
    reading_.arrange();
  }

 private:
  std::string text_of(const TaggedName& name) const {
    return canonical_name(knowledge_, reading_.passages[name.passage],
                          name.first, name.last);
  }

  Words words_of(const TaggedName& name) const {
    return canonical_words(knowledge_, reading_.passages[name.passage],
                           name.first, name.last);
  }

  // Equal names are of the class that most of their confidence is for; what
  // is read as something else is no name though others are.
  void make_classes_agree() {
    std::map<Words, std::array<float, 4>> votes;
    for (const TaggedName& name : names_) {
      votes[words_of(name)][static_cast<size_t>(name.name_class)] +=
          name.name_class == NameClass::kOther ? kOther * name.confidence
                                               : name.confidence;
    }
    std::erase_if(names_, is_other);
    for (TaggedName& name : names_) {
      const auto& vote = votes[words_of(name)];
      const auto best = std::ranges::max_element(vote) - vote.begin();
      name.name_class = static_cast<NameClass>(best);
    }
    std::erase_if(names_, is_other);
  }

  static bool is_other(const TaggedName& name) {
    return name.name_class == NameClass::kOther;
  }

  void add_entity(const KnownEntity* known, const Words& full_words,
                  const std::vector<TaggedName>& mentions) {
    const KnownEntity* entity = known;
    if (entity == nullptr) {
      const EntityType type = choose_type(knowledge_, reading_, mentions);
      const std::string name = display_name(full_words, mentions);
      entity = tells_enough(full_words, mentions) &&
                       !is_some(type, full_words, mentions)
                   ? reading_.bear(type, name)
                   : reading_.bear_stranger(type, name);
    }
    for (const TaggedName& name : mentions) {
      const bool short_form = words_of(name) != full_words;
      add(name, entity, short_form || known != nullptr ? "alias" : "model");
    }
  }

  // The first mention in full that is not all in capitals, if there is one.
  std::string display_name(const Words& full_words,
                           const std::vector<TaggedName>& mentions) const {
    const TaggedName* best = nullptr;
    for (const TaggedName& name : mentions) {
      if (words_of(name) != full_words) continue;
      if (best == nullptr || (is_shouted(*best) && !is_shouted(name))) {
        best = &name;
      }
    }
    return text_of(best == nullptr ? mentions.front() : *best);
  }

  bool is_shouted(const TaggedName& name) const {
    const auto& tokens = reading_.passages[name.passage].tokens;
    return std::all_of(tokens.begin() + static_cast<ptrdiff_t>(name.first),
                       tokens.begin() + static_cast<ptrdiff_t>(name.last),
                       [](const Token& t) { return t.upper; });
  }

  // A single name of a person and an acronym that nobody explains are too
  // little: they mean others in other articles.
  bool tells_enough(const Words& full_words,
                    const std::vector<TaggedName>& mentions) const {
    const TaggedName& first = mentions.front();
    const bool person = first.name_class == NameClass::kPerson;
    if (person && full_words.size() < 2) return false;
    const bool acronym =
        full_words.size() == 1 && is_shouted(first) && full_words[0].size() < 6;
    if (acronym && !is_listed(mentions)) return false;
    float sum = 0;
    float most = 0;
    for (const TaggedName& name : mentions) {
      sum += name.confidence;
      most = std::max(most, name.confidence);
    }
    const auto count = static_cast<float>(mentions.size());
    const float sure = full_words.size() > 1 ? kSureWords : kSureWord;
    return most >= sure || (count >= 2 && sum / count >= kSureOften);
  }

  // `Army`, `Supreme Court`, `Ministry of Justice`: every land has one.
  bool is_some(EntityType type, const Words& full_words,
               const std::vector<TaggedName>& mentions) const {
    if (type == EntityType::kPerson) return false;
    const bool government = type == EntityType::kGovernment;
    const bool of_what = government && full_words.size() > 2 &&
                         (full_words[1] == "of" || full_words[1] == "for");
    if (full_words.size() == 1 || of_what) {
      if (is_kind_of_body(full_words[0])) return true;
    }
    if (!government && full_words.size() > 1) return false;
    return std::ranges::any_of(mentions, [&](const TaggedName& name) {
      return name.common && words_of(name) == full_words;
    });
  }

  bool is_kind_of_body(const std::string& word) const {
    const Grammar& grammar = knowledge_.grammar();
    Token token;
    token.symbol = knowledge_.lexicon().symbols().find(word);
    return knowledge_.in(grammar.name_government, token) ||
           knowledge_.in(grammar.name_organization, token) ||
           knowledge_.in(grammar.name_company, token);
  }

  static bool is_listed(const std::vector<TaggedName>& mentions) {
    using models::NameList;
    return std::ranges::any_of(mentions, [](const TaggedName& name) {
      return name.is_listed(NameList::kCompany) ||
             name.is_listed(NameList::kOrganization) ||
             name.is_listed(NameList::kTeam) ||
             name.is_listed(NameList::kCity) ||
             name.is_listed(NameList::kRegion) ||
             name.is_listed(NameList::kCountry);
    });
  }

  void add(const TaggedName& name, const KnownEntity* entity, const char* how) {
    Found found;
    found.passage = name.passage;
    found.sentence = name.sentence;
    found.first = name.first;
    found.last = name.last;
    found.with_article = name.with_article;
    found.readings = {entity};
    found.confidence = name.confidence;
    found.local = std::string_view(how) == "alias";
    found.how = how;
    reading_.found.push_back(std::move(found));
  }

  const Knowledge& knowledge_;
  std::vector<TaggedName> names_;
  Reading& reading_;
};

}  // namespace

void identify_new_names(const Knowledge& knowledge,
                        std::vector<TaggedName> names, Reading& reading) {
  NewNames(knowledge, std::move(names), reading).identify();
}

}  // namespace extract
