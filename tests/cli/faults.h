// Broken inputs and everything that the program says of them.
#pragma once

#include <string>
#include <vector>

namespace martech_audit::tests {

struct Fault {
  std::string name;   // of the file
  std::string bytes;  // in it
  std::string said;   // on standard error, whole, after a line break
};

// Scans each file alone: exit 2, even with --exit-zero, nothing on standard output, and the words expected.
void check_faults(const std::vector<Fault>& faults);

}  // namespace martech_audit::tests
