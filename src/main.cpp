#include "cli/run.h"

int main(int argc, char** argv) { return harden::cli::run(argc, argv); }
