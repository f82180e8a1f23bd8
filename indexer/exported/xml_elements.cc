#include "indexer/exported/xml_elements.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <array>
#include <exception>
#include <memory>
#include <mutex>

#include "indexer/clean/plain_text.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

constexpr int kMaxDepth = 64;
constexpr size_t kChunkBytes = 16 << 10;
constexpr size_t kMaxReasonBytes = 160;

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin),
          static_cast<size_t>(end - begin)};
}
std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text))
              : std::string_view();
}

// Five pointers of libxml2 tell an attribute: name, prefix, namespace, and
// where its value begins and ends.
constexpr int kAttributePointers = 5;

// One parse. What a callback throws must not pass libxml2: it is kept until
// the parser has returned.
class XmlPush {
 public:
  explicit XmlPush(const XmlSink& sink) : sink_(sink) {
    static std::once_flag prepared;
    std::call_once(prepared, xmlInitParser);
    xmlSAXHandler handler = callbacks();
    parser_.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (!parser_) throw std::bad_alloc();
    // Without a document type there is nothing to expand but what XML itself
    // names: &amp; and its like.
    xmlCtxtUseOptions(parser_.get(), XML_PARSE_NOENT | XML_PARSE_NONET |
                                         XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING);
  }

  // An empty chunk is the end.
  void parse(std::string_view chunk) {
    xmlParseChunk(parser_.get(), chunk.data(), static_cast<int>(chunk.size()),
                  chunk.empty() ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (parser_->wellFormed != 0) return;
    if (chunk.empty() && depth_ > 0) {
      throw text::InputError(at_line("the file ends inside of an element"));
    }
    throw text::InputError(reason());
  }

 private:
  struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
  };

  static xmlSAXHandler callbacks() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_begin;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.internalSubset = on_document_type;
    return handler;
  }

  template <typename Act>
  static void guarded(void* self, const Act& act) {
    auto& push = *static_cast<XmlPush*>(self);
    if (push.thrown_) return;
    try {
      act(push);
    } catch (...) {
      push.thrown_ = std::current_exception();
      xmlStopParser(push.parser_.get());
    }
  }

  static void on_begin(void* self, const xmlChar* name, const xmlChar*,
                       const xmlChar*, int, const xmlChar**, int count, int,
                       const xmlChar** attributes) {
    guarded(self, [&](XmlPush& push) {
      if (++push.depth_ > kMaxDepth) {
        throw text::InputError(push.at_line("elements are nested too deeply"));
      }
      XmlElement element;
      element.name = view(name);
      element.line = push.line();
      for (int i = 0; i < count; ++i) {
        const xmlChar** at = attributes + i * kAttributePointers;
        element.attributes.emplace_back(view(at[0]), view(at[3], at[4]));
      }
      push.sink_.on_begin(element);
    });
  }

  static void on_end(void* self, const xmlChar* name, const xmlChar*,
                     const xmlChar*) {
    guarded(self, [&](XmlPush& push) {
      --push.depth_;
      push.sink_.on_end(view(name));
    });
  }

  static void on_text(void* self, const xmlChar* text, int size) {
    guarded(self, [&](XmlPush& push) {
      push.sink_.on_text(view(text, text + size));
    });
  }

  static void on_document_type(void* self, const xmlChar*, const xmlChar*,
                               const xmlChar*) {
    guarded(self, [](XmlPush& push) {
      throw text::InputError(push.at_line("a document type is not read"));
    });
  }

  uint64_t line() const {
    const xmlParserInput* input = parser_->input;
    return input ? static_cast<uint64_t>(input->line) : 0;
  }

  std::string at_line(const std::string& reason) const {
    return "line " + std::to_string(line()) + ": " + reason;
  }

  std::string reason() const {
    const xmlError* error = xmlCtxtGetLastError(parser_.get());
    const std::string message =
        error && error->message ? error->message : "not well-formed";
    const std::string one_line = collapse_space(text::make_valid_utf8(message));
    const int at = error ? error->line : 0;
    return "line " + std::to_string(at) + ": not XML: " +
           std::string(text::cut_utf8(one_line, kMaxReasonBytes));
  }

  const XmlSink& sink_;
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  std::exception_ptr thrown_;
  int depth_ = 0;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

void read_xml(BufferedStream& stream, const XmlSink& sink) {
  XmlPush push(sink);
  std::array<char, kChunkBytes> chunk;
  while (const size_t count = stream.read(chunk)) {
    push.parse(std::string_view(chunk.data(), count));
  }
  push.parse({});
}

}  // namespace indexer
