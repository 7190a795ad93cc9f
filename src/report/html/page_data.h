// Data for the templates of the page. Text of the inventory gets its control characters shown here; the
// templates escape markup.
#pragma once

#include <cstddef>
#include <kainjow/mustache.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "martech_audit/report.h"

namespace martech_audit::report {

using kainjow::mustache::data;

inline constexpr std::size_t longest_name = 80;  // of a cell, in columns

// The one way of text into the page.
void put(data& object, const std::string& key, std::string_view text);

// A list, and whether it has anything in it as "has_<key>".
void put_list(data& object, const std::string& key, data list);

template <class Items, class MakeItem>
data list_of(const Items& items, MakeItem make_item) {
  data list{data::type::list};
  for (const auto& item : items) list.push_back(make_item(item));
  return list;
}

// Lengths in the units of a picture, to a tenth.
std::string length(double units);
// Of a bar a thousand units wide.
std::string bar_length(double share);
std::string bar_length(Points points);

std::string money_or_dash(const std::optional<Money>& money);

}  // namespace martech_audit::report
