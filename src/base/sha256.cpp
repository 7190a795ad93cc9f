#include "base/sha256.h"

#include <cstdint>

namespace martech_audit {

Sha256::Sha256() { sha256_init(&state_); }

void Sha256::add(std::string_view data) {
  sha256_update(&state_, data.size(), reinterpret_cast<const std::uint8_t*>(data.data()));
}

std::string Sha256::digest() const {
  sha256_ctx state = state_;  // which giving the digest resets
  std::string digest(SHA256_DIGEST_SIZE, '\0');
  sha256_digest(&state, digest.size(), reinterpret_cast<std::uint8_t*>(digest.data()));
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
