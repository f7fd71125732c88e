// What a heredoc hands over.
#pragma once

#include <string>

#include "dockerfile/document.h"

namespace harden {

// Its lines; of `<<-` without the tabs in front. Variables stay as written.
std::string heredoc_text(const Document& document, const Heredoc& heredoc);

}  // namespace harden
