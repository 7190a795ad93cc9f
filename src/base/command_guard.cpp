#include "base/command_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace martech_audit {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_line_break(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

bool counts_for_nothing(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x7F || (byte < 0x20 && !is_line_break(c) && !is_blank(c));
}

// Where a command can begin next. Each character is looked for once in a piece, not once a line.
class Beginnings {
 public:
  explicit Beginnings(std::string_view piece) : piece_(piece) {}

  std::size_t from(std::size_t at) {
    return std::min({hash_.from(piece_, at), feed_.from(piece_, at), return_.from(piece_, at)});
  }

 private:
  struct Mark {
    char c;
    std::size_t next = 0;

    std::size_t from(std::string_view piece, std::size_t at) {
      if (next < at || (next == 0 && at == 0)) next = std::min(piece.find(c, at), piece.size());
      return next;
    }
  };

  std::string_view piece_;
  Mark hash_{'#'};
  Mark feed_{'\n'};
  Mark return_{'\r'};
};

}  // namespace

CommandGuard CommandGuard::within_line(Spelling spelling) {
  CommandGuard guard(spelling);
  guard.line_ = Line::within;
  return guard;
}

CommandGuard CommandGuard::of_commands() {
  CommandGuard guard;
  guard.line_ = Line::any;
  return guard;
}

bool CommandGuard::is_idle() const {
  return hashes_ == Hashes::none && !in_colour_ && (line_ == Line::within || line_ == Line::any);
}

void CommandGuard::append(std::string& out, std::string_view piece) {
  Beginnings beginnings(piece);
  for (std::size_t at = 0; at < piece.size(); ++at) {
    if (is_idle()) {
      const std::size_t next = beginnings.from(at);
      out += piece.substr(at, next - at);
      if (next == piece.size()) return;
      at = next;
    }
    if (completes(piece[at])) {
      append_escape(out, piece[at]);
    } else {
      out += piece[at];
    }
  }
}

bool CommandGuard::completes(char c) {
  if (in_colour_) {
    in_colour_ = !is_letter(c);
    return false;
  }
  in_colour_ = c == '\x1b';
  if (counts_for_nothing(c)) return false;
  const bool bracket = c == '[' && (hashes_ == Hashes::two || hashes_ == Hashes::word);
  const bool colon = c == ':' && line_ == Line::colon;
  follow_line(c);
  follow_hashes(c);
  return bracket || colon;
}

void CommandGuard::follow_line(char c) {
  if (line_ == Line::any) return;
  if (is_line_break(c)) {
    line_ = Line::begins;
  } else if (line_ != Line::begins || !is_blank(c)) {
    line_ = line_ == Line::begins && c == ':' ? Line::colon : Line::within;
  }
}

void CommandGuard::follow_hashes(char c) {
  if (c == '#') {
    hashes_ = hashes_ == Hashes::one || hashes_ == Hashes::two ? Hashes::two : Hashes::one;
  } else {
    const bool goes_on = is_letter(c) && (hashes_ == Hashes::two || hashes_ == Hashes::word);
    hashes_ = goes_on ? Hashes::word : Hashes::none;
  }
}

void CommandGuard::append_escape(std::string& out, char c) const {
  const std::string_view lead = spelling_ == Spelling::json ? "\\u00" : "\\x";
  fmt::format_to(std::back_inserter(out), "{}{:02x}", lead, static_cast<unsigned>(c));
}

std::string without_commands(std::string text) {
  if (text.find('#') == std::string::npos) return text;
  std::string out;
  CommandGuard::within_line().append(out, text);
  return out;
}

}  // namespace martech_audit
