// How far a suppression comment of a Dockerfile reaches.
#pragma once

#include <optional>
#include <vector>

#include "dockerfile/document.h"

namespace harden {

// A comment with what it may speak about; nullopt where there is none.
struct CommentReach {
  Span comment;
  std::optional<Span> below;  // lines of the instruction around or below it
  std::optional<Span> stage;  // all lines of its stage
};

// All comments, in their order. One right above a FROM belongs to that stage.
std::vector<CommentReach> comment_reaches(const Document& document);

}  // namespace harden
