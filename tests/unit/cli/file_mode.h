// The permissions of a file.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

namespace harden::cli {

inline mode_t mode_of(const std::string& path) {
  struct stat status = {};
  EXPECT_EQ(stat(path.c_str(), &status), 0);
  return status.st_mode & 07777;
}

}  // namespace harden::cli
