// Which entity of an inventory is which of another one, tools under a new name included.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "diff/canonical.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

class Pairing {
 public:
  // Both must outlive the pairing.
  Pairing(const Inventory& before, const Inventory& after);

  const Inventory& before() const { return before_; }
  const Inventory& after() const { return after_; }

  // What an entity of before is now, and what one of now was; null where it was not there.
  const Record* now(EntityKind kind, std::string_view id) const;
  const Record* then(EntityKind kind, const Record& now) const;

  // The id under which an entity of before stands now; its own where it has no other.
  std::string_view id_now(EntityKind kind, std::string_view was) const;

  // Whether an id of before is among the texts of now, a new id of the tool included.
  template <class Texts>
  bool is_among(const Texts& texts, const std::string& was) const {
    return texts.contains(was) || texts.contains(std::string(id_now(EntityKind::tool, was)));
  }

  // Whether an entity says the same in both, in what rules go by. Of what has no id nothing is known: false.
  bool is_unchanged(EntityKind kind, std::string_view was) const;

  const FormerIds& former() const { return former_; }

 private:
  void find_former_id(const Record& tool);
  void find_former_id_of_ends(const Record& integration);
  void rename(EntityKind kind, std::string_view was, const Record& now);

  const Inventory& before_;
  const Inventory& after_;
  std::map<std::pair<EntityKind, std::string_view>, const Record*> renamed_;  // by the ids that they had
  FormerIds former_;
};

}  // namespace martech_audit
