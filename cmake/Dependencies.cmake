# Every library the project uses, found once. All come from Debian's packages; what is missing is
# named together with its package, all at once.

set(_missing "")

# martech_audit_require(<cmake package> <debian package> [find_package arguments…])
macro(martech_audit_require package debian)
  find_package(${package} QUIET ${ARGN})
  if(NOT ${package}_FOUND)
    list(APPEND _missing "${debian}")
  endif()
endmacro()

martech_audit_require(CLI11 libcli11-dev)
martech_audit_require(nlohmann_json nlohmann-json3-dev)
martech_audit_require(fmt libfmt-dev)
martech_audit_require(spdlog libspdlog-dev)
martech_audit_require(date libhowardhinnant-date-dev)

find_path(YAML_CPP_INCLUDE yaml-cpp/eventhandler.h)
find_library(YAML_CPP_LIBRARY NAMES libyaml-cpp.a yaml-cpp)
if(NOT YAML_CPP_INCLUDE OR NOT YAML_CPP_LIBRARY)
  list(APPEND _missing libyaml-cpp-dev)
endif()
find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp)
if(NOT MUSTACHE_INCLUDE)
  list(APPEND _missing libkainjow-mustache-dev)
endif()
find_path(RE2_INCLUDE re2/re2.h)
find_library(RE2_LIBRARY NAMES libre2.a re2)
if(NOT RE2_INCLUDE OR NOT RE2_LIBRARY)
  list(APPEND _missing libre2-dev)
endif()
if(MARTECH_AUDIT_TESTS)
  # Debian 12 has Catch2 2.13, others have 3; tests/support hides the difference.
  martech_audit_require(Catch2 catch2)
endif()
if(MARTECH_AUDIT_BENCHMARKS)
  martech_audit_require(benchmark libbenchmark-dev)
endif()

if(_missing)
  list(JOIN _missing " " _missing)
  message(FATAL_ERROR "Missing libraries. On Debian or Ubuntu:\n    apt-get install ${_missing}\n"
                      "or let ./bootstrap install them.")
endif()

# The archives are preferred so that the binary stands alone (and is a fifth faster at parsing).
find_package(Threads REQUIRED)
add_library(yaml_cpp_static INTERFACE)
target_include_directories(yaml_cpp_static SYSTEM INTERFACE ${YAML_CPP_INCLUDE})
target_link_libraries(yaml_cpp_static INTERFACE ${YAML_CPP_LIBRARY})
add_library(re2_static INTERFACE)
target_include_directories(re2_static SYSTEM INTERFACE ${RE2_INCLUDE})
target_link_libraries(re2_static INTERFACE ${RE2_LIBRARY} Threads::Threads)

# The headers of fmt and spdlog without their shared libraries; src/base/fmt_library.cpp holds what they need compiled.
foreach(library IN ITEMS fmt spdlog)
  get_target_property(${library}_include ${library}::${library} INTERFACE_INCLUDE_DIRECTORIES)
endforeach()
add_library(fmt_once INTERFACE)
target_include_directories(fmt_once SYSTEM INTERFACE ${fmt_include})
add_library(spdlog_headers INTERFACE)
target_include_directories(spdlog_headers SYSTEM INTERFACE ${spdlog_include})
target_compile_definitions(spdlog_headers INTERFACE SPDLOG_FMT_EXTERNAL)
target_link_libraries(spdlog_headers INTERFACE Threads::Threads)
