// What a file is that is no UTF-8 text, as its first bytes tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace martech_audit {

struct Foreign {
  enum class Kind : std::uint8_t { encoding, workbook, document, archive };

  Kind kind;
  std::string_view what;  // "UTF-16", "a gzip archive"
};

// Nothing where the text may be UTF-8.
std::optional<Foreign> foreign_kind(std::string_view text);

}  // namespace martech_audit
