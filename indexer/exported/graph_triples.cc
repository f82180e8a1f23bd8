#include "indexer/exported/graph_triples.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "graph/external_sorter.h"
#include "indexer/exported/sort_keys.h"
#include "indexer/exported/spill_folder.h"
#include "indexer/exported/stated_articles.h"
#include "indexer/exported/statement.h"
#include "indexer/exported/triple.h"
#include "indexer/exported/triple_subject.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

// How what is said of an edge begins: what it is comes back first.
constexpr char kEnds = 'A';
constexpr char kEvidence = 'B';

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Blank nodes have names of their own kind.
std::string name_of(const Term& term) {
  return (term.kind == TermKind::kBlank ? "_:" : "") + term.text;
}

// One edge, until the last of its evidence has come.
struct JoinedEdge {
  std::string name;
  uint64_t line = 0;               // that told it first
  std::optional<StatedEdge> edge;  // nothing: the file does not say
  bool has_evidence = false;
};

class GraphTriples {
 public:
  GraphTriples(const std::string& archive, const RecordSink& sink)
      : archive_(archive),
        sink_(sink),
        subjects_(folder_.path() / "subjects", kSortBytes),
        edges_(folder_.path() / "edges", kSortBytes),
        articles_(archive) {}

  void read(BufferedStream& stream) {
    read_lines(stream);
    read_subjects();
    join_edges();
    if (articles_.is_empty() && !has_rejects_) {
      reject(0,
             "no edge has evidence, and an edge without a sentence is not "
             "read");
    }
    articles_.finish(sink_);
  }

 private:
  void reject(uint64_t line, std::string reason) {
    has_rejects_ = true;
    sink_.on_reject({archive_, line, std::move(reason)});
  }

  void read_lines(BufferedStream& stream) {
    stream.skip_utf8_mark();
    uint64_t number = 0;
    try {
      while (const auto line = stream.read_line(kMaxRecordBytes)) {
        ++number;
        try {
          if (line->too_long) throw text::InputError("larger than 64 MB");
          add_line(line->text, number);
        } catch (const text::InputError& error) {
          reject(number, error.what());
        }
      }
    } catch (const text::InputError& error) {
      reject(number + 1, error.what());
    }
  }

  void add_line(std::string_view line, uint64_t number) {
    if (!text::is_valid_utf8(line)) throw text::InputError("not UTF-8");
    const auto triple = parse_triple(line);
    if (!triple) return;
    const std::string_view field = field_of_predicate(triple->predicate);
    if (field.empty()) return;
    std::string value = number_bytes(number);
    value.append(field).append(1, '\0').append(name_of(triple->object));
    subjects_.add(name_of(triple->subject), value);
  }

  void read_subjects() {
    std::optional<TripleSubject> subject;
    size_t bytes = 0;
    for (subjects_.sort(); subjects_.valid(); subjects_.next()) {
      std::string_view value = subjects_.value();
      const uint64_t line = take_number(value);
      if (!subject || subject->name() != subjects_.key()) {
        if (subject) add_subject(*std::exchange(subject, {}));
        subject.emplace(std::string(subjects_.key()), line);
        bytes = 0;
      }
      const bool had_room = bytes <= kMaxRecordBytes;
      bytes += value.size();
      const size_t end = value.find('\0');
      if (bytes <= kMaxRecordBytes) {
        subject->add(value.substr(0, end), std::string(value.substr(end + 1)));
      } else if (had_room) {
        reject(line, "what is said of one subject is larger than 64 MB");
      }
    }
    if (subject) add_subject(*subject);
    subjects_.clear();
  }

  void add_subject(const TripleSubject& subject) {
    try {
      switch (subject.kind()) {
        case SubjectKind::kOther:
          return;
        case SubjectKind::kEntity:
          return articles_.add(subject.entity(), subject.line());
        case SubjectKind::kArticle:
          return articles_.add(subject.article());
        case SubjectKind::kEdge:
          return add_ends(subject);
        case SubjectKind::kEvidence:
          return add_evidence(subject);
        case SubjectKind::kFact:
          return articles_.add(article_of(subject.evidence()), subject.fact());
      }
    } catch (const text::InputError& error) {
      reject(subject.line(), error.what());
    }
  }

  void add_ends(const TripleSubject& subject) {
    const StatedEdge edge = subject.edge();
    edges_.add(subject.name(), kEnds + number_bytes(subject.line()) +
                                   dump({edge.type, edge.source, edge.target}));
  }

  void add_evidence(const TripleSubject& subject) {
    const Fields fields = subject.evidence();
    const auto edge = fields.find("supports");
    if (edge == fields.end()) {
      throw text::InputError("evidence that supports no edge");
    }
    edges_.add(edge->second,
               kEvidence + number_bytes(subject.line()) + dump(fields));
  }

  void join_edges() {
    JoinedEdge joined;
    for (edges_.sort(); edges_.valid(); edges_.next()) {
      std::string_view value = edges_.value();
      const char kind = value.front();
      value.remove_prefix(1);
      const uint64_t line = take_number(value);
      if (joined.line == 0 || joined.name != edges_.key()) {
        finish_edge(joined);
        joined = {std::string(edges_.key()), line, {}, false};
      }
      kind == kEnds ? set_ends(value, joined)
                    : join_evidence(value, line, joined);
    }
    finish_edge(joined);
    edges_.clear();
  }

  static void set_ends(std::string_view value, JoinedEdge& joined) {
    if (joined.edge) return;
    const Json ends = Json::parse(value);
    joined.edge = {ends[0].get<text::RelationType>(),
                   ends[1].get<std::string>(), ends[2].get<std::string>()};
  }

  void join_evidence(std::string_view value, uint64_t line,
                     JoinedEdge& joined) {
    joined.has_evidence = true;
    if (!joined.edge) return;
    const auto fields = Json::parse(value).get<Fields>();
    try {
      const Statement statement = read_statement(*joined.edge, fields, line);
      articles_.add(article_of(fields), statement);
    } catch (const text::InputError& error) {
      reject(line, std::string("evidence: ") + error.what());
    }
  }

  void finish_edge(const JoinedEdge& joined) {
    if (joined.line == 0) return;
    const std::string name(text::cut_utf8(joined.name, 200));
    if (!joined.edge) {
      reject(joined.line, "supports <" + name + ">, which is no edge");
    } else if (!joined.has_evidence) {
      reject(joined.line, "the edge <" + name + "> has no evidence");
    }
  }

  const std::string& archive_;
  const RecordSink& sink_;
  SpillFolder folder_;
  graph::ExternalSorter subjects_;  // lines, by subject
  graph::ExternalSorter edges_;     // ends and evidence, by edge
  StatedArticles articles_;
  bool has_rejects_ = false;
};

}  // namespace

void read_graph_triples(BufferedStream& stream, const std::string& archive,
                        const RecordSink& sink) {
  GraphTriples(archive, sink).read(stream);
}

}  // namespace indexer
