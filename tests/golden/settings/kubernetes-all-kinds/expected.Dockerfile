all.yaml:6:84: error[HD210]: container `c` of Deployment `n` is privileged: it has every capability and device, and root in it is root on the host
6 |   template: {spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}}
  |                                                                                    ^^^^
  = help: remove it, and give the one capability or device that is needed

all.yaml:12:84: error[HD210]: container `c` of StatefulSet `n` is privileged: it has every capability and device, and root in it is root on the host
12 |   template: {spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}}
   |                                                                                    ^^^^
   = help: remove it, and give the one capability or device that is needed

all.yaml:18:84: error[HD210]: container `c` of DaemonSet `n` is privileged: it has every capability and device, and root in it is root on the host
18 |   template: {spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}}
   |                                                                                    ^^^^
   = help: remove it, and give the one capability or device that is needed

all.yaml:24:84: error[HD210]: container `c` of ReplicaSet `n` is privileged: it has every capability and device, and root in it is root on the host
24 |   template: {spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}}
   |                                                                                    ^^^^
   = help: remove it, and give the one capability or device that is needed

all.yaml:30:84: error[HD210]: container `c` of Job `n` is privileged: it has every capability and device, and root in it is root on the host
30 |   template: {spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}}
   |                                                                                    ^^^^
   = help: remove it, and give the one capability or device that is needed

all.yaml:36:105: error[HD210]: container `c` of CronJob `n` is privileged: it has every capability and device, and root in it is root on the host
36 | …securityContext: {privileged: true}}]}}}}
   |                                ^^^^
   = help: remove it, and give the one capability or device that is needed

all.yaml:45:110: error[HD210]: container `i` of Pod `p` is privileged: it has every capability and device, and root in it is root on the host
45 | …securityContext: {privileged: true}}]}}
   |                                ^^^^
   = help: remove it, and give the one capability or device that is needed

