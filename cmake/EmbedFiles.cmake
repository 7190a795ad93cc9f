# Files as constants of the program.
#
# martech_audit_embed_documents(<target> <symbol> <file>…) reads YAML or JSON files at build time and compiles the trees
# into the target. `#include "embedded/<symbol>.h"` then gives
#   std::span<const EmbeddedDocument> martech_audit::embedded::<symbol>();     sorted by name
# and Document::from_image() makes Documents of them without parsing. A file with a fault fails the build.
#
# martech_audit_embed_text(<target> <symbol> <file>) compiles one file in as it is:
#   std::string_view martech_audit::embedded::<symbol>();
#
# martech_audit_embed_time_zones(<target> <symbol>) compiles in the zones of the building machine's tzdata:
#   std::span<const EmbeddedFile> martech_audit::embedded::<symbol>();         sorted by name
#
# Call all of them in the directory that defines the target.

# The program that writes the constants; its target is made at first use.
function(_martech_audit_embed_tool)
  if(NOT TARGET martech_audit_embed_documents)
    add_executable(martech_audit_embed_documents ${PROJECT_SOURCE_DIR}/src/document/tools/embed_documents.cpp)
    target_link_libraries(martech_audit_embed_documents PRIVATE martech_audit_document martech_audit_warnings)
  endif()
endfunction()

# Sets `source` to the file that the caller is to have made.
function(_martech_audit_embed_source target symbol header)
  _martech_audit_embed_tool()
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/embed/embedded)
  set(source ${directory}/${symbol}.cpp)
  set(content "// Made from files by cmake/EmbedFiles.cmake.\n#pragma once\n\n${header}")
  file(CONFIGURE OUTPUT ${directory}/${symbol}.h CONTENT "${content}" @ONLY)
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embed)
  set(source ${source} PARENT_SCOPE)
endfunction()

function(_martech_audit_embed target symbol mode header)
  _martech_audit_embed_source(${target} ${symbol} "${header}")
  list(TRANSFORM ARGN REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  add_custom_command(
    OUTPUT ${source}
    COMMAND martech_audit_embed_documents ${mode} ${symbol} ${source} ${PROJECT_SOURCE_DIR} ${ARGN}
    DEPENDS martech_audit_embed_documents ${ARGN}
    COMMENT "Embedding ${symbol}"
    VERBATIM)
endfunction()

function(martech_audit_embed_documents target symbol)
  _martech_audit_embed(${target} ${symbol} documents
"#include <span>

#include \"document/embedded.h\"

namespace martech_audit::embedded {
std::span<const EmbeddedDocument> ${symbol}();
}
" ${ARGN})
endfunction()

function(martech_audit_embed_text target symbol file)
  _martech_audit_embed(${target} ${symbol} text
"#include <string_view>

namespace martech_audit::embedded {
std::string_view ${symbol}();
}
" ${file})
endfunction()

# Slim data are half of what lies in /usr/share/zoneinfo. "Factory" stands for a machine whose zone nobody has set.
function(martech_audit_embed_time_zones target symbol)
  _martech_audit_embed_source(${target} ${symbol}
"#include <span>

#include \"base/embedded_file.h\"

namespace martech_audit::embedded {
std::span<const EmbeddedFile> ${symbol}();
}
")
  set(zones ${CMAKE_CURRENT_BINARY_DIR}/embed/${symbol})
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${zones}
    COMMAND ${TIME_ZONE_COMPILER} -b slim -d ${zones} ${TIME_ZONE_RULES}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${zones}/Factory
    COMMAND martech_audit_embed_documents folder ${symbol} ${source} ${zones} ${zones}
    DEPENDS martech_audit_embed_documents ${TIME_ZONE_RULES}
    COMMENT "Embedding ${symbol}"
    VERBATIM)
endfunction()
