#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#endif

#include "support/skip.h"

// Catch's own status is the number of what failed, so it may be any.
int main(int argc, char* argv[]) {
  if (Catch::Session().run(argc, argv) != 0) return 1;
  return martech_audit::tests::is_anything_skipped ? MARTECH_AUDIT_SKIPPED : 0;
}
