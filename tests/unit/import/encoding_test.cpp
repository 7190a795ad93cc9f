#include "import/encoding.h"

#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using namespace std::string_literals;

namespace {

std::string decoded(std::string bytes, std::optional<Encoding> asked = {}) {
  const auto source = std::make_shared<const Source>("sheet.csv", std::move(bytes));
  Diagnostics diagnostics;
  const auto result = decode(source, asked, diagnostics);
  if (!result) return render(diagnostics);
  CHECK(diagnostics.all().empty());
  if (result->source == source) return "as it is";
  return std::string(result->source->text()) + (result->assumption.empty() ? "" : " [assumed]");
}

}  // namespace

TEST_CASE("text is told by its bytes") {
  CHECK(decoded("Müller") == "as it is");
  CHECK(decoded("\xFF\xFEM\0\xFC\0"s) == "Mü");
  CHECK(decoded("\xFE\xFF\0M\0\xFC"s) == "Mü");
  CHECK(decoded("a\0,\0b\0"s) == "a,b");
  CHECK(decoded("\0a\0,\0b"s) == "a,b");
  CHECK(decoded("\xFF\xFE\x3D\xD8\x00\xDE"s) == "😀");
  CHECK(decoded("M\xFCller") == "Müller [assumed]");
  CHECK(decoded("5 \x80 \x93oder\x94 mehr\r\n") == "5 € “oder” mehr\r\n [assumed]");
}

TEST_CASE("what is in no encoding that is known comes back as it is") {
  CHECK(decoded("M\xFCller\x81") == "as it is");
  CHECK(decoded("M\xFC\x01") == "as it is");
  CHECK(decoded("PK\x03\x04\xFC") == "as it is");
  CHECK(decoded("\xFF\xFE\0\0M\0\0\0"s) == "as it is");
  CHECK(decoded("") == "as it is");
}

TEST_CASE("an encoding that people name is the one") {
  CHECK(decoded("M\xC3\xBCller", Encoding::windows_1252) == "MÃ¼ller");
  CHECK(decoded("a\0"s, Encoding::utf_16_le) == "a");
  CHECK(decoded("M\xFCller", Encoding::utf_8) ==
        "sheet.csv:1:2: error: this byte is not UTF-8\n"
        "    1 | M\\xfcller\n"
        "      |  ^~~~\n"
        "      hint: leave out --encoding, or name the one in which the file was saved\n");
  CHECK(decoded("\x81", Encoding::windows_1252)
            .starts_with("sheet.csv:1:1: error: this byte is not Windows-1252\n"));
}

TEST_CASE("UTF-16 that is cut off or has half a pair is an error") {
  const std::string error = "error: this byte is not UTF-16 (little-endian)\n";
  CHECK(decoded("\xFF\xFE"
                "a\0b"s)
            .starts_with("sheet.csv:1:5: " + error));
  CHECK(decoded("\xFF\xFE\x3D\xD8"s).starts_with("sheet.csv:1:3: " + error));
  CHECK(decoded("\xFF\xFE\x3D\xD8"
                "a\0"s)
            .starts_with("sheet.csv:1:3: " + error));
  CHECK(decoded("\xFF\xFE\x00\xDE"s).starts_with("sheet.csv:1:3: " + error));
}
