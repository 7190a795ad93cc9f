// SHA-256 (FIPS 180-4), for fingerprints and the identity of inputs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace martech_audit {

std::array<std::uint8_t, 32> sha256(std::string_view data);
std::string hex(std::string_view bytes);
std::string sha256_hex(std::string_view data);  // 64 lower-case digits

}  // namespace martech_audit
