// A program with options of every kind, for tests.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "options/command.h"

namespace martech_audit::tests {

using options::Command;
using options::Group;
using options::Kind;
using options::Place;
using options::Row;
using options::Stricter;

struct Bakery {
  bool verbose = false;
};

struct Baking {
  std::string recipe;
  std::vector<std::string> cakes;
  std::string oven = "gas";
  std::optional<double> heat;
  std::optional<int> minutes;
  std::vector<std::string> toppings;
  std::string diary;
  bool cold = false;
};

inline std::vector<std::string_view> ovens() { return {"electric", "gas", "wood"}; }
inline std::vector<std::string_view> toppings() { return {"cherry", "cream"}; }

inline constexpr std::array bakery_rows{
    Row<Bakery>{{.name = "verbose", .letter = 'v', .summary = "Say more"}, &Bakery::verbose},
};

inline constexpr std::array baking_rows{
    Row<Baking>{{.name = "recipe",
                 .value = "RECIPE",
                 .summary = "What to bake by",
                 .kind = Kind::path,
                 .place = Place::required_argument},
                &Baking::recipe},
    Row<Baking>{{.name = "cakes", .value = "CAKE", .summary = "Cakes", .place = Place::argument},
                &Baking::cakes},
    Row<Baking>{{.name = "oven",
                 .letter = 'o',
                 .value = "OVEN",
                 .summary = "Oven",
                 .kind = Kind::word,
                 .words = ovens,
                 .lists_words = true,
                 .shows_default = true,
                 .key = {"kitchen", "oven"}},
                &Baking::oven},
    Row<Baking>{{.name = "heat",
                 .value = "DEGREES",
                 .summary = "Heat",
                 .kind = Kind::number,
                 .most = 300,
                 .key = {"kitchen", "heat", Stricter::lower}},
                &Baking::heat},
    Row<Baking>{{.name = "minutes",
                 .value = "N",
                 .summary = "Time in the oven",
                 .kind = Kind::count,
                 .least = 1,
                 .most = 600,
                 .key = {.name = "minutes", .about = "Minutes in the oven"}},
                &Baking::minutes},
    Row<Baking>{{.name = "topping",
                 .value = "TOPPING",
                 .summary = "Topping; repeatable",
                 .kind = Kind::known,
                 .words = toppings,
                 .key = {.name = "toppings"}},
                &Baking::toppings},
    Row<Baking>{{.name = "diary",
                 .value = "FILE",
                 .summary = "Where to write it down",
                 .kind = Kind::path,
                 .is_configurable = false},
                &Baking::diary},
    Row<Baking>{{.name = "cold", .summary = "Let it cool", .key = {"kitchen", "cold", Stricter::on}},
                &Baking::cold},
};

// `baking` says which options `bake` takes.
inline Command bakery(const Group<Baking>& baking = baking_rows) {
  const auto of_all = std::make_shared<Bakery>();
  Command program{"bakery", "Bakes."};
  program.values.add<Bakery>(bakery_rows, *of_all);
  const auto add = [&](std::string_view name, const Group<Baking>& group) {
    const auto options = std::make_shared<Baking>();
    Command command{name, "Bake by a recipe"};
    group.bind(*options, command.values);
    command.run = [options, of_all](const options::Call&) { return 0; };
    return command;
  };
  program.parts = {add("bake", baking), Command{"stock", "What is in stock"}};
  program.parts.back().parts = {add("list", {}), add("lend", {})};
  return program;
}

}  // namespace martech_audit::tests
