// Paths of the host: templates/lists/host_paths.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

// Which paths a folder stands for.
enum class Reach : std::uint8_t {
  itself,
  below,      // and all below
  one_below,  // and what lies in it; below that only hidden folders
};

// What the host keeps there. `~` is somebody's home.
struct HostFolder {
  std::string_view path;
  std::string_view what;
  Reach reach = Reach::below;
  bool secret = false;  // reading does the harm
};
extern const std::span<const HostFolder> host_folders;
// Among them, but harmless as long as they cannot be written.
extern const SortedWords shared_host_files;

// Sockets of container engines: ends of their paths.
extern const SortedWords engine_sockets;
extern const SortedWords engine_socket_folders;

// Folders that other programs of the host need with the labels they have.
struct LabelledFolder {
  std::string_view path;
  Reach reach = Reach::below;
};
extern const std::span<const LabelledFolder> labelled_folders;

// All that the host has in memory, and on its disks (prefixes).
extern const SortedWords raw_devices;
extern const SortedWords disk_devices;

}  // namespace harden::lists
