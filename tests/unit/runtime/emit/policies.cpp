#include "emit/policies.h"

namespace harden::test {
namespace {

std::vector<Reason> because(std::string text, std::string place = "") {
  const auto source =
      place.empty() ? Reason::Source::standard : Reason::Source::file;
  return {{source, std::move(text), std::move(place)}};
}

WritablePath tmpfs(std::string path, std::uint32_t owner) {
  WritablePath result;
  result.path = std::move(path);
  result.size = 64U << 20;
  result.mode = 01777;
  result.uid = result.gid = owner;
  result.reasons = because("written at run time", "runtimes.json: x");
  return result;
}

WritablePath volume(std::string path, std::string name) {
  WritablePath result;
  result.path = std::move(path);
  result.kind = WritablePath::Kind::volume;
  result.volume = std::move(name);
  result.reasons = because("`VOLUME`", "Dockerfile:4");
  return result;
}

Policy service(std::string name, std::uint32_t user) {
  Policy policy;
  policy.dockerfile = "Dockerfile.secure";
  policy.name.value = name;
  policy.image.value = name + ":secure";
  policy.user.value.name = name;
  policy.user.value.uid = policy.user.value.gid = user;
  policy.user.reasons = because("`USER`", "Dockerfile:9");
  policy.start.value = StartsAs::user;
  policy.read_only_root = {true, because("nothing else is written")};
  policy.no_new_privileges = {true, because("no set-user-ID program helps")};
  policy.limits.pids = {256, because("default")};
  policy.limits.memory = {512U << 20, because("default")};
  policy.limits.memory_swap = {512U << 20, because("no swap")};
  policy.limits.cpus = {1500, because("default")};
  policy.limits.ulimits = {{{"nofile", 1024, 4096}, because("default")}};
  policy.namespaces.ipc.value = "private";
  policy.namespaces.cgroup.value = "private";
  policy.namespaces.network.value = name;
  policy.restart.value = "on-failure:5";
  return policy;
}

PortNeed port(std::uint16_t inside, std::uint16_t outside) {
  PortNeed result;
  result.port = inside;
  result.host_port = outside;
  result.reasons = because("`EXPOSE`", "Dockerfile:7");
  return result;
}

}  // namespace

Policy web_server() {
  Policy policy = service("web", 101);
  policy.ports = {port(80, 8080)};
  policy.writable = {tmpfs("/run", 101), tmpfs("/var/cache/nginx", 101)};
  return policy;
}

Policy database() {
  Policy policy = service("redis", 999);
  policy.start.value = StartsAs::root;
  policy.steps_down_in = "docker-entrypoint.sh:12";
  policy.ports = {port(6379, 6379)};
  policy.writable = {volume("/data", "redis-data"), tmpfs("/tmp", 999)};
  policy.writable[0].seeded = true;
  policy.capabilities = {
      {"SETGID", because("gosu", "docker-entrypoint.sh:12")},
      {"SETUID", because("gosu", "docker-entrypoint.sh:12")}};
  policy.health.value.test = {"redis-cli", "ping"};
  policy.health.value.interval = std::chrono::seconds(30);
  policy.health.value.timeout = std::chrono::milliseconds(2500);
  policy.health.value.start_period = std::chrono::seconds(10);
  policy.health.value.retries = 4;
  return policy;
}

Policy nameless_user() {
  Policy policy = service("api", 0);
  policy.user.value = {};
  policy.user.value.name = "nobody-knows";
  policy.ports = {port(8080, 8080)};
  policy.writable = {tmpfs("/tmp", 0)};
  policy.writable[0].uid = policy.writable[0].gid = std::nullopt;
  return policy;
}

Policy everything() {
  Policy policy = web_server();
  policy.container_name.value = "web-1";
  policy.user.value.groups = {20, 44};
  PortNeed udp = port(53, 5353);
  udp.protocol = Protocol::udp;
  udp.host_address = "::1";
  policy.ports.push_back(udp);
  policy.ports.push_back(port(9090, 0));
  policy.writable.push_back(volume("/etc/web", "/srv/web"));
  policy.writable.push_back(volume("/var/lib/web", "web-data"));
  policy.writable[1].exec = true;
  policy.writable[1].mode = 0700;
  policy.seccomp.value = "seccomp.json";
  policy.selinux = {{"type:container_t", {}}, {"level:s0:c1,c2", {}}};
  Limits& limits = policy.limits;
  limits.memory_reservation.value = 256U << 20;
  limits.shm_size.value = 16U << 20;
  limits.cpu_shares.value = 512;
  limits.cpuset_cpus.value = "0-1";
  limits.cpuset_mems.value = "0";
  limits.blkio_weight.value = 300;
  limits.device_rates = {
      {{DeviceRate::What::read_bps, "/dev/sda", 1U << 20}, {}},
      {{DeviceRate::What::write_iops, "/dev/sda", 120}, {}}};
  limits.cgroup_parent.value = "web.slice";
  policy.devices = {{"/dev/fuse", {}}, {"/dev/sda:/dev/xvda:r", {}}};
  policy.device_cgroup_rules = {{"c 10:229 rwm", {}}};
  policy.sysctls = {{{"net.core.somaxconn", "1024"}, {}},
                    {{"net.ipv4.tcp_syncookies", "1"}, {}}};
  policy.namespaces.pid.value = "container:debug";
  policy.init = {true, because("PID 1 does not reap")};
  policy.health.value.none = true;
  policy.syscall_class.value = "nginx";
  policy.executables = {{"/usr/sbin/nginx", {}}};
  policy.assumptions = {"It is so."};
  policy.tasks = {"Do this."};
  return policy;
}

Policy hostile() {
  const std::string evil =
      "it's \"$(touch /tmp/pwned)\" `x` ${HOME} \\\nnext: line # no "
      "\xc2\x85\xe2\x80\xa8\xe2\x80\xae\xff\x01 \xc3\xa9 'end";
  Policy policy = everything();
  policy.dockerfile = "Dockerfile" + evil;
  policy.name.value = evil;
  policy.image = {evil, because(evil)};
  policy.container_name = {evil, because("shellcheck disable=all")};
  policy.user.value.name = evil;
  policy.user.reasons = because(evil, evil);
  policy.writable[0].path = "/run/" + evil + "a:exec,b";
  policy.writable[1].path = "/with space, comma \"and\" it's $HOME";
  policy.writable[2].path = "/c,readonly,d" + evil;
  policy.writable[3].reasons = because(evil);
  policy.capabilities = {{"KILL", because(evil)}};
  policy.namespaces.network = {"none", because(evil)};
  policy.limits.memory.reasons = because(evil, evil);
  policy.limits.cgroup_parent = {evil, because(evil)};
  policy.seccomp = {"it's $(a).json", because(evil)};
  policy.apparmor.value = "";
  policy.sysctls = {{{"net.x", evil}, because(evil)}};
  policy.restart = {"no", because(evil)};
  policy.health.value.none = false;
  policy.health.value.test = {"/bin/sh", "-c", evil};
  policy.assumptions = policy.tasks = {evil};
  return policy;
}

Policy unsafe() {
  Policy policy = web_server();
  policy.unsafe_because = "`USER root` in the last stage; it's $(id)\nroot";
  return policy;
}

std::vector<Policy> all_policies() {
  return {web_server(), database(), nameless_user(),
          everything(), hostile(),  unsafe()};
}

}  // namespace harden::test
