# What nearly all units include, read once instead of once a unit; for builds from nothing. The preset `dev` has none, so
# that what a file lacks shows there.
set(_precompiled <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <functional> <limits> <map> <memory> <optional>
  <set> <span> <string> <string_view> <tuple> <unordered_map> <utility> <vector> <fmt/format.h>)

# ccache keeps units with such headers only if it may; their times are not those of what is in them.
if(MARTECH_AUDIT_PRECOMPILE AND CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache")
  list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros)
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# martech_audit_precompile(<target> <owner> [<header>…]): the owner's headers are compiled once, with its options, and
# used by all targets that name it.
function(martech_audit_precompile target owner)
  if(NOT MARTECH_AUDIT_PRECOMPILE)
    return()
  endif()
  if(target STREQUAL owner)
    target_precompile_headers(${target} PRIVATE ${_precompiled} ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()
