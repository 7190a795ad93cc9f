// What an inventory may hold, for editors and for people. Both are made from the field table alone.
#pragma once

#include <string>

namespace martech_audit {

// JSON Schema 2020-12, ends with a newline. Everything that the reader takes without an error is valid, but
// the rules that reach across fields (links, order, currencies) are beyond it.
std::string inventory_schema();

// The reference page, Markdown.
std::string inventory_reference();

}  // namespace martech_audit
