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

// Where a byte comes next in a text. Asked for ever later places, it passes
// over the text once.
class NextPlace {
 public:
  NextPlace(std::string_view text, char byte) : text_(text), byte_(byte) {}

  // npos if it does not come at `at` or later.
  size_t from(size_t at) {
    if (found_ < at) found_ = text_.find(byte_, at);
    return found_;
  }

 private:
  std::string_view text_;
  char byte_;
  size_t found_ = text_.find(byte_);
};

// Takes emphasis, links, images, code marks and tags out of a text.
class InlineMarks {
 public:
  explicit InlineMarks(std::string_view text) : text_(text) {}

  std::string remove() {
    std::string plain;
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      const bool image = rest.starts_with("![");
      const Link link = link_at(at_ + (image ? 1 : 0));
      if (link.size > 0) {
        if (!image) plain += link.text;
        at_ += link.size + (image ? 1 : 0);
      } else if (const size_t tag = tag_size(rest)) {
        at_ += tag;
      } else if (rest.starts_with("**") || rest.starts_with("__")) {
        at_ += 2;
      } else if (rest.front() == '*' || rest.front() == '`') {
        ++at_;
      } else {
        if (rest.front() == '\\' && rest.size() > 1) ++at_;
        plain += text_[at_++];
      }
    }
    return collapse_space(plain);
  }

 private:
  struct Link {
    std::string_view text;
    size_t size = 0;
  };

  // The text of `[text](address)` or `[text][name]` at `begin`, and how long
  // all of it is; no size if there is no link.
  Link link_at(size_t begin) {
    if (text_[begin] != '[') return {};
    const size_t text_end = text_ends_.from(begin);
    if (text_end >= text_.size() - 1) return {};
    const char opens = text_[text_end + 1];
    if (opens != '(' && opens != '[') return {};
    const size_t end =
        (opens == '(' ? address_ends_ : name_ends_).from(text_end + 1);
    if (end == std::string_view::npos) return {};
    return {text_.substr(begin + 1, text_end - begin - 1), end + 1 - begin};
  }

  // The bytes of the tag that `rest` begins with; 0 if there is none.
  size_t tag_size(std::string_view rest) {
    if (!rest.starts_with('<') || rest.size() < 3) return 0;
    const char next = rest[1] == '/' ? rest[2] : rest[1];
    const bool is_name = (next >= 'a' && next <= 'z') ||
                         (next >= 'A' && next <= 'Z') || next == '!';
    const size_t end = tag_ends_.from(at_);
    return is_name && end != std::string_view::npos ? end + 1 - at_ : 0;
  }

  std::string_view text_;
  size_t at_ = 0;
  NextPlace text_ends_{text_, ']'};
  NextPlace name_ends_{text_, ']'};
  NextPlace address_ends_{text_, ')'};
  NextPlace tag_ends_{text_, '>'};
};

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
    std::string plain = InlineMarks(open_).remove();
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
