{
  "version": 1,
  "dockerfile": "Dockerfile",
  "name": {
    "value": "web",
    "because": [
      {
        "source": "option",
        "text": "`--set name`",
        "place": ""
      }
    ]
  },
  "image": {
    "value": "web:secure",
    "because": [
      {
        "source": "standard",
        "text": "the tag that `docker build -t` is given",
        "place": ""
      }
    ]
  },
  "container_name": {
    "value": null,
    "because": []
  },
  "user": {
    "value": {
      "name": "nginx",
      "uid": 101,
      "gid": 101,
      "groups": []
    },
    "because": [
      {
        "source": "file",
        "text": "`USER 101:101` makes the process run as uid 101 and gid 101",
        "place": "Dockerfile:7"
      }
    ]
  },
  "start": {
    "value": "user",
    "because": [
      {
        "source": "file",
        "text": "`USER 101:101` makes the process run as uid 101 and gid 101",
        "place": "Dockerfile:7"
      }
    ]
  },
  "steps_down_in": null,
  "unsafe_because": null,
  "ports": [
    {
      "value": {
        "port": 80,
        "protocol": "tcp",
        "host_address": "127.0.0.1",
        "host_port": 80
      },
      "because": [
        {
          "source": "knowledge",
          "text": "the base image listens there",
          "place": "base_images.json: nginx"
        }
      ]
    }
  ],
  "read_only_root": {
    "value": true,
    "because": [
      {
        "source": "standard",
        "text": "the service writes to the paths below only",
        "place": ""
      }
    ]
  },
  "writable": [
    {
      "value": {
        "path": "/run",
        "kind": "tmpfs",
        "seeded": false,
        "size": 67108864,
        "mode": "0700",
        "uid": 101,
        "gid": 101,
        "exec": false
      },
      "because": [
        {
          "source": "knowledge",
          "text": "the base image's program writes it",
          "place": "base_images.json: nginx"
        }
      ]
    },
    {
      "value": {
        "path": "/tmp",
        "kind": "tmpfs",
        "seeded": false,
        "size": 67108864,
        "mode": "1777",
        "uid": 101,
        "gid": 101,
        "exec": false
      },
      "because": [
        {
          "source": "standard",
          "text": "programs put temporary files there",
          "place": ""
        }
      ]
    },
    {
      "value": {
        "path": "/var/cache/nginx",
        "kind": "tmpfs",
        "seeded": false,
        "size": 67108864,
        "mode": "0700",
        "uid": 101,
        "gid": 101,
        "exec": false
      },
      "because": [
        {
          "source": "knowledge",
          "text": "the base image's program writes it",
          "place": "base_images.json: nginx"
        }
      ]
    }
  ],
  "capabilities": [],
  "no_new_privileges": {
    "value": true,
    "because": [
      {
        "source": "standard",
        "text": "set-uid programs and file capabilities give nothing; a step-down needs neither",
        "place": ""
      }
    ]
  },
  "seccomp": {
    "value": "seccomp.json",
    "because": [
      {
        "source": "knowledge",
        "text": "the system calls that nginx needs",
        "place": "seccomp/sets.json: nginx"
      }
    ]
  },
  "apparmor": {
    "value": null,
    "because": []
  },
  "selinux": [],
  "syscall_class": {
    "value": "nginx",
    "because": [
      {
        "source": "knowledge",
        "text": "`nginx` is what starts",
        "place": "runtimes.json: nginx"
      }
    ]
  },
  "executables": [
    {
      "value": "nginx",
      "because": [
        {
          "source": "knowledge",
          "text": "the base image starts it",
          "place": "base_images.json: nginx"
        }
      ]
    }
  ],
  "limits": {
    "memory": {
      "value": 268435456,
      "because": [
        {
          "source": "knowledge",
          "text": "room for a small nginx service",
          "place": "runtimes.json: nginx"
        }
      ]
    },
    "memory_swap": {
      "value": 268435456,
      "because": [
        {
          "source": "standard",
          "text": "no swap: a leak ends the container, not the host",
          "place": ""
        }
      ]
    },
    "memory_reservation": {
      "value": null,
      "because": []
    },
    "shm_size": {
      "value": null,
      "because": []
    },
    "cpus": {
      "value": 1.0,
      "because": [
        {
          "source": "standard",
          "text": "one processor",
          "place": ""
        }
      ]
    },
    "cpu_shares": {
      "value": null,
      "because": []
    },
    "cpuset_cpus": {
      "value": null,
      "because": []
    },
    "cpuset_mems": {
      "value": null,
      "because": []
    },
    "pids": {
      "value": 100,
      "because": [
        {
          "source": "knowledge",
          "text": "room for a small nginx service",
          "place": "runtimes.json: nginx"
        }
      ]
    },
    "blkio_weight": {
      "value": null,
      "because": []
    },
    "ulimits": [
      {
        "value": {
          "name": "nofile",
          "soft": 1024,
          "hard": 16384
        },
        "because": [
          {
            "source": "standard",
            "text": "open files and sockets; an engine whose own hard limit is lower refuses it",
            "place": ""
          }
        ]
      },
      {
        "value": {
          "name": "core",
          "soft": 0,
          "hard": 0
        },
        "because": [
          {
            "source": "standard",
            "text": "no core dumps with secrets in them",
            "place": ""
          }
        ]
      }
    ],
    "device_rates": [],
    "cgroup_parent": {
      "value": null,
      "because": []
    }
  },
  "namespaces": {
    "ipc": {
      "value": "private",
      "because": [
        {
          "source": "standard",
          "text": "no shared memory with others",
          "place": ""
        }
      ]
    },
    "cgroup": {
      "value": "private",
      "because": [
        {
          "source": "standard",
          "text": "the host's tree of control groups stays out of sight",
          "place": ""
        }
      ]
    },
    "network": {
      "value": "web-net",
      "because": [
        {
          "source": "standard",
          "text": "a network of its own: no unasked neighbours, names resolve",
          "place": ""
        }
      ]
    },
    "pid": {
      "value": null,
      "because": []
    }
  },
  "devices": [],
  "device_cgroup_rules": [],
  "sysctls": [],
  "init": {
    "value": false,
    "because": [
      {
        "source": "knowledge",
        "text": "it waits for its children itself",
        "place": "runtimes.json: nginx"
      }
    ]
  },
  "health": {
    "value": {
      "none": false,
      "test": [
        "/bin/sh",
        "-c",
        "curl -f http://localhost/ || exit 1"
      ],
      "interval": 0.0,
      "timeout": 0.0,
      "start_period": 0.0,
      "retries": 0
    },
    "because": [
      {
        "source": "file",
        "text": "`HEALTHCHECK` in line 3",
        "place": "Dockerfile:3"
      }
    ]
  },
  "restart": {
    "value": "on-failure:5",
    "because": [
      {
        "source": "standard",
        "text": "a service that cannot start does not try for ever (CIS Docker Benchmark 5.15)",
        "place": ""
      }
    ]
  },
  "has_shell": true,
  "assumptions": [
    "the service writes to no other path: where it fails with \"Read-only file system\", name the path in `[policy] writable`",
    "memory 256m, 100 processes and one processor are enough; measure, and set `[policy.limits]`"
  ],
  "tasks": []
}
