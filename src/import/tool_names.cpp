#include "import/tool_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "import/header_names.h"

namespace martech_audit::import {

ToolNames::ToolNames(const std::vector<Draft>& tools) {
  for (const Draft& tool : tools) {
    add(tool.text("id"), tool.text("id"));
    add(tool.text("name"), tool.text("id"));
    const auto aliases = tool.fields.find("aliases");
    if (aliases == tool.fields.end()) continue;
    for (const Scalar& alias : aliases->second.items) add(alias.text, tool.text("id"));
  }
}

void ToolNames::add(std::string_view name, std::string_view id) {
  const auto [at, is_new] = ids_.try_emplace(header_key(name), id);
  if (!is_new && at->second != id) at->second.clear();
}

FieldValue ToolNames::ids_of(const FieldValue& names, std::string_view self,
                             std::vector<std::string>& missing) const {
  FieldValue ids{names.path, {}, true};
  for (const Scalar& name : names.items) {
    const auto found = ids_.find(header_key(name.text));
    if (found == ids_.end() || found->second.empty() || found->second == self) {
      missing.push_back(fmt::format("'{}'", shorten(name.text, 40)));
      continue;
    }
    const bool is_new = std::none_of(ids.items.begin(), ids.items.end(),
                                     [&](const Scalar& other) { return other.text == found->second; });
    if (is_new) ids.items.push_back({found->second, false});
  }
  return ids;
}

}  // namespace martech_audit::import
