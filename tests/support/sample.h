// How much of a long test is done: the whole, or under the sanitizers every sixth part of it. They take ten
// times as long, and look for faults of the code, which fewer inputs show as well.
#pragma once

#include <cstddef>

namespace martech_audit {

#ifdef MARTECH_AUDIT_SANITIZED
constexpr std::size_t sample_step = 6;
#else
constexpr std::size_t sample_step = 1;
#endif

// Of so many rounds, those that are done; 3 at least, where there are as many.
constexpr std::size_t sample_of(std::size_t rounds) {
  const std::size_t some = rounds / sample_step;
  return some < 3 && rounds >= 3 ? 3 : some;
}

}  // namespace martech_audit
