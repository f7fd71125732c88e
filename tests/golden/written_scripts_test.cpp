// What must hold for every script that harden writes in a golden case: start
// scripts, and run.sh.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "golden_case.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;

// Options whose next word is their value.
bool takes_word(std::string_view word) {
  for (std::string_view it : {"-o", "--output", "--target", "--build-arg",
                              "--context", "--base-inspect", "--config"}) {
    if (word == it) return true;
  }
  return false;
}

struct Call {
  std::string input;   // empty for more than one, or none
  std::string output;  // the hardened file
  Words settings;      // what says how the file is understood
  Words step_down;
};

Call read_call(const Words& words) {
  Call call;
  bool in_place = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    in_place |= word == "--in-place";
    if (word == "-o" || word == "--output") {
      call.output = i + 1 < words.size() ? words[i + 1] : "";
    } else if (takes_word(word) && i + 1 < words.size()) {
      call.settings.insert(call.settings.end(), {word, words[i + 1]});
    } else if (word.starts_with("--context=") ||
               word.starts_with("--build-arg=") ||
               word.starts_with("--target=") || word.starts_with("--config=")) {
      call.settings.push_back(word);
    } else if (word.starts_with("--step-down")) {
      call.step_down.push_back(word);
    } else if (!word.starts_with('-')) {
      call.input = word;
    }
    if (takes_word(word)) ++i;
  }
  if (in_place) call.output = call.input;
  return call;
}

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

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
  run_harden(copy.path(), words);
  EXPECT_EQ(copy.written(), before) << "hardening the original again";
  const Words diff =
      joined(joined({call.output, "--diff"}, call.settings), call.step_down);
  EXPECT_EQ(run_harden(copy.path(), diff).output, "") << "hardening the result";
  EXPECT_EQ(copy.written(), before);
}

TEST(WrittenScripts, AreSoundAndStayAsTheyAre) {
  for (const fs::path& folder : cases()) {
    const Words words = arguments(folder);
    if (!writes_files(words)) continue;
    SCOPED_TRACE(folder.string());
    const Copy copy(folder);
    const Outcome hardened = run_harden(copy.path(), words);
    bool any = false;
    for (const auto& [name, file] : copy.written()) {
      if (!is_script(file)) continue;
      any = true;
      SCOPED_TRACE(name);
      check_script(copy.path(), file);
    }
    const Call call = read_call(words);
    if (!any || call.output.empty()) continue;
    check_again(copy, words, call);
    const Outcome check =
        run_harden(copy.path(), joined({"check", call.output}, call.settings));
    // harden may also refuse an image from scratch, which is no root.
    EXPECT_LE(check.status, hardened.status) << check.output << check.messages;
  }
}

}  // namespace
}  // namespace harden::golden
