#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view secret_references[] = {
    "https://docs.docker.com/build/building/secrets/",
    "https://docs.docker.com/reference/build-checks/"
    "secrets-used-in-arg-or-env/",
};
inline constexpr RuleInfo secret_in_variable = {
    .code = "HD410",
    .name = "secret-in-variable",
    .summary = "ENV, ARG or LABEL holds a secret",
    .what =
        "A variable or label has a value of a form that only secrets have "
        "(keys of AWS, tokens of GitHub, GitLab, npm, Slack, Stripe, …, "
        "private keys, signed web tokens, an address with a password), or a "
        "name that ends like a secret's (`…PASSWORD`, `…TOKEN`, `…SECRET`, "
        "`…API_KEY`) and a value that is none of: empty, a switch, a path, an "
        "address, a placeholder such as `changeme` or `<token>`.\n\n"
        "Real secrets are errors: the known forms, and values with such a "
        "name that only a program makes up. What somebody chose (`DB_PASSWORD="
        "sunshine7`) is a warning, a default that everybody tries (`password`, "
        "`root`) a remark. `ARG TOKEN` without a default is a warning where "
        "the image is made and a remark in other stages.",
    .why =
        "`docker inspect` and `docker history` show all variables and build "
        "arguments of an image to everybody who may pull it, also those that "
        "a later line sets to nothing.",
    .remedy =
        "At build time mount the secret for the one command that needs it: "
        "`RUN --mount=type=secret,id=TOKEN,env=TOKEN …`. At run time give it "
        "when the container starts. Replace what has been published.",
    .before =
        "FROM node:22\nARG NPM_TOKEN\nENV DB_PASSWORD=sunshine7\n"
        "RUN npm ci\nUSER node\nCMD [\"node\", \"server.js\"]\n",
    .after = "",
    .references = secret_references,
    .severity = Severity::warning,
};

inline constexpr std::string_view secret_file_references[] = {
    "https://docs.docker.com/build/building/secrets/",
    "https://docs.docker.com/build/concepts/context/#dockerignore-files",
};
inline constexpr RuleInfo secret_file_copied = {
    .code = "HD411",
    .name = "secret-file-copied",
    .summary = "A file with keys or credentials is copied into the image",
    .what =
        "COPY or ADD names a private key (`id_rsa`, `server.key`, `*.p12`, "
        "`.ssh`), credentials (`.netrc`, `.aws/credentials`, "
        "`.docker/config.json`, `kubeconfig`) or settings that often hold some "
        "(`.env`, `.npmrc`, `.pypirc`). Where the build context is at hand, "
        "the file itself decides: a `.npmrc` without a token is fine, a "
        "`.pem` with a private key is not. Samples (`.env.example`), public "
        "keys and certificates do not count.\n\n"
        "In stages that are not shipped only private keys are remarked on: no "
        "layer of theirs is in the image, but the build's cache keeps them, "
        "and it may be exported.",
    .why =
        "Whoever pulls the image can read the file, also when a later `RUN rm` "
        "hides it: the layer below still has it.",
    .remedy =
        "Mount it for the command that needs it (`RUN --mount=type=secret`, "
        "`RUN --mount=type=ssh`), or give it when the container starts, and "
        "list it in .dockerignore.",
    .before =
        "FROM alpine:3.20\nCOPY id_rsa /root/.ssh/id_rsa\n"
        "RUN git clone git@example.com:app.git\nUSER 1000:1000\n",
    .after = "",
    .references = secret_file_references,
    .severity = Severity::warning,
};

inline constexpr RuleInfo secret_in_run = {
    .code = "HD412",
    .name = "secret-in-run",
    .summary = "A RUN line holds a secret",
    .what =
        "The commands of a RUN are given a secret literally: a text of a form "
        "that only secrets have, an address with a password, `curl -u "
        "user:password`, `--password=…`, `//registry/:_authToken=…`, an "
        "assignment to a name that is a secret's. Placeholders and variables "
        "are left alone. Where the variable is a build argument with a "
        "secret's name, a remark says how it is mounted instead; arguments "
        "that the same line mounts (`--mount=type=secret,…,env=NAME`) are "
        "fine.",
    .why =
        "The text of RUN lines is part of the image's history, and build "
        "arguments are stored with it.",
    .remedy =
        "`RUN --mount=type=secret,id=TOKEN,env=TOKEN …`. Replace what has been "
        "published.",
    .before =
        "FROM alpine:3.20\nRUN wget --password=sunshine7 --user=ci "
        "https://example.com/app.tgz\nUSER 1000:1000\n",
    .after = "",
    .references = secret_references,
    .severity = Severity::warning,
};

}  // namespace harden::rule_texts
