# One interface library carries the warning flags; every target of ours links it.
add_library(martech_audit_warnings INTERFACE)
target_compile_options(martech_audit_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<BOOL:${MARTECH_AUDIT_WERROR}>:-Werror>
  # GCC 12 reports uninitialised members of std::optional and std::variant that it cannot follow.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release,RelWithDebInfo>>:-Wno-maybe-uninitialized>)
