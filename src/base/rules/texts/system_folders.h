// HD463 and HD464: folders of the system used as the program's own.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view system_folder_volume_references[] = {
    "https://docs.docker.com/reference/dockerfile/#volume",
};
inline constexpr RuleInfo system_folder_volume = {
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
    .after = "",
    .references = system_folder_volume_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view system_folder_workdir_references[] = {
    "https://docs.docker.com/reference/dockerfile/#workdir",
};
inline constexpr RuleInfo system_folder_workdir = {
    .code = "HD464",
    .name = "system-folder-workdir",
    .summary = "`WORKDIR` is a folder of the system",
    .what =
        "WORKDIR on /bin, /boot, /dev, /etc, /lib, /proc, /sbin, /sys, /usr or "
        "their program folders, or below those of the kernel, in the final "
        "image. `/` and /usr/src are none of them.",
    .why =
        "Relative paths of COPY and of the program end between the system's "
        "own files. A file with an unlucky name replaces one of them, and the "
        "user needs rights to a folder that it should not write.",
    .remedy = "Give the program a folder of its own, such as /app.",
    .before =
        "FROM debian:12\nWORKDIR /usr/bin\nCOPY server .\nUSER 1000:1000\n",
    .after = "",
    .references = system_folder_workdir_references,
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
