#include "indexer/clean/headline.h"

#include <algorithm>
#include <array>

#include "indexer/clean/plain_text.h"
#include "indexer/clean/text_blocks.h"
#include "text/fold.h"

namespace indexer {
namespace {

using Names = std::vector<std::string>;

// What stands between a headline and the name of a paper, the longer of two
// that begin alike first.
constexpr auto kMarks = std::to_array<std::string_view>(
    {" | ", " - ", " – ", " — ",  " :: ", " : ", " · ", " • ",
     " » ", " « ", " / ", " ｜ ", " － ", " ~ ", ": ",  "：",
     "_",   "|",   "｜",  "－",   "»",    "-",   "–",   "—"});

// A place in a title where the name of a paper may begin or end.
struct Cut {
  std::string_view head;
  std::string_view mark;
  std::string_view tail;
};

// None of what is too long for a title.
std::vector<Cut> list_cuts(std::string_view title) {
  constexpr size_t kMaxTitleBytes = 1000;
  std::vector<Cut> cuts;
  if (title.size() > kMaxTitleBytes) return cuts;
  for (size_t i = 1; i < title.size();) {
    const auto mark = std::ranges::find_if(kMarks, [&](std::string_view one) {
      return title.substr(i).starts_with(one);
    });
    const size_t end = i + (mark == kMarks.end() ? 1 : mark->size());
    if (mark != kMarks.end() && end < title.size()) {
      cuts.push_back({title.substr(0, i), *mark, title.substr(end)});
    }
    i = end;
  }
  return cuts;
}

// Letters and digits alone, as hosts write names.
std::string run_together(std::string_view name) {
  std::string together = text::slug(name);
  std::erase(together, '-');
  return together.starts_with("the") ? together.substr(3) : together;
}

// True if `text` is what a host is called: `Lake Post` of `lakepost.example`.
bool is_host_name(const std::string& together, std::string_view host) {
  constexpr size_t kMinBytes = 3;
  if (host.find(' ') != host.npos || together.size() < kMinBytes) return false;
  if (run_together(host) == together) return true;
  for (size_t dot = host.find('.'); dot != host.npos; dot = host.find('.')) {
    if (run_together(host.substr(0, dot)) == together) return true;
    host.remove_prefix(dot + 1);
  }
  return false;
}

bool is_site(std::string_view text, const Names& names) {
  const std::string together = run_together(text);
  if (together.empty()) return false;
  return std::ranges::any_of(names, [&](const std::string& name) {
    return run_together(name) == together || is_host_name(together, name);
  });
}

// The same, where what a host is called tells nothing: `China` of a paper at
// `china.example`.
bool is_named_site(std::string_view text, const Names& names) {
  const std::string together = run_together(text);
  return !together.empty() &&
         std::ranges::any_of(names, [&](const std::string& name) {
           return run_together(name) == together;
         });
}

size_t count_words(std::string_view text) {
  return static_cast<size_t>(std::ranges::count(text, ' ')) + 1;
}

bool is_spaced(const Cut& cut) { return cut.mark.front() == ' '; }

// True if what stands behind a paper's name that was cut off, or behind `cut`,
// is a section: `Markets`, `科技`.
bool has_section(const Cut& cut) {
  constexpr size_t kMaxWords = 2;
  return cut.tail.size() * 2 < cut.head.size() &&
         count_words(cut.tail) <= kMaxWords;
}

// Without what stands behind the last `mark`, as long as that is a section.
std::string_view without_sections(std::string_view title,
                                  std::string_view mark) {
  while (true) {
    const size_t at = title.rfind(mark);
    if (at == title.npos || at == 0) return title;
    const Cut cut = {title.substr(0, at), mark, title.substr(at + mark.size())};
    if (!has_section(cut)) return title;
    title = cut.head;
  }
}

// `title` without what is most probably the name of a paper that nothing else
// on the page tells: little behind a bar, or behind another mark where
// `is_element` (of a title that is <title>).
std::string_view without_unknown_site(std::string_view title, bool is_element) {
  constexpr size_t kSiteWords = 3;
  constexpr size_t kHeadWords = 3;
  const auto cuts = list_cuts(title);
  const bool cjk = has_cjk(title);
  for (const Cut& cut : cuts) {
    if (cut.tail.size() * 2 >= cut.head.size()) continue;
    const bool last = cut.tail.data() == cuts.back().tail.data();
    const bool bar = cut.mark == " | " && last;
    const bool wide =
        cjk && (cut.mark == "_" ||
                (is_element && last && cut.mark == "-" && has_cjk(cut.tail)));
    const bool spaced = is_element && last && is_spaced(cut) &&
                        count_words(cut.tail) <= kSiteWords &&
                        (cjk || count_words(cut.head) > kHeadWords);
    if (bar || wide || spaced) return cut.head;
  }
  return title;
}

// Without the name of the paper, known or not.
std::string bare_title(const std::string& title, const Names& names,
                       bool is_element) {
  const std::string without = without_site(title, names);
  if (without != title) return without;
  return collapse_space(without_unknown_site(title, is_element));
}

bool is_cut_short(std::string_view title) {
  return title.ends_with("…") || title.ends_with("...");
}

// Of headline and name in JSON-LD the one that <title> begins with.
std::string json_ld_title(const PageFacts& facts) {
  const std::string& headline = facts.json_ld.headline;
  const std::string& name = facts.json_ld.name;
  const bool is_name = !name.empty() && facts.title.starts_with(name) &&
                       !facts.title.starts_with(headline);
  std::string title = is_name || headline.empty() ? name : headline;
  return is_cut_short(title) ? std::string() : title;
}

std::string unescaped(const std::string& title) {
  return title.find('&') == title.npos ? title : html_to_text(title);
}

// What the page says its headline is, the most telling first, without the name
// of the paper.
Names stated_titles(const PageFacts& facts, const Names& names) {
  Names titles = {json_ld_title(facts)};
  for (const std::string_view key :
       {"dc:title", "dcterms:title", "og:title", "weibo:article:title", "title",
        "twitter:title", "parsely-title", "sailthru:title", "headline"}) {
    titles.push_back(facts.first_meta({key}));
  }
  const auto item = facts.itemprops.find("headline");
  if (item != facts.itemprops.end()) titles.push_back(item->second);
  for (std::string& title : titles) {
    title = bare_title(unescaped(title), names, false);
  }
  std::erase_if(titles, [&](const std::string& title) {
    return title.empty() || is_site(title, names);
  });
  return titles;
}

// True if `heading` is the part of `title` that is no name of a paper.
bool heads_title(const std::string& heading, const std::string& title) {
  constexpr size_t kMinBytes = 10;
  if (title.size() <= heading.size()) return false;
  const size_t rest = title.size() - heading.size();
  const auto cuts = list_cuts(title);
  const bool first = std::ranges::any_of(cuts, [&](const Cut& cut) {
    return cut.head == heading && cut.tail.size() < heading.size();
  });
  const bool last = std::ranges::any_of(cuts, [&](const Cut& cut) {
    return cut.tail == heading && cut.head.size() < heading.size();
  });
  const bool begins = heading.size() > kMinBytes &&
                      title.starts_with(heading) && rest < heading.size();
  return first || last || begins;
}

}  // namespace

std::string without_site(std::string_view title, const Names& site_names) {
  std::string_view bare = title;
  for (const Cut& cut : list_cuts(title)) {
    if (!is_site(cut.tail, site_names)) continue;
    bare = without_sections(cut.head, cut.mark);
    break;
  }
  const auto cuts = list_cuts(bare);
  for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {
    const bool joined = cut->mark == "-" || cut->mark == "–";
    if (!joined && is_named_site(cut->head, site_names)) {
      bare = cut->tail;
      break;
    }
  }
  return collapse_space(bare);
}

std::string headline_of(const PageFacts& facts, const Names& site_names) {
  Names titles = stated_titles(facts, site_names);
  const bool stated = !titles.empty();
  const std::string bare = bare_title(facts.title, site_names, true);
  if (!bare.empty() && !is_site(bare, site_names)) titles.push_back(bare);
  Names headings = facts.headings;
  std::erase_if(headings,
                [&](const std::string& h) { return is_site(h, site_names); });
  const std::string& whole = stated ? titles.front() : facts.title;
  for (const std::string& heading : headings) {
    if (titles.empty() || heads_title(heading, whole)) return heading;
  }
  return titles.empty() ? bare : titles.front();
}

}  // namespace indexer
