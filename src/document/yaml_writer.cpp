#include "document/yaml_writer.h"

#include <algorithm>

#include "base/text.h"
#include "document/yaml_quoting.h"

namespace martech_audit {
namespace {

constexpr std::size_t step = 2;

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

// Several lines that a `|` block shows as they are: at most one line break at the end, none at the start, and
// no blanks where nobody would see them.
bool is_block(std::string_view text) {
  if (text.find('\n') == text.npos || text.starts_with('\n') || text.ends_with("\n\n")) return false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (line.ends_with(' ') || line.starts_with(' ') || needs_escapes(line)) return false;
  }
  return true;
}

}  // namespace

void YamlWriter::indent() { out_.append(levels_.empty() ? 0 : levels_.back().indent, ' '); }

void YamlWriter::end_line() {
  out_ += '\n';
  place_ = Place::line_start;
}

// Brings an item's dash, or the blank between a key and its value on the same line.
void YamlWriter::start_value() {
  if (in_sequence()) {
    if (place_ == Place::after_key) end_line();
    if (place_ == Place::line_start) indent();
    levels_.back().empty = false;
    out_ += "- ";
    place_ = Place::after_dash;
  } else if (place_ == Place::after_key) {
    out_ += ' ';
  }
}

YamlWriter& YamlWriter::key(std::string_view key) {
  if (place_ == Place::after_key) end_line();
  if (place_ == Place::line_start) indent();
  levels_.back().empty = false;
  out_ += yaml_scalar(key);
  out_ += ':';
  place_ = Place::after_key;
  return *this;
}

YamlWriter& YamlWriter::plain(std::string_view value) {
  start_value();
  out_ += value;
  end_line();
  return *this;
}

YamlWriter& YamlWriter::text(std::string_view text) {
  if (levels_.empty() || !is_block(text)) return plain(yaml_scalar(text));
  start_value();
  out_ += text.ends_with('\n') ? "|" : "|-";
  end_line();
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (!line.empty()) {
      indent();
      out_.append(step, ' ');
      out_ += line;
    }
    end_line();
  }
  return *this;
}

YamlWriter& YamlWriter::comment(std::string_view text) {
  if (place_ == Place::after_key) end_line();
  for (std::string_view rest = text; !rest.empty();) {
    if (place_ == Place::line_start) indent();
    const std::string line = escape_controls(next_line(rest));
    out_ += line.empty() ? "#" : "# " + line;
    end_line();
  }
  return *this;
}

YamlWriter& YamlWriter::blank_line() {
  if (place_ == Place::after_key) end_line();
  if (place_ == Place::line_start) end_line();
  return *this;
}

YamlWriter& YamlWriter::begin(char kind) {
  if (in_sequence()) start_value();
  levels_.push_back({kind, levels_.empty() ? 0 : levels_.back().indent + step, true});
  return *this;
}

YamlWriter& YamlWriter::end(std::string_view when_empty) {
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) return *this;
  if (place_ == Place::after_key) out_ += ' ';
  if (place_ == Place::line_start) out_.append(levels_.empty() ? 0 : levels_.back().indent + step, ' ');
  out_ += when_empty;
  end_line();
  return *this;
}

std::string YamlWriter::finish() && { return std::move(out_); }

}  // namespace martech_audit
