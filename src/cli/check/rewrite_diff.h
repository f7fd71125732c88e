// What a rewrite would change, for standard output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"
#include "base/source/source_file.h"

namespace harden::cli {

struct RewriteDiff {
  const SourceFile& before;
  std::string_view new_name;
  std::string_view text;
  // New files are shown against those that they are made from.
  const std::vector<NewFile>& files;
  std::string context;  // the folder
  const BuildContext* readable = nullptr;
};

std::string rewrite_diff(const RewriteDiff& rewrite);

void print_diff(const std::string& diff, bool no_color);

}  // namespace harden::cli
