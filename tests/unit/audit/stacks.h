// Believable inventories from a seed, for properties that must hold of all of them.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit::test {

using Json = nlohmann::json;

// The same numbers everywhere: the distributions of the standard library may differ.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  // 0 up to `sides` - 1.
  std::size_t roll(std::size_t sides) { return engine_() % sides; }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(roll(static_cast<std::size_t>(most - least + 1)));
  }
  bool chance(std::size_t percent) { return roll(100) < percent; }
  template <class Items>
  auto one_of(const Items& items) {
    return items[roll(items.size())];
  }
  // A number of its own for what comes out of this one.
  std::uint32_t fork() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

// An inventory as JSON, valid and free of warnings about contradictions: up to `most_tools` tools, every
// block and list there or not.
Json make_stack(std::uint32_t seed, std::size_t most_tools);

// The lists of entities in another order; nothing else changed.
Json shuffled(const Json& stack, std::uint32_t seed);

// Both the inventory and a copy of it in which everything has another id.
Json doubled(const Json& stack);

}  // namespace martech_audit::test
