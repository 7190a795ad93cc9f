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
using options::Option;
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
    Row{Option::flag("verbose", "Say more").with_letter('v'), &Bakery::verbose},
};

inline constexpr std::array baking_rows{
    Row{Option::path("recipe", "RECIPE", "What to bake by").as_required_argument(), &Baking::recipe},
    Row{Option::text("cakes", "CAKE", "Cakes").as_argument(), &Baking::cakes},
    Row{Option::word("oven", "OVEN", "Oven", ovens)
            .with_letter('o')
            .listing_words()
            .with_default()
            .with_key("kitchen", "oven"),
        &Baking::oven},
    Row{Option::number("heat", "DEGREES", "Heat", 0, 300).with_key("kitchen", "heat", Stricter::lower),
        &Baking::heat},
    Row{Option::count("minutes", "N", "Time in the oven", 1, 600)
            .with_key("", "minutes", Stricter::never, "Minutes in the oven"),
        &Baking::minutes},
    Row{Option::known("topping", "TOPPING", "Topping; repeatable", toppings).with_key("", "toppings"),
        &Baking::toppings},
    Row{Option::path("diary", "FILE", "Where to write it down").not_configurable(), &Baking::diary},
    Row{Option::flag("cold", "Let it cool").with_key("kitchen", "cold", Stricter::on), &Baking::cold},
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
