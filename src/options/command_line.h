// The command line, understood.
#pragma once

#include <span>
#include <string>

#include "options/command.h"

namespace martech_audit::options {

// One of the three.
struct Line {
  Command* command = nullptr;  // what is to run: all that the line and the environment say is in place
  std::string text = {};       // what was asked for instead: help, or the version
  std::string fault = {};      // what is wrong with the line, and what was probably meant, in a clause
};

// `root` is the program itself: its summary stands above the help, its parts are the commands.
Line understand(Command& root, const std::string& version, std::span<const char* const> arguments);

}  // namespace martech_audit::options
