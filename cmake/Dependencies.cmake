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

# martech_audit_archive(<name> <header> <library> <debian package> [libraries that it needs…])
# Makes the target <name>_static. The archive is preferred, so that the binary stands alone (and is a fifth faster at
# parsing); without one, in `lib<library>.a`, the shared library is taken.
macro(martech_audit_archive name header library debian)
  string(TOUPPER ${name} _prefix)
  find_path(${_prefix}_INCLUDE ${header})
  find_library(${_prefix}_LIBRARY NAMES lib${library}.a ${library})
  if(NOT ${_prefix}_INCLUDE OR NOT ${_prefix}_LIBRARY)
    list(APPEND _missing ${debian})
  endif()
  add_library(${name}_static INTERFACE)
  target_include_directories(${name}_static SYSTEM INTERFACE ${${_prefix}_INCLUDE})
  target_link_libraries(${name}_static INTERFACE ${${_prefix}_LIBRARY} ${ARGN})
endmacro()

find_package(Threads REQUIRED)
martech_audit_archive(yaml_cpp yaml-cpp/eventhandler.h yaml-cpp libyaml-cpp-dev)
martech_audit_archive(re2 re2/re2.h re2 libre2-dev Threads::Threads)
martech_audit_archive(cctz absl/time/internal/cctz/include/cctz/zone_info_source.h absl_time_zone libabsl-dev Threads::Threads)
martech_audit_archive(nettle nettle/sha2.h nettle nettle-dev)
martech_audit_archive(utf8proc utf8proc.h utf8proc libutf8proc-dev)
martech_audit_archive(expat expat.h expat libexpat1-dev)
martech_audit_archive(zlib zlib.h z zlib1g-dev)
martech_audit_archive(minizip minizip/unzip.h minizip libminizip-dev zlib_static)

# The rules of the time zones and their compiler: the program holds what they make and reads no zone file.
find_file(TIME_ZONE_RULES tzdata.zi PATHS /usr/share/zoneinfo NO_DEFAULT_PATH)
find_program(TIME_ZONE_COMPILER zic PATHS /usr/sbin /sbin)
if(NOT TIME_ZONE_RULES)
  list(APPEND _missing tzdata)
endif()
if(NOT TIME_ZONE_COMPILER)
  list(APPEND _missing libc-bin)
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
