#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view tls_references[] = {
    "https://curl.se/docs/sslcerts.html",
    "https://git-scm.com/docs/git-config#Documentation/"
    "git-config.txt-httpsslVerify",
};
inline constexpr RuleInfo tls_check_off = {
    .code = "HD434",
    .name = "tls-check-off",
    .summary = "A program does not check whose server answers",
    .what =
        "An option, variable or setting turns the check of certificates off: "
        "`curl -k` (also in `-fsSLk`), `wget --no-check-certificate`, `pip "
        "--trusted-host`, `strict-ssl false` of npm, yarn and pnpm, "
        "`http.sslVerify false` of git, `sslverify` of dnf and yum, "
        "`Verify-Peer` of apt, `disable-tls` of Composer, "
        "`GIT_SSL_NO_VERIFY=1`, `NODE_TLS_REJECT_UNAUTHORIZED=0`, "
        "`PYTHONHTTPSVERIFY=0`, `PIP_TRUSTED_HOST=…` and their like, in RUN, "
        "ENV and ARG, and in settings that RUN lines write. Downloads from "
        "localhost do not count.",
    .why =
        "Whoever sits between the build and the server, a proxy or a "
        "neighbour, can send another program. A variable in ENV keeps the "
        "check off in every container.",
    .remedy =
        "Leave the check on. For a certificate of your own authority, add that "
        "to the image (`update-ca-certificates`). The fix takes options out; "
        "where the server's certificate is bad, the build then fails.",
    .before =
        "FROM alpine:3.20\nRUN wget --no-check-certificate "
        "https://example.com/app\nUSER 1000:1000\n",
    .after =
        "FROM alpine:3.20\nRUN wget https://example.com/app\nUSER 1000:1000\n",
    .references = tls_references,
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

inline constexpr std::string_view signature_references[] = {
    "https://manpages.debian.org/apt-secure",
    "https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper",
};
inline constexpr RuleInfo signature_check_off = {
    .code = "HD435",
    .name = "signature-check-off",
    .summary = "Packages are installed without a look at their signature",
    .what =
        "An option or setting lets a package manager take what nobody signed: "
        "`apk --allow-untrusted`, `apt-get --allow-unauthenticated` and "
        "`--force-yes`, `deb [trusted=yes] https://…`, `dnf --nogpgcheck`, "
        "`gpgcheck=0`, `rpm --nosignature`, `zypper --no-gpg-checks`, "
        "`SigLevel = Never`.",
    .why =
        "The signature is what makes a package that of its distribution. "
        "Without it whoever controls the mirror or the connection installs "
        "programs as root.",
    .remedy =
        "Add the key of the repository; for a package file of your own compare "
        "a checksum. The fix takes options out; where packages are unsigned, "
        "the build then fails.",
    .before =
        "FROM debian:12\nRUN apt-get update && apt-get install -y "
        "--allow-unauthenticated app\nUSER 1000:1000\n",
    .after =
        "FROM debian:12\nRUN apt-get update && apt-get install -y app\n"
        "USER 1000:1000\n",
    .references = signature_references,
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

}  // namespace harden::rule_texts
