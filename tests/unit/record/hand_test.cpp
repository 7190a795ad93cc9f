// A struct that people write is read from YAML and described; what is wrong is said at its place, all at
// once.
#include "record/hand_forms.h"
#include "record/schema_writer.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

enum class Rig { sloop, ketch, yawl };
constexpr std::array<std::string_view, 3> rig_words{"sloop", "ketch", "yawl"};

struct Crew {
  Node node;
  std::string name;
  std::optional<Date> since;
};

struct Buoy {
  Node node, depth;
};

struct Boat {
  Node node, id, course;
  std::string name, id_text;
  std::string revision;
  Rig rig = Rig::sloop;
  std::optional<Rig> former_rig;
  std::optional<int> berths;
  bool sails = false;
  Currency currency;
  std::vector<std::string> ports, marks;
  std::vector<Crew> crew;
  std::vector<Buoy> buoys;
  std::vector<std::string> log;
  Node ballast;
};

}  // namespace

template <>
struct record::Fields<Crew> {
  static constexpr std::string_view noun = "a crew member";
  static constexpr auto place = &Crew::node;

  template <class V>
  static void of(V& visit, Crew& crew) {
    visit("name", crew.name, "what they are called");
    visit.optional("since", crew.since, "when they came aboard");
  }
};

template <>
struct record::Fields<Buoy> {
  static constexpr std::string_view noun = "a buoy";
  static constexpr auto place = &Buoy::node;

  template <class V>
  static void of(V& visit, Buoy& buoy) {
    visit("depth", AnyNumber{buoy.depth}, "in metres");
  }
  static void also(auto& schema) { schema.one_of({{"depth", "chart"}, {"chain"}}); }
};

template <>
struct record::Fields<Boat> {
  static constexpr std::string_view noun = "a boat";
  static constexpr auto place = &Boat::node;

  template <class V>
  static void of(V& visit, Boat& boat) {
    visit("id", identifier(boat.id_text, boat.id), "of the register");
    visit("name", boat.name, "on the stern");
    visit("rig", Choice<Rig>{"rig", rig_words, boat.rig}, "how it is rigged");
    visit.optional("former_rig", Choice<std::optional<Rig>>{"rig", rig_words, boat.former_rig}, "once");
    visit.optional("revision", version(boat.revision), "of its papers");
    visit.optional("berths", Whole<std::optional<int>>{boat.berths, 1, 12}, "to sleep in");
    visit.optional("sails", boat.sails, "whether it does");
    visit.optional("currency", boat.currency, "of its fees");
    visit.optional("ports", boat.ports, "it calls at");
    visit.optional("marks", Identifiers{boat.marks}, "it carries");
    visit.optional("crew", boat.crew, "who sails it");
    visit.optional("buoys", ByName<Buoy>{boat.buoys, "write each as 'name: {depth: 3}'"}, "by name");
    visit.optional("course", formula(boat.course), "an expression");
    visit.optional("ballast", AnyScalar{boat.ballast}, "of any type");
    visit.optional("log",
                   each("write each as 'day: entry'",
                        [&](auto&, Node entry) {
                          boat.log.push_back(std::string(entry.key()) + "=" + std::string(entry.text()));
                        }),
                   "what happened");
  }
};

namespace {

struct ReadBoat {
  std::optional<Document> document;  // owns the nodes
  Boat boat;
  std::string said;
};

ReadBoat read(const std::string& text) {
  ReadBoat read;
  Diagnostics diagnostics;
  read.document = read_document(std::make_shared<const Source>("boat.yaml", text), diagnostics);
  REQUIRE(read.document);
  read.boat = record::read_by_hand<Boat>(read.document->root(), diagnostics);
  read.said = "\n" + render(diagnostics);
  return read;
}

const std::string whole = R"(id: kittiwake
name: ' Kittiwake '
rig: yawl
former_rig: ketch
revision: 1.2.0
berths: 4
sails: true
currency: EUR
ports: [Leith, Granton]
marks: gull
crew:
  - {name: Anna, since: 2024-03-01}
  - name: Ben
buoys:
  inner: {depth: 3}
  outer: {depth: 12.5}
course: >-
  wind.from +
  tide.set
ballast: 2 t
log: {monday: calm, tuesday: gale}
)";

TEST_CASE("what people write is read by the list of fields") {
  const auto [document, boat, said] = read(whole);
  CHECK(said == "\n");
  CHECK(boat.id_text == "kittiwake");
  CHECK(boat.name == "Kittiwake");
  CHECK(boat.rig == Rig::yawl);
  CHECK(boat.former_rig == Rig::ketch);
  CHECK(boat.revision == "1.2.0");
  CHECK(boat.berths == 4);
  CHECK(boat.sails);
  CHECK(boat.currency.code() == "EUR");
  CHECK(boat.ports == std::vector<std::string>{"Leith", "Granton"});
  CHECK(boat.marks == std::vector<std::string>{"gull"});
  REQUIRE(boat.crew.size() == 2);
  CHECK(to_string(boat.crew[0].since.value()) == "2024-03-01");
  CHECK(!boat.crew[1].since);
  REQUIRE(boat.buoys.size() == 2);
  CHECK(boat.buoys[1].node.key() == "outer");
  CHECK(boat.ballast.text() == "2 t");
  CHECK(boat.log == std::vector<std::string>{"monday=calm", "tuesday=gale"});
}

TEST_CASE("an expression is found again within its text, however that is folded") {
  const auto [document, boat, said] = read(whole);
  Diagnostics diagnostics;
  const std::size_t at = boat.course.text().find("tide");
  diagnostics.error(boat.course.where(at, at + 4), "there is no tide");
  CHECK("\n" + render(diagnostics) == R"(
boat.yaml:19:3: error: there is no tide
   19 |   tide.set
      |   ^~~~
)");
}

// What is written behind a boat that has all it needs, and what is said of it.
const std::vector<std::array<std::string, 2>> faults{
    {"nmae: B", R"(
boat.yaml:4:1: error: unknown field 'nmae' of a boat
    4 | nmae: B
      | ^~~~
      hint: did you mean 'name'?
)"},
    {"former_rig: skecth", R"(
boat.yaml:4:13: error: unknown rig 'skecth'
    4 | former_rig: skecth
      |             ^~~~~~
      hint: did you mean 'ketch'?
)"},
    {"former_rig: barque", R"(
boat.yaml:4:13: error: unknown rig 'barque'
    4 | former_rig: barque
      |             ^~~~~~
      hint: one of: sloop, ketch, yawl
)"},
    {"former_rig: []", R"(
boat.yaml:4:13: error: 'former_rig' must be text, not a list
    4 | former_rig: []
      |             ^~
      hint: write one text, in quotes if it starts with '['
)"},
    {"revision: '1.2'", R"(
boat.yaml:4:11: error: '1.2' is not a version
    4 | revision: '1.2'
      |           ^~~~~
      hint: write three numbers: 1.0.0
)"},
    {"berths: 13", R"(
boat.yaml:4:9: error: 'berths' must be a whole number from 1 to 12
    4 | berths: 13
      |         ^~
      hint: write a number such as 12, without quotes
)"},
    {"berths: many", R"(
boat.yaml:4:9: error: 'berths' must be a whole number from 1 to 12
    4 | berths: many
      |         ^~~~
      hint: write a number such as 12, without quotes
)"},
    {"sails: yes", R"(
boat.yaml:4:8: error: 'sails' must be true or false
    4 | sails: yes
      |        ^~~
      hint: write true or false, without quotes
)"},
    {"currency: Euro", R"(
boat.yaml:4:11: error: 'Euro' is not a currency code of ISO 4217
    4 | currency: Euro
      |           ^~~~
      hint: write three letters such as EUR or USD
)"},
    {"ports: {a: b}", R"(
boat.yaml:4:8: error: 'ports' must be a list, not a mapping
    4 | ports: {a: b}
      |        ^~~~~~
      hint: write [first, second]
)"},
    {"ports: [Leith, '']", R"(
boat.yaml:4:16: error: an item of the list is empty
    4 | ports: [Leith, '']
      |                ^~
      hint: give it a value, or leave the line out
)"},
    {"marks: [gull, Sea Gull]", R"(
boat.yaml:4:15: error: 'Sea Gull' is not an id: only a-z, 0-9 and '-', with no '-' in front
    4 | marks: [gull, Sea Gull]
      |               ^~~~~~~~
      hint: write 'sea-gull'
)"},
    {"crew: Anna", R"(
boat.yaml:4:7: error: 'crew' must be a list, not text
    4 | crew: Anna
      |       ^~~~
      hint: start each crew member with '- name: …'
)"},
    {"crew:\n  - {name: Anna, since: 2024-02-31}\n  - {nam: Ben}\n  - Carl", R"(
boat.yaml:5:25: error: 'since' must be a date
    5 |   - {name: Anna, since: 2024-02-31}
      |                         ^~~~~~~~~~
      hint: write 2026-11-23
boat.yaml:6:6: error: unknown field 'nam' of a crew member
    6 |   - {nam: Ben}
      |      ^~~
      hint: did you mean 'name'?
boat.yaml:6:5: error: a crew member needs 'name'
    6 |   - {nam: Ben}
      |     ^~~~~~~~~~
      hint: name: what they are called
boat.yaml:7:5: error: a crew member must be a mapping, not text
    7 |   - Carl
      |     ^~~~
      hint: write each field as 'name: value'; it needs name
)"},
    {"buoys: [inner]", R"(
boat.yaml:4:8: error: 'buoys' must be a mapping, not a list
    4 | buoys: [inner]
      |        ^~~~~~~
      hint: write each as 'name: {depth: 3}'
)"},
    {"buoys: {Inner Buoy: {depth: 3}, outer: {}, far: 3}", R"(
boat.yaml:4:9: error: 'Inner Buoy' is not a name for a buoy: only a-z, 0-9 and '_', with no digit in front
    4 | buoys: {Inner Buoy: {depth: 3}, outer: {}, far: 3}
      |         ^~~~~~~~~~
      hint: write 'inner_buoy'
boat.yaml:4:40: error: a buoy needs 'depth'
    4 | buoys: {Inner Buoy: {depth: 3}, outer: {}, far: 3}
      |                                        ^~
      hint: depth: in metres
boat.yaml:4:49: error: a buoy must be a mapping, not text
    4 | buoys: {Inner Buoy: {depth: 3}, outer: {}, far: 3}
      |                                                 ^
      hint: write each field as 'name: value'; it needs depth
)"},
    {"buoys: {inner: {depth: [3]}}", R"(
boat.yaml:4:24: error: 'depth' must be one value, not a list
    4 | buoys: {inner: {depth: [3]}}
      |                        ^~~
      hint: write one number, text, true or false
)"},
    {"course: {a: b}", R"(
boat.yaml:4:9: error: 'course' must be text, not a mapping
    4 | course: {a: b}
      |         ^~~~~~
      hint: put it in quotes if it contains ': ' or starts with '{'
)"},
    {"course: '  '", R"(
boat.yaml:4:9: error: 'course' is empty
    4 | course: '  '
      |         ^~~~
      hint: give it a value, or leave the line out
)"},
    {"course:", R"(
boat.yaml:4:1: error: 'course' is empty
    4 | course:
      | ^~~~~~
      hint: give it a value, or leave the line out
)"},
    {"ballast: [2]", R"(
boat.yaml:4:10: error: 'ballast' must be one value, not a list
    4 | ballast: [2]
      |          ^~~
      hint: write one number, text, true or false
)"},
    {"log: [calm]", R"(
boat.yaml:4:6: error: 'log' must be a mapping, not a list
    4 | log: [calm]
      |      ^~~~~~
      hint: write each as 'day: entry'
)"},
};

TEST_CASE("whatever is wrong is shown at its place, with what to write") {
  for (const auto& [text, said] : faults) {
    INFO(text);
    CHECK(read("id: a\nname: A\nrig: sloop\n" + text + "\n").said == said);
  }
}

TEST_CASE("what is no struct at all, or lacks what it needs, says what that is") {
  CHECK(read("[]").said == R"(
boat.yaml:1:1: error: a boat must be a mapping, not a list
    1 | []
      | ^~
      hint: write each field as 'name: value'; it needs id, name, rig
)");
  CHECK(read("kittiwake").said == R"(
boat.yaml:1:1: error: a boat must be a mapping, not text
    1 | kittiwake
      | ^~~~~~~~~
      hint: write each field as 'name: value'; it needs id, name, rig
)");
  CHECK(read("{id: A B, name: [x], rig:}").said == R"(
boat.yaml:1:6: error: 'A B' is not an id: only a-z, 0-9 and '-', with no '-' in front
    1 | {id: A B, name: [x], rig:}
      |      ^~~
      hint: write 'a-b'
boat.yaml:1:17: error: 'name' must be text, not a list
    1 | {id: A B, name: [x], rig:}
      |                 ^~~
      hint: write one text, in quotes if it starts with '['
boat.yaml:1:22: error: 'rig' is empty
    1 | {id: A B, name: [x], rig:}
      |                      ^~~
      hint: give it a value, or leave the line out
)");
}

TEST_CASE("beyond the faults that are shown, items are only counted") {
  std::string crew;
  for (int i = 0; i < 150; ++i) crew += "  - {}\n";
  const ReadBoat read_boat = read("id: a\nname: A\nrig: sloop\ncrew:\n" + crew);
  CHECK(read_boat.boat.crew.size() == max_shown_diagnostics - 1);
  CHECK(read_boat.said.ends_with("… and 50 more\n"));
}

TEST_CASE("the schema of what people write follows the same list") {
  CHECK("\n" + record::schema_of<Boat>("Boat") == R"(
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Boat",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "id",
    "name",
    "rig"
  ],
  "properties": {
    "id": {
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$",
      "description": "of the register"
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "description": "on the stern"
    },
    "rig": {
      "enum": [
        "sloop",
        "ketch",
        "yawl"
      ],
      "description": "how it is rigged"
    },
    "former_rig": {
      "enum": [
        "sloop",
        "ketch",
        "yawl"
      ],
      "description": "once"
    },
    "revision": {
      "type": "string",
      "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$",
      "description": "of its papers"
    },
    "berths": {
      "type": "integer",
      "minimum": 1,
      "maximum": 12,
      "description": "to sleep in"
    },
    "sails": {
      "type": "boolean",
      "description": "whether it does"
    },
    "currency": {
      "type": "string",
      "pattern": "^[A-Z]{3}$",
      "description": "of its fees"
    },
    "ports": {
      "anyOf": [
        {
          "type": "string",
          "minLength": 1
        },
        {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        }
      ],
      "description": "it calls at"
    },
    "marks": {
      "anyOf": [
        {
          "type": "string",
          "pattern": "^[a-z0-9][a-z0-9-]*$"
        },
        {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9-]*$"
          }
        }
      ],
      "description": "it carries"
    },
    "crew": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "description": "what they are called"
          },
          "since": {
            "type": "string",
            "format": "date",
            "description": "when they came aboard"
          }
        }
      },
      "description": "who sails it"
    },
    "buoys": {
      "type": "object",
      "propertyNames": {
        "pattern": "^[a-z_][a-z0-9_]*$"
      },
      "additionalProperties": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "depth"
        ],
        "properties": {
          "depth": {
            "type": "number",
            "description": "in metres"
          }
        },
        "oneOf": [
          {
            "required": [
              "depth",
              "chart"
            ]
          },
          {
            "required": [
              "chain"
            ]
          }
        ]
      },
      "description": "by name"
    },
    "course": {
      "type": [
        "string",
        "boolean",
        "number"
      ],
      "description": "an expression"
    },
    "ballast": {
      "type": [
        "boolean",
        "number",
        "string"
      ],
      "description": "of any type"
    },
    "log": {
      "type": "object",
      "description": "what happened"
    }
  }
}
)");
}

}  // namespace
}  // namespace martech_audit
