DB="sqlite:///:memory:"
