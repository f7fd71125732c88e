#include <fmt/format.h>

#include "findings/modes/system_folder.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo system_folder_volume = {
    .code = "HD463",
    .name = "system-folder-volume",
    .summary = "`VOLUME` names a folder of the system",
    .what =
        "VOLUME on `/`, /bin, /boot, /dev, /etc, /lib, /proc, /sbin, /sys, "
        "/usr or their program folders, or below those of the kernel. "
        "/etc/nginx and /dev/shm are none of them.",
    .why =
        "A volume keeps its first content. Programs, libraries and settings in "
        "it are then not updated by a newer image, and whoever can write the "
        "volume changes what the next container runs.",
    .remedy = "Declare the folder that the program writes its data to.",
    .before = "FROM debian:12\nVOLUME /etc\nUSER 1000:1000\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#volume"},
    .severity = Severity::warning,
};

void check_system_folder_volume(const Subject& subject, Findings& findings) {
  if (subject.image == nullptr) return;
  for (const PathSetting& it : subject.image->volumes) {
    if (!it.instruction || (it.path != "/" && !is_system_folder(it.path))) {
      continue;
    }
    report(
        findings, system_folder_volume,
        subject.instruction(*it.instruction).span,
        fmt::format("`VOLUME {}` puts a folder of the system into a volume: it "
                    "outlives the container and hides what a newer image "
                    "brings there, fixes included",
                    it.path),
        "declare the folder that the program writes its data to");
  }
}

}  // namespace harden::rule
