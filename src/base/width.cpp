#include <utf8proc.h>

#include "base/text.h"

namespace martech_audit {
namespace {

constexpr char32_t emoji_selector = 0xFE0F;

const utf8proc_property_t& property_of(char32_t code_point) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
}

bool is_keycap(char32_t code_point) {
  return (code_point >= '0' && code_point <= '9') || code_point == '#' || code_point == '*';
}

std::size_t width_of(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  const utf8proc_property_t& property = property_of(code_point);
  // Vowel signs of Indic scripts, for which terminals keep a column.
  if (property.category == UTF8PROC_CATEGORY_MC) return 1;
  // The inner parts of a Hangul syllable are drawn within its first.
  if (property.boundclass == UTF8PROC_BOUNDCLASS_V || property.boundclass == UTF8PROC_BOUNDCLASS_T) return 0;
  return property.charwidth;
}

}  // namespace

bool is_pictograph(char32_t code_point) {
  return property_of(code_point).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

std::size_t next_character(std::string_view text, std::size_t& offset) {
  char32_t last = next_code_point(text, offset);
  std::size_t width = width_of(last);
  const bool is_emoji = is_pictograph(last);
  const bool is_emoji_if_selected = is_emoji || is_keycap(last);
  utf8proc_int32_t state = 0;
  for (std::size_t next = offset; next < text.size(); offset = next) {
    const char32_t code_point = next_code_point(text, next);
    if (last < 0x80 && code_point < 0x80) break;
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last),
                                         static_cast<utf8proc_int32_t>(code_point), &state))
      break;
    if (code_point == emoji_selector && is_emoji_if_selected) width = 2;
    if (!is_emoji) width += width_of(code_point);
    last = code_point;
  }
  return width;
}

std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    const std::size_t width = next_character(text, at);
    if (width > columns) break;
    columns -= width;
  }
  return end;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += next_character(text, at);
  return width;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (fitting(text, columns) == text.size()) return std::string(text);
  if (columns == 0) return {};
  return std::string(text.substr(0, fitting(text, columns - 1))) + "…";
}

}  // namespace martech_audit
