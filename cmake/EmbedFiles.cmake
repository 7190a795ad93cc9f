# martech_audit_embed_text(<target> <symbol> <file>…): compiles the files into the target as
# `const std::string_view martech_audit::embedded::<symbol>`, for texts that the tool prints.
