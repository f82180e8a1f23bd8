#include "indexer/clean/feed.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "indexer/clean/feed_text.h"
#include "indexer/clean/markup.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"
#include "indexer/clean/url_reference.h"

namespace indexer {
namespace {

// A longer text is no news flash, though it be one paragraph.
constexpr size_t kMaxBriefBytes = 1000;

struct Field {
  std::string_view name;
  size_t node = 0;
};

// The elements right below `parent`.
std::vector<Field> fields_of(const Markup& markup, size_t parent) {
  std::vector<Field> fields;
  for (size_t i = parent + 1; i < markup[parent].end; i = markup[i].end) {
    if (!markup[i].name.empty()) fields.push_back({markup[i].name, i});
  }
  return fields;
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// The text of `node` as HTML: it is escaped there, or has elements (XHTML).
std::string raw_text(const Markup& markup, size_t node) {
  std::string text;
  const bool has_elements = !fields_of(markup, node).empty();
  for (size_t i = node + 1; i < markup[node].end; ++i) {
    if (is_block_element(markup[i].name)) text += "<p>";
    text += has_elements ? escape(markup[i].text) : markup[i].text;
  }
  return text;
}

// `Jane Doe` of `<name>Jane Doe</name>` and `jane@lake.example (Jane Doe)`.
std::string author_of(const Markup& markup, size_t node) {
  for (const Field& field : fields_of(markup, node)) {
    if (field.name == "name") return text_of(markup, field.node);
  }
  const std::string text = text_of(markup, node);
  const size_t open = text.find(" (");
  const bool named = text.find('@') < open && text.ends_with(')');
  return named ? text.substr(open + 2, text.size() - open - 3) : text;
}

// What holds for all items unless they say otherwise.
struct Channel {
  std::string source;
  std::string language;
  std::string base;                          // of relative addresses
  std::string author;                        // of an Atom feed
  std::map<std::string, std::string> names;  // of WordPress's users
};

std::string resolved(const Channel& channel, std::string_view address) {
  std::string url = resolve_reference(channel.base, address);
  return url.empty() ? std::string(address) : url;
}

void set_url(const Markup& markup, size_t node, const Channel& channel,
             text::Article& article) {
  const MarkupNode& link = markup[node];
  const std::string_view rel = link.attribute("rel");
  if (!article.url.empty() || (!rel.empty() && rel != "alternate")) return;
  const std::string_view href = link.attribute("href");
  const std::string address =
      href.empty() ? text_of(markup, node) : std::string(href);
  if (!address.empty()) article.url = resolved(channel, address);
}

bool is_date(std::string_view name) {
  return name == "pubdate" || name == "published" || name == "updated" ||
         name == "dc:date" || name == "issued";
}

bool is_modification(std::string_view name) {
  return name == "updated" || name == "modified" ||
         name == "dcterms:modified" || name == "wp:post_modified_gmt";
}

bool is_text(std::string_view name) {
  return name == "description" || name == "summary" || name == "content" ||
         name == "content:encoded";
}

class ItemReader {
 public:
  ItemReader(const Markup& markup, size_t node, const Channel& channel)
      : markup_(markup),
        channel_(channel),
        fields_(fields_of(markup, node)),
        post_type_(text("wp:post_type")) {}

  NewsItem read() {
    for (const Field& field : fields_) set_field(field);
    set_address();
    if (article_.modified <= article_.published) article_.modified.reset();
    const bool flash = article_.body.find("\n\n") == std::string::npos &&
                       article_.body.size() <= kMaxBriefBytes;
    if (flash) article_.kind = text::ArticleKind::kBrief;
    std::string skipped = skipped_as();
    return {std::move(article_), std::move(skipped)};
  }

 private:
  // Of the first field called `name`; empty if there is none.
  std::string text(std::string_view name) const {
    const auto found = std::ranges::find(fields_, name, &Field::name);
    return found == fields_.end() ? "" : text_of(markup_, found->node);
  }

  // What WordPress exports besides posts: files, menus, drafts.
  std::string skipped_as() const {
    static constexpr auto kOther = std::to_array<std::string_view>(
        {"attachment", "nav_menu_item", "revision", "custom_css",
         "customize_changeset", "oembed_cache", "user_request"});
    const bool other = std::ranges::find(kOther, post_type_) != kOther.end();
    if (other || post_type_.starts_with("wp_")) {
      return "WordPress " + post_type_;
    }
    const std::string status = text("wp:status");
    const bool published = status.empty() || status == "publish";
    return published ? "" : "WordPress post that is not published";
  }

  void set_field(const Field& field) {
    if (field.name == "title") {
      article_.title = html_to_text(raw_text(markup_, field.node));
    } else if (field.name == "link") {
      set_url(markup_, field.node, channel_, article_);
    } else if (is_date(field.name) || is_modification(field.name)) {
      set_date(field);
    } else if (is_text(field.name)) {
      set_body(field);
    } else if (field.name == "author" || field.name == "dc:creator") {
      add_author(author_of(markup_, field.node));
    } else if (field.name == "source") {
      set_source(field);
    }
  }

  void set_date(const Field& field) {
    const auto date = parse_press_date(text_of(markup_, field.node), {});
    if (!date) return;
    if (is_modification(field.name)) article_.modified = date;
    const bool better = !article_.published || field.name != "updated";
    if (is_date(field.name) && better) article_.published = date;
  }

  void set_body(const Field& field) {
    const std::string html = raw_text(markup_, field.node);
    std::string body =
        post_type_.empty() ? feed_item_text(html) : wordpress_text(html);
    if (body.size() > article_.body.size()) article_.body = std::move(body);
  }

  void add_author(const std::string& name) {
    const auto known = channel_.names.find(name);
    const std::string& shown =
        known == channel_.names.end() ? name : known->second;
    const bool again =
        std::ranges::find(article_.authors, shown) != article_.authors.end();
    if (!shown.empty() && !again) article_.authors.push_back(shown);
  }

  // RSS: `<source url="…">Lake Post</source>`; Atom: a feed's elements.
  void set_source(const Field& field) {
    article_.source = text_of(markup_, field.node);
    for (const Field& inside : fields_of(markup_, field.node)) {
      if (inside.name == "title") {
        article_.source = text_of(markup_, inside.node);
        return;
      }
      article_.source.clear();
    }
  }

  // A `guid` is an address unless it says that it is none.
  void set_address() {
    const auto guid = std::ranges::find(fields_, "guid", &Field::name);
    if (!article_.url.empty() || guid == fields_.end()) return;
    const std::string address = text_of(markup_, guid->node);
    if (markup_[guid->node].attribute("ispermalink") != "false" &&
        !origin_of(address).empty()) {
      article_.url = address;
    }
  }

  const Markup& markup_;
  const Channel& channel_;
  const std::vector<Field> fields_;
  const std::string post_type_;  // of WordPress; empty in other feeds
  text::Article article_;
};

void add_user(const Markup& markup, size_t node, Channel& channel) {
  std::string login;
  std::string name;
  for (const Field& field : fields_of(markup, node)) {
    if (field.name == "wp:author_login") login = text_of(markup, field.node);
    if (field.name == "wp:author_display_name") {
      name = text_of(markup, field.node);
    }
  }
  if (!login.empty() && !name.empty()) channel.names[login] = name;
}

// What stands before the items, or beside them.
void read_channel_field(const Markup& markup, size_t node, Channel& channel) {
  const std::string& name = markup[node].name;
  if (name == "title" && channel.source.empty()) {
    channel.source = text_of(markup, node);
  } else if (name == "language") {
    channel.language = text_of(markup, node);
  } else if (name == "author" && channel.author.empty()) {
    channel.author = author_of(markup, node);
  } else if (name == "wp:author") {
    add_user(markup, node, channel);
  }
}

}  // namespace

std::vector<NewsItem> parse_feed(std::string_view utf8) {
  const Markup markup = parse_xml(utf8);
  if (markup.empty()) return {};
  Channel channel;
  channel.base = markup[0].attribute("base");
  channel.language = markup[0].attribute("lang");
  std::vector<NewsItem> items;
  for (size_t i = 0; i < markup.size(); ++i) {
    if (markup[i].name == "item" || markup[i].name == "entry") {
      items.push_back(ItemReader(markup, i, channel).read());
      i = markup[i].end - 1;
    } else if (items.empty() || markup[i].name == "language") {
      read_channel_field(markup, i, channel);
    }
  }
  for (NewsItem& item : items) {
    text::Article& article = item.article;
    if (article.source.empty()) article.source = channel.source;
    if (article.language.empty()) article.language = channel.language;
    if (article.authors.empty() && !channel.author.empty()) {
      article.authors.push_back(channel.author);
    }
  }
  return items;
}

}  // namespace indexer
