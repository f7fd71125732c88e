// How secrets look, and where they are kept: templates/lists/secrets.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

// Tokens that tell their issuer.
struct SecretForm {
  std::string_view prefix;
  std::uint32_t at_least;  // characters behind it
  std::uint32_t at_most;
  std::string_view kind;  // "a token of GitHub"
};
extern const std::span<const SecretForm> secret_forms;

// Of names of variables. At the end each is a secret by itself …
extern const SortedWords secret_words;
// … and a `key` is one only when it says of what kind.
extern const SortedWords secret_key_kinds;
// Switches, and what everybody may know.
extern const SortedWords public_name_words;

// Values that stand where a secret will be: parts of them, and whole ones.
extern const SortedWords placeholder_parts;
extern const SortedWords placeholders;
extern const SortedWords guessable_secrets;

// Private keys by name; of .pem and .key files the names of servers' own, and
// what in a name says that the key is public.
extern const SortedWords key_files;
extern const SortedWords key_endings;
extern const SortedWords tls_key_files;
extern const SortedWords public_key_parts;
// Other credentials: names, ends of paths, folders.
extern const SortedWords credential_files;
extern const SortedWords credential_paths;
extern const SortedWords credential_folders;
// What was ever committed lies there.
extern const SortedWords history_folders;
// With secrets or without: their content tells.
extern const SortedWords settings_files;
extern const SortedWords env_samples;  // NAME of `.env.NAME`

// They set passwords of accounts.
extern const SortedWords account_programs;
// Parts of commands that make a secret up, or get it from outside.
extern const SortedWords secret_makers;

}  // namespace harden::lists
