#include "import/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "catalogue/products.h"

namespace martech_audit::import {
namespace {

catalogue::Description description_of(const Draft& draft) {
  catalogue::Description description;
  description.names.push_back(draft.text("name"));
  if (const auto aliases = draft.fields.find("aliases"); aliases != draft.fields.end()) {
    for (const Scalar& alias : aliases->second.items) description.names.push_back(alias.text);
  }
  description.vendor = draft.text("vendor");
  description.url = draft.text("url");
  description.has_category = draft.has("category");
  description.has_metrics = draft.has("pricing.metrics");
  return description;
}

}  // namespace

Suggested suggest(std::vector<Draft>& drafts) {
  Suggested suggested;
  for (Draft& draft : drafts) {
    const catalogue::Description description = description_of(draft);
    const catalogue::Match match = find_product(description);
    if (match.sure) {
      const auto fields = suggested_fields(*match.candidates.front(), description);
      if (fields.empty()) continue;
      draft.suggestion = fmt::format("{}? {}", match.candidates.front()->name, fmt::join(fields, ", "));
      ++suggested.known;
    } else if (!match.candidates.empty() && !description.has_category) {
      draft.suggestion = choices_text(match) + "?";
      ++suggested.ambiguous;
    }
  }
  return suggested;
}

}  // namespace martech_audit::import
