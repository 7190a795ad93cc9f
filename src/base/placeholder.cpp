#include "base/placeholder.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace martech_audit {
namespace {

using namespace std::string_view_literals;

// In small letters; those beyond ASCII in both cases where a sheet may have either.
constexpr std::array words{
    // English
    "#n/a"sv, "fill in"sv, "fixme"sv, "n.a"sv, "n.a."sv, "n/a"sv, "n/k"sv, "na"sv, "nil"sv, "none"sv,
    "not applicable"sv, "not known"sv, "null"sv, "placeholder"sv, "tba"sv, "tbc"sv, "tbd"sv,
    "to be announced"sv, "to be confirmed"sv, "to be decided"sv, "to be defined"sv, "to be determined"sv,
    "to do"sv, "todo"sv, "undefined"sv, "unknown"sv, "xx"sv, "xxx"sv, "xxxx"sv,
    // Signs
    "\u2013"sv, "\u2014"sv, "\u2026"sv,
    // German
    "entf\u00E4llt"sv, "folgt"sv, "k. a."sv, "k.a."sv, "keine"sv, "keine angabe"sv, "noch offen"sv, "offen"sv,
    "unbekannt"sv, "wird nachgereicht"sv, "zu definieren"sv,
    // French
    "a definir"sv, "aucun"sv, "aucune"sv, "inconnu"sv, "n.d."sv, "non d\u00E9fini"sv, "s.o."sv,
    "sans objet"sv, "\u00E0 d\u00E9finir"sv, "\u00C0 d\u00E9finir"sv,
    // Spanish, Portuguese, Italian
    "a definir"sv, "da definire"sv, "desconhecido"sv, "desconocido"sv, "nenhum"sv, "nessuno"sv, "ninguna"sv,
    "ninguno"sv, "no aplica"sv, "pendiente"sv, "por definir"sv, "sconosciuto"sv, "sin definir"sv,
    // Dutch
    "geen"sv, "n.v.t."sv, "nog te bepalen"sv, "onbekend"sv,
    // Vietnamese
    "ch\u01B0a c\u00F3"sv, "ch\u01B0a r\u00F5"sv, "kh\u00F4ng c\u00F3"sv, "kh\u00F4ng r\u00F5"sv};

constexpr std::array beginnings{"lorem ipsum"sv, "asdf"sv, "qwert"sv};

}  // namespace

bool is_placeholder(std::string_view text) {
  text = trim(text);
  if (text.find_first_not_of("?-./_ ") == text.npos) return true;
  std::string lower = lower_ascii(text);
  while (lower.size() > 1 && (lower.back() == '!' || lower.back() == '?' || lower.back() == ':'))
    lower.pop_back();
  if (std::ranges::find(words, lower) != words.end()) return true;
  return std::ranges::any_of(beginnings, [&](std::string_view start) { return lower.starts_with(start); });
}

}  // namespace martech_audit
