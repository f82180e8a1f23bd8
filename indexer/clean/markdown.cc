#include "indexer/clean/markdown.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/archive/front_matter.h"
#include "indexer/archive/header_lines.h"
#include "indexer/article_fields.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"

namespace indexer {
namespace {

std::string_view take_line(std::string_view& rest) {
  const size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// `---`, `* * *`, `===`: a rule, or what underlines a heading.
bool is_rule(std::string_view line) {
  const char mark = line.empty() ? ' ' : line.front();
  return line.size() >= 3 &&
         std::string_view("-*_=").find(mark) != std::string_view::npos &&
         std::ranges::all_of(line,
                             [&](char c) { return c == mark || c == ' '; });
}

// The bytes of `# `, `> `, `- ` or `12. ` at the front of `line`.
size_t mark_size(std::string_view line) {
  const size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes > 0 && hashes <= 6) {
    return line.substr(hashes).starts_with(' ') ? hashes + 1 : 0;
  }
  for (const std::string_view mark : {"> ", "- ", "* ", "+ "}) {
    if (line.starts_with(mark)) return mark.size();
  }
  const size_t digits =
      std::min(line.find_first_not_of("0123456789"), line.size());
  const bool numbered = digits > 0 && digits < 4 &&
                        (line.substr(digits).starts_with(". ") ||
                         line.substr(digits).starts_with(") "));
  return numbered ? digits + 2 : 0;
}

// The text of `[text](address)` at the front, and how long all of it is; no
// size if there is no link.
struct Link {
  std::string_view text;
  size_t size = 0;
};
Link leading_link(std::string_view line) {
  if (!line.starts_with('[')) return {};
  const size_t text_end = line.find(']');
  if (text_end == std::string_view::npos) return {};
  const std::string_view after = line.substr(text_end + 1);
  if (!after.starts_with('(') && !after.starts_with('[')) return {};
  const size_t end = after.find(after.front() == '(' ? ')' : ']');
  if (end == std::string_view::npos) return {};
  return {line.substr(1, text_end - 1), text_end + 1 + end + 1};
}

// The bytes of the tag at the front; 0 if there is none.
size_t tag_size(std::string_view line) {
  if (!line.starts_with('<') || line.size() < 3) return 0;
  const char next = line[1] == '/' ? line[2] : line[1];
  const bool is_name = (next >= 'a' && next <= 'z') ||
                       (next >= 'A' && next <= 'Z') || next == '!';
  const size_t end = line.find('>');
  return is_name && end != std::string_view::npos ? end + 1 : 0;
}

// Without emphasis, links, images, code marks and tags.
std::string without_inline_marks(std::string_view line) {
  std::string plain;
  while (!line.empty()) {
    const bool image = line.starts_with("![");
    const Link link = leading_link(image ? line.substr(1) : line);
    if (link.size > 0) {
      if (!image) plain += link.text;
      line.remove_prefix(link.size + (image ? 1 : 0));
    } else if (const size_t tag = tag_size(line)) {
      line.remove_prefix(tag);
    } else if (line.starts_with("**") || line.starts_with("__")) {
      line.remove_prefix(2);
    } else if (line.front() == '*' || line.front() == '`') {
      line.remove_prefix(1);
    } else {
      if (line.front() == '\\' && line.size() > 1) line.remove_prefix(1);
      plain += line.front();
      line.remove_prefix(1);
    }
  }
  return collapse_space(plain);
}

// Cuts Markdown into paragraphs line by line.
class Paragraphs {
 public:
  void take(std::string_view line) {
    line = trim_ascii(line);
    if (is_fence(line)) {
      in_code_ = !in_code_;
      end_paragraph();
    } else if (in_code_) {
      return;
    } else if (line.empty() || is_rule(line)) {
      end_paragraph();
    } else if (const size_t mark = mark_size(line)) {
      if (!line.starts_with('>')) end_paragraph();
      add(line.substr(mark));
      if (line.starts_with('#')) end_paragraph();
    } else {
      add(line);
    }
  }

  std::vector<std::string> finish() {
    end_paragraph();
    return std::move(paragraphs_);
  }

 private:
  void add(std::string_view line) {
    if (!open_.empty()) open_ += ' ';
    open_ += line;
  }

  void end_paragraph() {
    std::string plain = without_inline_marks(open_);
    if (!plain.empty()) paragraphs_.push_back(std::move(plain));
    open_.clear();
  }

  std::vector<std::string> paragraphs_;
  std::string open_;
  bool in_code_ = false;
};

std::string first_of(const FrontMatterField& field) {
  return field.values.empty() ? std::string()
                              : collapse_space(field.values.front());
}

void set_field(const FrontMatterField& field, text::Article& article) {
  if (is_field(field.name, ArticleField::kTitle)) {
    article.title = first_of(field);
  } else if (is_field(field.name, ArticleField::kPublished)) {
    const auto date = parse_press_date(first_of(field), {});
    if (date) article.published = date;
  } else if (is_field(field.name, ArticleField::kAuthors)) {
    article.authors = field.values;
    std::erase(article.authors, "");
  } else if (is_field(field.name, ArticleField::kUrl)) {
    article.url = first_of(field);
  } else if (is_field(field.name, ArticleField::kSource)) {
    article.source = first_of(field);
  } else if (is_field(field.name, ArticleField::kLanguage)) {
    article.language = first_of(field);
  }
}

std::vector<std::string> paragraphs_of(std::string_view markdown) {
  Paragraphs paragraphs;
  while (!markdown.empty()) paragraphs.take(take_line(markdown));
  return paragraphs.finish();
}

}  // namespace

text::Article parse_markdown(std::string_view utf8,
                             const DocumentOrigin& origin) {
  const size_t begin = std::min(utf8.find_first_not_of(" \t\r\n"), utf8.size());
  utf8.remove_prefix(begin);
  const size_t matter = front_matter_size(utf8);
  text::Article article;
  article.url = origin.url;
  for (const FrontMatterField& field :
       read_front_matter(utf8.substr(0, matter))) {
    set_field(field, article);
  }
  std::vector<std::string> paragraphs = paragraphs_of(utf8.substr(matter));
  const bool repeats =
      !paragraphs.empty() &&
      (article.title.empty() || paragraphs.front() == article.title);
  if (repeats) {
    article.title = paragraphs.front();
    paragraphs.erase(paragraphs.begin());
  }
  article.body = join_paragraphs(paragraphs);
  return article;
}

std::string markdown_to_text(std::string_view markdown) {
  return join_paragraphs(paragraphs_of(markdown));
}

}  // namespace indexer
