"""The whole way on bundled pages, served on loopback."""
