// Scripts that some shell runs as root are never said to step down; and plain
// ones still are. Most of the first were found by comparing with real shells.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "follow/follow.h"

namespace harden {
namespace {

struct SoundCase {
  std::string name;
  std::string script;
  std::vector<std::string> arguments = {"server"};
};

void PrintTo(const SoundCase& it, std::ostream* out) { *out << it.name; }

Followed followed(const SoundCase& it) {
  FollowInput input;
  input.script = {"/entry.sh", "entry.sh", it.script};
  input.arguments = it.arguments;
  input.workdir = "/";
  input.may_elevate = [] { return true; };
  return follow_script(input);
}

bool steps_down(const SoundCase& it) {
  const Followed result = followed(it);
  return !result.lost && result.services.empty() && result.steps_down_always();
}

const std::string bash = "#!/bin/bash\n";
const std::string sh = "#!/bin/sh\n";
const std::string as_run_as = "\nexec gosu \"$RUN_AS\" server\n";
const std::string if_n =
    "\n[ \"$n\" = 1 ] && exec gosu app server\nexec server\n";
const std::string if_first =
    "\n[ \"$1\" = root ] && exec server\nexec gosu app server\n";
const std::string down = "\nexec gosu app server\n";

class MayBeRoot : public testing::TestWithParam<SoundCase> {};

TEST_P(MayBeRoot, IsNotSaidToStepDown) {
  EXPECT_FALSE(steps_down(GetParam())) << GetParam().script;
}

INSTANTIATE_TEST_SUITE_P(
    Unseen, MayBeRoot,
    testing::Values(
        SoundCase{"env", sh + "RUN_AS=app; . /etc/myapp/env" + as_run_as},
        SoundCase{"profile", sh + "RUN_AS=app; . /etc/profile" + as_run_as},
        SoundCase{"file", sh + "RUN_AS=app; . /etc/x" + as_run_as},
        SoundCase{"source", bash + "RUN_AS=app; source /x" + as_run_as},
        SoundCase{"hook", sh + ". /hook.sh\ngosu app server\n"},
        SoundCase{"eval", sh + "RUN_AS=app; eval \"$(cat /c)\"" + as_run_as},
        SoundCase{"input", sh + "echo server | sh" + down},
        SoundCase{"heredoc", sh + "sh <<X\nexec server\nX" + down},
        SoundCase{"xargs", sh + "echo x | xargs server" + down},
        SoundCase{"xargs_env", sh + "echo server | xargs env" + down},
        SoundCase{"find", sh + "find /x -exec server {} \\;" + down},
        SoundCase{"written", sh + "echo server > /tmp/x; sh /tmp/x" + down},
        SoundCase{"gosu", sh + "cp /usr/bin/env /usr/local/bin/gosu" + down},
        SoundCase{"path", sh + "PATH=/tmp:$PATH" + down},
        SoundCase{"alias", sh + "alias gosu=env\ngosu app server\n"}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Variables, MayBeRoot,
    testing::Values(
        SoundCase{"printf",
                  bash + "RUN_AS=app; printf -v RUN_AS root" + as_run_as},
        SoundCase{"readonly_in_arithmetic",
                  bash + "readonly n=b; $((n=1))" + if_n},
        SoundCase{"quoted_pattern_of_busybox",
                  sh + "RUN_AS=0:1000; [[ $RUN_AS == '*' ]] || RUN_AS=app" +
                      as_run_as},
        SoundCase{"arguments_ran",
                  bash + "gosu root ${1+\"$@\"}\nexec gosu app server\n"},
        SoundCase{"arguments_ran_by_a_shell",
                  bash + "bash -c 'exec \"$0\" \"$@\"' gosu root "
                         "${1+\"$@\"}\nexec gosu app server\n"},
        SoundCase{"integer_error",
                  bash + "if true; then declare -i n=1; n+=~; exec gosu app "
                         "server; fi\nexec server\n"},
        SoundCase{"integer",
                  bash + "RUN_AS=app; declare -i n='RUN_AS=0'" + as_run_as},
        SoundCase{"integer_later",
                  bash + "RUN_AS=app; declare -i n; n='RUN_AS=0'" + as_run_as},
        SoundCase{"integer_appended", bash +
                                          "RUN_AS=app; declare -i n=5; "
                                          "n+='(RUN_AS=0)'" +
                                          as_run_as},
        SoundCase{"nameref",
                  bash + "RUN_AS=app; declare -n r=RUN_AS; r=root" + as_run_as},
        SoundCase{"local", bash + "RUN_AS=root; f() { local RUN_AS=app; }; f" +
                               as_run_as},
        SoundCase{"expansion", sh + "n=1; : $((n=0))" + if_n},
        SoundCase{"arithmetic", bash + "n=1; ((n=0))" + if_n},
        SoundCase{"let", bash + "n=1; let n=0" + if_n},
        SoundCase{"ifs", sh + "IFS=:; x=root:b; set -- $x" + if_first},
        SoundCase{"unset", sh + "unset x; RUN_AS=${x-root}" + as_run_as},
        SoundCase{"empty", sh + "x=; RUN_AS=root${x-app}" + as_run_as},
        SoundCase{"substitution", sh + "n=0; x=$(false) || n=1; [ $n = 1 ] && "
                                       "exec server; exec gosu app server\n"},
        SoundCase{"subshell", sh + "RUN_AS=root; (RUN_AS=app)" + as_run_as},
        SoundCase{"trap",
                  bash + "RUN_AS=app; trap RUN_AS=root DEBUG" + as_run_as},
        SoundCase{"prefix_of_export", sh + "n=1; n=0 export x" + if_n},
        SoundCase{"prefix", sh + "n=1; n=0 eval :" + if_n},
        SoundCase{"again", sh + "if [ \"$1\" = x ]; then exec gosu "
                                "\"${R:-app}\" server; fi; export R=root; "
                                "exec \"$0\" x\n"}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Words, MayBeRoot,
    testing::Values(
        SoundCase{"files", sh + "set -- /etc/pass*d\n[ \"$1\" = /etc/passwd ] "
                                "&& exec server\nexec gosu app server\n"},
        SoundCase{"braces", bash + "set -- {root,app}" + if_first},
        SoundCase{"class",
                  sh + "case b in [[:alpha:]]) exec server;; esac" + down},
        SoundCase{"quoted", sh + "u=ap; v=${u#*'a'}; [ $v = p ] && exec "
                                 "server; exec gosu app server\n"},
        SoundCase{"double_brackets", sh + "n=1; if [[ $n = 1 ]]; then exec "
                                          "gosu app server; fi; server\n"},
        SoundCase{"double_parentheses", sh + "n=1; (( n )) && exec gosu app "
                                             "server; server\n"},
        SoundCase{"heredoc", sh + "cat <<X\n$(server)\nX" + down},
        SoundCase{"subscript", bash + "n=1; a[n=0]=x" + if_n},
        SoundCase{"number", bash + "n=1; [[ n=0 -eq 0 ]]" + if_n},
        SoundCase{"slice", bash + "n=1; x=abc; : ${x:n=0}" + if_n},
        SoundCase{"variable", sh + "u=app; p='*'; v=${u##$p}; [ -z \"$v\" ] && "
                                   "exec server; exec gosu app server\n"},
        SoundCase{"split", sh + "set -- 'root x'; set -- $@" + if_first},
        SoundCase{"shift", bash + "set -- root; shift 5" + if_first}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Flow, MayBeRoot,
    testing::Values(
        SoundCase{"at_exit", sh + "trap server EXIT; gosu app /bin/true\n"},
        SoundCase{"at_error", bash + "trap 'exec server' ERR\nfalse" + down},
        SoundCase{"while_true",
                  sh + "while true; do case $1 in h) break;; esac; shift; "
                       "done; exec server\n",
                  {"a", "b", "c", "d", "e", "f", "g", "h"}},
        SoundCase{"hundred", sh + "n=0; while [ $n -lt 200 ]; do n=$((n+1)); "
                                  "done; exec server\n"},
        SoundCase{"chain", sh + "a=app b=app c=app d=app e=root\nfor i in "
                                "$X; do a=$b b=$c c=$d d=$e; done\nexec gosu "
                                "$a server\n"},
        SoundCase{"break_two", sh + "for i in 1 2; do for j in 1 2; do break "
                                    "2; done; exec gosu app server; done; "
                                    "exec server\n"},
        SoundCase{"function", sh + "[ -f /x ] && server() { exec gosu app "
                                   "server; }\nserver\n"},
        SoundCase{"redirection", bash + "exec gosu app server < /x\nserver\n"},
        SoundCase{"redefined", sh + "f() { exec gosu app server; }\n. "
                                    "/hook.sh\nf\n"},
        SoundCase{"errexit", bash + "set -e; trap server EXIT; migrate" + down},
        SoundCase{"given_up", bash + "if true; then n=${!u}; exec gosu app "
                                     "server; fi\nserver\n"},
        SoundCase{"background", sh + "server & gosu app server\n"},
        SoundCase{"before", sh + "server; exec gosu app server\n"},
        SoundCase{"coproc", bash + "coproc server" + down},
        SoundCase{"line", sh + "sh -c 'exec server'" + down},
        SoundCase{"lastpipe", bash +
                                  "RUN_AS=app; shopt -s lastpipe; echo root "
                                  "| read RUN_AS" +
                                  as_run_as}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Tools, MayBeRoot,
    testing::Values(
        SoundCase{"capabilities", sh + "exec setpriv --reuid=app "
                                       "--ambient-caps=+all server\n"},
        SoundCase{"ruid", sh + "exec setpriv --ruid=app server\n"},
        SoundCase{"sudo", sh + "exec gosu app sudo server\n"},
        SoundCase{"sudo_in_line", sh + "su app -c 'sudo server'\n"},
        SoundCase{"su", sh + "su -c server\n"},
        SoundCase{"unknown", sh + "exec gosu $UNKNOWN server\n"},
        SoundCase{"uid_0", sh + "useradd -o -u 0 other; exec gosu other "
                                "server\n"},
        SoundCase{"now_0", sh + "usermod -o -u 0 app" + down}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Hidden, MayBeRoot,
    testing::Values(
        SoundCase{"default", sh + "read x; : \"${x:-$(server)}\"" + down},
        SoundCase{"words", sh + ": ${DEBUG:-a $(server) b}" + down},
        SoundCase{"replacement", bash + ": ${x/a/$(server)}" + down},
        SoundCase{"length", bash + ": ${#a[$(server)0]}" + down},
        SoundCase{"element", bash + ": ${a[1]:-$(server)}" + down},
        SoundCase{"quoted_number", sh + ": $(( $(server \"x\") + 1 ))" + down},
        SoundCase{"old_number", bash + ": $[ $(server)1 ]" + down},
        SoundCase{"pattern", sh + "case x in $U$(server)) ;; esac" + down},
        SoundCase{"header",
                  bash + "for ((i=$(server)0; i<1; i++)); do :; done" + down},
        SoundCase{"subscript", bash + "n='a[$(server)0]'; ((n))" + down},
        SoundCase{"subscript_of_name",
                  bash + "x=n; n='a[$(server)0]'; ((x))" + down},
        SoundCase{"test_v", bash + "[[ -v 'a[$(server)0]' ]]" + down},
        SoundCase{"printf_v", bash + "printf -v 'a[$(server)0]' x" + down},
        SoundCase{"read", bash + "read 'a[$(server)0]' <<< x" + down},
        SoundCase{"unset", bash + "unset 'a[$(server)0]'" + down},
        SoundCase{"prompt", bash + "x='$(server)'; : \"${x@P}\"" + down},
        SoundCase{"expression", bash + "n=1; x='n=0'; ((x))" + if_n},
        SoundCase{"completion", bash + "compgen -W '$(server)'" + down},
        SoundCase{"history", bash + "history -s server; fc -s" + down},
        SoundCase{"jobs", bash + "jobs -x server" + down},
        SoundCase{"callback", bash + "mapfile -C server -c 1 x < /f" + down},
        SoundCase{"process", bash + ". <(echo exec server)" + down},
        SoundCase{"login",
                  bash + "echo server > /root/.profile\nbash -lc :" + down},
        SoundCase{"env_of_shells", sh + "env BASH_ENV=/f bash -c :" + down},
        SoundCase{"itself", sh + "echo server >> \"$0\"\ngosu app true\n"},
        SoundCase{"setuid", sh + "chmod u+s /usr/bin/server" + down},
        SoundCase{"capability", sh + "setcap cap_chown+ep server" + down},
        SoundCase{"function", sh + "f() { :; }; . /x; f" + down}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Elevated, MayBeRoot,
    testing::Values(
        SoundCase{"line", sh + "exec gosu app sh -c 'sudo server'\n"},
        SoundCase{"of_su", sh + "exec su app -c 'exec \"$0\" \"$@\"' sudo "
                                "server\n"},
        SoundCase{"input_of_su", sh + "exec su app <<X\nsudo server\nX\n"},
        SoundCase{"maybe_nothing", sh + "[ \"$(id -u)\" = 0 ] || $X sudo "
                                        "server\nexec gosu app $X sudo "
                                        "server\n"},
        SoundCase{"xargs", sh + "echo sudo x | gosu app xargs env" + down},
        SoundCase{"program", sh + "echo sudo x > /data/x; exec gosu app "
                                  "/data/x\n"},
        SoundCase{"exported", bash + "f() { sudo server; }; export -f f; exec "
                                     "gosu app bash -c f\n"},
        SoundCase{"pieces", sh + "exec gosu app sh -c 's=su; ${s}do server'\n"},
        SoundCase{"helper", sh + "gosu app sh -c 'sudo server'" + down},
        SoundCase{"input", sh + "echo 'sudo server' | exec gosu app sh\n"},
        SoundCase{"shell", sh + "su app -s /usr/bin/sudo server\n"},
        SoundCase{"unknown", sh + "x=$(cat /f); exec gosu app $x server\n"},
        SoundCase{"file", sh + "echo sudo server > /data/r\nexec gosu app sh "
                               "/data/r\n"}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Shells, MayBeRoot,
    testing::Values(
        SoundCase{"append", sh + "u=app; u+=x || exec server" + down},
        SoundCase{"posix", bash + "set -o posix; x=root :\nexec gosu "
                                  "\"${x:-app}\" server\n"},
        SoundCase{"option_words", bash + "set -oe pipefail root\nexec gosu "
                                         "\"$1\" server\n"},
        SoundCase{"expanded_first", bash +
                                        "x=0; export x=a n=$x; [ $n = 0 ] && "
                                        "exec server" +
                                        down},
        SoundCase{"given_up", sh + "if :; then set \"${!n}\"; exec gosu app "
                                   "server; fi\nserver\n"},
        SoundCase{"called", bash +
                                "bash -c 'exec \"$0\" \"$@\"' gosu root sh "
                                "-c 'exec server'" +
                                down},
        SoundCase{"line_behind",
                  bash + "setpriv --no-new-privs sh -c 'server x'" + down},
        SoundCase{"uid_of_a_file", sh +
                                       "useradd -o -u $(cat /f) u\nexec gosu u "
                                       "server\n"},
        SoundCase{"big_status",
                  bash + "f() { return 256; }; f && exec server" + down},
        SoundCase{"characters",
                  bash + "x=é; [ ${#x} = 1 ] && exec server" + down},
        SoundCase{"left_out", bash + "[[ a == b && -n ${n:=1} ]]; [ \"$n\" = 1 "
                                     "] && exec gosu app server; server\n"},
        SoundCase{"order", sh + ": ${u:=root} > /f${u:=app}\nexec gosu \"$u\" "
                                "server\n"},
        SoundCase{"own_name", bash + "bash -c 'exec \"$0\" \"$@\"' setpriv "
                                     "--ruid app server\n"},
        SoundCase{"path", sh +
                              "PATH=/no; [ \"$(id -u)\" = 0 ] && exec gosu app "
                              "server; /usr/bin/server\n"},
        SoundCase{"elements", bash + "a=(app x); a[0]=root; exec gosu $a "
                                     "server\n"},
        SoundCase{"array_kept", bash + "a=(gosu root); a=gosu; exec "
                                       "\"${a[@]}\" server\n"},
        SoundCase{"zsh",
                  "#!/bin/zsh\na=(app root); exec gosu ${a[1]} server\n"},
        SoundCase{"files_of_bin", sh +
                                      "find /usr/bin | while read -r f; do "
                                      "\"$f\"; done" +
                                      down},
        SoundCase{"files_made", sh +
                                    "cp /usr/bin/server /data/a; for f in "
                                    "/data/*; do \"$f\"; done" +
                                    down},
        SoundCase{"linked_as_app", sh +
                                       "gosu app sh -c 'ln -sf /usr/bin/server "
                                       "/usr/local/bin/gosu'" +
                                       down},
        SoundCase{
            "copied_as_app",
            sh + "gosu app cp /usr/bin/server /usr/local/bin/gosu" + down},
        SoundCase{"alias_of_id", sh +
                                     "alias id='echo 5;'; [ \"$(id -u)\" = 0 ] "
                                     "&& exec gosu app server; server\n"},
        SoundCase{"nameref_number",
                  bash + "n=1; declare -n r=n; ((r = 0))" + if_n},
        SoundCase{"nameref_unset", bash +
                                       "u=app; declare -n r=u; unset r\nexec "
                                       "gosu ${u:-root} server\n"},
        SoundCase{"nameref", bash + "u=app; f() { local -n r=$1; r=root; }; f "
                                    "u\nexec gosu $u server\n"}),
    [](const auto& it) { return it.param.name; });

class GivesUpRoot : public testing::TestWithParam<SoundCase> {};

TEST_P(GivesUpRoot, IsSaid) {
  EXPECT_TRUE(steps_down(GetParam())) << GetParam().script;
}

INSTANTIATE_TEST_SUITE_P(
    Plain, GivesUpRoot,
    testing::Values(
        SoundCase{"check", sh + "server --version" + down},
        SoundCase{"helper", sh + "migrate || exit 1" + down},
        SoundCase{"counted", sh +
                                 "n=0; while [ $n -lt 3 ]; do n=$((n+1)); "
                                 "done" +
                                 down},
        SoundCase{"arithmetic", bash + "n=0; ((n++)); [ $n = 1 ] && exec gosu "
                                       "app server; exec server\n"},
        SoundCase{"ifs", sh + "IFS=:; x=a:app; set -- $x; exec gosu \"$2\" "
                              "server\n"},
        SoundCase{"local", bash + "RUN_AS=app; f() { local RUN_AS=root; }; f" +
                               as_run_as},
        SoundCase{"line", sh + "exec sh -c 'exec gosu app server'\n"},
        SoundCase{"heredoc", sh + "sh <<X\nmkdir -p /data\nX" + down},
        SoundCase{"background", sh + "gosu app server & wait\n"},
        SoundCase{"folders_as_app", sh + "gosu app mkdir -p /data/bin" + down},
        SoundCase{"signal", sh + "trap 'exit 0' TERM" + down},
        SoundCase{"readonly", sh + "readonly RUN_AS=app" + as_run_as},
        SoundCase{"profile", sh + ". /etc/profile" + down},
        SoundCase{"functions", sh + "run() { exec gosu app \"$@\"; }\nrun "
                                    "\"$@\"\n"},
        SoundCase{"array", bash + "a=(gosu app); a+=(server)\nexec "
                                  "\"${a[@]}\"\n"},
        SoundCase{"array_on_a_path", bash + "a=(server); [ -n \"$D\" ] && "
                                            "a+=(-d)\nexec gosu app "
                                            "\"${a[@]}\"\n"},
        SoundCase{"slice", bash + "set -- root app; exec gosu \"${@:2:1}\" "
                                  "server\n"},
        SoundCase{"pieces_of_a_line", bash + "IFS=: read -r u g <<< app:x\n"
                                             "exec gosu \"$u\" server\n"},
        SoundCase{"one_of_two", bash + "p='gosu app'; [ -n \"$D\" ] && "
                                       "p='su-exec app'\nexec $p server\n"},
        SoundCase{"hooks", sh +
                               "find /d -type f | while read -r f; do \"$f\"; "
                               "done" +
                               down},
        SoundCase{"plain_line", sh + "exec gosu app sh -c 'exec server \"$@\"' "
                                     "sh \"$@\"\n"},
        SoundCase{"wait_tool", sh + "tini -- migrate; exec env A=b gosu app "
                                    "server\n"}),
    [](const auto& it) { return it.param.name; });

}  // namespace
}  // namespace harden
