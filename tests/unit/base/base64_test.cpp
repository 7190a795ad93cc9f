#include "base/base64.h"

#include "support/catch.h"

using namespace martech_audit;

TEST_CASE("base64 agrees with the vectors of RFC 4648, and is read with padding or without") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {"\xFB\xFF\xBE", "+/++"},
  };
  for (const auto& [octets, text] : cases) {
    CAPTURE(text);
    CHECK(base64(octets) == text);
    CHECK(from_base64(text) == octets);
    CHECK(from_base64(text.substr(0, text.find('='))) == octets);
  }
}

TEST_CASE("what is not base64 is nothing") {
  for (const char* text : {"Z", "Zg=", "Zg===", "Z===", "Zm 9v", "Zm9v\n", "Zm-_", "=", "Zg==Zg=="}) {
    CAPTURE(text);
    CHECK(from_base64(text) == std::nullopt);
  }
}
