// What a path of the host gives to a container that it is mounted into.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Without `.`, resolvable `..`, repeated and last slashes; /var/run is /run.
std::string clean_host_path(std::string_view path);

// The socket of a container engine, or a folder with one in it.
bool has_engine_socket(std::string_view path);

struct HostPath {
  std::string_view what;  // "the host's configuration"; empty: nothing known
  bool harmless = false;  // when it cannot be written
  bool secret = false;    // reading does the harm
};
// For a clean path.
HostPath describe_host_path(std::string_view path);

// Folders that other programs of the host need with the labels they have.
bool must_keep_label(std::string_view path);

// /dev/mem, disks: all that the host has in memory or on disk.
bool is_raw_device(std::string_view path);

}  // namespace harden
