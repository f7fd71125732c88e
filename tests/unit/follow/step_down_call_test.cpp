#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "argv_fixture.h"
#include "command/command_meaning.h"

namespace harden {
namespace {

// "gosu redis -> redis-server": tool, account, the word that begins the
// command. Marks: `?` not known, `!` to root, `~` login, `|` a line of shell.
std::string read_call(std::string_view line) {
  const std::vector<Field> argv = argv_of(line);
  const auto call = step_down_call(argv);
  if (!call) return "none";
  std::string text = call->tool + " " + call->account;
  if (!call->known) text += "?";
  if (call->to_root) text += "!";
  if (call->login) text += "~";
  if (call->shell_line) text += "|";
  text += " ->";
  if (call->command < argv.size()) text += " " + argv[call->command].value;
  EXPECT_LE(call->command, argv.size());
  return text;
}

struct CallCase {
  std::string_view line;
  std::string_view expected;
};

class StepDown : public testing::TestWithParam<CallCase> {};

TEST_P(StepDown, IsRead) {
  EXPECT_EQ(read_call(GetParam().line), GetParam().expected) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(
    UserFirst, StepDown,
    testing::Values(
        CallCase{"gosu redis redis-server --port 1",
                 "gosu redis -> redis-server"},
        CallCase{"/usr/local/bin/gosu app:app x", "gosu app:app -> x"},
        CallCase{"gosu 10001:10001 x", "gosu 10001:10001 -> x"},
        CallCase{"gosu root x", "gosu root! -> x"},
        CallCase{"gosu 0:0 x", "gosu 0:0! -> x"},
        CallCase{"gosu root:root x", "gosu root:root! -> x"},
        CallCase{"gosu $USER x", "gosu ? -> x"},
        CallCase{"gosu app:$GROUP x", "gosu ? -> x"},
        CallCase{"gosu app $@", "gosu app -> $@"},
        CallCase{"gosu app", "gosu app ->"}, CallCase{"gosu --version", "none"},
        CallCase{"gosu", "none"},
        CallCase{"su-exec redis redis-server -v",
                 "su-exec redis -> redis-server"},
        CallCase{"s6-setuidgid app x -c y", "s6-setuidgid app -> x"},
        CallCase{"setuidgid app x", "setuidgid app -> x"},
        CallCase{"/sbin/setuser app x -a", "setuser app -> x"},
        CallCase{"echo gosu app x", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Setpriv, StepDown,
    testing::Values(
        CallCase{"setpriv --reuid=app --regid=grp --init-groups x -a",
                 "setpriv app:grp -> x"},
        CallCase{"setpriv --reuid app --clear-groups -- x",
                 "setpriv app:0 -> x"},
        CallCase{"setpriv --reuid 1 --regid 2 --keep-groups --inh-caps=-all x",
                 "setpriv 1:2 -> x"},
        CallCase{"setpriv --inh-caps -all --reuid 1000 x --reuid=0",
                 "setpriv 1000:0 -> x"},
        CallCase{"setpriv --reuid=$U --regid=1 --clear-groups x",
                 "setpriv ? -> x"},
        CallCase{"setpriv --reuid=1 --regid=$G --clear-groups x",
                 "setpriv ? -> x"},
        CallCase{"setpriv --reuid=0 x", "setpriv 0:0! -> x"},
        CallCase{"setpriv --no-new-privs x", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Su, StepDown,
    testing::Values(
        CallCase{"su app -c 'a b'", "su app| -> a b"},
        CallCase{"su - app -c 'a b'", "su app~| -> a b"},
        CallCase{"su -c 'a b' app", "su app| -> a b"},
        CallCase{"su -c 'a b'", "su root!| -> a b"},
        CallCase{"su -l app -c 'a b'", "su app~| -> a b"},
        CallCase{"su -s /bin/sh app -c 'a b'", "su app| -> a b"},
        CallCase{"su app -s /bin/sh -c 'a b' -- x y", "su app| -> a b"},
        CallCase{"su -p app -c 'a b'", "su app| -> a b"},
        CallCase{"su -m -s /bin/bash -g grp app -c x", "su app:grp| -> x"},
        CallCase{"su app -- run.sh a", "su app -> run.sh"},
        CallCase{"su app -- -c 'a b'", "su app| -> a b"},
        CallCase{"su app run.sh", "su app -> run.sh"},
        CallCase{"su app", "su app ->"}, CallCase{"su -", "su root!~ ->"},
        CallCase{"su", "su root! ->"},
        CallCase{"su - $USER -c x", "su ?~| -> x"},
        CallCase{"su --command x app", "su app| -> x"},
        CallCase{"su - -c x", "su root!~| -> x"}));

INSTANTIATE_TEST_SUITE_P(
    Runuser, StepDown,
    testing::Values(
        CallCase{"runuser -u app -- x -l", "runuser app -> x"},
        CallCase{"runuser -u app x -c y", "runuser app -> x"},
        CallCase{"runuser --user=app -g grp -- x", "runuser app:grp -> x"},
        CallCase{"runuser app -c 'a b'", "runuser app| -> a b"},
        CallCase{"runuser - app -c 'a b'", "runuser app~| -> a b"},
        CallCase{"runuser -l app -c 'a b'", "runuser app~| -> a b"},
        CallCase{"runuser -s /bin/sh app -c x", "runuser app| -> x"}));

INSTANTIATE_TEST_SUITE_P(
    Sudo, StepDown,
    testing::Values(
        CallCase{"sudo chown app /x", "sudo root! -> chown"},
        CallCase{"sudo -E -H x -u y", "sudo root! -> x"},
        CallCase{"sudo -u app x", "sudo app -> x"},
        CallCase{"sudo -Eu app x", "sudo app -> x"},
        CallCase{"sudo -uapp x", "sudo app -> x"},
        CallCase{"sudo --user=app --group grp x", "sudo app:grp -> x"},
        CallCase{"sudo -u app -g grp A=1 B=/x x", "sudo app:grp -> x"},
        CallCase{"sudo -n -u '#1000' -- x", "sudo 1000 -> x"},
        CallCase{"sudo -u #0 x", "sudo 0! -> x"},
        CallCase{"sudo -u app -i", "sudo app~ ->"},
        CallCase{"sudo -i -u app x y", "sudo app~ -> x"},
        CallCase{"sudo -u $USER x", "sudo ? -> x"},
        CallCase{"sudo -E PATH=$PATH -u app x", "sudo app -> x"},
        CallCase{"sudo -u root x", "sudo root! -> x"},
        CallCase{"doas -u app x -n", "doas app -> x"},
        CallCase{"doas x", "doas root! -> x"}));

INSTANTIATE_TEST_SUITE_P(
    Others, StepDown,
    testing::Values(
        CallCase{"chpst -u app:grp x -u y", "chpst app:grp -> x"},
        CallCase{"busybox su app -c 'a b'", "su app| -> a b"},
        CallCase{"capsh --user=app -- -c 'a b' c", "capsh app| -> a b"},
        CallCase{"capsh --drop=all --uid=1000 -- x", "capsh 1000:0 -> x"},
        CallCase{"capsh --print", "none"},
        CallCase{"s6-envuidgid app s6-applyuidgid -U x",
                 "s6-envuidgid app -> x"},
        CallCase{"s6-envuidgid app x", "none"},
        CallCase{"s6-applyuidgid -u 1 x", "s6-applyuidgid 1:0 -> x"},
        CallCase{"chpst -b name -u :1000:1000 x", "chpst 1000:1000 -> x"},
        CallCase{"chpst -uapp x", "chpst app -> x"},
        CallCase{"chpst -n 5 x", "none"},
        CallCase{"s6-applyuidgid -u 1 -g 2 -G '' x", "s6-applyuidgid 1:2 -> x"},
        CallCase{"s6-applyuidgid -U x", "s6-applyuidgid ? -> x"},
        CallCase{"start-stop-daemon --start --chuid app --exec /bin/x -- -a",
                 "start-stop-daemon app -> /bin/x"},
        CallCase{"start-stop-daemon -S -c app:grp -x /bin/x -a /bin/y -- -a",
                 "start-stop-daemon app:grp -> /bin/y"},
        CallCase{"start-stop-daemon --start --exec /bin/x", "none"},
        CallCase{"start-stop-daemon --stop --chuid app --exec /bin/x", "none"},
        CallCase{"chroot --userspec=app:grp / x -a", "chroot app:grp -> x"},
        CallCase{"chroot --userspec app --groups=a,b / x", "chroot app -> x"},
        CallCase{"chroot --userspec=0 / x", "chroot 0! -> x"},
        CallCase{"chroot /x y", "none"}));

}  // namespace
}  // namespace harden
