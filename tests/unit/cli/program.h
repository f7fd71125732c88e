// The program, or a part of it, run in a process and a folder of its own.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "cli/run.h"
#include "temporary_folder.h"

namespace harden::cli {

// Nothing is to be said of it.
inline constexpr const char* as_user = "FROM debian:12\nUSER 1000:1000\n";

struct Result {
  int status = -1;
  std::string out;
  std::string err;
};

class Program {
 public:
  const TemporaryFolder& folder() const { return folder_; }

  Result run(std::vector<const char*> words, const std::string& input = "") {
    words.insert(words.begin(), "harden");
    return run_in_child(
        [&] { return cli::run(static_cast<int>(words.size()), words.data()); },
        input);
  }

  // The same for a part of the program, which gives the status.
  Result run_in_child(const std::function<int()>& part,
                      const std::string& input = "") {
    streams_.write("in", input);
    std::fflush(nullptr);  // or a sanitizer has the child print it once more
    const pid_t child = fork();
    if (child == 0) run_child(part);
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, streams_.read("out"),
            streams_.read("err")};
  }

 private:
  [[noreturn]] void run_child(const std::function<int()>& part) {
    redirect("in", O_RDONLY, STDIN_FILENO);
    redirect("out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect("err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (chdir(folder_.path().c_str()) != 0) _exit(99);
    _exit(part());
  }
  void redirect(const char* name, int flags, int descriptor) {
    dup2(open(streams_.path(name).c_str(), flags, 0600), descriptor);
  }

  TemporaryFolder folder_;
  TemporaryFolder streams_;
};

}  // namespace harden::cli
