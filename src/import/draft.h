// Draft: one entry of the inventory to be written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/cell_reader.h"
#include "import/mapping.h"
#include "martech_audit/source.h"

namespace martech_audit::import {

struct Draft {
  std::map<std::string, FieldValue, std::less<>> fields;       // by path
  std::map<std::size_t, std::pair<std::string, Scalar>> kept;  // x-… by the column's place
  Location where;
  std::size_t row = 0;
  std::string suggestion = {};  // a comment: what the catalogue knows of it

  bool has(std::string_view path) const { return fields.find(path) != fields.end(); }
  // The first item's text; empty where the field is not given.
  std::string_view text(std::string_view path) const;
  // In place of what is there.
  void set(std::string path, std::string text, bool plain = false);
};

// Gives tools ids made from their names, unique by -2, -3, …
void give_ids(std::vector<Draft>& drafts);

// Says of each refund where in the list it stands, where the list says nothing of it.
void explain_refunds(std::vector<Draft>& drafts);

// Fills the fields of `defaults` that the draft does not have; what is said of a cost or of a number of
// active users only where there is one.
void apply_defaults(Draft& draft, const Mapping& mapping, std::optional<DateOrder> order);

}  // namespace martech_audit::import
