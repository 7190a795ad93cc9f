#include "base/sha256.h"

#include <algorithm>
#include <bit>

#include "base/sha256_blocks.h"

namespace martech_audit {
namespace {

// The first 32 bits of the fractions of the square roots of the first 8 primes.
constexpr Sha256State initial_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
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

void add_block(Sha256State& state, const char* block) {
  std::array<std::uint32_t, 16> window;
  for (std::size_t i = 0; i < window.size(); ++i) window[i] = big_endian_word(block + i * 4);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < sha256_constants.size(); i += 8) {
    const auto added = [&](std::size_t n) {
      return sha256_constants[i + n] + (i < window.size() ? window[i + n] : next_word(window, i + n));
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
  const Sha256State added{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

// What remains of the data, a one bit, zeros, and the length in bits, in whole blocks.
std::string padded(std::string_view rest, std::uint64_t total) {
  std::string tail(rest);
  tail += '\x80';
  while (tail.size() % sha256_block != sha256_block - 8) tail += '\0';
  const std::uint64_t bits = total * 8;
  for (unsigned shift = 64; shift > 0;) {
    shift -= 8;
    tail += static_cast<char>(static_cast<unsigned char>((bits >> shift) & 0xFFU));
  }
  return tail;
}

void add_blocks(Sha256State& state, std::string_view blocks) {
  static const auto add = has_sha256_instructions() ? add_blocks_by_instructions : add_blocks_portably;
  add(state, blocks);
}

}  // namespace

void add_blocks_portably(Sha256State& state, std::string_view blocks) {
  for (std::size_t at = 0; at < blocks.size(); at += sha256_block) add_block(state, blocks.data() + at);
}

Sha256::Sha256() : state_(initial_state) {}

void Sha256::add(std::string_view data) {
  size_ += data.size();
  if (!rest_.empty()) {
    const std::size_t taken = std::min(data.size(), sha256_block - rest_.size());
    rest_ += data.substr(0, taken);
    data.remove_prefix(taken);
    if (rest_.size() < sha256_block) return;
    add_blocks(state_, rest_);
  }
  const std::size_t whole = data.size() - data.size() % sha256_block;
  add_blocks(state_, data.substr(0, whole));
  rest_ = data.substr(whole);
}

std::string Sha256::digest() const {
  Sha256State state = state_;
  add_blocks(state, padded(rest_, size_));
  std::string digest;
  for (const std::uint32_t word : state) {
    for (unsigned shift = 32; shift > 0;) digest += static_cast<char>(word >> (shift -= 8) & 0xFFU);
  }
  return digest;
}

std::string sha256(std::string_view data) {
  Sha256 hash;
  hash.add(data);
  return hash.digest();
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto octet = static_cast<unsigned char>(bytes[i]);
    out[2 * i] = digits[octet >> 4U];
    out[2 * i + 1] = digits[octet & 0xFU];
  }
  return out;
}

std::string sha256_hex(std::string_view data) { return hex(sha256(data)); }

}  // namespace martech_audit
