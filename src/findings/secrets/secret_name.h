// Variables and options that hold secrets, by their names.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "findings/subject.h"

namespace harden::rule {

// `DB_PASSWORD`, `npmToken`, `AWS_SECRET_ACCESS_KEY`; not `PASSWORD_FILE`,
// `TOKEN_URL`, `ALLOW_EMPTY_PASSWORD`, `PUBLIC_KEY`, `GPG_KEY`.
bool is_secret_name(std::string_view name);

}  // namespace harden::rule
