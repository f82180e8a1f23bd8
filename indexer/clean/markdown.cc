#include "indexer/clean/markdown.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/archive/front_matter.h"
#include "indexer/archive/header_lines.h"
#include "indexer/article_fields.h"
#include "indexer/clean/phrases.h"
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

// `12` of `12. ` or `12) ` at the front of `line`; 0 if it has none.
int item_number(std::string_view line) {
  const size_t digits =
      std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view rest = line.substr(digits);
  if (digits == 0 || digits > 3) return 0;
  if (!rest.starts_with(". ") && !rest.starts_with(") ")) return 0;
  int number = 0;
  for (const char c : line.substr(0, digits)) number = number * 10 + (c - '0');
  return number;
}

// The bytes of `# `, `> ` or `- ` at the front of `line`.
size_t mark_size(std::string_view line) {
  const size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes > 0 && hashes <= 6) {
    return line.substr(hashes).starts_with(' ') ? hashes + 1 : 0;
  }
  for (const std::string_view mark : {"> ", "- ", "* ", "+ "}) {
    if (line.starts_with(mark)) return mark.size();
  }
  return 0;
}

// `zinc | 5` of the row `| zinc | 5 |`; empty of `|---|---|`.
std::string_view row_text(std::string_view line) {
  if (line.find_first_not_of("|-: ") == std::string_view::npos) return {};
  while (line.starts_with('|')) line.remove_prefix(1);
  while (line.ends_with('|')) line.remove_suffix(1);
  return trim_ascii(line);
}

// `[1]: https://…`, to which links refer.
bool is_link_definition(std::string_view line) {
  const size_t end = line.find("]: ");
  return line.starts_with('[') && !line.starts_with("[^") &&
         end != std::string_view::npos &&
         line.substr(end + 3).starts_with("http");
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || c < 0;
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
      } else if (const size_t other =
                     tag_size(rest) + code_size(rest) + note_size(rest)) {
        at_ += other;
      } else if (rest.starts_with("**") || rest.starts_with("__")) {
        at_ += 2;
      } else if (is_mark()) {
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
    size_t end = (opens == '(' ? address_ends_ : name_ends_).from(text_end + 1);
    if (end == std::string_view::npos) return {};
    // `[zinc](https://a.example/zinc_(metal))`
    const bool nested =
        opens == '(' && end + 1 < text_.size() && text_[end + 1] == ')' &&
        text_.substr(text_end + 2, end - text_end - 2).find('(') !=
            std::string_view::npos;
    if (nested) ++end;
    return {text_.substr(begin + 1, text_end - begin - 1), end + 1 - begin};
  }

  // True at `*`, "`" and `_` that mark words: those between spaces do not, nor
  // does `_` within a word.
  bool is_mark() const {
    const char mark = text_[at_];
    const char before = at_ > 0 ? text_[at_ - 1] : ' ';
    const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (mark == '_') return is_word_byte(before) != is_word_byte(after);
    return mark == '`' || (mark == '*' && (before != ' ' || after != ' '));
  }

  // Of `{{< figure src="x" >}}` and `{% include x %}`.
  size_t code_size(std::string_view rest) {
    if (!rest.starts_with("{{") && !rest.starts_with("{%")) return 0;
    size_t end = code_ends_.from(at_);
    if (end == std::string_view::npos) return 0;
    while (end < text_.size() && text_[end] == '}') ++end;
    return end - at_;
  }

  // Of `[^1]` and `[^1]: `.
  size_t note_size(std::string_view rest) const {
    constexpr size_t kMaxBytes = 24;
    if (!rest.starts_with("[^")) return 0;
    const size_t end = rest.substr(0, kMaxBytes).find(']');
    if (end == std::string_view::npos) return 0;
    return end + (rest.substr(end).starts_with("]: ") ? 3 : 1);
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
  NextPlace code_ends_{text_, '}'};
};

// Cuts Markdown into paragraphs line by line.
class Paragraphs {
 public:
  // `fences`: how many lines of the text begin or end code.
  explicit Paragraphs(size_t fences) : fences_(fences) {}

  void take(std::string_view line) {
    line = trim_ascii(line);
    if (is_fence(line)) {
      --fences_;
      // What nothing closes is no code.
      in_code_ = !in_code_ && fences_ > 0;
      end_paragraph();
    } else if (in_code_) {
      return;
    } else if (line.empty() || is_rule(line) || is_link_definition(line)) {
      end_paragraph();
    } else if (line.starts_with('|')) {
      end_paragraph();
      add(row_text(line));
      end_paragraph();
    } else if (is_item(line)) {
      end_paragraph();
      add(line.substr(line.find(' ') + 1));
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
  // `12. Dezember` begins no list: items are counted from 1.
  bool is_item(std::string_view line) {
    const int number = item_number(line);
    if (number == 0 || (number != 1 && number != item_ + 1)) return false;
    item_ = number;
    return true;
  }

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
  size_t fences_;
  bool in_code_ = false;
  int item_ = 0;  // the number of the last item of a list
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
  } else if (is_field(field.name, ArticleField::kModified) ||
             field.name == "lastmod" || field.name == "last_modified_at") {
    article.modified = parse_press_date(first_of(field), {});
  } else if (is_field(field.name, ArticleField::kUrl)) {
    const std::string address = first_of(field);
    if (address.find("://") != std::string::npos) article.url = address;
  } else if (is_field(field.name, ArticleField::kSection)) {
    article.section = first_of(field);
  } else if (is_field(field.name, ArticleField::kSource)) {
    article.source = first_of(field);
  } else if (is_field(field.name, ArticleField::kLanguage)) {
    article.language = first_of(field);
  }
}

std::vector<std::string> paragraphs_of(std::string_view markdown) {
  size_t fences = 0;
  for (std::string_view rest = markdown; !rest.empty();) {
    fences += is_fence(trim_ascii(take_line(rest))) ? 1 : 0;
  }
  Paragraphs paragraphs(fences);
  while (!markdown.empty()) paragraphs.take(take_line(markdown));
  return paragraphs.finish();
}

// Date and authors of a line near the title that says nothing else; true if
// `line` is one.
bool take_dateline(const std::string& line, text::Article& article) {
  constexpr size_t kMaxBytes = 160;
  if (line.size() > kMaxBytes || ends_sentence(line)) return false;
  const auto date = parse_press_date(line, {});
  const bool byline = line.starts_with("By ");
  if (!date && !byline) return false;
  if (!article.published) article.published = date;
  if (byline && article.authors.empty()) {
    article.authors = read_called_byline(line);
  }
  return true;
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
  if (matter == 0 && !paragraphs.empty() &&
      take_dateline(paragraphs.front(), article)) {
    paragraphs.erase(paragraphs.begin());
  }
  article.body = join_paragraphs(paragraphs);
  return article;
}

}  // namespace indexer
