#include "command/command_meaning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "argv_fixture.h"

namespace harden {
namespace {

constexpr std::string_view kinds[] = {"owner",   "mode",    "write",
                                      "account", "package", "kernel",
                                      "service", "system",  "unknown"};

// "owner /data -R app:app CHOWN,DAC_OVERRIDE".
std::string text_of(const Act& act) {
  std::string text(kinds[static_cast<std::size_t>(act.kind)]);
  if (!act.path.empty()) text += " " + act.path;
  if (act.recursive) text += " -R";
  if (!act.account.empty()) text += " " + act.account;
  std::string separator = " ";
  for (const Capability capability : act.capabilities) {
    text += separator + std::string(to_string(capability));
    separator = ",";
  }
  return text;
}

std::string joined(const std::vector<Act>& acts) {
  std::string text;
  for (const Act& act : acts) {
    EXPECT_FALSE(act.reason.empty());
    if (!text.empty()) text += "; ";
    text += text_of(act);
  }
  return text;
}

// Of a harmless one: what it is.
std::string read(std::string_view line) {
  const std::vector<Field> argv = argv_of(line);
  const Meaning meaning = meaning_of(argv, "/srv");
  if (!meaning.acts.empty()) return joined(meaning.acts);
  if (meaning.tool) return "tool";
  return meaning.application ? "application" : "nothing";
}

struct Case {
  std::string_view line;
  std::string_view expected;
};

class CommandMeaning : public testing::TestWithParam<Case> {};

TEST_P(CommandMeaning, IsRead) {
  EXPECT_EQ(read(GetParam().line), GetParam().expected) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(
    Owner, CommandMeaning,
    testing::Values(
        Case{"chown app:app /data", "owner /data app:app CHOWN"},
        Case{"chown -R app /data", "owner /data -R app CHOWN,DAC_OVERRIDE"},
        Case{"chown -fRh app a /b",
             "owner /srv/a -R app CHOWN,DAC_OVERRIDE; "
             "owner /b -R app CHOWN,DAC_OVERRIDE"},
        Case{"chown --no-dereference --from=root:root app /data",
             "owner /data app CHOWN"},
        Case{"chown --from root app /data", "owner /data app CHOWN"},
        Case{"chown --reference=/a /b", "owner /b CHOWN"},
        Case{"chown $USER /data/", "owner /data CHOWN"},
        Case{"chown app $DATA", "owner app CHOWN"},
        Case{"chown app /data/$x/y", "owner /data -R app CHOWN"},
        Case{"chown app /data/*", "owner /data -R app CHOWN"},
        Case{"chown app /$x", "owner app CHOWN"},
        Case{"chown --dereference mongodb /proc/$$/fd/1",
             "owner /proc/self/fd/1 mongodb CHOWN"},
        Case{"chown app ~/x", "owner app CHOWN"},
        Case{"chgrp -R app /data", "owner /data -R :app CHOWN,DAC_OVERRIDE"},
        Case{"busybox chown app /data", "owner /data app CHOWN"},
        Case{"/bin/chown app /data", "owner /data app CHOWN"}));

INSTANTIATE_TEST_SUITE_P(
    Mode, CommandMeaning,
    testing::Values(Case{"chmod 0700 /data", "mode /data FOWNER"},
                    Case{"chmod -R g+w /data",
                         "mode /data -R DAC_OVERRIDE,FOWNER"},
                    Case{"chmod -x /data", "mode /data FOWNER"},
                    Case{"chmod --reference=/a /b", "mode /b FOWNER"},
                    Case{"chmod 600 /tmp/x", "tool"},
                    Case{"setfacl -m u:app:rwx /data", "mode /data FOWNER"}));

INSTANTIATE_TEST_SUITE_P(
    Search, CommandMeaning,
    testing::Values(
        Case{"find /data ! -user redis -exec chown redis {} +",
             "owner /data -R redis CHOWN,DAC_OVERRIDE"},
        Case{"find . -type d -exec chmod 755 {} ;",
             "mode /srv -R DAC_OVERRIDE,FOWNER"},
        Case{"find -L /a /b -exec chown -R x '{}' \\;",
             "owner /a -R x CHOWN,DAC_OVERRIDE; "
             "owner /b -R x CHOWN,DAC_OVERRIDE"},
        Case{"find $DATA -exec chown x {} +", "owner -R x CHOWN,DAC_OVERRIDE"},
        Case{"find /data -name x -delete", "write /data -R DAC_OVERRIDE"},
        Case{"find /data -name x -exec rm -f {} +",
             "write /data -R DAC_OVERRIDE"},
        Case{"find /tmp -name x -delete", "tool"},
        Case{"find /data -name x", "tool"},
        Case{"find /data -exec grep x {} +", "tool"},
        Case{"find /data -exec chown a {} + -exec chmod 1 {} +",
             "owner /data -R a CHOWN,DAC_OVERRIDE; "
             "mode /data -R DAC_OVERRIDE,FOWNER"},
        Case{"find / -exec my-tool {} +", "unknown / -R"},
        Case{"xargs -0 chown app", "owner app CHOWN"},
        Case{"xargs -r -n 1 rm -f", "write DAC_OVERRIDE"},
        Case{"xargs -I % chown app %", "owner app CHOWN"},
        Case{"xargs -I{} echo {}", "tool"}, Case{"xargs", "tool"}));

INSTANTIATE_TEST_SUITE_P(
    Write, CommandMeaning,
    testing::Values(Case{"mkdir -p /a b",
                         "write /a DAC_OVERRIDE; "
                         "write /srv/b DAC_OVERRIDE"},
                    Case{"mkdir -m 0755 /a", "write /a DAC_OVERRIDE"},
                    Case{"mkdir -p /tmp/x /var/tmp/y", "tool"},
                    Case{"mkdir /tmpfiles", "write /tmpfiles DAC_OVERRIDE"},
                    Case{"mkdir /dev/net", "write /dev/net DAC_OVERRIDE"},
                    Case{"touch -d now /a", "write /a DAC_OVERRIDE"},
                    Case{"rm -rf /a/b/", "write /a/b -R DAC_OVERRIDE"},
                    Case{"rm -f $PIDFILE", "write DAC_OVERRIDE"},
                    Case{"cp a /etc/b", "write /etc/b DAC_OVERRIDE"},
                    Case{"cp -r a /etc/b", "write /etc/b -R DAC_OVERRIDE"},
                    Case{"cp -t /etc a b", "write /etc DAC_OVERRIDE"},
                    Case{"cp -a a /b",
                         "write /b -R DAC_OVERRIDE; "
                         "owner /b -R CHOWN,DAC_OVERRIDE"},
                    Case{"cp -p a /b", "write /b DAC_OVERRIDE; owner /b CHOWN"},
                    Case{"cp --preserve=mode a /b", "write /b DAC_OVERRIDE"},
                    Case{"cp -a a /tmp/b", "tool"},
                    Case{"mv /a /tmp/b", "write /a DAC_OVERRIDE"},
                    Case{"ln -sf /proc/self/fd/1 /var/log/x",
                         "write /var/log/x DAC_OVERRIDE"},
                    Case{"ln -s /a/b", "write /srv -R DAC_OVERRIDE"},
                    Case{"install -d -m 0755 -o app -g grp /a /b",
                         "write /a DAC_OVERRIDE; write /b DAC_OVERRIDE; "
                         "owner /a app:grp CHOWN; owner /b app:grp CHOWN"},
                    Case{"install -m 0600 a /b", "write /b DAC_OVERRIDE"},
                    Case{"tee -a /etc/x", "write /etc/x DAC_OVERRIDE"},
                    Case{"tee /dev/stderr", "tool"},
                    Case{"dd if=/dev/zero of=/swap bs=1",
                         "write /swap DAC_OVERRIDE"},
                    Case{"truncate -s 0 /a", "write /a DAC_OVERRIDE"},
                    Case{"mktemp", "tool"}, Case{"mktemp -d -t x.XXX", "tool"},
                    Case{"mktemp -p /data x.XXX", "write /data DAC_OVERRIDE"},
                    Case{"mktemp /tmp/x.XXX", "tool"}));

INSTANTIATE_TEST_SUITE_P(
    Edit, CommandMeaning,
    testing::Values(
        Case{"sed -i s/a/b/ /etc/x", "write /etc/x DAC_OVERRIDE"},
        Case{"sed -i -e s/a/b/ -e 's/ /x/' /etc/x /y",
             "write /etc/x DAC_OVERRIDE; write /y DAC_OVERRIDE"},
        Case{"sed -i.bak -r s/a/$B/ /etc/x", "write /etc/x DAC_OVERRIDE"},
        Case{"sed -ie s/a/b/ /etc/x", "write /etc/x DAC_OVERRIDE"},
        Case{"sed --in-place=.old s/a/b/ /etc/x", "write /etc/x DAC_OVERRIDE"},
        Case{"sed -Ei 's/a/b/' /etc/nginx/conf.d/*.conf",
             "write /etc/nginx/conf.d -R DAC_OVERRIDE"},
        Case{"sed -n p /etc/x", "tool"}, Case{"sed s/a/b/ /etc/x", "tool"},
        Case{"perl -pi -e s/a/b/ /etc/x", "write /etc/x DAC_OVERRIDE"},
        Case{"crudini --set /etc/x a b c", "write /etc/x DAC_OVERRIDE"},
        Case{"gunzip /data/x.gz", "write /data/x.gz DAC_OVERRIDE"},
        Case{"gunzip -c /data/x.gz", "tool"}));

INSTANTIATE_TEST_SUITE_P(
    Fetch, CommandMeaning,
    testing::Values(
        Case{"tar xzf a.tgz -C /opt", "write /opt -R CHOWN,DAC_OVERRIDE"},
        Case{"tar -xf a --no-same-owner --directory=/opt",
             "write /opt -R DAC_OVERRIDE"},
        Case{"tar -xf a.tar", "write /srv -R CHOWN,DAC_OVERRIDE"},
        Case{"tar cf /backup/x /data", "write /backup/x DAC_OVERRIDE"},
        Case{"tar tf a.tar", "tool"}, Case{"tar -xf a -C /tmp/x", "tool"},
        Case{"tar cf - .", "tool"},
        Case{"unzip -q a.zip -d /opt", "write /opt -R DAC_OVERRIDE"},
        Case{"unzip -l a.zip", "tool"},
        Case{"rsync -a --delete a/ /b/",
             "write /b -R DAC_OVERRIDE; "
             "owner /b -R CHOWN,DAC_OVERRIDE"},
        Case{"rsync -rlD --chown=app:app a/ /b/",
             "write /b -R DAC_OVERRIDE; "
             "owner /b -R app:app CHOWN,DAC_OVERRIDE"},
        Case{"rsync -r --exclude x a /b", "write /b -R DAC_OVERRIDE"},
        Case{"rsync -a a host:/b", "tool"}, Case{"curl -fsSL http://x", "tool"},
        Case{"curl -s -o /etc/x http://x", "write /etc/x DAC_OVERRIDE"},
        Case{"curl -s -o /dev/null -w '%{http_code}' http://x", "tool"},
        Case{"curl -O http://x/y", "write /srv/y DAC_OVERRIDE"},
        Case{"wget -qO- http://x", "tool"},
        Case{"wget -q -O - http://x", "tool"},
        Case{"wget -P /data http://x", "write /data DAC_OVERRIDE"},
        Case{"wget -P /data http://x/a.sh?b#c",
             "write /data/a.sh DAC_OVERRIDE"},
        Case{"git clone --depth 1 u /app", "write /app -R DAC_OVERRIDE"},
        Case{"git -C /app pull", "write /app -R DAC_OVERRIDE"},
        Case{"git config --global safe.directory /app", "tool"},
        Case{"openssl req -x509 -keyout /k -out /c",
             "write /k DAC_OVERRIDE; write /c DAC_OVERRIDE"},
        Case{"openssl rand -hex 16", "tool"},
        Case{"keytool -import -keystore /k -file /c -noprompt",
             "write /k DAC_OVERRIDE"},
        Case{"keytool -list -keystore /k", "tool"},
        Case{"ssh-keygen -A", "write /etc/ssh DAC_OVERRIDE"},
        Case{"ssh-keygen -t rsa -N '' -f /k", "write /k DAC_OVERRIDE"}));

constexpr std::string_view apt =
    "package CHOWN,DAC_OVERRIDE,FOWNER,SETGID,SETUID";
constexpr std::string_view service = "service SETGID,SETUID";

INSTANTIATE_TEST_SUITE_P(
    Table, CommandMeaning,
    testing::Values(
        Case{"useradd app", "account CHOWN,DAC_OVERRIDE,FOWNER"},
        Case{"usermod -u $U app", "account CHOWN,DAC_OVERRIDE"},
        Case{"groupmod -g $G app", "account CHOWN,DAC_OVERRIDE"},
        Case{"chpasswd", "account CHOWN,DAC_OVERRIDE"},
        Case{"passwd -S app", "tool"}, Case{"apt-get install -y x", apt},
        Case{"apt-get update", apt}, Case{"apt list", "tool"},
        Case{"apt-get install -y list", apt}, Case{"dpkg -l", "tool"},
        Case{"dpkg -s x", "tool"}, Case{"dpkg -i x", apt},
        Case{"rpm -qa", "tool"},
        Case{"rpm -i x", "package CHOWN,DAC_OVERRIDE,FOWNER,SETFCAP"},
        Case{"apk add x", "package CHOWN,DAC_OVERRIDE,FOWNER"},
        Case{"apk info x", "tool"}, Case{"service x start", service},
        Case{"service x status", "tool"}, Case{"service x $VERB", service},
        Case{"systemctl start x", service},
        Case{"systemctl is-active x", "tool"},
        Case{"/etc/init.d/x start", service},
        Case{"/etc/init.d/x status", "tool"}, Case{"cron", service},
        Case{"/usr/sbin/sshd -D", "service SETGID,SETUID,SYS_CHROOT"},
        Case{"start-stop-daemon --start --exec /x", service},
        Case{"start-stop-daemon --stop --exec /x", "tool"},
        Case{"mount -t tmpfs x /y", "kernel SYS_ADMIN"}, Case{"mount", "tool"},
        Case{"sysctl -w a=1", "kernel NET_ADMIN,SYS_ADMIN"},
        Case{"sysctl -n a", "tool"},
        Case{"sysctl -p",
             "kernel NET_ADMIN,"
             "SYS_ADMIN"},
        Case{"ip addr show", "tool"},
        Case{"ip route add default via x", "kernel NET_ADMIN"},
        Case{"ip $@", "kernel NET_ADMIN"}, Case{"ifconfig eth0", "tool"},
        Case{"ifconfig eth0 1.2.3.4", "kernel NET_ADMIN"},
        Case{"iptables -L", "kernel NET_ADMIN,NET_RAW"},
        Case{"hostname", "tool"}, Case{"hostname -f", "tool"},
        Case{"hostname x", "kernel SYS_ADMIN"},
        Case{"modprobe x", "kernel SYS_MODULE"}, Case{"date +%s", "tool"},
        Case{"date -s x", "system"}, Case{"setcap x=ep /y", "system SETFCAP"},
        Case{"ldconfig", "system /etc/ld.so.cache -R"},
        Case{"update-ca-certificates", "system /etc/ssl/certs -R"},
        Case{"a2enmod rewrite", "write /etc/apache2 -R DAC_OVERRIDE"},
        Case{"docker-php-ext-enable x",
             "write /usr/local/etc/php -R DAC_OVERRIDE"},
        Case{"chroot /x y", "system SYS_CHROOT"}));

INSTANTIATE_TEST_SUITE_P(
    Harmless, CommandMeaning,
    testing::Values(Case{"echo x", "tool"}, Case{"[ -d /x ]", "tool"},
                    Case{"ulimit -n 65536", "tool"},
                    Case{"kill -TERM 1", "tool"}, Case{"envsubst", "tool"},
                    Case{"python manage.py migrate", "application"},
                    Case{"python3.12 x.py", "application"},
                    Case{"php-fpm8.2 -F", "application"},
                    Case{"node server.js", "application"},
                    Case{"/usr/local/tomcat/bin/catalina.sh run",
                         "application"},
                    Case{"docker-php-entrypoint php-fpm", "application"},
                    Case{"bundle exec rails s", "application"},
                    Case{"gosu app chown x /y", "nothing"},
                    Case{"su app -c 'chown x /y'", "nothing"}));

INSTANTIATE_TEST_SUITE_P(
    LookedThrough, CommandMeaning,
    testing::Values(Case{"env A=b nice -n 5 chown x /y", "owner /y x CHOWN"},
                    Case{"timeout -k 5 10 chown x /y", "owner /y x CHOWN"},
                    Case{"command -v chown", "tool"},
                    Case{"wait-for-it db:5432 -t 30 -- node x", "application"},
                    Case{"wait-for-it.sh db:5432 -- chown x /y",
                         "owner /y x CHOWN"},
                    Case{"wait-for-it db:5432 -t 30", "tool"},
                    Case{"chrt -f 10 chown x /y", "owner /y x CHOWN"},
                    Case{"stdbuf -o L chown x /y", "owner /y x CHOWN"},
                    Case{"tini -g -- chown x /y", "owner /y x CHOWN"},
                    Case{"sudo -E chown x /y", "owner /y x CHOWN"},
                    Case{"sudo env A=b chown x /y", "owner /y x CHOWN"},
                    Case{"gosu root chown x /y", "owner /y x CHOWN"},
                    Case{"su -c 'chown x /y'", "unknown"},
                    Case{"gosu $USER chown x /y", "owner /y x CHOWN"},
                    Case{"xargs env chown x", "owner x CHOWN"}));

INSTANTIATE_TEST_SUITE_P(Unknown, CommandMeaning,
                         testing::Values(Case{"my-program --x", "unknown"},
                                         Case{"$PROGRAM x", "unknown"},
                                         Case{"$@", "unknown"},
                                         Case{"/app/run", "unknown"},
                                         Case{"sh /app/run.sh", "unknown"}));

TEST(CommandMeaningOfPaths, RelativeOnesNeedTheFolder) {
  const std::vector<Field> argv = argv_of("chown app x");
  EXPECT_EQ(joined(meaning_of(argv, std::nullopt).acts), "owner app CHOWN");
}

TEST(CommandMeaningOfDepth, IsBounded) {
  std::string line;
  for (int depth = 0; depth < 1000; ++depth) line += "find -exec ";
  EXPECT_EQ(read(line + "chown x {} +"), "unknown /srv -R");
  line.clear();
  for (int depth = 0; depth < 1000; ++depth) line += "env ";
  EXPECT_EQ(read(line + "chown x /y"), "owner /y x CHOWN");
}

TEST(WriteTo, DevicesAndTemporaryFilesAreFree) {
  const auto write = [](std::string path) {
    return joined(write_to(to_field(std::move(path)), "/srv"));
  };
  EXPECT_EQ(write("/etc/x"), "write /etc/x DAC_OVERRIDE");
  EXPECT_EQ(write("x"), "write /srv/x DAC_OVERRIDE");
  EXPECT_EQ(write("$FILE"), "write DAC_OVERRIDE");
  EXPECT_EQ(write("/etc/$NAME.conf"), "write /etc -R DAC_OVERRIDE");
  EXPECT_EQ(write("/etc/../tmp/x"), "");
  EXPECT_EQ(write("/dev/null"), "");
  EXPECT_EQ(write("/dev/pts/0"), "");
  EXPECT_EQ(write("/proc/self/fd/2"), "");
  EXPECT_EQ(write("/proc/1/fd/1"), "");
  EXPECT_EQ(write("/tmp/$NAME"), "");
  EXPECT_EQ(write("/proc/sys/net/x"), "kernel /proc/sys/net/x SYS_ADMIN");
}

}  // namespace
}  // namespace harden
