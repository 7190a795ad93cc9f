// Members of JSON objects whose form no table has: those of other people's formats.
#pragma once

#include <string_view>

#include "record/json_writer.h"

namespace martech_audit::report {

using record::JsonWriter;

// A key and its string.
inline void write_member(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.string(text);
}

// An array of anything that `write_item` can write, in the layout given.
template <class Items, class WriteItem>
void write_array(JsonWriter& json, std::string_view key, const Items& items, WriteItem write_item,
                 JsonWriter::Layout layout = JsonWriter::Layout::inlined) {
  json.key(key);
  json.begin_array(layout);
  for (const auto& item : items) write_item(item);
  json.end_array();
}

}  // namespace martech_audit::report
