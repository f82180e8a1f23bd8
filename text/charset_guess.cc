#include "text/charset_guess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

namespace text {
namespace {

// Of 100; ICU gives 10 where only the form of the bytes fits.
constexpr int32_t kMinConfidence = 30;
constexpr size_t kSampleBytes = 64 << 10;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const {
    ::ucsdet_close(detector);
  }
};

}  // namespace

std::optional<std::string> guess_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(
      ::ucsdet_open(&status));
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  ::ucsdet_enableInputFilter(detector.get(), true);
  ::ucsdet_setText(detector.get(), sample.data(),
                   static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ::ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return {};
  if (::ucsdet_getConfidence(match, &status) < kMinConfidence) return {};
  const char* name = ::ucsdet_getName(match, &status);
  if (U_FAILURE(status)) return {};
  return std::string(name);
}

}  // namespace text
