http 3000 GET /world
