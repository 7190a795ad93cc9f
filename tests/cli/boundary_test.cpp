// Files that a pull request's author chooses: what a configuration, a folder or a link leads to.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::boundary {
namespace {

namespace fs = std::filesystem;

constexpr const char* inventory =
    "martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A}\n";
constexpr const char* secret = "API_TOKEN=hunter2";
constexpr const char* pack = R"(pack: house
version: 1.0.0
title: House
rules:
  - {id: has-name, title: No name, dimension: governance, for: tool, severity: low, assert: has(tool.name), message: m, why: w, fix: f}
)";

// A repository with an inventory in a folder of its own, and secrets within it and beside it.
class Checkout {
 public:
  Checkout() {
    fs::create_directories(path("repo/.git"));
    fs::create_directories(path("repo/stack"));
    fs::create_directories(path("beside"));
    write("repo/stack/inventory.yaml", inventory);
    write("beside/secret", std::string(secret) + "\n");
    write("beside/house.yaml", pack);
    write("beside/inventory.yaml", inventory);
    write("repo/.git/config", std::string("pack: x\n") + secret + "\n");
    write("repo/credentials.json", std::string("{\"private_key\": \"") + secret + "\"}\n");
    write("repo/house/house.yaml", pack);
  }

  fs::path path(const std::string& name) const { return folder_.path() / name; }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name)) << text;
  }
  void link(const std::string& target, const std::string& name) const {
    fs::create_symlink(target, path(name));
  }
  void configure(const std::string& text) const { write("repo/stack/.martech-audit.yaml", text + "\n"); }

  Run scan(std::vector<std::string> arguments = {}, const std::string& what = "stack/inventory.yaml") const {
    arguments.insert(arguments.begin(), {"scan", what, "--exit-zero", "--as-of", "2026-11-23"});
    return martech_audit({.arguments = std::move(arguments), .folder = path("repo")});
  }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("a configuration names no file outside of its repository, and nothing of one is shown") {
  struct Case {
    std::string setting, said;
  };
  const std::string out =
      "it points outside the repository; move it there, or allow it with --allow-path on the "
      "command line\n";
  const std::string absolute =
      "write paths relative to the configuration's folder; allow other paths with --allow-path\n";
  const std::vector<Case> cases{
      {"packs: [/etc/passwd]", absolute},
      {"packs: [../../beside/secret]", out},
      {"packs: [../../beside]", out},
      {"packs: [../linked]", out},
      {"packs: [../linked/house.yaml]", out},
      {"packs: [../link.yaml]", out},
      {"baseline: /proc/self/environ", absolute},
      {"baseline: ../../../../../../../../../../proc/self/environ", out},
      {"baseline: ../link.yaml", out},
      {"waiver_files: [../link.yaml]", out},
      {"benchmarks: ../link.yaml", out},
      {"packs: [../.git/config]", "it is an internal git file\n"},
      {"packs: [../gitlink]", "it is an internal git file\n"},
      {"packs: [../pipe]", "it is not a regular file or folder\n"},
  };
  for (const Case& c : cases) {
    const Checkout checkout;
    checkout.link("../beside/secret", "repo/link.yaml");
    checkout.link("../beside", "repo/linked");
    checkout.link(".git/config", "repo/gitlink");
    REQUIRE(::mkfifo(checkout.path("repo/pipe").c_str(), 0600) == 0);
    checkout.configure(c.setting);
    const Run run = checkout.scan();
    CAPTURE(c.setting, run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.out == "");
    CHECK(run.err.find("which is not read\n") != std::string::npos);
    CHECK(run.err.find("hint: " + c.said) != std::string::npos);
    CHECK(run.err.find("hunter2") == std::string::npos);
    CHECK(run.err.find("root:") == std::string::npos);
  }
}

TEST_CASE("what is outside is read where the command line allows it") {
  const Checkout checkout;
  checkout.link("../beside/house.yaml", "repo/link.yaml");
  for (const std::string setting :
       {"packs: [../../beside/house.yaml]", "packs: [../link.yaml]", "packs: [../../beside]"}) {
    checkout.configure(setting);
    fs::remove(checkout.path("beside/inventory.yaml"));
    CHECK(checkout.scan().exit_code == 2);
    const Run run = checkout.scan({"--allow-path", "../beside"});
    CAPTURE(setting, run.err);
    CHECK(run.exit_code == 0);
    CHECK(checkout.scan({"--allow-path", "../besid"}).exit_code == 2);
  }
  checkout.configure("packs: [" + checkout.path("beside/house.yaml").string() + "]");
  CHECK(checkout.scan().exit_code == 2);
  CHECK(checkout.scan({"--allow-path", checkout.path("beside").string()}).exit_code == 0);
}

TEST_CASE("files of the repository may be named from anywhere in it, links within it included") {
  const Checkout checkout;
  checkout.link("house/house.yaml", "repo/link.yaml");
  for (const std::string setting :
       {"packs: [../house]", "packs: [../house/house.yaml]", "packs: ../link.yaml"}) {
    checkout.configure(setting);
    const Run run = checkout.scan();
    CAPTURE(setting, run.err);
    CHECK(run.exit_code == 0);
  }
}

TEST_CASE("without a repository the folder of the configuration is the boundary") {
  const Checkout checkout;
  fs::remove_all(checkout.path("repo/.git"));
  checkout.configure("packs: [../house]");
  const Run run = checkout.scan();
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("hint: it points outside the folder; ") != std::string::npos);

  fs::remove(checkout.path("repo/stack/.martech-audit.yaml"));
  checkout.link("../../beside/secret", "repo/stack/.martech-audit.yaml");
  const Run link = checkout.scan();
  CHECK(link.exit_code == 2);
  CHECK(link.err.find("hunter2") == std::string::npos);
  CHECK(link.err.find("stack/.martech-audit.yaml is not read: it points outside the folder; ") !=
        std::string::npos);
}

TEST_CASE("a configuration that is a pipe holds nobody up") {
  const Checkout checkout;
  REQUIRE(mkfifo(checkout.path("repo/stack/.martech-audit.yaml").c_str(), 0600) == 0);
  const Run run = checkout.scan();
  CHECK(run.exit_code == 2);
  CHECK(run.err ==
        "martech-audit: stack/.martech-audit.yaml is not read: it is not a regular file or folder\n");
}

TEST_CASE("of a file that is something else nothing is quoted") {
  struct Case {
    std::string setting, said;
  };
  const std::vector<Case> cases{
      {"packs: [../credentials.json]", "credentials.json is not a rule pack: it has no 'pack:'\n"},
      {"benchmarks: ../credentials.json",
       "credentials.json is not a set of benchmarks: it has no 'benchmarks:'\n"},
      {"waiver_files: [../credentials.json]",
       "credentials.json is not a list of waivers: it has no 'waivers:'\n"},
      {"baseline: ../credentials.json", "credentials.json is not a baseline\n"},
      {"waiver_files: [../firewall.yaml]", "firewall.yaml is not a list of waivers: it has no 'waivers:'\n"},
      {"packs: [../firewall.yaml]", "firewall.yaml is not a rule pack: it has no 'pack:'\n"},
      {"waiver_files: [../broken.txt]", "broken.txt is not a list of waivers: it has no 'waivers:'\n"},
  };
  for (const Case& c : cases) {
    const Checkout checkout;
    checkout.write("repo/firewall.yaml",
                   std::string("token: ") + secret + "\nfirewall:\n  - rule: x\n  - pack: y\n");
    checkout.write("repo/broken.txt", std::string("\n# waivers: none\n") + secret + "\n[ rule: x\n");
    checkout.configure(c.setting);
    const Run run = checkout.scan();
    CAPTURE(c.setting, run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.err.find(c.said) != std::string::npos);
    CHECK(run.err.find("hunter2") == std::string::npos);
  }
}

TEST_CASE("a link that leads out of the repository is no inventory and no configuration") {
  const Checkout checkout;
  checkout.link("../../beside/inventory.yaml", "repo/stack/more.yaml");
  const std::string said =
      "more.yaml is not read: it points outside the repository; move it there, or allow it "
      "with --allow-path on the command line\n";
  for (const std::string what : {"stack", "stack/more.yaml"}) {
    const Run run = checkout.scan({}, what);
    CAPTURE(what, run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.err.ends_with(said));
  }
  fs::remove(checkout.path("repo/stack/more.yaml"));
  checkout.link("../beside", "repo/linked");
  CHECK(checkout.scan({}, "linked").exit_code == 2);
  CHECK(checkout.scan({}, "linked/inventory.yaml").exit_code == 2);
  CHECK(checkout.scan({"--allow-path", "../beside"}, "linked/inventory.yaml").exit_code == 0);
  CHECK(checkout.scan({}, "../beside/inventory.yaml").exit_code ==
        0);  // named as it is, by whoever runs the audit

  checkout.link("../../beside/secret", "repo/stack/.martech-audit.yaml");
  const Run run = checkout.scan();
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("hunter2") == std::string::npos);
  CHECK(run.err.find("stack/.martech-audit.yaml is not read: it points outside the repository") !=
        std::string::npos);
}

TEST_CASE("a file that a configuration names and that is not there is missing, not outside") {
  const TemporaryFolder folder;
  folder.write("inventory.yaml", inventory);
  for (const auto& [setting, missing] :
       {std::pair("packs: house", "house"), std::pair("baseline: known.txt", "known.txt")}) {
    folder.write(".martech-audit.yaml", std::string(setting) + "\n");
    const Run run = martech_audit({.arguments = {"scan", "inventory.yaml"}, .folder = folder.path()});
    CAPTURE(setting, run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.err.find("refers to '" + std::string(missing) + "', which does not exist") !=
          std::string::npos);
    CHECK(run.err.find("outside") == std::string::npos);
  }
}

}  // namespace
}  // namespace martech_audit::tests::boundary
