#include "base/sha256.h"

#include "support/catch.h"

using namespace martech_audit;

TEST_CASE("SHA-256 agrees with the vectors of FIPS 180-4") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopq"
       "rst"
       "nopqrstu",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
      {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
      {"\xbd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
      {"\xc9\x8c\x8e\x55", "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"},
      // Lengths around the padding's limits.
      {std::string(55, '\0'), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"},
      {std::string(56, '\0'), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"},
      {std::string(57, '\0'), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"},
      {std::string(63, '\0'), "c7723fa1e0127975e49e62e753db53924c1bd84b8ac1ac08df78d09270f3d971"},
      {std::string(64, '\0'), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"},
      {std::string(65, '\0'), "98ce42deef51d40269d542f5314bef2c7468d401ad5d85168bfab4c0108f75f7"},
      {std::string(119, '\0'), "f616b0d54e78571a9611f343c9f8e022e859e920381ab0e4d3da01e193a7bd7e"},
      {std::string(120, '\0'), "6edd9f6f9cc92cded36e6c4a580933f9c9f1b90562b46903b806f21902a1a54f"},
      {std::string(1000, '\0'), "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"},
  };
  for (const auto& [data, digest] : cases) {
    CAPTURE(data.size());
    CHECK(sha256_hex(data) == digest);
  }
}

TEST_CASE("data may come in pieces, and the digest be asked for between them") {
  Sha256 hash;
  std::string data;
  for (std::size_t size : {0, 1, 54, 9, 64, 200, 63}) {
    data += std::string(size, static_cast<char>('a' + size % 26));
    hash.add(std::string_view(data).substr(data.size() - size));
    CHECK(hash.digest() == sha256(data));
  }
}

TEST_CASE("Bytes are spelt in lower-case digits") {
  CHECK(hex("").empty());
  CHECK(hex(std::string_view("\x00\x01\x7f\x80\xff", 5)) == "00017f80ff");
}
