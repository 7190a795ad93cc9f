// The keys of a configuration that stand for options of the command line.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace martech_audit::config {

enum class KeyKind : std::uint8_t { word, date, number, count, flag, path, paths, words };

struct Key {
  std::string_view group;   // "gate", or empty
  std::string_view name;    // in its group
  std::string_view option;  // without dashes
  KeyKind kind;
  std::string_view summary;
};

std::span<const Key> keys();

}  // namespace martech_audit::config
