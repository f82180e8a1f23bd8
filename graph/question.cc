#include "graph/question.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "graph/question_alternatives.h"
#include "graph/question_language.h"
#include "graph/question_matcher.h"
#include "graph/question_names.h"
#include "graph/question_parts.h"
#include "graph/question_writer.h"
#include "text/utf8.h"

namespace graph {
namespace {

constexpr size_t kMaxBytes = 4096;
constexpr size_t kMaxSuggestions = 5;

std::optional<text::EntityType> type_of(Slot slot) {
  if (slot == Slot::kPlace) return text::EntityType::kPlace;
  if (slot == Slot::kCommodity) return text::EntityType::kCommodity;
  return std::nullopt;
}

bool is_name(Slot slot) { return slot <= Slot::kCommodity; }

// How well a form fits: the less, the better.
struct Fit {
  size_t unknown_names = 0;
  size_t described_names = 0;
  size_t slots = 0;        // a name is not to be taken apart
  size_t name_tokens = 0;  // the more other words it explains, the better
  size_t any_names = 0;    // names of no certain type
  size_t order = 0;

  auto operator<=>(const Fit&) const = default;
};

class Reader {
 public:
  Reader(std::string_view question, const GraphReader& graph)
      : graph_(graph),
        language_(question_language()),
        names_(graph, language_),
        writer_(graph, language_) {
    read_.text = text::make_valid_utf8(text::cut_utf8(question, kMaxBytes));
    tokens_ = split_question(read_.text);
  }

  Question read() {
    if (tokens_.empty() || tokens_.size() > kMaxQuestionTokens) {
      read_.not_understood = read_.text;
      suggest_anything();
      return std::move(read_);
    }
    const auto best = best_match();
    if (!best) {
      read_parts();
    } else if (best->first.unknown_names > 0) {
      read_unknown_name(best->second);
    } else {
      read_form(best->second);
      if (is_reversed(read_.period)) {
        refuse_period();
      } else {
        add_alternatives(read_, writer_, graph_);
      }
    }
    return std::move(read_);
  }

 private:
  text::Span span_of(const Binding& binding) const {
    return {tokens_[binding.begin].span.begin,
            tokens_[binding.end - 1].span.end};
  }

  std::string_view words_of(const Binding& binding) const {
    return slice(read_.text, span_of(binding));
  }

  const ResolvedName& resolve(const Binding& binding) {
    return names_.resolve(words_of(binding), type_of(binding.slot));
  }

  Fit fit_of(const FormMatch& match) {
    Fit fit;
    fit.order = match.order;
    fit.slots = match.bindings.size();
    for (const Binding& binding : match.bindings) {
      if (!is_name(binding.slot)) continue;
      fit.name_tokens += binding.end - binding.begin;
      fit.any_names += type_of(binding.slot) ? 0 : 1;
      const NameGrade grade = resolve(binding).grade;
      fit.unknown_names += grade == NameGrade::kUnknown ? 1 : 0;
      fit.described_names += grade == NameGrade::kDescribed ? 1 : 0;
    }
    // The shortest part that is not understood tells most.
    if (fit.unknown_names > 0) fit.slots = 0;
    return fit;
  }

  std::optional<std::pair<Fit, FormMatch>> best_match() {
    std::optional<std::pair<Fit, FormMatch>> best;
    for (FormMatch& match : match_forms(language_, tokens_)) {
      const Fit fit = fit_of(match);
      // Of names alone anything would be one.
      const bool is_only_names = fit.name_tokens == tokens_.size();
      if (fit.unknown_names > 0 && is_only_names) continue;
      if (!best || fit < best->first) best = {fit, std::move(match)};
    }
    return best;
  }

  void read_form(const FormMatch& match) {
    const auto& words = language_.words();
    read_.kind = match.form->head.kind;
    read_.direction = match.form->head.direction;
    if (const auto relation = match.form->head.relation) {
      read_.relation = words.relations[*relation].asked;
    }
    if (const auto measure = match.form->head.measure) {
      read_.measure = words.measures[*measure].asked;
    }
    if (const auto kind = match.form->head.answer_kind) {
      read_.asked_kind = words.kinds[*kind].asked;
      read_.kind_is_implied = true;
    }
    // Which entity a name means depends on what is asked of it.
    for (const Binding& binding : match.bindings) {
      if (!is_name(binding.slot)) set_words(binding);
    }
    for (const Binding& binding : match.bindings) {
      if (is_name(binding.slot)) set_name(binding);
    }
    std::ranges::sort(read_.parts, {}, &QuestionPart::span);
  }

  void set_words(const Binding& binding) {
    const QuestionWords& words = language_.words();
    add_part(binding);
    switch (read_.parts.back().role) {
      case PartRole::kRelation:
        read_.relation = words.relations[binding.index].asked;
        break;
      case PartRole::kKind:
        add_kind(words.kinds[binding.index].asked);
        break;
      case PartRole::kMeasure:
        read_.measure = words.measures[binding.index].asked;
        break;
      default:
        read_.period = binding.period;
    }
  }

  // `smelters and refineries`
  void add_kind(const AskedKind& kind) {
    if (!read_.asked_kind || read_.kind_is_implied) {
      read_.asked_kind = kind;
      read_.kind_is_implied = false;
      return;
    }
    AskedKind& both = *read_.asked_kind;
    both.name += " and " + kind.name;
    both.types.insert(both.types.end(), kind.types.begin(), kind.types.end());
    const bool any_name = both.words.empty() || kind.words.empty();
    both.words.insert(both.words.end(), kind.words.begin(), kind.words.end());
    if (any_name) both.words.clear();
  }

  void add_part(const Binding& binding) {
    QuestionPart part = word_part(binding, language_.words());
    if (is_name(binding.slot)) {
      const auto& entity = resolve(binding).candidates.front().entity;
      part = {{}, PartRole::kName, entity.name, entity};
    }
    part.span = span_of(binding);
    read_.parts.push_back(std::move(part));
  }

  void set_name(const Binding& binding) {
    auto candidates = resolve(binding).candidates;
    if (binding.slot == Slot::kName || binding.slot == Slot::kCommodity) {
      put_likeliest_first(candidates);
    }
    const EntitySummary entity = candidates.front().entity;
    PartRole role = PartRole::kName;
    if (binding.slot == Slot::kPlace) {
      role = PartRole::kPlace;
      read_.place = entity;
    } else if (binding.slot == Slot::kOtherName) {
      role = PartRole::kOtherName;
      read_.other = entity;
    } else if (binding.slot == Slot::kCommodity &&
               read_.kind == QuestionKind::kFacts) {
      role = PartRole::kOtherName;
      read_.commodity = entity.id;
    } else {
      read_.name = entity;
    }
    QuestionPart part{span_of(binding), role, entity.name, entity};
    part.others.assign(candidates.begin() + 1, candidates.end());
    read_.parts.push_back(std::move(part));
  }

  // A name that several entities have means one that the graph can tell of
  // what is asked.
  void put_likeliest_first(std::vector<NamedEntity>& candidates) const {
    const auto likely =
        std::ranges::find_if(candidates, [&](const NamedEntity& named) {
          return can_tell(read_, named.entity, graph_);
        });
    if (likely == candidates.end()) return;
    std::rotate(candidates.begin(), likely, likely + 1);
  }

  static bool is_reversed(const Period& period) {
    return period.from && period.to && *period.from >= *period.to;
  }

  // The same can be asked of any time.
  void refuse_period() {
    const auto part =
        std::ranges::find(read_.parts, PartRole::kPeriod, &QuestionPart::role);
    read_.not_understood = slice(read_.text, part->span);
    read_.misunderstanding = Misunderstanding::kReversedPeriod;
    read_.parts.erase(part);
    if (read_.kind == QuestionKind::kEvents) {
      suggest(writer_.events(*read_.name, {}));
    }
    read_.kind = QuestionKind::kNotUnderstood;
    suggest_from_parts();
  }

  // A form fits but for a name.
  void read_unknown_name(const FormMatch& match) {
    const auto unknown =
        std::ranges::find_if(match.bindings, [&](const Binding& binding) {
          return is_name(binding.slot) &&
                 resolve(binding).grade == NameGrade::kUnknown;
        });
    refuse_name(*unknown);
    if (read_.misunderstanding == Misunderstanding::kForm) {
      read_parts();
      return;
    }
    for (const Binding& binding : match.bindings) {
      const bool is_known = !is_name(binding.slot) ||
                            resolve(binding).grade != NameGrade::kUnknown;
      if (is_known) add_part(binding);
    }
    std::ranges::sort(read_.parts, {}, &QuestionPart::span);
    suggest_from_parts();
  }

  // Says why; kForm where it is no name but words of the question.
  void refuse_name(const Binding& binding) {
    const auto type = type_of(binding.slot);
    read_.not_understood = words_of(binding);
    const auto& known = names_.resolve(read_.not_understood, std::nullopt);
    if (known.grade != NameGrade::kUnknown) {
      read_.misunderstanding = Misunderstanding::kWrongType;
      read_.known_as = known.candidates.front().entity;
      read_.wanted_type = type;
      return;
    }
    const auto similar = names_.similar(read_.not_understood, type);
    if (similar.empty() && names_.has_question_words(read_.not_understood)) {
      return;
    }
    read_.misunderstanding = Misunderstanding::kUnknownName;
    for (const auto& name : similar) {
      suggest(with_replaced(read_.text, span_of(binding), name));
    }
  }

  // No form fits: what is understood are some of the words.
  void read_parts() {
    read_.not_understood = read_.text;
    add_all_parts();
    suggest_from_parts();
  }

  void add_all_parts() {
    for (const Binding& binding :
         find_parts(language_, tokens_, known_name())) {
      add_part(binding);
    }
  }

  NameTest known_name() {
    return [this](size_t begin, size_t end) {
      return resolve({Slot::kName, begin, end}).grade == NameGrade::kKnown;
    };
  }

  void suggest_from_parts() {
    add_suggestions();
    if (read_.suggestions.empty()) suggest_from_all_words();
    if (read_.suggestions.empty()) suggest_anything();
  }

  void add_suggestions() {
    for (auto& question : questions_from_parts(read_, writer_, graph_)) {
      suggest(std::move(question));
    }
  }

  // Also from words that are a part of what was taken for a name.
  void suggest_from_all_words() {
    const auto parts = std::exchange(read_.parts, {});
    add_all_parts();
    add_suggestions();
    read_.parts = parts;
  }

  void suggest_anything() {
    for (const auto& entity : graph_.entities(std::nullopt, 0, 1)) {
      suggest(writer_.related(entity));
    }
  }

  void suggest(std::string question) {
    auto& suggestions = read_.suggestions;
    if (suggestions.size() < kMaxSuggestions &&
        std::ranges::find(suggestions, question) == suggestions.end()) {
      suggestions.push_back(std::move(question));
    }
  }

  const GraphReader& graph_;
  const QuestionLanguage& language_;
  QuestionNames names_;
  QuestionWriter writer_;
  std::vector<QuestionToken> tokens_;
  Question read_;
};

}  // namespace

Question read_question(std::string_view question, const GraphReader& graph) {
  return Reader(question, graph).read();
}

std::string_view to_string(QuestionKind kind) {
  constexpr std::array<std::string_view, 8> kNames = {
      "not_understood", "related", "path",   "entities",
      "placed",         "facts",   "events", "both"};
  return kNames.at(static_cast<size_t>(kind));
}

std::string_view to_string(PartRole role) {
  constexpr std::array<std::string_view, 7> kNames = {
      "name", "other_name", "place", "relation", "kind", "measure", "period"};
  return kNames.at(static_cast<size_t>(role));
}

}  // namespace graph
