#include "indexer/exported/graph_xml.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/exported/evidence_list.h"
#include "indexer/exported/stated_articles.h"
#include "indexer/exported/statement.h"
#include "indexer/exported/xml_elements.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

constexpr size_t kMaxColumns = 1000;
constexpr std::string_view kNode = "node";
constexpr std::string_view kEdge = "edge";

std::string in_quotes(std::string_view id) {
  return "`" + std::string(text::cut_utf8(id, 200)) + "`";
}

// What the attributes of nodes and edges are called, by their keys.
class Columns {
 public:
  // `kind` is `node`, `edge`, or `all` for both.
  void declare(std::string_view kind, std::string_view key,
               std::string_view name) {
    if (kind == kNode || kind == "all") add(nodes_, key, name);
    if (kind == kEdge || kind == "all") add(edges_, key, name);
  }

  // Empty if `key` is not known.
  std::string_view name_of(bool of_edge, std::string_view key) const {
    const Names& names = of_edge ? edges_ : nodes_;
    const auto found = names.find(key);
    return found == names.end() ? std::string_view() : found->second;
  }

  bool have_evidence() const {
    for (const auto& [key, name] : edges_) {
      if (name == "evidence") return true;
    }
    return false;
  }

 private:
  using Names = std::map<std::string, std::string, std::less<>>;

  static void add(Names& names, std::string_view key, std::string_view name) {
    names.insert_or_assign(std::string(key), std::string(name));
    if (names.size() <= kMaxColumns) return;
    throw text::InputError("has more than 1000 attributes");
  }

  Names nodes_;
  Names edges_;
};

// A node or an edge: its attributes and the columns that are read.
struct Item {
  bool is_edge = false;
  uint64_t line = 0;
  Fields values;
  size_t bytes = 0;
};

bool is_read(bool of_edge, std::string_view column) {
  if (of_edge) return column == "relation" || column == "evidence";
  return column == "label" || column == "type" || column == "aliases";
}

class GraphXml {
 public:
  GraphXml(const std::string& archive, const RecordSink& sink)
      : archive_(archive), sink_(sink), articles_(archive) {}

  void read(BufferedStream& stream) {
    try {
      read_xml(stream, {[this](const XmlElement& element) { begin(element); },
                        [this](std::string_view text) { add_text(text); },
                        [this](std::string_view name) { end(name); }});
    } catch (const text::InputError& error) {
      sink_.on_reject({archive_, 0, error.what()});
    }
    articles_.finish(sink_);
  }

 private:
  void begin(const XmlElement& element) {
    if (element.name == kNode || element.name == kEdge) {
      begin_item(element);
    } else if (element.name == "key") {  // GraphML
      columns_.declare(element.attribute("for"), element.attribute("id"),
                       element.attribute("attr.name"));
    } else if (element.name == "attributes") {  // GEXF
      declared_kind_ = element.attribute("class");
    } else if (element.name == "attribute") {
      columns_.declare(declared_kind_, element.attribute("id"),
                       element.attribute("title"));
    } else if (item_ && element.name == "data") {  // GraphML
      column_ = columns_.name_of(item_->is_edge, element.attribute("key"));
    } else if (item_ && element.name == "attvalue") {  // GEXF
      add_value(columns_.name_of(item_->is_edge, element.attribute("for")),
                element.attribute("value"));
    }
  }

  void begin_item(const XmlElement& element) {
    if (!columns_.have_evidence()) {
      throw text::InputError(
          "its edges have no attribute `evidence`, and an edge without a "
          "sentence is not read");
    }
    finish_item();  // of which this one is a part
    item_.emplace();
    item_->is_edge = element.name == kEdge;
    item_->line = element.line;
    for (const char* name : {"id", "label", "source", "target"}) {
      item_->values[name] = element.attribute(name);
    }
    column_ = {};
  }

  void add_text(std::string_view text) {
    if (item_ && !column_.empty()) add_value(column_, text);
  }

  void add_value(std::string_view column, std::string_view value) {
    if (!is_read(item_->is_edge, column)) return;
    item_->bytes += value.size();
    if (item_->bytes > kMaxRecordBytes) {
      throw text::InputError("line " + std::to_string(item_->line) +
                             ": larger than 64 MB");
    }
    const std::string name(column);
    // The text of a column comes in pieces; a GEXF node also has a label.
    if (column_.empty()) {
      item_->values[name] = value;
    } else {
      item_->values[name] += value;
    }
  }

  void end(std::string_view name) {
    if (name == "data") column_ = {};
    if (name == kNode || name == kEdge) finish_item();
  }

  void finish_item() {
    if (!item_) return;
    const Item item = *std::exchange(item_, {});
    try {
      item.is_edge ? add_edge(item) : add_node(item);
    } catch (const text::InputError& error) {
      sink_.on_reject({archive_, item.line, error.what()});
    }
  }

  void add_node(const Item& item) {
    text::Entity entity;
    entity.id = checked_entity_id(item.values.at("id"));
    entity.type = *text::type_of_entity_id(entity.id);
    if (const auto type = item.values.find("type"); type != item.values.end()) {
      const auto known = text::parse_entity_type(type->second);
      if (!known)
        throw text::InputError(in_quotes(type->second) + " is no type");
      entity.type = *known;
    }
    entity.name = item.values.at("label");
    if (entity.name.empty()) throw text::InputError(entity.id + " has no name");
    const auto aliases = item.values.find("aliases");
    if (aliases != item.values.end()) {
      entity.aliases = parse_text_list(aliases->second);
    }
    articles_.add(entity, item.line);
  }

  void add_edge(const Item& item) {
    const auto evidence = item.values.find("evidence");
    if (evidence == item.values.end()) {
      throw text::InputError(
          "the edge from " + in_quotes(item.values.at("source")) + " to " +
          in_quotes(item.values.at("target")) + " has no evidence");
    }
    const StatedEdge edge = read_stated_edge(item.values);
    const auto list = parse_evidence_list(evidence->second);
    if (list.empty()) throw text::InputError("an edge without evidence");
    for (const Fields& fields : list) add_evidence(edge, fields, item.line);
  }

  void add_evidence(const StatedEdge& edge, const Fields& fields,
                    uint64_t line) {
    try {
      const StatedArticle article = read_stated_article(fields);
      const Statement statement = read_statement(edge, fields, line);
      articles_.add(article);
      articles_.add(article.article.id, statement);
    } catch (const text::InputError& error) {
      sink_.on_reject(
          {archive_, line, std::string("evidence: ") + error.what()});
    }
  }

  const std::string& archive_;
  const RecordSink& sink_;
  StatedArticles articles_;
  Columns columns_;
  std::string declared_kind_;
  std::optional<Item> item_;
  std::string column_;  // that text is of; empty: none that is read
};

}  // namespace

void read_graph_xml(BufferedStream& stream, const std::string& archive,
                    const RecordSink& sink) {
  GraphXml(archive, sink).read(stream);
}

}  // namespace indexer
