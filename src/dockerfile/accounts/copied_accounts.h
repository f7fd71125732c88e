// What COPY and ADD do to the users and groups of the image.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dockerfile/accounts/account_files.h"
#include "dockerfile/image_state.h"

namespace harden {

struct AccountCopies {
  struct Source {
    Variable path;  // of a heredoc: its delimiter, which is the file's name
    bool heredoc = false;
    std::optional<std::string> text;  // of a heredoc, where it is known
  };
  std::vector<Source> sources;
  Variable destination;
  // The image copied from, with its accounts; null for the build context and
  // for images of which nothing is known.
  const ImageState* from = nullptr;
  // Set when the sources lie in the build context, at the places they say.
  ContextAccounts* context = nullptr;
  // ADD unpacks archives.
  bool is_add = false;
  std::size_t instruction = 0;
};

// Whether the destination is the root, /etc, or one of the two files; all
// other copies change no accounts.
bool concerns_accounts(const AccountCopies& files, const ImageState& state);

void copy_accounts(const AccountCopies& files, ImageState& state);

}  // namespace harden
