// The text of a feed's item.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// The paragraphs of `html`, or of a plain text, without what feeds put behind a
// text: `Read more`, `The post … appeared first on …`.
std::string feed_item_text(std::string_view html);

// The same of a post as WordPress exports it: empty lines part paragraphs
// besides tags; `[gallery ids="1,2"]` and the like, and addresses that stand
// for what they show, are left out.
std::string wordpress_text(std::string_view html);

}  // namespace indexer
