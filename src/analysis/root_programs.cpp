#include "analysis/root_programs.h"

#include <algorithm>
#include <array>

namespace harden {
namespace {

constexpr std::string_view one_program =
    "run the one program that the container is for, without a supervisor";
constexpr std::string_view exec_instead =
    "use `docker exec` (or `kubectl exec`) instead of a login server";
constexpr std::string_view outside =
    "let a scheduler outside of the container start the job";
constexpr std::string_view own_host =
    "keep it root, and confine it with capabilities and a profile instead";
constexpr std::string_view other_builder =
    "use a builder that needs no privilege, or a remote engine";

// Sorted by name. What each needs root for is in its own documentation.
constexpr std::array root_programs{
    RootProgram{"anacron", "starts jobs under other users", outside},
    RootProgram{"charon", "configures IPsec in the kernel", own_host},
    RootProgram{"containerd", "runs containers", other_builder},
    RootProgram{"cron", "starts jobs under other users", outside},
    RootProgram{"crond", "starts jobs under other users", outside},
    RootProgram{"dhcpd", "opens raw sockets", own_host},
    RootProgram{"dockerd", "runs containers", other_builder},
    RootProgram{"dockerd-entrypoint.sh", "runs containers", other_builder},
    RootProgram{"dovecot", "starts services under other users", own_host},
    RootProgram{"fail2ban-server", "changes the packet filter", own_host},
    RootProgram{"inetd", "starts services under other users", one_program},
    RootProgram{"init", "is an init system that starts services as root",
                one_program},
    RootProgram{"ipsec", "configures IPsec in the kernel", own_host},
    RootProgram{"keepalived", "changes network addresses", own_host},
    RootProgram{"kubelet", "runs containers", own_host},
    RootProgram{"my_init", "is an init system that starts services as root",
                one_program},
    RootProgram{"nfsd", "serves files under other users", own_host},
    RootProgram{"nmbd", "serves files under other users", own_host},
    RootProgram{"openvpn", "creates network devices", own_host},
    RootProgram{"postfix", "starts services under other users", own_host},
    RootProgram{"proftpd", "serves files under other users", own_host},
    RootProgram{"pure-ftpd", "serves files under other users", own_host},
    RootProgram{"rpcbind", "binds reserved ports of the host", own_host},
    RootProgram{"rsyslogd", "writes the logs of other users", one_program},
    RootProgram{"runit", "is an init system that starts services as root",
                one_program},
    RootProgram{"runsvdir", "is an init system that starts services as root",
                one_program},
    RootProgram{"s6-svscan", "is an init system that starts services as root",
                one_program},
    RootProgram{"smbd", "serves files under other users", own_host},
    RootProgram{"sshd", "opens sessions for other users", exec_instead},
    RootProgram{"supervisord", "starts services under other users",
                one_program},
    RootProgram{"systemd", "is an init system that starts services as root",
                one_program},
    RootProgram{"vsftpd", "serves files under other users", own_host},
    RootProgram{"wg-quick", "creates network devices", own_host},
    RootProgram{"xinetd", "starts services under other users", one_program},
};

// What a command line may call only with root's capabilities.
constexpr std::array root_commands{
    RootProgram{"adduser", "changes /etc/passwd",
                "create the user in a `RUN` instead"},
    RootProgram{"apk", "installs packages", "install them in a `RUN` instead"},
    RootProgram{"apt", "installs packages", "install them in a `RUN` instead"},
    RootProgram{"apt-get", "installs packages",
                "install them in a `RUN` instead"},
    RootProgram{"chgrp", "changes owners",
                "set the owner in a `RUN` or with `COPY --chown`"},
    RootProgram{"chown", "changes owners",
                "set the owner in a `RUN` or with `COPY --chown`"},
    RootProgram{"chroot", "needs CAP_SYS_CHROOT", own_host},
    RootProgram{"groupadd", "changes /etc/group",
                "create the group in a `RUN` instead"},
    RootProgram{"iptables", "changes the packet filter", own_host},
    RootProgram{"ip6tables", "changes the packet filter", own_host},
    RootProgram{"ldconfig", "writes /etc/ld.so.cache",
                "call it in a `RUN` instead"},
    RootProgram{"modprobe", "loads kernel modules", own_host},
    RootProgram{"mount", "mounts file systems", own_host},
    RootProgram{"service", "starts a system service as root", one_program},
    RootProgram{"sysctl", "changes kernel settings",
                "give them with `docker run --sysctl`"},
    RootProgram{"systemctl", "starts a system service as root", one_program},
    RootProgram{"update-ca-certificates", "writes /etc/ssl/certs",
                "call it in a `RUN` instead"},
    RootProgram{"useradd", "changes /etc/passwd",
                "create the user in a `RUN` instead"},
    RootProgram{"usermod", "changes /etc/passwd",
                "change the user in a `RUN` instead"},
    RootProgram{"yum", "installs packages", "install them in a `RUN` instead"},
    RootProgram{"dnf", "installs packages", "install them in a `RUN` instead"},
};

constexpr std::array<std::string_view, 9> stepping{
    "gosu",  "su-exec",      "setpriv",          "su", "sudo", "runuser",
    "chpst", "s6-setuidgid", "start-stop-daemon"};

template <typename Table>
const RootProgram* find_in(const Table& table, std::string_view name) {
  auto found =
      std::find_if(table.begin(), table.end(),
                   [&](const RootProgram& it) { return it.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

const RootProgram* find_root_program(std::string_view program) {
  // A script of the image's own (s6-overlay's, for one), no init system.
  if (program == "/init") return nullptr;
  std::string_view name = base_name(program);
  const RootProgram* found = find_in(root_programs, name);
  return found != nullptr ? found : find_in(root_commands, name);
}

bool steps_down(std::string_view program) {
  return std::find(stepping.begin(), stepping.end(), base_name(program)) !=
         stepping.end();
}

}  // namespace harden
