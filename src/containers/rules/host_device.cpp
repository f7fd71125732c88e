#include <fmt/format.h>

#include "containers/container_subject.h"
#include "knowledge/host_paths.h"

namespace harden::rule {

extern constexpr RuleInfo host_device = {
    .code = "HD221",
    .name = "host-device",
    .summary = "The container gets a device of the host",
    .what =
        "`devices` and `--device`. Memory and disks are told apart from "
        "others: with them permissions of files count nothing.",
    .why =
        "Who has a disk's device reads and writes all of its file systems. "
        "Every other device brings its driver within reach, and with it the "
        "driver's faults.",
    .remedy =
        "Leave it out where the program starts without it. Give no more "
        "rights than needed: `/dev/ttyUSB0:/dev/ttyUSB0:r`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    devices: [/dev/sda]\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.18: host devices are not directly "
         "exposed to containers"},
    .severity = Severity::warning,
    .language = "yaml",
};

void check_host_device(const ContainerSubject& subject, Findings& findings) {
  for (const PlacedText& it : subject.container.devices) {
    // Without a slash it is the name of a kind of device, such as GPUs.
    if (!it.value.starts_with('/')) continue;
    const std::string path =
        clean_host_path(it.value.substr(0, it.value.find(':')));
    const bool raw = is_raw_device(path);
    findings.push_back(finding(
        host_device, it.span,
        raw ? fmt::format("{} gets the device `{}`: it reads and writes what "
                          "the host has {} past all permissions",
                          subject.container.what, path,
                          path.ends_with("mem") ? "in memory" : "on disk")
            : fmt::format("{} gets the device `{}`, and with it the host's "
                          "driver for it",
                          subject.container.what, path),
        subject.cited(raw ? "leave it out"
                          : "keep it only if the program uses it, with no more "
                            "rights than it needs (`:r`)",
                      "5.18")));
  }
}

}  // namespace harden::rule
