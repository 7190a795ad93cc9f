#include "document/yaml_errors.h"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "document/limits.h"
#include "document/source_cursor.h"

namespace martech_audit {
namespace {

namespace msg = YAML::ErrorMsg;

struct Rewording {
  std::string_view theirs;  // how yaml-cpp's message starts
  std::string_view ours;
  std::string_view hint;
};

constexpr std::size_t longest_yaml_key = 1024;  // yaml-cpp's limit
constexpr std::string_view quote_it = "put quotes around the text";

// Messages whose place is right as it is.
const std::array rewordings = {
    Rewording{msg::MAP_KEY, "'? ' is not allowed here", quote_it},
    Rewording{msg::BLOCK_ENTRY, "a list cannot start here", "put '- ' on a line of its own, below its key"},
    Rewording{msg::DOC_IN_SCALAR, "a document marker inside quoted text",
              "close the quote, or indent the line"},
    Rewording{msg::INVALID_ESCAPE, "unknown escape in a double-quoted text",
              "write \\\\ for a backslash, or use single quotes"},
    Rewording{msg::INVALID_HEX, "an escape with too few hexadecimal digits",
              "write \\xHH, \\uHHHH or \\UHHHHHHHH"},
    Rewording{msg::INVALID_UNICODE, "an escape of a code point that does not exist",
              "write a code point up to \\U0010FFFF that is no surrogate"},
    Rewording{msg::UNKNOWN_ANCHOR, "alias of an anchor that is not defined above",
              "define it with '&' first; put quotes around a text that starts with '*'"},
    Rewording{msg::ALIAS_NOT_FOUND, "'*' without the name of an anchor",
              "put quotes around a text that starts with '*'"},
    Rewording{msg::ANCHOR_NOT_FOUND, "'&' without a name", "put quotes around a text that starts with '&'"},
    Rewording{msg::CHAR_IN_ALIAS, "a character that the name of an alias cannot have", quote_it},
    Rewording{msg::CHAR_IN_ANCHOR, "a character that the name of an anchor cannot have", quote_it},
    Rewording{msg::CHAR_IN_BLOCK, "text after '|' or '>'", "start the text on the next line"},
    Rewording{msg::ZERO_INDENT_IN_BLOCK, "indentation of 0 for a '|' or '>' text", "leave the digit out"},
    Rewording{msg::MULTIPLE_TAGS, "two tags on one value", "leave the tags out"},
    Rewording{msg::MULTIPLE_ANCHORS, "two anchors on one value", "keep one"},
    Rewording{msg::FLOW_END, "a closing bracket without an opening one",
              "remove it, or use the matching bracket"},
    Rewording{msg::END_OF_SEQ, "expected another '- ' item, or less indentation",
              "align it with the lines above"},
};

bool is_message(std::string_view message, const char* theirs) { return message.starts_with(theirs); }

Location at(const SourcePtr& source, std::size_t begin, std::size_t length) {
  const std::size_t size = source->text().size();
  return {source, static_cast<std::uint32_t>(std::min(begin, size)),
          static_cast<std::uint32_t>(std::min(begin + length, size))};
}

Diagnostic error(Location where, std::string message, std::string_view hint) {
  return {DiagnosticLevel::error, std::move(where), std::move(message), std::string(hint)};
}

// The tab in the indentation of the line at `offset`, if there is one.
std::size_t indentation_tab(std::string_view text, std::size_t offset) {
  const SourceCursor cursor(text, offset);
  const std::size_t tab = text.find('\t', cursor.line_start());
  const std::size_t first = text.find_first_not_of(" \t", cursor.line_start());
  return tab != text.npos && tab < first ? tab : text.npos;
}

// Moves behind the quoted text that starts here; false where it is never closed.
bool skip_quoted(SourceCursor& cursor) {
  const char quote = cursor.peek();
  for (cursor.skip(1); !cursor.done(); cursor.skip(1)) {
    if (quote == '"' && cursor.peek() == '\\') {
      cursor.skip(1);
    } else if (cursor.peek() == quote) {
      cursor.skip(1);
      return true;
    }
  }
  return false;
}

// The quote that is never closed: the parser says only where the file ends.
std::size_t unclosed_quote(std::string_view text, std::size_t resume) {
  SourceCursor cursor(text, resume);
  while (!cursor.done()) {
    cursor.skip_space();
    while (!cursor.done() && std::string_view(":-,?[{}]").find(cursor.peek()) != std::string_view::npos) {
      cursor.skip(1);
      cursor.skip_space();
    }
    const std::size_t begin = cursor.at();
    if (!Tree::is_quote(cursor.peek())) {
      cursor.skip_until(" \t\n");
    } else if (!skip_quoted(cursor)) {
      return begin;
    }
  }
  return text.size();
}

Diagnostic unclosed_bracket(const SourcePtr& source, std::size_t begin) {
  const char bracket = source->text()[begin];
  return error(at(source, begin, 1), fmt::format("'{}' opened here is never closed", bracket),
               fmt::format("add '{}', or put quotes around a text that starts with '{}'",
                           bracket == '{' ? '}' : ']', bracket));
}

// Whether a quote here opens a text, rather than standing inside one.
bool may_open_quote(std::string_view text, std::size_t at) {
  return Tree::is_quote(text[at]) && std::string_view(" \t\r\n[{,:").find(text[at - 1]) != text.npos;
}

Diagnostic explain_flow(const SourcePtr& source, std::uint32_t offset, const TreeBuilder& builder) {
  const std::string_view text = source->text();
  const std::uint32_t begin = builder.depth() > 0 ? builder.innermost().begin : offset;
  const char bracket = begin < text.size() ? text[begin] : '[';
  const char closing = bracket == '{' ? '}' : ']';
  if (offset >= text.size() ||
      SourceCursor(text, offset).line_start() != SourceCursor(text, begin).line_start()) {
    return unclosed_bracket(source, begin);
  }
  return error(at(source, offset, 1), fmt::format("expected ',' or '{}'", closing),
               "put quotes around a text with brackets, braces or commas");
}

bool has_key(std::string_view line) { return line.find(": ") != line.npos || trim(line).ends_with(':'); }

Diagnostic expected_key(const SourcePtr& source, std::size_t line_start) {
  SourceCursor cursor(source->text(), line_start);
  const std::string_view line = trim(cursor.line());
  cursor.skip_any(" ");
  if (line.starts_with("<<<<<<< ") || line == "=======" || line.starts_with(">>>>>>> ")) {
    return error(at(source, cursor.at(), line.size()), "an unresolved merge conflict",
                 "keep one side, and remove the lines with <<<<<<<, ======= and >>>>>>>");
  }
  return error(at(source, cursor.at(), line.size()), "expected 'key: value'",
               "write a colon and a space after the key; indent the lines of a longer text");
}

// Text behind a quoted one: the quote was closed too early or, where it spans lines, not where it should have
// been.
Diagnostic explain_text_behind_quote(const SourcePtr& source, std::uint32_t offset, std::uint32_t quote) {
  const Position opened = source->position(quote);
  const Position closed = source->position(offset);
  if (opened.line == closed.line) {
    return error(at(source, offset, 1), "text after the closing quote",
                 "put the whole text in quotes, and double the single quotes inside it");
  }
  return error(at(source, quote, 1),
               fmt::format("quote opened here is closed only on line {}, before more text", closed.line),
               "close it where the text ends");
}

Diagnostic explain_map(const SourcePtr& source, std::uint32_t offset, const TreeBuilder& builder) {
  const std::string_view text = source->text();
  const std::string_view before = trim(text.substr(0, offset));
  if (builder.size() > 0 && !before.empty() && Tree::is_quote(before.back()) &&
      builder.last().kind() == RecordKind::scalar && before.back() == text[builder.last().begin]) {
    return explain_text_behind_quote(source, offset, builder.last().begin);
  }
  const SourceCursor cursor(text, offset);
  const std::string_view line = trim(cursor.line());
  if (line.starts_with("- ") || line == "-") {
    return error(at(source, offset, 1), "a '- ' item where a key is expected",
                 "align it with the list it belongs to");
  }
  if (!has_key(line)) return expected_key(source, cursor.line_start());
  return error(at(source, offset, 1), "the indentation of this line does not match any line above",
               "align it with the key or item it belongs to");
}

// A colon where no key can be: a second one in its line, or the first in a line that continues a text above.
Diagnostic explain_colon(const SourcePtr& source, std::uint32_t offset) {
  const SourceCursor colon(source->text(), offset);
  SourceCursor start(source->text(), colon.line_start());
  start.skip_any(" ");
  if (offset - start.at() > longest_yaml_key) {
    return error(at(source, start.at(), 1), fmt::format("a key of more than {} bytes", longest_yaml_key),
                 "shorten it");
  }
  if (start.at() == 0 || has_key(source->text().substr(start.at(), offset - start.at()))) {
    return error(at(source, offset, 1), "a second ': ' in one line",
                 "put quotes around a text that contains ': '");
  }
  const std::string_view above = trim(source->text().substr(0, colon.line_start()));
  const SourceCursor last(source->text(),
                          static_cast<std::size_t>(above.data() - source->text().data()) + above.size());
  if (!has_key(last.line())) return expected_key(source, last.line_start());
  return error(at(source, start.at(), offset - start.at()), "a key inside the text that starts above",
               "align it with the keys it belongs to, or put quotes around the text");
}

Diagnostic explain_unknown_token(const SourcePtr& source, std::uint32_t offset) {
  const std::string_view token = source->text().substr(offset, 1);
  return error(at(source, offset, 1), fmt::format("a value cannot start with '{}'", escape_controls(token)),
               quote_it);
}

}  // namespace

Diagnostic unclosed_quote_error(const SourcePtr& source, std::size_t begin) {
  return error(at(source, begin, 1), "quote opened here is never closed",
               "close it on the same line; write '' for an apostrophe within single quotes");
}

Diagnostic too_deep_error(const SourcePtr& source, std::size_t begin) {
  return error(at(source, begin, 1), fmt::format("values are nested more than {} deep", limits::depth),
               "nest less deeply");
}

Diagnostic structured_key_error(const SourcePtr& source, std::size_t begin, std::string_view kind) {
  const std::string_view text = source->text();
  Diagnostic key = error(at(source, begin, 1), fmt::format("{} as a key", kind),
                         "keys are single texts; put quotes around a text that starts with '{' or '['");
  if (text[begin] != '{' && text[begin] != '[') return key;
  std::size_t depth = 0;
  for (SourceCursor cursor(text, begin); !cursor.done();) {
    const char c = cursor.peek();
    if (may_open_quote(text, cursor.at())) {
      const std::size_t quote = cursor.at();
      if (!skip_quoted(cursor)) return unclosed_quote_error(source, quote);
      continue;
    }
    if (c == '#' && std::string_view(" \t\n").find(text[cursor.at() - 1]) != text.npos) {
      cursor.skip_until("\n");
      continue;
    }
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return key;
    cursor.skip(1);
  }
  return unclosed_bracket(source, begin);
}

Diagnostic explain_yaml_error(const SourcePtr& source, std::string_view message, std::uint32_t offset,
                              const TreeBuilder& builder, std::uint32_t resume) {
  const std::string_view text = source->text();
  if (is_message(message, msg::EOF_IN_SCALAR)) {
    return unclosed_quote_error(source, unclosed_quote(text, resume));
  }
  if (const std::size_t tab = indentation_tab(text, offset); tab != text.npos) {
    return error(at(source, tab, 1), "tab used for indentation", "use spaces");
  }
  if (is_message(message, msg::END_OF_SEQ_FLOW) || is_message(message, msg::END_OF_MAP_FLOW)) {
    return explain_flow(source, offset, builder);
  }
  if (is_message(message, msg::END_OF_MAP)) return explain_map(source, offset, builder);
  if (is_message(message, msg::MAP_VALUE)) return explain_colon(source, offset);
  if (is_message(message, msg::UNKNOWN_TOKEN)) return explain_unknown_token(source, offset);
  for (const Rewording& rewording : rewordings) {
    if (message.starts_with(rewording.theirs)) {
      return error(at(source, offset, 1), std::string(rewording.ours), rewording.hint);
    }
  }
  return error(at(source, offset, 1), fmt::format("not YAML: {}", message), {});
}

}  // namespace martech_audit
