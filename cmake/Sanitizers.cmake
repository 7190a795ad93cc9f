# MARTECH_AUDIT_SANITIZE="address,undefined" and MARTECH_AUDIT_COVERAGE act on every target.
if(MARTECH_AUDIT_SANITIZE)
  add_compile_options(-fsanitize=${MARTECH_AUDIT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MARTECH_AUDIT_SANITIZE})
endif()
if(MARTECH_AUDIT_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
