// ICU's error style ends here. Included only inside text/.

#pragma once

#include <unicode/utypes.h>

#include <string_view>

namespace text {

// Throws std::runtime_error naming `what` if `status` is a failure.
void check(UErrorCode status, std::string_view what);

}  // namespace text
