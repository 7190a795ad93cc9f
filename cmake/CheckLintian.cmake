# Debian's own checker finds no error in the .deb that CheckPackages.cmake made.
#
#   cmake -DBUILD_DIR=… -P CheckLintian.cmake
find_program(LINTIAN lintian)
file(GLOB debian ${BUILD_DIR}/packages/*.deb)
if(NOT LINTIAN OR NOT debian)
  message(STATUS "skipped: there is no lintian, or no .deb")
  return()
endif()
execute_process(COMMAND ${LINTIAN} --allow-root --fail-on error ${debian} COMMAND_ERROR_IS_FATAL ANY)
