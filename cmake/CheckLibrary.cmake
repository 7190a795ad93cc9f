# Installs the library and builds a program with it that knows nothing of the source tree: what is installed suffices.
#
#   cmake -DBUILD_DIR=… -DSOURCE_DIR=… -P CheckLibrary.cmake
set(folder ${BUILD_DIR}/installed)
file(REMOVE_RECURSE ${folder})

include(${CMAKE_CURRENT_LIST_DIR}/RunProgram.cmake)

run(${CMAKE_COMMAND} --install ${BUILD_DIR} --component development --prefix ${folder}/prefix)
file(COPY ${SOURCE_DIR}/examples/embed DESTINATION ${folder})
run(${CMAKE_COMMAND} -S ${folder}/embed -B ${folder}/build -DCMAKE_PREFIX_PATH=${folder}/prefix)
run(${CMAKE_COMMAND} --build ${folder}/build)
run(${folder}/build/embed ${SOURCE_DIR}/examples/retailer/inventory.yaml)
if(NOT output MATCHES ": gap [0-9.]+ of 100, [0-9]+ findings")
  message(FATAL_ERROR "the program says something else:\n${output}")
endif()
