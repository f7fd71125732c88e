// Takes arguments out of a RUN line.
#pragma once

#include <optional>

#include "base/source/diagnostic.h"
#include "findings/subject.h"

namespace harden::rule {

// Of the arguments from `first` to `last` (spans of argv), with the
// blanks beside them, and the line where nothing else stands on it; nullopt
// where they cannot be edited.
std::optional<Edit> remove_words(const Subject& subject, const Call& call,
                                 Span first, Span last);

}  // namespace harden::rule
