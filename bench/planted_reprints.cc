#include "bench/planted_reprints.h"

#include <array>
#include <random>
#include <string_view>

#include "text/sentences.h"

namespace bench {
namespace {

using Draw = std::mt19937;

constexpr std::array<std::string_view, 6> kLines = {
    "Sign up to our morning briefing and never miss a story again.",
    "This article first appeared elsewhere and has been edited for length.",
    "All rights reserved; do not copy or pass on without our permission.",
    "Share this page with your friends and colleagues.",
    "You have two free articles left to read this month.",
    "Reporting by our correspondents in the region; editing by the night "
    "desk."};

// 0 and below 1.
double share(Draw& draw) {
  return static_cast<double>(draw()) / (static_cast<double>(Draw::max()) + 1);
}

void append(std::string_view text, std::string& out) {
  if (!out.empty()) out += "\n\n";
  out += text;
}

void append_lines(Draw& draw, std::string& out) {
  const size_t lines = draw() % 3;
  for (size_t i = 0; i < lines; ++i) {
    append(kLines[draw() % kLines.size()], out);
  }
}

std::string change_words(std::string_view sentence, double changed,
                         Draw& draw) {
  std::string out;
  while (!sentence.empty()) {
    const size_t end = std::min(sentence.find(' '), sentence.size());
    if (!out.empty()) out += ' ';
    if (share(draw) < changed) {
      out += "otherwise";
    } else {
      out += sentence.substr(0, end);
    }
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
  }
  return out;
}

std::string reprint(std::string_view body, Draw& draw) {
  const double dropped = share(draw) / 2;
  const double changed = share(draw) < 0.5 ? 0 : share(draw) / 10;
  std::string out;
  append_lines(draw, out);
  for (const text::Span& sentence : text::find_sentences(body)) {
    if (share(draw) < dropped) continue;
    append(change_words(slice(body, sentence), changed, draw), out);
  }
  append_lines(draw, out);
  return out;
}

}  // namespace

std::vector<std::string> plant_reprints(const std::vector<std::string>& bodies,
                                        uint32_t seed) {
  Draw draw(seed);
  std::vector<std::string> reprints;
  for (size_t i = 0; i < bodies.size(); i += 2) {
    reprints.push_back(reprint(bodies[i], draw));
  }
  return reprints;
}

}  // namespace bench
