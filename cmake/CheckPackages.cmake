# Makes the packages and looks into them: what is installed runs.
#
#   cmake -DBUILD_DIR=… -DSOURCE_DIR=… -DSTATIC=… -P CheckPackages.cmake
set(folder ${BUILD_DIR}/packages)
file(REMOVE_RECURSE ${folder})

include(${CMAKE_CURRENT_LIST_DIR}/RunProgram.cmake)

find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
set(formats TGZ)
if(DPKG_SHLIBDEPS)
  set(formats DEB TGZ)
endif()
foreach(format IN LISTS formats)
  run(${CMAKE_CPACK_COMMAND} -G ${format} -B ${folder} --config ${BUILD_DIR}/CPackConfig.cmake)
endforeach()

file(GLOB archive ${folder}/*.tar.gz)
file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${folder}/out)
file(GLOB binary ${folder}/out/*/bin/martech-audit)
if(NOT binary)
  message(FATAL_ERROR "${archive} holds no bin/martech-audit")
endif()
find_program(READELF readelf)
if(STATIC AND READELF)
  run(${READELF} --program-headers --dynamic ${binary})
  if(output MATCHES "NEEDED|INTERP")
    message(FATAL_ERROR "${binary} needs shared libraries:\n${output}")
  endif()
endif()
run(${binary} scan ${SOURCE_DIR}/examples/retailer/inventory.yaml --as-of 2026-11-23 --exit-zero -f csv)
foreach(path share/man/man1/martech-audit.1.gz share/bash-completion/completions/martech-audit
        share/zsh/vendor-completions/_martech-audit share/fish/vendor_completions.d/martech-audit.fish
        share/doc/martech-audit/README.md share/doc/martech-audit/LICENSE share/doc/martech-audit/rules/spend.yaml)
  file(GLOB found ${folder}/out/*/${path})
  if(NOT found)
    message(FATAL_ERROR "${archive} holds no ${path}")
  endif()
endforeach()

file(GLOB debian ${folder}/*.deb)
if(DPKG_SHLIBDEPS AND NOT debian)
  message(FATAL_ERROR "no .deb was made")
endif()
message(STATUS "packages: ${archive} ${debian}")
if(NOT DPKG_SHLIBDEPS)
  message(STATUS "skipped: there is no dpkg-shlibdeps, so no .deb was made")
endif()
