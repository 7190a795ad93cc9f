// UTF-8 text: validity, width, escapes. No locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit {

// Decodes the code point at `offset`, which must be inside the text, and moves past it. Invalid bytes give
// U+FFFD and move one byte.
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t code_point);

// Byte offset of the first octet that is not UTF-8 (overlong forms and surrogates included).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }  // of ASCII, in no locale

std::size_t count_code_points(std::string_view text);

// What follows counts as terminals do, by Unicode 15: characters as people see them (extended grapheme
// clusters, UAX #29), 2 columns for East Asian wide ones and emoji however they are put together, none for
// combining marks. Control characters count 0: escape them first.
std::size_t display_width(std::string_view text);
// Moves past the character at `offset`, which must be inside the text; the columns it uses.
std::size_t next_character(std::string_view text, std::size_t& offset);
// Bytes of the longest start of `text` that fits into `columns`.
std::size_t fitting(std::string_view text, std::size_t columns);

// Whether the code point draws an emoji, or can (Extended_Pictographic).
bool is_pictograph(char32_t code_point);

// Control characters, bidirectional overrides, zero-width characters (but the joiners within emoji) and
// invalid bytes shown as \n, \x1b, \u{202e}, and the bracket of what CI services take for a command as \x5b;
// anything else as it is. What terminals and logs may be given. Line breaks are escaped too.
std::string escape_controls(std::string_view text);

// Cut to at most `columns` of display width, the last of them "…".
std::string shorten(std::string_view text, std::size_t columns);

std::string lower_ascii(std::string_view text);
std::string_view trim(std::string_view text);  // spaces, tabs, CR, LF

std::string grouped(std::uint64_t number);  // "12,345"
// "1 tool", "2 tools", "1,200 entries"
std::string counted(std::uint64_t number, std::string_view one, std::string_view many = {});

// "Salesforce Sales Cloud" → "salesforce-sales-cloud": [a-z0-9][a-z0-9-]*, accents folded where simple;
// "unnamed" where nothing is left.
std::string slug(std::string_view text);

// The words of slug(text): "Email & Ads" → "email", "ads".
std::vector<std::string> slug_words(std::string_view text);

// The text with CR LF and lone CR as LF.
std::string with_plain_breaks(std::string_view text);

}  // namespace martech_audit
