#include "cli/print.h"

#include <algorithm>
#include <cstdio>

#include "text/timestamp.h"

namespace cli {

std::string words_of(text::RelationType type) {
  std::string words(text::to_string(type));
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string on_one_line(std::string text) {
  for (char& byte : text) {
    if (static_cast<unsigned char>(byte) < ' ' || byte == '\x7f') byte = ' ';
  }
  return text;
}

std::string date_of(const std::optional<text::Timestamp>& time) {
  return time ? text::to_date(*time) : "undated";
}

namespace {

std::string count_of_stories(uint32_t count) {
  return std::to_string(count) + (count == 1 ? " story" : " stories");
}

// As a sentence says it: `operates`, `is part of`.
std::string verb_of(text::RelationType type) {
  switch (type) {
    case text::RelationType::kSubsidiaryOf:
    case text::RelationType::kMemberOf:
      return "is a " + words_of(type);
    case text::RelationType::kLocatedIn:
    case text::RelationType::kHeadquarteredIn:
    case text::RelationType::kPartOf:
      return "is " + words_of(type);
    default:
      return words_of(type);
  }
}

std::string describe_relation(const graph::RelationReason& reason) {
  const bool out = reason.direction == graph::Direction::kOut;
  std::string line =
      out ? "it " + verb_of(reason.type) : verb_of(reason.type) + " it";
  line += " (";
  if (reason.negated) line += "denied, ";
  if (reason.modality != text::Modality::kAsserted) {
    line += std::string(text::to_string(reason.modality)) + ", ";
  }
  return line + count_of_stories(reason.story_count) + ")";
}

std::string describe_association(const graph::AssociationReason& reason) {
  char lift[32];
  std::snprintf(lift, sizeof lift, "%.1f", reason.lift);
  return "named together " + std::string(lift) +
         " times more often than chance (" +
         count_of_stories(reason.story_count) + ")";
}

// `supplies` as two do it: `supply`.
std::string as_both_do(text::RelationType type) {
  std::string words = verb_of(type);
  const size_t end = std::min(words.find(' '), words.size());
  const std::string_view verb = std::string_view(words).substr(0, end);
  if (verb == "is") return words.replace(0, end, "are");
  if (verb.ends_with("ies")) return words.replace(end - 3, 3, "y");
  if (verb.ends_with('s')) words.erase(end - 1, 1);
  return words;
}

std::string describe_shared(const graph::SharedReason& reason) {
  const bool out = reason.direction == graph::Direction::kOut;
  return out ? "both " + as_both_do(reason.type) + " " + reason.third.name
             : reason.third.name + " " + verb_of(reason.type) + " both";
}

std::string describe_all(const std::vector<graph::Reason>& reasons) {
  std::string line;
  for (const auto& reason : reasons) {
    if (!line.empty()) line += " · ";
    line += describe(reason);
  }
  return line;
}

// What adds up to a score, where it was asked for.
void print_parts(const search::Hit& hit) {
  if (hit.parts.empty()) return;
  std::printf("    %.4f:", hit.score);
  const char* separator = " ";
  for (const auto& part : hit.parts) {
    std::printf("%s%.4f %s%s (%s)", separator, part.score,
                part.title_only ? "title:" : "", on_one_line(part.text).c_str(),
                std::string(search::to_string(part.kind)).c_str());
    separator = " + ";
  }
  std::printf("\n");
}

}  // namespace

std::string describe(const graph::Reason& reason) {
  if (const auto* relation = std::get_if<graph::RelationReason>(&reason)) {
    return describe_relation(*relation);
  }
  if (const auto* shared = std::get_if<graph::SharedReason>(&reason)) {
    return describe_shared(*shared);
  }
  return describe_association(std::get<graph::AssociationReason>(reason));
}

void print_related(const graph::EntitySummary& entity,
                   const graph::RelatedAnswer& answer) {
  std::printf("%s (%s, %s)\n", on_one_line(entity.name).c_str(),
              std::string(text::to_string(entity.type)).c_str(),
              count_of_stories(entity.story_count).c_str());
  int rank = 0;
  for (const auto& related : answer.related) {
    const auto& best = related.evidence.front();
    std::printf("%2d  %.2f  %s  %s  %s  “%s” (%s, %s)\n", ++rank, related.score,
                on_one_line(related.entity.name).c_str(),
                std::string(text::to_string(related.entity.type)).c_str(),
                describe_all(related.reasons).c_str(),
                on_one_line(best.sentence).c_str(),
                on_one_line(best.source).c_str(),
                date_of(best.published).c_str());
  }
}

void print_hits(const search::SearchAnswer& answer) {
  std::printf("%s%llu articles\n", answer.total_is_exact ? "" : "at least ",
              static_cast<unsigned long long>(answer.total));
  int rank = 0;
  for (const auto& hit : answer.hits) {
    std::printf("%2d  %s  %s  %s  %s\n", ++rank,
                text::to_string(hit.id).c_str(),
                date_of(hit.article.published).c_str(),
                on_one_line(hit.article.source).c_str(),
                on_one_line(hit.article.title).c_str());
    if (!hit.snippet.text.empty()) {
      std::printf("    %s\n", on_one_line(hit.snippet.text).c_str());
    }
    print_parts(hit);
  }
}

}  // namespace cli
