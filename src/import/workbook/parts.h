// The parts of an OOXML workbook beside its sheets: what refers to what, the strings, the formats of cells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "import/workbook/number_format.h"
#include "import/workbook/xml.h"

namespace martech_audit::import {

// "Contracts_x000D_" is how Excel writes a control character.
std::string without_escapes(std::string text);

struct Relation {
  std::string kind;    // the last part of its type: "worksheet"
  std::string target;  // path in the archive
};
using Relations = std::map<std::string, Relation, std::less<>>;  // by id

// What the part refers to, without anything outside the archive; of "" the package as a whole.
Refusal read_relations(Archive& archive, std::string_view part, Relations& relations);

// The text of a string: its runs, without the phonetic ones.
class StringText {
 public:
  // Elements inside of the string, and what stands in them.
  void open(std::string_view name);
  void close(std::string_view name);
  void add(std::string_view text);

  std::string take() { return without_escapes(std::exchange(text_, {})); }

 private:
  std::string text_;
  int phonetic_ = 0;
  bool in_text_ = false;
};

// The strings that cells refer to by number; a file may have millions.
class SharedStrings {
 public:
  void add(std::string_view text);
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t number) const;

 private:
  std::string texts_;
  std::vector<std::uint32_t> ends_;
};

Refusal read_shared_strings(Archive& archive, std::string_view part, SharedStrings& strings);

// The number format of each style that a cell can have.
Refusal read_styles(Archive& archive, std::string_view part, std::vector<NumberFormat>& styles);

// 0 where it is none.
std::uint32_t whole_attribute(std::string_view text);
bool is_true(std::string_view attribute);  // "1" or "true"

}  // namespace martech_audit::import
