# The layer table: a stage may include its own files, the stages named here, and the public headers of stages
# that come before it in the list. Targets are made from it (src/CMakeLists.txt); the test `layers` fails on any
# other #include.
#
# `needs` are the stages, `headers` the public headers that are part of the stage, `uses` the third-party targets
# that stop at this folder.

set(MARTECH_AUDIT_STAGES base document record options cel model catalogue facts rules findings score decisions tables report audit saved diff config import cli)

set(base_needs)
set(document_needs base)
set(record_needs document base)
set(options_needs record document base)
set(cel_needs base)
set(model_needs record document base)
set(catalogue_needs record document base)
set(facts_needs catalogue model base)   # the field table alone: a misspelt field must not compile
set(rules_needs cel record document base)
set(findings_needs document base)
set(score_needs base)
set(decisions_needs base)
set(tables_needs decisions score model base)
set(report_needs record base)
set(saved_needs audit tables report record score findings document base)
set(audit_needs tables rules cel findings score facts catalogue model document base)
set(diff_needs saved audit findings score facts base)
set(config_needs options rules catalogue model record document base)
set(import_needs catalogue model record document base)
set(cli_needs audit diff saved config options report import rules cel facts findings catalogue model record document base)

set(base_headers date diagnostic missing money record result sink source value vocabulary)
set(model_headers inventory waiver)
set(facts_headers fact)
set(rules_headers outcome rule rule_pack)
set(findings_headers baseline finding)
set(score_headers gate money_summary score waterfall)
set(decisions_headers decision)
set(tables_headers report strategy)   # what tables fill and reports print
set(report_headers graph report_diff reporter trace)
set(audit_headers audit)
set(saved_headers saved_report)
set(diff_headers diff)

set(base_uses utf8proc_static nettle_static fmt_once)
set(record_uses fmt_once)
set(options_uses CLI11::CLI11 fmt_once)
set(document_uses yaml_cpp_static nlohmann_json::nlohmann_json fmt_once)
set(cel_uses re2_static cctz_static fmt_once)
set(model_uses fmt_once)
set(catalogue_uses fmt_once)
set(facts_uses fmt_once)
set(rules_uses fmt_once)
set(findings_uses fmt_once)
set(score_uses fmt_once)
set(decisions_uses fmt_once)
set(tables_uses fmt_once)
set(report_uses fmt_once)
set(saved_uses fmt_once)
set(audit_uses fmt_once)
set(diff_uses fmt_once)
set(config_uses fmt_once)
set(import_uses expat_static minizip_static fmt_once)
set(cli_uses spdlog_headers fmt_once)

# Stages that are optimised to the full, others less: a program that is optimised everywhere takes half as long again to
# compile, and executes 2 of 100 instructions less.
set(MARTECH_AUDIT_HOT_STAGES base record cel)

# Stages that a stage's tests build their inputs with.
set(options_test_needs config rules facts model)
set(catalogue_test_needs model)
set(rules_test_needs facts model)
set(findings_test_needs model rules)
set(score_test_needs rules model)
set(report_test_needs tables decisions score rules facts model)
set(decisions_test_needs rules model)
set(tables_test_needs facts)
set(saved_test_needs)
set(diff_test_needs model)
set(audit_test_needs report)
