// Numbers as every format writes them.

#pragma once

#include <string>

namespace exchange {

// The shortest text that reads as the same number.
std::string number_text(double value);

// With at most four decimals: what a confidence is worth.
std::string confidence_text(float confidence);
double confidence_value(float confidence);

}  // namespace exchange
