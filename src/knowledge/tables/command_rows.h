// Rows of commands, package managers and start scripts, one for each name,
// sorted by it.
#pragma once

#include <string>
#include <vector>

#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

std::string command_list(const std::vector<CommandEntry>& entries,
                         CppConstants& constants);
std::string package_manager_list(
    const std::vector<PackageManagerEntry>& entries, CppConstants& constants);
std::string start_script_list(const std::vector<StartScriptEntry>& entries,
                              CppConstants& constants);

}  // namespace harden::knowledge
