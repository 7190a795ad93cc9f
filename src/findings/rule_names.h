// Looks rules up by the names people may call them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "martech_audit/rule.h"

namespace martech_audit {

// Holds views into both lists.
class RuleNames {
 public:
  RuleNames(std::span<const Rule> rules, std::span<const std::string> switched_off);

  // The index of the rule in force of that id, or that had it formerly.
  std::optional<std::uint32_t> find(std::string_view id) const;
  bool is_off(std::string_view id) const;

  // A hint for an id that is neither.
  std::string suggest(std::string_view id) const;

 private:
  std::span<const Rule> rules_;
  std::unordered_set<std::string_view> switched_off_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

}  // namespace martech_audit
