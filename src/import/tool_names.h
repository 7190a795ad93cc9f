// Which tool a cell means that names one: "Integrates with: Salesforce, GA4".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "import/draft.h"

namespace martech_audit::import {

class ToolNames {
 public:
  // By name, alias and id, whatever their case and punctuation. A name that several tools have means none,
  // but the first of those that come from one record. The drafts must outlive this.
  explicit ToolNames(const std::vector<Draft>& tools);

  // The names' ids with their details, those without any once, and without `self`; those that mean no other
  // tool go to `missing`, in quotes.
  FieldValue ids_of(const FieldValue& names, std::string_view self, std::vector<std::string>& missing) const;

 private:
  void add(std::string_view name, const Draft& tool);

  std::map<std::string, const Draft*> tools_;  // by header_key(); null where it is not clear which
};

}  // namespace martech_audit::import
