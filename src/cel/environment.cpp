#include <algorithm>

#include "cel/cel.h"

namespace martech_audit::cel {

std::uint32_t Environment::declare(std::string_view name, Type type) {
  const auto next = static_cast<std::uint32_t>(variables_.size());
  const auto [entry, added] = variable_index_.emplace(std::string(name), next);
  if (added) {
    variables_.push_back({std::string(name), type});
  } else {
    variables_[entry->second].type = type;
  }
  return entry->second;
}

StructType& Environment::add_struct(std::string name, std::uint16_t shape) {
  StructType& added = structs_.emplace_back();
  added.name = std::move(name);
  added.shape = shape;
  if (shape >= struct_of_shape_.size()) struct_of_shape_.resize(std::size_t{shape} + 1);
  struct_of_shape_[shape] = &added;
  return added;
}

void Environment::add_function(const Function& function) { functions_.push_back(function); }

std::optional<std::uint32_t> Environment::find_variable(std::string_view name) const {
  const auto found = variable_index_.find(std::string(name));
  if (found == variable_index_.end()) return std::nullopt;
  return found->second;
}

const StructType* Environment::find_struct(std::uint16_t shape) const {
  return shape < struct_of_shape_.size() ? struct_of_shape_[shape] : nullptr;
}

const Function* Environment::find_function(std::string_view name) const {
  for (const Function& function : functions_) {
    if (function.name == name) return &function;
  }
  const std::span<const Function* const> all = all_functions();
  const auto found =
      std::lower_bound(all.begin(), all.end(), name,
                       [](const Function* f, std::string_view wanted) { return f->name < wanted; });
  return found != all.end() && (*found)->name == name ? *found : nullptr;
}

}  // namespace martech_audit::cel
