// Values: the options that a command takes, what was said of each, and by whom.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "martech_audit/source.h"
#include "options/option.h"

namespace martech_audit::options {

enum class Origin : std::uint8_t { built_in, line, environment, configuration };

class Value {
 public:
  // Both must outlive it.
  Value(const Option& option, Target target);

  const Option& option() const { return *option_; }
  bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target_); }

  bool is_given() const { return origin_ != Origin::built_in; }
  Origin origin() const { return origin_; }
  const Location& where() const { return where_; }  // in the configuration
  const std::vector<std::string>& texts() const { return texts_; }
  const std::string& standard() const { return standard_; }  // where it is not given; may be empty

  // Texts without faults (fault_of), one unless it is a list; a list gets them beside what it has.
  void give(const std::vector<std::string>& texts, Origin origin, const Location& where = {});

 private:
  const Option* option_;
  Target target_;
  std::vector<std::string> texts_;
  std::string standard_;
  Origin origin_ = Origin::built_in;
  Location where_;
};

class Values {
 public:
  template <class Owner>
  void add(std::span<const Row<Owner>> rows, Owner& owner) {
    for (const Row<Owner>& row : rows)
      std::visit([&](auto member) { values_.emplace_back(row.option, &(owner.*member)); }, row.member);
  }

  std::vector<Value>::iterator begin() { return values_.begin(); }
  std::vector<Value>::iterator end() { return values_.end(); }
  std::vector<Value>::const_iterator begin() const { return values_.begin(); }
  std::vector<Value>::const_iterator end() const { return values_.end(); }

  // By its name without dashes; null where the command takes no such option.
  Value* find(std::string_view name);
  const Value* find(std::string_view name) const;

 private:
  std::vector<Value> values_;
};

// "MARTECH_AUDIT_FAIL_ON" for "fail-on".
std::string variable_of(std::string_view option);

// Options that nothing has given yet get what their variables say; one that may be repeated gets one value.
// What is wrong with the first that has a fault, in a clause; empty where none has.
std::string take_environment(Values& values);

}  // namespace martech_audit::options
