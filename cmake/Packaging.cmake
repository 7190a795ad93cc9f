include(GNUInstallDirs)
if(TARGET martech-audit)
  install(TARGETS martech-audit RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
