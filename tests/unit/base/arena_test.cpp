#include "base/arena.h"

#include <algorithm>
#include <string>

#include "support/catch.h"

using namespace martech_audit;

TEST_CASE("Memory of an arena is aligned and its own") {
  Arena arena(64);
  for (int round = 0; round < 100; ++round) {
    const auto bytes = arena.make<char>(static_cast<std::size_t>(round % 7));
    std::fill(bytes.begin(), bytes.end(), 'x');
    const double* number = arena.copy(1.5 * round);
    CHECK(reinterpret_cast<std::uintptr_t>(number) % alignof(double) == 0);
    const auto more = arena.make<std::uint64_t>(round % 10 == 0 ? 1000 : 1);
    std::fill(more.begin(), more.end(), ~std::uint64_t{0});
    CHECK(*number == 1.5 * round);
  }
}

TEST_CASE("Copies outlive what they were copied from") {
  Arena arena;
  std::string_view kept;
  {
    const std::string gone(10000, 'k');
    kept = arena.copy(std::string_view(gone));
  }
  CHECK(kept == std::string(10000, 'k'));
  CHECK(arena.copy(std::string_view()).empty());
  CHECK(arena.copy(std::span<const int>()).empty());
}

TEST_CASE("A reset arena reuses its last block") {
  Arena arena(1024);
  for (int i = 0; i < 100; ++i) arena.make<char>(100);
  arena.reset();
  const std::size_t kept = arena.bytes();
  CHECK(kept >= 1024);
  for (int i = 0; i < 5; ++i) arena.make<char>(100);
  CHECK(arena.bytes() == kept);
}

TEST_CASE("A moved arena takes its memory along") {
  Arena first;
  const std::string_view text = first.copy(std::string_view("kept"));
  Arena second = std::move(first);
  first.copy(std::string_view("other"));  // NOLINT(bugprone-use-after-move): an empty arena still works
  CHECK(second.copy(std::string_view("next")).data() == text.data() + 4);
  CHECK(text == "kept");
}
