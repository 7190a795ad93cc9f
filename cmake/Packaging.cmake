# What `cmake --install` puts in place, and the packages that CPack makes of it: a .deb and a stand-alone tar.gz.
#
#   cmake --build --preset release --target package
include(GNUInstallDirs)
if(NOT TARGET martech-audit OR NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

# The manual page and the completions come from the program's own table of options.
set(generated ${PROJECT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${generated})
find_program(GZIP gzip REQUIRED)
set(files)
macro(martech_audit_generate name)
  add_custom_command(OUTPUT ${generated}/${name} DEPENDS martech-audit
    COMMAND martech-audit ${ARGN} > ${generated}/${name} VERBATIM)
  list(APPEND files ${generated}/${name})
endmacro()
martech_audit_generate(martech-audit.1 man)
martech_audit_generate(martech-audit completion bash)
martech_audit_generate(_martech-audit completion zsh)
martech_audit_generate(martech-audit.fish completion fish)
add_custom_command(OUTPUT ${generated}/martech-audit.1.gz DEPENDS ${generated}/martech-audit.1
  COMMAND ${GZIP} -9nkf ${generated}/martech-audit.1)
add_custom_target(shell_files ALL DEPENDS ${files} ${generated}/martech-audit.1.gz)

install(TARGETS martech-audit RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${generated}/martech-audit.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/martech-audit DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${generated}/_martech-audit DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${generated}/martech-audit.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs rules examples DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN embed EXCLUDE)

# The library for programs of others: archives, public headers, and what find_package(martech_audit) reads. The packages
# leave it out.
include(CMakePackageConfigHelpers)
set(library_stages ${MARTECH_AUDIT_STAGES})
list(REMOVE_ITEM library_stages config import cli)
list(TRANSFORM library_stages PREPEND martech_audit_)
set(library_config ${CMAKE_INSTALL_LIBDIR}/cmake/martech_audit)
install(TARGETS martech_audit ${library_stages} EXPORT martech_audit
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/martech_audit COMPONENT development)
install(DIRECTORY include/martech_audit DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT martech_audit NAMESPACE martech_audit:: FILE martech_auditTargets.cmake DESTINATION ${library_config}
  COMPONENT development)
write_basic_package_version_file(${generated}/martech_auditConfigVersion.cmake COMPATIBILITY SameMinorVersion)
file(WRITE ${generated}/martech_auditConfig.cmake
[[include(CMakeFindDependencyMacro)
find_dependency(Threads)
include(${CMAKE_CURRENT_LIST_DIR}/martech_auditTargets.cmake)
]])
install(FILES ${generated}/martech_auditConfig.cmake ${generated}/martech_auditConfigVersion.cmake
  DESTINATION ${library_config} COMPONENT development)

# Debian asks for its own changelog and a copyright file; others for the licence.
execute_process(COMMAND date -u -R -d ${MARTECH_AUDIT_RELEASED} OUTPUT_VARIABLE debian_date
  OUTPUT_STRIP_TRAILING_WHITESPACE)
set(maintainer "The martech-audit authors <maintainers@martech-audit.invalid>")
file(CONFIGURE OUTPUT ${generated}/changelog.Debian @ONLY CONTENT
[[martech-audit (@PROJECT_VERSION@) stable; urgency=medium

  * See CHANGELOG.md.

 -- @maintainer@  @debian_date@
]])
execute_process(COMMAND ${GZIP} -9nkf ${generated}/changelog.Debian)
install(FILES ${generated}/changelog.Debian.gz RENAME changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian)
install(FILES cmake/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT licence)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_VENDOR "the martech-audit authors")
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "audits marketing technology against its strategy")
set(CPACK_PACKAGE_DESCRIPTION
"Checks an inventory of marketing tools, budgets, owners and objectives, kept
as YAML in a repository, judges it by rules that can be read and replaced,
and prints a gap score with findings: place, reason, money and fix of each.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/PackageFormats.cmake)
include(CPack)
