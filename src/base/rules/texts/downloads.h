#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view add_references[] = {
    "https://docs.docker.com/reference/dockerfile/#add---checksum",
    "https://docs.docker.com/build/building/best-practices/#add-or-copy",
};
inline constexpr RuleInfo add_url_without_checksum = {
    .code = "HD430",
    .name = "add-url-without-checksum",
    .summary = "ADD downloads something that nothing checks",
    .what =
        "A source of ADD is an address, without `--checksum`, and no later RUN "
        "of the stage compares checksums or signatures (`sha256sum -c`, `gpg "
        "--verify`, cosign). Signatures and lists of checksums may be "
        "downloaded as they are. A git repository is remarked on when it names "
        "no commit.",
    .why =
        "Whoever controls the server, the name or the connection puts what "
        "they like into the image, and a build of tomorrow is not the one of "
        "today.",
    .remedy = "`ADD --checksum=sha256:… https://…`; for git `….git#<commit>`.",
    .before =
        "FROM alpine:3.20\nADD https://example.com/app /usr/local/bin/app\n"
        "USER 1000:1000\nCMD [\"app\"]\n",
    .after = "",
    .references = add_references,
    .severity = Severity::warning,
};

inline constexpr RuleInfo add_instead_of_copy = {
    .code = "HD431",
    .name = "add-instead-of-copy",
    .summary = "ADD does what COPY does",
    .what =
        "All sources of an ADD are local and none is an archive by its name. "
        "Where all names are those of folders or plain files, `harden fix` "
        "writes COPY; where one may be an archive (ADD looks at the content, "
        "not the name), it is only said.",
    .why =
        "ADD unpacks archives and follows addresses: whoever can change a "
        "source can place files anywhere below the destination.",
    .remedy = "Write COPY.",
    .before =
        "FROM alpine:3.20\nADD app.conf /etc/\nUSER 1000:1000\n"
        "CMD [\"app\"]\n",
    .after =
        "FROM alpine:3.20\nCOPY app.conf /etc/\nUSER 1000:1000\n"
        "CMD [\"app\"]\n",
    .references = add_references,
    .severity = Severity::info,
};

inline constexpr std::string_view piped_references[] = {
    "https://slsa.dev/spec/v1.0/threats",
};
inline constexpr RuleInfo download_piped_to_shell = {
    .code = "HD432",
    .name = "download-piped-to-shell",
    .summary = "A RUN line runs what it downloads, unchecked",
    .what =
        "curl or wget writes into a shell or another interpreter (`curl … | "
        "sh`, `wget -qO- … | sudo bash -s`, `sh -c \"$(curl …)\"`, `bash "
        "<(curl …)`, `eval \"$(curl …)\"`), and nothing between them compares "
        "a checksum or signature. Interpreters that read data that way "
        "(`python3 -m json.tool`, `sh script`) do not count.",
    .why =
        "Whoever controls the server or the name runs commands in the build, "
        "and a connection that breaks off runs half of the script.",
    .remedy =
        "Download to a file, check it (`echo \"<sum>  install.sh\" | "
        "sha256sum -c -`), then run it; or use the package of the "
        "distribution.",
    .before =
        "FROM debian:12\nRUN curl -fsSL https://example.com/install.sh | sh\n"
        "USER 1000:1000\n",
    .after = "",
    .references = piped_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view pipefail_references[] = {
    "https://docs.docker.com/build/building/best-practices/#using-pipes",
};
inline constexpr RuleInfo pipe_without_pipefail = {
    .code = "HD433",
    .name = "pipe-without-pipefail",
    .summary = "The build goes on when a download in a pipe fails",
    .what =
        "In a shell without `pipefail`, a command whose failure matters "
        "(downloads, make, package managers) writes into one that does "
        "not notice: `curl … | tee`, `make | tail`. tar, gunzip, gpg and "
        "the like fail themselves when they read nothing, and are left alone, "
        "as are filters such as `ls | wc -l`, and scripts (HD432).\n\n"
        "In Alpine Linux and where /bin/sh is bash, a fix sets the same shell "
        "with `pipefail` by SHELL. In Debian /bin/sh is dash, which does not "
        "know it; bash is, and some commands mean something else there "
        "(`echo \"a\\nb\"`), so that it is only suggested.",
    .why = "The image is finished with an empty or half a file in it.",
    .remedy = "`SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]`.",
    .before =
        "FROM alpine:3.20\nRUN wget -qO- https://example.com/list | sort > "
        "/list\nUSER 1000:1000\n",
    .after =
        "FROM alpine:3.20\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\n"
        "RUN wget -qO- https://example.com/list | sort > /list\n"
        "USER 1000:1000\n",
    .references = pipefail_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
};

}  // namespace harden::rule_texts
