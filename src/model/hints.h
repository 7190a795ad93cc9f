// Messages about keys and ids that the model does not have, and what was probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "martech_audit/inventory.h"

namespace martech_audit::model {

// "a tool has no field 'onwer'", "'seats' has no field 'bougt'"
std::string unknown_key_message(std::string_view key, const Shape& shape);

// Where the key belongs ("'purchased' belongs under 'seats'"), how the model calls it, or what it resembles.
// `whole` is the entity around `shape`, or `shape` itself.
std::string unknown_key_hint(std::string_view key, const Shape& shape, const Shape& whole);

// "this tool has no 'id' and 'name', which are required"; "add 'id: …' and 'name: …'"
std::string missing_message(std::span<const std::string_view> fields, const Shape& shape);
std::string missing_hint(std::span<const std::string_view> fields);

}  // namespace martech_audit::model
