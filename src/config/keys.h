// The keys of a configuration that stand for options of the command line.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace martech_audit::config {

enum class KeyKind : std::uint8_t { word, date, number, count, flag, path, paths, words };

// What a value must be so that it makes the gate stricter than another one: all that a configuration may say
// against a policy.
enum class Stricter : std::uint8_t {
  never,           // it decides what is judged, and how
  lower_number,    // or there was none
  lower_severity,  // of those that fail the gate
  on,
  added,       // to what the policy says: waivers, which are listed wherever they come from
  irrelevant,  // it does not touch the verdict
};

struct Key {
  std::string_view group;   // "gate", or empty
  std::string_view name;    // in its group
  std::string_view option;  // without dashes
  KeyKind kind;
  Stricter stricter;
  std::string_view summary;
};

std::span<const Key> keys();

// The key called "gate.fail_on"; null where there is none.
const Key* key_named(std::string_view name);

// Whether `value` makes the gate at least as strict as `other` does; both as the key takes them.
bool is_as_strict(const Key& key, std::string_view value, std::string_view other);

}  // namespace martech_audit::config
