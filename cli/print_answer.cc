#include "cli/print_answer.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

namespace cli {

namespace {

using Json = nlohmann::ordered_json;

// Terminal escapes and line breaks in a text would break the line.
std::string on_one_line(std::string text) {
  for (char& byte : text) {
    if (static_cast<unsigned char>(byte) < ' ' || byte == '\x7f') byte = ' ';
  }
  return text;
}

void print_line(const std::string& line) {
  std::puts(on_one_line(line).c_str());
}

std::string text_of(const Json& json, const char* name) {
  const auto value = json.find(name);
  return value != json.end() && value->is_string() ? value->get<std::string>()
                                                   : "";
}

std::string words_of(std::string type) {
  std::ranges::replace(type, '_', ' ');
  return type;
}

std::string reservations(const Json& said) {
  std::string words;
  const std::string modality = text_of(said, "modality");
  if (!modality.empty() && modality != "asserted") words += ", " + modality;
  if (said.value("negated", false)) words += ", denied";
  return words;
}

std::string statement(const Json& edge) {
  return edge["source"]["name"].get<std::string>() + " " +
         words_of(edge["type"]) + " " +
         edge["target"]["name"].get<std::string>();
}

void print_evidence(const Json& evidence) {
  const std::string published = text_of(evidence, "published");
  print_line("      “" + text_of(evidence, "sentence") + "” (" +
             text_of(evidence, "source") +
             (published.empty() ? "" : ", " + published.substr(0, 10)) + ")");
}

void print_edge(const Json& edge) {
  const auto stories = edge["stories"].get<uint64_t>();
  print_line("    " + statement(edge) + " (" + std::to_string(stories) +
             (stories == 1 ? " story" : " stories") + reservations(edge) + ")");
  if (edge.contains("evidence")) print_evidence(edge["evidence"][0]);
}

void print_related(const Json& answer) {
  for (const Json& related : answer["related"]) {
    print_line("  " + related["entity"]["name"].get<std::string>() + " (" +
               related["entity"]["type"].get<std::string>() + ")");
    print_evidence(related["evidence"][0]);
  }
}

void print_entities(const Json& answer) {
  for (const Json& one : answer["entities"]) {
    print_line("  " + one["entity"]["name"].get<std::string>() + " (" +
               one["entity"]["type"].get<std::string>() + ")");
    for (const Json& edge : one["edges"]) print_edge(edge);
  }
}

void print_path(const Json& path) {
  std::string line = " ";
  for (const Json& node : path["nodes"]) {
    line += (line == " " ? " " : " – ") + node["name"].get<std::string>();
  }
  print_line(line);
  for (const Json& edge : path["edges"]) {
    if (edge["kind"] == "relation") {
      print_edge(edge);
    } else {
      print_line("    " + edge["source"]["name"].get<std::string>() +
                 " is named together with " +
                 edge["target"]["name"].get<std::string>());
      if (!edge["evidence"].empty()) print_evidence(edge["evidence"][0]);
    }
  }
}

void print_fact(const Json& fact) {
  std::string line = "  " + fact["entity"]["name"].get<std::string>() + ": " +
                     fact["measure"].get<std::string>();
  if (fact.contains("commodity")) {
    line += " of " + fact["commodity"]["name"].get<std::string>();
  }
  line += " " + fact["value"].dump() + " " + fact["unit"].get<std::string>();
  const std::string date = text_of(fact, "date");
  if (!date.empty()) line += " (" + date + ")";
  print_line(line);
  print_evidence(fact["evidence"]);
}

void print_event(const Json& event) {
  print_line("  " + statement(event) + reservations(event["evidence"]));
  print_evidence(event["evidence"]);
}

void print_articles(const Json& articles) {
  for (const Json& article : articles) {
    print_line("  " + text_of(article, "title"));
    print_evidence(article);
  }
}

void print_parts(const Json& answer) {
  std::string line;
  for (const Json& part : answer["parts"]) {
    if (!line.empty()) line += " · ";
    line += words_of(part["role"]) + " " + part["value"].get<std::string>();
    if (part.contains("entity")) {
      line += " (" + part["entity"]["type"].get<std::string>() + ")";
    }
  }
  if (!line.empty()) print_line("read as: " + line);
}

}  // namespace

void print_answer(const Json& answer) {
  print_parts(answer);
  if (!answer.contains("answer")) return;
  const Json& found = answer["answer"];
  if (found.contains("related")) print_related(found);
  if (found.contains("entities")) print_entities(found);
  if (found.contains("edges")) {
    for (const Json& edge : found["edges"]) print_edge(edge);
  }
  if (found.contains("paths")) {
    for (const Json& path : found["paths"]) print_path(path);
  }
  if (found.contains("facts")) {
    for (const Json& fact : found["facts"]) print_fact(fact);
  }
  if (found.contains("events")) {
    for (const Json& event : found["events"]) print_event(event);
  }
  if (found.contains("articles")) print_articles(found["articles"]);
}

}  // namespace cli
