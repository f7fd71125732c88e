D = "sqlite:///:memory:"
