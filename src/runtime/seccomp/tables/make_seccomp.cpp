// make_seccomp TEMPLATES OUTPUT: turns templates/seccomp/*.json into the C++
// source of constant tables, or says what is wrong with a template.
#include <cstdio>
#include <fstream>
#include <string>

#include "knowledge/tables/template_reader.h"
#include "runtime/seccomp/tables/seccomp_templates.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_seccomp TEMPLATES OUTPUT\n", stderr);
    return 2;
  }
  try {
    const std::string source = harden::seccomp::make_tables(argv[1]);
    std::ofstream output(argv[2], std::ios::binary);
    output << source << std::flush;
    if (!output) {
      throw harden::knowledge::TemplateError("cannot write the output");
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_seccomp: %s\n", error.what());
    return 1;
  }
}
