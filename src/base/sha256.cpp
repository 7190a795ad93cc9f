#include "base/sha256.h"

#include <bit>

namespace martech_audit {
namespace {

using Words = std::array<std::uint32_t, 8>;

constexpr std::size_t block_size = 64;

// The first 32 bits of the fractions of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// Likewise the square roots of the first 8.
constexpr Words initial_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

std::uint32_t big_endian_word(const char* bytes) {
  const auto octet = [bytes](int i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
  return octet(0) << 24U | octet(1) << 16U | octet(2) << 8U | octet(3);
}

// One round. The caller passes the words turned by one place each time, so that none has to move.
inline void turn(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e,
                 std::uint32_t f, std::uint32_t g, std::uint32_t& h, std::uint32_t added) {
  const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
  const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
  const std::uint32_t t = h + s1 + (g ^ (e & (f ^ g))) + added;
  d += t;
  h = t + s0 + ((a & b) | (c & (a | b)));
}

// The schedule as a window of sixteen words: the next one goes where the oldest was.
inline std::uint32_t next_word(std::array<std::uint32_t, 16>& window, std::size_t i) {
  const std::uint32_t a = window[(i + 1) % 16];
  const std::uint32_t b = window[(i + 14) % 16];
  const std::uint32_t s0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U);
  const std::uint32_t s1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U);
  return window[i % 16] += s0 + window[(i + 9) % 16] + s1;
}

void add_block(Words& state, const char* block) {
  std::array<std::uint32_t, 16> window;
  for (std::size_t i = 0; i < window.size(); ++i) window[i] = big_endian_word(block + i * 4);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < round_constants.size(); i += 8) {
    const auto added = [&](std::size_t n) {
      return round_constants[i + n] + (i < window.size() ? window[i + n] : next_word(window, i + n));
    };
    turn(a, b, c, d, e, f, g, h, added(0));
    turn(h, a, b, c, d, e, f, g, added(1));
    turn(g, h, a, b, c, d, e, f, added(2));
    turn(f, g, h, a, b, c, d, e, added(3));
    turn(e, f, g, h, a, b, c, d, added(4));
    turn(d, e, f, g, h, a, b, c, added(5));
    turn(c, d, e, f, g, h, a, b, added(6));
    turn(b, c, d, e, f, g, h, a, added(7));
  }
  const Words added{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

// What remains of the data, a one bit, zeros, and the length in bits, in whole blocks.
std::string padded(std::string_view rest, std::size_t total) {
  std::string tail(rest);
  tail += '\x80';
  while (tail.size() % block_size != block_size - 8) tail += '\0';
  const std::uint64_t bits = std::uint64_t{total} * 8;
  for (unsigned shift = 64; shift > 0;) {
    shift -= 8;
    tail += static_cast<char>(static_cast<unsigned char>((bits >> shift) & 0xFFU));
  }
  return tail;
}

void add_blocks(Words& state, std::string_view data) {
  for (std::size_t at = 0; at + block_size <= data.size(); at += block_size) {
    add_block(state, data.data() + at);
  }
}

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view data) {
  Words state = initial_state;
  add_blocks(state, data);
  add_blocks(state, padded(data.substr(data.size() - data.size() % block_size), data.size()));
  std::array<std::uint8_t, 32> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto octet = static_cast<unsigned char>(c);
    out += digits[octet >> 4U];
    out += digits[octet & 0xFU];
  }
  return out;
}

std::string sha256_hex(std::string_view data) {
  const auto digest = sha256(data);
  return hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace martech_audit
