#include "import/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "document/foreign.h"

namespace martech_audit::import {
namespace {

struct EncodingName {
  std::string_view word;
  Encoding encoding;
  std::string_view name;
};
constexpr std::array encodings{EncodingName{"utf-8", Encoding::utf_8, "UTF-8"},
                               EncodingName{"utf-16le", Encoding::utf_16_le, "UTF-16 (little-endian)"},
                               EncodingName{"utf-16be", Encoding::utf_16_be, "UTF-16 (big-endian)"},
                               EncodingName{"windows-1252", Encoding::windows_1252, "Windows-1252"},
                               EncodingName{"iso-8859-1", Encoding::windows_1252, "Windows-1252"}};

std::string_view name_of(Encoding encoding) {
  return std::find_if(encodings.begin(), encodings.end(),
                      [&](const EncodingName& name) { return name.encoding == encoding; })
      ->name;
}

// Of the bytes 0x80 to 0x9F; 0 where it has no character (the table of the WHATWG Encoding Standard).
constexpr std::array<char32_t, 32> upper_controls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Text {
  std::string utf8 = {};
  std::size_t fault = std::string_view::npos;  // the first byte that is none of the encoding
};

bool is_control(unsigned char byte) { return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'; }

Text from_windows_1252(std::string_view bytes) {
  Text text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const char32_t c = byte >= 0x80 && byte < 0xA0 ? upper_controls[byte - 0x80U] : byte;
    if (c == 0 || is_control(byte) || byte == 0x7F) return {{}, i};
    append_utf8(text.utf8, c);
  }
  return text;
}

Text from_utf_16(std::string_view bytes, bool little) {
  Text text;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]),
               second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
  };
  const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    if (i + 1 == bytes.size()) return {{}, i};
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00) {
      if (i + 3 >= bytes.size() || !is_low(unit(i + 2))) return {{}, i};
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (is_low(c)) {
      return {{}, i};
    }
    if (c != 0xFEFF || i > 0) append_utf8(text.utf8, c);
  }
  return text;
}

Text read_as(Encoding encoding, std::string_view bytes) {
  if (encoding == Encoding::windows_1252) return from_windows_1252(bytes);
  if (encoding == Encoding::utf_8)
    return {std::string(bytes), first_invalid_utf8(bytes).value_or(std::string_view::npos)};
  return from_utf_16(bytes, encoding == Encoding::utf_16_le);
}

// By a mark, or by the zeros that letters of ASCII have in it.
std::optional<Encoding> utf_16(std::string_view bytes) {
  const auto foreign = foreign_kind(bytes);
  if (!foreign || foreign->what != "UTF-16") return std::nullopt;
  const bool little = bytes.starts_with("\xFF\xFE") || (bytes.front() != '\0' && bytes.front() != '\xFE');
  return little ? Encoding::utf_16_le : Encoding::utf_16_be;
}

SourcePtr made(const SourcePtr& source, Text text) {
  return std::make_shared<const Source>(source->name(), std::move(text.utf8));
}

}  // namespace

std::optional<Encoding> encoding(std::string_view word) {
  const auto found =
      std::find_if(encodings.begin(), encodings.end(), [&](const EncodingName& n) { return n.word == word; });
  return found == encodings.end() ? std::nullopt : std::optional(found->encoding);
}

std::vector<std::string_view> encoding_words() {
  std::vector<std::string_view> words;
  words.reserve(encodings.size());
  for (const EncodingName& name : encodings) words.push_back(name.word);
  return words;
}

std::optional<Decoded> decode(const SourcePtr& source, std::optional<Encoding> asked,
                              Diagnostics& diagnostics) {
  const std::string_view bytes = source->text();
  const auto wide = utf_16(bytes);
  const bool is_utf_8 = !wide && !first_invalid_utf8(bytes);
  if (!asked && (is_utf_8 || (!wide && foreign_kind(bytes)))) return Decoded{source};
  const Encoding chosen = asked.value_or(wide.value_or(Encoding::windows_1252));
  Text text = read_as(chosen, bytes);
  if (text.fault == std::string_view::npos) {
    const bool guessed = !asked && !wide;
    return Decoded{made(source, std::move(text)),
                   guessed ? "the text is read as Windows-1252; use --encoding if it is in another" : ""};
  }
  if (!asked && !wide) return Decoded{source};
  const auto at = static_cast<std::uint32_t>(text.fault);
  diagnostics.error({source, at, at + 1}, fmt::format("this byte is not {}", name_of(chosen)),
                    asked ? "leave out --encoding, or name the one in which the file was saved"
                          : "save it again as 'CSV UTF-8'");
  return std::nullopt;
}

}  // namespace martech_audit::import
