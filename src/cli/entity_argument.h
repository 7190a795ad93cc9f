// Arguments that name a thing of the inventory, or the inventory itself, in whatever order they come.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"

namespace martech_audit::cli {

// "salesforce", "tool/salesforce" or "tool:salesforce".
struct EntityName {
  std::optional<EntityKind> kind;
  std::string_view id;
};
EntityName entity_name(std::string_view argument);

// What is there as a file or directory, "-", or what ends as inventories do.
bool is_inventory_path(const std::string& argument);

// Takes what is no path out of `arguments`; in their order.
std::vector<std::string> take_names(std::vector<std::string>& arguments);

}  // namespace martech_audit::cli
