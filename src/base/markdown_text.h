// Text of an inventory within Markdown, where it must stay text: no link, mention, reference or HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace martech_audit {

inline constexpr std::size_t most_comment_bytes = 60'000;  // GitHub takes comments of 65,536 characters

// For a paragraph or a cell of a table, on one line. Control characters are shown escaped, marks of Markdown
// and HTML are escaped, and words that services make links of (@name, #12, https://…) become code.
std::string markdown_text(std::string_view text);

// As code, whatever it holds.
std::string markdown_code(std::string_view text);

}  // namespace martech_audit
