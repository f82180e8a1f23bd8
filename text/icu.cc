#include "text/icu.h"

#include <stdexcept>
#include <string>

namespace text {

void check(UErrorCode status, std::string_view what) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
  }
}

}  // namespace text
