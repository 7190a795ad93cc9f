// Saved reports: read back they give the same bytes; whatever is changed in them shows.
#include <algorithm>
#include <cctype>
#include <random>
#include <set>

#include "support/sample.h"
#include "unit/saved/saving.h"

namespace martech_audit {
namespace {

using namespace saving;

TEST_CASE("a report that is read back writes the same bytes in every format") {
  const AuditReport report = judged();
  std::string faults;
  const std::optional<AuditReport> again = read(saved_as(written(report)), faults);
  REQUIRE(faults == "");
  REQUIRE(again);
  for (const Reporter& reporter : all_reporters()) {
    INFO(reporter.name);
    CHECK(written(*again, reporter.name) == written(report, reporter.name));
  }
}

TEST_CASE("the figures of a report follow from its own terms") { CHECK(fault_of(written(judged())) == ""); }

// All of `expected` where all was tried; of a sample, nothing else.
void check_sampled(const std::set<std::string>& found, const std::set<std::string>& expected) {
  CHECK(std::ranges::includes(expected, found));
  if (sample_step == 1) CHECK(found == expected);
}

// Where numbers stand outside strings: begin and end.
std::vector<std::pair<std::size_t, std::size_t>> numbers_in(std::string_view json) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] == '"') {
      for (++at; json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
    } else if (std::isdigit(static_cast<unsigned char>(json[at])) != 0) {
      const std::size_t end = std::min(json.find_first_of(",]} \n", at), json.size());
      found.emplace_back(at, end);
      at = end;
    }
  }
  return found;
}

std::string with_other_digit(std::string text, std::size_t end) {
  char& digit = text[end - 1];
  digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
  return text;
}

TEST_CASE("whatever number of a report is changed, verify finds it") {
  const std::string text = written(judged());
  const auto numbers = numbers_in(text);
  REQUIRE(numbers.size() > 300);
  std::string unnoticed;
  for (std::size_t i = 0; i < numbers.size(); i += sample_step) {
    const auto& [begin, end] = numbers[i];
    if (fault_of(with_other_digit(text, end)).empty())
      unnoticed += text.substr(begin > 60 ? begin - 60 : 0, 80) + "\n";
  }
  CHECK(unnoticed == "");
}

// The last key before a place in the text.
std::string key_before(std::string_view json, std::size_t at) {
  const std::size_t end = json.rfind("\": ", at);
  const std::size_t begin = json.rfind('"', end - 1);
  return std::string(json.substr(begin + 1, end - begin - 1));
}

// The figures listed come from the inventory alone, so that `verify` needs it to judge them: "minor" is that
// of commitments; "proven" a claim that others leave nothing to; "notes" and "warnings" are those that are
// left out.
TEST_CASE("a changed number with a digest to match shows wherever the report has its terms") {
  const std::string text = written(judged());
  const auto numbers = numbers_in(text);
  std::set<std::string> unnoticed;
  for (std::size_t i = 0; i < numbers.size(); i += sample_step) {
    const auto& [begin, end] = numbers[i];
    std::string faults;
    const auto changed = read(saved_as(with_other_digit(text, end)), faults);
    if (!changed) continue;
    const std::string written_anew = written(*changed);
    if (written_anew != text && fault_of(written_anew).empty()) unnoticed.insert(key_before(text, begin));
  }
  check_sampled(unnoticed, {"column", "end_column", "level", "line", "minor", "possible_level", "priority",
                            "proven", "utilisation", "notes", "warnings"});
}

// Where values stand in a JSON text: strings with their quotes, numbers, words; keys left out.
std::vector<std::pair<std::size_t, std::size_t>> values_in(std::string_view json) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    if (json[at] == '"') {
      for (++at; json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
      ++at;
      if (json[at] != ':') found.emplace_back(begin, at);
    } else if (std::isalnum(static_cast<unsigned char>(json[at])) != 0) {
      at = std::min(json.find_first_of(",]} \n", at), json.size());
      found.emplace_back(begin, at);
    } else {
      ++at;
    }
  }
  return found;
}

// 0 and 0.00
bool is_same_number(const std::string& a, const std::string& b) {
  char *a_end = nullptr, *b_end = nullptr;
  const double x = std::strtod(a.c_str(), &a_end), y = std::strtod(b.c_str(), &b_end);
  return *a_end == '\0' && *b_end == '\0' && x == y;
}

// Values change places, so that each is of its kind somewhere and wrong where it stands.
TEST_CASE("a report whose values were mixed up is refused or found out, and harms nobody") {
  const std::string text = written(judged());
  const auto values = values_in(text);
  std::mt19937 random(7);  // NOLINT: the same mixtures in every run
  constexpr std::size_t rounds = sample_of(600);
  std::size_t changes = 0, noticed = 0;
  for (std::size_t i = 0; i < rounds; ++i) {
    const auto& [begin, end] = values[random() % values.size()];
    const auto& [from, to] = values[random() % values.size()];
    std::string mixed = text.substr(0, begin) + text.substr(from, to - from) + text.substr(end);
    if (mixed == text || is_same_number(text.substr(begin, end - begin), text.substr(from, to - from)))
      continue;
    ++changes;
    std::string faults;
    if (const auto report = read(saved_as(mixed), faults)) {
      for (const Reporter& reporter : all_reporters()) CHECK(!written(*report, reporter.name).empty());
    }
    noticed += fault_of(mixed).empty() ? 0 : 1;
  }
  CHECK(changes > rounds * 5 / 6);
  CHECK(noticed == changes);
}

// Where keys stand in a JSON text, without their quotes.
std::vector<std::pair<std::size_t, std::size_t>> keys_in(std::string_view json) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] != '"') continue;
    const std::size_t begin = ++at;
    for (; json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
    if (json[at + 1] == ':') found.emplace_back(begin, at);
  }
  return found;
}

TEST_CASE("a report that lacks any one of its keys is refused with the key named") {
  const std::string text = written(judged());
  const auto keys = keys_in(text);
  std::set<std::string> unnamed;
  for (std::size_t i = 0; i < keys.size(); i += sample_step) {
    const auto& [begin, end] = keys[i];
    const std::string key = text.substr(begin, end - begin);
    const std::string faults = fault_of(std::string(text).replace(begin, end - begin, "?"));
    if (faults.find("the report lacks '" + key + "' here") == faults.npos) unnamed.insert(key);
  }
  CHECK(keys.size() > 1000);
  // No report at all without the first; counts of findings are told by the digest.
  check_sampled(unnamed, {"$schema", "critical", "high", "info", "low", "medium", "points", "total"});
}

TEST_CASE("a report may be laid out anew") {
  std::string text = written(judged());
  std::erase(text, '\n');
  CHECK(fault_of(text) == "");
}

TEST_CASE("a changed word shows by the digest") {
  std::string text = written(judged());
  const std::size_t at = text.find("Growing");
  REQUIRE(at != text.npos);
  text.replace(at, 7, "Ageeing");
  CHECK(fault_of(text).starts_with("/digest: "));
}

TEST_CASE("faults of a saved report are named with their places") {
  const std::string text = written(judged());
  const auto first_line = [](const std::string& faults) { return faults.substr(0, faults.find('\n')); };
  const std::string no_currency = changed(text, "\"currency\": \"EUR\"", "\"currency\": \"EUX\"");
  const std::string no_date = changed(text, "\"as_of\": \"2026-11-23\"", "\"as_of\": \"2026-11-33\"");
  const std::string no_rule =
      changed(text, R"("rule": "unused-licences", "pack")", R"("rule": "nothing", "pack")");
  const std::string far_away = changed(text, "\"line\": ", "\"line\": 400000000");
  CHECK(first_line(fault_of("{}")) == "report.json:1:1: error: this is not a martech-audit report");
  CHECK(first_line(fault_of("[1]")) == "report.json:1:1: error: this is not a martech-audit report");
  CHECK(first_line(fault_of(R"({"$schema": "urn:martech-audit:report:1"})")) ==
        "report.json:1:13: error: this version reads reports with schema urn:martech-audit:report:2");
  CHECK(fault_of(R"({"$schema": "urn:martech-audit:report:2"})").find("the report lacks 'score' here") !=
        std::string::npos);
  CHECK(first_line(fault_of(no_currency)) ==
        "report.json:7:15: error: 'EUX' stands where a report has a word that this version knows");
  CHECK(first_line(fault_of(no_date)) ==
        "report.json:5:12: error: '2026-11-33' stands where a report has a date");
  CHECK(fault_of(no_rule).find("the report has no such entry") != std::string::npos);
  CHECK(!fault_of(far_away).empty());
  std::string nothing_settled = text;
  const std::size_t list = text.find("\"findings\": [", text.find("\"decisions\": [")) + 13;
  nothing_settled.erase(list, text.find(']', list) - list);
  CHECK(fault_of(nothing_settled).find("stands where a report has a decision with findings") !=
        std::string::npos);
  const std::size_t last_brace =
      text.rfind('}');  // a report that lacks no more than its last line feed is whole
  for (std::size_t cut = 0; cut <= last_brace; cut += last_brace / 50) {
    INFO(cut);
    CHECK(!fault_of(text.substr(0, cut)).empty());
  }
}

}  // namespace
}  // namespace martech_audit
