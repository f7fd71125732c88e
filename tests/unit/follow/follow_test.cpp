#include "follow/follow.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace harden {
namespace {

Followed follow(const std::string& text,
                std::vector<std::string> arguments = {}, bool as_root = true) {
  FollowInput input;
  input.script = {"/docker-entrypoint.sh", "docker-entrypoint.sh", text};
  input.arguments = std::move(arguments);
  input.workdir = "/work";
  input.as_root = as_root;
  return follow_script(input);
}

std::string account_of(const HandOver& it) {
  if (it.as == HandOver::As::root) return "root";
  if (it.as == HandOver::As::unknown) return "?";
  return it.step_down ? it.step_down->account : "user";
}

// "3 exec redis: redis-server --port 1", one line a hand-over.
std::string overs(const Followed& followed) {
  std::string result;
  for (const HandOver& it : followed.hand_overs) {
    result += std::to_string(line_of(followed, it.place));
    result += it.form == HandOver::Form::exec ? " exec " : " last ";
    result += account_of(it) + ":";
    for (const Field& field : it.argv) result += " " + field.value;
    if (it.again) result += " (again)";
    if (it.in_subshell) result += " (subshell)";
    result += "\n";
  }
  if (followed.lost) {
    result += "lost in " +
              std::to_string(line_of(followed, followed.lost->place)) + ": " +
              followed.lost->because + "\n";
  }
  if (followed.may_end) result += "may end\n";
  for (const Service& it : followed.services) {
    result += "service " + it.text + "\n";
  }
  return result;
}

std::string acts(const Followed& followed) {
  static constexpr const char* names[] = {"owner",   "mode",    "write",
                                          "account", "package", "kernel",
                                          "service", "system",  "unknown"};
  std::string result;
  for (const RootAct& it : followed.acts) {
    result += std::to_string(line_of(followed, it.place)) + " " +
              names[static_cast<int>(it.act.kind)];
    if (!it.act.path.empty()) result += " " + it.act.path;
    if (!it.act.account.empty()) result += " to " + it.act.account;
    result += "\n";
  }
  return result;
}

TEST(Follow, ArgumentsAreWhatIsStarted) {
  EXPECT_EQ(
      overs(follow("#!/bin/sh\nset -e\nexec \"$@\"\n", {"node", "a b.js"})),
      "3 exec root: node a b.js\n");
}

TEST(Follow, TheOfficialIdiomStepsDown) {
  const Followed it = follow(
      "#!/bin/sh\n"
      "set -e\n"
      "if [ \"${1#-}\" != \"$1\" ] || [ \"${1%.conf}\" != \"$1\" ]; then\n"
      "\tset -- redis-server \"$@\"\n"
      "fi\n"
      "if [ \"$1\" = 'redis-server' -a \"$(id -u)\" = '0' ]; then\n"
      "\tfind . \\! -user redis -exec chown redis '{}' +\n"
      "\texec gosu redis \"$0\" \"$@\"\n"
      "fi\n"
      "exec \"$@\"\n",
      {"redis-server"});
  EXPECT_EQ(overs(it),
            "8 exec redis: /docker-entrypoint.sh redis-server (again)\n");
  EXPECT_TRUE(it.steps_down_always());
  EXPECT_TRUE(it.starts_itself);
  EXPECT_EQ(acts(it), "7 owner /work to redis\n");
}

TEST(Follow, FlagsInCmdAreGivenToTheProgram) {
  const std::string script =
      "#!/bin/sh\n"
      "if [ \"${1#-}\" != \"$1\" ]; then set -- redis-server \"$@\"; fi\n"
      "if [ \"$1\" = redis-server ]; then exec gosu redis \"$@\"; fi\n"
      "exec \"$@\"\n";
  EXPECT_EQ(overs(follow(script, {"--port", "1"})),
            "3 exec redis: redis-server --port 1\n");
  EXPECT_EQ(overs(follow(script, {"bash"})), "4 exec root: bash\n");
}

TEST(Follow, OneBranchKeepsRoot) {
  const Followed it = follow(
      "#!/bin/sh\n"
      "if [ -n \"$AS_ROOT\" ]; then\n"
      "  exec \"$@\"\n"
      "fi\n"
      "exec gosu app \"$@\"\n",
      {"app"});
  EXPECT_EQ(overs(it), "3 exec root: app\n5 exec app: app\n");
  EXPECT_FALSE(it.steps_down_always());
}

TEST(Follow, HandOversInFunctions) {
  const Followed it = follow(
      "#!/usr/bin/env bash\n"
      "set -Eeo pipefail\n"
      "_want_help() {\n"
      "\tlocal arg\n"
      "\tfor arg; do\n"
      "\t\tcase \"$arg\" in\n"
      "\t\t\t-'?'|--help|--version) return 0 ;;\n"
      "\t\tesac\n"
      "\tdone\n"
      "\treturn 1\n"
      "}\n"
      "_main() {\n"
      "\tif [ \"${1:0:1}\" = '-' ]; then\n"
      "\t\tset -- postgres \"$@\"\n"
      "\tfi\n"
      "\tif [ \"$1\" = 'postgres' ] && ! _want_help \"$@\"; then\n"
      "\t\tmkdir -p \"$PGDATA\"\n"
      "\t\tif [ \"$(id -u)\" = '0' ]; then\n"
      "\t\t\texec gosu postgres \"$BASH_SOURCE\" \"$@\"\n"
      "\t\tfi\n"
      "\tfi\n"
      "\texec \"$@\"\n"
      "}\n"
      "if ! _is_sourced; then\n"
      "\t_main \"$@\"\n"
      "fi\n",
      {"postgres"});
  EXPECT_TRUE(it.steps_down_always()) << overs(it);
}

TEST(Follow, LastCommandInTheForeground) {
  EXPECT_EQ(
      overs(follow("#!/bin/sh\nmkdir -p /run/x\nnginx -g 'daemon off;'\n")),
      "3 last root: nginx -g daemon off;\n");
  EXPECT_EQ(
      overs(follow("#!/bin/sh\nif [ -z \"$A\" ]; then\n  java -jar a.jar\n"
                   "else\n  java -jar b.jar\nfi\n")),
      "3 last root: java -jar a.jar\n5 last root: java -jar b.jar\n");
}

TEST(Follow, BranchesOfCase) {
  const std::string script =
      "#!/bin/sh\n"
      "case \"$1\" in\n"
      "  start) exec nginx ;;\n"
      "  shell|bash) exec /bin/bash ;;\n"
      "  *) exec \"$@\" ;;\n"
      "esac\n";
  EXPECT_EQ(overs(follow(script, {"start"})), "3 exec root: nginx\n");
  EXPECT_EQ(overs(follow(script, {"bash"})), "4 exec root: /bin/bash\n");
  EXPECT_EQ(overs(follow(script, {"x"})), "5 exec root: x\n");
}

TEST(Follow, SuAndSudoKeepTheirWords) {
  EXPECT_EQ(overs(follow("#!/bin/sh\nexec su - app -c \"java -jar /a.jar\"\n")),
            "2 exec app: java -jar /a.jar\n");
  EXPECT_EQ(overs(follow("#!/bin/sh\nsudo -u app /srv/run --x\n")),
            "2 last app: /srv/run --x\n");
  EXPECT_EQ(overs(follow("#!/bin/sh\nsudo nginx\n")), "2 last root: nginx\n");
}

TEST(Follow, AnAccountOutOfTheEnvironmentIsUnknown) {
  EXPECT_EQ(overs(follow("#!/bin/sh\nexec gosu \"$APP_USER\" \"$@\"\n", {"a"})),
            "2 exec ?: a\n");
}

TEST(Follow, ACommandInAVariable) {
  EXPECT_EQ(overs(follow("#!/bin/bash\n"
                         "function running_as_root\n{\n"
                         "  test \"$(id -u)\" = \"0\"\n}\n"
                         "if running_as_root; then\n"
                         "  exec_cmd=\"exec su-exec neo4j\"\n"
                         "else\n  exec_cmd=exec\nfi\n"
                         "${exec_cmd} neo4j console\n")),
            "11 exec neo4j: neo4j console\n");
}

TEST(Follow, ServicesBesideTheProgram) {
  EXPECT_EQ(overs(follow("#!/bin/sh\nservice ssh start\nexec nginx\n")),
            "3 exec root: nginx\nservice service ssh start\n");
  EXPECT_EQ(overs(follow("#!/bin/sh\nnginx\n/opt/worker\ntail -f /dev/null\n")),
            "service nginx\nservice /opt/worker\n");
  EXPECT_EQ(overs(follow("#!/bin/sh\n/opt/worker &\nexec nginx\n")),
            "3 exec root: nginx\nservice /opt/worker\n");
}

TEST(Follow, PipelinesAndSubshells) {
  EXPECT_EQ(overs(follow("#!/bin/sh\nnode a.js | tee /tmp/log\n")),
            "2 last root: node a.js (subshell)\nmay end\n");
}

TEST(Follow, WhatItDoesAsRoot) {
  const Followed it = follow(
      "#!/bin/sh\n"
      "mkdir -p /data/sub\n"
      "chown -R app:app /data\n"
      "echo x > /etc/app.conf\n"
      "sed -i s/a/b/ /etc/b.conf\n"
      "exec app\n");
  EXPECT_EQ(acts(it),
            "2 write /data/sub\n3 owner /data to app:app\n"
            "4 write /etc/app.conf\n5 write /etc/b.conf\n");
}

TEST(Follow, AsAnotherUserNothingIsDoneAsRoot) {
  const std::string script =
      "#!/bin/sh\n"
      "if [ \"$(id -u)\" = 0 ]; then\n"
      "  chown -R app /data\n"
      "  exec gosu app \"$@\"\n"
      "fi\n"
      "exec \"$@\"\n";
  const Followed it = follow(script, {"x"}, false);
  EXPECT_EQ(overs(it), "6 exec user: x\n");
  EXPECT_EQ(acts(it), "");
}

TEST(Follow, LoopsOverArguments) {
  EXPECT_EQ(overs(follow("#!/bin/sh\n"
                         "while [ $# -gt 0 ]; do\n"
                         "  case \"$1\" in\n"
                         "    --user) user=$2; shift 2 ;;\n"
                         "    *) break ;;\n"
                         "  esac\n"
                         "done\n"
                         "exec gosu \"$user\" \"$@\"\n",
                         {"--user", "app", "run"})),
            "8 exec app: run\n");
}

TEST(Follow, LoopsThatNeverEnd) {
  const Followed it =
      follow("#!/bin/sh\nwhile true; do\n  date\n  sleep 5\ndone\n");
  EXPECT_EQ(overs(it), "");
}

TEST(Follow, UserIdsInAllTheirSpellings) {
  for (const std::string test :
       {"[ \"$(id -u)\" = 0 ]", "[ $(id -u) -eq 0 ]", "[ \"$(id -u)\" == '0' ]",
        "[[ $EUID -eq 0 ]]", "[[ \"$(id -u)\" = \"0\" ]]", "(( EUID == 0 ))",
        "[ `id -u` = 0 ]", "test \"$(whoami)\" = root", "(($(id -u) == 0))",
        "[ \"$UID\" = 0 ]", "! [ \"$(id -u)\" != 0 ]"}) {
    const Followed it = follow("#!/bin/bash\nif " + test +
                                   "; then\n  exec gosu app \"$@\"\nfi\n"
                                   "exec \"$@\"\n",
                               {"x"});
    EXPECT_TRUE(it.steps_down_always()) << test << "\n" << overs(it);
  }
}

TEST(Follow, TheUidInAVariable) {
  const Followed it = follow(
      "#!/bin/sh\nuser=\"$(id -u)\"\nif [ \"$user\" = '0' ]; then\n"
      "  exec gosu app \"$@\"\nfi\nexec \"$@\"\n",
      {"x"});
  EXPECT_TRUE(it.steps_down_always()) << overs(it);
}

TEST(Follow, WhatExitFollowsIsTheProgram) {
  EXPECT_EQ(overs(follow("#!/bin/sh\n"
                         "launch() {\n  redis-server /master.conf\n}\n"
                         "if [ -n \"$MASTER\" ]; then\n"
                         "  launch\n  exit 0\nfi\n"
                         "redis-server /slave.conf\n")),
            "3 last root: redis-server /master.conf\n"
            "9 last root: redis-server /slave.conf\n");
  // What failed is no program.
  EXPECT_EQ(overs(follow("#!/bin/sh\nif [ -z \"$A\" ]; then\n  complain\n"
                         "  exit 1\nfi\nexec server\n")),
            "6 exec root: server\n");
}

TEST(Follow, ALoopThatStartsTheProgramAgain) {
  EXPECT_EQ(overs(follow("#!/bin/sh\nwhile true; do\n  server --x\n"
                         "  sleep 1\ndone\n")),
            "service server --x\n");
}

TEST(Follow, ItStartsItselfAgainAsRoot) {
  EXPECT_EQ(overs(follow("#!/bin/sh\n"
                         "if [ \"$1\" = init ]; then\n"
                         "  exec dumb-init -c -- /bin/sh /docker-entrypoint.sh "
                         "run\n"
                         "fi\n"
                         "exec gosu postgres patroni $1\n",
                         {"init"})),
            "5 exec postgres: patroni run\n");
  EXPECT_EQ(overs(follow("#!/bin/sh\nexec \"$0\" \"$@\"\n", {"a"})),
            "lost in 2: it starts itself again and again\n");
}

TEST(Follow, EvalOfUnknownTextAtTheEndIsLost) {
  EXPECT_EQ(overs(follow("#!/bin/sh\neval \"$COMMAND\"\n")),
            "lost in 2: `eval` starts what the script does not tell\n");
}

TEST(Follow, HostileScriptsEnd) {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "if true; then ";
  follow(deep);
  std::string nested = "f() { f; f; }\nf\n";
  follow(nested);
  std::string loops;
  for (int i = 0; i < 8; ++i) loops += "for a in 1 2 3 4 5 6 7 8 9; do ";
  loops += "x";
  for (int i = 0; i < 8; ++i) loops += "; done";
  EXPECT_TRUE(follow(loops).lost.has_value());
}

}  // namespace
}  // namespace harden
