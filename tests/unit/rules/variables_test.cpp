#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit::test;

TEST_CASE("Variables name parts of conditions, amounts and messages") {
  const std::string text =
      pack(rule(R"(variables:
  idle: tool.seats.purchased - tool.usage.active
  many: idle > params.few
assert: "!many"
severity_when: {high: many && idle > 5}
money: {exposed: idle * 10}
message: "{tool.name}: {idle} idle")",
                "seats"),
           "params: {few: {type: int, default: 2, about: Few, source: house default}}\n");
  CHECK(judged(text, R"(tools:
  - {id: a, name: A, seats: {purchased: 8}, usage: {active: 5}}
  - {id: b, name: B, seats: {purchased: 8}, usage: {active: 6}}
  - {id: c, name: C, seats: {purchased: 8}}
  - {id: d, name: D, seats: {purchased: 8}, usage: {active: 2}}
)") == R"(
seats: 0 not applicable
  a medium gap of 1000000000, exposed 30.00: A: 3 idle
  b pass
  c unknown: usage.active of c
  d high gap of 1000000000, exposed 60.00: D: 6 idle
)");
}

TEST_CASE("A variable belongs to its rule, and to what stands below it") {
  CHECK(faults(pack(rule("variables: {idle: tool.seats.purchased > 3}\nassert: idle", "first") +
                    rule("assert: \"!idle\"", "second"))) ==
        R"(
pack.yaml:16:15: error: undeclared name 'idle'
   16 |     assert: "!idle"
      |               ^~~~
      hint: one of: org, params, as_of, tool
)");
  CHECK(faults(
            pack(rule("when: idle\nvariables: {all: idle, idle: tool.seats.purchased > 3}\nassert: idle"))) ==
        R"(
pack.yaml:6:11: error: undeclared name 'idle'
    6 |     when: idle
      |           ^~~~
      hint: one of: org, params, as_of, tool
pack.yaml:7:22: error: undeclared name 'idle'
    7 |     variables: {all: idle, idle: tool.seats.purchased > 3}
      |                      ^~~~
      hint: one of: org, params, as_of, tool
)");
}

TEST_CASE("Variables that cannot be are reported") {
  CHECK(faults(pack(rule("variables: {Idle-Seats: 'true', tool: 'true', as_of: 'false', odd: tool.seat}"))) ==
        R"(
pack.yaml:6:17: error: 'Idle-Seats' is not a name for a variable: only a-z, 0-9 and '_', with no digit in front
    6 |     variables: {Idle-Seats: 'true', tool: 'true', as_of: 'false', odd: tool.seat}
      |                 ^~~~~~~~~~
      hint: write 'idle_seats'
pack.yaml:6:37: error: 'tool' has a reserved meaning
    6 |     variables: {Idle-Seats: 'true', tool: 'true', as_of: 'false', odd: tool.seat}
      |                                     ^~~~
      hint: choose another name for the variable
pack.yaml:6:51: error: 'as_of' has a reserved meaning
    6 |     variables: {Idle-Seats: 'true', tool: 'true', as_of: 'false', odd: tool.seat}
      |                                                   ^~~~~
      hint: choose another name for the variable
pack.yaml:6:77: error: tool has no field 'seat'
    6 |     variables: {Idle-Seats: 'true', tool: 'true', as_of: 'false', odd: tool.seat}
      |                                                                             ^~~~
      hint: did you mean 'seats'?
)");
  CHECK(faults(pack(rule("variables: [idle]"))) ==
        R"(
pack.yaml:6:16: error: 'variables' must be a mapping, not a list
    6 |     variables: [idle]
      |                ^~~~~~
      hint: write each as 'name: an expression'
)");
}

TEST_CASE("What fails in a variable fails the rule, at its place") {
  CHECK(judged(pack(rule("variables: {share: 1 / tool.seats.purchased}\nassert: share > 0")),
               "tools: [{id: a, name: A, seats: {purchased: 0}}]") ==
        R"(
pack.yaml:6:26: error: rule 'a-rule' fails for tool 'a': division by zero
    6 |     variables: {share: 1 / tool.seats.purchased}
      |                          ^
)");
}

TEST_CASE("So many of several conditions, as far as they are known") {
  const std::string text =
      pack(rule("assert: at_least(2, tool.seats.purchased > 5, tool.usage.active > 5, has(tool.problem))\n"
                "message: \"{known(tool.usage.active) ? 'used' : 'nobody knows'}\""));
  CHECK(judged(text, R"(tools:
  - {id: a, name: A, seats: {purchased: 8}, usage: {active: 6}}
  - {id: b, name: B, seats: {purchased: 8}}
  - {id: c, name: C, seats: {purchased: 8}, problem: Mail to all buyers}
  - {id: d, name: D, seats: {purchased: 3}}
  - {id: e, name: E}
)") ==
        R"(
a-rule: 0 not applicable
  a pass
  b unknown: usage.active of b
  c pass
  d medium gap of 1000000000: nobody knows
  e unknown: seats.purchased of e usage.active of e
)");
}
