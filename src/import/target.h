// Target: the field of the inventory that a column fills, found in the model's field table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"

namespace martech_audit::import {

struct Target {
  std::string path;              // "seats.purchased", "cost", "x-paid-on"
  const Field* field = nullptr;  // what its cells must be; of x-… fields one of the kinds of extra_target()
  // Of money, where its parts go; `per` is empty where the field has no period.
  std::string amount = {};
  std::string currency = {};
  std::string per = {};
  Range amounts = {};  // from 0, or anything where refunds are possible

  // Names of tools of the same source: connections, and what a tool supports.
  bool names_tools() const { return field->in_place || (field->name == "supports" && field->list); }
  // A number of days, or the last of them as a date.
  bool is_notice() const { return path == "contract.notice_days"; }
  bool is_money() const { return !amount.empty(); }
  bool is_extra() const { return path.starts_with("x-"); }
};

// Nothing where the kind has no such field, or it is none that a single cell can fill: a list of blocks, a
// reference to entities that import cannot declare.
std::optional<Target> find_target(EntityKind kind, std::string_view path);

// Kinds that import declares where entries name them: an id and a title (of tools a name) make one.
bool is_declared_by_import(EntityKind kind);

// Every path that find_target() knows, in the order of the field table.
std::vector<std::string> target_paths(EntityKind kind);

// A field of the user's own: "x-paid-on" as text, date, count, number or boolean; nothing for another word.
std::optional<Target> extra_target(std::string_view key, std::string_view parse);
inline constexpr std::string_view extra_kinds = "boolean, count, date, number or text";

}  // namespace martech_audit::import
