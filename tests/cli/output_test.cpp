// Where outputs go: never over what the run read or writes, through no link that was not allowed, all or
// none.
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/sample.h"
#include "support/skip.h"

namespace martech_audit::tests::output {
namespace {

namespace fs = std::filesystem;

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
const std::string starter = source + "/examples/starter/inventory.yaml";

// Runs `script` in `folder`; $0 is martech-audit, $1 the starter's inventory.
Run shell(const std::string& script, const TemporaryFolder& folder) {
  return run_program("/bin/sh",
                     {.arguments = {"-c", script, MARTECH_AUDIT_BINARY, starter}, .folder = folder.path()});
}

Run in(const TemporaryFolder& folder, std::vector<std::string> arguments,
       std::vector<std::string> environment = {}) {
  return martech_audit(Setting{
      .arguments = std::move(arguments), .folder = folder.path(), .environment = std::move(environment)});
}

// Every name below the folder, with what it holds, or leads to.
std::map<std::string, std::string> contents(const TemporaryFolder& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    const std::string name =
        fs::relative(entry.path().parent_path(), folder.path()) / entry.path().filename();
    all[name] = entry.is_symlink()        ? "-> " + fs::read_symlink(entry.path()).string()
                : entry.is_regular_file() ? read_text(entry.path())
                                          : "";
  }
  return all;
}

std::string refused(const std::string& path, const std::string& why) {
  return "martech-audit: cannot write " + path + ": " + why + "\n";
}

std::string refused_input(const std::string& path, const std::string& input) {
  const std::string what = path == input ? "what" : "the same file as " + input + ", which";
  return refused(path, "it is " + what + " this run reads; name another file");
}

std::string refused_output(const std::string& path, const std::string& other) {
  const std::string what = path == other ? "what" : "the same file as " + other + ", which";
  return refused(path, "it is " + what + " this run writes, too; name another file");
}

struct Refusal {
  std::string line;  // of the shell, after the program's name
  std::string said;
};

void check_refused(const TemporaryFolder& folder, const std::vector<Refusal>& refusals) {
  const auto before = contents(folder);
  for (const Refusal& refusal : refusals) {
    const Run run = shell("\"$0\" " + refusal.line, folder);
    CAPTURE(refusal.line);
    CHECK(run.exit_code == 2);
    CHECK(run.out == "");
    CHECK(run.err == refusal.said);
    CHECK(contents(folder) == before);
  }
}

// What commands read, each under a name of its own.
void write_inputs(const TemporaryFolder& folder) {
  for (const char* name : {"inv.yaml", "old.yaml"}) fs::copy_file(starter, folder.file(name));
  fs::copy_file(source + "/examples/custom-pack/agency.yaml", folder.file("pack.yaml"));
  fs::copy_file(source + "/rules/benchmarks.yaml", folder.file("bench.yaml"));
  folder.write("waivers.yaml", "waivers: []\n");
  folder.write("conf.yaml", "gate: {fail_on: none}\n");
  folder.write("sheet.csv", "name,annual cost\nMailer,1200\n");
  folder.write("map.yaml", "columns: {name: name}\n");
  fs::create_directory(folder.file("sub"));
  fs::create_directory_symlink(".", folder.file("here"));
  REQUIRE(in(folder,
             {"scan", "inv.yaml", "--exit-zero", "-o", "json=report.json", "--write-baseline", "known.txt"})
              .exit_code == 0);
}

const std::vector<std::string> settings{"--rules",  "pack.yaml", "--waivers",    "waivers.yaml",
                                        "--config", "conf.yaml", "--benchmarks", "bench.yaml"};

TEST_CASE("no output takes the place of a configuration that the run ignores") {
  const TemporaryFolder folder;
  write_inputs(folder);
  folder.write(".martech-audit.yaml", "gate: {fail_on: low}\n");
  const std::string why = " this run ignores; name another file";
  check_refused(
      folder,
      {
          {"scan inv.yaml --no-config -o json=.martech-audit.yaml",
           refused(".martech-audit.yaml", "it is what" + why)},
          {"graph inv.yaml --config conf.yaml -o here/.martech-audit.yaml",
           refused("here/.martech-audit.yaml", "it is the same file as .martech-audit.yaml, which" + why)},
          {"scan inv.yaml -o json=.martech-audit.yaml",
           refused_input(".martech-audit.yaml", ".martech-audit.yaml")},
      });
}

TEST_CASE("no output takes the place of a file that a configuration names and the run has no use for") {
  const TemporaryFolder folder;
  write_inputs(folder);
  folder.write(".martech-audit.yaml", "brief: {logo: logo.svg}\n");
  folder.write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'></svg>");
  check_refused(folder, {{"scan inv.yaml -o json=logo.svg",
                          refused("logo.svg", "it is what this run ignores; name another file")}});
}

struct Writer {
  std::vector<std::string> arguments;
  std::vector<std::string> option;  // the last of it lacks the path
  std::vector<std::string> inputs;
};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::vector<Writer> writers() {
  const std::vector<std::string> scan =
      with({"scan", "inv.yaml", "--exit-zero", "--baseline", "known.txt"}, settings);
  const std::vector<std::string> judged{"inv.yaml", "pack.yaml", "waivers.yaml", "conf.yaml", "bench.yaml"};
  return {
      {scan, {"-o", "json="}, with(judged, {"known.txt"})},
      {with(scan, {"-o", "text=/dev/null"}), {"--output", "html="}, {"inv.yaml", "known.txt"}},
      {scan, {"--write-baseline", ""}, judged},
      {with({"diff", "report.json", "inv.yaml"}, settings), {"-o", ""}, with(judged, {"report.json"})},
      {{"diff", "old.yaml", "inv.yaml", "-f", "json"}, {"-o", ""}, {"old.yaml", "inv.yaml"}},
      {with({"graph", "inv.yaml"}, settings), {"-o", ""}, judged},
      {{"convert", "report.json"}, {"-o", "csv="}, {"report.json"}},
      {{"import", "sheet.csv", "--map", "map.yaml", "--currency", "EUR", "--force"},
       {"-o", ""},
       {"sheet.csv", "map.yaml"}},
  };
}

std::vector<std::string> line_of(const Writer& writer, const std::string& path) {
  std::vector<std::string> line = with(writer.arguments, writer.option);
  line.back() += path;
  return line;
}

TEST_CASE("an output is no file that the run read, however it is spelt") {
  const TemporaryFolder folder;
  write_inputs(folder);
  constexpr std::size_t spelling_step = std::min<std::size_t>(sample_step, 3);  // each spelling has its turn
  std::size_t tried = 0;
  for (const Writer& writer : writers()) {
    CAPTURE(writer.arguments, writer.option);
    // The table holds what is refused for this reason alone.
    const Run fine = in(folder, line_of(writer, "fine"));
    CAPTURE(fine.err);
    REQUIRE(fine.exit_code != 2);
    fs::remove(folder.file("fine"));
    for (const std::string& input : writer.inputs) {
      fs::create_hard_link(folder.file(input), folder.file("hard"));
      fs::create_symlink(input, folder.file("soft"));
      fs::create_symlink("soft", folder.file("softer"));
      const auto before = contents(folder);
      for (const std::string& spelling :
           {input, "./" + input, "sub/../" + input, "here/" + input, "/" + input, std::string("hard"),
            std::string("soft"), std::string("softer")}) {
        if (tried++ % spelling_step != 0) continue;
        const std::string path = spelling.starts_with('/') ? folder.file(input) : spelling;
        std::vector<std::string> line = line_of(writer, path);
        if (spelling.starts_with("soft")) line.emplace_back("--follow");
        const Run run = in(folder, line);
        CAPTURE(path);
        CHECK(run.exit_code == 2);
        CHECK(run.out == "");
        CHECK(run.err == refused_input(path, input));
        CHECK(contents(folder) == before);
      }
      for (const char* name : {"hard", "soft", "softer"}) fs::remove(folder.file(name));
    }
  }
}

TEST_CASE("standard input and output are files like others, where they are such") {
  const TemporaryFolder folder;
  write_inputs(folder);
  check_refused(
      folder,
      {
          {"scan - -o json=inv.yaml < inv.yaml", refused_input("inv.yaml", "standard input")},
          {"scan /dev/stdin -o json=inv.yaml < inv.yaml", refused_input("inv.yaml", "/dev/stdin")},
          {"scan inv.yaml >> inv.yaml", refused_input("standard output", "inv.yaml")},
          {"scan - < inv.yaml >> inv.yaml", refused_input("standard output", "standard input")},
          {"verify report.json >> report.json", refused_input("standard output", "report.json")},
          {"eval org.name inv.yaml >> inv.yaml", refused_input("standard output", "inv.yaml")},
          {"trace inv.yaml >> inv.yaml", refused_input("standard output", "inv.yaml")},
          {"scan inv.yaml -o json=/dev/stdout >> inv.yaml", refused_input("/dev/stdout", "inv.yaml")},
          {"scan inv.yaml -o json=/dev/fd/5 5>> inv.yaml", refused_input("/dev/fd/5", "inv.yaml")},
          {"scan inv.yaml -f text -o json=old.yaml >> old.yaml",
           refused_output("standard output", "old.yaml")},
          {"scan inv.yaml -f text -o json=/dev/stdout", refused_output("standard output", "/dev/stdout")},
      });
}

TEST_CASE("warnings are said on standard error where no report has them") {
  const TemporaryFolder folder;
  folder.write(
      "stack.yaml",
      "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools: [{id: crm, name: CRM, vendor: tbd}]\n"
      "waivers: [{rule: shelfware, entity: gone, reason: r, owner: ana, expires: 2027-01-01}]\n");
  const auto said = [&](std::vector<std::string> outputs) {
    outputs.insert(outputs.begin(), {"scan", "stack.yaml", "--as-of", "2026-11-23", "--exit-zero"});
    return in(folder, std::move(outputs)).err.find("unknown tool 'gone', so this waiver has no effect") !=
           std::string::npos;
  };
  CHECK(said({"-f", "csv"}));
  CHECK(said({"-f", "csv", "-o", "junit=tests.xml"}));
  CHECK_FALSE(said({"-f", "csv", "-o", "json=report.json"}));
  CHECK_FALSE(said({"-f", "text"}));
}

TEST_CASE("no two outputs are one file") {
  const TemporaryFolder folder;
  write_inputs(folder);
  folder.write("a.json", "a");
  fs::create_hard_link(folder.file("a.json"), folder.file("b.json"));
  fs::create_symlink("new.json", folder.file("dangling"));
  check_refused(
      folder, {
                  {"scan inv.yaml -o json=x -o html=./x", refused_output("./x", "x")},
                  {"scan inv.yaml -o json=x -o html=here/x", refused_output("here/x", "x")},
                  {"scan inv.yaml -o json=x -o html=x", "martech-audit: two reports would be written to x\n"},
                  {"scan inv.yaml -o json=a.json -o html=b.json", refused_output("b.json", "a.json")},
                  {"scan inv.yaml -o json=x --write-baseline x", refused_output("x", "x")},
                  {"scan inv.yaml -o json=known.txt --baseline known.txt --prune-baseline",
                   refused_input("known.txt", "known.txt")},
                  {"scan inv.yaml --write-baseline ./known.txt --baseline known.txt --prune-baseline",
                   refused_output("known.txt", "./known.txt")},
                  {"scan inv.yaml -o json=dangling -o html=new.json --follow",
                   refused_output("new.json", "dangling")},
              });
}

TEST_CASE("what holds nothing may be written more than once") {
  const TemporaryFolder folder;
  const Run run = in(folder, {"scan", starter, "--exit-zero", "-o", "json=/dev/null", "-o", "html=/dev/null",
                              "--write-baseline", "/dev/null", "-o", "text=/dev/stdout"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("Incomplete inventory") != std::string::npos);
  const Run piped =
      shell("\"$0\" scan - --exit-zero -f json < \"$1\" | cat | \"$0\" verify - >/dev/null", folder);
  CHECK(piped.exit_code == 0);
  const Run numbered =
      shell("\"$0\" scan \"$1\" --exit-zero -o json=/dev/fd/4 4>made.json 2>/dev/null", folder);
  CHECK(numbered.exit_code == 0);
  CHECK(nlohmann::json::accept(read_text(folder.file("made.json"))));
  const Run closed = in(folder, {"scan", starter, "-o", "json=/dev/fd/63"});
  CHECK(closed.exit_code == 2);
  CHECK(closed.err == refused("/dev/fd/63", "Bad file descriptor"));
}

TEST_CASE("what an earlier run wrote is replaced, and a baseline renewed") {
  const TemporaryFolder folder;
  write_inputs(folder);
  const std::string report = read_text(folder.file("report.json"));
  folder.write("report.json", "earlier");
  ::chmod(folder.file("report.json").c_str(), 0640);
  CHECK(in(folder, {"scan", "inv.yaml", "--exit-zero", "-o", "json=report.json"}).exit_code == 0);
  CHECK(read_text(folder.file("report.json")) == report);
  CHECK(fs::status(folder.file("report.json")).permissions() == fs::perms(0640));

  const std::string known = read_text(folder.file("known.txt"));
  folder.write("known.txt", known + "zzz old high 0.00 00000000000000000000000000000000\n");
  CHECK(in(folder, {"scan", "inv.yaml", "--exit-zero", "--baseline", "known.txt", "--prune-baseline"})
            .exit_code == 0);
  CHECK(read_text(folder.file("known.txt")) == known);
  folder.write("known.txt", "# martech-audit baseline 1 EUR\n");
  folder.write(".martech-audit.yaml", "baseline: known.txt\n");
  CHECK(in(folder, {"scan", "inv.yaml", "--exit-zero", "--write-baseline", "./known.txt"}).exit_code == 0);
  CHECK(read_text(folder.file("known.txt")) == known);
  CHECK(in(folder,
           {"import", "sheet.csv", "--map", "map.yaml", "--currency", "EUR", "--force", "-o", "old.yaml"})
            .exit_code == 0);
  CHECK(read_text(folder.file("old.yaml")).find("Mailer") != std::string::npos);
}

TEST_CASE("an output through a symbolic link is written with --follow alone") {
  const TemporaryFolder folder;
  write_inputs(folder);
  for (const Writer& writer : writers()) {
    CAPTURE(writer.arguments);
    for (const bool dangling : {false, true}) {
      if (!dangling) folder.write("victim", "precious");
      fs::create_symlink("victim", folder.file("middle"));
      fs::create_symlink("sub/../middle", folder.file("link"));
      const auto before = contents(folder);
      const Run run = in(folder, line_of(writer, "link"));
      CHECK(run.exit_code == 2);
      CHECK(run.out == "");
      CHECK(run.err == refused("link",
                               "it is a symbolic link to sub/../middle; name that file, or allow "
                               "links with --follow"));
      CHECK(contents(folder) == before);

      CHECK(in(folder, with(line_of(writer, "link"), {"--follow"})).exit_code != 2);
      auto after = contents(folder);
      CHECK(after.at("./link") == "-> sub/../middle");
      CHECK(after.at("./middle") == "-> victim");
      CHECK(after.at("./victim").size() > 10);
      for (const char* name : {"link", "middle", "victim"}) fs::remove(folder.file(name));
    }
  }
  fs::create_symlink("loop", folder.file("loop"));
  const Run loop = in(folder, {"scan", "inv.yaml", "-o", "json=loop", "--follow"});
  CHECK(loop.exit_code == 2);
  CHECK(loop.err == refused("loop", "Too many levels of symbolic links"));
  CHECK(in(folder, {"scan", "inv.yaml", "--exit-zero", "-o", "json=loop"}, {"MARTECH_AUDIT_FOLLOW=true"})
            .exit_code == 2);
  fs::create_symlink("made.json", folder.file("leads"));
  CHECK(in(folder, {"scan", "inv.yaml", "--exit-zero", "-o", "json=leads"}, {"MARTECH_AUDIT_FOLLOW=true"})
            .exit_code == 0);
  CHECK(fs::is_regular_file(folder.file("made.json")));
}

TEST_CASE("an output through a folder that leads out of the repository is written with --follow alone") {
  const TemporaryFolder folder;
  fs::create_directories(folder.file("repo/.git"));
  fs::create_directories(folder.file("repo/made"));
  fs::create_directories(folder.file("beside"));
  folder.write("beside/r.json", "precious");
  folder.write("repo/inv.yaml",
               "martech: 1\norganisation: {name: A, currency: EUR}\ntools: [{id: a, name: A}]\n");
  fs::create_symlink("../beside", folder.file("repo/reports"));
  fs::create_symlink("made", folder.file("repo/within"));
  const auto scan = [&](const std::string& output, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"scan", "inv.yaml", "--exit-zero", "-o", "json=" + output});
    return martech_audit({.arguments = more, .folder = folder.file("repo")});
  };
  const Run refused = scan("reports/r.json");
  CHECK(refused.exit_code == 2);
  CHECK(refused.err ==
        "martech-audit: cannot write reports/r.json: a folder in the path is a link out of the repository; "
        "allow it with --follow\n");
  CHECK(read_text(folder.file("beside/r.json")) == "precious");
  CHECK(scan("within/r.json").exit_code == 0);
  CHECK(scan("reports/r.json", {"--follow"}).exit_code == 0);
  CHECK(read_text(folder.file("beside/r.json")).starts_with("{"));
}

TEST_CASE("an output is not put where the next run would read it") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "packs");
  fs::create_directories(folder.path() / "stack");
  folder.write("stack/inventory.yaml",
               "martech: 1\norganisation: {name: A, currency: EUR}\ntools: [{id: a, name: A}]\n");
  folder.write(
      "packs/own.yaml",
      "pack: own\nversion: 1.0.0\ntitle: O\nrules:\n  - {id: o, title: T, dimension: governance, for: tool, "
      "severity: low, assert: 'true', message: m, why: w, fix: f}\n");
  const auto why = [](const std::string& read) {
    return "the next run would read it as input, as all of " + read +
           " with such a name; write it to another folder";
  };
  const std::string scan = "scan stack --rules packs --exit-zero --as-of 2026-11-23 -o ";
  check_refused(
      folder, {{scan + "json=packs/new.yaml", refused("packs/new.yaml", why("packs"))},
               {scan + "json=./packs/../packs/new.json", refused("./packs/../packs/new.json", why("packs"))},
               {scan + "json=stack/report.json", refused("stack/report.json", why("stack"))},
               {scan + "html=stack/report.yml", refused("stack/report.yml", why("stack"))}});
  for (const std::string free : {"html=stack/report.html", "json=report.json", "json=packs/.report.json"})
    CHECK(shell("\"$0\" " + scan + free, folder).exit_code == 0);
}

TEST_CASE("commands that never overwrite leave links alone, and what they lead to") {
  const TemporaryFolder folder;
  fs::create_symlink("elsewhere", folder.file("inventory.schema.json"));
  fs::create_symlink("elsewhere", folder.file("house.test.yaml"));
  const auto before = contents(folder);
  CHECK(in(folder, {"init"}).err ==
        "martech-audit: ./inventory.schema.json already exists; nothing was written\n");
  CHECK(in(folder, {"rules", "new", "house.yaml"}).err ==
        "martech-audit: house.test.yaml already exists; nothing was written\n");
  CHECK(contents(folder) == before);
}

TEST_CASE("the summary of the CI's run is added to, through a link too, but not where it is an input") {
  const TemporaryFolder folder;
  write_inputs(folder);
  folder.write("summary", "before\n");
  fs::create_symlink("summary", folder.file("link"));
  const std::vector<std::string> scan{"scan", "inv.yaml", "--exit-zero", "-f", "github", "-o", "json=r.json"};
  CHECK(in(folder, scan, {"GITHUB_STEP_SUMMARY=link"}).exit_code == 0);
  const std::string summary = read_text(folder.file("summary"));
  CHECK(summary.starts_with("before\n"));
  CHECK(summary.size() > 100);
  fs::remove(folder.file("r.json"));
  const auto before = contents(folder);
  const Run run = in(folder, scan, {"GITHUB_STEP_SUMMARY=./inv.yaml"});
  CHECK(run.exit_code == 2);
  CHECK(run.out == "");
  CHECK(run.err == refused_input("./inv.yaml", "inv.yaml"));
  CHECK(contents(folder) == before);
}

// The reports wait in their temporary files while nobody reads the one that goes to the pipe: until then the
// program never sleeps.
std::string waiting(const std::string& outputs) {
  return "ulimit -c 0; mkfifo out; env --default-signal=INT,QUIT \"$0\" scan \"$1\" --exit-zero " + outputs +
         " -o text=out 2>said & pid=$!; until ls last.json.* >/dev/null 2>&1 && "
         "grep -q '^State:.S' /proc/$pid/status; do sleep 0.02; done; ";
}

#ifdef MARTECH_AUDIT_SANITIZED
constexpr bool sanitized = true;  // then a fault ends with a report instead
#else
constexpr bool sanitized = false;
#endif

TEST_CASE("no signal that can be caught leaves a temporary file") {
  const std::vector<int> faults{4, 5, 6, 7, 8, 11, 31};
  for (const int signal :
       {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15, 16, 24, 26, 27, 29, 30, 31, 34, 50, 64}) {
    const TemporaryFolder folder;
    folder.write("last.json", "before");
    const Run run = shell(waiting("-o json=last.json --write-baseline known.txt") + "kill -" +
                              std::to_string(signal) + " $pid; wait $pid; echo $?; rm -f out said",
                          folder);
    CAPTURE(signal, run.err);
    if (!sanitized || std::ranges::find(faults, signal) == faults.end()) {
      CHECK(run.out == std::to_string(128 + signal) + "\n");
    }
    CHECK(contents(folder) == std::map<std::string, std::string>{{"./last.json", "before"}});
  }
}

TEST_CASE("however many files a run writes, none stays behind, killed or not") {
  const TemporaryFolder folder;
  std::string outputs;
  for (int i = 0; i < 100; ++i) outputs += "-o csv=" + std::to_string(i) + ".csv ";
  outputs += "-o json=last.json";
  CHECK(shell(waiting(outputs) + "kill -TERM $pid; wait $pid; rm -f out said", folder).exit_code == 0);
  CHECK(contents(folder).empty());
  CHECK(shell("\"$0\" scan \"$1\" --exit-zero " + outputs, folder).exit_code == 0);
  CHECK(contents(folder).size() == 101);
}

// While the run waits, a folder takes the place of one of its files, which then cannot be put there.
Run obstructed(const std::string& outputs, const TemporaryFolder& folder) {
  return shell(
      waiting(outputs) + "mkdir barred; cat out >/dev/null; wait $pid; echo $?; cat said; rm -f out said",
      folder);
}

TEST_CASE("of several reports all are new or none, even where the last cannot be put in its place") {
  const std::string barred = "-o csv=barred ";
  for (const std::string& outputs : {"-o html=old -o text=new " + barred + "-o json=last.json",
                                     barred + "-o html=old -o text=new -o json=last.json",
                                     "-o html=old -o text=new -o json=last.json " + barred}) {
    const TemporaryFolder folder;
    folder.write("old", "before");
    folder.write("last.json", "before");
    fs::create_hard_link(folder.file("old"), folder.file("twin"));
    const Run run = obstructed(outputs, folder);
    CAPTURE(outputs);
    CHECK(run.out == "2\n" + refused("barred", "Is a directory"));
    CHECK(contents(folder) ==
          std::map<std::string, std::string>{
              {"./old", "before"}, {"./twin", "before"}, {"./last.json", "before"}, {"./barred", ""}});
    CHECK(fs::equivalent(folder.file("old"), folder.file("twin")));
  }
}

TEST_CASE("a name as long as names can be is written like others") {
  const TemporaryFolder folder;
  const std::string name(255, 'n');
  CHECK(in(folder, {"scan", starter, "--exit-zero", "-o", "json=" + name, "-o", "text=t"}).exit_code == 0);
  CHECK(in(folder, {"scan", starter, "--exit-zero", "-o", "json=" + name, "-o", "text=t"}).exit_code == 0);
  CHECK(nlohmann::json::accept(read_text(folder.file(name))));
  CHECK(contents(folder).size() == 2);
}

TEST_CASE("a file is on the disk before it is in its place, and its place after") {
  const TemporaryFolder folder;
  if (shell("strace -o /dev/null true", folder).exit_code != 0) return skip("a strace that works here");
  CHECK(
      shell(
          "ASAN_OPTIONS=detect_leaks=0 strace -o calls -e trace=fsync,rename \"$0\" scan \"$1\" --exit-zero "
          "-o json=a -o html=b 2>/dev/null; cut -d'(' -f1 calls | grep -E 'fsync|rename' | tr '\\n' ' '",
          folder)
          .out == "fsync fsync rename rename fsync ");
}

TEST_CASE("everything that the program reads is remembered") {
  for (const auto& entry : fs::recursive_directory_iterator(source + "/src/cli")) {
    if (entry.path().filename() == "input_files.cpp" || entry.path().filename() == "input_files.h") continue;
    CAPTURE(entry.path());
    if (!entry.is_regular_file()) continue;
    const std::string text = read_text(entry.path());
    for (const char* reader : {"read_file(", "ifstream", "fopen("})
      CHECK(text.find(reader) == std::string::npos);
  }
}

}  // namespace
}  // namespace martech_audit::tests::output
