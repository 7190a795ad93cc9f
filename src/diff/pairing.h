// Which entity of an inventory is which of another one, tools under a new name included.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diff/canonical.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

class Pairing {
 public:
  // Both must outlive the pairing.
  Pairing(const Inventory& before, const Inventory& after);

  // What an entity of before is now, and what one of now was; null where it was not there.
  const Record* now(EntityKind kind, std::string_view id) const;
  const Record* then(EntityKind kind, const Record& now) const;

  // Whether an id of before is among the texts of now, a new id of the tool included.
  template <class Texts>
  bool is_among(const Texts& texts, const std::string& was) const {
    if (texts.contains(was)) return true;
    const auto renamed = renamed_.find(was);
    return renamed != renamed_.end() && texts.contains(std::string(text_at(*renamed->second, "id")));
  }

  const FormerIds& former() const { return former_; }

 private:
  void find_former_id(const Record& tool);

  const Inventory& before_;
  const Inventory& after_;
  std::map<std::string_view, const Record*> renamed_;  // by the ids that they had
  FormerIds former_;
};

}  // namespace martech_audit
