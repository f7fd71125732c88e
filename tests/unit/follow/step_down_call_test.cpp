#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "argv_fixture.h"
#include "command/command_meaning.h"

namespace harden {
namespace {

// "gosu redis -> redis-server": tool, account, the word that begins the
// command. Marks: `?` not known, `!` to root, `~` login, `|` a line of shell.
std::string read(std::string_view line) {
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

struct Case {
  std::string_view line;
  std::string_view expected;
};

class StepDown : public testing::TestWithParam<Case> {};

TEST_P(StepDown, IsRead) {
  EXPECT_EQ(read(GetParam().line), GetParam().expected) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(
    UserFirst, StepDown,
    testing::Values(
        Case{"gosu redis redis-server --port 1", "gosu redis -> redis-server"},
        Case{"/usr/local/bin/gosu app:app x", "gosu app:app -> x"},
        Case{"gosu 10001:10001 x", "gosu 10001:10001 -> x"},
        Case{"gosu root x", "gosu root! -> x"},
        Case{"gosu 0:0 x", "gosu 0:0! -> x"},
        Case{"gosu root:root x", "gosu root:root! -> x"},
        Case{"gosu $USER x", "gosu ? -> x"},
        Case{"gosu app:$GROUP x", "gosu ? -> x"},
        Case{"gosu app $@", "gosu app -> $@"}, Case{"gosu app", "gosu app ->"},
        Case{"gosu --version", "none"}, Case{"gosu", "none"},
        Case{"su-exec redis redis-server -v", "su-exec redis -> redis-server"},
        Case{"s6-setuidgid app x -c y", "s6-setuidgid app -> x"},
        Case{"setuidgid app x", "setuidgid app -> x"},
        Case{"/sbin/setuser app x -a", "setuser app -> x"},
        Case{"echo gosu app x", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Setpriv, StepDown,
    testing::Values(
        Case{"setpriv --reuid=app --regid=grp --init-groups x -a",
             "setpriv app:grp -> x"},
        Case{"setpriv --reuid app --clear-groups -- x", "setpriv app -> x"},
        Case{"setpriv --reuid 1 --regid 2 --keep-groups --inh-caps=-all x",
             "setpriv 1:2 -> x"},
        Case{"setpriv --inh-caps -all --reuid 1000 x --reuid=0",
             "setpriv 1000 -> x"},
        Case{"setpriv --reuid=$U --regid=1 --clear-groups x", "setpriv ? -> x"},
        Case{"setpriv --reuid=1 --regid=$G --clear-groups x", "setpriv ? -> x"},
        Case{"setpriv --reuid=0 x", "setpriv 0! -> x"},
        Case{"setpriv --no-new-privs x", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Su, StepDown,
    testing::Values(Case{"su app -c 'a b'", "su app| -> a b"},
                    Case{"su - app -c 'a b'", "su app~| -> a b"},
                    Case{"su -c 'a b' app", "su app| -> a b"},
                    Case{"su -c 'a b'", "su root!| -> a b"},
                    Case{"su -l app -c 'a b'", "su app~| -> a b"},
                    Case{"su -s /bin/sh app -c 'a b'", "su app| -> a b"},
                    Case{"su app -s /bin/sh -c 'a b' -- x y", "su app| -> a b"},
                    Case{"su -p app -c 'a b'", "su app| -> a b"},
                    Case{"su -m -s /bin/bash -g grp app -c x",
                         "su app:grp| -> x"},
                    Case{"su app -- run.sh a", "su app -> run.sh"},
                    Case{"su app -- -c 'a b'", "su app| -> a b"},
                    Case{"su app run.sh", "su app -> run.sh"},
                    Case{"su app", "su app ->"}, Case{"su -", "su root!~ ->"},
                    Case{"su", "su root! ->"},
                    Case{"su - $USER -c x", "su ?~| -> x"},
                    Case{"su --command x app", "su app| -> x"},
                    Case{"su - -c x", "su root!~| -> x"}));

INSTANTIATE_TEST_SUITE_P(
    Runuser, StepDown,
    testing::Values(Case{"runuser -u app -- x -l", "runuser app -> x"},
                    Case{"runuser -u app x -c y", "runuser app -> x"},
                    Case{"runuser --user=app -g grp -- x",
                         "runuser app:grp -> x"},
                    Case{"runuser app -c 'a b'", "runuser app| -> a b"},
                    Case{"runuser - app -c 'a b'", "runuser app~| -> a b"},
                    Case{"runuser -l app -c 'a b'", "runuser app~| -> a b"},
                    Case{"runuser -s /bin/sh app -c x", "runuser app| -> x"}));

INSTANTIATE_TEST_SUITE_P(
    Sudo, StepDown,
    testing::Values(Case{"sudo chown app /x", "sudo root! -> chown"},
                    Case{"sudo -E -H x -u y", "sudo root! -> x"},
                    Case{"sudo -u app x", "sudo app -> x"},
                    Case{"sudo -Eu app x", "sudo app -> x"},
                    Case{"sudo -uapp x", "sudo app -> x"},
                    Case{"sudo --user=app --group grp x", "sudo app:grp -> x"},
                    Case{"sudo -u app -g grp A=1 B=/x x", "sudo app:grp -> x"},
                    Case{"sudo -n -u '#1000' -- x", "sudo 1000 -> x"},
                    Case{"sudo -u #0 x", "sudo 0! -> x"},
                    Case{"sudo -u app -i", "sudo app~ ->"},
                    Case{"sudo -i -u app x y", "sudo app~ -> x"},
                    Case{"sudo -u $USER x", "sudo ? -> x"},
                    Case{"sudo -E PATH=$PATH -u app x", "sudo app -> x"},
                    Case{"sudo -u root x", "sudo root! -> x"},
                    Case{"doas -u app x -n", "doas app -> x"},
                    Case{"doas x", "doas root! -> x"}));

INSTANTIATE_TEST_SUITE_P(
    Others, StepDown,
    testing::Values(
        Case{"chpst -u app:grp x -u y", "chpst app:grp -> x"},
        Case{"chpst -b name -u :1000:1000 x", "chpst 1000:1000 -> x"},
        Case{"chpst -uapp x", "chpst app -> x"}, Case{"chpst -n 5 x", "none"},
        Case{"s6-applyuidgid -u 1 -g 2 -G '' x", "s6-applyuidgid 1:2 -> x"},
        Case{"s6-applyuidgid -U x", "s6-applyuidgid ? -> x"},
        Case{"start-stop-daemon --start --chuid app --exec /bin/x -- -a",
             "start-stop-daemon app -> /bin/x"},
        Case{"start-stop-daemon -S -c app:grp -x /bin/x -a /bin/y -- -a",
             "start-stop-daemon app:grp -> /bin/y"},
        Case{"start-stop-daemon --start --exec /bin/x", "none"},
        Case{"start-stop-daemon --stop --chuid app --exec /bin/x", "none"},
        Case{"chroot --userspec=app:grp / x -a", "chroot app:grp -> x"},
        Case{"chroot --userspec app --groups=a,b / x", "chroot app -> x"},
        Case{"chroot --userspec=0 / x", "chroot 0! -> x"},
        Case{"chroot /x y", "none"}));

}  // namespace
}  // namespace harden
