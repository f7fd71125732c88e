// Programs that do not create users, whatever their arguments.
#pragma once

#include <string_view>

namespace harden::model {

bool is_harmless_program(std::string_view name);

// apt-get, apk, dnf, …: packages may bring system users.
bool is_package_manager(std::string_view name);
// `update`, `clean`, `remove`, …: what brings no packages.
bool is_harmless_package_command(std::string_view name);

}  // namespace harden::model
