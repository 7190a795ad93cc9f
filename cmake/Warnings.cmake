# One interface library carries the warning flags; every target of ours links it.
add_library(martech_audit_warnings INTERFACE)
target_compile_options(martech_audit_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>   # names of one file shadow nothing in another
  $<$<BOOL:${MARTECH_AUDIT_WERROR}>:-Werror>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>   # GCC's -Wconversion has it apart
  # Optimising, GCC 12 sees uninitialised members of std::optional and overlapping copies in std::string that are none
  # (GCC bugs 80635 and 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release,RelWithDebInfo>>:-Wno-maybe-uninitialized$<SEMICOLON>-Wno-restrict>)
