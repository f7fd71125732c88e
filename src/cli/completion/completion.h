// Scripts that make a shell complete the words of harden.
#pragma once

#include <string>
#include <vector>

#include "cli/completion/command_pages.h"

namespace harden::cli {

std::string bash_completion(const std::vector<CommandPage>& pages);
std::string zsh_completion(const std::vector<CommandPage>& pages);
std::string fish_completion(const std::vector<CommandPage>& pages);

// harden.1, for man(1).
std::string manual_page(const std::vector<CommandPage>& pages);

}  // namespace harden::cli
