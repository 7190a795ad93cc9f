// A document as JSON text, with one change: what an inventory would be if it said something else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace martech_audit {

// Keys and numbers of items on the way down from the root. What is missing on the way is made; "-" at the end
// adds an item to a list.
struct Change {
  std::vector<std::string> steps;
  std::string json;  // the value to write
};

// Reads as the document does. Nothing where the steps lead through text or beyond a list. A change without
// steps changes nothing.
std::optional<std::string> json_copy(const Document& document, const Change& change);

}  // namespace martech_audit
