#include "indexer/clean/teasers.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "text/sentences.h"

namespace indexer {
namespace {

// A longer line is a paragraph, not a title.
constexpr size_t kMaxTitleBytes = 240;

// A page shows fewer; what follows is left out.
constexpr size_t kMaxTeasers = 500;

struct Teaser {
  std::string title;
  std::string text;
  std::optional<text::Timestamp> published;
  bool dated = false;
};

class TeaserReader {
 public:
  TeaserReader(std::span<const std::string> lines,
               const PressDateContext& context)
      : lines_(lines), context_(context) {
    for (const std::string& line : lines) ++count_[line];
  }

  std::vector<Teaser> read() {
    for (const std::string& line : lines_) {
      if (teasers_.size() == kMaxTeasers) break;
      if (line.empty() || is_phrase(line, Phrase::kReadMore)) continue;
      if (!take_date(line)) take_text(line);
    }
    return std::move(teasers_);
  }

 private:
  bool take_date(const std::string& line) {
    const bool relative = is_relative_date(line);
    const bool short_line = line.size() <= 40 && !ends_sentence(line);
    if (!relative && !short_line) return false;
    const auto date = parse_press_date(line, context_);
    if (!relative && !date) return false;
    if (teasers_.empty()) return true;
    Teaser& teaser = teasers_.back();
    teaser.dated = true;
    if (!teaser.published) teaser.published = date;
    return true;
  }

  void take_text(const std::string& line) {
    if (begins_teaser(line)) {
      const auto known = std::ranges::find(teasers_, line, &Teaser::title);
      if (known == teasers_.end()) {
        teasers_.push_back({line, {}, {}, false});
      } else {
        std::rotate(known, known + 1, teasers_.end());
      }
    } else if (!teasers_.empty() && line != teasers_.back().title &&
               line.size() > teasers_.back().text.size()) {
      teasers_.back().text = line;
    }
  }

  bool begins_teaser(const std::string& line) const {
    if (teasers_.empty()) return !is_paragraph(line);
    const Teaser& teaser = teasers_.back();
    if (line == teaser.title || is_paragraph(line)) return false;
    if (count_.at(line) > 1 || !teaser.text.empty()) return true;
    return count_.at(teaser.title) == 1;
  }

  // Titles recur, paragraphs seldom do.
  bool is_paragraph(const std::string& line) const {
    if (line.size() > kMaxTitleBytes) return true;
    return count_.at(line) == 1 && ends_sentence(line) &&
           text::find_sentences(line).size() > 1;
  }

  std::span<const std::string> lines_;
  const PressDateContext& context_;
  std::map<std::string, int, std::less<>> count_;
  std::vector<Teaser> teasers_;
};

}  // namespace

std::vector<text::Article> read_teasers(std::span<const std::string> lines,
                                        const PressDateContext& context) {
  std::vector<text::Article> briefs;
  for (Teaser& teaser : TeaserReader(lines, context).read()) {
    if (teaser.text.empty() && !teaser.dated) continue;
    text::Article brief;
    brief.kind = text::ArticleKind::kBrief;
    brief.title = std::move(teaser.title);
    brief.body = std::move(teaser.text);
    brief.published = teaser.published;
    briefs.push_back(std::move(brief));
  }
  return briefs;
}

}  // namespace indexer
