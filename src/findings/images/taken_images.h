// The images of others that a file takes something from: FROM, `COPY --from`
// and `RUN --mount=from=…`, stages of the file and scratch left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "knowledge/base_image.h"

namespace harden::rule {

struct TakenImage {
  Span span;              // of the name
  std::string reference;  // variables resolved
  // The file does not tell which image it is, and why; `reference` is then as
  // written.
  std::string unknown_because;
};
std::vector<TakenImage> taken_images(const Document& document,
                                     const Evaluation& evaluation);

class Subject;

// Finds those whose reference a rule objects to, where the file tells which it
// is.
void find_references(const Subject& subject, const RuleInfo& rule,
                     bool (*objects)(const ImageReference&),
                     std::string_view message, std::string_view help,
                     Findings& findings);

// "docker.io/library/debian" of "debian:12".
std::string full_repository(std::string_view reference);

}  // namespace harden::rule
