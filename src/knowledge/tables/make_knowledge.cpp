// make_knowledge TEMPLATES OUTPUT: turns templates/*.json into the C++ source
// of constant tables, or says what is wrong with a template.
#include <cstdio>
#include <fstream>
#include <string>

#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"
#include "knowledge/tables/write_tables.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_knowledge TEMPLATES OUTPUT\n", stderr);
    return 2;
  }
  try {
    const std::string folder = std::string(argv[1]) + "/";
    namespace knowledge = harden::knowledge;
    const knowledge::Templates templates = {
        knowledge::read_image_templates(folder + "base_images.json"),
        knowledge::read_family_templates(folder + "distributions.json"),
        knowledge::read_runtime_templates(folder + "runtimes.json"),
        knowledge::read_server_templates(folder + "servers.json"),
        knowledge::read_command_templates(folder + "commands.json"),
        knowledge::read_package_manager_templates(folder +
                                                  "package_managers.json"),
        knowledge::read_step_down_templates(folder + "step_down_tools.json"),
        knowledge::read_script_templates(
            {folder + "rootfs.sh", folder + "strace.sh"}),
        knowledge::read_list_templates(folder + "lists")};
    knowledge::check_references(templates);
    const std::string source = knowledge::write_tables(templates);
    std::ofstream output(argv[2], std::ios::binary);
    output << source << std::flush;
    if (!output) throw knowledge::TemplateError("cannot write the output");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_knowledge: %s\n", error.what());
    return 1;
  }
}
