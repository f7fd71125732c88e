// Paths and names as AppArmor's language takes them literally.
#pragma once

#include <string>
#include <string_view>

namespace harden::apparmor {

// `"/srv/a b\*c"`: in quotes, globs and variables taken away. Control
// characters, which a rule cannot hold, become `?`, which is any character.
std::string quoted(std::string_view path);
// The same without the quotes, to be put together with globs.
std::string literal(std::string_view path);

// `"/data{,/{,**}}"`: a path and all below it.
std::string whole_tree(std::string_view path);

}  // namespace harden::apparmor
