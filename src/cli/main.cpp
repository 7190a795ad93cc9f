#include "cli/application.h"

int main(int argc, char** argv) { return martech_audit::cli::run(argc, argv); }
