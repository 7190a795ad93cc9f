#include "import/draft.h"

#include <fmt/format.h>

#include "import/header_names.h"
#include "import/unique_names.h"

namespace martech_audit::import {
namespace {

// The currency of no cost, the day on which nothing was measured.
bool hangs_on_nothing(std::string_view path, const Draft& draft) {
  if (path.starts_with("cost.")) return !draft.has("cost.amount");
  return (path == "usage.measured_on" || path == "usage.window_days") && !draft.has("usage.active");
}

}  // namespace

std::string_view Draft::text(std::string_view path) const {
  const auto found = fields.find(path);
  return found == fields.end() || found->second.items.empty() ? std::string_view()
                                                              : found->second.items[0].text;
}

void Draft::set(std::string path, std::string text, bool plain) {
  FieldValue& value = fields[path];
  value = {std::move(path), {{std::move(text), plain}}};
}

void give_ids(std::vector<Draft>& drafts) {
  UniqueNames ids;
  for (Draft& draft : drafts) {
    const std::string base =
        id_from(draft.has("id") ? draft.text("id") : draft.text("name"), EntityKind::tool);
    std::string id = ids.add(base, [&](std::size_t copy) { return fmt::format("{}-{}", base, copy); });
    draft.set("id", std::move(id));
  }
}

void explain_refunds(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (!draft.text("amount").starts_with('-') || draft.has("note")) continue;
    draft.set("note", fmt::format("refund in row {} of the list", draft.row));
  }
}

void apply_defaults(Draft& draft, const Mapping& mapping, std::optional<DateOrder> order) {
  for (const auto& [path, text] : mapping.defaults) {
    const auto target = path.starts_with("x-") ? extra_target(path, "text") : find_target(mapping.kind, path);
    if (hangs_on_nothing(path, draft)) continue;
    CellReading reading = read_cell(text, *target, order);
    for (FieldValue& value : reading.values) draft.fields.try_emplace(value.path, std::move(value));
  }
}

}  // namespace martech_audit::import
