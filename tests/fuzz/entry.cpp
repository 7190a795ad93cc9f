#include <cstdint>

#include "fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  martech_audit::fuzz::check_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
