// Facts: the values of derived facts, as stages after `facts` read them.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "base/arena.h"
#include "martech_audit/record.h"
#include "martech_audit/value.h"

namespace martech_audit {

// The facts of one inventory. A view of it: the inventory must stay where it is. Copies share what was
// derived; reading changes nothing, so many threads may.
class Facts {
 public:
  class Source {
   public:
    virtual ~Source() = default;
    virtual Value read(const Record& entity, std::size_t column, Arena& memory) const = 0;
  };
  explicit Facts(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  // The fact with that number among facts_of() the entity's kind. Money is an exact decimal in the
  // organisation's currency where the fact's type says double, days are dates where it says timestamp. What
  // the value points to may be in `memory`. Capabilities in free text have facts as well.
  Value read(const Record& entity, std::size_t column, Arena& memory) const {
    return source_->read(entity, column, memory);
  }

  // The fact must exist for the entity's kind.
  Value of(const Record& entity, std::string_view fact, Arena& memory) const;

 private:
  std::shared_ptr<const Source> source_;
};

}  // namespace martech_audit
