"""Holds a manifest against the Pod Security Standard "restricted".

Written after https://kubernetes.io/docs/concepts/security/pod-security-standards/
(the controls of "baseline" and "restricted" for Linux, Kubernetes 1.32), and
after what the API server itself refuses: names, references between objects.
"""

import re
import sys

import yaml

SAFE_SYSCTLS = {
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
}
VOLUMES = {
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
    "secret",
}
SELINUX_TYPES = {None, "", "container_t", "container_init_t", "container_kvm_t"}
CONTEXT_KEYS = {
    "allowPrivilegeEscalation",
    "readOnlyRootFilesystem",
    "capabilities",
    "appArmorProfile",
}
LABEL = re.compile(r"[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
QUANTITY = re.compile(r"[0-9]+(Ki|Mi|Gi|m)?")

problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


def check_profile(profile, where):
    check(profile["type"] in ("RuntimeDefault", "Localhost"), where)
    local = "localhostProfile" in profile
    check(local == (profile["type"] == "Localhost"), f"{where}: localhostProfile")
    check(not profile.get("localhostProfile", "").startswith("/"), where)


def check_pod_context(context):
    check(context["runAsNonRoot"] is True, "runAsNonRoot")
    check(isinstance(context["runAsUser"], int), "runAsUser is no number")
    check(context["runAsUser"] != 0, "runAsUser is root")
    check(isinstance(context["runAsGroup"], int), "runAsGroup is no number")
    check_profile(context["seccompProfile"], "seccompProfile")
    for sysctl in context.get("sysctls", []):
        check(sysctl["name"] in SAFE_SYSCTLS, f"sysctl {sysctl['name']}")
        check(isinstance(sysctl["value"], str), "a sysctl's value is no text")
    selinux = context.get("seLinuxOptions", {})
    check(set(selinux) <= {"type", "level"}, "seLinuxOptions")
    check(selinux.get("type") in SELINUX_TYPES, "seLinuxOptions.type")


def check_container(container, volumes):
    name = container["name"]
    check(LABEL.fullmatch(name), f"name {name}")
    context = container["securityContext"]
    check(set(context) <= CONTEXT_KEYS, f"{name}: more than is known")
    check(context["allowPrivilegeEscalation"] is False, f"{name}: escalation")
    check(context["capabilities"]["drop"] == ["ALL"], f"{name}: drop")
    added = set(context["capabilities"].get("add", []))
    check(added <= {"NET_BIND_SERVICE"}, f"{name}: add")
    if "appArmorProfile" in context:
        check_profile(context["appArmorProfile"], f"{name}: appArmorProfile")
    for port in container.get("ports", []):
        check("hostPort" not in port, f"{name}: hostPort")
    for amounts in container.get("resources", {}).values():
        for amount in amounts.values():
            check(QUANTITY.fullmatch(amount), f"{name}: {amount}")
    paths = [mount["mountPath"] for mount in container.get("volumeMounts", [])]
    check(len(paths) == len(set(paths)), f"{name}: a path is mounted twice")
    for mount in container.get("volumeMounts", []):
        check(mount["name"] in volumes, f"{name}: volume {mount['name']}")
        check(":" not in mount["mountPath"], f"{name}: mountPath")


def check_pod(spec, claims):
    check(spec["automountServiceAccountToken"] is False, "service account")
    for key in ("hostNetwork", "hostPID", "hostIPC"):
        check(not spec.get(key), key)
    check_pod_context(spec["securityContext"])
    volumes = {}
    for volume in spec.get("volumes", []):
        name = volume.pop("name")
        check(LABEL.fullmatch(name), f"volume {name}")
        check(name not in volumes, f"volume {name} is there twice")
        check(len(volume) == 1 and set(volume) <= VOLUMES, f"volume {name}")
        volumes[name] = volume
        claim = volume.get("persistentVolumeClaim")
        check(not claim or claim["claimName"] in claims, f"claim of {name}")
    containers = spec["containers"] + spec.get("initContainers", [])
    names = [container["name"] for container in containers]
    check(len(names) == len(set(names)), "containers of one name")
    for container in containers:
        check_container(container, volumes)


def check_documents(documents):
    kinds = {}
    for document in documents:
        kinds.setdefault(document["kind"], []).append(document)
        check(LABEL.fullmatch(document["metadata"]["name"]), "metadata.name")
    claims = {
        it["metadata"]["name"] for it in kinds.get("PersistentVolumeClaim", [])
    }
    (deployment,) = kinds["Deployment"]
    spec = deployment["spec"]
    labels = spec["template"]["metadata"]["labels"]
    check(spec["selector"]["matchLabels"] == labels, "selector of the Deployment")
    check_pod(spec["template"]["spec"], claims)
    for service in kinds.get("Service", []):
        check(service["spec"]["selector"] == labels, "selector of the Service")
        names = [port["name"] for port in service["spec"]["ports"]]
        check(len(names) == len(set(names)), "ports of one name")


with open(sys.argv[1], encoding="utf-8") as file:
    check_documents(list(yaml.safe_load_all(file)))
print("\n".join(problems))
sys.exit(1 if problems else 0)
