#include "text/span.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("spans that only touch do not overlap") {
  CHECK_FALSE(Span{0, 4}.overlaps({4, 8}));
  CHECK(Span{0, 5}.overlaps({4, 8}));
  CHECK(Span{0, 8}.contains({4, 8}));
}

TEST_CASE("a slice is what the span covers") {
  CHECK(slice("Korea Zinc", {6, 10}) == "Zinc");
}
