// The options of useradd, adduser and their relatives.
#pragma once

#include "command/argument_options.h"

namespace harden {

// shadow 4.13 and later, src/useradd.c.
inline constexpr OptionSyntax useradd_syntax = {
    .letters_with_value = "bcdefgGkKpPRsuZ",
    .names_with_value =
        "--base-dir --comment --home-dir --home --expiredate --inactive --gid "
        "--groups --skel --key --password --prefix --root --shell --uid "
        "--selinux-user",
    .names_without_value =
        "--badname --badnames --btrfs-subvolume-home --defaults "
        "--add-subids-for-system --no-log-init --create-home --no-create-home "
        "--no-user-group --non-unique --system --user-group"};

// src/usermod.c.
inline constexpr OptionSyntax usermod_syntax = {
    .letters_with_value = "cdefgGlpPRsuvVwWZ",
    .names_with_value =
        "--comment --home --expiredate --inactive --gid --groups --login "
        "--password --prefix --root --shell --uid --add-subuids --del-subuids "
        "--add-subgids --del-subgids --selinux-user",
    .names_without_value =
        "--append --badname --lock --move-home --non-unique --remove --unlock"};

// src/groupadd.c and src/groupmod.c.
inline constexpr OptionSyntax groupadd_syntax = {
    .letters_with_value = "gKnpPRU",
    .names_with_value =
        "--gid --key --new-name --password --prefix --root --users",
    .names_without_value = "--append --force --non-unique --system"};

// src/userdel.c and src/groupdel.c.
inline constexpr OptionSyntax userdel_syntax = {
    .letters_with_value = "RP",
    .names_with_value = "--root --prefix",
    .names_without_value = "--force --remove --selinux-user"};

// busybox loginutils/adduser.c; Debian's adduser(8) has long options only.
inline constexpr OptionSyntax adduser_syntax = {
    .letters_with_value = "hgsGuk",
    .names_with_value =
        "--home --gecos --comment --shell --ingroup --uid --skel --gid "
        "--firstuid --lastuid --firstgid --lastgid --conf --stdoutmsglevel "
        "--stderrmsglevel --logmsglevel",
    .names_without_value =
        "--system --disabled-password --empty-password --disabled-login "
        "--no-create-home --group --add_extra_groups --add-extra-groups"};

inline constexpr OptionSyntax addgroup_syntax = {
    .letters_with_value = "g",
    .names_with_value = "--gid --conf --firstgid --lastgid",
    .names_without_value = "--system"};

}  // namespace harden
