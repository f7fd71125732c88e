// What the questions of this module are asked about, worked out once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/revision.h"
#include "knowledge/knowledge.h"
#include "runtime/policy_wishes.h"

namespace harden {

struct PolicySubject {
  // Both have to outlive it.
  PolicySubject(const Revision& file, const PolicyWishes& wishes);

  const Document& document;
  const Evaluation& evaluation;
  const EffectiveUser& user;
  const BuildContext* context;  // null: there is none
  const PolicyWishes& wishes;
  std::size_t stage;  // the one that becomes the image
  // The one whose files the image has: for an image from scratch the stage that
  // they are collected in.
  std::size_t contents;
  const StartProgram& start;
  const std::optional<StartScript>& script;
  // The programs that the container starts in the end.
  std::vector<std::string> programs;
  const Runtime* runtime = nullptr;  // of the first that is known
  // "go", "rust" or "c" where the file compiles the first one; else empty.
  std::string_view compiled_from;

  const ImageState& state() const { return evaluation.stages[stage]; }
  // "line 12"
  std::string line_of(std::size_t instruction) const;
  // "Dockerfile.secure:12"
  std::string place(Span span) const;
  std::string file_name() const;
  Reason from_file(std::size_t instruction, std::string text) const;
};

Reason known(std::string entry, std::string text);
Reason standard(std::string text);

}  // namespace harden
