// Writes readable block-style YAML, for files that people will edit.
//
//   YamlWriter yaml;
//   yaml.begin_mapping().key("name").text("Acme: retail").key("tools").begin_sequence();
//   yaml.text("crm").end_sequence().end_mapping();
//   std::string file = std::move(yaml).finish();
//
// A text is quoted exactly when it would otherwise be read as something else, by readers of YAML 1.2 or
// of 1.1 (for which `yes` is a boolean, `07` an octal number and `12:30` a number of seconds).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace martech_audit {

class YamlWriter {
 public:
  // Calls must make one value: in a mapping, keys and values take turns. Each begin needs its end.
  YamlWriter& begin_mapping() { return begin('{'); }
  YamlWriter& end_mapping() { return end("{}"); }
  YamlWriter& begin_sequence() { return begin('['); }
  YamlWriter& end_sequence() { return end("[]"); }

  // At most 1,000 bytes: parsers accept no longer keys.
  YamlWriter& key(std::string_view key);

  // A string, which reads back as this text and no other type. UTF-8; what is not becomes U+FFFD.
  YamlWriter& text(std::string_view text);

  // A number, boolean or date as it shall stand, without quotes.
  YamlWriter& plain(std::string_view value);
  YamlWriter& null() { return plain("null"); }

  // Lines of their own before the next key or item. A comment may have several lines.
  YamlWriter& comment(std::string_view text);
  YamlWriter& blank_line();

  // The file, ending in a line break.
  std::string finish() &&;

 private:
  struct Level {
    char kind;  // '{' or '['
    std::size_t indent;
    bool empty;
  };
  enum class Place { line_start, after_key, after_dash };

  YamlWriter& begin(char kind);
  YamlWriter& end(std::string_view when_empty);
  void indent();
  void start_value();
  void end_line();
  bool in_sequence() const { return !levels_.empty() && levels_.back().kind == '['; }

  std::string out_;
  std::vector<Level> levels_;
  Place place_ = Place::line_start;
};

}  // namespace martech_audit
