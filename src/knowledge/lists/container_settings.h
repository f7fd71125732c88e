// What settings of containers are called where they are written:
// templates/lists/container_settings.json.
#pragma once

#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

// Of Kubernetes.
extern const SortedWords pod_keys;
extern const SortedWords pod_container_keys;
extern const SortedWords pod_security_keys;
extern const SortedWords container_security_keys;

// Of the Compose specification, and what engines of the first format took.
extern const SortedWords compose_service_keys;

// Of `docker run`, `podman run` and `create`.
struct RunFlag {
  std::string_view name;    // without dashes
  std::string_view letter;  // of the short form; may be empty
  bool takes_value = true;
};
extern const std::span<const RunFlag> run_flags;

}  // namespace harden::lists
