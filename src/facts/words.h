// Tables of words for what tools are and can do: categories and capabilities, as organisations name them.
//
// A row has a `word` in lower case with hyphens, and `bits` for what it stands for; tables are sorted by
// word.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {

// 0 where the table does not have the word.
template <class Table>
unsigned bits_of(const Table& table, std::string_view word) {
  std::string folded = lower_ascii(word);
  std::ranges::replace(folded, ' ', '-');
  std::ranges::replace(folded, '_', '-');
  const auto at =
      std::ranges::lower_bound(table, std::string_view(folded), {}, [](const auto& row) { return row.word; });
  return at != table.end() && at->word == folded ? at->bits : 0U;
}

// By the tool's category and its capabilities.
template <class Table>
unsigned bits_of(const Table& table, const Record& tool) {
  constexpr std::size_t id = *model::tool_capability_shape.index_of("id");
  unsigned bits = bits_of(table, text_of(tool, tool_field::category));
  for (const Value& item : links_of(tool, tool_field::capabilities)) {
    const Value& name = item.as_record()->slots[id];
    if (name.is(ValueKind::string)) bits |= bits_of(table, name.as_text());
  }
  return bits;
}

// A tool of which nobody says what it is may be anything.
inline bool says_what_it_is(const Record& tool) {
  return is_given(tool, tool_field::category) || is_ruled_out(tool, tool_field::category);
}

}  // namespace martech_audit::facts
