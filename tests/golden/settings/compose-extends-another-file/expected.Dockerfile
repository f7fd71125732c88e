compose.yaml: web: unknown because it extends a service of `common.yaml`
