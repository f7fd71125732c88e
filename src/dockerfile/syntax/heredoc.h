// Which heredocs a logical line opens.
#pragma once

#include <string_view>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// As BuildKit's heredocsFromLine: every word that is `<<name`, `<<-name`, with
// a file descriptor and quotes where given. Only `opener`, `delimiter`,
// `file_descriptor`, `expands` and `strips_tabs` are filled. A line whose
// quotes never close opens none.
//
// The caller has seen that the instruction may have heredocs (RUN, COPY, ADD,
// not in exec form).
std::vector<Heredoc> heredocs_of_line(const LogicalText& line);

// A word of COPY or ADD that is the content of a file.
bool is_heredoc(std::string_view word);

// RUN, COPY or ADD, also behind ONBUILD, not in exec form.
bool may_open_heredocs(std::string_view logical_line);

}  // namespace harden
