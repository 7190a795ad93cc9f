// Keys of the configuration that stand for options.
#pragma once

#include <string_view>
#include <vector>

#include "options/command.h"
#include "record/json_writer.h"

namespace martech_audit::options {

// Those of all commands, each once.
class Keys {
 public:
  explicit Keys(const Command& root) { add(root); }

  // Null where there is none.
  const Value* find(std::string_view group, std::string_view name) const;
  std::vector<std::string_view> names(std::string_view group) const;

  // A member of the object of `properties` for each key of the group: JSON Schema 2020-12.
  void write_schema(std::string_view group, record::JsonWriter& json) const;

 private:
  void add(const Command& command);

  std::vector<const Value*> keys_;
};

}  // namespace martech_audit::options
