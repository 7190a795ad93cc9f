#include <sys/wait.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "martech_audit/reporter.h"
#include "record/json_writer.h"
#include "report/json_schema.h"
#include "sample_reports.h"
#include "support/catch.h"
#include "support/skip.h"

namespace martech_audit {
namespace {

using nlohmann::json;

std::string written(const AuditReport& report) {
  std::string text;
  find_reporter("json")->write(report, {}, [&](std::string_view piece) { text += piece; });
  return text;
}

// What `write` writes as an element of an array.
template <class Write>
std::string element(Write write) {
  std::string text;
  const Sink sink = [&](std::string_view piece) { text += piece; };
  record::JsonWriter writer(sink);
  writer.begin_array();
  write(writer);
  writer.end_array();
  writer.finish();
  return text.substr(1, text.size() - 3);
}

std::string billionths(std::int64_t number) {
  return element([&](record::JsonWriter& writer) { writer.billionths(number); });
}

std::string quoted(std::string_view text) {
  std::string out;
  record::append_json_string(out, text);
  return out;
}

TEST_CASE("points are written to the last billionth") {
  CHECK(billionths(0) == "0");
  CHECK(billionths(1) == "0.000000001");
  CHECK(billionths(12'345'678'901) == "12.345678901");
  CHECK(billionths(100'000'000'000) == "100");
  CHECK(billionths(500'000'000) == "0.5");
  CHECK(billionths(-1'500'000'000) == "-1.5");
  CHECK(billionths(std::numeric_limits<std::int64_t>::min()) == "-9223372036.854775808");
}

TEST_CASE("reals read back as themselves") {
  CHECK(element([](record::JsonWriter& writer) { writer.real(0.1); }) == "0.1");
  CHECK(element([](record::JsonWriter& writer) { writer.real(1.0 / 3.0); }) == "0.3333333333333333");
  CHECK(element([](record::JsonWriter& writer) { writer.real(std::nan("")); }) == "null");
}

TEST_CASE("strings hide nothing and break nothing") {
  CHECK(quoted("plain") == R"("plain")");
  CHECK(quoted("a\"b\\c\n\t\r\x01\x7f") == R"("a\"b\\c\n\t\r\u0001\u007f")");
  CHECK(quoted("T\xc3\xb3ky\xc5\x8d \xe6\x9d\xb1 \xf0\x9f\x9a\x80") ==
        "\"T\xc3\xb3ky\xc5\x8d \xe6\x9d\xb1 \xf0\x9f\x9a\x80\"");
  CHECK(quoted("\xe2\x80\xaegnp") == R"("\u202egnp")");
  CHECK(quoted("\xf3\xa0\x81\x81") == R"("\udb40\udc41")");
  CHECK(quoted("bro\xffken") == R"("bro\ufffdken")");
  CHECK(json::parse(quoted(std::string_view("N\0L", 3))).get<std::string>() == std::string("N\0L", 3));
}

std::int64_t exact(const json& points) { return std::llround(points.get<double>() * 1e9); }

std::int64_t sum(const json& items, const char* key) {
  std::int64_t total = 0;
  for (const json& item : items) total += exact(item.at(key));
  return total;
}

TEST_CASE("the score can be added up again from the report alone") {
  for (const test::SampleReport& sample : test::sample_reports()) {
    INFO(sample.name);
    const json report = json::parse(written(sample.make()));
    const json& score = report.at("score");
    CHECK(sum(report.at("findings"), "points") + sum(report.at("waived"), "points") ==
          exact(score.at("proven")));
    CHECK(sum(report.at("evidence_missing"), "points") == exact(score.at("unproven")));
    CHECK(exact(score.at("proven")) + exact(score.at("unproven")) == exact(score.at("gap")));
    CHECK(sum(score.at("rules"), "proven") == exact(score.at("proven")));
    CHECK(sum(score.at("dimensions"), "unproven") == exact(score.at("unproven")));
    CHECK(sum(score.at("rules"), "exposure") == exact(score.at("exposure")));
    CHECK(sum(report.at("decisions"), "points") == sum(report.at("findings"), "points"));
  }
}

TEST_CASE("a report is streamed") {
  AuditReport report = test::retailer_report();
  while (report.findings.size() < 20'000) report.findings.push_back(report.findings.front());
  std::size_t pieces = 0;
  std::size_t largest = 0;
  find_reporter("json")->write(report, {}, [&](std::string_view piece) {
    ++pieces;
    largest = std::max(largest, piece.size());
  });
  CHECK(pieces > 100);
  CHECK(largest < 128U * 1024U);
}

TEST_CASE("a snippet of megabytes is left out") {
  AuditReport report = test::retailer_report();
  const std::string line(5'000'000, 'x');
  for (Finding& finding : report.findings) finding.place.snippet = line;
  CHECK(written(report).size() < 100'000);
}

// A directory of its own, gone at the end.
class Scratch {
 public:
  Scratch()
      : path_(std::filesystem::temp_directory_path() /
              ("martech-audit-report-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(path_); }

  std::string write(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

// 0 valid, 1 not valid, anything else: cannot be told here.
int validate(const std::string& schema, const std::string& document) {
  const std::string command = "/usr/bin/python3 '" MARTECH_AUDIT_SOURCE_DIR
                              "/tests/support/validate_json.py' '" +
                              schema + "' '" + document + "'";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("every report is valid under the schema, and nothing else is") {
  const Scratch scratch;
  const std::string schema = scratch.write("schema.json", report_schema());
  for (const test::SampleReport& sample : test::sample_reports()) {
    const std::string text = written(sample.make());
    const int valid = validate(schema, scratch.write(std::string(sample.name) + ".json", text));
    if (valid != 0 && valid != 1) return tests::skip("python3-jsonschema");
    INFO(sample.name);
    CHECK(valid == 0);
  }
  json report = json::parse(written(test::retailer_report()));
  json more = report;
  more["findings"][0]["colour"] = "red";
  CHECK(validate(schema, scratch.write("more.json", more.dump())) == 1);
  json less = report;
  less["tools"][0].erase("owner");
  CHECK(validate(schema, scratch.write("less.json", less.dump())) == 1);
}

}  // namespace
}  // namespace martech_audit
