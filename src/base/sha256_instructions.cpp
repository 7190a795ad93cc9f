// SHA-256 by the SHA extensions of x86, which take two rounds in one instruction and keep the state as the
// words (a, b, e, f) and (c, d, g, h), highest first.
#include "base/sha256_blocks.h"

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>

#define MARTECH_AUDIT_SHA __attribute__((target("sha,ssse3")))

namespace martech_audit {
namespace {

using Window = __m128i[4];  // sixteen words of the schedule

int word(std::uint32_t value) { return static_cast<int>(value); }

std::uint32_t lane(__m128i words, std::size_t number) {
  std::array<std::uint32_t, 4> all;
  _mm_storeu_si128(reinterpret_cast<__m128i*>(all.data()), words);
  return all[number];
}

MARTECH_AUDIT_SHA __m128i big_endian_words(const char* bytes) {
  const __m128i turned = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  return _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)), turned);
}

// The four words after the window take the place of its oldest.
MARTECH_AUDIT_SHA void move_on(Window& window, std::size_t oldest) {
  const __m128i last = window[(oldest + 3) % 4];
  const __m128i nine_on = _mm_alignr_epi8(last, window[(oldest + 2) % 4], 4);
  const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(window[oldest], window[(oldest + 1) % 4]), nine_on);
  window[oldest] = _mm_sha256msg2_epu32(sum, last);
}

MARTECH_AUDIT_SHA void add_block(__m128i& abef, __m128i& cdgh, const char* block) {
  const __m128i abef_before = abef;
  const __m128i cdgh_before = cdgh;
  Window window;
  for (std::size_t i = 0; i < 4; ++i) window[i] = big_endian_words(block + 16 * i);
#pragma GCC unroll 16
  for (std::size_t i = 0; i < 16; ++i) {
    if (i >= 4) move_on(window, i % 4);
    const auto* constants = reinterpret_cast<const __m128i*>(&sha256_constants[4 * i]);
    const __m128i added = _mm_add_epi32(window[i % 4], _mm_loadu_si128(constants));
    // What two rounds make of one half is the other half of the next two.
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_unpackhi_epi64(added, added));
  }
  abef = _mm_add_epi32(abef, abef_before);
  cdgh = _mm_add_epi32(cdgh, cdgh_before);
}

}  // namespace

bool has_sha256_instructions() {
  constexpr unsigned sha_bit = 1U << 29U;  // no processor has it without SSSE3
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & sha_bit) != 0;
}

MARTECH_AUDIT_SHA void add_blocks_by_instructions(Sha256State& state, std::string_view blocks) {
  __m128i abef = _mm_set_epi32(word(state[0]), word(state[1]), word(state[4]), word(state[5]));
  __m128i cdgh = _mm_set_epi32(word(state[2]), word(state[3]), word(state[6]), word(state[7]));
  for (std::size_t at = 0; at < blocks.size(); at += sha256_block) add_block(abef, cdgh, blocks.data() + at);
  state = {lane(abef, 3), lane(abef, 2), lane(cdgh, 3), lane(cdgh, 2),
           lane(abef, 1), lane(abef, 0), lane(cdgh, 1), lane(cdgh, 0)};
}

}  // namespace martech_audit

#else

namespace martech_audit {

bool has_sha256_instructions() { return false; }
void add_blocks_by_instructions(Sha256State& state, std::string_view blocks) {
  add_blocks_portably(state, blocks);
}

}  // namespace martech_audit

#endif
