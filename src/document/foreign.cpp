#include "document/foreign.h"

#include <algorithm>
#include <array>

namespace martech_audit {
namespace {

using namespace std::string_view_literals;
using Kind = Foreign::Kind;

struct Signature {
  std::string_view bytes;
  Foreign foreign;
};
// Marks of other encodings, the longer ones first, and files that people take for a text because a program
// shows them as one.
constexpr std::array signatures{
    Signature{"\xFF\xFE\0\0"sv, {Kind::encoding, "UTF-32"}},
    Signature{"\0\0\xFE\xFF"sv, {Kind::encoding, "UTF-32"}},
    Signature{"\xFF\xFE"sv, {Kind::encoding, "UTF-16"}},
    Signature{"\xFE\xFF"sv, {Kind::encoding, "UTF-16"}},
    Signature{"PK\x03\x04"sv, {Kind::workbook, "an Excel workbook or another ZIP archive"}},
    Signature{"\xD0\xCF\x11\xE0"sv, {Kind::workbook, "an old Excel workbook or another Office file"}},
    Signature{"%PDF-"sv, {Kind::document, "a PDF"}},
    Signature{"\x1F\x8B"sv, {Kind::archive, "a gzip archive"}},
};

// ASCII in wider units has zeros in between.
std::string_view unmarked_encoding(std::string_view text) {
  if (text.size() < 4) return {};
  const auto zeros = std::count(text.begin(), text.begin() + 4, '\0');
  if (zeros == 3) return "UTF-32";
  const bool alternate = (text[0] == 0) != (text[1] == 0) && (text[0] == 0) == (text[2] == 0);
  return zeros == 2 && alternate ? "UTF-16" : std::string_view();
}

}  // namespace

std::optional<Foreign> foreign_kind(std::string_view text) {
  for (const Signature& signature : signatures) {
    if (text.starts_with(signature.bytes)) return signature.foreign;
  }
  const std::string_view encoding = unmarked_encoding(text);
  return encoding.empty() ? std::nullopt : std::optional(Foreign{Kind::encoding, encoding});
}

}  // namespace martech_audit
