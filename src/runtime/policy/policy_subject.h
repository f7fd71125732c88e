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

struct PolicySubject : StageView {
  // Both have to outlive it.
  PolicySubject(const Revision& file, const PolicyWishes& wishes);

  const EffectiveUser& user;
  const PolicyWishes& wishes;
  // The stage whose files the image has: for an image from scratch the one that
  // they are collected in.
  StageView contents;
  StartProgram start;  // with the commands of the script
  const std::optional<StartScript>& script;
  // The programs that the container starts in the end.
  std::vector<std::string> programs;
  const Runtime* runtime = nullptr;  // of the first that is known
  // "go", "rust" or "c" where the file compiles the first one; else empty.
  std::string_view compiled_from;

  // "Dockerfile.secure:12"
  std::string place(Span span) const;
  std::string file_name() const;
  Reason from_file(std::size_t instruction, std::string text) const;
};

Reason known(std::string entry, std::string text);
Reason standard(std::string text);

}  // namespace harden
