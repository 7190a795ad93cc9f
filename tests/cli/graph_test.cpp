// `graph`: the stack for Graphviz and Mermaid.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::graph {
namespace {

constexpr const char* stack = R"yaml(martech: 1
organisation: {name: "Acme \"& Co\"", currency: EUR}
teams: [{id: crew, name: Crew, department: marketing}]
people: [{id: ana, name: Ana, team: crew}, {id: tom, name: Tom, left_on: 2026-01-01}]
objectives:
  - {id: grow, title: Grow, status: active, priority: 1, owner: ana}
  - {id: old, title: Old, status: closed}
tools:
  - {id: crm, name: "CRM <b>]\\N#", category: crm, owner: tom, objectives: [grow], cost: {amount: 12000, per: year}}
  - {id: mail, name: Mail, category: email-marketing, owner: ana, objectives: [grow, old],
     integrations: [{to: crm, kind: manual, direction: both, status: broken}, {from: ads, kind: api, status: active}]}
  - {id: ads, name: Ads, status: evaluating}
  - {id: gone, name: Gone, status: retired}
)yaml";

Run graph(std::vector<std::string> arguments, const std::string& text = stack) {
  arguments.insert(arguments.begin(), {"graph", "-", "--as-of", "2026-11-23"});
  return martech_audit(Setting{.arguments = std::move(arguments), .input = text});
}

TEST_CASE("a graph has tools in groups, integrations by kind and objectives that are served") {
  const Run run = graph({});
  CHECK(run.err == "");
  CHECK(run.out == R"dot(digraph "Acme \"&amp; Co\"" {
  graph [rankdir=LR, fontname="sans-serif", nodesep=0.25, ranksep=0.9, compound=true];
  node [shape=box, fontname="sans-serif", fontsize=11];
  edge [fontname="sans-serif", fontsize=9, color="#3b5b8c"];
  subgraph cluster_0 {
    label="crm";
    color="#b0b0b0";
    t1 [label="CRM <b>]\\N#\nEUR 12,000 a year, at risk", style="rounded,bold", color="#b3261e", penwidth=2.5];
  }
  subgraph cluster_1 {
    label="email-marketing";
    color="#b0b0b0";
    t3 [label="Mail", style="rounded", color="#3b5b8c"];
  }
  subgraph cluster_2 {
    label="no category";
    color="#b0b0b0";
    t0 [label="Ads\nevaluating", style="rounded,dashed", color="#767676"];
  }
  o0 [label="Grow", shape=ellipse, style=filled, fillcolor="#fff4d6"];
  t0 -> t3 [label="api", style=solid];
  t3 -> t1 [label="manual, broken", style=dotted, color="#b3261e", penwidth=2, dir=both];
  t1 -> o0 [style=dashed, arrowhead=open, color="#8a6d1d"];
  t3 -> o0 [style=dashed, arrowhead=open, color="#8a6d1d"];
}
)dot");
}

TEST_CASE("a graph for Mermaid has entities for what would be read as more than text") {
  const Run run = graph({"--format", "mermaid", "--by", "objective", "--focus", "crm"});
  CHECK(run.out == R"mermaid(flowchart LR
  subgraph g0["Grow"]
    t1["CRM #60;b#62;#93;#92;N#35;<br>EUR 12,000 a year, at risk"]:::trouble
    t3["Mail"]
  end
  o0(["Grow"])
  t3 <-.->|"manual, broken"| t1
  t1 -.-o o0
  t3 -.-o o0
  classDef trouble stroke:#b3261e,stroke-width:3px
  classDef unused stroke:#767676,stroke-dasharray:4
)mermaid");
}

TEST_CASE("a graph may be grouped by department") {
  const Run run = graph({"--by", "department", "--format", "mermaid"});
  CHECK(run.out.find(
            "subgraph g0[\"marketing\"]\n    t3[\"Mail\"]\n  end\n  subgraph g1[\"no department\"]\n") !=
        std::string::npos);
}

TEST_CASE("a tool that does not exist is guessed, and an inventory with faults draws nothing") {
  const Run unknown = graph({"--focus", "cmr"});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.err == "martech-audit: unknown tool 'cmr'; did you mean 'crm'?\n");
  const Run broken = graph({}, "martech: 1\ntools: [{id: a}]\n");
  CHECK(broken.exit_code == 2);
  CHECK(broken.out == "");
}

// An SVG by a `dot` that does what the script says; without one where it is empty.
Run svg_by(const std::string& script) {
  const TemporaryFolder folder;
  if (!script.empty()) {
    const std::string path = folder.write("dot", "#!/bin/sh\n" + script);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  }
  return martech_audit(Setting{.arguments = {"graph", "-", "--as-of", "2026-11-23", "--format", "svg"},
                               .input = stack,
                               .environment = {"PATH=" + folder.path().string()}});
}

TEST_CASE("an SVG is drawn by dot, which gets the graph as --format dot prints it") {
  const Run run = svg_by("echo \"$@\"\nexec cat\n");
  CHECK(run.exit_code == 0);
  CHECK(run.err == "");
  CHECK(run.out == "-Tsvg -Kdot\n" + graph({}).out);
}

TEST_CASE("dot may write more than a pipe holds before it reads, or never read") {
  const Run run = svg_by("head -c 1000000 /dev/zero | tr '\\0' x\n");
  CHECK(run.exit_code == 0);
  CHECK(run.out == std::string(1000000, 'x'));
}

TEST_CASE("a dot that fails, draws nothing or is not there ends with what is known of it") {
  struct Case {
    std::string script;
    std::string said;
  };
  const std::vector<Case> cases{
      {"echo half\necho first >&2\nprintf 'a \\033[31mfault\\n\\n' >&2\nexit 3\n",
       "dot could not draw the graph: a \\x1b[31mfault"},
      {"echo half\nkill -9 $$\n", "dot could not draw the graph"},
      {"exit 0\n", "dot could not draw the graph"},
      {"",
       "an SVG needs the program dot (Debian's package graphviz), which cannot be started: No such file or "
       "directory; what --format dot writes can be drawn elsewhere, by 'dot -Tsvg'"},
  };
  for (const Case& c : cases) {
    const Run run = svg_by(c.script);
    CHECK(run.exit_code == 2);
    CHECK(run.out == "");
    CHECK(run.err == "martech-audit: " + c.said + "\n");
  }
}

TEST_CASE("a team owns what its people own") {
  const Run run = martech_audit(Setting{
      .arguments = {"scan", "-", "--as-of", "2026-11-23", "--format", "json"}, .input = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR}
teams: [{id: crew, name: Crew}, {id: sales, name: Sales}]
people: [{id: ana, name: Ana, team: crew}]
tools:
  - {id: ads, name: Ads, owner: ana, user_teams: [sales, crew]}
  - {id: crm, name: CRM, owner: sales}
  - {id: dam, name: DAM}
)yaml"});
  CHECK(run.out.find(R"("teams": [
    {"id": "crew", "name": "Crew", "owns": ["ads"], "uses": ["ads"]},
    {"id": "sales", "name": "Sales", "owns": ["crm"], "uses": ["ads"]}
  ])") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::graph
