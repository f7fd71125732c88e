// A Dockerfile's new text and the files that it needs: put in their places, or
// shown as a diff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "cli/output/write_log.h"
#include "cli/search/context_files.h"

namespace harden::cli {

struct Rewrite {
  std::string input;   // the Dockerfile; "-" is standard input
  std::string output;  // the input itself for in place; empty: no file
  std::string context;
  bool comments = true;     // explain lines in ignore files
  std::string bundle = {};  // a folder that images do without
};

class RewrittenFile {
 public:
  // Throws OutputError before anything is written when a file is in the way.
  RewrittenFile(Rewrite rewrite, const std::vector<NewFile>& files);

  // The new files first: a Dockerfile that names them must not be there alone.
  // Throws OutputError.
  void write(std::string_view before, std::string_view text,
             WriteLog& log) const;

 private:
  void write_ignore(WriteLog& log) const;

  Rewrite rewrite_;
  const std::vector<NewFile>& needed_;
  ContextFiles files_;
};

// What a rewrite would change, for standard output.
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
