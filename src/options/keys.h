// Keys of the configuration that stand for options.
#pragma once

#include <string_view>
#include <vector>

#include "options/command.h"
#include "record/schema_writer.h"

namespace martech_audit::options {

using Schema = record::SchemaWriter<record::ByHand>;

// Those of all commands, each once.
class Keys {
 public:
  explicit Keys(const Command& root) { add(root); }

  // Null where there is none.
  const Value* find(std::string_view group, std::string_view name) const;
  std::vector<std::string_view> names(std::string_view group) const;
  std::vector<std::string_view> groups() const;  // that have a name, each once

  // A member of the object of properties, which is open, for each key of the group.
  void describe(std::string_view group, Schema& schema) const;

 private:
  void add(const Command& command);

  std::vector<const Value*> keys_;
};

}  // namespace martech_audit::options
