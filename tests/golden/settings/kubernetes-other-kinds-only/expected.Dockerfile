service.yaml: describes no container
