#include "base/placeholder.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace martech_audit {
namespace {

using namespace std::string_view_literals;

// In small letters.
constexpr std::array words{
    // English
    "#n/a"sv, "asdf"sv, "asdfgh"sv, "bla"sv, "blah"sv, "dummy"sv, "fill in"sv, "fixme"sv, "foo"sv, "n.a"sv,
    "n.a."sv, "n/a"sv, "n/k"sv, "na"sv, "nil"sv, "none"sv, "nobody"sv, "not applicable"sv, "not available"sv,
    "not known"sv, "null"sv, "placeholder"sv, "tba"sv, "tbc"sv, "tbd"sv, "to be announced"sv,
    "to be confirmed"sv, "to be decided"sv, "to be defined"sv, "to be determined"sv, "to do"sv, "todo"sv,
    "qwerty"sv, "unassigned"sv, "undefined"sv, "vacant"sv, "unknown"sv, "xx"sv, "xxx"sv, "xxxx"sv,
    // Signs
    "\u2013"sv, "\u2014"sv, "\u2026"sv,
    // German
    "entf\u00E4llt"sv, "n.n"sv, "niemand"sv, "vakant"sv, "folgt"sv, "k. a."sv, "k.a."sv, "keine"sv,
    "keine angabe"sv, "noch offen"sv, "offen"sv, "unbekannt"sv, "wird nachgereicht"sv, "zu definieren"sv,
    // French
    "a definir"sv, "aucun"sv, "aucune"sv, "inconnu"sv, "n.d."sv, "non d\u00E9fini"sv, "s.o."sv,
    "sans objet"sv, "\u00E0 compl\u00E9ter"sv, "\u00E0 d\u00E9finir"sv,
    // Spanish, Portuguese, Italian
    "da definire"sv, "desconhecido"sv, "desconocido"sv, "nenhum"sv, "nessuno"sv, "ninguna"sv, "ninguno"sv,
    "no aplica"sv, "pendiente"sv, "por definir"sv, "sconosciuto"sv, "sin definir"sv,
    // Dutch
    "geen"sv, "n.v.t."sv, "nog te bepalen"sv, "onbekend"sv,
    // Vietnamese
    "ch\u01B0a c\u00F3"sv, "ch\u01B0a r\u00F5"sv, "ch\u01B0a x\u00E1c \u0111\u1ECBnh"sv,
    "kh\u00F4ng c\u00F3"sv, "kh\u00F4ng r\u00F5"sv,
    // Chinese, Japanese
    "\u5F85\u5B9A"sv, "\u672A\u5B9A"sv, "\u306A\u3057"sv};

constexpr std::string_view filler = "lorem ipsum dolor";

// Beyond ASCII, too: "CH\u01AFA C\u00D3". Of a long text the start, which is more than any word.
std::string in_small_letters(std::string_view text) {
  std::string small;
  text = text.substr(0, 64);
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = static_cast<utf8proc_int32_t>(next_code_point(text, at));
    append_utf8(small, static_cast<char32_t>(utf8proc_tolower(letter)));
  }
  return small;
}

bool is_word(std::string_view text) { return std::ranges::find(words, text) != words.end(); }

}  // namespace

bool is_placeholder(std::string_view text) {
  constexpr std::string_view around = " ?-./_!:*()[]<>{}\t";
  const std::size_t first = text.find_first_not_of(around);
  if (first == text.npos) return true;
  const std::string whole = in_small_letters(trim(text));
  const std::string bare = in_small_letters(text.substr(first, text.find_last_not_of(around) + 1 - first));
  std::string letters = bare;  // of "t.b.d."
  std::erase(letters, '.');
  return is_word(whole) || is_word(bare) || is_word(letters) || bare.starts_with(filler) ||
         bare == "lorem ipsum";
}

}  // namespace martech_audit
