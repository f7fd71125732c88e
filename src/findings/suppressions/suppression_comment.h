// One `# harden: ignore=HD101 reason`, as it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/source/source_file.h"
#include "dockerfile/document.h"

namespace harden {

struct SuppressionComment {
  enum class Reach : std::uint8_t {
    below,  // ignore: the instruction or setting below
    stage,  // ignore-stage
    file,   // ignore-file
  };
  Span action;  // "ignore"
  // nullopt: harden knows no such action.
  std::optional<Reach> reach;
  // The words between the commas; an empty one where none stands.
  std::vector<Span> codes = {};
  Span reason = {};  // empty: none is given
};

// nullopt for a comment that does not speak to harden.
std::optional<SuppressionComment> read_suppression(const SourceFile& source,
                                                   Span comment);

// How far a suppression comment of a Dockerfile reaches.

// A comment with what it may speak about; nullopt where there is none.
struct CommentReach {
  Span comment;
  std::optional<Span> below;  // lines of the instruction around or below it
  std::optional<Span> stage;  // all lines of its stage
};

// All comments, in their order. One right above a FROM belongs to that stage.
std::vector<CommentReach> comment_reaches(const Document& document);

}  // namespace harden
