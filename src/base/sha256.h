// SHA-256 (FIPS 180-4), for fingerprints and the identity of inputs.
#pragma once

#include <nettle/sha2.h>

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
  sha256_ctx state_;
};

std::string sha256(std::string_view data);      // 32 octets
std::string hex(std::string_view bytes);        // lower-case digits
std::string sha256_hex(std::string_view data);  // 64 lower-case digits

}  // namespace martech_audit
