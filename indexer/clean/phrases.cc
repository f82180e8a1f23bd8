#include "indexer/clean/phrases.h"

#include <algorithm>
#include <array>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/plain_text.h"
#include "text/fold.h"

namespace indexer {
namespace {

struct Form {
  Phrase phrase{};
  std::string_view folded;
};

constexpr auto kForms = std::to_array<Form>({
    {Phrase::kTitle, "title"},
    {Phrase::kTitle, "标题"},
    {Phrase::kTitle, "제목"},
    {Phrase::kTitle, "タイトル"},
    {Phrase::kPublished, "published"},
    {Phrase::kPublished, "published on"},
    {Phrase::kPublished, "publication date"},
    {Phrase::kPublished, "date"},
    {Phrase::kPublished, "posted"},
    {Phrase::kPublished, "发布时间"},
    {Phrase::kPublished, "发布日期"},
    {Phrase::kPublished, "发表时间"},
    {Phrase::kPublished, "发布"},
    {Phrase::kPublished, "时间"},
    {Phrase::kPublished, "日期"},
    {Phrase::kPublished, "發布時間"},
    {Phrase::kPublished, "입력"},
    {Phrase::kPublished, "등록"},
    {Phrase::kPublished, "발행"},
    {Phrase::kPublished, "발행일"},
    {Phrase::kPublished, "게시"},
    {Phrase::kPublished, "게시일"},
    {Phrase::kPublished, "기사입력"},
    {Phrase::kPublished, "公開"},
    {Phrase::kPublished, "公開日"},
    {Phrase::kPublished, "公開日時"},
    {Phrase::kPublished, "掲載"},
    {Phrase::kPublished, "掲載日"},
    {Phrase::kPublished, "発行日"},
    {Phrase::kPublished, "配信"},
    {Phrase::kPublished, "日時"},
    {Phrase::kSource, "source"},
    {Phrase::kSource, "来源"},
    {Phrase::kSource, "來源"},
    {Phrase::kSource, "文章来源"},
    {Phrase::kSource, "出处"},
    {Phrase::kSource, "출처"},
    {Phrase::kSource, "자료"},
    {Phrase::kSource, "매체"},
    {Phrase::kSource, "언론사"},
    {Phrase::kSource, "出典"},
    {Phrase::kSource, "出所"},
    {Phrase::kSource, "提供"},
    {Phrase::kSource, "配信元"},
    {Phrase::kSource, "ソース"},
    {Phrase::kAuthor, "by"},
    {Phrase::kAuthor, "author"},
    {Phrase::kAuthor, "作者"},
    {Phrase::kAuthor, "记者"},
    {Phrase::kAuthor, "기자"},
    {Phrase::kAuthor, "글"},
    {Phrase::kAuthor, "著者"},
    {Phrase::kAuthor, "執筆"},
    {Phrase::kAuthor, "記者"},
    {Phrase::kReadMore, "read more"},
    {Phrase::kReadMore, "read more »"},
    {Phrase::kReadMore, "read more..."},
    {Phrase::kReadMore, "continue reading"},
    {Phrase::kReadMore, "more"},
    {Phrase::kReadMore, "查看更多"},
    {Phrase::kReadMore, "阅读更多"},
    {Phrase::kReadMore, "阅读全文"},
    {Phrase::kReadMore, "查看全文"},
    {Phrase::kReadMore, "更多"},
    {Phrase::kReadMore, "더 보기"},
    {Phrase::kReadMore, "더보기"},
    {Phrase::kReadMore, "자세히 보기"},
    {Phrase::kReadMore, "続きを読む"},
    {Phrase::kReadMore, "もっと見る"},
    {Phrase::kReadMore, "もっと読む"},
    {Phrase::kReadMore, "詳細を見る"},
    {Phrase::kRelated, "related news"},
    {Phrase::kRelated, "related articles"},
    {Phrase::kRelated, "related stories"},
    {Phrase::kRelated, "related content"},
    {Phrase::kRelated, "related"},
    {Phrase::kRelated, "read also"},
    {Phrase::kRelated, "more news"},
    {Phrase::kRelated, "more stories"},
    {Phrase::kRelated, "latest news"},
    {Phrase::kRelated, "you may also like"},
    {Phrase::kRelated, "recommended for you"},
    {Phrase::kRelated, "相关新闻"},
    {Phrase::kRelated, "相关阅读"},
    {Phrase::kRelated, "相关文章"},
    {Phrase::kRelated, "相关资讯"},
    {Phrase::kRelated, "相關新聞"},
    {Phrase::kRelated, "推荐阅读"},
    {Phrase::kRelated, "관련 뉴스"},
    {Phrase::kRelated, "관련뉴스"},
    {Phrase::kRelated, "관련 기사"},
    {Phrase::kRelated, "관련기사"},
    {Phrase::kRelated, "관련 소식"},
    {Phrase::kRelated, "関連ニュース"},
    {Phrase::kRelated, "関連記事"},
    {Phrase::kRelated, "関連リンク"},
    {Phrase::kDisclaimer, "data source statement"},
    {Phrase::kDisclaimer, "disclaimer"},
    {Phrase::kDisclaimer, "copyright"},
    {Phrase::kDisclaimer, "all rights reserved"},
    {Phrase::kDisclaimer, "©"},
    {Phrase::kDisclaimer, "数据来源声明"},
    {Phrase::kDisclaimer, "数据来源说明"},
    {Phrase::kDisclaimer, "免责声明"},
    {Phrase::kDisclaimer, "版权声明"},
    {Phrase::kDisclaimer, "版权所有"},
    {Phrase::kDisclaimer, "声明:"},
    {Phrase::kDisclaimer, "면책"},
    {Phrase::kDisclaimer, "데이터 출처"},
    {Phrase::kDisclaimer, "자료 출처"},
    {Phrase::kDisclaimer, "저작권자"},
    {Phrase::kDisclaimer, "무단 전재"},
    {Phrase::kDisclaimer, "무단전재"},
    {Phrase::kDisclaimer, "ⓒ"},
    {Phrase::kDisclaimer, "免責事項"},
    {Phrase::kDisclaimer, "データ出典"},
    {Phrase::kDisclaimer, "データソース"},
    {Phrase::kDisclaimer, "無断転載"},
    {Phrase::kContact, "contact"},
    {Phrase::kContact, "inquir"},
    {Phrase::kContact, "enquir"},
    {Phrase::kContact, "e-mail"},
    {Phrase::kContact, "email"},
    {Phrase::kContact, "联系"},
    {Phrase::kContact, "聯繫"},
    {Phrase::kContact, "邮箱"},
    {Phrase::kContact, "咨询"},
    {Phrase::kContact, "문의"},
    {Phrase::kContact, "연락"},
    {Phrase::kContact, "기자"},
    {Phrase::kContact, "問い合わせ"},
    {Phrase::kContact, "問合せ"},
    {Phrase::kContact, "連絡"},
    {Phrase::kReadMore, "read also"},
    {Phrase::kReadMore, "also read"},
    {Phrase::kReadMore, "read next"},
    {Phrase::kReadMore, "see also"},
    {Phrase::kReadMore, "learn more"},
    {Phrase::kReadMore, "weiterlesen"},
    {Phrase::kReadMore, "mehr lesen"},
    {Phrase::kReadMore, "mehr dazu"},
    {Phrase::kReadMore, "lesen sie auch"},
    {Phrase::kReadMore, "lesen sie mehr"},
    {Phrase::kReadMore, "lire la suite"},
    {Phrase::kReadMore, "lire aussi"},
    {Phrase::kReadMore, "à lire aussi"},
    {Phrase::kReadMore, "en savoir plus"},
    {Phrase::kReadMore, "voir aussi"},
    {Phrase::kReadMore, "leer más"},
    {Phrase::kReadMore, "lea también"},
    {Phrase::kReadMore, "lee también"},
    {Phrase::kReadMore, "ver más"},
    {Phrase::kReadMore, "seguir leyendo"},
    {Phrase::kReadMore, "leia mais"},
    {Phrase::kReadMore, "leia também"},
    {Phrase::kReadMore, "saiba mais"},
    {Phrase::kReadMore, "leggi anche"},
    {Phrase::kReadMore, "leggi di più"},
    {Phrase::kReadMore, "lees ook"},
    {Phrase::kReadMore, "lees meer"},
    {Phrase::kReadMore, "あわせて読みたい"},
    {Phrase::kReadMore, "詳しくはこちら"},
    {Phrase::kReadMore, "延伸阅读"},
    {Phrase::kReadMore, "点击阅读"},
    {Phrase::kReadMore, "함께 보면"},
    {Phrase::kRelated, "more from"},
    {Phrase::kRelated, "more on this"},
    {Phrase::kRelated, "more on this story"},
    {Phrase::kRelated, "don't miss"},
    {Phrase::kRelated, "don’t miss"},
    {Phrase::kRelated, "most read"},
    {Phrase::kRelated, "most popular"},
    {Phrase::kRelated, "trending"},
    {Phrase::kRelated, "recommended"},
    {Phrase::kRelated, "what to read next"},
    {Phrase::kRelated, "verwandte artikel"},
    {Phrase::kRelated, "ähnliche artikel"},
    {Phrase::kRelated, "mehr zum thema"},
    {Phrase::kRelated, "das könnte sie auch interessieren"},
    {Phrase::kRelated, "meistgelesen"},
    {Phrase::kRelated, "articles liés"},
    {Phrase::kRelated, "sur le même sujet"},
    {Phrase::kRelated, "articles similaires"},
    {Phrase::kRelated, "à lire également"},
    {Phrase::kRelated, "les plus lus"},
    {Phrase::kRelated, "noticias relacionadas"},
    {Phrase::kRelated, "artículos relacionados"},
    {Phrase::kRelated, "te puede interesar"},
    {Phrase::kRelated, "más noticias"},
    {Phrase::kRelated, "lo más leído"},
    {Phrase::kRelated, "notícias relacionadas"},
    {Phrase::kRelated, "articoli correlati"},
    {Phrase::kRelated, "热门文章"},
    {Phrase::kRelated, "猜你喜欢"},
    {Phrase::kRelated, "延伸閱讀"},
    {Phrase::kRelated, "많이 본 뉴스"},
    {Phrase::kRelated, "인기 기사"},
    {Phrase::kRelated, "人気記事"},
    {Phrase::kRelated, "おすすめ記事"},
    {Phrase::kTags, "tags"},
    {Phrase::kTags, "tag"},
    {Phrase::kTags, "tagged"},
    {Phrase::kTags, "topics"},
    {Phrase::kTags, "filed under"},
    {Phrase::kTags, "posted in"},
    {Phrase::kTags, "categories"},
    {Phrase::kTags, "keywords"},
    {Phrase::kTags, "标签"},
    {Phrase::kTags, "标籤"},
    {Phrase::kTags, "關鍵字"},
    {Phrase::kTags, "关键词"},
    {Phrase::kTags, "关键字"},
    {Phrase::kTags, "태그"},
    {Phrase::kTags, "키워드"},
    {Phrase::kTags, "タグ"},
    {Phrase::kTags, "キーワード"},
    {Phrase::kTags, "schlagworte"},
    {Phrase::kTags, "schlagwörter"},
    {Phrase::kTags, "themen"},
    {Phrase::kTags, "mots-clés"},
    {Phrase::kTags, "thèmes"},
    {Phrase::kTags, "etiquetas"},
    {Phrase::kTags, "temas"},
    {Phrase::kTags, "palavras-chave"},
    {Phrase::kRequest, "sign up for"},
    {Phrase::kRequest, "sign up to"},
    {Phrase::kRequest, "subscribe to"},
    {Phrase::kRequest, "subscribe now"},
    {Phrase::kRequest, "subscribe for"},
    {Phrase::kRequest, "follow us"},
    {Phrase::kRequest, "follow @"},
    {Phrase::kRequest, "follow him on"},
    {Phrase::kRequest, "follow her on"},
    {Phrase::kRequest, "follow them on"},
    {Phrase::kRequest, "join our"},
    {Phrase::kRequest, "join the conversation"},
    {Phrase::kRequest, "get the latest"},
    {Phrase::kRequest, "get breaking news"},
    {Phrase::kRequest, "have a tip"},
    {Phrase::kRequest, "got a tip"},
    {Phrase::kRequest, "have your say"},
    {Phrase::kRequest, "have something to add"},
    {Phrase::kRequest, "tell us what you think"},
    {Phrase::kRequest, "let us know what you think"},
    {Phrase::kRequest, "leave a comment"},
    {Phrase::kRequest, "like us on"},
    {Phrase::kRequest, "like this:"},
    {Phrase::kRequest, "share this"},
    {Phrase::kRequest, "share on"},
    {Phrase::kRequest, "share via"},
    {Phrase::kRequest, "download our app"},
    {Phrase::kRequest, "download the app"},
    {Phrase::kRequest, "please enable javascript"},
    {Phrase::kRequest, "this slideshow requires javascript"},
    {Phrase::kRequest, "please disable your ad"},
    {Phrase::kRequest, "this website uses cookies"},
    {Phrase::kRequest, "this site uses cookies"},
    {Phrase::kRequest, "we use cookies"},
    {Phrase::kRequest, "by continuing to use"},
    {Phrase::kRequest, "this post may contain affiliate"},
    {Phrase::kRequest, "this post contains affiliate"},
    {Phrase::kRequest, "if you buy something through"},
    {Phrase::kRequest, "we may earn a commission"},
    {Phrase::kRequest, "you have been successfully subscribed"},
    {Phrase::kRequest, "there was a problem subscribing"},
    {Phrase::kRequest, "support our journalism"},
    {Phrase::kRequest, "already a subscriber"},
    {Phrase::kRequest, "loading..."},
    {Phrase::kRequest, "advertisement"},
    {Phrase::kRequest, "扫码"},
    {Phrase::kRequest, "扫一扫"},
    {Phrase::kRequest, "长按识别"},
    {Phrase::kRequest, "关注我们"},
    {Phrase::kRequest, "欢迎关注"},
    {Phrase::kRequest, "欢迎订阅"},
    {Phrase::kRequest, "点击订阅"},
    {Phrase::kRequest, "点击关注"},
    {Phrase::kRequest, "责任编辑"},
    {Phrase::kRequest, "[责任编辑"},
    {Phrase::kRequest, "(责任编辑"},
    {Phrase::kRequest, "【责任编辑"},
    {Phrase::kRequest, "正在加载"},
    {Phrase::kRequest, "分享到"},
    {Phrase::kRequest, "转发到"},
    {Phrase::kRequest, "기사제보"},
    {Phrase::kRequest, "제보는"},
    {Phrase::kRequest, "구독하기"},
    {Phrase::kRequest, "네이버에서 구독"},
    {Phrase::kRequest, "카카오톡"},
    {Phrase::kRequest, "좋아요"},
    {Phrase::kRequest, "공유하기"},
    {Phrase::kRequest, "メルマガ"},
    {Phrase::kRequest, "会員登録"},
    {Phrase::kRequest, "無料登録"},
    {Phrase::kRequest, "登録はこちら"},
    {Phrase::kRequest, "フォローする"},
    {Phrase::kRequest, "シェアする"},
    {Phrase::kRequest, "この記事をシェア"},
    {Phrase::kRequest, "続きは会員"},
    {Phrase::kRequest, "abonnieren sie"},
    {Phrase::kRequest, "jetzt abonnieren"},
    {Phrase::kRequest, "folgen sie uns"},
    {Phrase::kRequest, "melden sie sich"},
    {Phrase::kRequest, "newsletter"},
    {Phrase::kRequest, "wir verwenden cookies"},
    {Phrase::kRequest, "diese website verwendet cookies"},
    {Phrase::kRequest, "diese seite verwendet cookies"},
    {Phrase::kRequest, "anzeige"},
    {Phrase::kRequest, "abonnez-vous"},
    {Phrase::kRequest, "inscrivez-vous"},
    {Phrase::kRequest, "suivez-nous"},
    {Phrase::kRequest, "partager"},
    {Phrase::kRequest, "partagez"},
    {Phrase::kRequest, "nous utilisons des cookies"},
    {Phrase::kRequest, "ce site utilise des cookies"},
    {Phrase::kRequest, "publicité"},
    {Phrase::kRequest, "suscríbete"},
    {Phrase::kRequest, "suscríbase"},
    {Phrase::kRequest, "síguenos"},
    {Phrase::kRequest, "síganos"},
    {Phrase::kRequest, "compartir"},
    {Phrase::kRequest, "comparte"},
    {Phrase::kRequest, "regístrate"},
    {Phrase::kRequest, "utilizamos cookies"},
    {Phrase::kRequest, "este sitio utiliza cookies"},
    {Phrase::kRequest, "esta web utiliza cookies"},
    {Phrase::kRequest, "publicidad"},
    {Phrase::kRequest, "assine"},
    {Phrase::kRequest, "inscreva-se"},
    {Phrase::kRequest, "siga-nos"},
    {Phrase::kRequest, "compartilhe"},
    {Phrase::kRequest, "iscriviti"},
    {Phrase::kRequest, "seguici"},
    {Phrase::kRequest, "condividi"},
});

// A phrase with its colon is no longer than this.
constexpr size_t kMaxLabelBytes = 60;

template <typename Accepts>
bool any_form(Phrase phrase, Accepts accepts) {
  return std::ranges::any_of(kForms, [&](const Form& form) {
    return form.phrase == phrase && accepts(form.folded);
  });
}

std::string_view without_colon(std::string_view folded) {
  folded = trim_ascii(folded);
  while (folded.ends_with(':')) folded.remove_suffix(1);
  return trim_ascii(folded);
}

// Without the word for `by` before names.
std::string_view without_by(std::string_view line) {
  line = trim_ascii(line);
  for (const std::string_view by :
       {"By ", "BY ", "by ", "Von ", "VON ", "von ", "Par ", "PAR ", "par ",
        "Por ", "POR ", "por ", "Di ", "Door "}) {
    if (line.starts_with(by)) return trim_ascii(line.substr(by.size()));
  }
  return line;
}

struct Cut {
  size_t at = 0;  // where a name ends
  size_t size = 0;
};

Cut find_separator(std::string_view line) {
  Cut first = {line.size(), 0};
  for (const std::string_view mark :
       {", ", "; ", " and ", " und ", " et ", " y ", " e ", " en ", " & ", "、",
        "，", " | ", "/"}) {
    const size_t at = line.find(mark);
    if (at < first.at) first = {at, mark.size()};
  }
  return first;
}

// Words that names have besides those that begin with a capital.
bool is_particle(std::string_view word) {
  static constexpr auto kParticles = std::to_array<std::string_view>(
      {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du",
       "ibn", "la", "le", "ten", "ter", "van", "von", "zu"});
  return std::ranges::find(kParticles, word) != kParticles.end();
}

// What the name of a person may be: one to five words, in capitals or of a
// script that has none, without digits and addresses.
bool is_name(const std::string& text) {
  constexpr size_t kMaxBytes = 60;
  constexpr int kMaxWords = 5;
  constexpr std::string_view kOdd = "0123456789@:;!?()[]{}<>_=#\"";
  if (text.size() > kMaxBytes || text.find_first_of(kOdd) != text.npos) {
    return false;
  }
  int words = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest = trim_ascii(rest.substr(word.size()));
    const bool small = word.front() >= 'a' && word.front() <= 'z';
    if (small && !is_particle(word)) return false;
    ++words;
  }
  return words <= kMaxWords;
}

}  // namespace

bool is_phrase(std::string_view line, Phrase phrase) {
  if (line.size() > kMaxLabelBytes) return false;
  const std::string folded = text::fold(line);
  const std::string_view bare = without_colon(folded);
  return any_form(phrase, [&](std::string_view form) { return bare == form; });
}

bool begins_with_phrase(std::string_view line, Phrase phrase) {
  const std::string folded = text::fold(line.substr(0, 2 * kMaxLabelBytes));
  return any_form(
      phrase, [&](std::string_view form) { return folded.starts_with(form); });
}

bool has_phrase(std::string_view line, Phrase phrase) {
  const std::string folded = text::fold(line);
  return any_form(phrase, [&](std::string_view form) {
    return folded.find(form) != std::string::npos;
  });
}

std::optional<std::string_view> value_of(std::string_view line, Phrase phrase) {
  constexpr std::string_view kWideColon = "：";
  const size_t ascii = line.find(':');
  const size_t wide = line.find(kWideColon);
  const size_t colon = std::min(ascii, wide);
  if (colon == std::string_view::npos) return {};
  if (!is_phrase(line.substr(0, colon), phrase)) return {};
  const size_t width = colon == wide ? kWideColon.size() : 1;
  return trim_ascii(line.substr(colon + width));
}

std::vector<std::string> read_names(std::string_view line) {
  constexpr size_t kMaxBytes = 160;
  if (line.size() > kMaxBytes) return {};
  line = without_by(line);
  std::vector<std::string> names;
  while (!line.empty()) {
    const Cut cut = find_separator(line);
    names.emplace_back(trim_ascii(line.substr(0, cut.at)));
    line.remove_prefix(std::min(line.size(), cut.at + cut.size));
  }
  std::erase(names, "");
  return std::ranges::all_of(names, is_name) ? names
                                             : std::vector<std::string>();
}

std::vector<std::string> read_byline(std::string_view line) {
  if (without_by(line).size() == line.size() || ends_sentence(line)) return {};
  return read_names(line);
}

}  // namespace indexer
