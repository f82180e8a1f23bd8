#include "indexer/clean/date_tokens.h"

#include <algorithm>
#include <array>

namespace indexer {
namespace {

struct Entry {
  std::string_view text;
  DateWord word{};
  int64_t value = 0;
};

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;

// Whole words of Latin letters.
constexpr auto kLatin = std::to_array<Entry>({
    {"jan", DateWord::kMonth, 1},
    {"january", DateWord::kMonth, 1},
    {"feb", DateWord::kMonth, 2},
    {"february", DateWord::kMonth, 2},
    {"mar", DateWord::kMonth, 3},
    {"march", DateWord::kMonth, 3},
    {"apr", DateWord::kMonth, 4},
    {"april", DateWord::kMonth, 4},
    {"may", DateWord::kMonth, 5},
    {"jun", DateWord::kMonth, 6},
    {"june", DateWord::kMonth, 6},
    {"jul", DateWord::kMonth, 7},
    {"july", DateWord::kMonth, 7},
    {"aug", DateWord::kMonth, 8},
    {"august", DateWord::kMonth, 8},
    {"sep", DateWord::kMonth, 9},
    {"sept", DateWord::kMonth, 9},
    {"september", DateWord::kMonth, 9},
    {"oct", DateWord::kMonth, 10},
    {"october", DateWord::kMonth, 10},
    {"nov", DateWord::kMonth, 11},
    {"november", DateWord::kMonth, 11},
    {"dec", DateWord::kMonth, 12},
    {"december", DateWord::kMonth, 12},
    {"januar", DateWord::kMonth, 1},
    {"jänner", DateWord::kMonth, 1},
    {"janvier", DateWord::kMonth, 1},
    {"janv", DateWord::kMonth, 1},
    {"enero", DateWord::kMonth, 1},
    {"ene", DateWord::kMonth, 1},
    {"janeiro", DateWord::kMonth, 1},
    {"gennaio", DateWord::kMonth, 1},
    {"januari", DateWord::kMonth, 1},
    {"februar", DateWord::kMonth, 2},
    {"févr", DateWord::kMonth, 2},
    {"février", DateWord::kMonth, 2},
    {"fevrier", DateWord::kMonth, 2},
    {"febrero", DateWord::kMonth, 2},
    {"fevereiro", DateWord::kMonth, 2},
    {"febbraio", DateWord::kMonth, 2},
    {"februari", DateWord::kMonth, 2},
    {"märz", DateWord::kMonth, 3},
    {"mär", DateWord::kMonth, 3},
    {"mrz", DateWord::kMonth, 3},
    {"maerz", DateWord::kMonth, 3},
    {"mars", DateWord::kMonth, 3},
    {"marzo", DateWord::kMonth, 3},
    {"março", DateWord::kMonth, 3},
    {"marco", DateWord::kMonth, 3},
    {"maart", DateWord::kMonth, 3},
    {"avril", DateWord::kMonth, 4},
    {"avr", DateWord::kMonth, 4},
    {"abril", DateWord::kMonth, 4},
    {"abr", DateWord::kMonth, 4},
    {"aprile", DateWord::kMonth, 4},
    {"mai", DateWord::kMonth, 5},
    {"mayo", DateWord::kMonth, 5},
    {"maio", DateWord::kMonth, 5},
    {"maggio", DateWord::kMonth, 5},
    {"mei", DateWord::kMonth, 5},
    {"juni", DateWord::kMonth, 6},
    {"juin", DateWord::kMonth, 6},
    {"junio", DateWord::kMonth, 6},
    {"junho", DateWord::kMonth, 6},
    {"giugno", DateWord::kMonth, 6},
    {"juli", DateWord::kMonth, 7},
    {"juil", DateWord::kMonth, 7},
    {"juillet", DateWord::kMonth, 7},
    {"julio", DateWord::kMonth, 7},
    {"julho", DateWord::kMonth, 7},
    {"luglio", DateWord::kMonth, 7},
    {"août", DateWord::kMonth, 8},
    {"aout", DateWord::kMonth, 8},
    {"agosto", DateWord::kMonth, 8},
    {"augustus", DateWord::kMonth, 8},
    {"septembre", DateWord::kMonth, 9},
    {"septiembre", DateWord::kMonth, 9},
    {"setiembre", DateWord::kMonth, 9},
    {"setembro", DateWord::kMonth, 9},
    {"settembre", DateWord::kMonth, 9},
    {"okt", DateWord::kMonth, 10},
    {"oktober", DateWord::kMonth, 10},
    {"octobre", DateWord::kMonth, 10},
    {"octubre", DateWord::kMonth, 10},
    {"outubro", DateWord::kMonth, 10},
    {"ottobre", DateWord::kMonth, 10},
    {"novembre", DateWord::kMonth, 11},
    {"noviembre", DateWord::kMonth, 11},
    {"novembro", DateWord::kMonth, 11},
    {"dez", DateWord::kMonth, 12},
    {"dezember", DateWord::kMonth, 12},
    {"déc", DateWord::kMonth, 12},
    {"décembre", DateWord::kMonth, 12},
    {"decembre", DateWord::kMonth, 12},
    {"dic", DateWord::kMonth, 12},
    {"diciembre", DateWord::kMonth, 12},
    {"dezembro", DateWord::kMonth, 12},
    {"dicembre", DateWord::kMonth, 12},
    {"am", DateWord::kAm, 0},
    {"pm", DateWord::kPm, 0},
    {"st", DateWord::kOrdinal, 0},
    {"nd", DateWord::kOrdinal, 0},
    {"rd", DateWord::kOrdinal, 0},
    {"th", DateWord::kOrdinal, 0},
    {"er", DateWord::kOrdinal, 0},
    {"of", DateWord::kOf, 0},
    {"de", DateWord::kOf, 0},
    {"del", DateWord::kOf, 0},
    {"h", DateWord::kHourMark, 0},
    {"uhr", DateWord::kHourMark, 0},
    {"z", DateWord::kZone, 0},
    {"utc", DateWord::kZone, 0},
    {"gmt", DateWord::kZone, 0},
    {"bst", DateWord::kZone, 60},
    {"cet", DateWord::kZone, 60},
    {"cest", DateWord::kZone, 120},
    {"mez", DateWord::kZone, 60},
    {"mesz", DateWord::kZone, 120},
    {"est", DateWord::kZone, -300},
    {"edt", DateWord::kZone, -240},
    {"cdt", DateWord::kZone, -300},
    {"mst", DateWord::kZone, -420},
    {"mdt", DateWord::kZone, -360},
    {"pst", DateWord::kZone, -480},
    {"pdt", DateWord::kZone, -420},
    {"kst", DateWord::kZone, 540},
    {"jst", DateWord::kZone, 540},
    {"hkt", DateWord::kZone, 480},
    {"sgt", DateWord::kZone, 480},
    {"aest", DateWord::kZone, 600},
    {"aedt", DateWord::kZone, 660},
    {"awst", DateWord::kZone, 480},
    {"beijing", DateWord::kZone, 480},
    {"cst", DateWord::kChinaTime, -360},
    {"second", DateWord::kUnit, 1},
    {"seconds", DateWord::kUnit, 1},
    {"sec", DateWord::kUnit, 1},
    {"secs", DateWord::kUnit, 1},
    {"minute", DateWord::kUnit, kMinute},
    {"minutes", DateWord::kUnit, kMinute},
    {"min", DateWord::kUnit, kMinute},
    {"mins", DateWord::kUnit, kMinute},
    {"hour", DateWord::kUnit, kHour},
    {"hours", DateWord::kUnit, kHour},
    {"hr", DateWord::kUnit, kHour},
    {"hrs", DateWord::kUnit, kHour},
    {"day", DateWord::kUnit, kDay},
    {"days", DateWord::kUnit, kDay},
    {"week", DateWord::kUnit, 7 * kDay},
    {"weeks", DateWord::kUnit, 7 * kDay},
    {"month", DateWord::kUnit, 30 * kDay},
    {"months", DateWord::kUnit, 30 * kDay},
    {"year", DateWord::kUnit, 365 * kDay},
    {"years", DateWord::kUnit, 365 * kDay},
    {"minuto", DateWord::kUnit, kMinute},
    {"minutos", DateWord::kUnit, kMinute},
    {"minuten", DateWord::kUnit, kMinute},
    {"minuti", DateWord::kUnit, kMinute},
    {"stunde", DateWord::kUnit, kHour},
    {"stunden", DateWord::kUnit, kHour},
    {"heure", DateWord::kUnit, kHour},
    {"heures", DateWord::kUnit, kHour},
    {"hora", DateWord::kUnit, kHour},
    {"horas", DateWord::kUnit, kHour},
    {"ora", DateWord::kUnit, kHour},
    {"ore", DateWord::kUnit, kHour},
    {"uur", DateWord::kUnit, kHour},
    {"tag", DateWord::kUnit, kDay},
    {"tage", DateWord::kUnit, kDay},
    {"tagen", DateWord::kUnit, kDay},
    {"jour", DateWord::kUnit, kDay},
    {"jours", DateWord::kUnit, kDay},
    {"día", DateWord::kUnit, kDay},
    {"días", DateWord::kUnit, kDay},
    {"dia", DateWord::kUnit, kDay},
    {"dias", DateWord::kUnit, kDay},
    {"giorno", DateWord::kUnit, kDay},
    {"giorni", DateWord::kUnit, kDay},
    {"woche", DateWord::kUnit, 7 * kDay},
    {"wochen", DateWord::kUnit, 7 * kDay},
    {"semaine", DateWord::kUnit, 7 * kDay},
    {"semaines", DateWord::kUnit, 7 * kDay},
    {"semana", DateWord::kUnit, 7 * kDay},
    {"semanas", DateWord::kUnit, 7 * kDay},
    {"settimana", DateWord::kUnit, 7 * kDay},
    {"settimane", DateWord::kUnit, 7 * kDay},
    {"monat", DateWord::kUnit, 30 * kDay},
    {"monate", DateWord::kUnit, 30 * kDay},
    {"monaten", DateWord::kUnit, 30 * kDay},
    {"mois", DateWord::kUnit, 30 * kDay},
    {"mes", DateWord::kUnit, 30 * kDay},
    {"meses", DateWord::kUnit, 30 * kDay},
    {"mese", DateWord::kUnit, 30 * kDay},
    {"mesi", DateWord::kUnit, 30 * kDay},
    {"jahr", DateWord::kUnit, 365 * kDay},
    {"jahre", DateWord::kUnit, 365 * kDay},
    {"jahren", DateWord::kUnit, 365 * kDay},
    {"ans", DateWord::kUnit, 365 * kDay},
    {"año", DateWord::kUnit, 365 * kDay},
    {"años", DateWord::kUnit, 365 * kDay},
    {"ano", DateWord::kUnit, 365 * kDay},
    {"anos", DateWord::kUnit, 365 * kDay},
    {"anno", DateWord::kUnit, 365 * kDay},
    {"anni", DateWord::kUnit, 365 * kDay},
    {"ago", DateWord::kAgo, 0},
    {"vor", DateWord::kAgo, 0},
    {"hace", DateWord::kAgo, 0},
    {"há", DateWord::kAgo, 0},
    {"fa", DateWord::kAgo, 0},
    {"geleden", DateWord::kAgo, 0},
    {"a", DateWord::kOne, 0},
    {"an", DateWord::kOne, 0},
    {"one", DateWord::kOne, 0},
    {"einer", DateWord::kOne, 0},
    {"einem", DateWord::kOne, 0},
    {"une", DateWord::kOne, 0},
    {"un", DateWord::kOne, 0},
    {"una", DateWord::kOne, 0},
    {"yesterday", DateWord::kYesterday, 0},
    {"gestern", DateWord::kYesterday, 0},
    {"hier", DateWord::kYesterday, 0},
    {"ayer", DateWord::kYesterday, 0},
    {"ieri", DateWord::kYesterday, 0},
    {"ontem", DateWord::kYesterday, 0},
});

// Prefixes of a run of other letters, longer ones before what begins them.
constexpr auto kOther = std::to_array<Entry>({
    {"北京时间", DateWord::kZone, 480},
    {"北京時間", DateWord::kZone, 480},
    {"日本時間", DateWord::kZone, 540},
    {"小时", DateWord::kUnit, kHour},
    {"小時", DateWord::kUnit, kHour},
    {"時間", DateWord::kUnit, kHour},
    {"시간", DateWord::kUnit, kHour},
    {"分钟", DateWord::kUnit, kMinute},
    {"分鐘", DateWord::kUnit, kMinute},
    {"个月", DateWord::kUnit, 30 * kDay},
    {"개월", DateWord::kUnit, 30 * kDay},
    {"天", DateWord::kUnit, kDay},
    {"周", DateWord::kUnit, 7 * kDay},
    {"週間", DateWord::kUnit, 7 * kDay},
    {"上午", DateWord::kAm, 0},
    {"凌晨", DateWord::kAm, 0},
    {"早上", DateWord::kAm, 0},
    {"午前", DateWord::kAm, 0},
    {"오전", DateWord::kAm, 0},
    {"下午", DateWord::kPm, 0},
    {"晚上", DateWord::kPm, 0},
    {"午後", DateWord::kPm, 0},
    {"오후", DateWord::kPm, 0},
    {"昨天", DateWord::kYesterday, 0},
    {"昨日", DateWord::kYesterday, 0},
    {"어제", DateWord::kYesterday, 0},
    {"年", DateWord::kYearMark, 0},
    {"년", DateWord::kYearMark, 0},
    {"月", DateWord::kMonthMark, 0},
    {"월", DateWord::kMonthMark, 0},
    {"日", DateWord::kDayMark, 0},
    {"号", DateWord::kDayMark, 0},
    {"일", DateWord::kDayMark, 0},
    {"时", DateWord::kHourMark, 0},
    {"時", DateWord::kHourMark, 0},
    {"点", DateWord::kHourMark, 0},
    {"點", DateWord::kHourMark, 0},
    {"시", DateWord::kHourMark, 0},
    {"分", DateWord::kMinuteMark, 0},
    {"분", DateWord::kMinuteMark, 0},
    {"前", DateWord::kAgo, 0},
    {"전", DateWord::kAgo, 0},
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Of Latin letters with accents in UTF-8, U+00C0 to U+017F.
bool begins_accented(char c) { return c >= '\xC3' && c <= '\xC5'; }
bool is_word_byte(char c) {
  return is_letter(c) || begins_accented(c) || (c & '\xC0') == '\x80';
}

std::string_view take_while(std::string_view& rest, bool (*accepts)(char)) {
  const size_t count = static_cast<size_t>(
      std::ranges::find_if_not(rest, accepts) - rest.begin());
  const std::string_view taken = rest.substr(0, count);
  rest.remove_prefix(count);
  return taken;
}

DateToken take_number(std::string_view& rest) {
  const std::string_view digits = take_while(rest, is_digit);
  int64_t value = 0;
  for (const char c : digits.substr(0, 12)) value = value * 10 + (c - '0');
  return {DateWord::kNumber, value, static_cast<int>(digits.size())};
}

DateToken take_word(std::string_view& rest) {
  if (rest.starts_with("a.m.") || rest.starts_with("p.m.")) {
    const bool morning = rest.front() == 'a';
    rest.remove_prefix(4);
    return {morning ? DateWord::kAm : DateWord::kPm};
  }
  constexpr std::string_view kFrenchAgo = "il y a ";
  if (rest.starts_with(kFrenchAgo)) {
    rest.remove_prefix(kFrenchAgo.size());
    return {DateWord::kAgo};
  }
  const std::string_view word = take_while(rest, is_word_byte);
  const auto found = std::ranges::find(kLatin, word, &Entry::text);
  if (found == kLatin.end()) return {DateWord::kOther};
  return {found->word, found->value};
}

DateToken take_other(std::string_view& rest) {
  for (const Entry& entry : kOther) {
    if (!rest.starts_with(entry.text)) continue;
    rest.remove_prefix(entry.text.size());
    return {entry.word, entry.value};
  }
  rest.remove_prefix(1);
  while (!rest.empty() && (rest.front() & '\xC0') == '\x80') {
    rest.remove_prefix(1);
  }
  return {DateWord::kOther};
}

}  // namespace

std::vector<DateToken> split_date(std::string_view folded) {
  std::vector<DateToken> tokens;
  while (!folded.empty()) {
    const char c = folded.front();
    if (is_digit(c)) {
      tokens.push_back(take_number(folded));
    } else if (is_letter(c) || begins_accented(c)) {
      // The T between date and time.
      if (c == 't' && folded.size() > 1 && is_digit(folded[1])) {
        folded.remove_prefix(1);
        continue;
      }
      tokens.push_back(take_word(folded));
    } else if (c < 0) {
      tokens.push_back(take_other(folded));
    } else {
      if (c != ' ') tokens.push_back({DateWord::kSymbol, c});
      folded.remove_prefix(1);
    }
  }
  return tokens;
}

}  // namespace indexer
