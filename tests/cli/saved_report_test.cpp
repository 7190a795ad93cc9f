// `convert` and `verify` as users meet them.
#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::saved_report {
namespace {

const std::string retailer = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/retailer/inventory.yaml";

class Saved {
 public:
  Saved() {
    const Run run =
        martech_audit({"scan", retailer, "--as-of", "2026-11-23", "--exit-zero", "--disable", "shiny-object",
                       "--param", "contracts.lead_days=80", "--output", "json=" + folder_.file("r.json")});
    REQUIRE(run.exit_code == 0);
  }
  Run run(std::vector<std::string> arguments) const {
    return martech_audit({.arguments = std::move(arguments), .folder = folder_.path()});
  }
  std::string text() const { return read_text(folder_.file("r.json")); }
  std::string write(const std::string& name, const std::string& text) const {
    return folder_.write(name, text);
  }

 private:
  TemporaryFolder folder_;
};

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.rfind(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("verify says that figures hold, by the report alone and by the inventory") {
  const Saved saved;
  const Run alone = saved.run({"verify", "r.json"});
  CHECK(alone.exit_code == 0);
  CHECK(alone.out.starts_with("r.json: all figures verified: gap 34"));
  const Run anew = saved.run({"verify", "r.json", retailer});
  CHECK(anew.exit_code == 0);
  CHECK(anew.out.ends_with("; auditing the inventory again gives the same report\n"));
  CHECK(anew.err == "");
}

TEST_CASE("verify names what does not hold") {
  const Saved saved;
  saved.write("t.json", changed(saved.text(), "\"annual_cost\": {\"minor\": 3312000",
                                "\"annual_cost\": {\"minor\": 3312001"));
  const Run tampered = saved.run({"verify", "t.json"});
  CHECK(tampered.exit_code == 1);
  CHECK(tampered.out.starts_with("t.json: /score/gap is "));
  saved.write("s.json", changed(saved.text(), "\"total_cost\": {\"minor\": 107333840",
                                "\"total_cost\": {\"minor\": 107333841"));
  CHECK(saved.run({"verify", "s.json"}).out ==
        "s.json: /summary/money/total_cost/minor is 107333841; recomputed: 107333840\n");
  saved.write("w.json",
              changed(saved.text(), "Tool has no accountable owner", "Tool has an accountable boss"));
  CHECK(saved.run({"verify", "w.json"}).out ==
        "w.json: the digest does not match: the report was changed after it was written\n");
  saved.write("other.yaml", read_text(retailer) + "# later\n");
  const Run other = saved.run({"verify", "r.json", "other.yaml"});
  CHECK(other.exit_code == 1);
  CHECK(other.out.starts_with("r.json: other.yaml is not the audited file: its SHA-256 is "));
  const Run two = saved.run({"verify", "r.json", retailer, "other.yaml"});
  CHECK(two.out == "r.json: the report was made from 1 file, but 2 are given\n");
}

TEST_CASE("what is no report, or half of one, is named with its place") {
  const Saved saved;
  saved.write("half.json", saved.text().substr(0, 5000));
  saved.write("empty.json", R"({"$schema": "urn:martech-audit:report:2"})");
  struct Case {
    std::string path, message;
  };
  const std::vector<Case> cases{
      {retailer, ":1:1: error: this is not a martech-audit report\n"},
      {"half.json", "half.json:"},
      {"empty.json", "empty.json:1:1: error: the report lacks 'tool' here\n"},
      {"nothing.json", "martech-audit: nothing.json does not exist\n"},
  };
  for (const Case& c : cases) {
    for (const char* command : {"convert", "verify"}) {
      const Run run = saved.run({command, c.path});
      CAPTURE(c.path, command, run.err);
      CHECK(run.exit_code == 2);
      CHECK(run.out == "");
      CHECK(run.err.find(c.message) != std::string::npos);
    }
  }
}

TEST_CASE("an inventory that cannot be judged as it was is no verdict") {
  const Saved saved;
  const Run run = saved.run({"verify", "r.json", retailer, "--rules", retailer});
  CHECK(run.exit_code == 2);
  CHECK(run.out == "");
  CHECK(run.err.find(" is not a rule pack: it has no 'pack:'\n") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::saved_report
