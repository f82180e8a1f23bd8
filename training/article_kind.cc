#include "training/article_kind.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "training/plain_words.h"

namespace training {
namespace {

using models::NameList;
using Words = std::vector<std::string_view>;

struct Heads {
  NameList list{};
  std::string_view nouns;
};

// Nouns that tell what something is: `a Lebanese skier`.
constexpr std::array kHeads = {
    Heads{NameList::kPerson,
          "academic accountant activist actor actress admiral advocate "
          "agronomist ambassador anchor animator anthropologist "
          "archaeologist archbishop archer architect artist astronaut "
          "astronomer astrophysicist athlete attorney author aviator banker "
          "barrister baseballer basketballer bassist biathlete biochemist "
          "biologist bishop blogger bobsledder bodybuilder boxer broadcaster "
          "businessman businessperson businesswoman butler canoeist captain "
          "cardinal cartoonist cellist chef chemist choreographer "
          "cinematographer clergyman climber coach colonel columnist comedian "
          "commander commentator composer conductor conservationist "
          "cosmonaut coxswain cricketer criminologist critic curator curler "
          "cyclist dancer dermatologist designer detective diarist diplomat "
          "diver doctor dramatist drummer ecologist economist editor "
          "educator egyptologist emperor engineer engraver entertainer "
          "entomologist entrepreneur epidemiologist equestrian essayist "
          "ethnographer executive explorer farmer fencer feminist "
          "filmmaker financier fisherman footballer gangster gardener "
          "geneticist geographer geologist goalkeeper goaltender golfer "
          "governor guitarist gymnast handballer harpist herpetologist "
          "historian hurdler hurler illustrator imam immunologist impresario "
          "industrialist inventor investor jeweller jockey journalist "
          "judge judoka jurist karateka kayaker keyboardist king "
          "landowner lawyer lecturer librarian librettist lieutenant "
          "linguist lobbyist lyricist magician magistrate "
          "mathematician mayor mechanic merchant meteorologist "
          "microbiologist midfielder minister missionary mountaineer "
          "murderer musician musicologist naturalist neurologist "
          "neuroscientist nobleman novelist numismatist nun nurse "
          "nutritionist oboist oceanographer officer official organist "
          "orientalist ornithologist painter palaeontologist paleontologist "
          "parliamentarian pastor pathologist percussionist performer "
          "personality pharmacist pharmacologist philanthropist philologist "
          "philosopher photographer photojournalist physician physicist "
          "physiologist pianist pitcher playwright "
          "player poet politician pope potter preacher "
          "presenter president priest prince princess printmaker "
          "producer professor programmer promoter psychiatrist psychoanalyst "
          "psychologist publicist queen rabbi racer racewalker rapper "
          "referee reporter researcher restaurateur rider rower runner "
          "sailor saxophonist scholar scientist screenwriter scriptwriter "
          "sculptor senator settler shooter singer singer-songwriter "
          "skater skeletonist skier snowboarder sociologist soldier "
          "solicitor songwriter soprano spy statesman statistician "
          "striker student suffragette suffragist sultan surgeon surveyor "
          "swimmer teacher technician tenor theologian theorist "
          "therapist topologist translator triathlete trombonist "
          "trumpeter umpire vicar violinist violist virologist vocalist "
          "volleyballer warlord weightlifter wicketkeeper woman man "
          "wrestler writer youtuber zoologist baron baronet earl duke duchess "
          "countess noblewoman criminal terrorist prosecutor justice "
          "spokesman spokesperson spokeswoman sprinter thrower jumper "
          "vaulter lifter driver motorcyclist"},
    Heads{NameList::kCountry, "country republic kingdom empire sultanate"},
    Heads{NameList::kCity,
          "city town village municipality commune comune hamlet settlement "
          "suburb neighbourhood neighborhood borough locality parish capital "
          "seat townland census-designated place community township "
          "subdistrict barangay ward frazione selo khutor aul quarter "
          "metropolis"},
    Heads{NameList::kRegion,
          "river mountain lake island province district county region state "
          "peninsula bay glacier valley prefecture hill peak creek stream "
          "tributary cape archipelago islet islands mountains range desert "
          "plateau strait sea gulf lagoon reservoir waterfall volcano reef "
          "headland inlet fjord beach forest wilderness raion oblast "
          "voivodeship canton department constituency tehsil taluk taluka "
          "upazila mandal gmina powiat arrondissement division basin pass "
          "ridge canyon swamp marsh coast territory governorate massif "
          "summit crater seamount"},
    Heads{NameList::kFacility,
          "airport airfield aerodrome airbase stadium arena ballpark bridge "
          "tunnel castle church cathedral mosque temple synagogue monastery "
          "abbey chapel priory palace building skyscraper tower mansion house "
          "hotel museum gallery theatre theater library mine quarry dam "
          "canal lighthouse prison jail fort fortress cemetery park garden "
          "zoo aquarium highway road street motorway expressway freeway "
          "railway line port harbour harbor shipyard refinery smelter plant "
          "factory mill reactor observatory telescope mall plantation farm "
          "monument memorial square plaza racecourse circuit velodrome resort "
          "velodrome courthouse embassy barracks base"},
    Heads{NameList::kCompany,
          "company corporation manufacturer airline bank retailer publisher "
          "conglomerate firm brewery winery distillery chain studio "
          "subsidiary label supermarket brand startup utility "
          "insurer broker bookmaker automaker carmaker shipbuilder "
          "distributor multinational business enterprise cooperative "
          "consultancy exchange start-up broadcaster operator holding"},
    Heads{NameList::kOrganization,
          "party organization organisation agency university college school "
          "academy institute association union foundation newspaper magazine "
          "band duo trio quartet quintet group society committee council "
          "commission charity orchestra choir ensemble hospital ministry "
          "bureau authority federation confederation league alliance "
          "coalition movement militia regiment battalion brigade squadron "
          "division navy army parliament legislature court tribunal "
          "think-tank tank nonprofit non-profit fraternity sorority NGO "
          "network channel collective newspapers tabloid daily journal "
          "periodical website faction ballet supergroup diocese archdiocese "
          "denomination congregation seminary polytechnic gymnasium chamber "
          "cabinet directorate secretariat force corps guild"},
    Heads{NameList::kTeam, "team club franchise side"},
    Heads{NameList::kPeople, "people tribe clan language dialect peoples"},
    Heads{NameList::kWork,
          "film album song single novel book series episode game videogame EP "
          "play opera musical painting comic manga anime sitcom poem novella "
          "soundtrack mixtape documentary sculpture drama programme program "
          "show telenovela thriller comedy miniseries anthology symphony "
          "ballad track software smartphone trilogy"},
};

// Words after which nothing more of the noun phrase comes.
constexpr std::string_view kStops =
    "of in for who that which from by located based situated at on with near "
    "written directed released recorded founded formed created published "
    "where whose to as known named called produced developed owned operated "
    "built used , . ; : ( ) - – — serving set about under within playing "
    "headquartered specializing specialising during between along featuring "
    "affiliated established consisting active since";

std::set<std::string_view, std::less<>> words_of(std::string_view list) {
  std::set<std::string_view, std::less<>> words;
  while (!list.empty()) {
    const size_t end = std::min(list.find(' '), list.size());
    words.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

std::map<std::string_view, NameList> make_heads() {
  std::map<std::string_view, NameList> heads;
  for (const Heads& row : kHeads) {
    for (const std::string_view noun : words_of(row.nouns)) {
      heads.emplace(noun, row.list);
    }
  }
  return heads;
}

bool contains_any(const Words& phrase, std::string_view list) {
  const auto wanted = words_of(list);
  return std::ranges::any_of(
      phrase, [&](std::string_view word) { return wanted.contains(word); });
}

// `a railway station`, `a football club`: what stands before the head noun
// decides.
std::optional<NameList> list_of_phrase(const Words& phrase) {
  static const auto heads = make_heads();
  if (phrase.empty()) return std::nullopt;
  const std::string_view head = phrase.back();
  if (contains_any(phrase, "fictional defunct-class character")) {
    return std::nullopt;
  }
  if (head == "station") {
    return contains_any(phrase, "radio television TV broadcasting")
               ? NameList::kOrganization
               : NameList::kFacility;
  }
  if (head == "name") return NameList::kGivenName;
  if (head == "surname") return NameList::kSurname;
  if (head == "group" && contains_any(phrase, "ethnic ethnolinguistic")) {
    return NameList::kPeople;
  }
  if (head == "club" || head == "franchise" || head == "side") {
    const bool sport = contains_any(
        phrase,
        "football soccer basketball baseball cricket rugby hockey ice "
        "volleyball handball sports athletic futsal polo league netball "
        "lacrosse rowing");
    return sport && head != "league" ? NameList::kTeam
                                     : NameList::kOrganization;
  }
  if (head == "house" && contains_any(phrase, "publishing auction fashion")) {
    return NameList::kCompany;
  }
  if (head == "line" && !contains_any(phrase, "railway metro rail tram")) {
    return std::nullopt;
  }
  if (head == "division" && contains_any(phrase, "infantry armoured")) {
    return NameList::kOrganization;
  }
  const auto found = heads.find(head);
  if (found == heads.end()) return std::nullopt;
  return found->second;
}

std::string unescape(std::string_view text) {
  std::string plain(text);
  for (const auto& [entity, character] :
       {std::pair<std::string_view, std::string_view>{"&amp;", "&"},
        {"&quot;", "\""},
        {"&lt;", "<"},
        {"&gt;", ">"}}) {
    for (size_t at = 0; (at = plain.find(entity, at)) != std::string::npos;
         ++at) {
      plain.replace(at, entity.size(), character);
    }
  }
  return plain;
}

struct Parted {
  std::string outside;  // the sentence without its parentheses
  std::string inside;   // the first parenthesis
};

Parted part_parentheses(std::string_view sentence) {
  Parted parted;
  int depth = 0;
  int count = 0;
  for (const char c : sentence) {
    if (c == '(') {
      count += depth++ == 0 ? 1 : 0;
    } else if (c == ')') {
      depth -= depth > 0 ? 1 : 0;
    } else if (depth == 0) {
      parted.outside += c;
    } else if (count == 1) {
      parted.inside += c;
    }
  }
  return parted;
}

std::string first_line(std::string_view body) {
  const size_t begin = body.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  body.remove_prefix(begin);
  return unescape(body.substr(0, std::min(body.find('\n'), size_t{500})));
}

// The noun phrase after `is a`: the words up to the first that ends it.
Words predicate(const Words& words) {
  static const auto stops = words_of(kStops);
  const auto is_copula = [](std::string_view word) {
    return word == "is" || word == "was" || word == "are" || word == "were";
  };
  const auto is_article = [](std::string_view word) {
    return word == "a" || word == "an" || word == "the";
  };
  auto at = std::ranges::find_if(words, is_copula);
  if (at == words.end() || ++at == words.end()) return {};
  if (!is_article(*at)) return {};
  Words phrase;
  for (++at; at != words.end(); ++at) {
    const bool joins =
        *at == "and" || *at == "or" || *at == "/" || *at == "," || *at == "-";
    if (joins && !list_of_phrase(phrase)) continue;
    if (joins || stops.contains(*at)) break;
    phrase.push_back(*at);
  }
  return phrase;
}

bool tells_birth(std::string_view parenthesis) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (parenthesis.find("born") != std::string_view::npos) return true;
  return parenthesis.find("–") != std::string_view::npos &&
         std::ranges::any_of(kMonths, [&](std::string_view month) {
           return parenthesis.find(month) != std::string_view::npos;
         });
}

bool may_be_name(std::string_view title) {
  constexpr std::array<std::string_view, 6> kNoNames = {
      "List of ",    "Lists of ", "History of ",
      "Outline of ", "Index of ", "Timeline of "};
  if (title.empty() || (title[0] >= '0' && title[0] <= '9')) return false;
  return std::ranges::none_of(kNoNames, [&](std::string_view beginning) {
    return title.starts_with(beginning);
  });
}

std::string name_of(std::string_view title, NameList list) {
  title = title.substr(0, title.find(" ("));
  const bool comma = list == NameList::kCity || list == NameList::kRegion ||
                     list == NameList::kPerson;
  if (comma) title = title.substr(0, title.find(", "));
  for (const std::string_view ending : {" language", " people", " dialect"}) {
    if (list == NameList::kPeople && title.ends_with(ending)) {
      title.remove_suffix(ending.size());
    }
  }
  return std::string(title);
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 6 &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::optional<NamedArticle> read_first_sentence(std::string_view title,
                                                std::string_view body) {
  const std::string plain_title = unescape(title);
  if (!may_be_name(plain_title)) return std::nullopt;
  const Parted parted = part_parentheses(first_line(body));
  auto list = list_of_phrase(predicate(plain_words(parted.outside)));
  if (!list && tells_birth(parted.inside)) list = NameList::kPerson;
  if (!list) return std::nullopt;
  NamedArticle article = {*list, {name_of(plain_title, *list)}};
  const bool has_acronym = list == NameList::kCompany ||
                           list == NameList::kOrganization ||
                           list == NameList::kTeam;
  if (has_acronym && is_acronym(parted.inside)) {
    article.names.push_back(parted.inside);
  }
  return article;
}

}  // namespace training
