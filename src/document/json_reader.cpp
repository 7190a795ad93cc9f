#include "document/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/text.h"
#include "document/limits.h"
#include "document/source_cursor.h"
#include "document/tree.h"
#include "document/tree_builder.h"

namespace martech_audit {
namespace {

using Json = nlohmann::json;

// The parser tells values without their places: each is found again from the end of the one before.
class TreeSax {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  TreeSax(const SourcePtr& source, std::size_t start)
      : source_(source), text_(source->text()), cursor_(text_, start), builder_(source) {}

  std::shared_ptr<const Tree> finish() { return builder_.finish(); }
  std::optional<Diagnostic>& error() { return error_; }

  bool null() {
    const std::uint32_t begin = next();
    cursor_.skip(4);
    builder_.null(begin, 4);
    return has_room(begin);
  }
  bool boolean(bool) { return plain(); }
  bool number_integer(number_integer_t) { return plain(); }
  bool number_unsigned(number_unsigned_t) { return plain(); }
  bool number_float(number_float_t, const string_t&) { return plain(); }
  bool binary(binary_t&) { return false; }
  bool string(const string_t& value) { return quoted(value); }
  bool key(const string_t& value) { return quoted(value); }
  bool start_object(std::size_t) { return open(RecordKind::mapping); }
  bool start_array(std::size_t) { return open(RecordKind::sequence); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t position, const std::string& last_token, const Json::exception& exception);

 private:
  // The start of the next value or bracket.
  std::uint32_t next() {
    cursor_.skip_any(" \t\r\n,:");
    return narrow(cursor_.at());
  }

  bool plain() {
    const std::uint32_t begin = next();
    cursor_.skip_until(" \t\r\n,]}");
    builder_.slice(begin, narrow(cursor_.at()) - begin, true);
    return has_room(begin);
  }

  bool quoted(const string_t& value);

  bool open(RecordKind kind) {
    const std::uint32_t begin = next();
    if (builder_.depth() >= limits::depth) {
      return fail(begin, begin + 1, fmt::format("values are nested more than {} deep", limits::depth),
                  "nest less deeply");
    }
    cursor_.skip(1);
    builder_.open(kind, begin);
    return has_room(begin);
  }

  bool close() {
    next();
    cursor_.skip(1);
    builder_.close();
    return true;
  }

  bool has_room(std::uint32_t begin) {
    if (builder_.size() <= limits::nodes) return true;
    return fail(begin, begin + 1, fmt::format("more than {} values in one file", limits::nodes),
                "split it into several files");
  }

  bool fail(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    const Location where{source_, narrow(begin), narrow(std::max(begin, end))};
    error_ = {DiagnosticLevel::error, where, std::move(message), std::move(hint)};
    return false;
  }

  SourcePtr source_;
  std::string_view text_;
  SourceCursor cursor_;
  TreeBuilder builder_;
  std::optional<Diagnostic> error_;
};

bool TreeSax::quoted(const string_t& value) {
  const std::uint32_t begin = next();
  if (value.size() > limits::scalar_length) {
    return fail(begin, begin + 1, fmt::format("a text of more than {} bytes", limits::scalar_length),
                "shorten it, or store it elsewhere and link to it here");
  }
  cursor_.skip(1);
  bool escaped = false;
  for (cursor_.skip_until("\"\\"); cursor_.peek() == '\\'; cursor_.skip_until("\"\\")) {
    cursor_.skip(2);
    escaped = true;
  }
  cursor_.skip(1);
  if (escaped) {
    builder_.side(begin, value, false);
  } else {
    builder_.slice(begin, narrow(value.size()), false);
  }
  return has_room(begin);
}

struct Mistake {
  std::string message;
  std::string hint;
};

// The parser's own words are between "- " and "; last read".
std::string parser_words(std::string_view what) {
  if (const std::size_t begin = what.rfind(" - "); begin != what.npos) what.remove_prefix(begin + 3);
  const std::size_t cut = what.find("; last read");
  std::string words(what.substr(0, cut));
  if (const std::size_t rest = what.find("'; expected "); cut != what.npos && rest != what.npos) {
    words += what.substr(rest + 1);
  }
  return escape_controls(words);
}

// The word, number or other token that starts at `begin`.
std::string_view token_at(std::string_view text, std::size_t begin) {
  SourceCursor cursor(text, begin);
  cursor.skip_until(" \t\r\n,:[]{}\"");
  return text.substr(begin, std::max<std::size_t>(cursor.at() - begin, 1));
}

Mistake name_mistake(std::string_view text, std::size_t begin, std::string_view what) {
  const auto says = [&](std::string_view words) { return what.find(words) != what.npos; };
  const std::string_view before = trim(text.substr(0, begin));
  if (begin >= text.size()) return {"the JSON ends unexpectedly", "close what is open: '\"', ']' or '}'"};
  const char here = text[begin];
  if ((here == ']' || here == '}') && before.ends_with(','))
    return {"a comma before the closing bracket", "remove it"};
  if (here == '/' || here == '#') return {"JSON has no comments", "remove it, or write the file as YAML"};
  if (here == '\'') return {"JSON has no single quotes", "use double quotes"};
  if (says("missing closing quote") || says("control character")) {
    return {"a quoted text must end on its line", "close the quote; write \\n for a line break"};
  }
  if (says("forbidden character")) return {"unknown escape", "write \\\\ for a backslash"};
  if (says("surrogate")) return {"an unpaired surrogate", "write both halves, or the character itself"};
  if (says("expected end of input")) return {"text after the end of the JSON value", "remove it"};
  if (says("parsing object key")) return {"expected a key in double quotes", "write \"key\": value"};
  if (says("invalid literal")) {
    return {fmt::format("'{}' is not a JSON value", shorten(escape_controls(token_at(text, begin)), 40)),
            "put texts in double quotes"};
  }
  if ((says("expected ']'") || says("expected '}'")) && here != ']' && here != '}') {
    return {"expected ',' or a closing bracket", "separate values by commas"};
  }
  return {fmt::format("not JSON: {}", parser_words(what)), {}};
}

bool TreeSax::parse_error(std::size_t position, const std::string& /*last_token*/,
                          const Json::exception& exception) {
  const std::size_t read = std::min(std::max<std::size_t>(position, 1), text_.size());
  const std::size_t begin =
      position > text_.size() && next() >= text_.size() ? next() : std::min<std::size_t>(next(), read - 1);
  const std::size_t end = std::max(read, begin + token_at(text_, std::min(begin, text_.size() - 1)).size());
  if (exception.id == 406) return fail(begin, end, "a number that is too large", "write it as a text");
  Mistake mistake = name_mistake(text_, begin, exception.what());
  return fail(begin, end, std::move(mistake.message), std::move(mistake.hint));
}

}  // namespace

std::shared_ptr<const Tree> read_json(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (text.find_first_not_of(" \t\r\n", start) == text.npos) {
    diagnostics.error({source, narrow(start), narrow(start)}, "the file is empty", "write a JSON object");
    return nullptr;
  }
  TreeSax sax(source, start);
  if (Json::sax_parse(text, &sax)) return sax.finish();
  diagnostics.add(*std::move(sax.error()));
  return nullptr;
}

}  // namespace martech_audit
