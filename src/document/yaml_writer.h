// Writes readable block-style YAML, for files that people will edit: YAML::Emitter, told for each scalar
// which style brings it through.
//
//   YamlWriter yaml;
//   yaml.begin_mapping().key("name").text("Acme: retail").key("tools").begin_sequence();
//   yaml.text("crm").end_sequence().end_mapping();
//   std::string file = std::move(yaml).finish();
//
// The emitter alone quotes only what its own parser would misread. Here a text is quoted exactly when it
// would otherwise be read as something else, by readers of YAML 1.2 or of 1.1 (for which `yes` is a boolean,
// `07` an octal number and `12:30` a number of seconds).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace YAML {
class Emitter;
}

namespace martech_audit {

class YamlWriter {
 public:
  YamlWriter();
  ~YamlWriter();

  // Calls must make one value: in a mapping, keys and values take turns. Each begin needs its end.
  YamlWriter& begin_mapping();
  YamlWriter& end_mapping();
  YamlWriter& begin_sequence();
  YamlWriter& end_sequence();

  // At most 1,000 bytes: parsers accept no longer keys.
  YamlWriter& key(std::string_view key);

  // A string, which reads back as this text and no other type. UTF-8; what is not becomes U+FFFD,
  // as do U+FFFE and U+FFFF.
  YamlWriter& text(std::string_view text);

  // A number, boolean or date as it shall stand, without quotes.
  YamlWriter& plain(std::string_view value);

  // Lines of their own before the next key or item. A comment may have several lines.
  YamlWriter& comment(std::string_view text);

  // The file, ending in a line break.
  std::string finish() &&;

 private:
  std::unique_ptr<YAML::Emitter> emitter_;
};

}  // namespace martech_audit
