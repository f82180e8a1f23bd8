#include "exchange/numbers.h"

#include <charconv>
#include <cmath>

namespace exchange {

std::string number_text(double value) {
  char text[32];
  const auto written = std::to_chars(text, text + sizeof text, value);
  return {text, written.ptr};
}

double confidence_value(float confidence) {
  return std::round(static_cast<double>(confidence) * 1e4) / 1e4;
}

std::string confidence_text(float confidence) {
  return number_text(confidence_value(confidence));
}

}  // namespace exchange
