// `.harden-bundle.json`: what harden wrote into a bundle's folder, so that the
// next run can tell its own files from those that somebody wrote or changed.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace harden::cli {

// By its name: the SHA-256 of a file in the folder, 64 hexadecimal digits.
using FileHashes = std::map<std::string, std::string>;

struct BundleManifest {
  std::string version;  // of the harden that wrote it
  FileHashes files;
  // Only while a bundle is being written: what the files were before. A run
  // that was interrupted thus leaves none that nobody knows.
  FileHashes replaced;

  // Whether harden wrote these bytes under this name.
  bool knows(const std::string& name, std::string_view hash) const;
};

inline constexpr std::string_view bundle_manifest_name = ".harden-bundle.json";

// Throws OutputError, naming `path`, when the text is not what
// `manifest_text` makes: its names must be those of files in the folder.
BundleManifest read_manifest(const std::string& path, std::string_view text);
std::string manifest_text(const BundleManifest& manifest);

}  // namespace harden::cli
