// What a parent leaves ignored is inherited: SIGCHLD by supervisors and
// wrappers of cron jobs. At commit 0733439 both commands waited for ever then.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

#include "base/process/process.h"
#include "program.h"

namespace harden::cli {
namespace {

using testing::HasSubstr;

Result run_ignoring(Program& program, std::vector<const char*> words) {
  words.insert(words.begin(), "harden");
  return program.run_in_child([&] {
    alarm(30);
    signal(SIGCHLD, SIG_IGN);
    return cli::run(static_cast<int>(words.size()), words.data());
  });
}

TEST(IgnoredChildSignal, DoesNotStopProfileTest) {
  Program program;
  program.folder().write("seccomp.json",
                         R"({"defaultAction": "SCMP_ACT_ALLOW"})");
  const Result result = run_ignoring(
      program, {"profile", "test", "seccomp.json", "--", "/bin/true"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, HasSubstr("/bin/true ended with status 0"));
}

TEST(IgnoredChildSignal, DoesNotStopChangedSince) {
  Program program;
  program.folder().write("Dockerfile", "FROM debian:12\nUSER 1000:1000\n");
  const std::string commit =
      "cd " + program.folder().path() +
      " && git init -q && git add . && git -c user.name=a -c user.email=a@b "
      "commit -qm a && echo '# b' >>Dockerfile";
  ASSERT_EQ(run_process({"sh", "-c", commit}).status, 0);
  const Result result =
      run_ignoring(program, {"check", "--changed-since", "HEAD"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("Dockerfile: "));
}

}  // namespace
}  // namespace harden::cli
