#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dockerfile/accounts/account_table.h"
#include "evaluation_fixture.h"

namespace harden {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// "uid:gid:group" of the account `app` after a RUN.
std::string app(const std::string& base, const std::string& run) {
  const Evaluated file = evaluated("FROM " + base + "\nRUN " + run + "\n");
  const KnownAccount* account = find_account(file.image(), "app");
  if (account == nullptr) return "none";
  const auto id = [](std::optional<std::uint32_t> value) {
    return value ? std::to_string(*value) : std::string("?");
  };
  return id(account->uid) + ":" + id(account->gid) + ":" + account->group;
}

TEST(UsersOfRun, UseraddSpellings) {
  EXPECT_EQ(app("debian", "useradd app"), "?:?:app");
  EXPECT_EQ(app("debian", "useradd -u 5 app"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd -u5 app"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd --uid=5 app"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd --uid 5 -- app"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd --ui 5 app"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd app -rmu 5"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd -ms /bin/bash app"), "?:?:app");
  EXPECT_EQ(app("debian", "useradd -u 0 -o app"), "0:?:app");
  EXPECT_EQ(app("debian", "useradd -u 5 -g 0 app"), "5:0:root");
  EXPECT_EQ(app("debian", "useradd -u 5 -g root app"), "5:0:root");
  EXPECT_EQ(app("debian", "useradd -u 5 -g sudo app"), "5:27:sudo");
  EXPECT_EQ(app("debian", "useradd -c 'The app' -d /srv app"), "?:?:app");
  EXPECT_EQ(app("debian", "/usr/sbin/useradd -u 5 app"), "5:5:app");
  EXPECT_EQ(app("debian",
                "useradd --no-create-home --home /x --gid 7 "
                "--uid 5 app"),
            "5:7:");
  EXPECT_EQ(app("debian", "groupadd -g 7 g && useradd -u 5 -g g app"), "5:7:g");
  EXPECT_EQ(app("debian", "groupadd -r -g7 g; useradd -u 5 -N -g 7 app"),
            "5:7:g");
  EXPECT_EQ(app("debian", "groupadd -g 5 g; useradd -u 5 app"), "5:?:app");
}

// Only in place does sed change a file.
TEST(UsersOfRun, ReadingPasswdChangesNothing) {
  const auto because = [](const std::string& run) {
    return evaluated("FROM debian\nRUN " + run + "\n")
        .image()
        .accounts_incomplete.text();
  };
  EXPECT_THAT(because("sed -n '/app/p' /etc/passwd >/x"), IsEmpty());
  EXPECT_THAT(because("sed -n -i '/app/p' /etc/passwd"), HasSubstr("sed"));
  EXPECT_THAT(because("sed --in-place=.b 1d /etc/passwd"), HasSubstr("sed"));
  EXPECT_THAT(because("sed 'w /etc/passwd' x"), HasSubstr("sed"));
}

TEST(UsersOfRun, NumbersChangedInPlace) {
  EXPECT_EQ(app("debian",
                "useradd -u 5 app && sed -i 's/app:x:[0-9]*:/app:x:7:/' "
                "/etc/passwd"),
            "7:5:app");
  EXPECT_EQ(app("debian",
                "apt-get install -y app && sed -i -E "
                "\"s|^app:x:[0-9]+:|app:x:1000:|\" /etc/passwd"),
            "1000:?:");
  // Another field, another line: nobody knows what that makes.
  for (const std::string other : {"'s/app/web/'", "'s/app:x:5:/web:x:5:/'",
                                  "'/app/d'", "'s/app:x:5:/app:x:$UID:/'"}) {
    const Evaluated file =
        evaluated("FROM debian\nRUN sed -i " + other + " /etc/passwd\n");
    EXPECT_THAT(file.image().accounts_incomplete.text(),
                HasSubstr("changes the accounts"))
        << other;
  }
}

TEST(UsersOfRun, AdduserOfAlpine) {
  EXPECT_EQ(app("alpine", "adduser -D app"), "?:?:app");
  EXPECT_EQ(app("alpine", "adduser -D -u 5 app"), "5:5:app");
  EXPECT_EQ(app("alpine", "adduser -DHu 5 app"), "5:5:app");
  EXPECT_EQ(app("alpine", "adduser -S -u 5 app"), "5:65533:nogroup");
  EXPECT_EQ(app("alpine", "adduser -Dh /app -G users -u 5 app"), "5:100:users");
  EXPECT_EQ(app("alpine", "addgroup -S g && adduser -S -G g app"), "?:?:g");
  EXPECT_EQ(app("alpine", "addgroup -g 7 -S g && adduser -S -g x -G g app"),
            "?:7:g");
  EXPECT_EQ(app("alpine", "adduser app -s /bin/sh -D"), "?:?:app");
}

TEST(UsersOfRun, AdduserOfDebian) {
  EXPECT_EQ(app("debian",
                "adduser --system --group --no-create-home "
                "--disabled-password --gecos \"\" --uid 5 app"),
            "5:5:app");
  EXPECT_EQ(app("debian", "adduser --system --uid 5 app"), "5:65534:nogroup");
  EXPECT_EQ(app("debian",
                "addgroup --gid 7 g && adduser --uid 5 "
                "--ingroup g --gecos 'a b' app"),
            "5:7:g");
  EXPECT_EQ(app("debian", "adduser --uid 5 --gid 7 app"), "5:7:");
}

TEST(UsersOfRun, AdduserOfFedoraIsUseradd) {
  EXPECT_EQ(app("fedora", "adduser -r -u 5 -g 0 app"), "5:0:root");
  EXPECT_EQ(app("acme/unknown", "adduser -r -u 5 -g 0 app"), "5:0:root");
  EXPECT_EQ(app("acme/unknown", "adduser -S -u 5 -g 0 app"), "5:?:nogroup");
}

TEST(UsersOfRun, Variables) {
  EXPECT_EQ(app("debian", "U=5; useradd -u $U app"), "5:5:app");
  EXPECT_EQ(app("debian", "export U=5 && useradd -u \"${U}\" app"), "5:5:app");
  EXPECT_EQ(app("debian", "useradd -u ${U:-5} app"), "?:?:app");
  EXPECT_EQ(app("debian\nARG U=5", "useradd -u $U -g ${U} app"), "5:5:");
  EXPECT_EQ(app("debian\nARG U=5\nENV N=app", "useradd -u ${U:-6} $N"),
            "5:5:app");
  EXPECT_EQ(app("debian\nARG U=5", "U=$(id -u); useradd -u $U app"), "?:?:app");
}

TEST(UsersOfRun, AUidThatIsNotKnownIsNotAFreeOne) {
  const auto because = [](const std::string& run) {
    const Evaluated file = evaluated("FROM debian\nARG U\nRUN " + run);
    return find_account(file.image(), "app")->uid_unknown.text();
  };
  EXPECT_EQ(because("useradd -u $U app"), "`ARG U` has no default");
  EXPECT_THAT(because("useradd -u $(id -u) app"), HasSubstr("shell"));
  EXPECT_EQ(because("useradd app"), "");
  EXPECT_EQ(verdict("FROM debian\nARG U\nRUN useradd -u $U app\nUSER app\n"),
            "unknown");
  EXPECT_EQ(verdict("FROM debian\nRUN useradd app\nUSER app\n"),
            "unprivileged ?:?");
}

TEST(UsersOfRun, AroundTheCommand) {
  for (const char* run : {"sudo useradd -u 5 app",
                          "sudo -E -u root useradd -u 5 app",
                          "set -eux; useradd -u 5 app; rm -rf /x",
                          "(useradd -u 5 app)",
                          "{ useradd -u 5 app; }",
                          "if true; then useradd -u 5 app; fi",
                          "id app || useradd -u 5 app",
                          "! id app && useradd -u 5 app",
                          "sh -c 'useradd -u 5 app'",
                          "bash -exc \"useradd -u '5' app\"",
                          "[\"useradd\", \"-u\", \"5\", \"app\"]",
                          "[\"/bin/sh\", \"-c\", \"useradd -u 5 app\"]",
                          "<<EOF\nuseradd -u 5 app\nEOF",
                          "<<EOF sh\nuseradd -u 5 app\nEOF",
                          "<<-EOF\n\t#!/bin/bash\n\tuseradd -u 5 app\n\tEOF",
                          "true \\\n # comment\n && useradd \\\n -u 5 \\\n app",
                          "case $x in a) useradd -u 5 app ;; *) exit 1 ;; esac",
                          "for i in 1; do useradd -u 5 app; done",
                          "useradd -u 5 app >/dev/null",
                          "useradd -u 5 app 2>&1 | cat",
                          "a() { useradd -u 5 app; }; a",
                          "[[ a && b ]] || useradd -u 5 app",
                          "useradd -u 5 app # -u 6"}) {
    EXPECT_EQ(app("debian", run), "5:5:app") << run;
  }
  for (const char* run :
       {"# useradd app", "echo useradd app", "echo 'x; useradd app'",
        "x=\"useradd app\"", "cat <<EOF >/x\nuseradd app\nEOF"}) {
    EXPECT_EQ(app("debian", run), "none") << run;
  }
}

TEST(UsersOfRun, LinesOfPasswd) {
  for (const char* run :
       {"echo 'app:x:5:7::/:/bin/sh' >> /etc/passwd",
        "echo \"app:x:5:7::/:\" >>/etc/passwd && echo g:x:8: >>/etc/group",
        "printf 'app:x:5:7::/:\\n' >>/etc/passwd",
        "printf '%s:x:%d:7::/:\\n' app 5 >> /etc/passwd",
        "echo app:x:5:7:::| sudo tee -a /etc/passwd",
        "cat >> /etc/passwd <<EOF\napp:x:5:7:::\nEOF",
        "echo 'app:x:5:7:::' > /etc/passwd"}) {
    EXPECT_EQ(app("debian", run), "5:7:") << run;
  }
  const Evaluated file =
      evaluated("FROM debian\nRUN echo $(cat /x) >> /etc/passwd\n");
  EXPECT_THAT(file.image().accounts_incomplete.text(), HasSubstr("writes"));
}

TEST(UsersOfRun, ChangesToAccounts) {
  const std::string user = "useradd -u 5 app && ";
  EXPECT_EQ(app("debian", user + "usermod -u 6 app"), "6:5:app");
  EXPECT_EQ(app("debian", user + "usermod -o --uid=0 app"), "0:5:app");
  EXPECT_EQ(app("debian", user + "usermod -g 0 app"), "5:0:root");
  EXPECT_EQ(app("debian", user + "groupmod -g 9 app"), "5:9:app");
  EXPECT_EQ(app("debian", user + "userdel -r app"), "none");
  EXPECT_EQ(app("debian", user + "deluser app"), "none");
  EXPECT_EQ(app("debian", "useradd -u 5 x && usermod -l app x"), "5:5:x");
  EXPECT_EQ(app("acme/unknown", "usermod -u 5 app"), "5:?:");
}

TEST(UsersOfRun, SupplementaryGroups) {
  const auto groups = [](const std::string& run) {
    const Evaluated file = evaluated("FROM debian\nRUN " + run);
    return find_account(file.image(), "app")->groups;
  };
  EXPECT_THAT(groups("useradd -G a,b app"), ElementsAre("a", "b"));
  EXPECT_THAT(groups("useradd app && usermod -aG sudo,x app"),
              ElementsAre("sudo", "x"));
  EXPECT_THAT(groups("useradd -G a app && usermod --append --groups b app"),
              ElementsAre("a", "b"));
  EXPECT_THAT(groups("useradd -G a app && usermod -G b app"), ElementsAre("b"));
  EXPECT_THAT(groups("adduser --system app && adduser app sudo"),
              ElementsAre("sudo"));
  EXPECT_THAT(groups("useradd app && addgroup app sudo"), ElementsAre("sudo"));
}

TEST(UsersOfRun, WhatCreatesNoUsers) {
  for (const char* run :
       {"mkdir -p /srv && chown -R 5:5 /srv", "npm ci --omit=dev && rm -rf x",
        "apt-get update && apt-get clean", "pip install x | tee log",
        "grep root /etc/passwd", "chmod g=u /etc/passwd", "cp /etc/passwd /x",
        "X=1 go build ./...", ". /etc/os-release; echo $ID",
        "for f in a b; do rm $f; done", "if [ -f x ]; then exit 1; fi"}) {
    const Evaluated file = evaluated(std::string("FROM debian\nRUN ") + run);
    EXPECT_THAT(file.image().accounts_incomplete.text(), IsEmpty()) << run;
  }
}

TEST(UsersOfRun, PackagesMayCreateUsers) {
  for (const char* run :
       {"apt-get -qq install -y app", "apk upgrade", "rpm -Uvh app.rpm",
        "dpkg -i app.deb", "pacman -Sy app", "zypper -n in app",
        // At 0733439 a package's name was taken for what apt is asked to do,
        // and `update` of dnf and zypper for that of apt.
        "apt-get install -y check", "apk add list", "yum update -y",
        "zypper up"}) {
    const Evaluated file = evaluated(std::string("FROM debian\nRUN ") + run);
    EXPECT_THAT(file.image().accounts_incomplete.text(),
                HasSubstr("installs packages, which may create users"))
        << run;
  }
}

TEST(UsersOfRun, NotAllThatManagersDoBringsPackages) {
  for (const char* run :
       {"apt-get update -qq", "apt-get -y autoremove --purge", "apk del .x",
        "apk -U --no-cache info", "dnf -y clean all", "yum makecache",
        "zypper ref", "rpm --import key", "dpkg --add-architecture i386",
        "rpm -qa", "pacman -Scc --noconfirm", "yum -y remove x"}) {
    const Evaluated file = evaluated(std::string("FROM debian\nRUN ") + run);
    EXPECT_THAT(file.image().accounts_incomplete.text(), IsEmpty()) << run;
  }
}

}  // namespace
}  // namespace harden
