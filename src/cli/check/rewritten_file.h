// A Dockerfile's new text and the files that it needs, put in their places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
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

}  // namespace harden::cli
