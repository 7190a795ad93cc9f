// Checks of option values, in words that say what to write instead.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit::cli {

// Exactly one of `words`, which must outlive the check (literals do).
CLI::Validator one_of(std::vector<std::string_view> words);

// The same words for completion; anything is taken, since whoever reads the value says more of what is wrong.
CLI::Validator usually_one_of(std::vector<std::string_view> words);

// The words of either; empty where the option has no such check.
std::vector<std::string> words_of(CLI::Option& option);

// A number from `least` to `most`, both included.
CLI::Validator number_from(double least, double most);

// A number that is not negative.
CLI::Validator not_negative();

}  // namespace martech_audit::cli
