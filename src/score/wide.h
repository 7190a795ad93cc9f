// Integers wide enough for the score's products.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace martech_audit::score {

__extension__ using Wide = unsigned __int128;

// Nearest double; relative error below 2^-51.
inline double to_double(Wide value) {
  return static_cast<double>(static_cast<std::uint64_t>(value >> 64U)) * 0x1p64 +
         static_cast<double>(static_cast<std::uint64_t>(value));
}

inline unsigned bit_width(Wide value) {
  const auto high = static_cast<std::uint64_t>(value >> 64U);
  const auto low = static_cast<std::uint64_t>(value);
  return static_cast<unsigned>(high != 0 ? 64 + std::bit_width(high) : std::bit_width(low));
}

// How many bits `width` is above the limit: so many to leave out of numbers whose products would not fit.
inline unsigned excess(unsigned width, unsigned limit) { return width > limit ? width - limit : 0; }

inline std::int64_t saturate(Wide value) {
  constexpr Wide most = static_cast<Wide>(std::numeric_limits<std::int64_t>::max());
  return static_cast<std::int64_t>(value > most ? most : value);
}

}  // namespace martech_audit::score
