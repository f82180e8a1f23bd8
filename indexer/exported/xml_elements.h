// XML, element by element. libxml2 stays behind this header.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/byte_stream.h"

namespace indexer {

struct XmlElement {
  std::string_view name;  // without its prefix
  std::vector<std::pair<std::string_view, std::string>> attributes;
  uint64_t line = 0;  // from 1

  // Empty if there is none.
  std::string_view attribute(std::string_view attribute_name) const;
};

// What comes, in order, in well-formed UTF-8. Views die with the call; what is
// thrown ends the reading and passes read_xml().
struct XmlSink {
  std::function<void(const XmlElement&)> on_begin;
  std::function<void(std::string_view)> on_text;
  std::function<void(std::string_view name)> on_end;
};

// Reads to the end. Nothing is loaded; a document type ends the reading, so
// that there are no entities to expand. Memory: 10 MB for what stands between
// `<` and `>`. Throws InputError with the line where the text is not
// well-formed, is cut off or nested more than 64 deep; what came before was
// handed over.
void read_xml(BufferedStream& stream, const XmlSink& sink);

}  // namespace indexer
