// SHA-256 (FIPS 180-4), for fingerprints and the identity of inputs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace martech_audit {

// Of data that comes in pieces.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view data);
  std::string digest() const;  // 32 octets, of what was added so far

 private:
  std::array<std::uint32_t, 8> state_;
  std::string rest_;  // less than a block
  std::uint64_t size_ = 0;
};

std::string sha256(std::string_view data);      // 32 octets
std::string hex(std::string_view bytes);        // lower-case digits
std::string sha256_hex(std::string_view data);  // 64 lower-case digits

}  // namespace martech_audit
