compose.yaml: web: unknown because nothing is known about the image `registry.example/web:1`
