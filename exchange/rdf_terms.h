// Terms of N-Triples (https://www.w3.org/TR/n-triples/).

#pragma once

#include <string>
#include <string_view>

namespace exchange {

// `<urn:lode:KIND:NAME>`: what an IRI may not hold is percent-encoded, letters
// of any script stay.
std::string lode_iri(std::string_view kind, std::string_view name);

// `<` `iri` `>`, where `iri` is a known, valid one.
std::string known_iri(std::string_view iri);

// A URL as it was found; what an IRI may not hold is percent-encoded. Empty if
// it has no scheme.
std::string url_iri(std::string_view url);

std::string literal(std::string_view utf8);
// `type` is a name of XML Schema: `integer`, `double`, `boolean`, `dateTime`.
std::string literal(std::string_view utf8, std::string_view type);

// One statement, a line.
std::string triple(std::string_view subject, std::string_view predicate,
                   std::string_view object);

}  // namespace exchange
