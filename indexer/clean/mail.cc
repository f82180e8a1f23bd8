#include "indexer/clean/mail.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/clean/charset.h"
#include "indexer/clean/html_article.h"
#include "indexer/clean/mail_text.h"
#include "indexer/clean/markup_size.h"
#include "indexer/clean/mime.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"
#include "text/error.h"

namespace indexer {
namespace {

// A plain part with less than two thirds of the HTML part's text only says that
// the message can't be shown, or tells of its stories.
constexpr size_t kPlainParts = 3;
constexpr size_t kHtmlParts = 2;

constexpr int kMaxMessages = 3;  // within each other

// `Lake Post` of `"Lake Post" <news@lakepost.example>`, or the address.
std::string sender_name(std::string_view from) {
  const std::string value = decode_header(from);
  std::string_view name = value;
  name = trim_ascii(name.substr(0, name.find('<')));
  while (name.starts_with('"')) name.remove_prefix(1);
  while (name.ends_with('"')) name.remove_suffix(1);
  if (!name.empty()) return collapse_space(name);
  return collapse_space(value);
}

// The text of the parts of one type, one after another.
std::string text_of(const MimeMessage& message, std::string_view media_type) {
  std::string whole;
  for (const MimePart& part : message.parts) {
    if (part.attached || part.media_type != media_type) continue;
    const std::string charset =
        part.charset.empty() && media_type == "text/html"
            ? charset_of_markup(part.bytes)
            : part.charset;
    if (!whole.empty()) whole += "\n\n";
    whole += decode(part.bytes, charset);
  }
  return whole;
}

// Empty if it can't be read and is not `needed`; throws InputError if it is.
std::string html_text(const MimeMessage& message, bool needed) {
  try {
    const std::string html = text_of(message, "text/html");
    if (html.empty()) return {};
    check_markup_size(html);
    const auto article = parse_html_article(html, {});
    return article && !article->body.empty() ? article->body
                                             : html_to_text(html);
  } catch (const text::InputError&) {
    if (needed) throw;
    return {};
  }
}

text::Article read_message(const MimeMessage& message) {
  text::Article article;
  article.title =
      collapse_space(decode_header(find_header(message.headers, "subject")));
  article.source = sender_name(find_header(message.headers, "from"));
  article.published =
      parse_press_date(find_header(message.headers, "date"), {});
  article.body = mail_text(text_of(message, "text/plain"));
  std::string from_html = html_text(message, article.body.empty());
  if (from_html.size() * kHtmlParts > article.body.size() * kPlainParts) {
    article.body = std::move(from_html);
  }
  return article;
}

void add_messages(std::string_view bytes, int depth,
                  std::vector<text::Article>& articles) {
  const MimeMessage message = parse_mime(bytes);
  text::Article outer = read_message(message);
  const auto holds_message = [&](const MimePart& part) {
    return part.media_type == "message/rfc822" && depth < kMaxMessages;
  };
  const bool alone = std::ranges::none_of(message.parts, holds_message);
  if (alone || !outer.body.empty()) articles.push_back(std::move(outer));
  for (const MimePart& part : message.parts) {
    if (holds_message(part)) add_messages(part.bytes, depth + 1, articles);
  }
}

}  // namespace

std::vector<text::Article> parse_mail(std::string_view message) {
  std::vector<text::Article> articles;
  add_messages(message, 0, articles);
  return articles;
}

}  // namespace indexer
