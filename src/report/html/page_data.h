// Data for the templates of the page. Text of the inventory gets its control characters shown here; the
// templates escape markup.
#pragma once

#include <cstddef>
#include <functional>
#include <kainjow/mustache.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "martech_audit/report.h"
#include "martech_audit/reporter.h"

namespace martech_audit::report {

using kainjow::mustache::data;

inline constexpr std::size_t longest_name = 80;  // of a cell, in columns

// The one way of text into the page.
void put(data& object, const std::string& key, std::string_view text);

// A list, and whether it has anything in it as "has_<key>".
void put_list(data& object, const std::string& key, const data& list);

template <class Items, class MakeItem>
data list_of(const Items& items, MakeItem make_item) {
  data list{data::type::list};
  for (const auto& item : items) list.push_back(make_item(item));
  return list;
}

// Makes the rows of a list one after the other and hands each over.
using Rows = std::function<void(const std::function<void(const data&)>& show)>;

// A list that may be as long as the inventory: a row is made when the page comes to it, goes to `out`, where
// the page goes, and is dropped. Rows see their own data alone, not those around them. `rows` is called when
// the page is rendered: what it refers to must live until then.
void put_made_rows(data& object, const std::string& key, bool any, Rows rows, const Sink& out);

// The items themselves are kept; give pointers or a span where they live elsewhere.
template <class Items, class MakeItem>
void put_rows(data& object, const std::string& key, Items items, MakeItem make_item, const Sink& out) {
  const bool any = !items.empty();
  const auto rows = [items = std::move(items), make_item](const std::function<void(const data&)>& show) {
    for (const auto& item : items) show(make_item(item));
  };
  put_made_rows(object, key, any, rows, out);
}

void render(std::string_view page, const data& values, const Sink& out);

// Lengths in the units of a picture, to a tenth.
std::string length(double units);
// Of a bar a thousand units wide.
std::string bar_length(double share);
std::string bar_length(Points points);

std::string money_or_dash(const std::optional<Money>& money);

}  // namespace martech_audit::report
