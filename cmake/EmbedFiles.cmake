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
# Call both in the directory that defines the target.

# The program that writes the constants; its target is made at first use.
function(_martech_audit_embed_tool)
  if(NOT TARGET martech_audit_embed_documents)
    add_executable(martech_audit_embed_documents ${PROJECT_SOURCE_DIR}/src/document/tools/embed_documents.cpp)
    target_link_libraries(martech_audit_embed_documents PRIVATE martech_audit_document martech_audit_warnings)
  endif()
endfunction()

function(_martech_audit_embed target symbol mode header)
  _martech_audit_embed_tool()
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/embed/embedded)
  set(content "// Made from files by cmake/EmbedFiles.cmake.\n#pragma once\n\n${header}")
  file(CONFIGURE OUTPUT ${directory}/${symbol}.h CONTENT "${content}" @ONLY)
  list(TRANSFORM ARGN REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  add_custom_command(
    OUTPUT ${directory}/${symbol}.cpp
    COMMAND martech_audit_embed_documents ${mode} ${symbol} ${directory}/${symbol}.cpp ${PROJECT_SOURCE_DIR} ${ARGN}
    DEPENDS martech_audit_embed_documents ${ARGN}
    COMMENT "Embedding ${symbol}"
    VERBATIM)
  target_sources(${target} PRIVATE ${directory}/${symbol}.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embed)
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
