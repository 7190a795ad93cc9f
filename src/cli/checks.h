// Checks of option values, in words that say what to write instead.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit::cli {

// Exactly one of `words`, which must outlive the check (literals do).
CLI::Validator one_of(std::vector<std::string_view> words);

// A number from `least` to `most`, both included.
CLI::Validator number_from(double least, double most);

// A number that is not negative.
CLI::Validator not_negative();

}  // namespace martech_audit::cli
