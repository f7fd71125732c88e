// A file of the sources, as it is.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace harden::test {

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace harden::test
