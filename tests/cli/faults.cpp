#include "faults.h"

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests {

void check_faults(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    const TemporaryFolder folder;
    folder.write(fault.name, fault.bytes);
    const Run run =
        martech_audit(Setting{.arguments = {"scan", fault.name, "--exit-zero"}, .folder = folder.path()});
    INFO(fault.name);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK("\n" + run.err == fault.said);
  }
}

}  // namespace martech_audit::tests
