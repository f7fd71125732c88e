// As whom an image runs where builders make different images of its file.
#pragma once

#include <string>
#include <vector>

#include "dockerfile/builder.h"
#include "dockerfile/image_state.h"

namespace harden {

struct BuilderAnswer {
  Builder builder;
  EffectiveUser user;
};

// One answer of all: the first where they agree. Root in one of them is root;
// else the answer is unknown, and each is said. `answers` has one or more.
EffectiveUser combined_user(std::vector<BuilderAnswer> answers);

// The text as the builder reads it where that does not end a line at two escape
// characters: of the same length, with the lines joined as BuildKit joins them.
// Empty: it reads the text as BuildKit does.
std::string text_for(Builder builder, std::string_view text, char escape);

}  // namespace harden
