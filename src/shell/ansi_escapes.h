// The escapes of `$'…'`.
#pragma once

#include <string>
#include <string_view>

namespace harden::shell {

std::string decode_ansi(std::string_view inside);

}  // namespace harden::shell
