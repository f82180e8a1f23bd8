#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/clean/html_article.h"

namespace indexer {
namespace {

struct Page {
  std::string language;
  std::string cookies;
  std::string share;
  std::string related;
  std::string newsletter;
  std::vector<std::string> paragraphs;
};

// A page whose names tell nothing: only its texts and their structure do.
std::string html_of(const Page& page) {
  std::string html = "<html lang='" + page.language +
                     "'><body><div><a href='/'>A</a> <a href='/b'>B</a></div>"
                     "<div><p>" +
                     page.cookies + "</p></div><div class='x'>";
  for (const std::string& one : page.paragraphs) html += "<p>" + one + "</p>";
  return html + "<p>" + page.share + "</p><h3>" + page.related +
         "</h3><ul><li><a href='/1'>One</a><li><a href='/2'>Two</a></ul><p>" +
         page.newsletter + "</p></div></body></html>";
}

std::vector<Page> pages_of_six_languages() {
  return {
      {"zh",
       "本网站使用Cookie。",
       "分享到微博",
       "相关阅读",
       "扫码关注我们的公众号，获取更多资讯。",
       {"该冶炼厂将于六月重启，公司表示已经为重启招聘了一百二十名工人。",
        "市场人士认为，锌的供应在下半年会有所增加，但价格不会大幅下跌。"}},
      {"ko",
       "공유하기",
       "공유하기",
       "관련 기사",
       "무단전재 및 재배포 금지",
       {"제련소가 6월에 다시 가동된다. 회사는 재가동을 위해 노동자 120명을 "
        "채용했다고 밝혔다.",
        "아연 공급은 하반기에 늘어나겠지만 가격은 크게 내리지 않을 것으로 "
        "보인다."}},
      {"ja",
       "続きは会員登録が必要です。",
       "シェアする",
       "関連記事",
       "メルマガ登録",
       {"製錬所は六月に再稼働し、会社はそのために百二十人を採用したと発表した"
        "。",
        "亜鉛の供給は下期に増えるが、価格は大きくは下がらないとみられている"
        "。"}},
      {"de",
       "Wir verwenden Cookies, um unser Angebot zu verbessern.",
       "Teilen",
       "Mehr zum Thema",
       "Abonnieren Sie unseren Newsletter, er kommt jeden Morgen.",
       {"Die Hütte läuft im Juni wieder an, und die Gesellschaft hat dafür "
        "nach eigenen Angaben 120 Leute eingestellt.",
        "Das Angebot an Zink werde im zweiten Halbjahr steigen, sagen Händler, "
        "der Preis aber kaum fallen."}},
      {"fr",
       "Nous utilisons des cookies pour améliorer nos services.",
       "Partager",
       "Sur le même sujet",
       "Abonnez-vous à notre lettre, elle paraît chaque matin.",
       {"La fonderie redémarrera en juin, et la société dit avoir embauché "
        "pour "
        "cela cent vingt personnes.",
        "L’offre de zinc augmentera au second semestre, selon les négociants, "
        "sans que les prix baissent beaucoup."}},
      {"es",
       "Utilizamos cookies para mejorar nuestros servicios.",
       "Compartir",
       "Noticias relacionadas",
       "Suscríbete a nuestro boletín, que sale cada mañana.",
       {"La fundición volverá a funcionar en junio, y la empresa dice haber "
        "contratado para ello a 120 personas.",
        "La oferta de zinc crecerá en el segundo semestre, según los "
        "operadores, sin que los precios bajen mucho."}}};
}

TEST_CASE("what pages ask their readers for is no text in any language") {
  for (const Page& page : pages_of_six_languages()) {
    CAPTURE(page.language);
    const auto article = parse_html_article(html_of(page), {});
    REQUIRE(article);
    CHECK(article->body == page.paragraphs[0] + "\n\n" + page.paragraphs[1]);
  }
}

}  // namespace
}  // namespace indexer
