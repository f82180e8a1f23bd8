#include "indexer/clean/sgml_news.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "indexer/clean/inline_markup.h"
#include "indexer/clean/news_text.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"

namespace indexer {
namespace {

// What is inside the first element called `name`; nothing if there is none.
std::optional<std::string_view> inside_of(std::string_view text,
                                          const std::string& name) {
  const std::string begin = "<" + name;
  size_t at = text.find(begin);
  while (at != text.npos && at + begin.size() < text.size() &&
         std::string_view("> ").find(text[at + begin.size()]) ==
             std::string_view::npos) {
    at = text.find(begin, at + 1);
  }
  at = text.find('>', at);
  if (at == text.npos) return {};
  const std::string_view rest = text.substr(at + 1);
  const size_t end = rest.find("</" + name + ">");
  if (end == rest.npos) return {};
  return rest.substr(0, end);
}

bool is_tag(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return text.size() > 2 && text.front() == '<' &&
         (is_letter(text[1]) || (text[1] == '/' && is_letter(text[2])));
}

// The bytes of `&#3;`, as wires end their texts with, that `text` begins with;
// 0 if it begins otherwise.
size_t control_size(std::string_view text) {
  constexpr int kMaxDigits = 2;
  int number = 0;
  size_t at = 2;
  if (!text.starts_with("&#")) return 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    number = number * 10 + (text[at] - '0');
    if (at > kMaxDigits + 1) return 0;
  }
  const bool ends = at > 2 && at < text.size() && text[at] == ';';
  return ends && number < ' ' ? at + 1 : 0;
}

// `<P>` and `</P>` part paragraphs; other tags are left out.
std::string without_tags(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (const size_t control = control_size(text)) {
      text.remove_prefix(control);
      continue;
    }
    const size_t end = is_tag(text) ? text.find_first_of("<>", 1) : text.npos;
    if (end == text.npos || text[end] == '<') {
      plain += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string_view tag = text.substr(0, end + 1);
    if (tag == "<P>" || tag == "</P>" || tag == "<p>" || tag == "</p>") {
      plain += "\n\n";
    }
    text.remove_prefix(tag.size());
  }
  return without_inline_markup(plain);
}

// The first of the elements called `names` that has a text.
std::string text_in(std::string_view document,
                    std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto inside = inside_of(document, name);
    std::string text = collapse_space(without_tags(inside.value_or("")));
    if (!text.empty()) return text;
  }
  return {};
}

// `7` of `<REUTERS NEWID="7">`.
std::string attribute(std::string_view document, const std::string& name) {
  const std::string_view tag = document.substr(0, document.find('>'));
  const std::string key = " " + name + "=\"";
  const size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = tag.substr(at + key.size());
  return std::string(rest.substr(0, rest.find('"')));
}

// The paragraphs of the text, without the title and the place that may stand
// in it.
std::vector<std::string> paragraphs_of(std::string_view document) {
  if (const auto body = inside_of(document, "BODY")) {
    return plain_news_paragraphs(without_tags(*body));
  }
  std::string text(inside_of(document, "TEXT").value_or(""));
  for (const std::string end : {"</TITLE>", "</DATELINE>"}) {
    const size_t at = text.find(end);
    if (at != std::string::npos) text.erase(0, at + end.size());
  }
  return plain_news_paragraphs(without_tags(text));
}

}  // namespace

text::Article parse_sgml_news(std::string_view utf8) {
  text::Article article;
  article.title = text_in(utf8, {"HEADLINE", "TITLE", "HEAD", "HL", "TI"});
  article.body = join_paragraphs(paragraphs_of(utf8));
  article.published = parse_press_date(
      text_in(utf8, {"DATE_TIME", "DATETIME", "DATE", "DD", "PUBDATE"}), {});
  article.authors =
      read_called_byline(text_in(utf8, {"BYLINE", "AUTHOR", "BY"}));
  article.source = text_in(utf8, {"SOURCE", "SO"});
  article.external_id = text_in(utf8, {"DOCNO", "DOCID"});
  for (const char* name : {"id", "NEWID"}) {
    if (article.external_id.empty()) {
      article.external_id = attribute(utf8, name);
    }
  }
  if (article.body.empty()) article.kind = text::ArticleKind::kBrief;
  return article;
}

}  // namespace indexer
