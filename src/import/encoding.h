// Text in the encodings that spreadsheets and exports come in, as UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/diagnostic.h"
#include "martech_audit/source.h"

namespace martech_audit::import {

// ISO 8859-1 is read as Windows-1252, which has characters where it has controls: the web reads both so
// (WHATWG Encoding Standard, "windows-1252").
enum class Encoding : std::uint8_t { utf_8, utf_16_le, utf_16_be, windows_1252 };

// "utf-8", "utf-16", … as `--encoding` has them; nothing for other words.
std::optional<Encoding> encoding(std::string_view word);
std::vector<std::string_view> encoding_words();

struct Decoded {
  SourcePtr source;             // in UTF-8, of the same name; the same Source where that is what it was
  std::string assumption = {};  // what was taken for granted: "the text is read as Windows-1252; …"
};

// Without an encoding, what the bytes say: a mark, the zeros of UTF-16, valid UTF-8, else Windows-1252 where
// the text then has no control characters. What is none of these comes back as it is, for its reader to
// refuse; bytes that are not what was asked for are an error, and nothing comes back.
std::optional<Decoded> decode(const SourcePtr& source, std::optional<Encoding> asked,
                              Diagnostics& diagnostics);

}  // namespace martech_audit::import
