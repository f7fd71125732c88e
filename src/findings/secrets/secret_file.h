// Files that hold secrets, by name and by content.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/files/build_context.h"

namespace harden::rule {

enum class SecretFile : std::uint8_t {
  private_key,  // plainly one
  credentials,  // what only holds secrets: .netrc, .aws/credentials
  settings,     // what often does: .npmrc, .env
};

// nullopt for anything else, also for what only looks so: `.env.example`,
// `id_rsa.pub`, `ca.pem`.
std::optional<SecretFile> secret_file_of_name(std::string_view path);

// What a file of the context says itself; all false when it is not there, no
// context is, or it is no file.
struct FileContent {
  bool read = false;
  bool private_key = false;
  bool secret = false;  // of settings: all others are judged by their names
};
FileContent secret_content(const BuildContext* context,
                           const std::string& path);

}  // namespace harden::rule
