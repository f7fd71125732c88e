#include "written_scripts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "call.h"
#include "golden_case.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

bool is_script(const WrittenFile& file) {
  const std::string line = file.bytes.substr(0, file.bytes.find('\n'));
  return line.starts_with("#!") && line.find("sh") != std::string::npos;
}

// A script may end its lines as Windows does, for a RUN to mend them; no shell
// reads it before that.
std::string mended(std::string text) {
  for (std::size_t at = text.find("\r\n"); at != std::string::npos;
       at = text.find("\r\n", at)) {
    text.erase(at, 1);
  }
  return text;
}

void check_script(const fs::path& folder, const WrittenFile& file) {
  const std::string name = "./checked-script";
  spill(folder / name, mended(file.bytes));
  const std::string line = file.bytes.substr(0, file.bytes.find('\n'));
  const bool bash = line.find("bash") != std::string::npos;
  const Outcome parsed =
      run_program(folder, {bash ? "bash" : "sh", "-n", name});
  EXPECT_EQ(parsed.status, 0) << parsed.messages;
  const Outcome linted =
      run_program(folder, {"shellcheck", "-S", "error", name});
  EXPECT_EQ(linted.status, 0)
      << linted.output << linted.messages
      << "(status 127: shellcheck is missing; `./dev setup test`)";
  fs::remove(folder / name);
}

// Twice is once: neither from the original nor from the result anything new
// comes.
void check_again(const Copy& copy, const Words& words, const Call& call) {
  const WrittenFiles before = copy.written();
  ask_harden(copy.path(), words);
  EXPECT_EQ(copy.written(), before) << "hardening the original again";
  const Words diff =
      joined(joined({call.output, "--diff"}, call.settings), call.wishes);
  EXPECT_EQ(ask_harden(copy.path(), diff).output, "") << "hardening the result";
  EXPECT_EQ(copy.written(), before);
}

}  // namespace

void check_written_scripts(const Copy& copy, const Words& words,
                           const Outcome& hardened) {
  bool any = false;
  for (const auto& [name, file] : copy.written()) {
    if (!is_script(file)) continue;
    any = true;
    SCOPED_TRACE(name);
    check_script(copy.path(), file);
  }
  const Call call = read_call(words);
  if (!any || call.output.empty()) return;
  check_again(copy, words, call);
  const Outcome check =
      run_harden(copy.path(), joined({"check", call.output}, call.settings));
  // harden may also refuse an image from scratch, which is no root.
  EXPECT_LE(check.status, hardened.status) << check.output << check.messages;
}

}  // namespace harden::golden
