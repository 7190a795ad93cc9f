#include "import/tool_names.h"

#include <fmt/format.h>

#include "base/text.h"
#include "import/header_names.h"

namespace martech_audit::import {

ToolNames::ToolNames(const std::vector<Draft>& tools) {
  for (const Draft& tool : tools) {
    add(tool.text("id"), tool);
    add(tool.text("name"), tool);
    const auto aliases = tool.fields.find("aliases");
    if (aliases == tool.fields.end()) continue;
    for (const Scalar& alias : aliases->second.items) add(alias.text, tool);
  }
}

void ToolNames::add(std::string_view name, const Draft& tool) {
  const auto [at, is_new] = tools_.try_emplace(header_key(name), &tool);
  if (!is_new && at->second != nullptr && at->second->row != tool.row) at->second = nullptr;
}

FieldValue ToolNames::ids_of(const FieldValue& names, std::string_view self,
                             std::vector<std::string>& missing) const {
  FieldValue ids{names.path, {}, true};
  for (std::size_t i = 0; i < names.items.size(); ++i) {
    const Scalar& name = names.items[i];
    const auto found = tools_.find(header_key(name.text));
    const Draft* tool = found == tools_.end() ? nullptr : found->second;
    if (tool == nullptr || tool->text("id") == self) {
      missing.push_back(fmt::format("'{}'", shorten(name.text, 40)));
      continue;
    }
    std::vector<FieldValue> details = i < names.details.size() ? names.details[i] : std::vector<FieldValue>{};
    if (details.empty() && has_item(ids, tool->text("id"))) continue;
    ids.items.push_back({std::string(tool->text("id")), false});
    ids.details.push_back(std::move(details));
  }
  return ids;
}

}  // namespace martech_audit::import
