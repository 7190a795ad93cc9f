// Words with their weight, before anything is known of where they will be read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "martech_audit/vocabulary.h"

namespace martech_audit::report {

enum class Ink : std::uint8_t {
  plain,
  strong,
  faint,
  mark,  // a word set apart: "at risk", "waived"
  code,  // an id, a path, a key
  good,
  critical,
  high,
  medium,
  low,
  info,
};

Ink ink_of(Severity severity);

// Never markup: what is read as markup somewhere is escaped there.
struct Span {
  std::string text;
  Ink ink = Ink::plain;
  std::string link = {};  // id of a place on the same page, where pages have such
};
using Text = std::vector<Span>;

}  // namespace martech_audit::report
