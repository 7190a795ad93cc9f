#include "document/yaml_writer.h"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <algorithm>

#include "base/command_guard.h"
#include "base/text.h"
#include "document/yaml_quoting.h"

namespace martech_audit {
namespace {

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

// Several lines that a `|` block shows as they are. The emitter knows no `|-` and no `|+`, so the last line
// must end as lines do, and it gives no indentation, so none may start with a blank.
bool is_block(std::string_view text) {
  if (!text.ends_with('\n') || text.ends_with("\n\n") || text.starts_with('\n')) return false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (line.ends_with(' ') || line.starts_with(' ') || needs_escapes(line)) return false;
  }
  return true;
}

void write_line(YAML::Emitter& emitter, std::string_view text) {
  // The emitter escapes controls, but lets invisible characters and reordered text stand as they are.
  if (needs_escapes(text)) {
    emitter << YAML::EscapeNonAscii << YAML::DoubleQuoted;
  } else if (!is_plain(text)) {
    emitter << (text.find_first_of("\"\\") == text.npos ? YAML::DoubleQuoted : YAML::SingleQuoted);
  }
  emitter << std::string(text);
}

}  // namespace

YamlWriter::YamlWriter() : emitter_(std::make_unique<YAML::Emitter>()) {}
YamlWriter::~YamlWriter() = default;

YamlWriter& YamlWriter::begin_mapping() {
  *emitter_ << YAML::BeginMap;
  return *this;
}

YamlWriter& YamlWriter::end_mapping() {
  *emitter_ << YAML::EndMap;
  return *this;
}

YamlWriter& YamlWriter::begin_sequence() {
  *emitter_ << YAML::BeginSeq;
  return *this;
}

YamlWriter& YamlWriter::end_sequence() {
  *emitter_ << YAML::EndSeq;
  return *this;
}

YamlWriter& YamlWriter::key(std::string_view key) {
  *emitter_ << YAML::Key;
  write_line(*emitter_, key);
  *emitter_ << YAML::Value;
  return *this;
}

YamlWriter& YamlWriter::plain(std::string_view value) {
  *emitter_ << std::string(value);
  return *this;
}

YamlWriter& YamlWriter::text(std::string_view text) {
  if (is_block(text)) {
    *emitter_ << YAML::Literal << std::string(text.substr(0, text.size() - 1));
  } else {
    write_line(*emitter_, text);
  }
  return *this;
}

YamlWriter& YamlWriter::comment(std::string_view text) {
  std::string lines;
  for (std::string_view rest = text; !rest.empty();) {
    lines += (lines.empty() ? "" : "\n") + escape_controls(next_line(rest));
  }
  *emitter_ << YAML::Comment(lines);
  return *this;
}

// The emitter cannot be told to escape the bracket of a command: what has one stands in double quotes, or in
// a comment.
std::string YamlWriter::finish() && {
  std::string out;
  CommandGuard().append(out, std::string_view(emitter_->c_str(), emitter_->size()));
  return out + "\n";
}

}  // namespace martech_audit
